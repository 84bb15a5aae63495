"""Case 5, *Crossing*: dismissed abroad, ordered back by the court, and an escape that must be told within the hour."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.demonstration import Demo
from tests.journeys.looking import look_at
from tests.journeys.walking import case_of, choose, follow, press, reads, road, section

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def escaped(demo: Demo) -> str:
    """H. Bos enters that the driver escaped once more; what Sunita must hear."""
    words = "He climbed over the fence. The police look for him."
    case = case_of(demo, "H. Bos", "Crossing")
    follow(case, "Decisions")
    follow(case, "Enter that somebody is free")
    press(case, "Enter it, and make the notices due")
    reads(case, "Something is missing")
    look_at(case, "desk-detention-missing")
    case.get_by_label("Who?").select_option(label="Driver")
    choose(case, "What happened?", "Escaped, or did not come back")
    case.get_by_label("What victims may know").fill(words)
    press(case, "Enter it, and make the notices due")
    reads(case, "Entered. Now tell each victim.", "Sunita: Escape", "by voice")
    return words


def notice_of(case: Page) -> None:
    """From the page of the case to the notice that must be told."""
    follow(case, "Notices")
    follow(case, "Read and tell")
    expect(case.get_by_role("heading", level=1)).to_have_text("Escape: Sunita")


def test_the_case_went_abroad_was_dismissed_and_came_back_with_a_trail(demo: Demo) -> None:
    case = case_of(demo, "M. de Wit", "Crossing")
    reads(
        road(case),
        "Handed to another country, 3 July.",
        "Dismissed, 21 August. Driver. The case line ends here.",
        "Support review, 21 August. The case started this.",
        "Re-opened, 10 November. The case comes back here.",
        "Support goes on.",
    )
    follow(case, "Notices")
    told = case.get_by_role("row")
    expect(told.filter(has_text="Handed to another country")).to_contain_text("Friday 3 July")
    expect(told.filter(has_text="Re-opened")).to_contain_text("Wednesday 11 November")
    follow(case, "Handed to another country")
    reads(case, "This may change your right to stay.", "Your stay may change; ask your lawyer.")


def test_the_complaint_was_upheld_and_the_court_ordered_to_go_on(demo: Demo) -> None:
    case = case_of(demo, "H. Bos", "Crossing")
    follow(case, "Decisions")
    reads(case, "The court orders to go on", "Another country takes over")
    follow(case, "Open : Sunita")
    reads(case, "I know the owner's name. Nobody asked me.", "No limit, because the suspect got no formal notice.")


def test_the_escape_at_night_was_told_within_the_hour(demo: Demo) -> None:
    case = case_of(demo, "M. de Wit", "Crossing")
    follow(case, "Notices")
    follow(case, "Escape")
    reads(
        case,
        "Known since Saturday 28 November, 02:40.",
        "ne hour, counted from: the prosecutor knows it.",
        "Saturday 28 November, 03:12",
        "Called at 03:12 with the interpreter on the line.",
    )


def test_a_new_escape_stands_on_top_with_the_clock_and_the_words_to_read(demo: Demo, escaped: str) -> None:
    start = demo.sign_in("desk", "H. Bos")
    first = start.get_by_role("main").get_by_role("heading", level=2).first
    expect(first).to_have_text(re.compile(r"By 1[1-9]:\d\d, by voice"))
    reads(start, "Tell Sunita about the escape", escaped)
    look_at(start, "desk-start-within-the-hour")


@pytest.mark.usefixtures("escaped")
def test_it_is_held_back_only_for_a_recorded_risk_and_by_two_persons(demo: Demo) -> None:
    alone = case_of(demo, "H. Bos", "Crossing")
    notice_of(alone)
    follow(alone, "Ask to hold this notice back")
    press(alone, "Ask a second person to agree")
    reads(alone, "Write down the risk to the suspect and what shows it.")
    risk = "Two men with a knife wait for him; the police saw them."
    alone.get_by_label("What is the risk to the suspect, and what shows it?").fill(risk)
    alone.get_by_label("When is this looked at again?").fill("2026-12-04")
    press(alone, "Ask a second person to agree")
    reads(alone, "Asked. Until a second person agrees it must be told.", risk)
    expect(alone.get_by_role("link", name="Agree to hold this notice back")).to_have_count(0)

    second = case_of(demo, "K. Smit", "Crossing")
    notice_of(second)
    follow(second, "Agree to hold this notice back")
    # The first person opens the very page that was meant for the second.
    alone.goto(second.url)
    press(alone, "Agree: hold it back")
    reads(alone, "You cannot agree to your own request.", "Until then the notice must be told.")
    look_at(alone, "desk-notice-agree-alone-refused")
    section(alone, "Start")
    reads(alone, "Tell Sunita about the escape")

    press(second, "Agree: hold it back")
    reads(second, "Held back. It is looked at again on the day that was chosen.", "Friday 4 December 2026", risk)
    section(alone, "Start")
    reads(alone, "Look again: held back from Sunita about the escape")
    expect(alone.get_by_role("main")).not_to_contain_text("Read this aloud")
    follow(second, "Tell it after all")
    press(second, "It must be told")
    reads(second, "It must be told now.")
    section(alone, "Start")
    reads(alone, "Tell Sunita about the escape")
