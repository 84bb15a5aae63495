"""Case 4, *Flat*: her no; the case goes on without her, and her support goes on after it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.demonstration import Demo
from tests.journeys.looking import look_at
from tests.journeys.walking import case_of, choose, follow, press, reads, road, section

pytestmark = pytest.mark.browser


def test_the_acquittal_ends_the_case_line_and_starts_a_review_of_support(demo: Demo) -> None:
    case = case_of(demo, "M. de Wit", "Flat")
    reads(
        road(case),
        "No to a report, 12 August. Ioana.",
        "Acquitted, 30 October. Landlord.",
        "Support review, 30 October. The case started this.",
        "Support goes on. It does not stop because the case stops.",
    )
    reads(case, "Two neighbours saw visitors and a man who counted money", "Cash deposits on the mornings after")
    follow(case, "Open Ioana")
    reads(case, "Said no to a report.", "The interviews of this person stop.", "Time to think taken, 15 May 2026")


@pytest.mark.parametrize("name", ["M. de Wit", "S. Kaya"])
def test_nobody_can_end_support_because_the_case_ended(demo: Demo, name: str) -> None:
    case = case_of(demo, name, "Flat")
    follow(case, "Open Ioana")
    follow(case, "Open support")
    reads(case, "Under review, goes on.")
    follow(case, "End support")
    choose(case, "Why would it end?", "The case ended")
    press(case, "End support for this reason")
    reads(
        case,
        "You cannot close support because the case ended.",
        "Only the person, or the end of the need, ends support.",
        "You can plan a review.",
        "Whom to ask",
        "We wrote down that you tried.",
    )
    look_at(case, "desk-support-end-refused")
    follow(case, "Go back, and write nothing down")
    reads(case, "Under review, goes on.")


def test_she_reads_that_support_has_not_ended_and_which_ways_need_no_guilty_verdict(demo: Demo) -> None:
    portal = demo.sign_in("portal", "ioana")
    expect(portal.get_by_role("heading", level=1)).to_have_text("The court case has ended. Your support has not.")
    ways = portal.get_by_role("listitem").filter(has_text="Needs a guilty verdict")
    for way, needed in (
        ("Compensation fund", "no"),
        ("Civil court", "no"),
        ("Permit to stay after three years", "no"),
        ("Payment of damage in the criminal case", "yes"),
        ("Permit to stay after a guilty verdict", "yes"),
    ):
        one = ways.filter(has=portal.get_by_role("heading", name=way))
        expect(one).to_contain_text(f"Needs a guilty verdict: {needed}")
    reads(
        portal.get_by_role("list", name="Your road"),
        "The court: not guilty, 30 October. The case ends here.",
        "Support goes on.",
    )


def test_what_she_asks_for_reaches_her_care_coordinator(demo: Demo) -> None:
    portal = demo.sign_in("portal", "ioana")
    section(portal, "Support")
    reads(portal, "S. Kaya is your care coordinator")
    portal.get_by_label("What do you need, or what do you want to ask?").fill("A room in another city.")
    press(portal, "Ask this")
    reads(portal, "We wrote down what you ask.", "A room in another city.")
    desk = demo.sign_in("desk", "S. Kaya")
    follow(desk, "Open : Ioana asks for something")
    reads(desk, "Asked for something, Monday 30 November", "A room in another city.")
    follow(desk, "Enter what the person needs")
    desk.get_by_label("What?").fill("A room in another city; S. Kaya asks the shelter there.")
    press(desk, "Enter the needs")
    reads(desk, "A room in another city; S. Kaya asks the shelter there.")
    portal.reload()
    reads(portal, "A room in another city; S. Kaya asks the shelter there.")
