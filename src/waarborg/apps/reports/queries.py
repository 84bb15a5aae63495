"""Reads of reports at a door, filtered for the actor: lists show only what is visible of a sealed report.

Invariant: no read here joins a report to a person, or shows a reporter who became known to any officer but the chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from waarborg.apps.custody.entering import consult
from waarborg.apps.custody.keys import Opening
from waarborg.apps.reports.content import Content, opened_at_door
from waarborg.apps.reports.mailbox import Letter, letter_of
from waarborg.apps.reports.models import HandOver, HandOverState, MessageKind, Report, ReportState
from waarborg.kernel.actors import Actor, Channel, Role
from waarborg.kernel.ids import AccountId, HandOverId, ReportId


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """What is visible of a report without opening it."""

    id: ReportId
    #: The day it came in.
    day: date
    channel: Channel
    #: Whether the reporter gave a name (inside the seal).
    named: bool
    #: BCP 47 tag of the pages on which it was written.
    language: str
    #: Size in bytes: one of a few buckets.
    size: int
    state: ReportState
    #: ``web``, ``phone`` or ``post``.
    came_by: str
    #: Messages of the reporter that nobody at the door has read.
    unread: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedReport:
    """A report as an officer of its door reads it."""

    id: ReportId
    channel: Channel
    day: date
    named: bool
    language: str
    came_by: str
    state: ReportState
    content: Content
    #: Oldest first; what is for another officer's eyes has no content.
    letters: tuple[Letter, ...]
    #: Why it was set aside; empty where it is not.
    set_aside_because: str
    #: Whether an answer can still reach the reporter.
    mailbox_open: bool
    #: The officer to whom the reporter became known.
    known_to: AccountId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverRow:
    """An offer as one of its two doors sees it."""

    id: HandOverId
    report: ReportId
    #: The day on which the report came in.
    day: date
    named: bool
    language: str
    size: int
    sender: Channel
    receiver: Channel
    offered_at: datetime
    #: After this moment the offer has ended by itself.
    answer_by: datetime
    state: HandOverState
    answered_at: datetime | None
    #: Why it is offered.
    reason: str
    #: Why it was refused; empty where it was not.
    answer: str


def inbox(*, actor: Actor, states: Sequence[ReportState] = tuple(ReportState)) -> tuple[InboxRow, ...]:
    """The reports at the doors where ``actor`` is an officer, newest first, in any of ``states``."""
    unread = Count(
        "mailbox__messages", filter=Q(mailbox__messages__from_reporter=True, mailbox__messages__read_on=None)
    )
    rows = _at_doors_of(actor).filter(state__in=states).annotate(unread=unread).order_by("-day", "pk")
    return tuple(
        InboxRow(
            id=ReportId(row.pk),
            day=row.day,
            channel=Channel(row.channel),
            named=row.named,
            language=row.language,
            size=row.size,
            state=ReportState(row.state),
            came_by=row.came_by,
            unread=row.unread,
        )
        for row in rows.defer("sealed")
    )


def opened_report(report: ReportId, opening: Opening, *, actor: Actor) -> OpenedReport | None:
    """What a report says, with its mailbox; None where it is not at a door of ``actor``.

    Args:
        report: the report.
        opening: from ``opening.open_report`` (or another act that entered this report).
        actor: who reads.
    """
    row = _at_doors_of(actor).select_related("mailbox").filter(pk=report).first()
    if row is None:
        return None

    def read(sealed: bytes | memoryview) -> Content:
        return opened_at_door(sealed, channel=Channel(row.channel), report=report, opening=opening)

    def for_these_eyes(kind: str) -> bool:
        return kind != MessageKind.BECOME_KNOWN or row.known_to == actor.id

    messages = row.mailbox.messages.order_by("number")
    return OpenedReport(
        id=report,
        channel=Channel(row.channel),
        day=row.day,
        named=row.named,
        language=row.language,
        came_by=row.came_by,
        state=ReportState(row.state),
        content=read(row.sealed),
        letters=tuple(letter_of(each, read(each.sealed) if for_these_eyes(each.kind) else None) for each in messages),
        set_aside_because=read(row.sealed_reason).text if row.state == ReportState.SET_ASIDE else "",
        mailbox_open=row.mailbox.closed_on is None,
        known_to=row.known_to,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferWaiting:
    """An offer that waits for an answer of a door, without anything that is sealed."""

    id: HandOverId
    sender: Channel
    receiver: Channel
    #: After this moment it has ended by itself.
    answer_by: datetime


def offers_waiting(*, actor: Actor, on: datetime) -> tuple[OfferWaiting, ...]:
    """The offers that the doors of ``actor`` can still answer, the soonest first; nothing sealed is read."""
    rows = HandOver.objects.filter(receiver__in=_doors_of(actor), state=HandOverState.OFFERED, answer_by__gte=on)
    return tuple(
        OfferWaiting(
            id=HandOverId(row.pk),
            sender=Channel(row.sender),
            receiver=Channel(row.receiver),
            answer_by=row.answer_by,
        )
        for row in rows.only("sender", "receiver", "answer_by").order_by("answer_by", "pk")
    )


def hand_overs(*, actor: Actor, on: datetime) -> tuple[HandOverRow, ...]:
    """The offers to and from the doors of ``actor``, newest first, with their reasons; reading them is entered."""
    doors = _doors_of(actor)
    rows = list(
        HandOver.objects.filter(Q(sender__in=doors) | Q(receiver__in=doors))
        .select_related("report")
        .defer("resealed", "report__sealed")
        .order_by("-offered_at", "pk")
    )
    if not rows:
        return ()
    subjects = tuple(dict.fromkeys(str(each) for row in rows for each in (row.report.pk, row.pk)))
    opening = consult(actor=actor, on=on, what="hand_over.read", subjects=subjects)

    def read(row: HandOver, sealed: bytes | memoryview) -> str:
        mine = Channel(row.sender if row.sender in doors else row.receiver)
        report = ReportId(row.report.pk)
        return opened_at_door(sealed, channel=mine, report=report, opening=opening).text if sealed else ""

    return tuple(
        HandOverRow(
            id=HandOverId(row.pk),
            report=ReportId(row.report.pk),
            day=row.report.day,
            named=row.report.named,
            language=row.report.language,
            size=row.report.size,
            sender=Channel(row.sender),
            receiver=Channel(row.receiver),
            offered_at=row.offered_at,
            answer_by=row.answer_by,
            state=HandOverState(row.state),
            answered_at=row.answered_at,
            reason=read(row, row.sealed_reason),
            answer=read(row, row.sealed_answer),
        )
        for row in rows
    )


def _doors_of(actor: Actor) -> frozenset[Channel]:
    """The doors where ``actor`` is an officer; none by default."""
    return actor.doors if actor.has(Role.DOOR_OFFICER) else frozenset()


def _at_doors_of(actor: Actor) -> QuerySet[Report]:
    """The reports at those doors."""
    return Report.objects.filter(channel__in=_doors_of(actor))
