"""Somebody reports, keeps the code, and writes back and forth with a team that does not know who they are."""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import dataclass

import pytest
from django.db import connection
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.apps.reports.officers import MONDAY, officer
from tests.journeys.looking import look_at
from waarborg.apps.custody.models import Entry
from waarborg.apps.reports.content import Content
from waarborg.apps.reports.models import Mailbox, Report
from waarborg.apps.reports.opening import answer, open_report
from waarborg.apps.reports.queries import OpenedReport, opened_report
from waarborg.kernel.actors import Actor, Channel
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import ReportId

pytestmark = pytest.mark.browser

SHED = FilePayload(name="shed.jpg", mimeType="image/jpeg", buffer=b"\xff\xd8 not a photo")
TEXT = "Behind the greenhouse.\nThey sleep in the shed."


@dataclass
class Visit:
    """A browser window on the public site, and what it complained about."""

    page: Page
    address: str
    complaints: list[str]

    def press(self, words: str) -> None:
        """Press the button, or follow the link, that says this."""
        self.page.locator("main").get_by_role("button", name=words).or_(
            self.page.locator("main").get_by_role("link", name=words)
        ).first.click()

    def choose(self, words: str) -> None:
        """Choose an answer."""
        self.page.get_by_role("radio", name=words).or_(self.page.get_by_role("checkbox", name=words)).first.check()

    def heading(self, words: str) -> None:
        """Expect the page with this heading."""
        expect(self.page.locator("h1")).to_have_text(words)


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def visit(request: pytest.FixtureRequest, browser: Browser, public_site: str) -> Generator[Visit]:
    context = browser.new_context(java_script_enabled=request.param, locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(5000)
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield Visit(page, public_site, complaints)
    assert context.cookies() == []
    context.close()


def answer_the_questions(visit: Visit) -> None:
    """Steps 1 to 5 of a report about work, without a name."""
    visit.page.goto(f"{visit.address}/")
    visit.press("Start a report")
    visit.choose("No")
    visit.press("Continue")
    visit.choose("Work")
    visit.press("Continue")
    visit.choose("I saw it")
    visit.press("Continue")
    visit.heading("This is where your report goes")
    expect(visit.page.locator(".door h2")).to_contain_text("TCI")
    visit.press("Continue")
    visit.page.get_by_label("Tell it as you want").fill(TEXT)
    visit.press("Continue")
    visit.heading("Check and send")


def code_on(page: Page) -> str:
    return page.locator("#code").inner_text().replace("\n", " ")


def read_by(actor: Actor, report: ReportId) -> OpenedReport:
    opening = open_report(actor=actor, on=MONDAY, report=report)
    assert not isinstance(opening, Refusal)
    read = opened_report(report, opening, actor=actor)
    assert read is not None
    return read


def test_a_report_is_sent_kept_and_answered(visit: Visit) -> None:
    """M13, M15: anonymous and about work: TCI gets it, answers, and nobody learns who wrote."""
    tci = officer(Channel.TCI)
    answer_the_questions(visit)
    visit.page.locator("input[type=file]").set_input_files(SHED)
    visit.press("Send to TCI")
    visit.heading("Your report is locked and sent. Keep this code.")
    assert re.search(r"/report/$", visit.page.url)
    code = code_on(visit.page)
    visit.page.get_by_label("Did you write it down well").fill(code[-4:])
    visit.press("Check")
    expect(visit.page.get_by_text("Yes, that is how your code ends.")).to_be_visible()
    report = ReportId(Report.objects.get().pk)
    read = read_by(tci, report)
    assert (read.content.text, [file.name for file in read.content.attachments]) == (TEXT, ["shed.jpg"])
    assert not isinstance(
        answer(actor=tci, on=MONDAY, report=report, content=Content(text="How many people?"), form="a"), Refusal
    )
    connection.close()

    visit.page.goto(f"{visit.address}/mailbox/")
    visit.page.get_by_label("Your code").fill(code.lower().replace(" ", ""))
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator(".messages")).to_contain_text("How many people?")
    visit.page.get_by_label("Write to the team").fill("Four, I think.")
    visit.press("Send to TCI")
    expect(visit.page.locator(".messages")).to_contain_text("Four, I think.")
    assert [letter.content and letter.content.text for letter in read_by(tci, report).letters] == [
        "How many people?",
        "Four, I think.",
    ]
    visit.press("Become known")
    visit.choose("The officer who wrote to you")
    visit.page.get_by_label("Your name, or what").fill("A. Example")
    visit.page.get_by_label("This cannot be undone").fill("known")
    visit.press("Become known to this officer")
    expect(visit.page.get_by_text("One officer can now read who you are.")).to_be_visible()
    letter = read_by(tci, report).letters[-1].content
    assert letter is not None
    assert letter.name == "A. Example"
    assert read_by(officer(Channel.TCI), report).letters[-1].content is None
    connection.close()

    visit.press("Delete my mailbox")
    visit.page.get_by_label("This cannot be undone").fill("delete")
    visit.press("Delete my mailbox")
    visit.heading("Your mailbox is deleted")
    assert Mailbox.objects.get().closed_on is not None
    assert Entry.objects.filter(act="mailbox.delete").count() == 1
    connection.close()
    assert visit.complaints == []


