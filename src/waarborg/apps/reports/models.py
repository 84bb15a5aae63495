"""Sealed reports, their mailboxes and their way from door to door; nothing here is readable without a door's key.

Invariant: a report knows no person, no address and no minute; what is visible is the door, the day, the size and the
state.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from django.db import models
from django.db.models import Q

from waarborg.apps.custody.fields import IdField
from waarborg.kernel.actors import Channel
from waarborg.kernel.ids import AccountId, CaseId, HandOverId, MailboxId, MessageId, ReportId
from waarborg.kernel.texts import Text

_CHANNELS = [(channel.value, channel.value) for channel in Channel]

#: What a door is called on pages and in refusals.
DOOR_NAMES: Final[Mapping[Channel, Text]] = {
    Channel.AVIM: Text(en="AVIM, the human trafficking police", nl="de AVIM, de politie tegen mensenhandel"),
    Channel.LABOUR_INSPECTORATE: Text(en="the Netherlands Labour Authority", nl="de Nederlandse Arbeidsinspectie"),
    Channel.TCI: Text(
        en="TCI, the criminal intelligence team of the Netherlands Labour Authority",
        nl="het TCI, het Team Criminele Inlichtingen van de Nederlandse Arbeidsinspectie",
    ),
    Channel.MELD_MISDAAD_ANONIEM: Text(
        en="Meld Misdaad Anoniem (Crime Stoppers Netherlands)", nl="Meld Misdaad Anoniem"
    ),
}


class ReportState(models.TextChoices):
    """Where a report is on its way."""

    #: Nobody has opened it.
    NEW = "new"
    #: An officer of its door has opened it.
    OPENED = "opened"
    #: Offered to another door, which has not answered.
    OFFERED = "offered"
    #: Taken over into a case.
    TAKEN = "taken"
    #: Read, and set aside with a reason.
    SET_ASIDE = "set_aside"


#: The life of a report: for each act, the states in which it may be done and the state that it leads to (None: as is).
STEPS: Final[Mapping[str, tuple[frozenset[ReportState], ReportState | None]]] = {
    "open": (frozenset({ReportState.NEW}), ReportState.OPENED),
    "answer": (
        frozenset({ReportState.OPENED, ReportState.OFFERED, ReportState.TAKEN, ReportState.SET_ASIDE}),
        None,
    ),
    "set_aside": (frozenset({ReportState.OPENED}), ReportState.SET_ASIDE),
    "bring_back": (frozenset({ReportState.SET_ASIDE}), ReportState.OPENED),
    "offer": (frozenset({ReportState.OPENED}), ReportState.OFFERED),
    "keep": (frozenset({ReportState.OFFERED}), ReportState.OPENED),
    # The other door has not read it yet.
    "hand_over": (frozenset({ReportState.OFFERED}), ReportState.NEW),
    "take": (frozenset({ReportState.OPENED}), ReportState.TAKEN),
}


class Mailbox(models.Model):
    """What a receipt code opens. The house keeps what finds it and what seals to it, never the code."""

    id = IdField(MailboxId, primary_key=True, default=MailboxId.new)
    #: Derived from the code; also makes the same form sent twice one report.
    verifier = models.CharField(max_length=64, unique=True)
    #: age recipient derived from the code: answers are sealed to it; empty once the reporter deleted the mailbox.
    recipient = models.CharField(max_length=100, blank=True)
    #: The day on which the reporter deleted it: the code opens nothing any more.
    closed_on = models.DateField(null=True)

    def __str__(self) -> str:
        return str(self.pk)


class Report(models.Model):
    """One report, sealed to the keys of its door and to its own mailbox."""

    id = IdField(ReportId, primary_key=True, default=ReportId.new)
    mailbox = models.OneToOneField(Mailbox, on_delete=models.PROTECT, related_name="report")
    #: The door that holds it now.
    channel = models.CharField(max_length=30, choices=_CHANNELS)
    #: Whether the reporter gave a name (inside the seal).
    named = models.BooleanField()
    #: The day it came in.
    day = models.DateField()
    #: ``web``, ``phone`` or ``post``.
    came_by = models.CharField(max_length=5, default="web")
    #: The member of staff who entered a report that came by phone or post.
    entered_by = IdField(AccountId, null=True)
    #: BCP 47 tag of the pages on which it was written.
    language = models.CharField(max_length=12)
    #: age file.
    sealed = models.BinaryField()
    #: Padded length in bytes: one of a few buckets.
    size = models.PositiveBigIntegerField()
    #: Keyed with the code: tells whether a form sent again says the same, and nothing to whoever has no code.
    fingerprint = models.CharField(max_length=64)
    state = models.CharField(max_length=9, choices=ReportState, default=ReportState.NEW)
    #: Why it was set aside, sealed to the door.
    sealed_reason = models.BinaryField(default=b"")
    #: The case that took it over.
    case = IdField(CaseId, null=True)
    taken_by = IdField(AccountId, null=True)
    #: When an officer took it over.
    taken_at = models.DateTimeField(null=True)
    #: The one officer to whom the reporter chose to become known; None while the reporter is not.
    known_to = IdField(AccountId, null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["channel", "state", "day"])]

    def __str__(self) -> str:
        return str(self.pk)


class MessageKind(models.TextChoices):
    """What a message is for."""

    #: An answer, a question, or something added.
    MESSAGE = "message"
    #: Names the reporter, for the eyes of one officer.
    BECOME_KNOWN = "become_known"
    #: The reporter wants to talk, and says when it is safe.
    READY_TO_TALK = "ready_to_talk"


class Message(models.Model):
    """A message in a mailbox, either way, sealed to the door and to the mailbox."""

    id = IdField(MessageId, primary_key=True, default=MessageId.new)
    mailbox = models.ForeignKey(Mailbox, on_delete=models.PROTECT, related_name="messages")
    #: Place in the mailbox, from 1.
    number = models.PositiveIntegerField()
    from_reporter = models.BooleanField()
    #: The officer who wrote it; None for the reporter. Never shown to the reporter.
    by = IdField(AccountId, null=True)
    kind = models.CharField(max_length=16, choices=MessageKind, default=MessageKind.MESSAGE)
    day = models.DateField()
    #: The door that held the report when it was written.
    channel = models.CharField(max_length=30, choices=_CHANNELS)
    sealed = models.BinaryField()
    #: The same, sealed to the door to which the report is being offered; used when it accepts.
    resealed = models.BinaryField(default=b"")
    #: The day the other side read it.
    read_on = models.DateField(null=True)
    #: Made by the page: the same form sent twice is one message.
    form = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["mailbox", "number"], name="a_number_once_a_mailbox"),
            models.UniqueConstraint(fields=["mailbox", "form"], name="a_form_once_a_mailbox"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class HandOverState(models.TextChoices):
    """How an offer ended."""

    #: Not answered yet.
    OFFERED = "offered"
    #: The other door holds the report now.
    ACCEPTED = "accepted"
    #: The other door said no, with a reason.
    REFUSED = "refused"
    #: Nobody answered in time; the sender still holds it.
    TIMED_OUT = "timed_out"
    #: Taken back by the sender before it was answered.
    WITHDRAWN = "withdrawn"


class HandOver(models.Model):
    """The offer of a report by one door to another; the sender sees how it ended."""

    id = IdField(HandOverId, primary_key=True, default=HandOverId.new)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="hand_overs")
    sender = models.CharField(max_length=30, choices=_CHANNELS)
    receiver = models.CharField(max_length=30, choices=_CHANNELS)
    offered_by = IdField(AccountId)
    offered_at = models.DateTimeField()
    #: After this moment the offer has ended by itself.
    answer_by = models.DateTimeField()
    state = models.CharField(max_length=9, choices=HandOverState, default=HandOverState.OFFERED)
    answered_by = IdField(AccountId, null=True)
    answered_at = models.DateTimeField(null=True)
    #: Why it is offered, sealed to both doors; and why it was refused.
    sealed_reason = models.BinaryField(default=b"")
    sealed_answer = models.BinaryField(default=b"")
    #: The report sealed again to the receiver's keys, made when it is offered, used when it is accepted.
    resealed = models.BinaryField(default=b"")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["report"], condition=Q(state="offered"), name="a_report_is_offered_once_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
