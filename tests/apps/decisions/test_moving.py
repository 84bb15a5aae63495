"""What rests on a conviction and what does not (B14), as a pure table over every history that can be."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from waarborg.apps.decisions.moving import Happened, Movement, State, state_of, what_moves
from waarborg.kernel.ids import ChargeId
from waarborg.law.schemes import SCHEMES
from waarborg.law.steps import Step

DAY = date(2026, 8, 3)
FOUND = Happened(step=Step.FIRST_CONTACT, on=DAY)
_CHARGES = [ChargeId.new() for _ in range(3)]
_STEPS = st.sampled_from(
    [Step.PROSECUTION, Step.DISMISSAL, Step.CONVICTION, Step.ACQUITTAL, Step.APPEAL, Step.FINAL, Step.REOPENED]
)
_HISTORIES = st.lists(
    st.builds(Happened, step=_STEPS, charge=st.sampled_from(_CHARGES), on=st.just(DAY), trafficking=st.booleans())
)


def about(charge: ChargeId, *steps: Step) -> list[Happened]:
    return [Happened(step=step, charge=charge, on=DAY) for step in steps]


@given(_HISTORIES)
def test_support_the_fund_and_the_civil_suit_are_open_from_the_first_contact_whatever_follows(
    history: list[Happened],
) -> None:
    for scheme in ("support", "compensation_fund", "civil_suit"):
        assert state_of(SCHEMES[scheme], [FOUND, *history])[0] is State.OPEN


@given(_HISTORIES)
def test_what_needs_a_guilty_verdict_is_open_only_where_one_stands(history: list[Happened]) -> None:
    verdicts = {one.charge: one.step for one in history if one.step in {Step.CONVICTION, Step.ACQUITTAL}}
    for scheme in SCHEMES.values():
        if scheme.needs_conviction and state_of(scheme, history)[0] is State.OPEN:
            assert Step.CONVICTION in verdicts.values()


@given(_HISTORIES)
def test_the_steps_that_fix_a_state_are_steps_that_happened(history: list[Happened]) -> None:
    for scheme in SCHEMES.values():
        state, because = state_of(scheme, history)
        assert set(because) <= set(history)
        assert (state is State.NOT_YET) == (not because)


@given(_HISTORIES, st.integers(min_value=0, max_value=20))
def test_a_movement_is_told_exactly_where_a_state_changes(history: list[Happened], at: int) -> None:
    before = history[:at]
    for view in what_moves(before, history):
        was, now = state_of(view.scheme, before)[0], view.state
        assert (view.movement is Movement.OPENS) == (was is not State.OPEN and now is State.OPEN)
        left = was is State.OPEN and now is not State.OPEN
        assert (view.movement is Movement.CLOSES) == (left or (was is State.NOT_YET and now is State.CLOSED))


def test_every_scheme_says_why_in_both_languages() -> None:
    for view in what_moves([], [FOUND]):
        assert view.why.en.endswith(view.scheme.rests_on.en)
        assert view.why.nl.endswith(view.scheme.rests_on.nl)


def test_a_dismissal_undone_by_an_order_to_prosecute_closes_nothing_any_more() -> None:
    charge = _CHARGES[0]
    stopped = about(charge, Step.DISMISSAL)
    assert state_of(SCHEMES["injured_party"], stopped)[0] is State.CLOSED
    assert state_of(SCHEMES["injured_party"], [*stopped, *about(charge, Step.PROSECUTION)])[0] is State.NOT_YET


def test_a_new_verdict_is_not_final_because_an_older_one_was() -> None:
    history = about(_CHARGES[0], Step.CONVICTION, Step.FINAL, Step.ACQUITTAL, Step.CONVICTION)
    assert state_of(SCHEMES["advance_by_state"], history)[0] is State.NOT_YET


def test_one_stopped_charge_does_not_close_what_another_may_still_open() -> None:
    history = [*about(_CHARGES[0], Step.DISMISSAL), *about(_CHARGES[1], Step.PROSECUTION)]
    assert state_of(SCHEMES["injured_party"], history)[0] is State.NOT_YET