def test_what_was_typed_survives_changes_mistakes_and_another_language(visit: Visit) -> None:
    answer_the_questions(visit)
    visit.page.locator("aside").get_by_role("button", name="Change").nth(3).click()
    visit.choose("Yes, I give my name")
    visit.press("Continue")
    expect(visit.page.locator(".door h2")).to_contain_text("Netherlands Labour Authority")
    visit.press("Continue")
    expect(visit.page.get_by_role("heading", name="Something is missing")).to_be_visible()
    visit.page.get_by_role("textbox", name="Your name").fill("A. Example")
    visit.page.keyboard.press("Enter")
    visit.heading("Tell it as you want")
    expect(visit.page.locator("textarea")).to_have_value(TEXT)
    visit.page.locator("textarea").fill(TEXT + "\nMore.")
    visit.page.locator("footer").get_by_role("button", name="Nederlands").click()
    expect(visit.page.locator("textarea")).to_have_value(TEXT + "\nMore.")
    assert visit.page.url.endswith("/nl/report/")
    visit.press("Verder")
    expect(visit.page.locator(".told")).to_contain_text("More.")
    expect(visit.page.get_by_text("A. Example").first).to_be_visible()
    visit.page.locator("main").get_by_role("button", name="Stop, en wis mijn antwoorden").click()
    assert visit.page.url.endswith("/nl/")
    assert Report.objects.count() == 0
    connection.close()


def test_the_site_can_be_walked_by_keyboard_alone(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.address}/report/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Go to the main part")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_contain_text("Leave")
    page.get_by_label("I do not know").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    visit.heading("What is it about?")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_axe_finds_nothing_on_any_page(browser: Browser, public_site: str, language: str) -> None:
    context = browser.new_context(locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(5000)
    page = context.new_page()
    home = f"{public_site}/{language}"
    plain = ("", "process/", "process/statement/", "help/", "about/", "locked/", "accessibility/", "traces/")
    for path in plain:
        page.goto(f"{home}/{path}")
        look_at(page, f"public-{language}-{path.replace('/', '-').strip('-') or 'home'}")
    page.goto(f"{home}/nothing-here/")
    look_at(page, f"public-{language}-not-found")
    page.goto(f"{home}/report/")
    look_at(page, f"public-{language}-step-1")

    def go(value: str) -> None:
        page.locator(f"main button[name=go][value={value}]").first.click()

    go("next")
    look_at(page, f"public-{language}-step-1-missing")
    page.locator("input[value=yes]").check()
    go("next")
    look_at(page, f"public-{language}-step-1-danger")
    go("to-2")
    look_at(page, f"public-{language}-step-2")
    page.locator("input[value=labour]").check()
    go("next")
    look_at(page, f"public-{language}-step-3")
    go("next")
    page.evaluate("document.querySelectorAll('main details').forEach(fold => fold.open = true)")
    look_at(page, f"public-{language}-step-4")
    page.locator("input[name=door][value=named]").check()
    go("next")
    go("next")
    look_at(page, f"public-{language}-step-4-named")
    page.locator("input[name=door][value=unnamed]").check()
    go("next")
    go("next")
    page.locator("textarea").fill(TEXT)
    look_at(page, f"public-{language}-step-5")
    go("next")
    look_at(page, f"public-{language}-step-6")
    go("send")
    look_at(page, f"public-{language}-receipt")
    go("card")
    look_at(page, f"public-{language}-card")
    page.goto(f"{home}/mailbox/")
    page.locator("input[name=code]").fill("no code")
    go("open")
    look_at(page, f"public-{language}-mailbox-code")
    page.go_back()
    context.close()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_axe_finds_nothing_in_a_mailbox(browser: Browser, public_site: str, language: str) -> None:
    page = browser.new_context(locale="en-GB", reduced_motion="reduce").new_page()
    page.goto(f"{public_site}/{language}/report/")
    for value in ("skip", "skip", "next", "next"):
        page.locator(f"main button[name=go][value={value}]").first.click()
    page.locator("textarea").fill(TEXT)
    for value in ("next", "send", "open"):
        page.locator(f"main button[name=go][value={value}]").first.click()
    look_at(page, f"public-{language}-mailbox-empty")
    report, team = ReportId(Report.objects.get().pk), officer(Channel.MELD_MISDAAD_ANONIEM)
    read_by(team, report)
    answer(actor=team, on=MONDAY, report=report, content=Content(text="Where is it?"), form="a")
    connection.close()
    page.locator("main textarea").fill("Near the canal.")
    page.locator("main button[value=write]").click()
    look_at(page, f"public-{language}-mailbox")
    for name in ("ready", "known", "delete"):
        page.locator(f"main button[name=go][value={name}]").first.click()
        look_at(page, f"public-{language}-mailbox-{name}")
        page.locator(f"main button[name=go][value=send-{name}]").first.click()
        look_at(page, f"public-{language}-mailbox-{name}-missing")
        page.locator("main button[name=go][value=inside]").first.click()
    page.context.close()
