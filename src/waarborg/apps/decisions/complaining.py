"""A victim's complaint to the court of appeal about a decision not to go on (*beklag, artikel 12 Sv*), and its term.

Invariants: a term names its basis and start, never a bare number; whether a complaint is too late is for the court, so
none is refused for that. None is possible once a judgement about the charge is final.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from waarborg.apps.cases import charges, life
from waarborg.apps.cases.access import CASE_ROLES, PORTAL_ROLES, not_admitted, person_in_reach
from waarborg.apps.cases.models import Case, CaseState, ChargeState
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.decisions.keeping import AHEAD, MAY, NOT_EXPLAINED, explains, follow, keep, said
from waarborg.apps.decisions.models import Complaint, ComplaintState, Decision, DecisionKind
from waarborg.apps.people.models import Answer, Capacity, CapacityKind
from waarborg.apps.rights.noticing import occurrence
from waarborg.engines.rules.terms import Term, last_day
from waarborg.kernel.actors import Actor
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ChargeId, ComplaintId, DecisionId, PersonId
from waarborg.kernel.texts import Text
from waarborg.law.complaints import NOT_KNOWN, NOT_SERVED, SERVED
from waarborg.law.terms import TERMS

#: Who can make a complaint, or write down one that was sent by post.
MAY_FILE: Final = CASE_ROLES | PORTAL_ROLES
#: What can be complained about.
COMPLAINED_OF: Final = frozenset({DecisionKind.DISMISS, DecisionKind.NOT_INVESTIGATE})
#: States in which a case must first be taken up again.
_STOPPED: Final = frozenset({CaseState.CLOSED, CaseState.ABROAD, CaseState.NOT_INVESTIGATED})
#: The term as the law gives it (art. 12 and 12l Sv, text of 2015: not verified for today).
TERM: Final[Term] = TERMS["complaint.art12"]

_SENTENCES: Final[Mapping[Answer, Text]] = MappingProxyType({Answer.YES: SERVED, Answer.NO: NOT_SERVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintTerm:
    """Until when one person can complain about one decision."""

    #: Basis and start, in words.
    sentence: Text
    #: Whether the suspect was served.
    served: Answer
    #: The day on which the person heard of it; None where the term has not started, or there is none.
    starts_on: date | None
    #: The last day, inclusive; None for no limit, or a term that has not started.
    ends_on: date | None
    #: Whether a complaint can still be made at all: not once a judgement about the charge is final.
    possible: bool
    #: The law's own value, with sources and whether we checked them.
    term: Term


def sentence_for(served: Answer) -> Text:
    """Basis and start of the term; doubt is told as unknown."""
    return _SENTENCES.get(served, NOT_KNOWN)


def complaint_term(*, served: Answer, heard_on: date | None, final: bool) -> ComplaintTerm:
    """The term for somebody who heard of the served notice on ``heard_on``, or has not yet (None)."""
    starts = heard_on if served == Answer.YES else None
    return ComplaintTerm(
        sentence=sentence_for(served),
        served=served,
        starts_on=starts,
        ends_on=last_day(TERM, starts) if starts else None,
        possible=not final,
        term=TERM,
    )


@act("complaint.file")
def file_complaint(
    *, actor: Actor, on: datetime, decision: DecisionId, person: PersonId, filed_on: date, words: str
) -> Complaint | Refusal:
    """Complain to the court of appeal about a decision not to go on; it becomes a task of the prosecution service.

    Args:
        actor: the victim, who acts for them, or staff of the case.
        on: when it was entered (aware).
        decision: a dismissal, or the decision not to investigate.
        person: the victim who complains.
        filed_on: the day on which it was sent.
        words: what the person says.
    """
    who = person_in_reach(actor=actor, person=person, roles=MAY_FILE)
    if isinstance(who, Refusal):
        return who
    about = Decision.objects.select_related("charge").filter(pk=decision, case=who.case).first()
    if refused := _why_not_filed(about, person, filed_on, day_of(on), words):
        return refused
    complaint = Complaint(decision=about, person=who, filed_on=filed_on, entered_at=on, by=actor.id)
    opening = enter(complaint.pk, decision, who.pk, who.case)
    opening.seal(complaint, "words", words.strip())
    complaint.save(force_insert=True)
    return complaint


@act("complaint.answer")
def answer_complaint(
    *, actor: Actor, on: datetime, complaint: ComplaintId, upheld: bool, answered_on: date, explanation: str
) -> Complaint | Refusal:
    """Write down what the court of appeal answered; upheld, it orders prosecution and the case goes on again.

    Args:
        actor: the prosecutor; their staff only where the court changes nothing.
        on: when it was entered (aware).
        complaint: the complaint.
        upheld: whether the court orders to go on.
        answered_on: the day of the court's decision.
        explanation: the court's reason, in words that each victim reads.
    """
    row = Complaint.objects.select_for_update().get(pk=complaint)
    case = CaseId(row.decision.case_id)
    # Their staff write down that nothing changes; that somebody is prosecuted is the prosecutor's own to enter.
    roles = MAY[DecisionKind.ORDER if upheld else DecisionKind.FINAL]
    refused = not_admitted(actor=actor, case=case, roles=roles)
    if refused is None and row.state != ComplaintState.FILED:
        refused = ANSWERED
    if refused is None and not explains(explanation):
        refused = NOT_EXPLAINED
    if refused is None and answered_on > day_of(on):
        refused = AHEAD
    if refused:
        return refused
    row.state = ComplaintState.UPHELD if upheld else ComplaintState.REJECTED
    row.answered_on = answered_on
    row.save(update_fields=["state", "answered_on"])
    enter(row.pk, row.decision_id, row.person_id, case, scope=case, detail={"reason": explanation.strip()})
    return (_order(actor, on, row.decision, answered_on, explanation) if upheld else None) or row


def _order(actor: Actor, on: datetime, about: Decision, decided_on: date, explanation: str) -> Refusal | None:
    """Carry out the court's order: the charge is prosecuted, the case is taken up again, everybody is told."""
    case = CaseId(about.case_id)
    order = keep(
        actor=actor,
        on=on,
        case=case,
        charge=about.charge,
        kind=DecisionKind.ORDER,
        explanation=explanation,
        decided_on=decided_on,
    )
    stopped = Case.objects.get(pk=case).state in _STOPPED
    if stopped:
        opened = life.reopen_case(actor=actor, on=on, case=case, reason=explanation)
        if isinstance(opened, Refusal):
            return opened
    if about.charge is not None:
        moved = charges.move(
            actor=actor,
            on=on,
            charge=ChargeId(about.charge.pk),
            to=ChargeState.PROSECUTED,
            decision=DecisionId(order.pk),
        )
        if isinstance(moved, Refusal):
            return moved
    # The name that the news of the re-opening has, so that the notices are made once.
    event = occurrence(case, on) if stopped else None
    return follow(actor=actor, on=on, decision=order, words=(said(explanation),), event=event)


