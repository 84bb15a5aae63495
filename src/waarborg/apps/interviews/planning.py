"""Planning an interview by hand: a draft is checked by the rulebook while it is edited, and kept with its receipt.

Invariants: a plan is refused only for what can never be right; everything else is a finding, and shown. Of two people
who change one plan, the second is told, and nothing is overwritten.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from waarborg.apps.cases.access import not_admitted, person_in_reach
from waarborg.apps.cases.models import Case
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.outbox import announce
from waarborg.apps.interviews import plan_refusals, refusals
from waarborg.apps.interviews.assessment import Assessment, assess
from waarborg.apps.interviews.closing import keep_receipt
from waarborg.apps.interviews.document import document, stated
from waarborg.apps.interviews.drafts import (
    CHILD_UNDER,
    Companion,
    Draft,
    never_right,
    not_free,
    not_qualified,
    row_of,
    stated_in,
)
from waarborg.apps.interviews.kinds import CompanionState, InterviewState, Moment
from waarborg.apps.interviews.models import Interview, Interviewer, Room
from waarborg.apps.people.models import Account, Person
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.events import Event
from waarborg.kernel.ids import AccountId, CaseId, InterviewId, PersonId

#: Who plans, changes and cancels.
MAY_PLAN: Final = frozenset({Role.DETECTIVE, Role.TEAM_LEADER})


def check(*, draft: Draft, case: CaseId, opening: Opening, interview: InterviewId | None = None) -> Assessment:
    """What the rulebook says of a draft, saved or not; the form asks it at every change.

    Args:
        draft: as it stands.
        case: of its person.
        opening: opens the case.
        interview: the plan that it would change.
    """
    row = row_of(draft, Case.objects.get(pk=case), interview or InterviewId.new())
    return assess(document(row, stated_in(draft), opening))


def in_the_way(
    *, draft: Draft, case: CaseId, opening: Opening, on: datetime, interview: InterviewId | None = None
) -> tuple[Refusal, ...]:
    """What would keep a draft from being kept, for the form to say before anybody tries; see ``check``."""
    row = row_of(draft, Case.objects.get(pk=case), interview or InterviewId.new())
    said = stated_in(draft)
    maybe_child = assess(document(row, said, opening)).age[0] < CHILD_UNDER
    found = (
        never_right(row, draft, on),
        not_free(row, tuple(seat.account for seat in draft.seats)),
        not_qualified(row, said.asks, maybe_child=maybe_child) if said.asks else None,
    )
    return tuple(refusal for refusal in found if refusal)


@act("interview.plan")
def plan(*, actor: Actor, on: datetime, draft: Draft) -> Interview | Refusal:
    """Keep a draft as a planned interview, with a receipt of what the rulebook says of it.

    Args:
        actor: a detective or team leader who works on the person's case; theirs is the service.
        on: when (aware).
        draft: what is planned.
    """
    person = Person.objects.filter(pk=draft.person).first()
    if person is None:
        return refusals.NO_SUCH_INTERVIEW
    refused = not_admitted(actor=actor, case=CaseId(person.case), roles=MAY_PLAN)
    if refused:
        return refused
    row = row_of(draft, Case.objects.get(pk=person.case), InterviewId.new())
    row.service, row.planned_by, row.planned_at = actor.service or row.case.lead, actor.id, on
    return _keep(row, draft, actor=actor, on=on)


@act("interview.change")
def change(*, actor: Actor, on: datetime, interview: InterviewId, version: int, draft: Draft) -> Interview | Refusal:
    """Put a draft in the place of a plan.

    Args:
        actor: a detective or team leader who works on the case.
        on: when (aware).
        interview: one that is planned.
        version: the version of the plan that the actor had before them.
        draft: the whole plan as it is to be; about the same person.
    """
    old = planned(actor, interview)
    if isinstance(old, Refusal):
        return old
    if old.version != version:
        return plan_refusals.CHANGED_MEANWHILE
    if old.person_id != draft.person:
        return plan_refusals.OTHER_PERSON
    row = row_of(draft, old.case, interview)
    row.service, row.planned_by, row.planned_at = old.service, old.planned_by, old.planned_at
    row.version, row._state.adding = version + 1, False  # noqa: SLF001 - Django's documented flag of a saved row
    return _keep(row, draft, actor=actor, on=on)


@act("interview.cancel")
def cancel(*, actor: Actor, on: datetime, interview: InterviewId, reason: str) -> Interview | Refusal:
    """Cancel a planned interview; the reason stays on file."""
    row = planned(actor, interview)
    if isinstance(row, Refusal):
        return row
    if not reason.strip():
        return refusals.REASON_MISSING
    opening = enter(interview, row.scope, str(row.person_id), scope=row.scope, detail={"reason": reason})
    row.state = InterviewState.CANCELLED
    opening.seal(row, "cancelled_reason", reason.strip())
    row.save(update_fields=["state", "cancelled_reason"])
    subjects = (interview, str(row.person_id), row.scope)
    announce(Event(name="interview.cancelled", subjects=subjects, at=on, by=actor.id))
    return row


@act("interview.decline_companion")
def decline_companion(*, actor: Actor, on: datetime, interview: InterviewId) -> Interview | Refusal:
    """The person wants nobody beside them; their own word, which nobody else can give (M21).

    Args:
        actor: the person who is to be heard.
        on: when (aware).
        interview: planned, and not begun.
    """
    row = (
        Interview.objects.select_for_update(of=("self",)).select_related("case", "person").filter(pk=interview).first()
    )
    if row is None:
        return refusals.NO_SUCH_INTERVIEW
    refused = person_in_reach(actor=actor, person=PersonId(row.person_id), roles=frozenset({Role.VICTIM}))
    if isinstance(refused, Refusal):
        return refused
    if row.state != InterviewState.PLANNED:
        return plan_refusals.NOT_PLANNED
    opening = enter(interview, row.scope, str(row.person_id))
    row.companion_state, row.companion = CompanionState.DECLINED, None
    row.companion_reason = row.companion_examined = b""
    # Whoever has the plan open as it was must look at it again before changing it.
    row.version += 1
    row.save(update_fields=["companion_state", "companion", "companion_reason", "companion_examined", "version"])
    keep_receipt(row, Moment.PLANNED, document(row, stated(row, opening), opening), opening, on=on)
    subjects = (interview, str(row.person_id), row.scope)
    announce(Event(name="interview.companion_declined", subjects=subjects, at=on, by=actor.id))
    return row


def planned(actor: Actor, interview: InterviewId) -> Interview | Refusal:
    """The planned interview, held until the act ends, or why ``actor`` cannot change it."""
    row = Interview.objects.select_for_update(of=("self",)).select_related("case").filter(pk=interview).first()
    if row is None:
        return refusals.NO_SUCH_INTERVIEW
    refused = not_admitted(actor=actor, case=CaseId(row.case_id), roles=MAY_PLAN)
    if refused is None and row.state != InterviewState.PLANNED:
        refused = plan_refusals.NOT_PLANNED
    return refused or row


def _keep(row: Interview, draft: Draft, *, actor: Actor, on: datetime) -> Interview | Refusal:
    """Check the plan against what can never be right, then write it with its team and receipt."""
    accounts = tuple(dict.fromkeys(seat.account for seat in draft.seats))
    _hold(row, accounts)
    refused = never_right(row, draft, on) or not_free(row, accounts)
    if refused:
        return refused
    detail = {"kind": row.kind, "version": str(row.version), "note": draft.note}
    opening = enter(row.pk, row.scope, str(row.person_id), *accounts, scope=row.scope, detail=detail)
    found = document(row, stated_in(draft), opening)
    refused = not_qualified(row, stated_in(draft).asks, maybe_child=assess(found).age[0] < CHILD_UNDER)
    if refused:
        return refused
    companion = draft.companion or Companion(state=CompanionState.NOT_OFFERED)
    words = {
        name: getattr(draft, name) for name in ("acute_reason", "interpreter", "interpreter_reason", "need", "note")
    }
    words |= {"companion_reason": companion.reason, "companion_examined": companion.examined}
    for name, text in words.items():
        opening.seal(row, name, text.strip())
    row.save()
    row.team.all().delete()
    parts = {seat.account: seat.part for seat in draft.seats}
    Interviewer.objects.bulk_create(Interviewer(interview=row, account=who, part=part) for who, part in parts.items())
    keep_receipt(row, Moment.PLANNED, found, opening, on=on)
    subjects = (row.pk, str(row.person_id), row.scope)
    announce(Event(name="interview.planned", subjects=subjects, at=on, by=actor.id))
    return row


def _hold(row: Interview, accounts: tuple[AccountId, ...]) -> None:
    """Let no other act plan this person, team or room until this one ends; always in the same order."""
    Person.objects.select_for_update().get(pk=row.person_id)
    list(Account.objects.select_for_update().filter(pk__in=accounts).order_by("pk"))
    if row.room_id is not None:
        Room.objects.select_for_update().get(pk=row.room_id)
