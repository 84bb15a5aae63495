"""Case 1, *Station*: fifteen or seventeen; two services, one conviction and one dismissal."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.demonstration import Demo
from tests.journeys.looking import look_at
from tests.journeys.walking import case_of, choose, follow, press, reads, road, section

pytestmark = pytest.mark.browser


def test_the_road_shows_the_conviction_the_dismissal_and_support_that_goes_on(demo: Demo) -> None:
    case = case_of(demo, "M. de Wit", "Station")
    reads(
        road(case),
        "Informative interview, 10 August",
        "Report, 17 August. Yonas.",
        "Branch. Dismissed, 21 October. Suspect B. This branch ends here.",
        "Support review, 21 October. The case started this.",
        "Convicted, 25 November. Suspect A. This is where it stands now.",
        "Final. This may come.",
        "Support goes on. It does not stop because the case stops.",
    )
    reads(case, "Everything hangs on the words of Yonas alone")


def test_two_sources_disagree_and_the_rules_for_a_child_protect(demo: Demo) -> None:
    case = case_of(demo, "M. de Wit", "Station")
    reads(case, "Sources disagree. Rules look at the youngest possible age: 16.", "Guardian: F. Haile")
    follow(case, "Open Yonas")
    reads(case, "his own words", "age assessment", "Tigrinya")
    reads(case, "Let the minor bring a representative or an adult of their choice")
    follow(case, "Station")
    follow(case, "Notices")
    follow(case, "First contact")
    reads(case, "Told in Tigrinya through the interpreter; he said it back in his own words.")


def test_interviews_count_over_two_services_and_other_interviewers_have_a_reason(demo: Demo) -> None:
    case = case_of(demo, "J. Vos", "Station")
    reads(case, "AVIM Rotterdam leads, Labour Authority takes part", "3 with Yonas.", "turned into a report at 11:42")
    follow(case, "11 Sept")
    reads(
        case,
        "Let the same people interview the minor each time.",
        "Visser is ill for a long time. El Idrissi is here again",
        "K. Smit",
    )
    reads(case, "Sound: 35:00 of 35:00.", "Image: 35:00 of 35:00.")


def test_the_conviction_says_what_it_opens_and_the_recordings_stay(demo: Demo) -> None:
    case = case_of(demo, "H. Bos", "Station")
    reads(case, "What the last decision moves", "Payment of damage in the criminal case Opens")
    follow(case, "Decisions")
    reads(case, "They stay until this is so: The judgement is final.")
    expect(case.get_by_role("link", name="Enter an appeal")).to_be_visible()
    follow(case, "25 Nov 2026")
    reads(case, "human trafficking", "€ 8400.00")


def test_the_guardian_reads_the_verdict_once_it_is_told(demo: Demo) -> None:
    portal = demo.sign_in("portal", "haile")
    reads(portal, "These pages are about Yonas.", "The case against one person stops. Your support goes on.")
    desk = demo.sign_in("desk", "H. Bos")
    desk.get_by_role("main").get_by_text("Later:").click()
    follow(desk, "Read and tell : Tell Yonas")
    reads(desk, "At the latest on Wednesday 9 December", "14 days, counted from: the decision is known.", "Tigrinya")
    follow(desk, "Send the letter")
    desk.get_by_label("To whom?").select_option(label="Yonas")
    desk.get_by_label("How does it go?").fill("To the address of his guardian, in Tigrinya and Dutch.")
    press(desk, "Send it")
    reads(desk, "Type the word “send”. Nothing was sent.")
    look_at(desk, "desk-notice-send-word")
    desk.get_by_label("Type the word “send”").fill("send")
    press(desk, "Send it")
    reads(desk, "Sent. It counts as told when it is known to have arrived.")
    follow(desk, "Enter that it was told")
    press(desk, "Enter that it was told")
    reads(desk, "Say in a few words how, where and with whom it was done.")
    look_at(desk, "desk-notice-tell-missing")
    desk.get_by_label("Who was told?").select_option(label="Yonas")
    choose(desk, "How?", "A letter, and it is known to have arrived")
    desk.get_by_label("How is that known?").fill("His guardian called: they read it together with the interpreter.")
    choose(desk, "Did the person understand it?", "Yes")
    press(desk, "Enter that it was told")
    reads(desk, "Entered.", "His guardian called: they read it together with the interpreter.")
    section(desk, "Start")
    expect(desk.get_by_role("main")).not_to_contain_text("Tell Yonas")
    portal.reload()
    expect(portal.get_by_role("heading", level=1)).to_contain_text("guilty")
    follow(portal, "Read all of it, in plain words")
    reads(portal, "He can still go to a higher court.")
