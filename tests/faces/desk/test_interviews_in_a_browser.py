"""Interviews at the desk in a real browser: for axe, on a narrow screen, by keyboard, with findings that follow."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.apps.cases.acting import done
from tests.apps.interviews.holding_them import ALL_TOPICS, World, day, declined, room, world
from tests.faces.desk.interviewing import browser_of, desk_at
from tests.faces.desk.serving import served, signed_in_at
from tests.recordings import recording
from waarborg.apps.cases import age_statements
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.interviews import closing, explaining, holding
from waarborg.apps.interviews.holding import Said
from waarborg.apps.interviews.kinds import Cause, InterviewKind, RoomKind, Stayed
from waarborg.apps.interviews.models import Interview, SafeguardReason
from waarborg.apps.people.models import Account
from waarborg.kernel.ids import InterviewId

pytestmark = pytest.mark.browser
NOW = day(0, 11)
_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@dataclass(frozen=True, kw_only=True)
class Site:
    """The desk as it is served, the sessions of those who look, and what there is to look at."""

    address: str
    made: World
    keys: Mapping[str, str]
    #: By name: who looks, and at what.
    pages: Mapping[str, tuple[str, str]]


def _cut_short(made: World) -> InterviewId:
    """An interview in the studio whose recorder stopped early, with a break, and leave that was asked."""
    on = day(-14)
    pk = made.planned(on, companion=declined(), room=room(RoomKind.STUDIO).pk, seats=made.draft(on).seats[:1])
    done(holding.begin(actor=made.asker, on=on, interview=pk))
    done(holding.announce(actor=made.asker, on=on, interview=pk, said={Said.RECORDING}))
    done(holding.pause(actor=made.asker, on=on + timedelta(seconds=26), interview=pk, stayed=Stayed.BOTH))
    done(holding.resume(actor=made.asker, on=on + timedelta(seconds=31), interview=pk))
    done(holding.end(actor=made.asker, on=on + timedelta(seconds=48), interview=pk))
    made.add(pk, on + timedelta(minutes=2), recording(9, lit=True), on)
    why = "S. Aydin was ill. We told Mila before, and she met the other first."
    done(
        explaining.ask(
            actor=made.asker, on=day(-13), interview=pk, rule="interviewers.same", cause=Cause.ILLNESS, reason=why
        )
    )
    return pk


def _doubted(made: World, on: datetime) -> InterviewId:
    """A closed informative interview of somebody of whose age something else became known."""
    pk = made.planned(
        on, kind=InterviewKind.INFORMATIVE, sound=None, video=None, topics=None, companion=declined(), room=None
    )
    done(holding.begin(actor=made.asker, on=on, interview=pk))
    done(holding.announce(actor=made.asker, on=on, interview=pk, said={Said.LEADS}))
    done(holding.end(actor=made.asker, on=on + timedelta(minutes=30), interview=pk, topics=ALL_TOPICS))
    done(closing.close(actor=made.asker, on=on + timedelta(hours=1), interview=pk))
    later = on + timedelta(days=3)
    done(
        age_statements.state_age(
            actor=made.asker, on=later, person=made.person, source="age assessment", low=15, high=17
        )
    )
    deliver_pending(on=later)
    return pk


@pytest.fixture
def site(fresh_database: Mapping[str, str]) -> Iterator[Site]:
    del fresh_database
    with desk_at(NOW):
        made = world("2014-11-23")
        made.informed(-30)
        for actor, name in ((made.asker, "N. Bakker"), (made.second, "S. Aydin"), (made.leader, "T. Smit")):
            Account.objects.filter(pk=actor.id).update(name=name)
        held = _cut_short(made)
        going = made.planned(day(0, 10, 30), companion=None)
        done(holding.begin(actor=made.asker, on=day(0, 10, 31), interview=going))
        planned = made.planned(day(7), kind=InterviewKind.FURTHER, companion=None, need="The second flat", video=None)
        other = world("2004", found=-60)
        again = _doubted(other, day(-25))
        medium, reason = Interview.objects.get(pk=held).media.get(), SafeguardReason.objects.get()
        pages = {
            "interviews": ("asker", "/interviews/"),
            "interview-where": ("asker", "/interviews/plan/"),
            "interview-new": ("asker", f"/interviews/plan/{made.case.pk}/?person={made.person}"),
            "interview-plan": ("asker", f"/interviews/{planned}/plan/"),
            "interview-cancel": ("asker", f"/interviews/{planned}/plan/cancel/"),
            "interview-begin": ("asker", f"/interviews/{planned}/hold/"),
            "interview-hold": ("asker", f"/interviews/{going}/hold/"),
            "interview-close": ("asker", f"/interviews/{held}/close/"),
            "interview-closed": ("other", f"/interviews/{again}/close/"),
            "interview-again": ("other", f"/interviews/{again}/again/"),
            "leave-asked": ("leader", "/interviews/asked/"),
            "leave-answer": ("leader", f"/interviews/{held}/asked/{reason.pk}/"),
            "recording": ("asker", f"/interviews/{held}/recordings/{medium.object}/"),
        }
        people = {"asker": made.asker, "leader": made.leader, "other": other.asker}
        keys = {name: browser_of(actor).cookies["desk_session"].value for name, actor in people.items()}
        with served() as address:
            yield Site(address=address, made=made, keys=keys, pages=pages)


@pytest.fixture
def browser(chromium: str, site: Site) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield started
        started.close()


def _open(browser: Browser, site: Site, name: str, width: int = 1280) -> Page:
    who, path = site.pages[name]
    page = signed_in_at(browser, site.address, site.keys[who], width=width).new_page()
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == 200, name
    return page


def _look(page: Page, name: str, width: int) -> list[str]:
    """What is wrong with the page as it stands, for axe and for somebody with a narrow screen."""
    found = [f"{name} {width}: {each['id']}" for each in Axe().run(page, options=_RULES).response["violations"]]
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if over > 0:
        found.append(f"{name} {width}: {over} px wider than the screen")
    if screens := os.environ.get("WAARBORG_SCREENS"):
        Path(screens).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{screens}/desk-{name}-{width}.png", full_page=True)
    return found


@pytest.mark.parametrize("width", [1280, 360])
def test_every_page_is_whole_for_axe_and_fits_the_screen(browser: Browser, site: Site, width: int) -> None:
    found: list[str] = []
    for name in site.pages:
        page = _open(browser, site, name, width)
        found += _look(page, name, width)
        page.context.close()
    assert found == []


def test_the_findings_follow_the_form_are_said_and_leave_the_focus_where_it_is(browser: Browser, site: Site) -> None:
    page = _open(browser, site, "interview-plan")
    lines = page.locator("#check .sg.quiet", has_text="Record sound and image of the whole interview.")
    expect(lines.first).to_contain_text("Not known yet")
    page.get_by_label("Will the image be recorded?").select_option("yes")
    expect(lines).to_have_count(0)
    expect(page.get_by_label("Will the image be recorded?")).to_have_value("yes")
    expect(page.locator("#said")).to_contain_text("not met")
    page.get_by_label("What must still be learned?").fill("")
    expect(page.locator("#check")).to_contain_text("what must still be learned")
    # Where a fact is missing, its link leads to the field.
    page.locator("#check").get_by_role("link", name="companion", exact=True).first.click()
    expect(page).to_have_url(re.compile("#q_companion_state$"))


def test_an_interview_is_planned_by_keyboard_alone(browser: Browser, site: Site) -> None:
    page = _open(browser, site, "interview-new")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Go to the main part")).to_be_focused()
    page.get_by_label("Heard as").focus()
    page.keyboard.type("Victim")
    page.get_by_role("radio", name="Report").focus()
    page.keyboard.press("Space")
    page.locator("#q_day").fill("2026-12-09")
    page.locator("#q_starts").fill("10:00")
    page.locator("#q_ends").fill("11:00")
    page.get_by_label("N. Bakker").focus()
    page.keyboard.type("Asks")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip() == "Plan it":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text("The interview is planned.")).to_be_visible()
    expect(page.get_by_text("Wednesday 9 December, 10:00 to 11:00")).to_be_visible()


def test_a_recording_goes_up_with_a_bar_and_its_reason_comes_before_playing(
    browser: Browser, site: Site, tmp_path: Path
) -> None:
    file = tmp_path / "rest.mkv"
    file.write_bytes(recording(40, lit=True))
    page = _open(browser, site, "interview-close")
    page.get_by_text("Add a recording").click()
    page.get_by_label("Recording", exact=False).last.set_input_files(file)
    page.get_by_role("button", name="Put it in the vault").click()
    expect(page.get_by_text("The recording is locked and in the vault.")).to_be_visible()
    expect(page.locator("#recordings")).to_contain_text("rest.mkv")
    page.locator("#recordings li", has_text="rest.mkv").get_by_role("link").click()
    expect(page.locator("video")).to_have_count(0)
    page.get_by_label("Why do you open this recording?").fill("To hear the name of the street.")
    page.get_by_role("button", name="Open the recording").click()
    expect(page.locator("video")).to_be_visible()
    assert page.locator("video").evaluate("each => each.paused")
