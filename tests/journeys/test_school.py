"""Case 3, *School*: a child, a parent who is the suspect, and a recorder that stopped after nine minutes."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.demonstration import Demo
from tests.journeys.looking import look_at
from tests.journeys.walking import case_of, follow, press, reads

pytestmark = pytest.mark.browser


def test_what_must_be_told_goes_to_the_guardian_and_never_to_the_mother(demo: Demo) -> None:
    case = case_of(demo, "N. Bakker", "School")
    reads(case, "Parent: Mother. Gets no notices: is a suspect.", "Appointed by the court: R. Yildiz.")
    follow(case, "Notices")
    told = case.get_by_role("table")
    expect(told.get_by_role("row").filter(has_text="First contact")).to_contain_text("Mila (through R. Yildiz)")
    expect(told).not_to_contain_text("Mother")
    follow(case, "First contact")
    reads(case, "A suspect never gets a notice.", "Handed to R. Yildiz, who explained it to Mila with drawings.")


def test_she_is_twelve_and_image_stays_a_must(demo: Demo) -> None:
    case = case_of(demo, "N. Bakker", "School")
    follow(case, "Open Mila")
    reads(
        case,
        "From then only until we know: Record sound and image of the whole interview.",
        "Record sound and image of the whole interview. must",
        "What an earlier interview had never goes down: image stays where there was image.",
    )
    follow(case, "School")
    follow(case, "7 Dec")
    expect(case.get_by_label("What must still be learned?")).to_have_value(
        "How she went to the second flat, and who brought her. Nobody has asked that yet."
    )
    expect(case.get_by_role("checkbox", name="The journey")).to_be_checked()
    reads(case, "Record sound and image of the whole interview.", "Utrecht studio, Utrecht")


def test_the_aunt_is_refused_with_a_ground_and_the_teacher_comes(demo: Demo) -> None:
    case = case_of(demo, "N. Bakker", "School")
    follow(case, "7 Dec")
    follow(case, "Hold")

    def settle(state: str, who: str, ground: str) -> None:
        case.get_by_text("Enter what became of it").click()
        case.get_by_label("Somebody of their own choice beside them").select_option(label=state)
        case.get_by_label("Who?").select_option(label=who)
        case.get_by_label("If refused, on what ground?").fill(ground)
        press(case, "Enter this")

    settle("Chosen, and refused", "Aunt (Witness)", "")
    expect(case.get_by_role("main")).to_contain_text("ground")
    look_at(case, "desk-companion-refused-without-ground")
    settle("Chosen, and refused", "Aunt (Witness)", "She may have to be a witness herself. Mila was told why.")
    reads(case, "What became of the companion is entered.", "Chosen, and refused")
    settle("Chosen, and beside them", "Ms Janssen, teacher (Companion)", "")
    reads(case, "What became of the companion is entered.", "Chosen, and beside them")


def test_nine_minutes_of_forty_eight_are_explained_by_leave_and_the_interview_is_closed(demo: Demo) -> None:
    case = case_of(demo, "N. Bakker", "School")
    reads(case, "Close the interview with Mila")
    follow(case, "Open : Close the interview with Mila")
    reads(
        case,
        "Sound: 9:00 of 48:00: too short.",
        "Image: 9:00 of 48:00: too short.",
        "Explained, by leave",
        "The studio recorder stopped after nine minutes.",
        "H. Bos gave leave, Tuesday 17 November",
        "Every duty is met or explained",
    )
    look_at(case, "desk-interview-close-by-leave")
    press(case, "Close this interview")
    reads(case, "The interview is closed.", "What the rules found is kept with it, and can be recomputed.")
    look_at(case, "desk-interview-closed")
    follow(case, "School")
    row = case.get_by_role("row").filter(has_text="16 Nov")
    expect(row).to_contain_text("Closed")
    expect(row).to_contain_text("3 explained")
    expect(case.get_by_role("main")).not_to_contain_text("Close the interview with Mila")
