"""Decisions of the prosecutor, judgements of the court, and complaints about a dismissal.

Invariant: a decision says its ground in words; nothing here is deleted or changed, a later decision follows it.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from waarborg.apps.cases.models import Case, Charge
from waarborg.apps.custody.fields import IdField, SealedField
from waarborg.apps.people.models import Person
from waarborg.kernel.ids import AccountId, ComplaintId, DecisionId, DetentionId


class DecisionKind(models.TextChoices):
    """What was decided."""

    PROSECUTE = "prosecute"
    DISMISS = "dismiss"
    CONVICT = "convict"
    ACQUIT = "acquit"
    APPEAL = "appeal"
    FINAL = "final"
    #: The court of appeal orders prosecution after a complaint.
    ORDER = "order"
    #: No investigation follows, or it ends.
    NOT_INVESTIGATE = "not_investigate"
    TRANSFER = "transfer"
    #: Somebody proposed an administrative fine instead; no decision yet, and protection lapses on that route.
    FINE_PROPOSED = "fine_proposed"


class DismissalGround(models.TextChoices):
    """Why a case against somebody stops; the ground is always explained in words beside it."""

    #: Too little evidence.
    EVIDENCE = "evidence"
    #: Not in the public interest.
    POLICY = "policy"
    #: The suspect was forced: no punishment of victims.
    NON_PUNISHMENT = "non_punishment"
    #: Another state takes over.
    ABROAD = "abroad"


class Decision(models.Model):
    """One decision or judgement, about one charge or about the case as a whole."""

    id = IdField(DecisionId, primary_key=True, default=DecisionId.new)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="decisions")
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, null=True, related_name="decisions")
    kind = models.CharField(max_length=16, choices=DecisionKind)
    ground = models.CharField(max_length=16, choices=DismissalGround, blank=True)
    #: The reason, in plain words, for the victim to read.
    explanation = SealedField()
    #: For a conviction: on which charge, in words; a conviction on another charge is said here.
    convicted_of = SealedField()
    #: For a conviction: the payment of damage that the court ordered, in euro; ``0`` is none, empty is not known yet.
    compensation = SealedField()
    decided_on = models.DateField()
    entered_at = models.DateTimeField()
    by = IdField(AccountId)

    class Meta:
        ordering: ClassVar = ["entered_at", "pk"]

    def __str__(self) -> str:
        return self.kind

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return str(self.case_id)


class FormalNotice(models.Model):
    """Whether formal notice of no further prosecution was served on the suspect; the last row counts.

    Without a row nobody knows (*kennisgeving van niet verdere vervolging*); it starts the term of a complaint.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="formal_notices")
    served = models.BooleanField()
    #: The day of service; None where it was not served.
    served_on = models.DateField(null=True)
    at = models.DateTimeField()
    by = IdField(AccountId)

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.served}"


class DetentionKind(models.TextChoices):
    """How somebody came out of detention."""

    RELEASE = "release"
    #: The first time on leave.
    LEAVE = "leave"
    #: Escaped, or did not come back.
    ESCAPE = "escape"


class Detention(models.Model):
    """A suspect or convicted person came, or will come, out of detention."""

    id = IdField(DetentionId, primary_key=True, default=DetentionId.new)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="detentions")
    suspect = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="detentions")
    kind = models.CharField(max_length=8, choices=DetentionKind)
    #: When the prosecution service knew; the terms run from here.
    known_at = models.DateTimeField()
    entered_at = models.DateTimeField()
    by = IdField(AccountId)
    #: The day of it and what the person may know, in words.
    words = SealedField()

    class Meta:
        ordering: ClassVar = ["entered_at", "pk"]

    def __str__(self) -> str:
        return self.kind

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return str(self.case_id)


class ComplaintState(models.TextChoices):
    """Where a complaint is."""

    FILED = "filed"
    UPHELD = "upheld"
    REJECTED = "rejected"


class Complaint(models.Model):
    """A victim's complaint to the court of appeal about a dismissal (*artikel 12 Sv*)."""

    id = IdField(ComplaintId, primary_key=True, default=ComplaintId.new)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="complaints")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="complaints")
    filed_on = models.DateField()
    state = models.CharField(max_length=8, choices=ComplaintState, default=ComplaintState.FILED)
    #: The day the court answered.
    answered_on = models.DateField(null=True)
    words = SealedField()
    entered_at = models.DateTimeField()
    by = IdField(AccountId)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["decision", "person"], name="a_complaint_once_a_person_and_decision")
        ]

    def __str__(self) -> str:
        return self.state

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return self.person.scope
