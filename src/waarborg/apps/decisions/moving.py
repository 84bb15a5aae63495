"""What each scheme of the law is, by what happened: open, closed or not yet; and how one decision moves it.

Pure: a history goes in, states come out. Invariants: of two verdicts about one charge the later one stands, and what
needs no guilty verdict is closed by none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from waarborg.kernel.ids import ChargeId
from waarborg.kernel.texts import Text
from waarborg.law.schemes import SCHEMES
from waarborg.law.shapes import Scheme
from waarborg.law.steps import Step

#: What a later step about the same charge puts an end to.
_ENDS: Final[Mapping[Step, frozenset[Step]]] = MappingProxyType(
    {
        Step.PROSECUTION: frozenset({Step.DISMISSAL}),
        Step.CONVICTION: frozenset({Step.ACQUITTAL, Step.FINAL}),
        Step.ACQUITTAL: frozenset({Step.CONVICTION, Step.FINAL}),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One step of the road that was reached."""

    step: Step
    #: Which charge it is about; None for the person or the case as a whole.
    charge: ChargeId | None = None
    on: date
    #: For a charge: whether trafficking was charged against its suspect.
    trafficking: bool = True


class State(StrEnum):
    """What a scheme is now."""

    OPEN = "open"
    #: No step opened it yet.
    NOT_YET = "not_yet"
    #: What it needs can no longer come, unless a later decision changes that.
    CLOSED = "closed"


class Movement(StrEnum):
    """How a decision moves a scheme."""

    OPENS = "opens"
    CLOSES = "closes"
    #: As it was, or possible again and not open yet.
    STAYS = "stays"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeView:
    """One scheme for one case or person."""

    scheme: Scheme
    state: State
    movement: Movement
    #: One sentence that says so.
    why: Text
    #: The steps that fix the state, oldest first.
    because: tuple[Happened, ...]


_WHY: Final[Mapping[State, Text]] = MappingProxyType(
    {
        State.OPEN: Text(en="It is open. {rests}", nl="Dit is open. {rests}"),
        State.NOT_YET: Text(en="It is not open yet. {rests}", nl="Dit is nog niet open. {rests}"),
        State.CLOSED: Text(
            en="It is closed now, and a later decision can open it again. {rests}",
            nl="Dit is nu gesloten, en een latere beslissing kan het weer openen. {rests}",
        ),
    }
)


def what_moves(before: Sequence[Happened], after: Sequence[Happened]) -> tuple[SchemeView, ...]:
    """Every scheme of the law after what happened, and how it moved since ``before``.

    Args:
        before: the history without the decision, oldest first.
        after: the history with it.
    """
    return tuple(_view(scheme, before, after) for scheme in SCHEMES.values())


def state_of(scheme: Scheme, history: Sequence[Happened]) -> tuple[State, tuple[Happened, ...]]:
    """What a scheme is after a history (oldest first), with the steps that fix it."""
    standing = [_standing([one for one in history if one.charge == charge]) for charge in _charges(history)]
    opening = [one for steps in standing if _opens(scheme, steps) for one in steps if one.step in scheme.opened_by]
    if opening:
        return State.OPEN, tuple(opening)
    closing = [[one for one in steps if one.step in scheme.closed_by] for steps in standing if _is_charge(steps)]
    if closing and all(closing):
        return State.CLOSED, tuple(one for steps in closing for one in steps)
    return State.NOT_YET, ()


def _view(scheme: Scheme, before: Sequence[Happened], after: Sequence[Happened]) -> SchemeView:
    was, _ = state_of(scheme, before)
    now, because = state_of(scheme, after)
    return SchemeView(
        scheme=scheme,
        state=now,
        movement=_movement(was, now),
        why=_WHY[now].fill(rests=scheme.rests_on),
        because=because,
    )


def _movement(was: State, now: State) -> Movement:
    """From one state to another; what is not open any more is closed by the decision, whether for good or not."""
    if was is now or (was, now) == (State.CLOSED, State.NOT_YET):
        return Movement.STAYS
    return Movement.OPENS if now is State.OPEN else Movement.CLOSES


def _charges(history: Sequence[Happened]) -> list[ChargeId | None]:
    return list(dict.fromkeys(one.charge for one in history))


def _standing(history: Sequence[Happened]) -> list[Happened]:
    """The steps about one charge that no later one ended."""
    left: list[Happened] = []
    for one in history:
        ended = _ENDS.get(one.step, frozenset())
        left = [kept for kept in left if kept.step not in ended and kept.step is not one.step]
        left.append(one)
    return left


def _is_charge(steps: Sequence[Happened]) -> bool:
    return bool(steps) and steps[0].charge is not None


def _opens(scheme: Scheme, steps: Sequence[Happened]) -> bool:
    """Whether what stands about one charge opens a scheme."""
    reached = {one.step for one in steps}
    if reached.isdisjoint(scheme.opened_by) or not reached.isdisjoint(scheme.closed_by):
        return False
    if scheme.needs_conviction and Step.CONVICTION not in reached:
        return False
    return not scheme.trafficking_charged or any(one.trafficking for one in steps)
