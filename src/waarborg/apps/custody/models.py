"""What custody keeps: entries and their leaves (append-only by database triggers), case keys, and news to deliver.

Invariant: an entry is written in the transaction of its act and never touched again; its place in the log is a row of
another table. Leaves hold ids and salted commitments, never a name or a free text.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from waarborg.apps.custody.fields import IdField, SealedField
from waarborg.kernel.ids import AccountId, EntryId


class Outcome(models.TextChoices):
    """How an act ended."""

    #: It happened.
    DONE = "done"
    #: Personal data were read.
    CONSULTED = "consulted"
    #: It was tried and refused, and nothing changed.
    REFUSED = "refused"


class Entry(models.Model):
    """One act, or one consultation of personal data."""

    id = IdField(EntryId, primary_key=True)
    #: When; noon of the day where ``day_only``.
    at = models.DateTimeField()
    #: Whether only the day is known: entries of people without a name.
    day_only = models.BooleanField(default=False)
    #: ``noun.verb``.
    act = models.CharField(max_length=80)
    actor = IdField(AccountId)
    #: The roles that the actor held, sorted, joined by a space.
    roles = models.CharField(max_length=200)
    outcome = models.CharField(max_length=9, choices=Outcome)
    #: Why it was refused: the code of the refusal, which says nothing about anybody. Empty where it was not.
    refusal = models.CharField(max_length=120, blank=True)
    #: Typed ids that the act was about, joined by a space, the thing itself first.
    subjects = models.TextField()
    #: Salted commitment to the detail (reason, what changed), by which it can be shown to others; 32 bytes or empty.
    commitment = models.BinaryField(max_length=32)
    #: SHA-256 of the detail as it is kept, sealed, so that a change is seen without any key; 32 bytes or empty.
    detail_hash = models.BinaryField(max_length=32)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["actor", "at"])]

    def __str__(self) -> str:
        return f"{self.act} {self.outcome}"


class EntrySubject(models.Model):
    """Finds the entries about a thing; says nothing that the entry does not."""

    # No number of its own: one that counts up would tell between which other acts somebody without a name wrote.
    pk = models.CompositePrimaryKey("entry_id", "subject")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=48, db_index=True)

    def __str__(self) -> str:
        return self.subject


class EntryDetail(models.Model):
    """The detail behind an entry's commitment, under a case key, so that it goes when the case's key is destroyed."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="+")
    #: The typed id whose key seals the detail.
    scope = models.CharField(max_length=48)
    #: JSON with the detail and the salt that makes its commitment unguessable.
    text = SealedField()

    def __str__(self) -> str:
        return str(self.pk)


class Waiting(models.Model):
    """An entry that has no place in the log yet; goes when it gets one, so that nobody need search for what waits."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="waiting")

    def __str__(self) -> str:
        return str(self.pk)


class Leaf(models.Model):
    """The place of an entry in the Merkle log, given by the sequencer."""

    #: 0, 1, 2, … without a gap.
    index = models.BigIntegerField(primary_key=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="leaf")
    #: RFC 6962 leaf hash, 32 bytes.
    hash = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return str(self.index)


class Checkpoint(models.Model):
    """What the log was at a size, signed; the last one is also kept outside the database."""

    size = models.BigIntegerField(primary_key=True)
    #: C2SP signed note: also holds the moment, and the size of the checkpoint before it.
    note = models.TextField()
    #: The full subtrees, 32 bytes each, largest first: all that is needed to append without reading the log again.
    peaks = models.BinaryField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.size)


class ScopeKey(models.Model):
    """The key of a case, wrapped by a key that the database does not hold."""

    #: Typed id of the case.
    scope = models.CharField(max_length=48, primary_key=True)
    #: Empty when the key was destroyed, and with it all that it sealed.
    wrapped = models.BinaryField()
    destroyed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.scope


class OutboxEvent(models.Model):
    """News written in its act's transaction, delivered after the commit and again at start-up until handled."""

    name = models.CharField(max_length=80)
    #: Typed ids joined by a space.
    subjects = models.TextField()
    at = models.DateTimeField()
    by = IdField(AccountId)
    #: When every listener had handled it.
    handled_at = models.DateTimeField(null=True, db_index=True)

    def __str__(self) -> str:
        return self.name


class Delivery(models.Model):
    """One listener that has handled one event."""

    event = models.ForeignKey(OutboxEvent, on_delete=models.CASCADE, related_name="deliveries")
    listener = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["event", "listener"], name="a_listener_once_an_event")]

    def __str__(self) -> str:
        return self.listener
