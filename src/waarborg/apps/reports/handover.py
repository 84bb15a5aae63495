"""Passes a report from one door to another: offered with a reason, then accepted, refused, timed out or taken back.

Invariants: the sender holds the report until the other door accepts; the receiver reads it only after that; the sender
sees how each offer ended. What the receiver needs is sealed to its keys when it is offered, never later.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.keys import Opening
from waarborg.apps.reports.content import Content, opened_at_door, sealed_for
from waarborg.apps.reports.mailbox import locked
from waarborg.apps.reports.models import HandOver, HandOverState, Report
from waarborg.apps.reports.opening import NO_REASON, held, step
from waarborg.kernel.actors import THE_HOUSE, Actor, Channel, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import HandOverId, ReportId
from waarborg.kernel.texts import Text

#: Hours within which the other door must answer; then the offer has ended and the report stays where it is.
HOURS_TO_ANSWER: Final = 72


@act("report.offer")
def offer(*, actor: Actor, on: datetime, report: ReportId, receiver: Channel, reason: str) -> HandOver | Refusal:
    """Offer a report to another door, with the reason, which both doors can read.

    Returns:
        The offer, open until ``HOURS_TO_ANSWER`` have passed.
    """
    row = held(actor, report, "offer")
    if isinstance(row, Refusal):
        return row
    refused = _cannot_offer(row, receiver, reason)
    if refused:
        return refused
    made = HandOver(
        report=row,
        sender=row.channel,
        receiver=receiver,
        offered_by=actor.id,
        offered_at=on,
        answer_by=on + timedelta(hours=HOURS_TO_ANSWER),
        sealed_reason=sealed_for(Content(text=reason.strip()), Channel(row.channel), receiver),
    )
    # Sealing it again takes opening it, so the entry comes first.
    opening = enter(report, made.pk)
    made.resealed = _again(row.sealed, row, receiver, opening)
    for message in row.mailbox.messages.all():
        message.resealed = _again(message.sealed, row, receiver, opening)
        message.save(update_fields=["resealed"])
    made.save(force_insert=True)
    step(row, "offer")
    return made


@act("report.accept")
def accept(*, actor: Actor, on: datetime, hand_over: HandOverId) -> HandOver | Refusal:
    """Accept a report that another door offered: from now on it is at this door, unopened."""
    made = _open_offer(actor, hand_over, on, mine="receiver")
    if isinstance(made, Refusal):
        return made
    row = made.report
    row.channel, row.sealed = made.receiver, made.resealed
    step(row, "hand_over", "channel", "sealed")
    for message in row.mailbox.messages.all():
        message.sealed, message.resealed = message.resealed, b""
        message.save(update_fields=["sealed", "resealed"])
    return _ended(made, HandOverState.ACCEPTED, actor, on)


@act("report.refuse")
def refuse(*, actor: Actor, on: datetime, hand_over: HandOverId, reason: str) -> HandOver | Refusal:
    """Say no to a report that another door offered, with a reason that the sender reads."""
    made = _open_offer(actor, hand_over, on, mine="receiver")
    if isinstance(made, Refusal):
        return made
    if not reason.strip():
        return Refusal(code="handover.reason", what=_NOT_REFUSED, why=NO_REASON)
    made.sealed_answer = sealed_for(Content(text=reason.strip()), Channel(made.sender), Channel(made.receiver))
    return _kept(made, HandOverState.REFUSED, actor, on)


@act("report.withdraw_offer")
def withdraw(*, actor: Actor, on: datetime, hand_over: HandOverId) -> HandOver | Refusal:
    """Take an offer back before it is answered."""
    made = _open_offer(actor, hand_over, on, mine="sender")
    return made if isinstance(made, Refusal) else _kept(made, HandOverState.WITHDRAWN, actor, on)


def time_out_due(*, on: datetime) -> int:
    """End every offer that nobody answered in time; for the worker, as often as it likes.

    Returns:
        How many ended.
    """
    due = HandOver.objects.filter(state=HandOverState.OFFERED, answer_by__lt=on).values_list("pk", flat=True)
    ends = [_time_out(actor=THE_HOUSE, on=on, hand_over=HandOverId(pk)) for pk in list(due)]
    return sum(isinstance(end, HandOver) for end in ends)


@act("report.time_out_offer")
def _time_out(*, actor: Actor, on: datetime, hand_over: HandOverId) -> HandOver | Refusal:
    made = _locked(hand_over)
    # Somebody may have answered since it was found due.
    if made is None or made.state != HandOverState.OFFERED:
        return _over(made)
    return _kept(made, HandOverState.TIMED_OUT, actor, on)


def _locked(hand_over: HandOverId) -> HandOver | None:
    """The offer, with its report locked before it: the order in which every act locks."""
    found = HandOver.objects.filter(pk=hand_over).values_list("report", flat=True).first()
    row = locked(ReportId(found)) if found else None
    if row is None:
        return None
    made = HandOver.objects.select_for_update().get(pk=hand_over)
    made.report = row
    return made


def _open_offer(actor: Actor, hand_over: HandOverId, on: datetime, *, mine: str) -> HandOver | Refusal:
    """The offer, locked, where it is open and ``actor`` works at the door that is its ``mine``."""
    made = _locked(hand_over)
    if made is None or not actor.has(Role.DOOR_OFFICER) or getattr(made, mine) not in actor.doors:
        subjects = (made.report.pk, hand_over) if made else (hand_over,)
        return Refusal(code="handover.other_door", what=_NOT_YOURS, why=_OTHER, on_record=True, subjects=subjects)
    if made.state != HandOverState.OFFERED or on > made.answer_by:
        return _over(made)
    return made


def _kept(made: HandOver, state: HandOverState, actor: Actor, on: datetime) -> HandOver:
    """End an offer with the report where it was; what was sealed for the other door is wiped."""
    step(made.report, "keep")
    made.report.mailbox.messages.update(resealed=b"")
    return _ended(made, state, actor, on)


def _ended(made: HandOver, state: HandOverState, actor: Actor, on: datetime) -> HandOver:
    """Write how an offer ended."""
    made.state, made.answered_by, made.answered_at, made.resealed = state, actor.id, on, b""
    made.save(update_fields=["state", "answered_by", "answered_at", "resealed", "sealed_answer"])
    enter(made.report.pk, made.pk)
    return made


def _again(sealed: bytes | memoryview, row: Report, receiver: Channel, opening: Opening) -> bytes:
    """The same content, sealed to the receiver and to the mailbox."""
    content = opened_at_door(sealed, channel=Channel(row.channel), report=ReportId(row.pk), opening=opening)
    return sealed_for(content, receiver, mailbox=row.mailbox.recipient)


def _cannot_offer(row: Report, receiver: Channel, reason: str) -> Refusal | None:
    """Why a report cannot be offered to this door."""
    if receiver == row.channel:
        return Refusal(code="handover.same_door", what=_NOT_OFFERED, why=_SAME_DOOR)
    if row.known_to:
        return Refusal(code="handover.reporter_known", what=_NOT_OFFERED, why=_KNOWN, instead=_TALK)
    return None if reason.strip() else Refusal(code="handover.reason", what=_NOT_OFFERED, why=NO_REASON)


def _over(made: HandOver | None) -> Refusal:
    """The answer to whoever comes after the end of an offer, with how it ended."""
    ended = HandOverState(made.state) if made and made.state != HandOverState.OFFERED else HandOverState.TIMED_OUT
    return Refusal(code=f"handover.{ended}", what=_IS_OVER, why=_HOW_ENDED[ended])


_NOT_OFFERED: Final = Text(en="The report was not offered.", nl="De melding is niet aangeboden.")
_SAME_DOOR: Final = Text(en="It is at that door already.", nl="Hij ligt al bij die deur.")
_KNOWN: Final = Text(
    en="The reporter became known to one officer of this door, and to nobody else.",
    nl="De melder werd bekend bij één medewerker van deze deur, en bij niemand anders.",
)
_TALK: Final = Text(
    en="That officer can ask the reporter, or take the report over into a case.",
    nl="Die medewerker kan het de melder vragen, of de melding overnemen in een zaak.",
)
_NOT_REFUSED: Final = Text(en="The offer was not refused.", nl="Het aanbod is niet geweigerd.")
_NOT_YOURS: Final = Text(en="You cannot answer this offer.", nl="U kunt dit aanbod niet beantwoorden.")
_OTHER: Final = Text(
    en="It is between doors where you do not work. We wrote down that you tried.",
    nl="Het gaat tussen deuren waar u niet werkt. We hebben genoteerd dat u het probeerde.",
)
_IS_OVER: Final = Text(en="This offer has ended.", nl="Dit aanbod is voorbij.")
_HOW_ENDED: Final = {
    HandOverState.ACCEPTED: Text(en="It was accepted.", nl="Het is aangenomen."),
    HandOverState.REFUSED: Text(en="It was refused.", nl="Het is geweigerd."),
    HandOverState.TIMED_OUT: Text(
        en="Nobody answered in time. The report stays with the sender.",
        nl="Niemand antwoordde op tijd. De melding blijft bij de afzender.",
    ),
    HandOverState.WITHDRAWN: Text(en="The sender took it back.", nl="De afzender trok het in."),
}
