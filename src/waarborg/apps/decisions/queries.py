"""Reads of decisions: what was decided and why, complaints with their terms, what moves, and which recordings stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from django.db.models import QuerySet

from waarborg.apps.cases.access import CASE_ROLES, PORTAL_ROLES, not_admitted, person_in_reach
from waarborg.apps.cases.models import (
    CaseState,
    CaseStep,
    Charge,
    ChargeState,
    NeedToKnow,
    VictimStep,
)
from waarborg.apps.cases.road_kinds import StepKind
from waarborg.apps.custody.keys import Opening
from waarborg.apps.decisions.complaining import ComplaintTerm, complaint_term
from waarborg.apps.decisions.keeping import STEP_OF
from waarborg.apps.decisions.models import (
    Complaint,
    ComplaintState,
    Decision,
    DecisionKind,
    DismissalGround,
    FormalNotice,
)
from waarborg.apps.decisions.moving import Happened, SchemeView, what_moves
from waarborg.apps.people.models import Answer
from waarborg.apps.rights.models import Notice, NoticeState
from waarborg.apps.rights.queries import reached
from waarborg.kernel.actors import Actor
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ChargeId, ComplaintId, DecisionId, PersonId
from waarborg.law.notices import NOTICES
from waarborg.law.retention import RETENTION
from waarborg.law.shapes import Retention
from waarborg.law.steps import Step

_READERS: Final = CASE_ROLES | PORTAL_ROLES
#: What the life of a case reaches by itself; the rest is reached by decisions.
_CASE_STEPS: Final = {CaseState.INVESTIGATION: Step.INVESTIGATION, CaseState.REOPENED: Step.REOPENED}


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """One decision as a page shows it."""

    id: DecisionId
    kind: DecisionKind
    charge: ChargeId | None
    suspect: PersonId | None
    ground: DismissalGround | None
    explanation: str
    convicted_of: str
    #: In euro; 0 is none, None is not known yet, or no conviction.
    compensation: Decimal | None
    decided_on: date
    entered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintView:
    """One complaint as a page shows it."""

    id: ComplaintId
    decision: DecisionId
    person: PersonId
    filed_on: date
    state: ComplaintState
    answered_on: date | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Which rule keeps the recordings of a case, and whether it still does."""

    #: False only where every charge is final: then the prosecutor is asked for an order; nothing goes by itself.
    must_stay: bool
    rule: Retention
    #: The charges that they wait for.
    waits_for: tuple[ChargeId, ...]


def decisions_of(*, actor: Actor, case: CaseId, opening: Opening) -> tuple[DecisionView, ...]:
    """The decisions of a case, oldest first; on the portal only those of which the actor's persons were told."""
    if not_admitted(actor=actor, case=case, roles=_READERS):
        return ()
    rows = Decision.objects.filter(case=case).select_related("charge")
    return tuple(_view(row, opening) for row in _known(actor, rows))


def complaints_of(
    *, actor: Actor, case: CaseId, opening: Opening, person: PersonId | None = None
) -> tuple[ComplaintView, ...]:
    """The complaints of a case, or of one person in it; a portal account sees only its own persons'."""
    if not_admitted(actor=actor, case=case, roles=_READERS):
        return ()
    rows = Complaint.objects.filter(decision__case=case).select_related("person").order_by("filed_on", "pk")
    if not actor.roles & CASE_ROLES:
        rows = rows.filter(person__in=actor.persons)
    if person is not None:
        rows = rows.filter(person=person)
    return tuple(
        ComplaintView(
            id=ComplaintId(row.pk),
            decision=DecisionId(row.decision_id),
            person=PersonId(row.person_id),
            filed_on=row.filed_on,
            state=ComplaintState(row.state),
            answered_on=row.answered_on,
            words=opening.read(row, "words"),
        )
        for row in rows
    )


