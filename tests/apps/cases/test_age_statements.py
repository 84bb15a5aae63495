"""Every source of an age is kept, counted until it is rejected, and told so that conclusions are looked at again."""

from __future__ import annotations

from datetime import date

import pytest

from tests.apps.cases.acting import NOON, at, case_by, code, detective, done, person_in
from waarborg.apps.cases.age_statements import reject_age, state_age
from waarborg.apps.custody.entering import consult
from waarborg.apps.custody.models import OutboxEvent
from waarborg.apps.people.models import AgeStatement, Person
from waarborg.apps.people.queries import age_of
from waarborg.kernel.actors import Actor
from waarborg.kernel.ids import PersonId


def _victim() -> tuple[Actor, Person]:
    actor = detective()
    return actor, person_in(case_by(actor), actor)


def _span(actor: Actor, person: Person, on: date) -> tuple[int | None, int | None, bool]:
    opening = consult(actor=actor, on=NOON, what="case.read", subjects=(person.case,))
    age = age_of(person, opening, on=on)
    return age.low, age.high, age.disagree


@pytest.mark.django_db
def test_b7_he_says_19_and_looks_14_to_17_stand_side_by_side_and_the_youngest_counts() -> None:
    actor, boy = _victim()
    person = PersonId(boy.pk)
    assert _span(actor, boy, date(2026, 8, 3)) == (None, None, False)
    said = done(state_age(actor=actor, on=NOON, person=person, source="His own words", low=19, high=19))
    done(state_age(actor=actor, on=NOON, person=person, source="An officer", low=14, high=17))
    assert _span(actor, boy, date(2026, 8, 3)) == (14, 19, True)
    done(reject_age(actor=actor, on=at(10, 1), statement=said.pk, reason="An assessment says otherwise."))
    done(state_age(actor=actor, on=at(10, 1), person=person, source="Age assessment", low=16, high=17))
    assert _span(actor, boy, date(2026, 10, 1)) == (14, 18, False)
    assert AgeStatement.objects.filter(person=boy).count() == 3


@pytest.mark.django_db
def test_b7_each_statement_and_each_rejection_is_told_so_that_conclusions_reopen() -> None:
    actor, boy = _victim()
    kept = done(state_age(actor=actor, on=NOON, person=PersonId(boy.pk), source="A passport", born="2010-03/2012"))
    done(reject_age(actor=actor, on=NOON, statement=kept.pk, reason="It is forged."))
    told = OutboxEvent.objects.filter(name="person.age_changed")
    assert [row.subjects for row in told] == [f"{boy.pk} {boy.case}"] * 2


@pytest.mark.django_db
def test_the_age_is_told_for_the_day_that_is_asked_about() -> None:
    actor, boy = _victim()
    done(state_age(actor=actor, on=NOON, person=PersonId(boy.pk), source="A birth certificate", born="2014-11-15"))
    assert [_span(actor, boy, day)[:2] for day in (date(2026, 11, 14), date(2026, 11, 15))] == [(11, 11), (12, 12)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        ({}, "age"),
        ({"born": "2011-02-29"}, "age_born"),
        ({"born": "yesterday"}, "age_born"),
        ({"born": "2027"}, "age"),
        ({"low": -1}, "age_low"),
        ({"high": 121}, "age_high"),
        ({"low": 18, "high": 14}, "age_low"),
        ({"born": "2000", "low": 14, "high": 17}, "age"),
        ({"low": 14, "source": " "}, "age_source"),
        ({"low": 14, "speaks_of": date(2026, 8, 4)}, "age_on"),
    ],
)
def test_a_statement_that_says_nothing_or_cannot_be_is_refused_and_not_kept(
    facts: dict[str, object], refused: str
) -> None:
    actor, boy = _victim()
    result = state_age(actor=actor, on=NOON, person=PersonId(boy.pk), **({"source": "An officer"} | facts))  # type: ignore[arg-type]
    assert code(result) == refused
    assert not AgeStatement.objects.exists()
    assert not OutboxEvent.objects.filter(name="person.age_changed").exists()


@pytest.mark.django_db
def test_a_statement_is_rejected_once_with_a_reason_and_never_removed() -> None:
    actor, boy = _victim()
    kept = done(state_age(actor=actor, on=NOON, person=PersonId(boy.pk), source="An officer", low=14))
    assert code(reject_age(actor=actor, on=NOON, statement=kept.pk, reason=" ")) == "case.reason_blank"
    done(reject_age(actor=actor, on=NOON, statement=kept.pk, reason="Another officer knows better."))
    assert code(reject_age(actor=actor, on=NOON, statement=kept.pk, reason="Again.")) == "case.nothing_to_change"
    assert code(reject_age(actor=actor, on=NOON, statement=0, reason="None.")) == "age.no_statement"
    assert _span(actor, boy, date(2026, 8, 3)) == (None, None, False)


@pytest.mark.django_db
def test_a_stranger_states_and_rejects_no_age() -> None:
    actor, boy = _victim()
    stranger = detective()
    kept = done(state_age(actor=actor, on=NOON, person=PersonId(boy.pk), source="An officer", low=14))
    stated = state_age(actor=stranger, on=NOON, person=PersonId(boy.pk), source="X", low=30)
    rejected = reject_age(actor=stranger, on=NOON, statement=kept.pk, reason="X")
    assert code(stated) == code(rejected) == "case.need_to_know"


@pytest.mark.django_db
def test_m15_no_age_is_readable_in_the_raw_row() -> None:
    actor, boy = _victim()
    kept = done(state_age(actor=actor, on=NOON, person=PersonId(boy.pk), source="His own words", born="2011-05-03"))
    assert b"2011" not in bytes(AgeStatement.objects.get(pk=kept.pk).statement)
