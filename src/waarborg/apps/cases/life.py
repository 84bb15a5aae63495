"""The life of a case: which step may follow which, who may take it, and what each asks for.

Invariant: a case moves only along ``MOVES``; each step is kept, and support is no business of a case's life.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from waarborg.apps.cases.access import REASON_BLANK, not_admitted
from waarborg.apps.cases.models import Case, CaseState, CaseStep, Charge, ChargeState, ChargeStep, VictimStep
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.outbox import announce
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.events import Event
from waarborg.kernel.ids import CaseId
from waarborg.kernel.texts import Text

#: Which states may follow each state.
MOVES: Final[Mapping[CaseState, frozenset[CaseState]]] = MappingProxyType(
    {
        CaseState.SIGNAL: frozenset(
            {CaseState.INVESTIGATION, CaseState.NOT_INVESTIGATED, CaseState.ABROAD, CaseState.CLOSED}
        ),
        CaseState.INVESTIGATION: frozenset({CaseState.NOT_INVESTIGATED, CaseState.ABROAD, CaseState.CLOSED}),
        CaseState.NOT_INVESTIGATED: frozenset({CaseState.REOPENED, CaseState.CLOSED}),
        CaseState.ABROAD: frozenset({CaseState.REOPENED, CaseState.CLOSED}),
        CaseState.CLOSED: frozenset({CaseState.REOPENED}),
        CaseState.REOPENED: frozenset(
            {CaseState.INVESTIGATION, CaseState.NOT_INVESTIGATED, CaseState.ABROAD, CaseState.CLOSED}
        ),
    }
)

#: Before the court, or with a judgement that is not final: what must first come to its own end.
_BEFORE_THE_COURT: Final = frozenset(
    {ChargeState.PROSECUTED, ChargeState.CONVICTED, ChargeState.ACQUITTED, ChargeState.APPEAL}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What it takes to bring a case into a state."""

    #: Who may.
    roles: frozenset[Role]
    #: The news of it.
    event: str
    #: Whether it asks for a reason.
    with_reason: bool = True
    #: Charges in these states stand in the way.
    held_by: frozenset[ChargeState] = frozenset()


#: How each state is reached; ``signal`` only by opening the case.
WAYS: Final[Mapping[CaseState, Way]] = MappingProxyType(
    {
        CaseState.INVESTIGATION: Way(
            roles=frozenset({Role.DETECTIVE, Role.TEAM_LEADER, Role.PROSECUTOR}),
            event="case.investigation_started",
            with_reason=False,
        ),
        CaseState.NOT_INVESTIGATED: Way(
            roles=frozenset({Role.TEAM_LEADER, Role.PROSECUTOR}),
            event="case.not_investigated",
            held_by=_BEFORE_THE_COURT,
        ),
        CaseState.ABROAD: Way(roles=frozenset({Role.PROSECUTOR}), event="case.transferred"),
        CaseState.CLOSED: Way(
            roles=frozenset({Role.TEAM_LEADER, Role.PROSECUTOR}),
            event="case.closed",
            held_by=_BEFORE_THE_COURT | {ChargeState.SUSPECTED},
        ),
        CaseState.REOPENED: Way(roles=frozenset({Role.PROSECUTOR, Role.PROSECUTION_STAFF}), event="case.reopened"),
    }
)


@act("case.start_investigation")
def start_investigation(*, actor: Actor, on: datetime, case: CaseId, reason: str = "") -> Case | Refusal:
    """Start, or after a re-opening go on with, the investigation: a notification, a report or neither will do (M3, M9).

    The first start is kept as the day that selects the version of the recording rules.
    """
    return _move(actor, on, case, CaseState.INVESTIGATION, reason)


@act("case.not_investigate")
def not_investigate(*, actor: Actor, on: datetime, case: CaseId, reason: str) -> Case | Refusal:
    """Decide that no investigation follows, or that it ends; each victim must be told within 14 days."""
    return _move(actor, on, case, CaseState.NOT_INVESTIGATED, reason)


@act("case.transfer_abroad")
def transfer_abroad(*, actor: Actor, on: datetime, case: CaseId, reason: str) -> Case | Refusal:
    """Hand the case to another state; each victim must be told at once."""
    return _move(actor, on, case, CaseState.ABROAD, reason)


@act("case.close")
def close_case(*, actor: Actor, on: datetime, case: CaseId, reason: str) -> Case | Refusal:
    """Close a case in which no charge runs any more; support of its people goes on."""
    return _move(actor, on, case, CaseState.CLOSED, reason)


@act("case.reopen")
def reopen_case(*, actor: Actor, on: datetime, case: CaseId, reason: str) -> Case | Refusal:
    """Take a case up again: the court orders it, there is new proof, or another state sends it back."""
    return _move(actor, on, case, CaseState.REOPENED, reason)


def _move(actor: Actor, on: datetime, case: CaseId, to: CaseState, reason: str) -> Case | Refusal:
    """Bring a case into the state ``to``, along the tables above."""
    way = WAYS[to]
    refused = not_admitted(actor=actor, case=case, roles=way.roles)
    if refused is None and way.with_reason and not reason.strip():
        refused = REASON_BLANK
    if refused:
        return refused
    found = Case.objects.select_for_update().get(pk=case)
    if to not in MOVES[CaseState(found.state)]:
        return NOT_FROM_HERE
    if Charge.objects.filter(case=found, state__in=way.held_by).exists():
        return CHARGES_RUN
    opening = enter(case, scope=case, detail={"state": to, "reason": reason})
    found.state = to
    if to is CaseState.INVESTIGATION and found.investigation_started is None:
        found.investigation_started = day_of(on)
    found.save(update_fields=["state", "investigation_started"])
    keep_step(CaseStep(case=found, at=on, by=actor.id, state=to), opening, reason)
    announce(Event(name=way.event, subjects=(case,), at=on, by=actor.id))
    return found


def keep_step(step: CaseStep | VictimStep | ChargeStep, opening: Opening, reason: str) -> None:
    """Write a step of the road with its reason, which is sealed to the row and so needs the row first."""
    step.save(force_insert=True)
    if reason:
        opening.seal(step, "reason", reason)
        step.save(update_fields=["reason"])


_ASK: Final = Text(en="Ask the prosecutor of the case.", nl="Vraag het de officier van de zaak.")
_STAYS: Final = Text(en="The case stays as it is.", nl="De zaak blijft zoals ze is.")

CHARGES_RUN: Final = Refusal(
    code="case.charges_run",
    what=_STAYS,
    why=Text(en="There is no final decision on every charge.", nl="Niet over elke verdenking is definitief beslist."),
    instead=Text(en="First decide about each charge.", nl="Beslis eerst over elke verdenking."),
    ask=_ASK,
)
NOT_FROM_HERE: Final = Refusal(
    code="case.not_from_here",
    what=_STAYS,
    why=Text(en="This step does not follow on where it is now.", nl="Deze stap volgt niet op waar de zaak nu is."),
    instead=Text(en="Look on the road where the case is now.", nl="Kijk op de weg waar de zaak nu is."),
    ask=_ASK,
)
