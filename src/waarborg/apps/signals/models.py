"""Indicators that were looked at in a case, and what each suspicion rests on.

Invariant: an indicator without a row was never looked at, which is not the same as not found.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from waarborg.apps.cases.models import Case, Charge
from waarborg.apps.custody.fields import IdField, SealedField
from waarborg.apps.people.models import Person
from waarborg.kernel.actors import Service
from waarborg.kernel.ids import AccountId, IndicatorId, ProofId


class IndicatorState(models.TextChoices):
    """What was found when somebody looked."""

    OBSERVED = "observed"
    NOT_FOUND = "not_found"


class IndicatorLook(models.Model):
    """Somebody looked at one indicator in one case; the last look counts, all are kept."""

    id = IdField(IndicatorId, primary_key=True, default=IndicatorId.new)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="looks")
    #: Id in ``law.indicators``.
    indicator = models.CharField(max_length=60)
    state = models.CharField(max_length=9, choices=IndicatorState)
    at = models.DateTimeField()
    by = IdField(AccountId)
    service = models.CharField(max_length=30, choices=[(s.value, s.value) for s in Service])
    note = SealedField()

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return self.indicator

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return str(self.case_id)


class ProofKind(models.TextChoices):
    """What a source is."""

    STATEMENT = "statement"
    DOCUMENT = "document"
    OBSERVATION = "observation"
    FINANCIAL = "financial"
    DIGITAL = "digital"
    FORENSIC = "forensic"


class Proof(models.Model):
    """One source on which one element of a charge rests."""

    id = IdField(ProofId, primary_key=True, default=ProofId.new)
    charge = models.ForeignKey(Charge, on_delete=models.PROTECT, related_name="proofs")
    #: ``act``, ``means`` or ``aim`` (see ``law.elements``).
    element = models.CharField(max_length=8)
    kind = models.CharField(max_length=12, choices=ProofKind)
    #: Whose statement it is, where it is one: two sources that are one person's words are one.
    statement_of = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    #: Typed id of where it comes from (an interview, an object in the vault), or empty.
    origin = models.CharField(max_length=48, blank=True)
    #: What it is, in words.
    source = SealedField()
    at = models.DateTimeField()
    by = IdField(AccountId)
    #: Set when the source no longer counts; nothing is deleted.
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = SealedField()

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return self.element

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return self.charge.scope
