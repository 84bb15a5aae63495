"""A no and a closed case stop what is planned, once and for that person or case alone."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import done
from tests.apps.interviews.holding_them import day, person_of, world
from waarborg.apps.cases import life, roads
from waarborg.apps.custody.models import OutboxEvent
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.custody.queries import entries_about
from waarborg.apps.interviews import listeners
from waarborg.apps.interviews.kinds import InterviewState
from waarborg.apps.interviews.models import Interview
from waarborg.apps.people.models import CapacityKind
from waarborg.kernel.actors import THE_HOUSE
from waarborg.kernel.errors import Fault
from waarborg.kernel.events import Event
from waarborg.kernel.ids import CaseId

pytestmark = pytest.mark.django_db

NOW = day(-95)


def states() -> dict[str, str]:
    return {str(pk): state for pk, state in Interview.objects.values_list("pk", "state")}


def test_b11_a_no_cancels_that_persons_planned_interviews_and_nobody_elses() -> None:
    """B11: a victim's no stops interviews, not the case."""
    w = world()
    hers, later = w.planned(day(-90)), w.planned(day(-80))
    other = person_of(w.case, w.asker, CapacityKind.WITNESS, on=NOW)
    theirs = w.planned(day(-85), person=other, heard_as=CapacityKind.WITNESS)
    held = w.informed(-112)
    done(roads.decline(actor=w.asker, on=NOW, person=w.person))
    deliver_pending(on=NOW)
    assert states() == {
        hers: InterviewState.CANCELLED,
        later: InterviewState.CANCELLED,
        theirs: InterviewState.PLANNED,
        held: InterviewState.CLOSED,
    }
    row = Interview.objects.get(pk=hers)
    assert "nee" in w.opening(NOW).read(row, "cancelled_reason")
    assert entries_about(hers).get(act="interview.cancel").actor == THE_HOUSE.id


def test_a_closed_case_cancels_what_is_planned_in_it_and_in_no_other() -> None:
    w, elsewhere = world(), world()
    here, there = w.planned(day(-90)), elsewhere.planned(day(-90, 14))
    done(life.close_case(actor=w.leader, on=NOW, case=CaseId(w.case.pk), reason="all is done"))
    deliver_pending(on=NOW)
    assert states() == {here: InterviewState.CANCELLED, there: InterviewState.PLANNED}


def test_the_same_news_heard_twice_changes_nothing_more() -> None:
    w = world()
    pk = w.planned(day(-90))
    event = Event(name="victim.declined", subjects=(w.person, w.case.pk), at=NOW, by=w.asker.id)
    listeners.stop_after_a_no(event)
    listeners.stop_after_a_no(event)
    assert entries_about(pk).filter(act="interview.cancel").count() == 1
    assert OutboxEvent.objects.filter(name="interview.cancelled").count() == 1


def test_news_that_names_nobody_is_a_mistake_and_said_so() -> None:
    event = Event(name="case.closed", subjects=(), at=NOW, by=THE_HOUSE.id)
    with pytest.raises(Fault, match="names no case"):
        listeners.stop_after_closing(event)
