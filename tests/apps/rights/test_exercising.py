"""Each right is told, used, given or refused with the law's own ground and a reason, and shown (M6)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.apps.cases.acting import NOON, code, done, person_in
from tests.apps.outcomes import later, new_road, portal
from waarborg.apps.cases.models import Case
from waarborg.apps.people.models import CapacityKind
from waarborg.apps.rights.exercising import ask_right, give_right, ground_of, refuse_right, tell_right, tell_rights
from waarborg.apps.rights.models import RightState, RightStep, RightUse
from waarborg.apps.rights.queries import rights_of
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import PersonId
from waarborg.law.rights import RIGHTS

pytestmark = pytest.mark.django_db

REASON = "Your aunt may have to be a witness herself. You can bring somebody else."


def test_m6_a_right_is_told_asked_refused_with_reasons_asked_again_and_given_and_all_of_it_shows() -> None:
    road = new_road()
    act: dict[str, Any] = {"person": road.victim, "right": "person_of_choice"}
    done(tell_right(actor=road.detective, on=later(days=1), words="With an interpreter.", **act))
    done(ask_right(actor=portal(road), on=later(days=2), words="My aunt.", **act))
    done(refuse_right(actor=road.detective, on=later(days=3), ground="person_of_choice", reason=REASON, **act))
    done(ask_right(actor=portal(road), on=later(days=4), words="My neighbour.", **act))
    done(give_right(actor=road.detective, on=later(days=5), **act))
    view = next(
        one
        for one in rights_of(actor=portal(road), person=road.victim, opening=road.reading())
        if one.right.id == "person_of_choice"
    )
    assert view.state == RightState.GIVEN
    assert [step.state for step in view.steps] == ["told", "asked", "refused", "asked", "given"]
    assert (view.steps[2].reason, view.steps[2].ground) == (REASON, RIGHTS["person_of_choice"].ground)


def test_a_right_that_nobody_was_told_of_has_no_state() -> None:
    road = new_road()
    views = rights_of(actor=portal(road), person=road.victim, opening=road.reading())
    assert [view.right.id for view in views] == list(RIGHTS)
    assert {view.state for view in views} == {None}


@pytest.mark.parametrize(
    ("ground", "reason", "expected"),
    [
        ("", REASON, "right.refuse.ground"),
        ("the interest of the officer", REASON, "right.refuse.ground"),
        ("person_of_choice", " ", "right.refuse.reason"),
    ],
)
def test_a_refusal_without_ground_or_reason_is_refused(ground: str, reason: str, expected: str) -> None:
    road = new_road()
    done(ask_right(actor=portal(road), on=NOON, person=road.victim, right="person_of_choice"))
    refused = refuse_right(
        actor=road.detective, on=NOON, person=road.victim, right="person_of_choice", ground=ground, reason=reason
    )
    assert code(refused) == expected
    assert RightUse.objects.get(person=road.victim).state == RightState.ASKED


@pytest.mark.parametrize("right", [key for key in RIGHTS if ground_of(key) is None])
def test_what_the_law_lets_nobody_refuse_cannot_be_refused(right: str) -> None:
    road = new_road()
    done(ask_right(actor=portal(road), on=NOON, person=road.victim, right=right))
    refused = refuse_right(actor=road.prosecutor, on=NOON, person=road.victim, right=right, ground=right, reason=REASON)
    assert code(refused) == "right.refuse.never"


def test_a_detective_does_not_refuse_what_only_the_prosecution_may() -> None:
    road = new_road()
    act: dict[str, Any] = {"person": road.victim, "right": "file_access", "ground": "file_access", "reason": REASON}
    done(ask_right(actor=portal(road), on=NOON, person=road.victim, right="file_access"))
    assert code(refuse_right(actor=road.detective, on=NOON, **act)) == "right.refuse.role"
    done(refuse_right(actor=road.prosecutor, on=NOON, **act))


def test_what_was_not_asked_is_not_refused_and_what_is_given_stays_given() -> None:
    road = new_road()
    act: dict[str, Any] = {"person": road.victim, "right": "person_of_choice"}
    refusal: dict[str, Any] = {**act, "ground": "person_of_choice", "reason": REASON}
    assert code(refuse_right(actor=road.detective, on=NOON, **refusal)) == "right.not_after"
    done(give_right(actor=road.detective, on=NOON, **act))
    assert code(refuse_right(actor=road.detective, on=NOON, **refusal)) == "right.not_after"
    assert code(give_right(actor=road.detective, on=NOON, **act)) == "right.not_after"


def test_being_told_again_takes_nothing_back() -> None:
    road = new_road()
    done(ask_right(actor=portal(road), on=NOON, person=road.victim, right="interpreter"))
    done(tell_right(actor=road.detective, on=later(days=1), person=road.victim, right="interpreter"))
    assert RightUse.objects.get(person=road.victim).state == RightState.ASKED
    assert RightStep.objects.filter(use__person=road.victim).count() == 2


def test_a_portal_account_asks_and_cannot_give_or_refuse() -> None:
    road = new_road()
    act: dict[str, Any] = {"person": road.victim, "right": "lawyer"}
    assert code(give_right(actor=portal(road), on=NOON, **act)) == "case.role"
    refused = refuse_right(actor=portal(road, Role.LAWYER), on=NOON, ground="lawyer", reason=REASON, **act)
    assert code(refused) == "case.role"


def test_there_are_no_rights_that_the_law_does_not_have_and_only_victims_have_them() -> None:
    road = new_road()
    assert code(ask_right(actor=portal(road), on=NOON, person=road.victim, right="a_pony")) == "right.unknown"
    witness = person_in(Case.objects.get(pk=road.case), road.detective, CapacityKind.WITNESS, called="W.")
    told = tell_right(actor=road.detective, on=NOON, person=PersonId(witness.pk), right="lawyer")
    assert code(told) == "right.no_victim"


def test_nobody_reads_somebody_elses_rights() -> None:
    road = new_road()
    other = person_in(Case.objects.get(pk=road.case), road.detective, called="Ana")
    reader = portal(road, Role.VICTIM, PersonId(other.pk))
    assert rights_of(actor=reader, person=road.victim, opening=road.reading()) == ()


def test_several_rights_are_told_at_once_and_all_or_none() -> None:
    road = new_road()
    told = tell_rights(
        actor=road.detective, on=NOON, person=road.victim, rights=("lawyer", "interpreter"), words="On paper"
    )
    assert [use.right for use in done(told)] == ["lawyer", "interpreter"]
    wrong = tell_rights(actor=road.detective, on=NOON, person=road.victim, rights=("file_access", "flying"))
    assert code(wrong) == "right.unknown"
    assert code(tell_rights(actor=road.detective, on=NOON, person=road.victim, rights=())) == "right.unknown"
    assert RightUse.objects.filter(person=road.victim).count() == 2
