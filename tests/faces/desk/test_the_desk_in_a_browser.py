"""The pages of start, reports, cases, persons and ledger in a real browser: wide, narrow, by keyboard, and for axe."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.faces.desk.serving import Station, keys_of, served, signed_in_at, station

pytestmark = pytest.mark.browser
_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@dataclass(frozen=True, kw_only=True)
class Site:
    """The desk as it is served, and the sessions of those who look."""

    address: str
    made: Station
    keys: Mapping[str, str]


@pytest.fixture
def site(fresh_database: Mapping[str, str]) -> Iterator[Site]:
    made = station()
    keys = keys_of(made)
    with served() as address:
        yield Site(address=address, made=made, keys=keys)


@pytest.fixture
def browser(chromium: str, site: Site) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield started
        started.close()


def _pages(made: Station) -> dict[str, tuple[str, str]]:
    """By name: who looks, and at what."""
    case, person = f"/cases/{made.case}/", f"/cases/{made.case}/people/{made.person}/"
    return {
        "start": ("detective", "/"),
        "cases": ("detective", "/cases/"),
        "case-new": ("detective", "/cases/new/"),
        "case": ("detective", case),
        "case-acts": ("detective", f"{case}acts/"),
        "case-grant": ("leader", f"{case}acts/grant/"),
        "case-log": ("detective", f"{case}log/"),
        "person": ("detective", person),
        "person-then": ("detective", f"{person}?day=2029-01-01"),
        "person-age": ("detective", f"{person}age/"),
        "person-facts": ("detective", f"{person}facts/"),
        "person-report": ("detective", f"{person}report/"),
        "person-new": ("detective", f"{case}people/new/"),
        "reports": ("officer", "/reports/"),
        "report-sealed": ("officer", f"/reports/{made.report}/"),
        "report-enter": ("officer", "/reports/enter/"),
        "oversight": ("supervisor", "/oversight/"),
        "case-why": ("supervisor", case),
    }


def _look(page: Page, name: str, width: int) -> list[str]:
    """What is wrong with the page as it stands, for axe and for somebody with a narrow screen."""
    found = [f"{name} {width}: {each['id']}" for each in Axe().run(page, options=_RULES).response["violations"]]
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if over > 0:
        found.append(f"{name} {width}: {over} px wider than the screen")
    if screens := os.environ.get("WAARBORG_SCREENS"):
        Path(screens).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{screens}/desk-{name}-{width}.png", full_page=True)
    return found


@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_is_whole_for_axe_and_fits_the_screen(browser: Browser, site: Site, width: int) -> None:
    made = site.made
    contexts = {name: signed_in_at(browser, site.address, key, width=width) for name, key in site.keys.items()}
    found: list[str] = []
    for name, (who, path) in _pages(made).items():
        page = contexts[who].new_page()
        answer = page.goto(path)
        assert answer is not None
        assert answer.status in {200, 403}, f"{name}: {answer.status}"
        found += _look(page, name, width)
        page.close()
    page = contexts["officer"].new_page()
    page.goto(f"/reports/{made.report}/")
    page.get_by_role("button", name="Open the report").click()
    expect(page.get_by_role("heading", name="As the reporter answered it")).to_be_visible()
    found += _look(page, "report", width)
    page.goto(f"/reports/{made.report}/take/")
    found += _look(page, "report-take", width)
    assert found == []


def test_a_person_is_added_and_given_an_age_by_keyboard_alone(browser: Browser, site: Site) -> None:
    made = site.made
    page = signed_in_at(browser, site.address, site.keys["detective"]).new_page()
    page.goto(f"/cases/{made.case}/people/new/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Go to the main part")).to_be_focused()
    page.get_by_label("What is the person called?").focus()
    page.keyboard.type("Girl at the house")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "victim":
            page.keyboard.press("Space")
        if page.evaluate("document.activeElement.name") == "interpreter":
            page.keyboard.press("Space")
        if page.evaluate("document.activeElement.textContent").strip() == "Add this person":
            page.keyboard.press("Enter")
            break
    expect(page.get_by_role("heading", level=1, name="Girl at the house")).to_be_visible()
    expect(page.get_by_text("The person was added.")).to_be_visible()
    page.get_by_role("link", name="Add a source").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Who or what says so?").focus()
    page.keyboard.type("Her passport")
    page.get_by_label(re.compile("Birth date")).focus()
    page.keyboard.type("2015-03-14")
    page.keyboard.press("Enter")
    expect(page.get_by_text("The source was added.")).to_be_visible()
    expect(page.get_by_role("heading", name="What follows now")).to_be_visible()


def test_a_form_with_something_missing_takes_the_focus_to_the_summary_and_keeps_what_was_typed(
    browser: Browser, site: Site
) -> None:
    page = signed_in_at(browser, site.address, site.keys["detective"], width=360).new_page()
    page.goto("/cases/new/")
    page.get_by_label("A plain word for the team").fill("Greenhouse")
    page.get_by_role("button", name="Open the case").click()
    expect(page).to_have_title(re.compile("^Problem:"))
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.get_by_label("A plain word for the team")).to_have_value("Greenhouse")
    assert _look(page, "case-new-missing", 360) == []
