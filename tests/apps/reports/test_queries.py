"""The inbox shows what is visible of a sealed report, to the officers of its door."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.apps.reports.officers import LABOUR, MONDAY, officer, opened_by, send, write
from waarborg.apps.custody.models import Entry
from waarborg.apps.reports.models import ReportState
from waarborg.apps.reports.queries import hand_overs, inbox
from waarborg.kernel.actors import Channel, Role

pytestmark = pytest.mark.django_db


def test_an_inbox_holds_the_reports_of_the_officers_own_doors() -> None:
    tci, _ = send()
    crime_stoppers, _ = send(channel=Channel.MELD_MISDAAD_ANONIEM)
    assert [row.id for row in inbox(actor=officer(Channel.TCI))] == [tci]
    assert {row.id for row in inbox(actor=officer(Channel.TCI, Channel.MELD_MISDAAD_ANONIEM))} == {tci, crime_stoppers}
    assert inbox(actor=officer(Channel.AVIM)) == ()
    assert inbox(actor=officer(Channel.TCI, roles=frozenset({Role.ADMINISTRATOR}))) == ()


def test_a_row_shows_nothing_that_was_told() -> None:
    send(replace(LABOUR, text="x" * 20_000))
    row = inbox(actor=officer(Channel.TCI))[0]
    assert (row.day.isoformat(), row.named, row.language, row.size) == ("2026-11-30", False, "en", 64 * 1024)
    assert (row.came_by, row.unread, row.state) == ("web", 0, ReportState.NEW)


def test_an_inbox_counts_what_nobody_has_read_and_can_be_narrowed() -> None:
    report, code = send()
    tci = officer(Channel.TCI)
    write(code, "one")
    write(code, "two")
    assert inbox(actor=tci)[0].unread == 2
    opened_by(tci, report)
    assert inbox(actor=tci)[0].unread == 0
    assert inbox(actor=tci, states=(ReportState.NEW,)) == ()


def test_with_nothing_between_doors_nothing_is_read_or_entered() -> None:
    assert hand_overs(actor=officer(Channel.TCI), on=MONDAY) == ()
    assert Entry.objects.count() == 0