def open_complaints(actor: Actor) -> QuerySet[Complaint]:
    """The complaints that wait for an answer in the cases that the actor needs to know, oldest first: a task."""
    cases = NeedToKnow.objects.filter(account=actor.id, until=None).values("case")
    rows = Complaint.objects.filter(decision__case__in=cases, state=ComplaintState.FILED)
    return (rows if actor.roles & CASE_ROLES else rows.none()).select_related("decision").order_by("filed_on", "pk")


def term_of_complaint(*, actor: Actor, decision: DecisionId, person: PersonId) -> ComplaintTerm | None:
    """Until when a person can complain about a decision, as far as is known: see ``complaining.complaint_term``.

    None where the actor may not see that person, or the decision is of another case.
    """
    who = person_in_reach(actor=actor, person=person, roles=_READERS)
    about = Decision.objects.select_related("charge").filter(pk=decision).first()
    if isinstance(who, Refusal) or about is None or about.case_id != who.case:
        return None
    last = FormalNotice.objects.filter(decision=about).last()
    served = Answer.UNKNOWN if last is None else Answer.YES if last.served else Answer.NO
    if about.kind == DecisionKind.NOT_INVESTIGATE and last is None:
        served = Answer.NO
    since = last.at if last else about.entered_at
    told = Notice.objects.filter(person=person, event__startswith=decision, state=NoticeState.TOLD, told_at__gte=since)
    first = told.order_by("told_at").first()
    heard = day_of(first.told_at) if first and first.told_at else None
    final = about.charge is not None and about.charge.state == ChargeState.FINAL
    return complaint_term(served=served, heard_on=heard, final=final)


def what_it_moves(
    *, actor: Actor, case: CaseId, person: PersonId | None = None, decision: DecisionId | None = None
) -> tuple[SchemeView, ...]:
    """Every scheme of the law for a case or one victim of it, and how one decision moved it (B14).

    Args:
        actor: who reads; a portal account only by the road of its own persons, and by what they were told.
        case: the case.
        person: whose road counts; None for any victim's.
        decision: the decision of which the movement is told; None for the last.
    """
    if not_admitted(actor=actor, case=case, roles=_READERS):
        return ()
    decided = Decision.objects.filter(case=case).select_related("charge")
    rows = [row for row in _known(actor, decided) if row.kind in STEP_OF]
    at = next((index for index, row in enumerate(rows) if row.pk == decision), len(rows) - 1)
    persons = [person] if person else None
    if not actor.roles & CASE_ROLES:
        persons = [one for one in actor.persons if person in (None, one)]
    told = None if actor.roles & CASE_ROLES else _steps_told(actor)
    road = [one for one in _road(case, persons) if told is None or one.step in told]
    charged = set(Charge.objects.filter(case=case, trafficking=True).values_list("suspect", flat=True))
    steps = [_happened(row, charged) for row in rows]
    return what_moves([*road, *steps[: max(at, 0)]], [*road, *steps[: at + 1]])


def what_would_move(
    *, actor: Actor, case: CaseId, kind: DecisionKind, charge: ChargeId | None, on: datetime
) -> tuple[SchemeView, ...]:
    """How a decision that nobody took yet would move every scheme, for staff; empty for a proposal."""
    if kind not in STEP_OF or not_admitted(actor=actor, case=case):
        return ()
    decided = Decision.objects.filter(case=case).select_related("charge")
    charged = set(Charge.objects.filter(case=case, trafficking=True).values_list("suspect", flat=True))
    before = [*_road(case, None), *(_happened(row, charged) for row in decided if row.kind in STEP_OF)]
    about = Charge.objects.filter(pk=charge, case=case).first()
    would = Decision(case_id=case, charge=about, kind=kind, decided_on=day_of(on))
    return what_moves(before, [*before, _happened(would, charged)])


