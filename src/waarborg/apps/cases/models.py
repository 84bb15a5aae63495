"""A case and its life, who needs to know it, each victim's road, and each suspicion against a suspect.

Invariant: a case may start with none of report, victim and complaint; a victim's no is a step on that victim's road and
never a state of the case.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from waarborg.apps.custody.fields import IdField, SealedField
from waarborg.apps.people.models import Person
from waarborg.kernel.actors import Service
from waarborg.kernel.ids import AccountId, CaseId, ChargeId, DecisionId, ReportId

_SERVICES = [(service.value, service.value) for service in Service]


class CaseState(models.TextChoices):
    """Where a case is."""

    SIGNAL = "signal"
    INVESTIGATION = "investigation"
    NOT_INVESTIGATED = "not_investigated"
    #: Handed to another state.
    ABROAD = "abroad"
    CLOSED = "closed"
    REOPENED = "reopened"


class Origin(models.TextChoices):
    """What a case started with."""

    REPORT = "report"
    NOTIFICATION = "notification"
    #: Ex officio (*ambtshalve*): no report and no complaint.
    EX_OFFICIO = "ex_officio"


class CaseNumber(models.Model):  # noqa: DJ008 - a lock, which nobody reads
    """The last number given out in a year; its row is the lock that keeps numbers without gaps."""

    year = models.PositiveIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)


class Case(models.Model):
    """A case; everything about its people is sealed under its key."""

    id = IdField(CaseId, primary_key=True, default=CaseId.new)
    #: ``WB-2026-0117``.
    number = models.CharField(max_length=20, unique=True)
    #: A plain word that the team chose.
    title = SealedField()
    #: What is known, as the case was opened.
    summary = SealedField()
    state = models.CharField(max_length=16, choices=CaseState, default=CaseState.SIGNAL)
    origin = models.CharField(max_length=12, choices=Origin)
    lead = models.CharField(max_length=30, choices=_SERVICES)
    region = models.CharField(max_length=40)
    #: Kinds of exploitation, joined by a space; empty is unknown.
    exploitation = models.CharField(max_length=120, blank=True)
    opened_on = models.DateField()
    #: Selects the version of the recording rules.
    investigation_started = models.DateField(null=True)
    prosecutor = IdField(AccountId, null=True)

    def __str__(self) -> str:
        return self.number

    @property
    def scope(self) -> str:
        """The case whose key seals this row: itself."""
        return str(self.pk)


class _Step(models.Model):
    """Something that happened on a line of the road: kept in order, never changed."""

    at = models.DateTimeField()
    by = IdField(AccountId)
    #: The state it led to.
    state = models.CharField(max_length=16)
    reason = SealedField()

    class Meta:
        abstract = True
        ordering: ClassVar = ["at", "pk"]


class CaseStep(_Step):
    """One step of a case."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="steps")

    def __str__(self) -> str:
        return self.state

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return str(self.case_id)


class CaseService(models.Model):
    """A service that works on a case."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="services")
    service = models.CharField(max_length=30, choices=_SERVICES)
    since = models.DateField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["case", "service"], name="a_service_once_a_case")]

    def __str__(self) -> str:
        return self.service


class NeedToKnow(models.Model):
    """Somebody who may open a case, from when, and by whose leave; without a row nobody may."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="needs_to_know")
    account = IdField(AccountId, db_index=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    granted_by = IdField(AccountId)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "account"], condition=models.Q(until=None), name="one_open_need")
        ]

    def __str__(self) -> str:
        return str(self.account)


class TakenReport(models.Model):
    """A report that a case took over: what was taken, not who sent it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reports")
    report = IdField(ReportId, unique=True)
    taken_at = models.DateTimeField()
    taken_by = IdField(AccountId)
    #: The text as it was taken over.
    text = SealedField()

    def __str__(self) -> str:
        return str(self.report)

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return str(self.case_id)


class VictimState(models.TextChoices):
    """Where a victim is on the own road."""

    FIRST_CONTACT = "first_contact"
    INFORMATIVE = "informative"
    #: Time to think (*bedenktijd*).
    REFLECTION = "reflection"
    REPORT = "report"
    DECLINED = "declined"


class VictimRoad(models.Model):
    """The road of one victim; it begins with the first contact."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, primary_key=True, related_name="road")
    state = models.CharField(max_length=16, choices=VictimState, default=VictimState.FIRST_CONTACT)
    #: The day on which time to think was last offered.
    reflection_offered_on = models.DateField(null=True)
    #: The reflection period, once: its first day and its last, both inclusive.
    reflection_from = models.DateField(null=True)
    reflection_until = models.DateField(null=True)
    #: Which of the four grounds ended it early, and on which day; empty otherwise.
    reflection_ended = models.CharField(max_length=24, blank=True)
    reflection_ended_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.state


class VictimStep(_Step):
    """One step on a victim's road."""

    road = models.ForeignKey(VictimRoad, on_delete=models.PROTECT, related_name="steps")
    #: A ``roads.StepKind``: what happened, which may have left the state as it was.
    what = models.CharField(max_length=20)

    def __str__(self) -> str:
        return self.what

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return self.road.person.scope


class ChargeState(models.TextChoices):
    """Where one suspicion against one suspect is."""

    SUSPECTED = "suspected"
    PROSECUTED = "prosecuted"
    DISMISSED = "dismissed"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    APPEAL = "appeal"
    FINAL = "final"


class Charge(models.Model):
    """One suspicion against one suspect."""

    id = IdField(ChargeId, primary_key=True, default=ChargeId.new)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="charges")
    suspect = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="charges")
    #: Whether trafficking is charged; a conviction on another charge in its case still counts for some schemes.
    trafficking = models.BooleanField(default=True)
    #: What is charged, in words.
    offence = SealedField()
    state = models.CharField(max_length=10, choices=ChargeState, default=ChargeState.SUSPECTED)
    #: What the court last said, kept while an appeal runs and when it is final.
    outcome = models.CharField(max_length=10, choices=ChargeState, blank=True)

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return str(self.case_id)


class ChargeStep(_Step):
    """One step of a charge."""

    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="steps")
    decision = IdField(DecisionId, null=True)

    def __str__(self) -> str:
        return self.state

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return self.charge.scope
