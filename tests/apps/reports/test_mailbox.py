"""The reporter's side: a code opens one mailbox, and nothing else opens it."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.apps.reports.officers import CANARY, LABOUR, MONDAY, officer, opened_by, send, write
from waarborg.apps.custody.models import Entry
from waarborg.apps.reports.content import Content
from waarborg.apps.reports.handover import offer
from waarborg.apps.reports.mailbox import OpenMailbox, become_known, delete_mailbox, open_mailbox, write_message
from waarborg.apps.reports.models import Message, MessageKind, Report
from waarborg.apps.reports.opening import answer, open_report
from waarborg.apps.reports.queries import OpenedReport, opened_report
from waarborg.engines.sealing.receipt import ReceiptCode
from waarborg.kernel.actors import THE_REPORTER, Actor, Channel
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import ReportId

pytestmark = pytest.mark.django_db


def look(code: ReceiptCode) -> OpenMailbox:
    opened = open_mailbox(actor=THE_REPORTER, on=MONDAY, text=code.text())
    assert opened is not None
    return opened


def said(actor: Actor, report: ReportId, text: str) -> None:
    sent = answer(actor=actor, on=MONDAY, report=report, content=Content(text=text), form=secrets.token_hex(8))
    assert not isinstance(sent, Refusal), sent


def read(actor: Actor, report: ReportId) -> OpenedReport:
    opening = open_report(actor=actor, on=MONDAY, report=report)
    assert not isinstance(opening, Refusal)
    found = opened_report(report, opening, actor=actor)
    assert found is not None
    return found


def known_to(code: ReceiptCode, letter: int, form: str = "known") -> object:
    return become_known(
        actor=THE_REPORTER, on=MONDAY, code=code, name="A. Example", contact="after six", officer=letter, form=form
    )


@pytest.mark.parametrize(
    "text",
    ["", "hello", "0000000 0000000 0000000 0000000", ReceiptCode.new().text(), "☃" * 5000, "\x00", "1" * 28],
    ids=range(7),
)
def test_what_is_no_code_of_ours_and_what_opens_nothing_get_the_same_answer(text: str) -> None:
    send()
    before = Entry.objects.count()
    assert open_mailbox(actor=THE_REPORTER, on=MONDAY, text=text) is None
    assert Entry.objects.count() == before


def test_a_wrong_code_and_an_unknown_one_ask_the_database_the_same(django_assert_num_queries: object) -> None:
    for text in ("no code at all", ReceiptCode.new().text()):
        with django_assert_num_queries(1):  # type: ignore[operator]  # the plugin's fixture has no public type
            open_mailbox(actor=THE_REPORTER, on=MONDAY, text=text)


def test_a_code_opens_its_mailbox_however_it_is_typed() -> None:
    report, code = send()
    opened = open_mailbox(actor=THE_REPORTER, on=MONDAY, text=code.text().replace(" ", "-").lower())
    assert opened is not None
    assert (opened.report, opened.sent.text, opened.letters) == (report, CANARY, ())


def test_messages_go_both_ways_oldest_first_and_say_when_they_were_read() -> None:
    report, code = send()
    tci = officer(Channel.TCI)
    write(code, "it is the third shed")
    assert look(code).letters[0].read_on is None
    assert [letter.content and letter.content.text for letter in read(tci, report).letters] == ["it is the third shed"]
    said(tci, report, "how many people?")
    letters = look(code).letters
    assert [(letter.number, letter.from_reporter) for letter in letters] == [(1, True), (2, False)]
    assert letters[0].read_on == letters[1].read_on == MONDAY.date()
    assert [letter.content and letter.content.text for letter in letters] == [
        "it is the third shed",
        "how many people?",
    ]


def test_the_same_message_form_sent_twice_is_one_message() -> None:
    _report, code = send()
    assert write(code, "once", form="a") == write(code, "once", form="a") != write(code, "once", form="b")
    assert Message.objects.count() == 2


def test_a_message_form_that_was_changed_and_sent_again_is_a_second_message() -> None:
    _report, code = send()
    write(code, "one", form="a")
    write(code, "one, and two", form="a")
    assert [letter.content and letter.content.text for letter in look(code).letters] == ["one", "one, and two"]


def test_looking_again_with_nothing_new_writes_no_entry() -> None:
    report, code = send()
    tci = officer(Channel.TCI)
    opened_by(tci, report)
    said(tci, report, "hello")
    look(code)
    entries = Entry.objects.count()
    look(code)
    assert Entry.objects.count() == entries
    assert Entry.objects.get(act="mailbox.read").day_only


def test_ready_to_talk_reaches_the_door_with_the_safe_way() -> None:
    report, code = send()
    content = Content(contact="phone of my sister, Sunday at ten")
    sent = write_message(
        actor=THE_REPORTER, on=MONDAY, code=code, content=content, form="a", kind=MessageKind.READY_TO_TALK
    )
    assert not isinstance(sent, Refusal)
    letter = read(officer(Channel.TCI), report).letters[0]
    assert (letter.kind, letter.content) == (MessageKind.READY_TO_TALK, content)


def test_becoming_known_names_one_officer_and_no_other_reads_the_name() -> None:
    """M15: who the reporter is, is opened by the reporter, to one person, and entered."""
    report, code = send()
    asked, colleague = officer(Channel.TCI), officer(Channel.TCI)
    opened_by(asked, report)
    said(asked, report, "can we meet?")
    said(colleague, report, "or I?")
    assert look(code).officers == (1, 2)
    assert not isinstance(known_to(code, 1), Refusal)
    assert Report.objects.get(pk=report).known_to == asked.id
    seen = read(asked, report).letters[2].content
    assert seen is not None
    assert (seen.name, seen.contact) == ("A. Example", "after six")
    assert read(colleague, report).letters[2].content is None
    assert asked.id in Entry.objects.get(act="reporter.become_known").subjects
    assert not Report.objects.get(pk=report).named


def test_becoming_known_cannot_be_undone_or_done_again() -> None:
    report, code = send()
    one, two = officer(Channel.TCI), officer(Channel.TCI)
    opened_by(one, report)
    said(one, report, "a")
    said(two, report, "b")
    known_to(code, 1)
    again = known_to(code, 2, form="again")
    assert isinstance(again, Refusal)
    assert again.code == "reporter.known_already"
    assert Report.objects.get(pk=report).known_to == one.id
    assert look(code).known


@pytest.mark.parametrize("letter", [0, 1, 7])
def test_nobody_becomes_known_to_an_officer_who_did_not_write(letter: int) -> None:
    report, code = send()
    write(code, "this one is my own")
    refused = known_to(code, letter)
    assert isinstance(refused, Refusal)
    assert refused.code == "reporter.no_officer"
    assert Report.objects.get(pk=report).known_to is None


def test_nobody_becomes_known_while_the_report_is_between_doors() -> None:
    report, code = send()
    tci = officer(Channel.TCI)
    opened_by(tci, report)
    said(tci, report, "hello")
    offer(actor=tci, on=MONDAY, report=report, receiver=Channel.AVIM, reason="more than work")
    refused = known_to(code, 1)
    assert isinstance(refused, Refusal)
    assert refused.code == "reporter.report_on_its_way"


def test_a_deleted_mailbox_answers_like_one_that_never_was_and_the_report_stays() -> None:
    report, code = send()
    tci = officer(Channel.TCI)
    opened_by(tci, report)
    assert delete_mailbox(actor=THE_REPORTER, on=MONDAY, code=code) == report
    assert open_mailbox(actor=THE_REPORTER, on=MONDAY, text=code.text()) is None
    for refused in (
        delete_mailbox(actor=THE_REPORTER, on=MONDAY, code=code),
        write_message(actor=THE_REPORTER, on=MONDAY, code=code, content=Content(text="x"), form="x"),
        known_to(code, 1),
        write_message(actor=THE_REPORTER, on=MONDAY, code=ReceiptCode.new(), content=Content(text="x"), form="x"),
    ):
        assert isinstance(refused, Refusal)
        assert refused.code == "mailbox.none"
    later = answer(actor=tci, on=MONDAY + timedelta(days=1), report=report, content=Content(text="x"), form="y")
    assert isinstance(later, Refusal)
    assert later.code == "mailbox.deleted"
    seen = read(tci, report)
    assert (seen.content, seen.mailbox_open) == (LABOUR, False)


def test_a_message_that_is_too_long_is_refused_whole() -> None:
    _report, code = send()
    with pytest.raises(ValueError, match=r"\$\.text"):
        write(code, "x" * 50_001)
    assert Message.objects.count() == 0


def test_a_code_opens_no_other_mailbox() -> None:
    send(replace(LABOUR, text="somebody else's"))
    _report, code = send()
    assert look(code).sent.text == CANARY