def _why_not_filed(about: Decision | None, person: PersonId, filed_on: date, today: date, words: str) -> Refusal | None:
    """Why this complaint cannot be entered, or None."""
    if about is None or about.kind not in COMPLAINED_OF:
        return NOTHING_TO_COMPLAIN_OF
    if not Capacity.objects.filter(person=person, kind=CapacityKind.VICTIM).exists():
        return NOT_A_VICTIM
    if about.charge is not None and about.charge.state == ChargeState.FINAL:
        return FINAL_ALREADY
    if Complaint.objects.filter(decision=about, person=person).exists():
        return FILED_ALREADY
    if filed_on > today:
        return AHEAD
    return None if words.strip() else WORDS_MISSING


_NOT_FILED: Final = Text(en="This complaint was not entered.", nl="Dit beklag is niet vastgelegd.")
_ASK: Final = Text(en="Ask your lawyer. The lawyer is free.", nl="Vraag het uw advocaat. De advocaat is gratis.")

NOTHING_TO_COMPLAIN_OF: Final = Refusal(
    code="complaint.decision",
    what=_NOT_FILED,
    why=Text(en="This decision did not stop anything.", nl="Met deze beslissing is niets gestopt."),
    instead=Text(
        en="You can complain about a stopped case, or about no investigation.",
        nl="U kunt klagen over een gestopte zaak, of als er geen onderzoek komt.",
    ),
    ask=_ASK,
)
NOT_A_VICTIM: Final = Refusal(
    code="complaint.person",
    what=_NOT_FILED,
    why=Text(en="The person is not down as a victim.", nl="De persoon staat niet als slachtoffer genoteerd."),
    instead=Text(
        en="If the person may be a victim, write that down first.",
        nl="Als de persoon slachtoffer kan zijn, noteer dat dan eerst.",
    ),
    ask=_ASK,
)
FINAL_ALREADY: Final = Refusal(
    code="complaint.final",
    what=_NOT_FILED,
    why=Text(
        en="The judgement is final. Then the law knows no complaint any more (art. 12 Sv).",
        nl="Het vonnis is onherroepelijk. Dan kent de wet geen beklag meer (art. 12 Sv).",
    ),
    instead=Text(
        en="You can still ask the civil court for payment of damage.",
        nl="U kunt de burgerlijke rechter nog om schadevergoeding vragen.",
    ),
    ask=_ASK,
)
FILED_ALREADY: Final = Refusal(
    code="complaint.already",
    what=_NOT_FILED,
    why=Text(
        en="This person complained about this decision already.",
        nl="Deze persoon heeft al geklaagd over deze beslissing.",
    ),
    instead=Text(en="You can see where it is.", nl="U kunt zien hoe het ermee staat."),
    ask=_ASK,
)
WORDS_MISSING: Final = Refusal(
    code="complaint.words",
    what=_NOT_FILED,
    why=Text(en="What the person says is missing.", nl="Wat de persoon zegt, ontbreekt."),
    instead=Text(en="Say in a few words why it is not right.", nl="Zeg in een paar woorden waarom het niet klopt."),
    ask=_ASK,
)
ANSWERED: Final = Refusal(
    code="complaint.answered",
    what=Text(en="The answer was not entered.", nl="Het antwoord is niet vastgelegd."),
    why=Text(en="The court answered already.", nl="Het gerechtshof heeft al geantwoord."),
    instead=Text(en="You can read that answer.", nl="U kunt dat antwoord lezen."),
    ask=Text(en="Ask the prosecutor of the case.", nl="Vraag het de officier van de zaak."),
)
