"""What is sent twice is done once, of two who take one wins, and everything that shows a person leaves an entry."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Request, expect

from tests.journeys.demonstration import Demo
from tests.journeys.looking import look_at
from tests.journeys.walking import case_of, follow, press, reads, section

pytestmark = pytest.mark.browser


def at_the_last_step(demo: Demo, told: str) -> Page:
    """A report about work, without scripts, ready to be sent."""
    page = demo.visitor(scripts=False)
    follow(page, "Start a report")
    page.get_by_role("radio", name="No", exact=True).check()
    press(page, "Continue")
    page.get_by_role("checkbox", name="Work", exact=True).check()
    press(page, "Continue")
    page.get_by_role("radio", name="I saw it").check()
    press(page, "Continue")
    press(page, "Continue")
    page.get_by_label("Tell it as you want").fill(told)
    press(page, "Continue")
    return page


def waiting(demo: Demo) -> Page:
    """What waits at the door of P. Jansen."""
    desk = demo.sign_in("desk", "P. Jansen")
    section(desk, "Reports")
    return desk


def test_one_report_pressed_and_sent_twice_is_one_report(demo: Demo) -> None:
    page = at_the_last_step(demo, "The same thing, told once.")
    sent: list[Request] = []
    page.on("request", lambda each: sent.append(each) if each.method == "POST" else None)
    page.get_by_role("button", name="Send to TCI").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your report is locked and sent. Keep this code.")
    last = sent[-1]
    again = page.request.post(
        last.url,
        data=last.post_data_buffer or b"",
        headers={"Content-Type": last.headers["content-type"], "Origin": demo.sites["public"]},
    )
    assert again.ok, again.status
    page.context.close()
    expect(waiting(demo).get_by_role("row").filter(has_text="New")).to_have_count(1)


def test_of_two_who_take_one_report_over_one_wins_and_the_other_reads_who_did(demo: Demo) -> None:
    first = waiting(demo)
    follow(first, "Open")
    press(first, "Open the report")
    follow(first, "Take over")
    # The second is another browser, signed in on its own.
    context = demo.browser.new_context(locale="en-GB", reduced_motion="reduce", timezone_id="Europe/Amsterdam")
    second = context.new_page()
    second.goto(first.url)
    second.get_by_role("button", name="Sign in as P. Jansen").click()
    for page, word in ((first, "Shed"), (second, "Barn")):
        if page.url != first.url:
            page.goto(first.url)
        page.get_by_role("radio", name="A new case").check()
        page.get_by_label("A plain word for the new case").fill(word)
        page.get_by_label("Region of the new case").fill("Westland")
        page.get_by_label("Which service leads the new case?").select_option(label="Labour Authority")
    press(first, "Take it over")
    reads(first, "The report was taken over into this case.")
    expect(first.get_by_role("heading", level=1)).to_have_text("Shed")
    press(second, "Take it over")
    reads(second, "What does not go", "P. Jansen")
    look_at(second, "desk-report-taken-by-another")
    section(second, "Cases")
    expect(second.get_by_role("rowheader", name="Shed")).to_have_count(1)
    expect(second.get_by_role("rowheader", name="Barn")).to_have_count(0)
    context.close()


def test_a_page_that_shows_a_person_leaves_an_entry_that_the_supervisor_reads(demo: Demo) -> None:
    case = case_of(demo, "M. de Wit", "Flat")
    follow(case, "Open Ioana")
    supervisor = demo.sign_in("desk", "A. Prins")
    section(supervisor, "Oversight")
    supervisor.get_by_label("Act").select_option(label="Read about a person")
    supervisor.get_by_label("Member of staff").fill("M. de Wit")
    supervisor.get_by_label("Case number").fill("WB-2026-0001")
    press(supervisor, "Show")
    rows = supervisor.get_by_role("table").get_by_role("row")
    expect(rows.filter(has_text="Read about a person").first).to_contain_text("M. de Wit")
    expect(supervisor.get_by_role("main")).not_to_contain_text("Ioana")
    press(supervisor, "Compare everything now")
    reads(supervisor, "whole")
    look_at(supervisor, "desk-oversight-compared")


def test_who_does_not_work_on_a_case_is_refused_and_that_is_written_down(demo: Demo) -> None:
    theirs = case_of(demo, "N. Bakker", "School").url
    stranger = demo.sign_in("desk", "J. Vos")
    answer = stranger.goto(theirs)
    assert answer is not None
    assert answer.status == 403
    reads(stranger, "You cannot open this", "We wrote down that you tried.")
    expect(stranger.get_by_role("main")).not_to_contain_text("Mila")
    look_at(stranger, "desk-refused")
    stranger.goto(f"{demo.sites['desk']}/nothing-here/")
    look_at(stranger, "desk-not-found")
