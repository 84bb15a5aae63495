"""Taking over: one winner, and a clear word to the other."""

from __future__ import annotations

import threading
from collections.abc import Mapping

import pytest
from django.db import connection

from tests.apps.reports.officers import MONDAY, officer, opened_by, send
from waarborg.apps.custody.models import Entry
from waarborg.apps.people.models import Account, Site
from waarborg.apps.reports.models import Report, ReportState
from waarborg.apps.reports.queries import inbox
from waarborg.apps.reports.taking import take
from waarborg.kernel.actors import Channel
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId


@pytest.mark.django_db
def test_who_comes_second_reads_who_took_it_over_and_when() -> None:
    first, second = officer(Channel.TCI), officer(Channel.TCI)
    Account.objects.create(id=first.id, username="first", name="V. de Wit", site=Site.DESK)
    report, _code = send()
    opened_by(first, report)
    case = CaseId.new()
    assert isinstance(take(actor=first, on=MONDAY, report=report, case=case), Report)
    refused = take(actor=second, on=MONDAY, report=report, case=CaseId.new())
    assert isinstance(refused, Refusal)
    assert refused.why.en == "V. de Wit took it over on 30-11-2026 at 15:20."
    row = Report.objects.get(pk=report)
    assert (row.case, row.taken_by, row.state) == (case, first.id, ReportState.TAKEN)


@pytest.mark.django_db
def test_only_an_officer_of_its_door_takes_over_a_report_and_only_one_that_was_read() -> None:
    """M13: what was told to the intelligence team reaches a case file only through that team."""
    report, _code = send()
    tci, avim = officer(Channel.TCI), officer(Channel.AVIM)
    unread = take(actor=tci, on=MONDAY, report=report, case=CaseId.new())
    stranger = take(actor=avim, on=MONDAY, report=report, case=CaseId.new())
    assert isinstance(unread, Refusal)
    assert isinstance(stranger, Refusal)
    assert (unread.code, stranger.code) == ("report.take.new", "report.other_door")
    assert Report.objects.get(pk=report).case is None


def test_two_officers_taking_over_at_one_moment_get_one_winner(fresh_database: Mapping[str, str]) -> None:
    del fresh_database  # a database in which both really commit
    report, _code = send()
    officers = [officer(Channel.TCI) for _ in range(4)]
    opened_by(officers[0], report)
    together, answers = threading.Barrier(len(officers)), dict[str, object]()

    def taking(number: int) -> None:
        together.wait()
        try:
            answers[officers[number].id] = take(actor=officers[number], on=MONDAY, report=report, case=CaseId.new())
        finally:
            connection.close()

    threads = [threading.Thread(target=taking, args=(number,)) for number in range(len(officers))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    winners = [who for who, got in answers.items() if isinstance(got, Report)]
    refused = [got for got in answers.values() if isinstance(got, Refusal)]
    assert (len(winners), len(refused)) == (1, 3)
    assert {answer.code for answer in refused} == {"report.taken"}
    assert Report.objects.get().taken_by == winners[0]
    assert Entry.objects.filter(act="report.take").count() == 1
    assert [row.state for row in inbox(actor=officers[0])] == [ReportState.TAKEN]
