"""Decisions about the whole case tell every victim why; a fine instead is only ever proposed, with its warning."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import NOON, code, done
from tests.apps.outcomes import WHY, another_victim, later, new_road, notice, portal, support_of
from waarborg.apps.cases import life
from waarborg.apps.cases.models import Case, CaseState
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.decisions.investigating import (
    FINE_WARNING,
    decide_not_to_investigate,
    propose_fine,
    transfer,
)
from waarborg.apps.decisions.models import Decision, DecisionKind
from waarborg.apps.decisions.queries import decisions_of
from waarborg.apps.rights.models import Notice
from waarborg.apps.rights.noticing import read_text
from waarborg.apps.support.models import SupportState

pytestmark = pytest.mark.django_db


def test_no_investigation_is_told_in_writing_within_fourteen_days_once_with_the_reason_and_the_complaint() -> None:
    road = new_road()
    second = another_victim(road)
    done(decide_not_to_investigate(actor=road.prosecutor, on=NOON, case=road.case, explanation=WHY))
    deliver_pending(on=later(minutes=1))
    for person in (road.victim, second):
        row = Notice.objects.get(person=person, about="not_investigated")
        assert row.due_by is not None
        assert (row.due_by.date() - NOON.date()).days == 14
        said = read_text(road.reading(second).read(row, "text")).en
        assert WHY in said
        assert "There is no time limit, because" in said


def test_a_case_ended_elsewhere_in_the_house_is_told_too() -> None:
    road = new_road()
    done(life.not_investigate(actor=road.prosecutor, on=NOON, case=road.case, reason="No leads were found."))
    deliver_pending(on=later(minutes=1))
    assert Notice.objects.filter(person=road.victim, about="not_investigated").count() == 1


def test_a_transfer_abroad_is_told_at_once_and_support_goes_on() -> None:
    road = new_road()
    done(transfer(actor=road.prosecutor, on=NOON, case=road.case, explanation=WHY))
    deliver_pending(on=later(minutes=1))
    row = Notice.objects.get(pk=notice(road, "abroad"))
    assert (row.due_by, Notice.objects.filter(about="abroad").count()) == (None, 1)
    assert Case.objects.get(pk=road.case).state == CaseState.ABROAD
    assert support_of(road).state == SupportState.OPEN


def test_a_proposed_fine_decides_nothing_and_warns_that_protection_lapses() -> None:
    road = new_road()
    made = done(propose_fine(actor=road.detective, on=NOON, case=road.case, explanation=WHY))
    assert made.warning == FINE_WARNING
    assert "protection lapses" in made.warning.en
    assert "vervalt de bescherming" in made.warning.nl
    assert Case.objects.get(pk=road.case).state == CaseState.INVESTIGATION
    assert not Notice.objects.exclude(about__in=["first_contact", "investigation"]).exists()
    staff_sees = decisions_of(actor=road.detective, case=road.case, opening=road.reading())
    assert [view.kind for view in staff_sees] == [DecisionKind.FINE_PROPOSED]
    assert decisions_of(actor=portal(road), case=road.case, opening=road.reading()) == ()


def test_a_decision_about_the_case_is_explained_and_by_who_may() -> None:
    road = new_road()
    short = decide_not_to_investigate(actor=road.prosecutor, on=NOON, case=road.case, explanation="no leads")
    police = transfer(actor=road.detective, on=NOON, case=road.case, explanation=WHY)
    assert [code(short), code(police)] == ["decision.explanation", "case.role"]
    assert not Decision.objects.exists()
