"""Interviews from plan to close: who asks, where, what is recorded, what was found in the vault, and what is explained.

Invariant: a fact about an interview that nobody stated is NULL or empty and goes to the rulebook as unknown.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from django.db import models

from waarborg.apps.cases.models import Case
from waarborg.apps.custody.fields import IdField, SealedField
from waarborg.apps.interviews.kinds import (
    Cause,
    CompanionState,
    InterviewKind,
    InterviewState,
    Moment,
    Part,
    RoomKind,
    Stayed,
)
from waarborg.apps.people.models import CapacityKind, Person
from waarborg.kernel.actors import Service
from waarborg.kernel.ids import AccountId, InterviewId, ObjectId, ReasonId


def _choices(kinds: type[StrEnum]) -> list[tuple[str, str]]:
    """The values as Django wants them; pages have words of their own."""
    return [(kind.value, kind.value) for kind in kinds]


class Room(models.Model):
    """A room where interviews are held."""

    name = models.CharField(max_length=60, unique=True)
    region = models.CharField(max_length=40)
    kind = models.CharField(max_length=8, choices=_choices(RoomKind))
    has_sound = models.BooleanField(default=True)
    has_video = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Interview(models.Model):
    """One interview with one person."""

    id = IdField(InterviewId, primary_key=True, default=InterviewId.new)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="interviews")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="interviews")
    #: The capacity in which the person is heard today.
    heard_as = models.CharField(max_length=20, choices=CapacityKind)
    kind = models.CharField(max_length=12, choices=_choices(InterviewKind))
    service = models.CharField(max_length=30, choices=_choices(Service))
    state = models.CharField(max_length=9, choices=_choices(InterviewState), default=InterviewState.PLANNED)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    room = models.ForeignKey(Room, on_delete=models.PROTECT, null=True, related_name="interviews")
    sound = models.BooleanField(null=True)
    video = models.BooleanField(null=True)
    #: An acute situation that made an informative interview impossible.
    acute = models.BooleanField(null=True)
    #: What made it so.
    acute_reason = SealedField()
    behavioural_expert = models.BooleanField(null=True)
    interpreter = SealedField()
    #: Whether the interpreter is sworn and registered; if not, the reason is mandatory.
    interpreter_registered = models.BooleanField(null=True)
    interpreter_reason = SealedField()
    companion_state = models.CharField(max_length=11, choices=_choices(CompanionState), blank=True)
    companion = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="accompanies")
    companion_reason = SealedField()
    #: What came out when a companion who is also a witness or victim in the case was examined as such.
    companion_examined = SealedField()
    #: What is talked about, as ids joined by a space; None is unknown, empty is nothing.
    topics = models.TextField(null=True)  # noqa: DJ001 - NULL is "unknown", which is not "none"
    #: What must still be learned.
    need = SealedField()
    #: That it is recorded, and who watches, was told at.
    announced_at = models.DateTimeField(null=True)
    #: That usable leads will be written up was told at (informative interview).
    leads_announced_at = models.DateTimeField(null=True)
    #: The prosecutor consulted about recording an informative interview.
    consulted = IdField(AccountId, null=True)
    #: The prosecutor who let the record of an informative interview into the case file; NULL: it stays outside.
    filed_by = IdField(AccountId, null=True)
    filed_at = models.DateTimeField(null=True)
    held_from = models.DateTimeField(null=True)
    held_until = models.DateTimeField(null=True)
    #: The minute at which an informative interview turned into a report.
    turned_at = models.DateTimeField(null=True)
    #: How somebody came to plan it this way: cause of a delay or move.
    note = SealedField()
    planned_by = IdField(AccountId)
    planned_at = models.DateTimeField()
    cancelled_reason = SealedField()
    #: Counts the changes of a plan; whoever changes it names the count they saw.
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "starts_at"])]
        ordering: ClassVar = ["starts_at", "pk"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return str(self.case_id)


class Interviewer(models.Model):
    """Somebody of the team of an interview."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="team")
    account = IdField(AccountId)
    part = models.CharField(max_length=8, choices=_choices(Part), default=Part.ASKS)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["interview", "account"], name="an_interviewer_once_an_interview")
        ]

    def __str__(self) -> str:
        return str(self.account)


class Pause(models.Model):
    """A break, and who stayed in the room."""

    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="pauses")
    begins = models.DateTimeField()
    ends = models.DateTimeField(null=True)
    stayed = models.CharField(max_length=12, choices=_choices(Stayed))

    def __str__(self) -> str:
        return f"{self.begins}"


class Medium(models.Model):
    """One recording of an interview, as a real file in the vault."""

    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="media")
    object = IdField(ObjectId, unique=True)
    #: When it begins, by the clock in it; NULL where nobody knows, and then it is never added to another.
    begins_at = models.DateTimeField(null=True)
    #: What the probe found in it: a track of each kind that plays, whether it is empty, and its seconds without gaps.
    sound = models.BooleanField()
    video = models.BooleanField()
    silent = models.BooleanField()
    black = models.BooleanField()
    sound_seconds = models.FloatField()
    video_seconds = models.FloatField()
    #: Whether the file reaches the end that it announces; NULL where it announces none.
    whole = models.BooleanField(null=True)
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.object)


class SafeguardReason(models.Model):
    """Comply or explain: why a safeguard was not met, who was asked for leave, and what they said."""

    id = IdField(ReasonId, primary_key=True, default=ReasonId.new)
    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="reasons")
    #: Rule id.
    rule = models.CharField(max_length=40)
    cause = models.CharField(max_length=12, choices=_choices(Cause))
    #: What happened, and what was done instead for the person; the person can read it.
    reason = SealedField()
    asked_by = IdField(AccountId)
    asked_at = models.DateTimeField()
    #: ``team_leader`` or ``prosecutor``; empty until somebody answered.
    answered_as = models.CharField(max_length=12, blank=True)
    answered_by = IdField(AccountId, null=True)
    answered_at = models.DateTimeField(null=True)
    #: None while asked.
    agreed = models.BooleanField(null=True)
    answer = SealedField()

    class Meta:
        ordering: ClassVar = ["asked_at", "pk"]

    def __str__(self) -> str:
        return self.rule

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return self.interview.scope


class Receipt(models.Model):
    """What the rulebook said at one moment: the document, the hash of the rules, the findings."""

    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="receipts")
    at = models.DateTimeField()
    moment = models.CharField(max_length=8, choices=_choices(Moment))
    #: JSON as ``waarborg receipt check`` reads it.
    receipt = SealedField()
    #: Of moment ``again``: who looked at it; until then the interview asks for a second look.
    seen_by = IdField(AccountId, null=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return self.moment

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return self.interview.scope
