"""Sealed reports, their mailboxes and their way from door to door; nothing here is readable without a door's key.

Invariant: a report knows no person, no address and no minute; what is visible is the door, the day, the size and the
state.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from waarborg.apps.custody.fields import IdField
from waarborg.kernel.actors import Channel
from waarborg.kernel.ids import AccountId, CaseId, HandOverId, MailboxId, MessageId, ReportId

_CHANNELS = [(channel.value, channel.value) for channel in Channel]


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


class Mailbox(models.Model):
    """What a receipt code opens. The house keeps what finds it and what seals to it, never the code."""

    id = IdField(MailboxId, primary_key=True, default=MailboxId.new)
    #: Derived from the code; also makes the same form sent twice one report.
    verifier = models.CharField(max_length=64, unique=True)
    #: age recipient derived from the code: answers are sealed to it.
    recipient = models.CharField(max_length=100)

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
    state = models.CharField(max_length=9, choices=ReportState, default=ReportState.NEW)
    #: The case that took it over.
    case = IdField(CaseId, null=True)
    taken_by = IdField(AccountId, null=True)
    #: The one officer to whom the reporter chose to become known; None while the reporter is not.
    known_to = IdField(AccountId, null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["channel", "state", "day"])]

    def __str__(self) -> str:
        return str(self.pk)


class Message(models.Model):
    """A message in a mailbox, either way, sealed to the door and to the mailbox."""

    id = IdField(MessageId, primary_key=True, default=MessageId.new)
    mailbox = models.ForeignKey(Mailbox, on_delete=models.PROTECT, related_name="messages")
    #: Place in the mailbox, from 1.
    number = models.PositiveIntegerField()
    from_reporter = models.BooleanField()
    #: ``message``, ``become_known``, ``ready_to_talk`` or ``stop``.
    kind = models.CharField(max_length=16, default="message")
    day = models.DateField()
    sealed = models.BinaryField()
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

    OFFERED = "offered"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    TIMED_OUT = "timed_out"


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

    def __str__(self) -> str:
        return str(self.pk)
