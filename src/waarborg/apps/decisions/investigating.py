"""Decisions about the case as a whole: no investigation, transfer to another state, and a proposal to fine instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from waarborg.apps.cases import life
from waarborg.apps.cases.access import not_admitted
from waarborg.apps.cases.models import Case
from waarborg.apps.custody.entering import act
from waarborg.apps.decisions.complaining import sentence_for
from waarborg.apps.decisions.keeping import MAY, NOT_EXPLAINED, explains, follow, keep, said
from waarborg.apps.decisions.models import Decision, DecisionKind
from waarborg.apps.people.models import Answer
from waarborg.apps.rights.noticing import occurrence
from waarborg.kernel.actors import Actor
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId
from waarborg.kernel.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FineProposal:
    """A proposal that was kept, and the warning that everybody who reads it gets."""

    decision: Decision
    warning: Text


#: What an administrative route costs the person (domain case 17).
FINE_WARNING: Final = Text(
    en="On this route protection lapses: without a criminal case the person can lose stay, shelter and the rights of a "
    "victim. Support goes on. Talk to the prosecutor first.",
    nl="Op deze route vervalt de bescherming: zonder strafzaak kan de persoon verblijf, opvang en de rechten van een "
    "slachtoffer verliezen. De steun gaat door. Overleg eerst met de officier.",
)


@act("decision.not_investigate")
def decide_not_to_investigate(*, actor: Actor, on: datetime, case: CaseId, explanation: str) -> Decision | Refusal:
    """Decide that no investigation follows, or that it ends; every victim is told why and how to complain.

    Args:
        actor: the team leader or the prosecutor.
        on: when (aware).
        case: the case.
        explanation: why, in words that each victim reads.
    """
    decision = _decide(actor, on, case, DecisionKind.NOT_INVESTIGATE, explanation)
    if isinstance(decision, Refusal):
        return decision
    moved = life.not_investigate(actor=actor, on=on, case=case, reason=explanation)
    return _follow(actor, on, decision, moved, (said(explanation), sentence_for(Answer.NO)))


@act("decision.transfer")
def transfer(*, actor: Actor, on: datetime, case: CaseId, explanation: str) -> Decision | Refusal:
    """Hand the case to another state; every victim is told at once, with what it can mean for their stay.

    Args:
        actor: the prosecutor.
        on: when (aware).
        case: the case.
        explanation: to whom and why, in words that each victim reads.
    """
    decision = _decide(actor, on, case, DecisionKind.TRANSFER, explanation)
    if isinstance(decision, Refusal):
        return decision
    moved = life.transfer_abroad(actor=actor, on=on, case=case, reason=explanation)
    return _follow(actor, on, decision, moved, (said(explanation),))


@act("decision.propose_fine")
def propose_fine(*, actor: Actor, on: datetime, case: CaseId, explanation: str) -> FineProposal | Refusal:
    """Keep a proposal to fine instead of prosecute; it decides nothing, and always comes back with the warning.

    Args:
        actor: a detective, team leader or prosecutor of the case.
        on: when (aware).
        case: the case.
        explanation: why, in words.
    """
    decision = _decide(actor, on, case, DecisionKind.FINE_PROPOSED, explanation)
    return decision if isinstance(decision, Refusal) else FineProposal(decision=decision, warning=FINE_WARNING)


def _decide(actor: Actor, on: datetime, case: CaseId, kind: DecisionKind, explanation: str) -> Decision | Refusal:
    refused = not_admitted(actor=actor, case=case, roles=MAY[kind])
    if refused is None and not explains(explanation):
        refused = NOT_EXPLAINED
    if refused:
        return refused
    return keep(actor=actor, on=on, case=case, kind=kind, explanation=explanation, decided_on=day_of(on))


def _follow(
    actor: Actor, on: datetime, decision: Decision, moved: Case | Refusal, words: tuple[Text, ...]
) -> Decision | Refusal:
    """The notices under the name that the case's own news has, so that they are made once."""
    if isinstance(moved, Refusal):
        return moved
    event = occurrence(decision.case_id, on)
    return follow(actor=actor, on=on, decision=decision, words=words, event=event) or decision
