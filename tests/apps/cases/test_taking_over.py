"""A report goes into exactly one case, with what the officer chose, and without who sent it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection

from tests.apps.cases.acting import case_by, code, detective, done
from tests.apps.reports.officers import MONDAY, opened_by, send
from waarborg.apps.cases import opening
from waarborg.apps.cases.models import Case, CaseNumber, TakenReport
from waarborg.apps.custody.entering import consult
from waarborg.apps.custody.models import Entry, ScopeKey
from waarborg.apps.people.models import Person
from waarborg.apps.reports.models import Report
from waarborg.kernel.actors import Actor, Channel, Role
from waarborg.kernel.ids import CaseId

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("doors")]


def _officer() -> Actor:
    """A detective who works at the doors of AVIM and of the intelligence team."""
    actor = detective()
    return replace(actor, roles=actor.roles | {Role.DOOR_OFFICER}, doors=frozenset({Channel.AVIM, Channel.TCI}))


def test_m3_a_report_that_is_taken_over_begins_a_case_with_what_the_officer_chose() -> None:
    actor = _officer()
    report, _ = send()
    opened_by(actor, report)
    case = done(
        opening.open_from_report(
            actor=actor, on=MONDAY, report=report, text="Workers sleep there.", title="Greenhouse", region="Venlo"
        )
    )
    taken = TakenReport.objects.get(report=report)
    assert (case.origin, taken.case_id, Report.objects.get(pk=report).case) == ("report", case.pk, case.pk)
    reading = consult(actor=actor, on=MONDAY, what="case.read", subjects=(case.pk,))
    assert reading.read(taken, "text") == "Workers sleep there."


def test_b10_taking_over_makes_nobody_a_person_and_names_no_person() -> None:
    actor = _officer()
    report, _ = send()
    opened_by(actor, report)
    done(opening.take_over(actor=actor, on=MONDAY, report=report, case=CaseId(case_by(actor).pk), text="Seen."))
    assert not Person.objects.exists()
    assert not any("person_" in entry.subjects for entry in Entry.objects.all())


def test_m15_the_text_that_was_taken_over_is_not_readable_in_the_raw_row() -> None:
    actor = _officer()
    report, _ = send()
    opened_by(actor, report)
    done(opening.take_over(actor=actor, on=MONDAY, report=report, case=CaseId(case_by(actor).pk), text="Sleep there."))
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM cases_takenreport")
        assert b"Sleep" not in bytes(cursor.fetchone()[0])


def test_a_second_case_does_not_get_the_same_report_and_is_not_opened_for_it() -> None:
    actor, second = _officer(), _officer()
    report, _ = send()
    opened_by(actor, report)
    done(opening.take_over(actor=actor, on=MONDAY, report=report, case=CaseId(case_by(actor).pk), text="Seen."))
    result = opening.open_from_report(
        actor=second, on=MONDAY, report=report, text="Seen.", title="Again", region="Venlo"
    )
    assert code(result) == "report.taken"
    assert (Case.objects.count(), ScopeKey.objects.count(), CaseNumber.objects.get().last) == (1, 1, 1)


def test_nothing_is_taken_over_into_a_case_of_somebody_else_or_without_words() -> None:
    actor = _officer()
    report, _ = send()
    opened_by(actor, report)
    other, own = CaseId(case_by(detective()).pk), CaseId(case_by(actor).pk)
    take = opening.take_over
    assert code(take(actor=actor, on=MONDAY, report=report, case=other, text="Seen.")) == "case.need_to_know"
    assert code(take(actor=actor, on=MONDAY, report=report, case=own, text=" ")) == "case.take_over.text_blank"
    assert Report.objects.get(pk=report).case is None


def test_m13_somebody_who_is_no_officer_of_the_door_takes_over_nothing() -> None:
    actor, stranger = _officer(), detective()
    report, _ = send()
    opened_by(actor, report)
    result = opening.take_over(
        actor=stranger, on=MONDAY, report=report, case=CaseId(case_by(stranger).pk), text="Seen."
    )
    assert code(result) == "report.other_door"