def recordings_kept(*, actor: Actor, case: CaseId) -> Kept | None:
    """Whether the recordings of a case must stay: while any judgement is not final; None for who may not see the case.

    Where a charge was stopped or is not decided yet they stay until the offence is too old, which nobody here can tell.
    """
    if not_admitted(actor=actor, case=case, roles=_READERS):
        return None
    rows = list(Charge.objects.filter(case=case).order_by("pk"))
    waits = tuple(ChargeId(row.pk) for row in rows if row.state != ChargeState.FINAL)
    before_court = any(row.state not in {ChargeState.SUSPECTED, ChargeState.DISMISSED} for row in rows)
    rules = {rule.id: rule for rule in RETENTION}
    rule = rules["recording.prosecuted" if before_court else "recording.not_prosecuted"]
    return Kept(must_stay=not rows or bool(waits), rule=rule, waits_for=waits)


def _view(row: Decision, opening: Opening) -> DecisionView:
    amount = opening.read(row, "compensation")
    return DecisionView(
        id=DecisionId(row.pk),
        kind=DecisionKind(row.kind),
        charge=ChargeId(row.charge.pk) if row.charge else None,
        suspect=PersonId(row.charge.suspect_id) if row.charge else None,
        ground=DismissalGround(row.ground) if row.ground else None,
        explanation=opening.read(row, "explanation"),
        convicted_of=opening.read(row, "convicted_of"),
        compensation=Decimal(amount) if amount else None,
        decided_on=row.decided_on,
        entered_at=row.entered_at,
    )


def is_known(*, actor: Actor, decision: DecisionId) -> bool:
    """Whether an actor may know of a decision at all; opens nothing."""
    row = Decision.objects.select_related("charge").filter(pk=decision).first()
    if row is None or not_admitted(actor=actor, case=CaseId(row.case_id), roles=_READERS):
        return False
    return bool(_known(actor, [row]))


def _known(actor: Actor, rows: Iterable[Decision]) -> tuple[Decision, ...]:
    """Of some decisions those that an actor knows: staff all of them, others what was told to their own persons.

    An order to go on in a case that had stopped is told as the news that the case was re-opened.
    """
    if actor.roles & CASE_ROLES:
        return tuple(rows)
    told = list(_told_whole(actor).values_list("event", "about", "known_at"))
    decisions = {event.partition("+")[0] for event, _, _ in told}
    reopened = [known for _, about, known in told if about == Step.REOPENED]
    return tuple(
        row
        for row in rows
        if row.pk in decisions
        or (row.kind == DecisionKind.ORDER and any(known >= row.entered_at for known in reopened))
    )


def _steps_told(actor: Actor) -> frozenset[Step]:
    """The steps of the case itself that the persons of a portal account know: the first contact, and what was told."""
    told = _told_whole(actor).values_list("about", flat=True)
    return frozenset({Step.FIRST_CONTACT, *(NOTICES[about].on for about in told)})


def _told_whole(actor: Actor) -> QuerySet[Notice]:
    """What the persons of a portal account were told, without what was said only in part by their own wish."""
    return reached(actor).filter(unsaid=b"")


def _road(case: CaseId, persons: list[PersonId] | None) -> Iterator[Happened]:
    """What happened beside decisions: first contact, and what the case itself reached."""
    contacts = VictimStep.objects.filter(road__person__case=case, what=StepKind.FOUND)
    if persons is not None:
        contacts = contacts.filter(road__in=persons)
    first = contacts.order_by("at").first()
    if first is not None:
        yield Happened(step=Step.FIRST_CONTACT, on=day_of(first.at))
    for step in CaseStep.objects.filter(case=case, state__in=_CASE_STEPS):
        yield Happened(step=_CASE_STEPS[CaseState(step.state)], on=day_of(step.at))


def _happened(row: Decision, charged: set[str]) -> Happened:
    """One decision as a step; an order about a charge is a prosecution."""
    kind = DecisionKind(row.kind)
    step = Step.PROSECUTION if kind is DecisionKind.ORDER and row.charge else STEP_OF[kind]
    return Happened(
        step=step,
        charge=ChargeId(row.charge.pk) if row.charge else None,
        on=row.decided_on,
        trafficking=row.charge is None or row.charge.suspect_id in charged,
    )
