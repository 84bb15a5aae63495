"""How a person gets through the pages of a journey: by what stands on links, buttons and labels, never by an id."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.demonstration import Demo


def main_part(page: Page) -> Locator:
    """Everything but the top and the foot."""
    return page.get_by_role("main")


def follow(page: Page, words: str) -> None:
    """Follow the link in the main part that begins with these words."""
    main_part(page).get_by_role("link", name=re.compile(rf"^\s*{re.escape(words)}")).first.click()


def press(page: Page, words: str) -> None:
    """Press the button in the main part that begins with these words."""
    main_part(page).get_by_role("button", name=re.compile(rf"^\s*{re.escape(words)}")).first.click()


def choose(page: Page, question: str, answer: str) -> None:
    """Choose an answer that is shown at once."""
    group = page.get_by_role("group", name=re.compile(re.escape(question)))
    group.get_by_role("radio", name=answer, exact=True).check()


def section(page: Page, words: str) -> None:
    """Go to a section of the site by the links at the top."""
    page.get_by_role("banner").get_by_role("link", name=words, exact=True).first.click()


def reads(where: Page | Locator, *sentences: str) -> None:
    """Expect each of the sentences, wherever it stands."""
    place = main_part(where) if isinstance(where, Page) else where
    for sentence in sentences:
        expect(place).to_contain_text(sentence)


def road(page: Page) -> Locator:
    """The road of a case as it is read out: one line a station."""
    return page.get_by_role("list", name="The road of this case")


def case_of(demo: Demo, name: str, title: str) -> Page:
    """A window of ``name`` on the page of a case, found as people find it."""
    page = demo.sign_in("desk", name)
    section(page, "Cases")
    follow(page, title)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return page
