"""Signing in: by keyboard, on a telephone without scripts, for axe at both widths, and when nobody is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.apps.cases.acting import case_by, detective, done, person_in
from tests.faces.desk.serving import served
from tests.faces.signing import NUMBER, PASSWORD, code_of, member, on_the_site, with_app
from waarborg.apps.rights.inviting import invite
from waarborg.faces.shell.actors import now
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import PersonId

pytestmark = pytest.mark.browser
_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@dataclass(frozen=True, kw_only=True)
class People:
    """Who signs in; made before the browser starts, which lets nobody at the database."""

    #: By site: the secret of somebody's app.
    secrets: Mapping[str, str]
    #: What a detective handed over.
    code: str


@pytest.fixture
def people(fresh_database: Mapping[str, str]) -> People:
    secrets = {
        site: with_app(member(role, site=site, username=f"somebody-{site}"))
        for site, role in (("desk", Role.DETECTIVE), ("portal", Role.VICTIM))
    }
    officer = detective()
    person = PersonId(person_in(case_by(officer), officer).pk)
    code = done(invite(actor=officer, on=now(), person=person, role=Role.VICTIM)).code
    return People(secrets=secrets, code=code)


@pytest.fixture
def browser(chromium: str, people: People) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield started
        started.close()


@contextmanager
def _opened(browser: Browser, address: str, **how: object) -> Iterator[Page]:
    context = browser.new_context(base_url=address, locale="en-GB", reduced_motion="reduce", **how)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def _sound(page: Page) -> None:
    report = Axe().run(page, options=_RULES)
    assert report.violations_count == 0, f"{page.url}: {report.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.url


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("site", ["desk", "portal"])
def test_every_page_of_signing_in_is_sound(browser: Browser, people: People, site: str, width: int) -> None:
    with on_the_site(site), served() as address, _opened(browser, address, viewport=_size(width)) as page:
        for path in ("/sign-in/", "/welcome/", "/sign-in/?away=1"):
            page.goto(path)
            _sound(page)
        page.goto("/sign-in/")
        page.get_by_role("button", name="Sign in").click()
        assert page.locator(".error-summary:focus").count() == 1
        _sound(page)
        _type(page, people, site)
        page.get_by_role("button", name="Sign in").click()
        paths = ["/account/", "/account/app/", "/account/number/", "/account/password/"]
        for path in paths if site == "desk" else [*paths, "/account/app/remove/"]:
            page.goto(path)
            expect(page).to_have_url(f"{address}{path}")
            _sound(page)


def _type(page: Page, people: People, site: str) -> None:
    page.fill("[name=username]", f"somebody-{site}")
    page.fill("[name=password]", PASSWORD)
    page.fill("[name=proof]", code_of(people.secrets[site]))


def _size(width: int) -> dict[str, int]:
    return {"width": width, "height": 900}


def test_somebody_signs_in_by_keyboard_alone_and_comes_back_to_the_page(browser: Browser, people: People) -> None:
    with served() as address, _opened(browser, address) as page:
        page.goto("/account/password/")
        page.locator("[name=username]").focus()
        for typed in ("somebody-desk", PASSWORD, code_of(people.secrets["desk"])):
            page.keyboard.type(typed)
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{address}/account/password/")


def test_who_comes_back_in_time_keeps_the_session_and_who_does_not_comes_back_to_the_same_place(
    browser: Browser, people: People
) -> None:
    with served() as address, _opened(browser, address) as page:
        page.goto("/sign-in/")
        _type(page, people, "desk")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{address}/")
        page.clock.install()
        page.goto("/account/")
        page.clock.fast_forward("08:10")
        expect(page.locator(".blank")).to_be_visible()
        with page.expect_response("**/session/") as answered:
            page.click(".blank button")
        assert answered.value.status == HTTPStatus.NO_CONTENT
        page.clock.fast_forward("08:10")
        page.context.clear_cookies()
        page.clock.fast_forward("02:10")
        expect(page).to_have_url(f"{address}/sign-in/?next=%2Faccount%2F")


def test_on_a_telephone_without_scripts_a_code_becomes_an_account_of_ones_own(browser: Browser, people: People) -> None:
    with on_the_site("portal"), served() as address:
        with _opened(browser, address, viewport=_size(360), java_script_enabled=False) as page:
            page.goto("/sign-in/")
            page.get_by_role("link", name="Begin with the code on your card").click()
            page.fill("[name=code]", people.code.lower())
            page.get_by_role("button", name="Continue").click()
            number = page.locator("#code").inner_text()
            page.fill("[name=username]", "ioana")
            page.fill("[name=chosen]", PASSWORD)
            page.get_by_role("button", name="I kept my number, open my account").click()
            expect(page).to_have_url(f"{address}/")
            page.get_by_role("button", name="Sign out").click()
            page.fill("[name=username]", "Ioana")
            page.fill("[name=password]", PASSWORD)
            page.fill("[name=proof]", number)
            page.get_by_role("button", name="Sign in").click()
            expect(page).to_have_url(f"{address}/")
            assert page.title() == "Waarborg"
        assert number.replace("\n", "").replace(" ", "") != NUMBER
