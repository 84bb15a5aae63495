"""A victim's support, independent of any case state.

Invariant: no column here depends on a case; support ends only by the person or by the end of the need.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from waarborg.apps.custody.fields import IdField, SealedField
from waarborg.apps.people.models import Person
from waarborg.kernel.ids import AccountId, SupportId


class SupportState(models.TextChoices):
    """Where support is."""

    OPEN = "open"
    #: Open, and being looked at again, for example because a case was dismissed.
    REVIEW = "review"
    ENDED = "ended"


class EndedBy(models.TextChoices):
    """The only two ways in which support ends."""

    #: The person wants no more.
    PERSON = "person"
    #: What was needed is there: the goals are reached.
    GOALS = "goals"


class Support(models.Model):
    """The support of one victim."""

    id = IdField(SupportId, primary_key=True, default=SupportId.new)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="support")
    state = models.CharField(max_length=6, choices=SupportState, default=SupportState.OPEN)
    opened_on = models.DateField()
    coordinator = IdField(AccountId, null=True)
    ended_by = models.CharField(max_length=6, choices=EndedBy, blank=True)

    def __str__(self) -> str:
        return self.state

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return self.person.scope


class SupportStep(models.Model):
    """Something that happened in support."""

    support = models.ForeignKey(Support, on_delete=models.PROTECT, related_name="steps")
    at = models.DateTimeField()
    by = IdField(AccountId)
    #: ``opened``, ``needs_assessed``, ``shelter``, ``talk``, ``asked``, ``review_started``, ``review_done``, ``ended``…
    kind = models.CharField(max_length=20)
    #: When an appointment or review is planned.
    planned_for = models.DateTimeField(null=True)
    #: What caused it: typed id of a decision, or empty.
    cause = models.CharField(max_length=48, blank=True)
    note = SealedField()

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return self.kind

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return self.support.scope
