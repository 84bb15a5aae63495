"""Somebody is free: an escape is told within one hour by voice, at night too; a release within seven days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.apps.cases.acting import NOON, code, done, staff
from tests.apps.outcomes import another_victim, later, new_road, notice
from waarborg.apps.decisions.detaining import record_detention
from waarborg.apps.decisions.models import Detention, DetentionKind
from waarborg.apps.rights.models import Notice
from waarborg.apps.rights.noticing import Urgency
from waarborg.apps.rights.queries import due_for
from waarborg.kernel.actors import Role

pytestmark = pytest.mark.django_db

NIGHT = datetime(2026, 8, 9, 0, 40, tzinfo=UTC)  # Sunday 02:40 in Amsterdam
WORDS = "He left the prison in Vught; the police look for him."


def test_an_escape_on_a_sunday_night_is_due_within_the_hour_by_voice_for_each_victim() -> None:
    road = new_road()
    second = another_victim(road)
    done(
        record_detention(
            actor=road.detective,
            on=NIGHT + timedelta(minutes=10),
            suspect=road.suspect,
            kind=DetentionKind.ESCAPE,
            known_at=NIGHT,
            words=WORDS,
        )
    )
    for person in (road.victim, second):
        row = Notice.objects.get(pk=notice(road, "escape", person))
        assert (row.due_by, row.form) == (NIGHT + timedelta(hours=1), "oral")
    due = due_for(actor=road.prosecutor, on=NIGHT + timedelta(minutes=30))
    assert [(one.within_the_hour, one.urgency) for one in due] == [(True, Urgency.TODAY)] * 2


def test_a_release_is_due_within_seven_days_by_voice_and_on_paper() -> None:
    road = new_road()
    done(
        record_detention(
            actor=road.prosecutor,
            on=NOON,
            suspect=road.suspect,
            kind=DetentionKind.RELEASE,
            known_at=NOON,
            words="He is free on 17 August.",
        )
    )
    row = Notice.objects.get(pk=notice(road, "release"))
    assert row.due_by is not None
    assert (row.due_by.date(), row.form) == (date(2026, 8, 10), "oral_and_written")


def test_each_escape_is_told_anew() -> None:
    road = new_road()
    for day in (1, 30):
        done(
            record_detention(
                actor=road.prosecutor,
                on=later(days=day),
                suspect=road.suspect,
                kind=DetentionKind.ESCAPE,
                known_at=later(days=day),
                words=WORDS,
            )
        )
    assert Notice.objects.filter(person=road.victim, about="escape").count() == 2


def test_what_cannot_be_so_is_not_entered() -> None:
    road = new_road()
    facts = [
        (road.prosecutor, road.victim, NOON, WORDS),
        (road.prosecutor, road.suspect, later(minutes=1), WORDS),
        (road.prosecutor, road.suspect, NOON, " "),
        (road.coordinator, road.suspect, NOON, WORDS),
        (staff(Role.PROSECUTOR), road.suspect, NOON, WORDS),
    ]
    refused = [
        record_detention(
            actor=actor, on=NOON, suspect=person, kind=DetentionKind.ESCAPE, known_at=known_at, words=words
        )
        for actor, person, known_at, words in facts
    ]
    assert [code(one) for one in refused] == [
        "detention.suspect",
        "detention.known_at",
        "detention.known_at",
        "case.role",
        "case.need_to_know",
    ]
    assert not Detention.objects.exists()
