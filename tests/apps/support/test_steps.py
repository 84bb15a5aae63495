"""What is done for a person is written down with its words; what the person asks is never refused for a state."""

from __future__ import annotations

import pytest
from django.db import connection

from tests.apps.cases.acting import NOON, code, done, person_in
from tests.apps.outcomes import later, new_road, portal, support_of
from waarborg.apps.cases.models import Case
from waarborg.apps.cases.roads import make_first_contact
from waarborg.apps.support.ending import end_support
from waarborg.apps.support.models import SupportState, SupportStep, SupportStepKind, WhyEnd
from waarborg.apps.support.queries import asked_and_waiting
from waarborg.apps.support.queries import support_of as read_support
from waarborg.apps.support.steps import ask, note_step
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import PersonId

pytestmark = pytest.mark.django_db


def test_shelter_and_a_planned_talk_are_kept_with_their_day_and_words() -> None:
    road = new_road()
    done(
        note_step(
            actor=road.coordinator,
            on=later(days=1),
            person=road.victim,
            kind=SupportStepKind.SHELTER,
            words="A place in a safe house near Zwolle.",
            planned_for=later(days=2),
        )
    )
    view = read_support(actor=portal(road), person=road.victim, opening=road.reading())
    assert view is not None
    assert (view.steps[-1].words, view.steps[-1].planned_for) == (
        "A place in a safe house near Zwolle.",
        later(days=2),
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT note FROM support_supportstep")
        assert all(b"Zwolle" not in bytes(row[0]) for row in cursor.fetchall())


@pytest.mark.parametrize("kind", [SupportStepKind.ENDED, SupportStepKind.REVIEW_DONE, SupportStepKind.OPENED])
def test_a_note_cannot_pass_for_an_act_of_its_own(kind: SupportStepKind) -> None:
    road = new_road()
    refused = note_step(actor=road.coordinator, on=NOON, person=road.victim, kind=kind, words="done")
    assert code(refused) == "support.note.words"


def test_a_note_without_words_is_refused() -> None:
    road = new_road()
    refused = note_step(
        actor=road.coordinator, on=NOON, person=road.victim, kind=SupportStepKind.NEEDS_ASSESSED, words="  "
    )
    assert code(refused) == "support.note.words"


def test_m2_whoever_ended_support_gets_it_back_by_asking() -> None:
    road = new_road()
    done(end_support(actor=portal(road), on=NOON, person=road.victim, because=WhyEnd.PERSON, words="I am fine now."))
    done(ask(actor=portal(road), on=later(days=9), person=road.victim, words="I want to talk again."))
    support = support_of(road)
    assert (support.state, support.ended_by) == (SupportState.OPEN, "")
    assert [step.kind for step in support.steps.all()][-2:] == [SupportStepKind.RESUMED, SupportStepKind.ASKED]


def test_somebody_who_asks_before_the_news_arrived_has_support_at_once() -> None:
    road = new_road()
    person = PersonId(person_in(Case.objects.get(pk=road.case), road.detective, called="Ana").pk)
    done(make_first_contact(actor=road.detective, on=NOON, person=person))
    done(ask(actor=portal(road, Role.VICTIM, person), on=NOON, person=person, words="A doctor."))
    assert support_of(road, person).state == SupportState.OPEN


def test_what_was_asked_waits_until_somebody_does_something_and_a_review_that_starts_is_nothing() -> None:
    road = new_road()
    assert list(asked_and_waiting(road.coordinator)) == []
    done(ask(actor=portal(road), on=later(days=1), person=road.victim, words="A room in another city."))
    start = SupportStepKind.REVIEW_STARTED
    SupportStep.objects.create(support=support_of(road), at=later(days=2), by=road.prosecutor.id, kind=start)
    assert [support.person_id for support in asked_and_waiting(road.coordinator)] == [road.victim]
    kind, words = SupportStepKind.NEEDS_ASSESSED, "A room in Zwolle."
    done(note_step(actor=road.coordinator, on=later(days=3), person=road.victim, kind=kind, words=words))
    assert list(asked_and_waiting(road.coordinator)) == []


def test_nobody_asks_for_somebody_else() -> None:
    road = new_road()
    other = person_in(Case.objects.get(pk=road.case), road.detective, called="Ana")
    refused = ask(actor=portal(road, Role.VICTIM, PersonId(other.pk)), on=NOON, person=road.victim, words="Hello")
    assert code(refused) == "case.other_person"


def test_an_empty_question_is_answered_with_how_to_ask() -> None:
    road = new_road()
    assert code(ask(actor=portal(road), on=NOON, person=road.victim, words=" ")) == "support.ask.words"
