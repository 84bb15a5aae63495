"""What is due stands in one order, for who bears the duty and needs to know the case, and for nobody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.apps.cases.acting import NOON, done, staff
from tests.apps.outcomes import colleague, dismissed, later, new_road, notice, portal, prosecuted
from waarborg.apps.decisions.detaining import record_detention
from waarborg.apps.decisions.models import DetentionKind
from waarborg.apps.rights.noticing import Urgency, urgency_of
from waarborg.apps.rights.queries import Task, due_for, notices_of
from waarborg.apps.rights.telling import send
from waarborg.kernel.actors import Role, Service


@pytest.mark.django_db
def test_the_one_hour_notice_stands_on_top_and_the_rest_by_when_it_is_due() -> None:
    road = new_road()
    prosecuted(road)
    dismissed(road, later(days=10))
    on = later(days=13)
    done(
        record_detention(
            actor=road.prosecutor,
            on=on,
            suspect=road.suspect,
            kind=DetentionKind.ESCAPE,
            known_at=on,
            words="He did not come back from leave.",
        )
    )
    due = due_for(actor=road.prosecutor, on=on)
    assert [(one.about.id, one.urgency, one.within_the_hour) for one in due] == [
        ("escape", Urgency.TODAY, True),
        ("prosecution", Urgency.WEEK, False),
        ("dismissal", Urgency.LATER, False),
    ]
    late = due_for(actor=road.prosecutor, on=later(days=15))
    assert [(one.about.id, one.urgency) for one in late] == [
        ("escape", Urgency.LATE),
        ("prosecution", Urgency.LATE),
        ("dismissal", Urgency.LATER),
    ]


@pytest.mark.django_db
def test_each_sees_the_duties_of_their_own_side() -> None:
    road = new_road()
    dismissed(road)
    assert {one.about.id for one in due_for(actor=road.detective, on=NOON)} == {"first_contact", "investigation"}
    assert {one.about.id for one in due_for(actor=road.prosecutor, on=NOON)} == {"dismissal"}
    helper = colleague(road, Role.PROSECUTION_STAFF, service=Service.PROSECUTION_SERVICE)
    assert {one.about.id for one in due_for(actor=helper, on=NOON)} == {"dismissal"}


@pytest.mark.django_db
def test_who_does_not_need_to_know_the_case_sees_nothing_due() -> None:
    road = new_road()
    dismissed(road)
    assert due_for(actor=staff(Role.PROSECUTOR), on=NOON) == ()
    assert due_for(actor=portal(road), on=NOON) == ()


@pytest.mark.django_db
def test_a_letter_on_its_way_waits_and_asks_to_find_out() -> None:
    road = new_road()
    dismissed(road)
    done(
        send(
            actor=road.prosecutor,
            on=NOON,
            notice=notice(road, "dismissal"),
            recipient=road.victim,
            way="Letter",
        )
    )
    due = due_for(actor=road.prosecutor, on=later(days=30))
    assert [(one.task, one.urgency) for one in due] == [(Task.CONFIRM, Urgency.WAITING)]


@pytest.mark.django_db
def test_the_portal_shows_what_was_sent_and_not_what_is_only_due() -> None:
    road = new_road()
    dismissed(road)
    assert notices_of(actor=portal(road), person=road.victim, opening=road.reading()) == ()
    assert len(notices_of(actor=road.detective, person=road.victim, opening=road.reading())) == 3
    stranger = staff(Role.DETECTIVE)
    assert notices_of(actor=stranger, person=road.victim, opening=road.reading()) == ()


@pytest.mark.parametrize(
    ("due_by", "expected"),
    [
        (None, Urgency.TODAY),
        (NOON - timedelta(minutes=1), Urgency.LATE),
        (NOON, Urgency.TODAY),
        (NOON + timedelta(days=7), Urgency.WEEK),
        (NOON + timedelta(days=8), Urgency.LATER),
    ],
)
def test_urgency_follows_from_the_day(due_by: datetime | None, expected: Urgency) -> None:
    assert urgency_of(due_by=due_by, known_at=NOON, on=NOON) is expected


def test_what_is_due_at_once_is_late_from_the_next_day_in_amsterdam() -> None:
    evening = datetime(2026, 8, 3, 21, 50, tzinfo=UTC)
    assert urgency_of(due_by=None, known_at=evening, on=evening + timedelta(minutes=5)) is Urgency.TODAY
    assert urgency_of(due_by=None, known_at=evening, on=evening + timedelta(minutes=15)) is Urgency.LATE
