"""Comply or explain, and what the prosecutor is asked: leave, consultation about sound, a record into the file.

Invariants: nobody approves their own reason; a must needs the prosecutor's leave; a refusal is kept as the reason is.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from waarborg.apps.cases.access import CASE_ROLES, not_admitted
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.outbox import announce
from waarborg.apps.interviews import refusals
from waarborg.apps.interviews.kinds import Cause, InterviewKind, InterviewState
from waarborg.apps.interviews.models import Interview, SafeguardReason
from waarborg.apps.people.queries import active_roles
from waarborg.engines.rules.safeguards import Force
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.events import Event
from waarborg.kernel.ids import AccountId, CaseId, InterviewId, ReasonId
from waarborg.law.rulebook import CURRENT

#: Who asks for leave.
MAY_ASK: Final = frozenset({Role.DETECTIVE, Role.TEAM_LEADER})
#: Who may agree to a reason, by the force of the duty; the first role that an actor holds is how they answer.
APPROVERS: Final[Mapping[Force, tuple[Role, ...]]] = {
    Force.MUST: (Role.PROSECUTOR,),
    Force.WHERE_POSSIBLE: (Role.TEAM_LEADER, Role.PROSECUTOR),
}
#: Duties of the informative interview that the rulebook of ``assess`` does not hold.
LEADS_ANNOUNCED: Final = "informative.leads_announced"
TOPICS_TOLD: Final = "informative.topics"
#: How hard every duty is that a reason can be about.
FORCES: Final[Mapping[str, Force]] = {
    **{safeguard.id: safeguard.force for safeguard in CURRENT.safeguards},
    LEADS_ANNOUNCED: Force.MUST,
    TOPICS_TOLD: Force.MUST,
}


@act("safeguard.ask_leave")
def ask(
    *, actor: Actor, on: datetime, interview: InterviewId, rule: str, cause: Cause, reason: str
) -> SafeguardReason | Refusal:
    """Explain why a duty was not met, or cannot be, and ask for leave; the person can read it.

    Args:
        actor: a detective or team leader who works on the case.
        on: when (aware).
        interview: planned or held.
        rule: a rule of the rulebook, or a duty of the informative interview.
        cause: from the one list, so that it can be counted.
        reason: what happened, and what was done instead for the person.
    """
    row = held_fast(actor, interview, MAY_ASK)
    if isinstance(row, Refusal):
        return row
    if row.state not in {InterviewState.PLANNED, InterviewState.HELD}:
        return refusals.CLOSED_ALREADY
    if rule not in FORCES:
        return refusals.RULE_UNKNOWN
    if not reason.strip():
        return refusals.REASON_MISSING
    if row.reasons.filter(rule=rule, agreed=None).exists():
        return refusals.ASKED_ALREADY
    detail = {"rule": rule, "cause": cause, "reason": reason}
    asked = SafeguardReason(interview=row, rule=rule, cause=cause, asked_by=actor.id, asked_at=on)
    opening = enter(asked.pk, interview, row.scope, scope=row.scope, detail=detail)
    opening.seal(asked, "reason", reason.strip())
    asked.save(force_insert=True)
    announce(Event(name="safeguard.leave_asked", subjects=(asked.pk, interview, row.scope), at=on, by=actor.id))
    return asked


@act("safeguard.answer")
def answer(*, actor: Actor, on: datetime, reason: ReasonId, agreed: bool, words: str = "") -> SafeguardReason | Refusal:
    """Agree to a reason, or refuse it; either is kept.

    Args:
        actor: team leader or prosecutor for what was *where possible*, the prosecutor for a *must*; not who asked.
        on: when (aware).
        reason: what was asked.
        agreed: whether leave is given.
        words: why; needed for a refusal.
    """
    asked = (
        SafeguardReason.objects.select_for_update(of=("self",)).select_related("interview").filter(pk=reason).first()
    )
    if asked is None:
        return refusals.NO_SUCH_INTERVIEW
    row = held_fast(actor, InterviewId(asked.interview_id), CASE_ROLES)
    if isinstance(row, Refusal):
        return row
    role = next((each for each in APPROVERS[FORCES[asked.rule]] if actor.has(each)), None)
    refused = (
        (refusals.NOT_AN_APPROVER if FORCES[asked.rule] is Force.WHERE_POSSIBLE else refusals.NEEDS_PROSECUTOR)
        if role is None
        else refusals.OWN_REASON
        if asked.asked_by == actor.id
        else refusals.ANSWERED_ALREADY
        if asked.agreed is not None
        else refusals.CLOSED_ALREADY
        if row.state == InterviewState.CLOSED
        else refusals.REASON_MISSING
        if not agreed and not words.strip()
        else None
    )
    if refused or role is None:
        return refused or refusals.NOT_AN_APPROVER
    detail = {"agreed": str(agreed), "words": words}
    opening = enter(asked.pk, row.pk, row.scope, scope=row.scope, detail=detail)
    asked.agreed, asked.answered_as, asked.answered_by, asked.answered_at = agreed, role.value, actor.id, on
    opening.seal(asked, "answer", words.strip())
    asked.save()
    announce(Event(name="safeguard.leave_answered", subjects=(asked.pk, row.pk, row.scope), at=on, by=actor.id))
    return asked


@act("interview.consult_prosecutor")
def consult_prosecutor(
    *,
    actor: Actor,
    on: datetime,  # noqa: ARG001 - every act has both
    interview: InterviewId,
    prosecutor: AccountId,
    sound: bool,
    words: str = "",
) -> Interview | Refusal:
    """The prosecutor was consulted about recording the sound of an informative interview.

    Args:
        actor: a detective or team leader who works on the case.
        on: when (aware).
        interview: an informative one, planned or going on, or held and not closed.
        prosecutor: who was consulted.
        sound: what came out of it.
        words: why.
    """
    row = held_fast(actor, interview, MAY_ASK)
    if isinstance(row, Refusal):
        return row
    if row.state not in {InterviewState.PLANNED, InterviewState.HELD} or row.kind != InterviewKind.INFORMATIVE:
        return refusals.NOT_INFORMATIVE
    if Role.PROSECUTOR not in active_roles(prosecutor):
        return refusals.NOT_A_PROSECUTOR
    row.consulted, row.sound = prosecutor, sound
    row.save(update_fields=["consulted", "sound"])
    enter(interview, row.scope, prosecutor, scope=row.scope, detail={"sound": str(sound), "words": words})
    return row


@act("interview.admit_to_file")
def admit_to_file(*, actor: Actor, on: datetime, interview: InterviewId, reason: str) -> Interview | Refusal:
    """The prosecutor lets the record of an informative interview into the case file; until then it stays outside."""
    row = held_fast(actor, interview, frozenset({Role.PROSECUTOR}))
    if isinstance(row, Refusal):
        return row
    if row.kind != InterviewKind.INFORMATIVE or row.held_until is None or row.filed_at is not None:
        return refusals.NOT_INFORMATIVE
    if not reason.strip():
        return refusals.REASON_MISSING
    row.filed_by, row.filed_at = actor.id, on
    row.save(update_fields=["filed_by", "filed_at"])
    enter(interview, row.scope, scope=row.scope, detail={"reason": reason})
    return row


def held_fast(actor: Actor, interview: InterviewId, roles: frozenset[Role]) -> Interview | Refusal:
    """The interview, held until the act ends, or why ``actor`` does not reach it."""
    row = (
        Interview.objects.select_for_update(of=("self",)).select_related("case", "person").filter(pk=interview).first()
    )
    if row is None:
        return refusals.NO_SUCH_INTERVIEW
    return not_admitted(actor=actor, case=CaseId(row.case_id), roles=roles) or row
