"""Case 2, *Greenhouse*: a report without a name, three workers with three answers, and a complaint."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.demonstration import Demo
from tests.journeys.looking import look_at
from tests.journeys.walking import case_of, choose, follow, press, reads, road, section

pytestmark = pytest.mark.browser

TOLD = "Behind the auction they sleep in a shed. I saw the van."


@pytest.fixture(scope="module")
def code(demo: Demo) -> str:
    """Somebody without scripts reports about work and gives no name; the code that they keep."""
    page = demo.visitor(scripts=False)
    follow(page, "Start a report")
    page.get_by_role("radio", name="No", exact=True).check()
    press(page, "Continue")
    page.get_by_role("checkbox", name="Work", exact=True).check()
    press(page, "Continue")
    page.get_by_role("radio", name="I saw it").check()
    press(page, "Continue")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("TCI")
    reads(page, "Because it is about work, and you do not give your name.", "locked by our computer")
    press(page, "Continue")
    page.get_by_label("Tell it as you want").fill(TOLD)
    press(page, "Continue")
    press(page, "Send to TCI")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your report is locked and sent. Keep this code.")
    words = page.locator(".code").first.inner_text()
    page.context.close()
    return " ".join(words.split())


def mailbox(demo: Demo, code: str) -> Page:
    """The reporter comes back with the code, from another place."""
    page = demo.visitor(scripts=False)
    page.goto(f"{demo.sites['public']}/mailbox/")
    page.get_by_label("Your code").fill(code)
    page.keyboard.press("Enter")
    return page


def test_the_reporter_and_the_door_write_and_nobody_learns_who_it_is(demo: Demo, code: str) -> None:
    desk = demo.sign_in("desk", "P. Jansen")
    follow(desk, "Open : A new report at TCI")
    reads(desk, "Nobody has opened it. Only this door has the key.", "Opening is written down, with your name.")
    expect(desk.get_by_role("main")).not_to_contain_text(TOLD)
    look_at(desk, "desk-report-sealed")
    press(desk, "Open the report")
    reads(desk, TOLD, "Without a name", "Nobody. The reporter can choose one officer in the mailbox.")
    desk.get_by_label("Write to the reporter").fill("Which days does the van come?")
    press(desk, "Put it in the mailbox")
    reads(desk, "Your answer is in the mailbox. Only the reporter can open it.", "not read yet")
    look_at(desk, "desk-report-opened")

    page = mailbox(demo, code)
    reads(page, "Which days does the van come?")
    page.get_by_label("Write to the team").fill("Every day but Sunday.")
    press(page, "Send to TCI")
    reads(page, "Every day but Sunday.")
    page.context.close()

    section(desk, "Start")
    follow(desk, "Open")
    reads(desk, "Every day but Sunday.", "read on Monday 30 November")


def test_three_victims_stand_in_one_case_each_with_an_own_answer(demo: Demo) -> None:
    case = case_of(demo, "J. Vos", "Greenhouse")
    reads(
        road(case),
        "Report, 1 October. Plamen.",
        "No to a report, 1 October. Desislava.",
        "Time to think, 1 October. Minh.",
        "Prosecuted, 10 November. Employer.",
        "Branch. Dismissed, 10 November. Foreman. This branch ends here.",
    )
    for name in ("Plamen", "Desislava", "Minh"):
        reads(road(case), f"Support review, 10 November. {name}. The case started this.")
    follow(case, "Open Minh")
    reads(case, "Vietnamese", "Lawful stay", "Support", "Under review, goes on")
    reads(case, "Time to think runs from 1 October 2026 to 1 January 2027. It cannot be made longer.")
    look_at(case, "desk-person-reflection")


def test_no_interview_can_be_planned_with_who_said_no(demo: Demo) -> None:
    case = case_of(demo, "J. Vos", "Greenhouse")
    follow(case, "Open Desislava")
    reads(case, "Said no to a report.", "The interviews of this person stop.")
    section(case, "Interviews")
    follow(case, "Plan an interview")
    follow(case, "Plan an interview in Greenhouse")
    people = case.get_by_role("group", name="Who is heard?").get_by_role("radio")
    expect(people.and_(case.get_by_role("radio", name="Plamen"))).to_have_count(1)
    expect(people.and_(case.get_by_role("radio", name="Minh"))).to_have_count(1)
    expect(people.and_(case.get_by_role("radio", name="Desislava"))).to_have_count(0)
    case.get_by_text("One person cannot be heard now").click()
    reads(case, "Desislava")
    look_at(case, "desk-interview-plan-her-no")


def test_the_fine_warns_and_decides_nothing(demo: Demo) -> None:
    case = case_of(demo, "J. Vos", "Greenhouse")
    follow(case, "Decisions")
    follow(case, "9 Oct 2026")
    reads(case, "On this route protection lapses", "A fine would be quick")


def test_the_dismissal_says_why_and_names_the_complaint(demo: Demo) -> None:
    case = case_of(demo, "H. Bos", "Greenhouse")
    follow(case, "Notices")
    follow(case, "The prosecutor stops : Desislava")
    reads(
        case,
        "There is too little proof: only one account, and the law asks for more.",
        "That does not mean that you were not believed.",
        "You can ask the court of appeal to look at this (art. 12).",
        "There is no time limit, because the suspect got no formal notice that the case stops (art. 12l Sv).",
    )
    follow(case, "Greenhouse")
    follow(case, "Decisions")
    follow(case, "10 Nov 2026 : The prosecutor stops")
    reads(case, "Basis", "Start", "None, because the suspect got no formal notice.", "No limit, because")


def test_the_complaint_is_a_task_and_its_answer_opens_the_case_against_the_foreman(demo: Demo) -> None:
    desk = demo.sign_in("desk", "H. Bos")
    reads(desk, "The court of appeal looks at the complaint of Plamen")
    follow(desk, "Open : The court of appeal looks at the complaint of Plamen")
    reads(desk, "The foreman locked the shed at night. Others saw it.", "The court of appeal has not answered")
    press(desk, "Enter the court’s answer")
    look_at(desk, "desk-complaint-answer-missing")
    choose(desk, "What did the court of appeal decide?", "It orders to go on against this suspect")
    desk.get_by_label("Day of the court’s decision").fill("2026-11-30")
    desk.get_by_label("The court’s reason, in plain words").fill(
        "Two others saw the lock. The court says that they must be asked."
    )
    press(desk, "Enter the court’s answer")
    reads(desk, "The court orders to go on")
    case = case_of(demo, "J. Vos", "Greenhouse")
    reads(road(case), "Prosecuted, 30 November. Foreman. The case comes back here.")
    follow(case, "Notices")
    reads(case, "Must be told", "Plamen", "Desislava", "Minh")
