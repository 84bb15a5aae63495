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


class WhyEnd(models.TextChoices):
    """Why somebody wants to end support; only what ``EndedBy`` names can, the last is always refused."""

    PERSON = EndedBy.PERSON.value
    GOALS = EndedBy.GOALS.value
    CASE_ENDED = "case_ended"


class SupportStepKind(models.TextChoices):
    """What happened in support."""

    OPENED = "opened"
    #: A care coordinator took it on.
    ASSIGNED = "assigned"
    NEEDS_ASSESSED = "needs_assessed"
    SHELTER = "shelter"
    #: A talk is planned.
    TALK = "talk"
    #: The person asked for something.
    ASKED = "asked"
    REVIEW_STARTED = "review_started"
    REVIEW_DONE = "review_done"
    #: A case ended after the person had ended support: it is offered again, and opens only if the person asks.
    OFFERED = "offered"
    ENDED = "ended"
    #: The person came back.
    RESUMED = "resumed"


class Support(models.Model):
    """The support of one victim."""

    id = IdField(SupportId, primary_key=True, default=SupportId.new)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="support")
    state = models.CharField(max_length=6, choices=SupportState, default=SupportState.OPEN)
    opened_on = models.DateField()
    coordinator = IdField(AccountId, null=True)
    ended_by = models.CharField(max_length=6, choices=EndedBy, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(state="ended", ended_by__in=EndedBy.values)
                | (~models.Q(state="ended") & models.Q(ended_by="")),
                name="support_ends_by_the_person_or_the_goals",
            )
        ]

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
    kind = models.CharField(max_length=20, choices=SupportStepKind)
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
