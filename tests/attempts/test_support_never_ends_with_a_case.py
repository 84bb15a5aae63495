"""Must never happen: that a case, a charge or a judgement ends somebody's support. Each way is tried."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db.models import ForeignKey

import waarborg.apps.support
from tests.apps.cases.acting import code, done
from tests.apps.outcomes import (
    WHY,
    Road,
    acquitted,
    another_charge,
    dismissed,
    later,
    new_road,
    prosecuted,
    support_of,
)
from waarborg.apps.cases import life
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.decisions import investigating, judging
from waarborg.apps.people.models import Person
from waarborg.apps.support.ending import end_support
from waarborg.apps.support.models import Support, SupportState, SupportStepKind, WhyEnd
from waarborg.kernel.events import listeners_of


def _closed(road: Road) -> None:
    dismissed(road)
    done(life.close_case(actor=road.prosecutor, on=later(days=1), case=road.case, reason=WHY))


def _final_acquittal(road: Road) -> None:
    prosecuted(road)
    acquitted(road, later(days=1))
    done(
        judging.make_final(
            actor=road.prosecutor,
            on=later(days=2),
            charge=road.charge,
            explanation=WHY,
            decided_on=later(days=2).date(),
        )
    )
    done(life.close_case(actor=road.prosecutor, on=later(days=3), case=road.case, reason=WHY))


def _not_investigated(road: Road) -> None:
    done(
        investigating.decide_not_to_investigate(
            actor=road.prosecutor, on=later(days=1), case=road.case, explanation=WHY
        )
    )


def _abroad(road: Road) -> None:
    done(investigating.transfer(actor=road.prosecutor, on=later(days=1), case=road.case, explanation=WHY))


def _fine(road: Road) -> None:
    done(investigating.propose_fine(actor=road.prosecutor, on=later(days=1), case=road.case, explanation=WHY))


def _everybody_dismissed(road: Road) -> None:
    dismissed(road)
    dismissed(road, later(days=1), another_charge(road))


@pytest.mark.django_db
@pytest.mark.parametrize("end", [_closed, _final_acquittal, _not_investigated, _abroad, _fine, _everybody_dismissed])
def test_m8_b13_whatever_ends_the_case_leaves_support_open(end: Callable[[Road], None]) -> None:
    road = new_road()
    end(road)
    deliver_pending(on=later(days=4))
    deliver_pending(on=later(days=5))
    support = support_of(road)
    assert support.state in {SupportState.OPEN, SupportState.REVIEW}
    assert support.ended_by == ""
    assert not support.steps.filter(kind=SupportStepKind.ENDED).exists()


@pytest.mark.django_db
def test_b13_an_officer_cannot_close_support_because_the_case_ended() -> None:
    road = new_road()
    _final_acquittal(road)
    for actor in (road.detective, road.prosecutor, road.coordinator):
        tried = end_support(
            actor=actor, on=later(days=4), person=road.victim, because=WhyEnd.CASE_ENDED, words="The case is over."
        )
        assert code(tried) == "support.end.case_ended"
    assert support_of(road).state == SupportState.REVIEW


@pytest.mark.django_db
@pytest.mark.parametrize("because", ["case_closed", "dismissed", "acquitted", "final", ""])
def test_no_other_word_for_it_works_either(because: str) -> None:
    road = new_road()
    tried = end_support(
        actor=road.coordinator,
        on=later(days=1),
        person=road.victim,
        because=because,  # type: ignore[arg-type]
        words="The case is over.",
    )
    assert code(tried) == "support.end.case_ended"


def test_no_column_of_support_points_at_a_case_or_what_becomes_of_it() -> None:
    pointed = {field.related_model for field in Support._meta.get_fields() if isinstance(field, ForeignKey)}  # noqa: SLF001
    assert pointed == {Person}


def test_support_listens_to_the_first_contact_and_to_nothing_else() -> None:
    for name in ("closed", "not_investigated", "transferred", "reopened", "investigation_started"):
        assert not [one for one in listeners_of(f"case.{name}") if ".support." in one]
    for name in ("dismissed", "acquitted", "convicted", "final"):
        assert not [one for one in listeners_of(f"charge.{name}") if ".support." in one]
    assert [one for one in listeners_of("victim.found") if ".support." in one]


def test_no_line_of_support_reads_the_state_of_a_case_or_a_charge() -> None:
    folder = Path(waarborg.apps.support.__file__).parent
    read = {
        alias.name
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("waarborg.apps.cases")
        for alias in node.names
    }
    assert read <= {"CASE_ROLES", "PORTAL_ROLES", "NeedToKnow", "person_in_reach", "not_admitted"}
