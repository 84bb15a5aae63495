"""The portal in a real browser: the main path by keyboard, accessibility rules, and no sideways scrolling.

With ``WAARBORG_SCREENS`` naming a folder, pictures of every page are left there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.faces.portal.stories import Story, after_an_acquittal, before_an_interview
from tests.faces.signing import NUMBER, PASSWORD
from waarborg.apps.interviews.models import Interview
from waarborg.kernel.actors import Role

pytestmark = pytest.mark.browser

_RULES: Final = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
_ONLY_TELL: Final = ("help", "who", "accessibility", "traces")

type Program = Callable[[], AbstractContextManager[str]]


@contextmanager
def _signed_in(browser: Browser, address: str, username: str, **how: Any) -> Iterator[Page]:  # noqa: ANN401 - passed on
    """A page of somebody who signed in as everybody does."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce", locale="en-GB", **how
    )
    page = context.new_page()
    page.goto(f"{address}/sign-in/")
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("[name=proof]").fill(NUMBER)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(lambda url: "sign-in" not in url)
    yield page
    context.close()


def _look(page: Page, name: str) -> None:
    """What a machine can see of a page at 1280, 360 and 320 px."""
    folder = os.environ.get("WAARBORG_SCREENS")
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 900})
        sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert sideways <= 0, f"{name} scrolls {sideways} px sideways at {width} px"
        if width == 320:
            continue
        report = Axe().run(page, options=_RULES)
        assert report.violations_count == 0, f"{name} at {width} px: {report.generate_report()}"
        if folder:
            page.screenshot(path=Path(folder) / f"portal-{name}-{width}.png", full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})


def _pages(story: Story) -> dict[str, str]:
    """Every page that shows something of the person, by name."""
    seen = Interview.objects.filter(person=story.person).order_by("starts_at")
    return {
        "home": "/",
        "rights": "/rights/",
        "right": "/rights/person_of_choice/",
        "interviews": "/interviews/",
        **{f"interview-{place}": f"/interviews/{row.pk}/" for place, row in enumerate(seen)},
        "support": "/support/",
        "support-end": "/support/end/",
        "choices": "/choices/",
        "looked": "/looked/",
        "way": "/ways/compensation_fund/",
        **{name: f"/{name}/" for name in _ONLY_TELL},
    }


def test_m8_after_an_acquittal_every_page_is_clean(portal_program: Program, browser: Browser) -> None:
    story = after_an_acquittal()
    username = story.account(username="ioana").username
    pages = {**_pages(story), "notice": f"/notices/{story.notice('acquittal')}/"}
    with portal_program() as address, _signed_in(browser, address, username) as page:
        for name, path in pages.items():
            page.goto(f"{address}{path}")
            assert page.title() == "Waarborg", "a title that tells nothing"
            _look(page, name)


def test_in_the_dark_and_in_dutch_it_is_clean_too(portal_program: Program, browser: Browser) -> None:
    story = after_an_acquittal()
    username = story.account(username="ioana").username
    with portal_program() as address, _signed_in(browser, address, username, color_scheme="dark") as page:
        page.get_by_role("button", name="Nederlands").click()
        page.wait_for_selector("html[lang=nl]")
        for name in ("home", "rights", "interviews", "support"):
            page.goto(f"{address}{_pages(story)[name]}")
            _look(page, f"{name}-dark-nl")


def test_m19_m20_m21_before_an_interview_every_page_is_clean(portal_program: Program, browser: Browser) -> None:
    story = before_an_interview()
    username = story.account(username="yonas").username
    with portal_program() as address, _signed_in(browser, address, username) as page:
        for name, path in _pages(story).items():
            if name == "home" or name.startswith("interview-"):
                page.goto(f"{address}{path}")
                _look(page, f"young-{name}")


def test_several_persons_are_chosen_on_a_clean_page(portal_program: Program, browser: Browser) -> None:
    first, second = after_an_acquittal(), before_an_interview()
    username = first.account(Role.LAWYER, first.person, second.person, username="lawyer").username
    with portal_program() as address, _signed_in(browser, address, username) as page:
        assert page.url == f"{address}/whose/"
        _look(page, "whose")


def _go_to(page: Page, words: str) -> None:
    """Press the tabulator until something that says ``words`` has the focus, then Enter; a person without a mouse."""
    for _ in range(120):
        page.keyboard.press("Tab")
        said = page.evaluate("document.activeElement.innerText || document.activeElement.name || ''")
        if words in said:
            page.keyboard.press("Enter")
            return
    pytest.fail(f"the keyboard does not reach {words!r}")


def test_the_main_path_goes_by_keyboard_alone(portal_program: Program, browser: Browser) -> None:
    story = after_an_acquittal()
    username = story.account(username="ioana").username
    with portal_program() as address, _signed_in(browser, address, username) as page:
        page.keyboard.press("Tab")
        assert "Go to the main part" in page.evaluate("document.activeElement.innerText")
        page.keyboard.press("Tab")
        assert "Leave this site" in page.evaluate("document.activeElement.innerText"), "the way out comes first"
        _go_to(page, "Read all of it, in plain words")
        page.wait_for_url("**/notices/**")
        _go_to(page, "I read this")
        page.get_by_text("We wrote down that you read this.").wait_for()
        page.goto(f"{address}/support/")
        page.keyboard.press("Tab")
        page.get_by_label("What do you need, or what do you want to ask?").focus()
        page.keyboard.type("I want to talk with Samira.")
        _go_to(page, "Ask this")
        page.get_by_text("We wrote down what you ask.").wait_for()
        assert "I want to talk with Samira." in page.inner_text("main")


def test_without_scripts_everything_still_works(portal_program: Program, browser: Browser) -> None:
    story = after_an_acquittal()
    username = story.account(username="ioana").username
    with portal_program() as address, _signed_in(browser, address, username, java_script_enabled=False) as page:
        page.goto(f"{address}/rights/lawyer/")
        page.get_by_role("button", name="Send this to the team").click()
        assert "You asked to use this right." in page.inner_text("main")
