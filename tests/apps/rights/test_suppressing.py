"""Holding a notice back takes the law's leave, a recorded risk, two persons and a day to look again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.apps.cases.acting import NOON, code, done
from tests.apps.outcomes import Road, colleague, dismissed, later, new_road, notice, portal
from waarborg.apps.custody.models import EntrySubject
from waarborg.apps.decisions.detaining import record_detention
from waarborg.apps.decisions.models import DetentionKind
from waarborg.apps.people.models import Answer
from waarborg.apps.rights.models import Notice, NoticeState
from waarborg.apps.rights.queries import Task, due_for, notices_of
from waarborg.apps.rights.suppressing import agree_suppression, ask_suppression, lift_suppression
from waarborg.apps.rights.telling import tell
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.ids import NoticeId

pytestmark = pytest.mark.django_db

RISK = "Her brothers said in a tapped call that they wait for him at home."
REVIEW = NOON.date() + timedelta(days=7)


def release(road: Road) -> NoticeId:
    done(
        record_detention(
            actor=road.prosecutor,
            on=NOON,
            suspect=road.suspect,
            kind=DetentionKind.RELEASE,
            known_at=NOON,
            words="He is free on Monday 10 August.",
        )
    )
    return notice(road, "release")


def asked(road: Road, about: NoticeId) -> None:
    done(ask_suppression(actor=road.prosecutor, on=NOON, notice=about, risk=RISK, review_on=REVIEW))


def held(road: Road, about: NoticeId) -> Actor:
    asked(road, about)
    second = colleague(road, Role.TEAM_LEADER)
    done(agree_suppression(actor=second, on=NOON, notice=about))
    return second


def test_until_a_second_person_agrees_the_notice_must_be_told() -> None:
    road = new_road()
    about = release(road)
    asked(road, about)
    assert Notice.objects.get(pk=about).state == NoticeState.DUE
    assert about in {one.id for one in due_for(actor=road.prosecutor, on=NOON) if one.task is Task.TELL}
    leader = colleague(road, Role.TEAM_LEADER)
    assert [one.task for one in due_for(actor=leader, on=NOON) if one.id == about] == [Task.AGREE]


def test_whoever_asked_cannot_be_the_second_person() -> None:
    road = new_road()
    about = release(road)
    asked(road, about)
    assert code(agree_suppression(actor=road.prosecutor, on=NOON, notice=about)) == "notice.hold.same_person"
    assert Notice.objects.get(pk=about).state == NoticeState.DUE


def test_a_notice_held_back_by_two_is_not_told_and_the_victim_sees_nothing_of_it() -> None:
    road = new_road()
    about = release(road)
    second = held(road, about)
    row = Notice.objects.get(pk=about)
    assert (row.state, row.suppressed_by, row.suppressed_with) == (
        NoticeState.SUPPRESSED,
        road.prosecutor.id,
        second.id,
    )
    seen = notices_of(actor=portal(road), person=road.victim, opening=road.reading())
    assert about not in {view.id for view in seen}
    named = EntrySubject.objects.filter(entry__act__in=["notice.ask_hold", "notice.hold"])
    assert road.victim not in {row.subject for row in named}
    told = tell(
        actor=road.prosecutor,
        on=NOON,
        notice=about,
        recipient=road.victim,
        by_voice=True,
        evidence="Called.",
        understood=Answer.YES,
    )
    assert code(told) == "notice.not_open"


def test_on_the_day_of_review_the_prosecutor_must_look_again() -> None:
    road = new_road()
    about = release(road)
    held(road, about)
    due = [one for one in due_for(actor=road.prosecutor, on=later(days=7)) if one.id == about]
    assert [(one.task, one.due_by and one.due_by.date()) for one in due] == [(Task.LOOK_AGAIN, REVIEW)]


def test_a_notice_that_is_released_is_due_again() -> None:
    road = new_road()
    about = release(road)
    second = held(road, about)
    done(lift_suppression(actor=second, on=later(days=2), notice=about))
    row = Notice.objects.get(pk=about)
    assert (row.state, row.suppressed_by, row.review_on) == (NoticeState.DUE, None, None)
    assert about in {one.id for one in due_for(actor=road.prosecutor, on=later(days=2))}


@pytest.mark.parametrize("about", ["dismissal", "first_contact"])
def test_the_law_lets_nobody_hold_back_other_news(about: str) -> None:
    road = new_road()
    dismissed(road)
    refused = ask_suppression(actor=road.prosecutor, on=NOON, notice=notice(road, about), risk=RISK, review_on=REVIEW)
    assert code(refused) == "notice.hold.never"


def test_without_a_risk_a_day_or_the_prosecutor_nothing_is_held_back() -> None:
    road = new_road()
    about = release(road)
    no_risk = ask_suppression(actor=road.prosecutor, on=NOON, notice=about, risk="  ", review_on=REVIEW)
    no_day = ask_suppression(actor=road.prosecutor, on=NOON, notice=about, risk=RISK, review_on=NOON.date())
    no_role = ask_suppression(actor=road.detective, on=NOON, notice=about, risk=RISK, review_on=REVIEW)
    assert [code(one) for one in (no_risk, no_day, no_role)] == [
        "notice.hold.risk",
        "notice.hold.review",
        "case.role",
    ]
    unasked = agree_suppression(actor=colleague(road, Role.TEAM_LEADER), on=NOON, notice=about)
    assert code(unasked) == "notice.hold.not_asked"
    assert code(lift_suppression(actor=road.prosecutor, on=NOON, notice=about)) == "notice.hold.not_asked"
