"""What the court decided about one charge: guilty or not guilty, appeal, final; entered by the prosecution service.

Invariant: an acquittal says nothing about victimhood: support is looked at again and goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from waarborg.apps.cases import charges
from waarborg.apps.cases.access import not_admitted
from waarborg.apps.cases.models import Charge, ChargeState
from waarborg.apps.custody.entering import act
from waarborg.apps.decisions.keeping import AHEAD, MAY, NOT_EXPLAINED, explains, follow, keep, said
from waarborg.apps.decisions.models import Decision, DecisionKind
from waarborg.kernel.actors import Actor
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ChargeId, DecisionId
from waarborg.kernel.texts import Text

#: Where each of the court's steps brings the charge.
LEADS_TO: Final[Mapping[DecisionKind, ChargeState]] = MappingProxyType(
    {
        DecisionKind.CONVICT: ChargeState.CONVICTED,
        DecisionKind.ACQUIT: ChargeState.ACQUITTED,
        DecisionKind.APPEAL: ChargeState.APPEAL,
        DecisionKind.FINAL: ChargeState.FINAL,
    }
)
_DAMAGE: Final = Text(
    en="The court orders payment of damage: {amount} euro.",
    nl="De rechter legt een schadevergoeding op: {amount} euro.",
)
_NO_DAMAGE: Final = Text(
    en="The court orders no payment of damage. You can still ask the civil court.",
    nl="De rechter legt geen schadevergoeding op. U kunt het de burgerlijke rechter nog vragen.",
)
_DAMAGE_UNKNOWN: Final = Text(
    en="We do not know yet what the court decided about your damage.",
    nl="We weten nog niet wat de rechter over uw schade besliste.",
)


@act("charge.convict")
def convict(
    *,
    actor: Actor,
    on: datetime,
    charge: ChargeId,
    convicted_of: str,
    explanation: str,
    decided_on: date,
    compensation: Decimal | None,
) -> Decision | Refusal:
    """Enter a guilty verdict (*veroordeling*), on this charge or on another one that the court put in its place.

    Args:
        actor: the prosecutor or their staff.
        on: when it was entered (aware).
        charge: the charge that was before the court.
        convicted_of: of what, in words.
        explanation: the court's reason and the punishment, in words that each victim reads.
        decided_on: the day of the judgement.
        compensation: the payment of damage that the court ordered, in euro; 0 is none, None is not known yet.
    """
    if not convicted_of.strip() or (compensation is not None and compensation < 0):
        return NOT_SAID
    return _judge(
        actor,
        on,
        charge,
        DecisionKind.CONVICT,
        decided_on=decided_on,
        explanation=explanation,
        words=(said(convicted_of), said(explanation), damage_said(compensation)),
        convicted_of=convicted_of,
        compensation=compensation,
    )


def damage_said(compensation: Decimal | None) -> Text:
    """What victims are told about the payment of damage that the court ordered (euro); None is not known yet."""
    if compensation is None:
        return _DAMAGE_UNKNOWN
    return _DAMAGE.fill(amount=f"{compensation:.2f}") if compensation else _NO_DAMAGE


@act("charge.acquit")
def acquit(*, actor: Actor, on: datetime, charge: ChargeId, explanation: str, decided_on: date) -> Decision | Refusal:
    """Enter a not guilty verdict (*vrijspraak*); every victim's support is looked at again, and none is closed."""
    return _judge(
        actor,
        on,
        charge,
        DecisionKind.ACQUIT,
        decided_on=decided_on,
        explanation=explanation,
        words=(said(explanation),),
    )


@act("charge.appeal")
def appeal(*, actor: Actor, on: datetime, charge: ChargeId, explanation: str, decided_on: date) -> Decision | Refusal:
    """Enter that somebody went to a higher court (*hoger beroep, cassatie*), and who."""
    return _judge(
        actor,
        on,
        charge,
        DecisionKind.APPEAL,
        decided_on=decided_on,
        explanation=explanation,
        words=(said(explanation),),
    )


@act("charge.finalise")
def make_final(
    *, actor: Actor, on: datetime, charge: ChargeId, explanation: str, decided_on: date
) -> Decision | Refusal:
    """Enter that no appeal is left (*onherroepelijk*); recordings no longer wait for this charge."""
    return _judge(
        actor,
        on,
        charge,
        DecisionKind.FINAL,
        decided_on=decided_on,
        explanation=explanation,
        words=(said(explanation),),
    )


def _judge(
    actor: Actor,
    on: datetime,
    charge: ChargeId,
    kind: DecisionKind,
    *,
    decided_on: date,
    explanation: str,
    words: tuple[Text, ...],
    convicted_of: str = "",
    compensation: Decimal | None = None,
) -> Decision | Refusal:
    """Enter one step of the court, with what follows from it."""
    about = Charge.objects.get(pk=charge)
    case = CaseId(about.case_id)
    refused = not_admitted(actor=actor, case=case, roles=MAY[kind])
    if refused is None and not explains(explanation):
        refused = NOT_EXPLAINED
    if refused is None and decided_on > day_of(on):
        refused = AHEAD
    if refused:
        return refused
    decision = keep(
        actor=actor,
        on=on,
        case=case,
        charge=about,
        kind=kind,
        explanation=explanation,
        decided_on=decided_on,
        convicted_of=convicted_of,
        compensation=compensation,
    )
    moved = charges.move(actor=actor, on=on, charge=charge, to=LEADS_TO[kind], decision=DecisionId(decision.pk))
    if isinstance(moved, Refusal):
        return moved
    return follow(actor=actor, on=on, decision=decision, words=words) or decision


NOT_SAID: Final = Refusal(
    code="charge.convict.of",
    what=Text(en="The judgement was not entered.", nl="Het vonnis is niet vastgelegd."),
    why=Text(
        en="Of what the person was found guilty is missing, or the amount is below zero.",
        nl="Waaraan de persoon schuldig is ontbreekt, of het bedrag is lager dan nul.",
    ),
    instead=Text(
        en="Say on which charge, also where it is another one than trafficking.",
        nl="Zeg voor welk feit, ook als dat een ander is dan mensenhandel.",
    ),
    ask=Text(en="Ask the prosecutor of the case.", nl="Vraag het de officier van de zaak."),
)
