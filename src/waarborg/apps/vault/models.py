"""Sealed objects: what was stored, for whom, and what it is made of.

Invariant: only the vault touches these tables.
"""

from __future__ import annotations

from django.db import models

from waarborg.apps.custody.fields import IdField, SealedField
from waarborg.kernel.ids import AccountId, CaseId, ObjectId


class SealedObject(models.Model):
    """One file: an age file on disk, its own key sealed under the case's key, and what was found inside it."""

    id = IdField(ObjectId, primary_key=True, default=ObjectId.new)
    case = IdField(CaseId, db_index=True)
    #: Typed id of what it belongs to, such as an interview.
    holder = models.CharField(max_length=48, db_index=True)
    #: ``recording``, ``photograph`` or ``document``.
    kind = models.CharField(max_length=12)
    #: The file's name when it came in.
    name = SealedField()
    #: age identity that opens the file.
    identity = SealedField()
    #: SHA-256 of the file before sealing, and of the age file; hexadecimal.
    sha256 = models.CharField(max_length=64)
    sealed_sha256 = models.CharField(max_length=64)
    #: Bytes before sealing.
    length = models.PositiveBigIntegerField()
    #: What the media probe found: JSON of container, seconds, whole and tracks; ``{}`` for what is no recording.
    probed = models.JSONField(default=dict)
    stored_at = models.DateTimeField()
    stored_by = IdField(AccountId)

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def scope(self) -> str:
        """The case whose key seals this row."""
        return str(self.case)
