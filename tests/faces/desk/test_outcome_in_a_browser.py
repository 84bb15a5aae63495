"""The pages of decisions, notices, rights, support, signals and proof in a real browser: wide, narrow, by keyboard."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.faces.desk.at_the_desk import browser_of
from tests.faces.desk.outcome_case import Outcome, at, outcome
from tests.faces.desk.serving import served, signed_in_at

pytestmark = pytest.mark.browser
_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
WHY = "There is too little proof. Only one account is on file. That does not mean that you were not believed."


@dataclass(frozen=True, kw_only=True)
class Site:
    """The desk as it is served, and the sessions of those who look."""

    address: str
    made: Outcome
    keys: Mapping[str, str]


@pytest.fixture
def site(fresh_database: Mapping[str, str]) -> Iterator[Site]:
    with at():
        made = outcome()
        people = {
            "detective": made.road.detective,
            "prosecutor": made.road.prosecutor,
            "carer": made.road.coordinator,
            "leader": made.leader,
        }
        keys = {name: browser_of(actor).cookies[settings.SESSION_COOKIE_NAME].value for name, actor in people.items()}
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


def _pages(made: Outcome) -> dict[str, tuple[str, str]]:
    """By name: who looks, and at what."""
    case, person = f"/cases/{made.road.case}/", f"/people/{made.road.victim}/"
    charge = f"/charges/{made.road.charge}/"
    return {
        "decisions": ("prosecutor", "/decisions/"),
        "case-decisions": ("prosecutor", f"{case}decisions/"),
        "decision": ("prosecutor", f"/decisions/{made.decision}/"),
        "decision-service": ("prosecutor", f"/decisions/{made.decision}/service/"),
        "decision-complaint": ("detective", f"/decisions/{made.decision}/complaint/"),
        "complaint": ("prosecutor", f"/complaints/{made.complaint}/"),
        "decide-dismiss": ("prosecutor", f"{charge}dismiss/"),
        "decide-not-yours": ("detective", f"{charge}prosecute/"),
        "decide-fine": ("detective", f"{case}decisions/fine/"),
        "detention": ("detective", f"{case}detention/"),
        "notices": ("prosecutor", f"{case}notices/"),
        "notice-escape": ("prosecutor", f"/notices/{made.escape}/"),
        "notice-tell": ("prosecutor", f"/notices/{made.escape}/tell/"),
        "notice-hold": ("prosecutor", f"/notices/{made.escape}/hold/"),
        "rights": ("detective", f"{person}rights/"),
        "right-refuse": ("detective", f"{person}rights/person_of_choice/refused/"),
        "rights-told": ("detective", f"{person}rights/told/"),
        "news": ("detective", f"{person}news/"),
        "support": ("carer", f"{person}support/"),
        "support-talk": ("carer", f"{person}support/talk/"),
        "signals": ("detective", "/signals/"),
        "case-signals": ("detective", f"{case}signals/"),
        "signal-look": ("detective", f"{case}signals/unpaid/"),
        "proof": ("detective", f"{case}proof/"),
        "proof-add": ("detective", f"{charge}proof/means/"),
        "proof-withdraw": ("detective", f"/proofs/{made.proof}/withdraw/"),
    }


def _look(page: Page, name: str, width: int) -> list[str]:
    """What is wrong with the page as it stands, for axe and for somebody with a narrow screen."""
    page.evaluate("document.querySelectorAll('main details').forEach(fold => fold.open = true)")
    found = [
        f"{name} {width}: {each['id']} {[node['html'][:120] for node in each['nodes']]}"
        for each in Axe().run(page, options=_RULES).response["violations"]
    ]
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if over > 0:
        found.append(f"{name} {width}: {over} px wider than the screen")
    if screens := os.environ.get("WAARBORG_SCREENS"):
        Path(screens).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{screens}/desk-{name}-{width}.png", full_page=True)
    return found


def _written(page: Page, made: Outcome) -> None:
    """The first step of a dismissal, filled in and read."""
    page.goto(f"/charges/{made.road.charge}/dismiss/")
    page.get_by_label("Too little proof").check()
    page.get_by_label("Why, in plain words").fill(WHY)
    page.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Read what follows").click()
    expect(page.get_by_role("heading", name="What it moves")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_is_whole_for_axe_and_fits_the_screen(browser: Browser, site: Site, width: int) -> None:
    contexts = {name: signed_in_at(browser, site.address, key, width=width) for name, key in site.keys.items()}
    found: list[str] = []
    for name, (who, path) in _pages(site.made).items():
        page = contexts[who].new_page()
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, f"{name}: {answer.status}"
        found += _look(page, name, width)
        page.close()
    page = contexts["prosecutor"].new_page()
    _written(page, site.made)
    found += _look(page, "decide-sign", width)
    page.goto(f"/charges/{site.made.road.charge}/dismiss/")
    page.get_by_role("button", name="Read what follows").click()
    found += _look(page, "decide-wrong", width)
    page = contexts["carer"].new_page()
    page.goto(f"/people/{site.made.road.victim}/support/end/")
    page.get_by_label("The case ended").check()
    page.get_by_role("button", name="End support for this reason").click()
    found += _look(page, "support-end-refused", width)
    assert found == []


def _tab_to(page: Page, what: str) -> None:
    """Go on with the tab key until something with these words, or this name and value, has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            """() => { const at = document.activeElement;
                return [at.textContent.trim(), `${at.name}=${at.value}`, at.name]; }"""
        )
        if what in focused:
            return
    pytest.fail(f"the tab key never came to {what}")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_dismissal_is_written_read_and_signed_by_keyboard_alone(browser: Browser, site: Site, scripts: bool) -> None:
    page = signed_in_at(browser, site.address, site.keys["prosecutor"]).new_page()
    if not scripts:
        # Without any of our scripts; the browser's own is what the test looks with.
        page.route("**/*.js", lambda route: route.abort())
    page.goto(f"/charges/{site.made.road.charge}/dismiss/")
    _tab_to(page, "ground=evidence")
    page.keyboard.press("Space")
    _tab_to(page, "explanation")
    page.keyboard.type(WHY)
    _tab_to(page, "served=yes")
    page.keyboard.press("ArrowDown")
    _tab_to(page, "Read what follows")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Read and sign")).to_be_visible()
    assert page.locator("h1:focus").count() == 1
    _tab_to(page, "word")
    page.keyboard.type("sign")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{site.made.road.case}/")
    expect(page.get_by_text("Support goes on, and is looked at again.")).to_be_visible()


