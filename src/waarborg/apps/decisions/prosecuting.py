"""The prosecutor's decision about one charge: to go on, or to stop with a ground and an explanation in words.

Invariant: a dismissal names the complaint to the court of appeal with its basis and start, never a bare number.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from waarborg.apps.cases import charges
from waarborg.apps.cases.access import not_admitted
from waarborg.apps.cases.models import Charge, ChargeState
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.decisions.complaining import sentence_for
from waarborg.apps.decisions.keeping import MAY, NOT_EXPLAINED, explains, follow, keep, said
from waarborg.apps.decisions.models import Decision, DecisionKind, DismissalGround, FormalNotice
from waarborg.apps.people.models import Answer
from waarborg.apps.rights.noticing import make_notices, occurrence
from waarborg.kernel.actors import Actor
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ChargeId, DecisionId
from waarborg.kernel.texts import Text
from waarborg.law.steps import Step


@act("charge.prosecute")
def prosecute(*, actor: Actor, on: datetime, charge: ChargeId, explanation: str) -> Decision | Refusal:
    """Decide to prosecute (*vervolging*): the suspect goes to court for this charge.

    Args:
        actor: the prosecutor.
        on: when (aware).
        charge: the charge.
        explanation: what for, in words that each victim reads.
    """
    about = Charge.objects.get(pk=charge)
    case = CaseId(about.case_id)
    refused = not_admitted(actor=actor, case=case, roles=MAY[DecisionKind.PROSECUTE])
    if refused is None and not explains(explanation):
        refused = NOT_EXPLAINED
    if refused:
        return refused
    decision = keep(
        actor=actor,
        on=on,
        case=case,
        charge=about,
        kind=DecisionKind.PROSECUTE,
        explanation=explanation,
        decided_on=day_of(on),
    )
    moved = charges.move(actor=actor, on=on, charge=charge, to=ChargeState.PROSECUTED, decision=DecisionId(decision.pk))
    if isinstance(moved, Refusal):
        return moved
    return follow(actor=actor, on=on, decision=decision, words=(said(explanation),)) or decision


@act("charge.dismiss")
def dismiss(
    *,
    actor: Actor,
    on: datetime,
    charge: ChargeId,
    ground: DismissalGround,
    explanation: str,
    served: Answer = Answer.UNKNOWN,
    served_on: date | None = None,
) -> Decision | Refusal:
    """Decide to stop against this suspect (*sepot*); every victim's support is looked at again, and none is closed.

    Args:
        actor: the prosecutor.
        on: when (aware).
        charge: the charge.
        ground: why, as a kind.
        explanation: why, in words that each victim reads; a code alone is refused.
        served: whether formal notice of no further prosecution was served on the suspect.
        served_on: on which day, where it was.
    """
    about = Charge.objects.get(pk=charge)
    case = CaseId(about.case_id)
    refused = not_admitted(actor=actor, case=case, roles=MAY[DecisionKind.DISMISS])
    if refused is None and not explains(explanation):
        refused = NOT_EXPLAINED
    if refused is None and served == Answer.YES and (served_on is None or served_on > day_of(on)):
        refused = NO_DAY_OF_SERVICE
    if refused:
        return refused
    decision = keep(
        actor=actor,
        on=on,
        case=case,
        charge=about,
        kind=DecisionKind.DISMISS,
        ground=ground,
        explanation=explanation,
        decided_on=day_of(on),
    )
    if served in (Answer.YES, Answer.NO):
        _keep_service(actor, on, decision, served_on if served == Answer.YES else None)
    moved = charges.move(actor=actor, on=on, charge=charge, to=ChargeState.DISMISSED, decision=DecisionId(decision.pk))
    if isinstance(moved, Refusal):
        return moved
    words = (said(explanation), sentence_for(served))
    return follow(actor=actor, on=on, decision=decision, words=words) or decision


@act("decision.serve")
def record_service(*, actor: Actor, on: datetime, decision: DecisionId, served_on: date) -> FormalNotice | Refusal:
    """Write down that formal notice was served on the suspect after all; every victim is told, for their term starts.

    Args:
        actor: the prosecutor or their staff.
        on: when (aware).
        decision: the dismissal.
        served_on: the day of service.
    """
    about = Decision.objects.get(pk=decision)
    case = CaseId(about.case_id)
    refused = not_admitted(actor=actor, case=case, roles=MAY[DecisionKind.FINAL])
    if refused is None and (about.kind != DecisionKind.DISMISS or served_on > day_of(on)):
        refused = NO_DAY_OF_SERVICE
    if refused:
        return refused
    enter(about.pk, case)
    kept = _keep_service(actor, on, about, served_on)
    made = make_notices(
        actor=actor,
        on=on,
        case=case,
        step=Step.DISMISSAL,
        event=occurrence(about.pk, on),
        words=(sentence_for(Answer.YES),),
    )
    return made if isinstance(made, Refusal) else kept


def _keep_service(actor: Actor, on: datetime, decision: Decision, served_on: date | None) -> FormalNotice:
    return FormalNotice.objects.create(
        decision=decision, served=served_on is not None, served_on=served_on, at=on, by=actor.id
    )


NO_DAY_OF_SERVICE: Final = Refusal(
    code="decision.served_on",
    what=Text(en="The service was not written down.", nl="De betekening is niet vastgelegd."),
    why=Text(
        en="The day on which the suspect got the formal notice is missing, is after today, or nothing was stopped.",
        nl="De dag waarop de verdachte de kennisgeving kreeg ontbreekt, ligt na vandaag, of er is niets gestopt.",
    ),
    instead=Text(
        en="Give that day, or say that it is not known yet.", nl="Geef die dag, of zeg dat die nog niet bekend is."
    ),
    ask=Text(en="Ask the prosecution service.", nl="Vraag het het Openbaar Ministerie."),
)
