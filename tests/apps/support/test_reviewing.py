"""A review looks at support again; it opens and closes nothing by itself."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import NOON, code, done
from tests.apps.outcomes import dismissed, later, new_road, portal, support_of
from waarborg.apps.support.ending import end_support
from waarborg.apps.support.models import SupportState, SupportStepKind, WhyEnd
from waarborg.apps.support.reviewing import finish_review, start_review

pytestmark = pytest.mark.django_db


def test_a_review_can_be_planned_by_staff_and_ends_with_its_outcome() -> None:
    road = new_road()
    done(start_review(actor=road.coordinator, on=NOON, person=road.victim, planned_for=later(days=3)))
    assert support_of(road).state == SupportState.REVIEW
    done(finish_review(actor=road.coordinator, on=later(days=3), person=road.victim, outcome="Shelter goes on."))
    assert support_of(road).state == SupportState.OPEN


def test_a_review_is_not_finished_without_an_outcome_or_where_none_runs() -> None:
    road = new_road()
    finished = finish_review(actor=road.coordinator, on=NOON, person=road.victim, outcome="All is well.")
    assert code(finished) == "support.review.none"
    done(start_review(actor=road.coordinator, on=NOON, person=road.victim))
    assert code(finish_review(actor=road.coordinator, on=NOON, person=road.victim, outcome=" ")) == (
        "support.review.words"
    )
    assert code(finish_review(actor=road.detective, on=NOON, person=road.victim, outcome="Done")) == "case.role"


def test_m8_after_a_dismissal_somebody_who_ended_support_is_offered_it_and_not_forced() -> None:
    road = new_road()
    done(end_support(actor=portal(road), on=NOON, person=road.victim, because=WhyEnd.PERSON, words="Enough."))
    decision = dismissed(road, later(days=5))
    support = support_of(road)
    last = support.steps.last()
    assert last is not None
    assert (support.state, last.kind, last.cause) == (SupportState.ENDED, SupportStepKind.OFFERED, decision)
