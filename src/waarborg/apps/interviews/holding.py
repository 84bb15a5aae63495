"""Holding an interview: who is there, what is announced, breaks, the minute it turned into a report, and its end.

Invariant: what happened is written down as it happened, and never refused because it should not have; only what
cannot be, such as an end before the beginning, is.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from typing import Final

from waarborg.apps.cases.models import VictimRoad, VictimState
from waarborg.apps.cases.roads import hold_informative, record_report
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.outbox import announce as tell
from waarborg.apps.interviews import plan_refusals, refusals
from waarborg.apps.interviews.closing import keep_receipt
from waarborg.apps.interviews.document import asks_of, document, findings, stated
from waarborg.apps.interviews.drafts import CHILD_UNDER, Companion, Seat, companion_unseen, not_qualified
from waarborg.apps.interviews.explaining import held_fast
from waarborg.apps.interviews.kinds import InterviewKind, InterviewState, Moment, Part, Stayed
from waarborg.apps.interviews.models import Interview, Interviewer, Pause
from waarborg.apps.interviews.planning import planned
from waarborg.apps.people.models import CapacityKind
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.events import Event
from waarborg.kernel.ids import InterviewId, PersonId

#: Who holds an interview.
MAY_HOLD: Final = frozenset({Role.DETECTIVE, Role.TEAM_LEADER})


class Said(StrEnum):
    """What was said to the person at the start."""

    #: That it is recorded.
    RECORDING = "recording"
    #: Who watches elsewhere.
    WATCHERS = "watchers"
    #: That usable leads are written up (informative interview).
    LEADS = "leads"


@act("interview.begin")
def begin(
    *, actor: Actor, on: datetime, interview: InterviewId, seats: Collection[Seat] | None = None
) -> Interview | Refusal:
    """The interview begins now.

    Args:
        actor: a detective or team leader who works on the case.
        on: when (aware).
        interview: one that is planned for this day.
        seats: who is really there; None: those who were planned.
    """
    row = planned(actor, interview)
    if isinstance(row, Refusal):
        return row
    if VictimRoad.objects.filter(pk=row.person_id, state=VictimState.DECLINED).exists():
        return plan_refusals.SAID_NO
    if day_of(on) != day_of(row.starts_at):
        return refusals.ANOTHER_DAY
    opening = enter(interview, row.scope, str(row.person_id))
    if seats is not None:
        asks = tuple(sorted({seat.account for seat in seats if seat.part == Part.ASKS}))
        maybe_child = findings(row, opening).age[0] < CHILD_UNDER
        refused = plan_refusals.NOBODY_ASKS if not asks else not_qualified(row, asks, maybe_child=maybe_child)
        if refused:
            return refused
        row.team.all().delete()
        parts = {seat.account: seat.part for seat in seats}
        Interviewer.objects.bulk_create(
            Interviewer(interview=row, account=who, part=part) for who, part in parts.items()
        )
    row.state, row.held_from = InterviewState.HELD, on
    row.save(update_fields=["state", "held_from"])
    return _told(row, "begun", actor, on)


@act("interview.announce")
def announce(*, actor: Actor, on: datetime, interview: InterviewId, said: Collection[Said]) -> Interview | Refusal:
    """Write down what was said to the person at the start; announcing the recording includes who watches."""
    row = _going_on(actor, interview)
    if isinstance(row, Refusal):
        return row
    watched = row.team.exclude(part=Part.ASKS).exists()
    if Said.RECORDING in said and watched and Said.WATCHERS not in said:
        return refusals.WATCHERS_UNSAID
    if Said.RECORDING in said and row.announced_at is None:
        row.announced_at = on
    if Said.LEADS in said and row.leads_announced_at is None:
        row.leads_announced_at = on
    row.save(update_fields=["announced_at", "leads_announced_at"])
    enter(interview, row.scope, scope=row.scope, detail={"said": " ".join(sorted(said))})
    return row


@act("interview.pause")
def pause(*, actor: Actor, on: datetime, interview: InterviewId, stayed: Stayed) -> Pause | Refusal:
    """A break begins; who stays in the room is written down."""
    row = _going_on(actor, interview)
    if isinstance(row, Refusal):
        return row
    if row.pauses.filter(ends=None).exists():
        return refusals.PAUSE_OUT_OF_STEP
    enter(interview, row.scope)
    return Pause.objects.create(interview=row, begins=on, stayed=stayed)


@act("interview.resume")
def resume(*, actor: Actor, on: datetime, interview: InterviewId) -> Pause | Refusal:
    """The break is over."""
    row = _going_on(actor, interview)
    if isinstance(row, Refusal):
        return row
    running = row.pauses.filter(ends=None).first()
    if running is None:
        return refusals.PAUSE_OUT_OF_STEP
    running.ends = on
    running.save(update_fields=["ends"])
    enter(interview, row.scope)
    return running


@act("interview.companion")
def settle_companion(
    *,
    actor: Actor,
    on: datetime,  # noqa: ARG001 - every act has both
    interview: InterviewId,
    companion: Companion,
) -> Interview | Refusal:
    """What became of the companion of choice: present, declined, refused with a ground, or not offered."""
    row = held_fast(actor, interview, MAY_HOLD)
    if isinstance(row, Refusal):
        return row
    if row.state not in {InterviewState.PLANNED, InterviewState.HELD}:
        return refusals.NOT_GOING_ON
    refused = companion_unseen(row, companion)
    if refused:
        return refused
    people = [str(companion.person)] if companion.person else []
    detail = {"state": companion.state, "reason": companion.reason}
    opening = enter(interview, row.scope, *people, scope=row.scope, detail=detail)
    row.companion_state, row.companion_id = companion.state, companion.person
    opening.seal(row, "companion_reason", companion.reason.strip())
    opening.seal(row, "companion_examined", companion.examined.strip())
    row.save(update_fields=["companion_state", "companion", "companion_reason", "companion_examined"])
    return row


@act("interview.turn_into_report")
def turn_into_report(*, actor: Actor, on: datetime, interview: InterviewId) -> Interview | Refusal:
    """An informative interview turns into a report at this minute: from now on the duties of a report hold (M1).

    What was told until now was the informative interview, so it came before the report; the victim's road moves twice.
    """
    row = _going_on(actor, interview)
    if isinstance(row, Refusal):
        return row
    if row.kind != InterviewKind.INFORMATIVE:
        return refusals.NOT_INFORMATIVE
    row.kind, row.turned_at = InterviewKind.REPORT, on
    row.save(update_fields=["kind", "turned_at"])
    enter(interview, row.scope, str(row.person_id))
    refused = _inform(row, actor, on) or _report(row, actor, on)
    return refused or _told(row, "turned_into_report", actor, on)


@act("interview.end")
def end(
    *,
    actor: Actor,
    on: datetime,
    interview: InterviewId,
    topics: Collection[str] | None = None,
    need: str = "",
    acute: bool | None = None,
    behavioural_expert: bool | None = None,
    report_made: bool = False,
) -> Interview | Refusal:
    """The interview ends now; what was still open in the plan is filled in, and the victim's road moves.

    Args:
        actor: a detective or team leader who works on the case.
        on: when (aware); a break that runs ends too.
        interview: one that is going on.
        topics: what was spoken about, as ids; for an informative interview those of the law. None: as planned.
        need: what had to be learned, where the plan does not say.
        acute: likewise.
        behavioural_expert: likewise.
        report_made: whether the victim made the official report (*aangifte*) in it; for an interview of that kind.
    """
    row = _going_on(actor, interview)
    if isinstance(row, Refusal):
        return row
    opening = enter(interview, row.scope, str(row.person_id))
    row.pauses.filter(ends=None).update(ends=on)
    row.held_until = on
    row.topics = row.topics if topics is None else " ".join(sorted(set(topics)))
    row.acute = row.acute if row.acute is not None else acute
    row.behavioural_expert = row.behavioural_expert if row.behavioural_expert is not None else behavioural_expert
    if need.strip() and not row.need:
        opening.seal(row, "need", need.strip())
    row.save()
    refused = _inform(row, actor, on) if row.kind == InterviewKind.INFORMATIVE else None
    if row.kind == InterviewKind.REPORT and report_made:
        refused = _report(row, actor, on, acute_reason=opening.read(row, "acute_reason"))
    if refused:
        return refused
    told = document(row, stated(row, opening), opening)
    keep_receipt(row, Moment.HELD, told, opening, on=on)
    return _told(row, "held", actor, on)


def _inform(row: Interview, actor: Actor, on: datetime) -> Refusal | None:
    """The victim was informed; whoever said no in the meantime keeps that no."""
    road = VictimRoad.objects.filter(pk=row.person_id).first()
    if row.heard_as != CapacityKind.VICTIM or road is None or road.state == VictimState.DECLINED:
        return None
    done = hold_informative(actor=actor, on=on, person=PersonId(row.person_id))
    return done if isinstance(done, Refusal) else None


def _report(row: Interview, actor: Actor, on: datetime, acute_reason: str = "") -> Refusal | None:
    """The victim made the official report to who asked; one that was made before stays the one."""
    road = VictimRoad.objects.filter(pk=row.person_id).first()
    if row.heard_as != CapacityKind.VICTIM or road is None or road.state == VictimState.REPORT:
        return None
    done = record_report(
        actor=actor, on=on, person=PersonId(row.person_id), taken_by=asks_of(row), acute_reason=acute_reason
    )
    return done if isinstance(done, Refusal) else None


def _going_on(actor: Actor, interview: InterviewId) -> Interview | Refusal:
    row = held_fast(actor, interview, MAY_HOLD)
    if isinstance(row, Refusal):
        return row
    return row if row.state == InterviewState.HELD and row.held_until is None else refusals.NOT_GOING_ON


def _told(row: Interview, what: str, actor: Actor, on: datetime) -> Interview:
    subjects = (str(row.pk), str(row.person_id), row.scope)
    tell(Event(name=f"interview.{what}", subjects=subjects, at=on, by=actor.id))
    return row
