"""The door officer's side: entered first, opened after, and only at the own door."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from django.test import override_settings

from tests.apps.reports.officers import LABOUR, MONDAY, officer, opened_by, send
from waarborg.apps.custody.models import Entry, Outcome
from waarborg.apps.reports.content import Content, opened_at_door
from waarborg.apps.reports.models import Message, Report, ReportState
from waarborg.apps.reports.opening import answer, bring_back, open_report, set_aside
from waarborg.apps.reports.queries import opened_report
from waarborg.kernel.actors import Channel, Role
from waarborg.kernel.errors import Fault, Refusal
from waarborg.kernel.ids import ReportId

pytestmark = pytest.mark.django_db


def state(report: ReportId) -> str:
    return Report.objects.get(pk=report).state


def test_an_officer_of_the_door_reads_what_was_sent_after_the_entry() -> None:
    report, _code = send()
    tci = officer(Channel.TCI)
    opening = open_report(actor=tci, on=MONDAY, report=report)
    assert not isinstance(opening, Refusal)
    assert Entry.objects.get(act="report.open").pk == opening.entry
    read = opened_report(report, opening, actor=tci)
    assert read is not None
    assert read.content == LABOUR
    assert state(report) == ReportState.OPENED


@pytest.mark.parametrize(
    ("doors", "role"),
    [
        ((Channel.AVIM, Channel.MELD_MISDAAD_ANONIEM, Channel.LABOUR_INSPECTORATE), Role.DOOR_OFFICER),
        ((), Role.DOOR_OFFICER),
        ((Channel.TCI,), Role.DETECTIVE),
        ((Channel.TCI,), Role.ADMINISTRATOR),
    ],
)
def test_nobody_else_opens_it_and_the_attempt_is_written_down(doors: tuple[Channel, ...], role: Role) -> None:
    """M15: what is told at one door is not read at another."""
    report, _code = send()
    other = officer(*doors, roles=frozenset({role}))
    refused = open_report(actor=other, on=MONDAY, report=report)
    assert isinstance(refused, Refusal)
    assert refused.code == "report.other_door"
    assert state(report) == ReportState.NEW
    entry = Entry.objects.get(act="report.open")
    assert (entry.outcome, entry.actor, entry.subjects) == (Outcome.REFUSED, other.id, report)


def test_an_entry_about_one_report_opens_no_other() -> None:
    mine, _ = send()
    other, _ = send()
    tci = officer(Channel.TCI)
    opening = open_report(actor=tci, on=MONDAY, report=mine)
    assert not isinstance(opening, Refusal)
    with pytest.raises(Fault):
        opened_report(other, opening, actor=tci)
    assert opened_report(mine, opening, actor=officer(Channel.AVIM)) is None


def test_the_public_program_is_given_no_key_of_a_door() -> None:
    report, _code = send()
    opening = open_report(actor=officer(Channel.TCI), on=MONDAY, report=report)
    assert not isinstance(opening, Refusal)
    with override_settings(PROGRAM="public"), pytest.raises(Fault):
        opened_at_door(Report.objects.get().sealed, channel=Channel.TCI, report=report, opening=opening)


def test_a_door_whose_keys_are_not_here_is_a_fault_that_shows_nothing(data_folder: Path) -> None:
    report, _code = send()
    shutil.rmtree(data_folder / "keys" / "doors")
    tci = officer(Channel.TCI)
    opening = open_report(actor=tci, on=MONDAY, report=report)
    assert not isinstance(opening, Refusal)
    with pytest.raises(Fault) as fault:
        opened_report(report, opening, actor=tci)
    assert "doors" not in fault.value.public.en


def test_without_recipients_nothing_is_sent(data_folder: Path) -> None:
    (data_folder / "doors" / "tci.recipients").write_text("# none yet\n")
    with pytest.raises(Fault):
        send()
    assert Report.objects.count() == 0


def test_setting_aside_needs_a_reason_which_only_the_door_reads() -> None:
    report, _code = send()
    tci = officer(Channel.TCI)
    opened_by(tci, report)
    blank = set_aside(actor=tci, on=MONDAY, report=report, reason=" ")
    assert isinstance(blank, Refusal)
    assert blank.code == "report.reason"
    assert isinstance(set_aside(actor=tci, on=MONDAY, report=report, reason="the same as yesterday's"), Report)
    assert b"yesterday" not in bytes(Report.objects.get(pk=report).sealed_reason)
    opening = open_report(actor=tci, on=MONDAY, report=report)
    assert not isinstance(opening, Refusal)
    read = opened_report(report, opening, actor=tci)
    assert read is not None
    assert (read.state, read.set_aside_because) == (ReportState.SET_ASIDE, "the same as yesterday's")
    assert isinstance(bring_back(actor=tci, on=MONDAY, report=report), Report)
    assert state(report) == ReportState.OPENED


def test_what_nobody_has_read_is_not_set_aside_or_answered() -> None:
    report, _code = send()
    tci = officer(Channel.TCI)
    for refused in (
        set_aside(actor=tci, on=MONDAY, report=report, reason="full"),
        bring_back(actor=tci, on=MONDAY, report=report),
        answer(actor=tci, on=MONDAY, report=report, content=Content(text="x"), form="x"),
    ):
        assert isinstance(refused, Refusal)
        assert refused.code.endswith(".new")
    assert state(report) == ReportState.NEW


def test_an_empty_answer_is_not_sent_and_the_same_form_is_one_answer() -> None:
    report, _code = send()
    tci = officer(Channel.TCI)
    opened_by(tci, report)
    empty = answer(actor=tci, on=MONDAY, report=report, content=Content(text=" \n"), form="a")
    assert isinstance(empty, Refusal)
    for _twice in range(2):
        sent = answer(actor=tci, on=MONDAY, report=report, content=Content(text="hello"), form="b")
        assert not isinstance(sent, Refusal)
    assert Message.objects.count() == 1
