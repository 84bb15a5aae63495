"""Support ends by the person or by the end of the need, and by nothing else."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests.apps.cases.acting import NOON, code, done, staff
from tests.apps.outcomes import aged, guardian, later, new_road, portal, support_of
from waarborg.apps.custody.models import Entry, Outcome
from waarborg.apps.support.ending import end_support
from waarborg.apps.support.models import EndedBy, Support, SupportState, SupportStepKind, WhyEnd
from waarborg.apps.support.queries import support_of as read_support
from waarborg.apps.support.reviewing import start_review
from waarborg.kernel.actors import Role
from waarborg.kernel.errors import Refusal

pytestmark = pytest.mark.django_db


def test_the_person_ends_support_in_the_persons_own_words() -> None:
    road = new_road()
    done(end_support(actor=portal(road), on=NOON, person=road.victim, because=WhyEnd.PERSON, words="I can go on."))
    support = support_of(road)
    assert (support.state, support.ended_by) == (SupportState.ENDED, EndedBy.PERSON)
    view = read_support(actor=portal(road), person=road.victim, opening=road.reading())
    assert view is not None
    assert (view.steps[-1].kind, view.steps[-1].words) == (SupportStepKind.ENDED, "I can go on.")


def test_the_coordinator_ends_support_when_the_goals_are_reached() -> None:
    road = new_road()
    done(
        end_support(
            actor=road.coordinator,
            on=NOON,
            person=road.victim,
            because=WhyEnd.GOALS,
            words="Own home, work, and she says it is enough.",
        )
    )
    assert support_of(road).ended_by == EndedBy.GOALS


def test_goals_are_not_reached_while_a_review_runs_but_the_person_may_always_go() -> None:
    road = new_road()
    done(start_review(actor=road.coordinator, on=NOON, person=road.victim))
    by_goals = end_support(
        actor=road.coordinator, on=NOON, person=road.victim, because=WhyEnd.GOALS, words="All is there."
    )
    assert code(by_goals) == "support.end.review_runs"
    done(end_support(actor=portal(road), on=NOON, person=road.victim, because=WhyEnd.PERSON, words="I go."))


def test_without_words_nothing_ends() -> None:
    road = new_road()
    refused = end_support(actor=portal(road), on=NOON, person=road.victim, because=WhyEnd.PERSON, words=" ")
    assert code(refused) == "support.end.words"
    assert support_of(road).state == SupportState.OPEN


def test_what_ended_does_not_end_again() -> None:
    road = new_road()
    done(end_support(actor=portal(road), on=NOON, person=road.victim, because=WhyEnd.PERSON, words="Enough."))
    again = end_support(
        actor=portal(road), on=later(days=1), person=road.victim, because=WhyEnd.PERSON, words="Enough."
    )
    assert code(again) == "support.end.already"


@pytest.mark.parametrize("role", [Role.LAWYER])
def test_a_lawyer_does_not_end_it_for_the_person(role: Role) -> None:
    road = new_road()
    refused = end_support(
        actor=portal(road, role), on=NOON, person=road.victim, because=WhyEnd.PERSON, words="She said so."
    )
    assert code(refused) == "support.end.role"


def test_a_representative_who_is_a_suspect_cannot_end_the_childs_support() -> None:
    road = new_road()
    aged(road, road.victim, 11, 11)
    parent = guardian(road, road.victim, suspect=True)
    actor = portal(road, Role.REPRESENTATIVE, parent, road.victim)
    refused = end_support(actor=actor, on=NOON, person=road.victim, because=WhyEnd.PERSON, words="He is fine.")
    assert code(refused) == "case.need_to_know"
    assert support_of(road).state == SupportState.OPEN


def test_somebody_outside_the_case_is_told_nothing_about_it() -> None:
    road = new_road()
    refused = end_support(
        actor=staff(Role.CARE_COORDINATOR), on=NOON, person=road.victim, because=WhyEnd.GOALS, words="x"
    )
    assert code(refused) == "case.need_to_know"


def test_the_attempt_to_end_support_with_the_case_is_written_down() -> None:
    road = new_road()
    refused = end_support(
        actor=road.detective, on=NOON, person=road.victim, because=WhyEnd.CASE_ENDED, words="acquitted"
    )
    assert isinstance(refused, Refusal)
    assert refused.code == "support.end.case_ended"
    assert refused.text().en == (
        "You cannot close support because the case ended. Only the person, or the end of the need, ends support. "
        "You can plan a review. Ask the care coordinator."
    )
    entry = Entry.objects.get(act="support.end")
    assert (entry.outcome, entry.subjects.split()) == (
        Outcome.REFUSED,
        [support_of(road).pk, road.victim, road.case],
    )


def test_the_database_itself_knows_only_two_ways_to_end() -> None:
    road = new_road()
    for ended_by in ("", "case"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Support.objects.filter(person=road.victim).update(state=SupportState.ENDED, ended_by=ended_by)