def test_a_wrong_answer_takes_the_focus_to_what_is_wrong(browser: Browser, site: Site) -> None:
    page = signed_in_at(browser, site.address, site.keys["prosecutor"]).new_page()
    page.goto(f"/charges/{site.made.road.charge}/dismiss/")
    page.get_by_role("button", name="Read what follows").click()
    assert page.locator(".error-summary:focus").count() == 1
    assert page.title().startswith("Problem:")


def test_the_one_hour_notice_is_told_by_keyboard_alone(browser: Browser, site: Site) -> None:
    page = signed_in_at(browser, site.address, site.keys["prosecutor"]).new_page()
    page.goto(f"/notices/{site.made.escape}/")
    _tab_to(page, "Enter that it was told")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tell/")
    _tab_to(page, "by_voice=yes")
    page.keyboard.press("Space")
    _tab_to(page, "evidence")
    page.keyboard.type("By telephone at 10:10, with the interpreter")
    _tab_to(page, "understood=yes")
    page.keyboard.press("Space")
    _tab_to(page, "Enter that it was told")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/notices/{site.made.escape}/")
    expect(page.get_by_text("By telephone at 10:10, with the interpreter")).to_be_visible()


def test_nothing_scrolls_sideways_in_dutch_on_the_smallest_screen(browser: Browser, site: Site) -> None:
    wide = []
    for who, key in site.keys.items():
        context = signed_in_at(browser, site.address, key, width=320)
        context.set_extra_http_headers({"accept-language": "nl"})
        for name, (by, path) in _pages(site.made).items():
            if by != who:
                continue
            page = context.new_page()
            page.goto(path)
            assert page.evaluate("document.documentElement.lang") == "nl"
            if page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0:
                wide.append(name)
            page.close()
    assert wide == []
