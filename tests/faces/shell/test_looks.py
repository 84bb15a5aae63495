"""The pattern book in a real browser: what a machine can see of beauty, and what scripts do.

With ``WAARBORG_SCREENS`` naming a folder, pictures of every page are left there.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page

pytestmark = pytest.mark.browser

PAGES = ("public_home", "door", "receipt", "portal_home", "case", "interview", "form_errors", "roads")
_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def _opened(browser: Browser, width: int, **how: Any) -> Page:  # noqa: ANN401 - passed on to the browser
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **how)
    return context.new_page()


def _sideways(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_and_no_page_complains(browser: Browser, book: str, width: int, scheme: str) -> None:
    page = _opened(browser, width, color_scheme=scheme)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    folder = os.environ.get("WAARBORG_SCREENS")
    for name in (*PAGES, "public_home?rtl", "roads?rtl"):
        page.goto(f"{book}/book/{name.partition('?')[0]}/")
        if name.endswith("?rtl"):
            page.evaluate("document.documentElement.dir = 'rtl'")
        page.evaluate("document.querySelectorAll('details:not(.drop)').forEach(fold => fold.open = true)")
        report = Axe().run(page, options=_RULES)
        assert report.violations_count == 0, f"{name} at {width} px, {scheme}: {report.generate_report()}"
        if folder:
            page.screenshot(path=Path(folder) / f"book-{name.replace('?', '-')}-{width}-{scheme}.png", full_page=True)
    assert complaints == []
    page.context.close()


@pytest.mark.parametrize("width", [320, 800])
def test_nothing_scrolls_sideways(browser: Browser, book: str, width: int) -> None:
    page = _opened(browser, width)
    wide = []
    for language in ("en", "nl"):
        for name in PAGES:
            page.goto(f"{book}/{language}/book/{name}/")
            if _sideways(page) > 0:
                wide.append(f"{name} in {language}")
    page.context.close()
    assert wide == []


def test_nothing_scrolls_sideways_with_letters_of_twice_the_size(browser: Browser, book: str) -> None:
    page = _opened(browser, 640)
    for name in PAGES:
        page.goto(f"{book}/book/{name}/")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert _sideways(page) <= 0, name
    page.context.close()


def test_everything_that_takes_the_finger_is_large_enough(browser: Browser, book: str) -> None:
    page = _opened(browser, 360)
    small = []
    for name, least in (("public_home", 44), ("door", 44), ("receipt", 44), ("portal_home", 44), ("case", 36)):
        page.goto(f"{book}/book/{name}/")
        small += page.evaluate(
            """least => [...document.querySelectorAll('a.utrecht-button, button, .option, .drop > summary')]
                .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < least - 0.5)
                .map(each => each.outerHTML.slice(0, 80))""",
            least,
        )
    page.context.close()
    assert small == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = _opened(browser, 1280)
    yield opened
    opened.context.close()


def _neutral(page: Page) -> list[str]:
    """Answer the neutral page from here, and note each request for it."""
    asked: list[str] = []

    def answer(route: Any) -> None:  # noqa: ANN401 - the browser's own type
        asked.append(route.request.url)
        route.fulfill(status=200, content_type="text/html", body="<title>Weather</title>Sun")

    page.route("https://**/*", answer)
    return asked


def test_leaving_hides_the_page_at_once_and_back_does_not_return_to_it(page: Page, book: str) -> None:
    _neutral(page)
    page.goto(f"{book}/book/receipt/")
    page.goto(f"{book}/book/door/")
    left = page.evaluate(
        """() => { document.querySelector('a[data-exit]').click(); return document.body.childElementCount; }"""
    )
    assert left == 0
    page.wait_for_url("https://**/*")
    page.go_back()
    assert "/book/door/" not in page.url


def test_shift_three_times_leaves(page: Page, book: str) -> None:
    asked = _neutral(page)
    page.goto(f"{book}/book/door/")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_url("https://**/*")
    assert asked


def test_writing_capitals_does_not_leave(page: Page, book: str) -> None:
    asked = _neutral(page)
    page.goto(f"{book}/book/form_errors/")
    page.goto(f"{book}/book/door/")
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    time.sleep(0.2)
    assert asked == []
    assert page.url.endswith("/book/door/")


def test_without_scripts_leaving_is_a_link(browser: Browser, book: str) -> None:
    page = _opened(browser, 360, java_script_enabled=False)
    asked = _neutral(page)
    page.goto(f"{book}/book/door/")
    page.click("a[data-exit]")
    page.wait_for_url("https://**/*")
    assert asked
    page.context.close()


def test_the_colours_follow_the_switch_with_and_without_scripts(browser: Browser, book: str) -> None:
    for scripts in (True, False):
        page = _opened(browser, 1280, color_scheme="light", java_script_enabled=scripts)
        page.goto(f"{book}/book/case/")
        page.check("#colours-dark")
        box = page.locator("body")
        assert box.evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(18, 24, 30)"
        page.context.close()


def test_the_chosen_colours_stay_on_the_next_page_and_set_no_cookie(page: Page, book: str) -> None:
    page.goto(f"{book}/book/door/")
    page.check("#colours-dark")
    page.goto(f"{book}/book/receipt/")
    assert page.is_checked("#colours-dark")
    assert page.evaluate("document.documentElement.dataset.colours") == "dark"
    assert page.context.cookies() == []


def test_the_error_summary_takes_the_focus_with_and_without_scripts(browser: Browser, book: str) -> None:
    for scripts in (True, False):
        page = _opened(browser, 1280, java_script_enabled=scripts)
        page.goto(f"{book}/book/form_errors/")
        assert page.locator(".error-summary:focus").count() == 1
        page.context.close()


def test_a_screen_that_nobody_touches_is_covered_and_then_goes(page: Page, book: str) -> None:
    page.clock.install()
    page.goto(f"{book}/book/door/")
    page.clock.fast_forward("09:00")
    assert page.locator(".blank").count() == 0
    page.clock.fast_forward("01:10")
    assert page.locator(".blank").is_visible()
    page.click(".blank button")
    assert page.locator(".blank").count() == 0
    page.clock.fast_forward("10:10")
    page.clock.fast_forward("20:10")
    page.wait_for_url(f"{book}/")


def test_text_that_would_be_lost_is_asked_for_once(page: Page, book: str) -> None:
    page.goto(f"{book}/book/door/")
    page.evaluate("document.querySelector('form[method=post]').dataset.keepsNothing = ''")
    page.check("#id_door_0")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.evaluate("location.href = '/book/receipt/'")
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert page.url.endswith("/book/door/")


def test_escape_closes_the_menu_and_never_leaves_the_page(browser: Browser, book: str) -> None:
    page = _opened(browser, 360)
    page.goto(f"{book}/book/case/")
    page.click(".drop.menu summary")
    assert page.locator(".drop.menu a").first.is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".drop.menu a").first.is_visible()
    assert page.locator(".drop.menu summary:focus").count() == 1
    page.context.close()


def test_the_keyboard_leads_to_cases_on_the_desk(page: Page, book: str) -> None:
    page.goto(f"{book}/book/interview/")
    page.keyboard.press("Alt+Shift+KeyC")
    page.wait_for_url("**/cases/")


def test_the_code_can_be_copied(page: Page, book: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{book}/book/receipt/")
    page.click("[data-copies]")
    page.wait_for_function("document.getElementById('said').textContent === 'Copied.'")
    assert page.evaluate("navigator.clipboard.readText()") == "4829 1170 6352 0948"


def test_on_paper_there_is_no_header_and_the_road_is_a_list(page: Page, book: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{book}/book/case/")
    assert not page.locator(".top").is_visible()
    assert page.locator(".road > ol").bounding_box()["height"] > 100  # type: ignore[index] # it is visible
    assert page.locator("h1").evaluate("each => getComputedStyle(each).color") == "rgb(0, 0, 0)"


def test_what_the_lines_mean_survives_without_colours(page: Page, book: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{book}/book/case/")
    strokes = page.evaluate(
        """() => [...document.querySelectorAll('.road-wide .run svg > *')].map(each => getComputedStyle(each).stroke)"""
    )
    assert strokes
    assert "none" not in strokes


def test_a_piece_that_is_loaded_again_is_said_and_takes_the_focus_that_was_lost(page: Page, book: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(f"{book}/book/partial/")
    page.focus("#more")
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('said').textContent === 'One line is not met.'")
    assert page.evaluate("document.activeElement.textContent") == "One line"
    assert complaints == []


def test_without_scripts_the_same_link_leads_to_the_piece(browser: Browser, book: str) -> None:
    page = _opened(browser, 1280, java_script_enabled=False)
    page.goto(f"{book}/book/partial/")
    page.click("#more")
    page.wait_for_url("**/book/piece/")
    page.context.close()


def test_the_same_form_is_not_sent_twice_by_two_presses(page: Page, book: str) -> None:
    sent: list[str] = []

    def hold(route: Any) -> None:  # noqa: ANN401 - the browser's own type
        sent.append(route.request.method)
        if route.request.method == "GET":
            route.continue_()
        else:
            route.fulfill(status=204)  # nothing comes back, and the page stays

    page.route("**/book/door/", hold)
    page.goto(f"{book}/book/door/")
    page.evaluate("document.querySelector('form[method=post]').noValidate = true")
    button = page.locator(".utrecht-button--primary-action")
    button.click()
    button.evaluate("each => each.click()")
    page.wait_for_timeout(600)
    assert sent.count("POST") == 1
    assert button.get_attribute("aria-disabled") == "true"
