"""Every sign of the list was seen, looked for, or never looked at, over all services that work on the case."""

from __future__ import annotations

from typing import Any

import pytest

from tests.apps.cases.acting import NOON, code, done, staff
from tests.apps.outcomes import colleague, later, new_road, portal
from waarborg.apps.cases.access import join_service
from waarborg.apps.signals.looking import KNOWN, look_at
from waarborg.apps.signals.models import IndicatorLook, IndicatorState
from waarborg.apps.signals.queries import IndicatorView, Seen, indicators_of
from waarborg.kernel.actors import Actor, Role, Service

pytestmark = pytest.mark.django_db


def seen(views: tuple[IndicatorView, ...]) -> dict[str, Seen]:
    return {view.indicator.id: view.seen for view in views}


def test_m4_every_indicator_is_seen_looked_for_or_never_looked_at() -> None:
    road = new_road()
    actor = road.detective
    before = seen(indicators_of(actor=actor, case=road.case, opening=road.reading()))
    assert list(before) == list(KNOWN)
    assert set(before.values()) == {Seen.NEVER_LOOKED_AT}
    done(
        look_at(
            actor=actor,
            on=NOON,
            case=road.case,
            indicator="debt",
            state=IndicatorState.OBSERVED,
            note="He owes 4,000 euro for the journey; a note was in his room.",
        )
    )
    done(look_at(actor=actor, on=NOON, case=road.case, indicator="unpaid", state=IndicatorState.NOT_FOUND))
    after = seen(indicators_of(actor=actor, case=road.case, opening=road.reading()))
    assert (after["debt"], after["unpaid"], after["long_hours"]) == (
        Seen.OBSERVED,
        Seen.NOT_FOUND,
        Seen.NEVER_LOOKED_AT,
    )


def test_m4_m5_two_services_look_and_what_one_saw_is_not_undone_by_the_other() -> None:
    road = new_road()
    done(join_service(actor=road.detective, on=NOON, case=road.case, service=Service.LABOUR_AUTHORITY))
    labour: Actor = colleague(road, Role.DETECTIVE, service=Service.LABOUR_AUTHORITY)
    act: dict[str, Any] = {"case": road.case, "indicator": "business_housing"}
    done(look_at(actor=road.detective, on=NOON, state=IndicatorState.OBSERVED, note="A bed in the shed.", **act))
    done(look_at(actor=labour, on=later(days=1), state=IndicatorState.NOT_FOUND, **act))
    view = next(
        one
        for one in indicators_of(actor=labour, case=road.case, opening=road.reading())
        if one.indicator.id == "business_housing"
    )
    assert view.seen is Seen.OBSERVED
    assert [(look.service, look.state) for look in view.looks] == [
        (Service.AVIM, IndicatorState.OBSERVED),
        (Service.LABOUR_AUTHORITY, IndicatorState.NOT_FOUND),
    ]


def test_the_last_look_of_a_service_counts_and_the_earlier_ones_are_kept() -> None:
    road = new_road()
    act: dict[str, Any] = {"actor": road.detective, "case": road.case, "indicator": "debt"}
    done(look_at(on=NOON, state=IndicatorState.NOT_FOUND, **act))
    done(look_at(on=later(days=2), state=IndicatorState.OBSERVED, note="The note was found after all.", **act))
    assert seen(indicators_of(actor=road.detective, case=road.case, opening=road.reading()))["debt"] is Seen.OBSERVED
    assert IndicatorLook.objects.count() == 2


def test_what_was_seen_says_where_and_what_is_not_on_the_list_is_no_indicator() -> None:
    road = new_road()
    act: dict[str, Any] = {"actor": road.detective, "on": NOON, "case": road.case}
    assert code(look_at(indicator="debt", state=IndicatorState.OBSERVED, note=" ", **act)) == "indicator.look.words"
    unknown = look_at(indicator="bad_feeling", state=IndicatorState.NOT_FOUND, **act)
    assert code(unknown) == "indicator.look.unknown"


def test_only_who_investigates_this_case_for_a_service_looks() -> None:
    road = new_road()
    act: dict[str, Any] = {"on": NOON, "case": road.case, "indicator": "debt", "state": IndicatorState.NOT_FOUND}
    assert code(look_at(actor=staff(Role.DETECTIVE), **act)) == "case.need_to_know"
    assert code(look_at(actor=road.prosecutor, **act)) == "case.role"
    freelance = colleague(road, Role.DETECTIVE, service=None)
    assert code(look_at(actor=freelance, **act)) == "indicator.look.service"
    assert indicators_of(actor=portal(road), case=road.case, opening=road.reading()) == ()
