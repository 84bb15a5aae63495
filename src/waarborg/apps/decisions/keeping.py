"""Keeps one decision and does what follows from it, in the decision's own transaction.

Invariant: what the law couples is not news: every victim's notice, and the review of support after a dismissal or an
acquittal, are made by direct calls, or nothing of the decision is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from waarborg.apps.cases.models import Charge
from waarborg.apps.custody.entering import enter
from waarborg.apps.decisions.models import Decision, DecisionKind, DismissalGround
from waarborg.apps.people.models import CapacityKind, Person
from waarborg.apps.rights.noticing import make_notices
from waarborg.apps.support.reviewing import start_review
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, DecisionId, PersonId
from waarborg.kernel.texts import Text
from waarborg.law.steps import Step

_PROSECUTION: Final = frozenset({Role.PROSECUTOR, Role.PROSECUTION_STAFF})

#: Who may enter each kind of decision; what a court decided is written down by the prosecution service.
MAY: Final[Mapping[DecisionKind, frozenset[Role]]] = MappingProxyType(
    {
        DecisionKind.PROSECUTE: frozenset({Role.PROSECUTOR}),
        DecisionKind.DISMISS: frozenset({Role.PROSECUTOR}),
        DecisionKind.CONVICT: _PROSECUTION,
        DecisionKind.ACQUIT: _PROSECUTION,
        DecisionKind.APPEAL: _PROSECUTION,
        DecisionKind.FINAL: _PROSECUTION,
        DecisionKind.ORDER: frozenset({Role.PROSECUTOR}),
        DecisionKind.NOT_INVESTIGATE: frozenset({Role.PROSECUTOR, Role.TEAM_LEADER}),
        DecisionKind.TRANSFER: frozenset({Role.PROSECUTOR}),
        DecisionKind.FINE_PROPOSED: frozenset({Role.DETECTIVE, Role.TEAM_LEADER, Role.PROSECUTOR}),
    }
)
#: The step of the road that each kind of decision reaches; a proposal reaches none.
STEP_OF: Final[Mapping[DecisionKind, Step]] = MappingProxyType(
    {
        DecisionKind.PROSECUTE: Step.PROSECUTION,
        DecisionKind.DISMISS: Step.DISMISSAL,
        DecisionKind.CONVICT: Step.CONVICTION,
        DecisionKind.ACQUIT: Step.ACQUITTAL,
        DecisionKind.APPEAL: Step.APPEAL,
        DecisionKind.FINAL: Step.FINAL,
        DecisionKind.ORDER: Step.REOPENED,
        DecisionKind.NOT_INVESTIGATE: Step.NOT_INVESTIGATED,
        DecisionKind.TRANSFER: Step.ABROAD,
    }
)
#: After these the support of every victim is looked at again.
REVIEWED_AFTER: Final = frozenset({DecisionKind.DISMISS, DecisionKind.ACQUIT})
#: Words of two letters or more that an explanation has at least; a code or an article is not one.
WORDS_AT_LEAST: Final = 8


def explains(text: str) -> bool:
    """Whether ``text`` can be an explanation in words, and is not only a code."""
    return len(re.findall(r"[^\W\d_]{2,}", text)) >= WORDS_AT_LEAST


def keep(
    *,
    actor: Actor,
    on: datetime,
    case: CaseId,
    kind: DecisionKind,
    explanation: str,
    decided_on: date,
    charge: Charge | None = None,
    ground: DismissalGround | None = None,
    convicted_of: str = "",
    compensation: Decimal | None = None,
) -> Decision:
    """Enter a decision and keep it, inside the act that takes it."""
    decision = Decision(
        case_id=case,
        charge=charge,
        kind=kind,
        ground=ground or "",
        decided_on=decided_on,
        entered_at=on,
        by=actor.id,
    )
    named = (charge.pk, charge.suspect_id) if charge else ()
    opening = enter(decision.pk, case, *named)
    opening.seal(decision, "explanation", explanation.strip())
    opening.seal(decision, "convicted_of", convicted_of.strip())
    opening.seal(decision, "compensation", "" if compensation is None else f"{compensation:.2f}")
    decision.save(force_insert=True)
    return decision


def follow(
    *, actor: Actor, on: datetime, decision: Decision, words: tuple[Text, ...], event: str | None = None
) -> Refusal | None:
    """Make the notices of every victim, and start the reviews of support, that a decision brings.

    Args:
        actor: whose decision it is.
        on: when it was entered (aware); the terms run from here.
        decision: the decision.
        words: what victims are told beside the law's own sentences.
        event: under which name the notices are made, where not the decision's id.
    """
    case, kind = CaseId(decision.case_id), DecisionKind(decision.kind)
    made = make_notices(actor=actor, on=on, case=case, step=STEP_OF[kind], event=event or decision.pk, words=words)
    if isinstance(made, Refusal):
        return made
    if kind not in REVIEWED_AFTER:
        return None
    for person in Person.objects.filter(case=case, capacities__kind=CapacityKind.VICTIM).order_by("pk"):
        started = start_review(actor=actor, on=on, person=PersonId(person.pk), cause=DecisionId(decision.pk))
        if isinstance(started, Refusal):
            return started
    return None


def said(words: str) -> Text:
    """Somebody's own words, the same in every language; an interpreter or translator does the rest."""
    return Text(en=words.strip(), nl=words.strip())


_NOT_DECIDED: Final = Text(en="The decision was not kept.", nl="De beslissing is niet vastgelegd.")

NOT_EXPLAINED: Final = Refusal(
    code="decision.explanation",
    what=_NOT_DECIDED,
    why=Text(en="The reason is missing, or is only a code.", nl="De uitleg ontbreekt, of is alleen een code."),
    instead=Text(
        en="Write the reason in plain words. The person it is about reads it.",
        nl="Schrijf de uitleg in gewone woorden. De persoon om wie het gaat, leest die.",
    ),
    ask=Text(en="Ask the prosecutor of the case.", nl="Vraag het de officier van de zaak."),
)
AHEAD: Final = Refusal(
    code="decision.day",
    what=_NOT_DECIDED,
    why=Text(en="The day of the decision is after today.", nl="De dag van de beslissing ligt na vandaag."),
    instead=Text(en="You can enter it on the day itself.", nl="U kunt haar op de dag zelf vastleggen."),
    ask=Text(en="Ask the prosecutor of the case.", nl="Vraag het de officier van de zaak."),
)
