"""Passing on: the sender holds the report until the other door says yes, and sees how each offer ended."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

import pytest

from tests.apps.reports.officers import LABOUR, MONDAY, officer, opened_by, send, write
from waarborg.apps.custody.models import Entry
from waarborg.apps.reports.content import Content
from waarborg.apps.reports.handover import HOURS_TO_ANSWER, accept, offer, refuse, time_out_due, withdraw
from waarborg.apps.reports.listeners import end_unanswered_offers
from waarborg.apps.reports.mailbox import become_known, open_mailbox
from waarborg.apps.reports.models import HandOver, HandOverState, Message, Report, ReportState
from waarborg.apps.reports.opening import answer, open_report, set_aside
from waarborg.apps.reports.queries import hand_overs, opened_report
from waarborg.engines.sealing.receipt import ReceiptCode
from waarborg.kernel.actors import THE_REPORTER, Actor, Channel
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import HandOverId, ReportId

pytestmark = pytest.mark.django_db

TOO_LATE = MONDAY + timedelta(hours=HOURS_TO_ANSWER, minutes=1)


def offered(sender: Actor, receiver: Channel = Channel.AVIM) -> tuple[ReportId, ReceiptCode, HandOverId]:
    report, code = send()
    opened_by(sender, report)
    made = offer(actor=sender, on=MONDAY, report=report, receiver=receiver, reason="also about sex")
    assert isinstance(made, HandOver), made
    return report, code, HandOverId(made.pk)


def ended(sender: Actor, on: datetime = MONDAY) -> tuple[HandOverState, str]:
    row = hand_overs(actor=sender, on=on)[0]
    return row.state, row.answer


def reads(actor: Actor, report: ReportId) -> list[str]:
    opening = open_report(actor=actor, on=MONDAY, report=report)
    assert not isinstance(opening, Refusal)
    read = opened_report(report, opening, actor=actor)
    assert read is not None
    assert read.content == LABOUR
    return [letter.content.text for letter in read.letters if letter.content]


def test_an_accepted_report_is_the_other_doors_from_then_on_with_its_whole_mailbox() -> None:
    tci, avim = officer(Channel.TCI), officer(Channel.AVIM)
    report, code = send()
    write(code, "before")
    opened_by(tci, report)
    made = offer(actor=tci, on=MONDAY, report=report, receiver=Channel.AVIM, reason="also about sex")
    assert isinstance(made, HandOver)
    write(code, "while offered")
    answer(actor=tci, on=MONDAY, report=report, content=Content(text="we ask another team"), form="a")
    assert isinstance(open_report(actor=avim, on=MONDAY, report=report), Refusal)
    assert isinstance(accept(actor=avim, on=MONDAY, hand_over=HandOverId(made.pk)), HandOver)
    row = Report.objects.get(pk=report)
    assert (row.channel, row.state) == (Channel.AVIM, ReportState.NEW)
    assert reads(avim, report) == ["before", "while offered", "we ask another team"]
    assert isinstance(open_report(actor=tci, on=MONDAY, report=report), Refusal)
    assert ended(tci) == (HandOverState.ACCEPTED, "")
    mine = open_mailbox(actor=THE_REPORTER, on=MONDAY, text=code.text())
    assert mine is not None
    assert (mine.channel, mine.sent, len(mine.letters)) == (Channel.AVIM, LABOUR, 3)
    write(code, "after")
    assert reads(avim, report)[-1] == "after"


def test_a_refused_offer_tells_the_sender_why_and_leaves_the_report_where_it_was() -> None:
    tci, avim = officer(Channel.TCI), officer(Channel.AVIM)
    report, code, made = offered(tci)
    write(code, "while offered")
    blank = refuse(actor=avim, on=MONDAY, hand_over=made, reason="")
    assert isinstance(blank, Refusal)
    assert isinstance(refuse(actor=avim, on=MONDAY, hand_over=made, reason="not our region"), HandOver)
    assert ended(tci) == (HandOverState.REFUSED, "not our region")
    assert reads(tci, report) == ["while offered"]
    kept = HandOver.objects.get()
    assert bytes(kept.resealed) == b""
    assert bytes(Message.objects.get().resealed) == b""
    assert isinstance(open_report(actor=avim, on=MONDAY, report=report), Refusal)


def test_an_offer_that_nobody_answers_ends_by_itself_and_the_sender_sees_that() -> None:
    tci, avim = officer(Channel.TCI), officer(Channel.AVIM)
    report, _code, made = offered(tci)
    assert time_out_due(on=MONDAY + timedelta(hours=HOURS_TO_ANSWER)) == 0
    late = accept(actor=avim, on=TOO_LATE, hand_over=made)
    assert isinstance(late, Refusal)
    assert late.code == "handover.timed_out"
    end_unanswered_offers(TOO_LATE)
    assert time_out_due(on=TOO_LATE) == 0
    assert ended(tci, TOO_LATE) == (HandOverState.TIMED_OUT, "")
    assert Report.objects.get(pk=report).state == ReportState.OPENED
    again = accept(actor=avim, on=TOO_LATE, hand_over=made)
    assert isinstance(again, Refusal)
    assert again.code == "handover.timed_out"


def test_the_sender_can_take_an_offer_back_and_offer_it_to_another_door() -> None:
    tci = officer(Channel.TCI)
    report, _code, made = offered(tci)
    assert isinstance(withdraw(actor=tci, on=MONDAY, hand_over=made), HandOver)
    second = offer(actor=tci, on=MONDAY, report=report, receiver=Channel.LABOUR_INSPECTORATE, reason="work")
    assert isinstance(second, HandOver)
    states = {row.receiver: row.state for row in hand_overs(actor=tci, on=MONDAY)}
    assert states == {Channel.AVIM: HandOverState.WITHDRAWN, Channel.LABOUR_INSPECTORATE: HandOverState.OFFERED}


def test_only_the_two_doors_answer_and_each_only_its_own_part() -> None:
    tci, avim, stranger = officer(Channel.TCI), officer(Channel.AVIM), officer(Channel.MELD_MISDAAD_ANONIEM)
    _report, _code, made = offered(tci)
    for refused in (
        accept(actor=tci, on=MONDAY, hand_over=made),
        accept(actor=stranger, on=MONDAY, hand_over=made),
        withdraw(actor=avim, on=MONDAY, hand_over=made),
        refuse(actor=stranger, on=MONDAY, hand_over=made, reason="x"),
        accept(actor=avim, on=MONDAY, hand_over=HandOverId.new()),
    ):
        assert isinstance(refused, Refusal)
        assert refused.code == "handover.other_door"
    assert Entry.objects.filter(outcome="refused").count() == 5
    assert hand_overs(actor=stranger, on=MONDAY) == ()
    assert HandOver.objects.get().state == HandOverState.OFFERED


def test_the_receiver_reads_the_reason_and_not_the_report() -> None:
    tci, avim = officer(Channel.TCI), officer(Channel.AVIM)
    report, _code, _made = offered(tci)
    row = hand_overs(actor=avim, on=MONDAY)[0]
    assert (row.reason, row.named, row.size, row.sender) == ("also about sex", False, 4096, Channel.TCI)
    assert report in Entry.objects.get(act="hand_over.read").subjects
    assert isinstance(open_report(actor=avim, on=MONDAY, report=report), Refusal)


def test_a_report_is_offered_once_at_a_time_to_another_door_with_a_reason() -> None:
    tci = officer(Channel.TCI)
    report, _code = send()
    unread = offer(actor=tci, on=MONDAY, report=report, receiver=Channel.AVIM, reason="x")
    opened_by(tci, report)
    same = offer(actor=tci, on=MONDAY, report=report, receiver=Channel.TCI, reason="x")
    blank = offer(actor=tci, on=MONDAY, report=report, receiver=Channel.AVIM, reason="\t")
    assert isinstance(offer(actor=tci, on=MONDAY, report=report, receiver=Channel.AVIM, reason="x"), HandOver)
    twice = offer(actor=tci, on=MONDAY, report=report, receiver=Channel.AVIM, reason="x")
    codes = [refused.code for refused in (unread, same, blank, twice) if isinstance(refused, Refusal)]
    assert codes == ["report.offer.new", "handover.same_door", "handover.reason", "report.offer.offered"]


def test_a_report_whose_writer_became_known_does_not_move_on() -> None:
    """M15: the reporter chose one officer of this door."""
    tci = officer(Channel.TCI)
    report, code = send()
    opened_by(tci, report)
    answer(actor=tci, on=MONDAY, report=report, content=Content(text="hello"), form=secrets.token_hex(4))
    become_known(actor=THE_REPORTER, on=MONDAY, code=code, name="A.", contact="", officer=1, form="a")
    refused = offer(actor=tci, on=MONDAY, report=report, receiver=Channel.AVIM, reason="x")
    assert isinstance(refused, Refusal)
    assert refused.code == "handover.reporter_known"


def test_an_offered_report_is_not_set_aside_meanwhile() -> None:
    tci = officer(Channel.TCI)
    report, _code, _made = offered(tci)
    refused = set_aside(actor=tci, on=MONDAY, report=report, reason="x")
    assert isinstance(refused, Refusal)
    assert refused.code == "report.set_aside.offered"
