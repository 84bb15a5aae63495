"""Each suspicion against each suspect, and its way to an end: the table along which decisions move it.

Invariant: a charge moves only along ``MOVES``; what the court last said is kept while an appeal runs and for good.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from waarborg.apps.cases.access import TEAM_ROLES, not_admitted, person_in_reach
from waarborg.apps.cases.life import keep_step
from waarborg.apps.cases.models import Case, CaseState, Charge, ChargeState, ChargeStep
from waarborg.apps.cases.persons import give_capacity
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.outbox import announce
from waarborg.apps.people.models import CapacityKind
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.events import Event
from waarborg.kernel.ids import CaseId, ChargeId, DecisionId, PersonId
from waarborg.kernel.texts import Text

#: Which states may follow each state; nothing follows on ``final``.
MOVES: Final[Mapping[ChargeState, frozenset[ChargeState]]] = MappingProxyType(
    {
        ChargeState.SUSPECTED: frozenset({ChargeState.PROSECUTED, ChargeState.DISMISSED}),
        ChargeState.PROSECUTED: frozenset({ChargeState.CONVICTED, ChargeState.ACQUITTED, ChargeState.DISMISSED}),
        # The court of appeal orders prosecution, or there is new proof.
        ChargeState.DISMISSED: frozenset({ChargeState.SUSPECTED, ChargeState.PROSECUTED}),
        ChargeState.CONVICTED: frozenset({ChargeState.APPEAL, ChargeState.FINAL}),
        ChargeState.ACQUITTED: frozenset({ChargeState.APPEAL, ChargeState.FINAL}),
        # An appeal that is withdrawn leaves the earlier judgement final.
        ChargeState.APPEAL: frozenset({ChargeState.CONVICTED, ChargeState.ACQUITTED, ChargeState.FINAL}),
        ChargeState.FINAL: frozenset(),
    }
)
#: What a court says.
JUDGEMENTS: Final = frozenset({ChargeState.CONVICTED, ChargeState.ACQUITTED})

#: Where a case must be re-opened before anybody is suspected in it.
_ENDED: Final = frozenset({CaseState.NOT_INVESTIGATED, CaseState.CLOSED})

_PROSECUTOR: Final = frozenset({Role.PROSECUTOR})
_PROSECUTION: Final = frozenset({Role.PROSECUTOR, Role.PROSECUTION_STAFF})
#: Who may bring a charge into a state: the prosecutor decides; what a court says may also be entered by their staff.
_MAY: Final[Mapping[ChargeState, frozenset[Role]]] = MappingProxyType(
    {
        ChargeState.SUSPECTED: _PROSECUTOR,
        ChargeState.PROSECUTED: _PROSECUTOR,
        ChargeState.DISMISSED: _PROSECUTOR,
        ChargeState.CONVICTED: _PROSECUTION,
        ChargeState.ACQUITTED: _PROSECUTION,
        ChargeState.APPEAL: _PROSECUTION,
        ChargeState.FINAL: _PROSECUTION,
    }
)


@act("charge.suspect")
def suspect(
    *, actor: Actor, on: datetime, person: PersonId, offence: str, trafficking: bool = True
) -> Charge | Refusal:
    """Suspect a person of the case of something; from then on the person is a suspect in it.

    Args:
        actor: a detective, team leader or prosecutor of the case.
        on: when (aware).
        person: the suspect; may be a victim too (``queries.non_punishment`` then asks for a look).
        offence: of what, in words.
        trafficking: whether it is human trafficking.
    """
    found = person_in_reach(actor=actor, person=person, roles=TEAM_ROLES)
    if isinstance(found, Refusal):
        return found
    if not offence.strip():
        return OFFENCE_BLANK
    if Case.objects.select_for_update().get(pk=found.case).state in _ENDED:
        return CASE_ENDED
    charge = Charge(
        id=ChargeId.new(),
        case_id=CaseId(found.case),
        suspect=found,
        trafficking=trafficking,
        state=ChargeState.SUSPECTED,
    )
    opening = enter(charge.pk, person, found.case, scope=found.scope, detail={"offence": offence})
    opening.seal(charge, "offence", offence)
    charge.save(force_insert=True)
    give_capacity(found, CapacityKind.SUSPECT, actor=actor, on=on)
    keep_step(ChargeStep(charge=charge, at=on, by=actor.id, state=charge.state), opening, "")
    announce(Event(name="charge.suspected", subjects=(charge.pk, person, found.case), at=on, by=actor.id))
    return charge


@act("charge.move")
def move(
    *,
    actor: Actor,
    on: datetime,
    charge: ChargeId,
    to: ChargeState,
    decision: DecisionId | None = None,
    reason: str = "",
) -> Charge | Refusal:
    """Bring a charge into the state ``to``; called by the acts of ``decisions``, in their transaction.

    The news is ``charge.prosecuted``, ``charge.dismissed``… (charge, suspect, case).

    Args:
        actor: the prosecutor, or their staff for what a court said.
        on: when it is entered (aware).
        charge: the charge.
        to: the state.
        decision: the decision or judgement that moves it.
        reason: why, kept with the step.
    """
    found = Charge.objects.select_for_update(of=("self",)).filter(pk=charge).select_related("suspect").first()
    if found is None:
        return NOT_FROM_HERE
    refused = not_admitted(actor=actor, case=CaseId(found.case_id), roles=_MAY[to])
    if refused is None and to not in MOVES[ChargeState(found.state)]:
        refused = NOT_FROM_HERE
    if refused:
        return refused
    named = (decision,) if decision else ()
    opening = enter(charge, found.case_id, *named, scope=found.scope, detail={"state": to, "reason": reason})
    found.state = to
    if to in JUDGEMENTS:
        found.outcome = to
    found.save(update_fields=["state", "outcome"])
    keep_step(ChargeStep(charge=found, at=on, by=actor.id, state=to, decision=decision), opening, reason)
    subjects = (charge, found.suspect.pk, found.case_id)
    announce(Event(name=f"charge.{to}", subjects=subjects, at=on, by=actor.id))
    return found


_ASK: Final = Text(en="Ask the prosecutor of the case.", nl="Vraag het de officier van de zaak.")

OFFENCE_BLANK: Final = Refusal(
    code="charge.offence_blank",
    what=Text(en="The suspicion was not entered.", nl="De verdenking is niet vastgelegd."),
    why=Text(en="It does not say of what.", nl="Er staat niet waarvan."),
    instead=Text(en="Write in words what it is about.", nl="Schrijf in woorden waar het om gaat."),
    ask=_ASK,
)
CASE_ENDED: Final = Refusal(
    code="charge.case_ended",
    what=Text(en="The suspicion was not entered.", nl="De verdenking is niet vastgelegd."),
    why=Text(en="The case has ended.", nl="De zaak is klaar."),
    instead=Text(en="The prosecutor can re-open the case first.", nl="De officier kan de zaak eerst heropenen."),
    ask=_ASK,
)
NOT_FROM_HERE: Final = Refusal(
    code="charge.not_from_here",
    what=Text(en="The charge stays as it is.", nl="De verdenking blijft zoals ze is."),
    why=Text(en="This step does not follow on where it is now.", nl="Deze stap volgt niet op waar ze nu is."),
    instead=Text(en="Look on the road where the charge is now.", nl="Kijk op de weg waar de verdenking nu is."),
    ask=_ASK,
)
