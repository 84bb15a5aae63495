"""Finds out whether anything in the ledger was changed, left out, added or reordered, also when its tail was cut off.

Invariant: reads everything again from the entries themselves, and trusts only the public key and the checkpoint that is
kept outside the database.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from django.conf import settings

from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.models import Checkpoint, Entry, EntryDetail, EntrySubject, Leaf, ScopeKey
from waarborg.apps.custody.sequencing import leaf_of, outside, pending
from waarborg.engines.ledger.checkpoints import Checkpoint as Signed
from waarborg.engines.ledger.checkpoints import open_checkpoint
from waarborg.engines.ledger.errors import Unproven
from waarborg.engines.ledger.growth import CompactRange
from waarborg.engines.ledger.leaves import verify_commitment
from waarborg.engines.ledger.merkle import leaf_hash
from waarborg.engines.ledger.notes import Verifier
from waarborg.kernel.errors import Fault
from waarborg.kernel.ids import EntryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was found; ``problem`` is None where everything fits."""

    #: Entries that have a place.
    size: int
    #: Root over them, hexadecimal.
    root: str
    #: The checkpoint that was checked against: size, root, note; None where there is none yet.
    checkpoint: dict[str, Any] | None
    #: Entries that wait for a place.
    pending: int
    #: The first thing that does not fit, in words.
    problem: str | None
    #: Details that could not be compared with their commitment, because their case's key was destroyed or is not here.
    unread: int

    def document(self) -> dict[str, Any]:
        """The JSON of ``waarborg ledger verify``."""
        return {
            "size": self.size,
            "root": self.root,
            "checkpoint": self.checkpoint,
            "pending": self.pending,
            "problem": self.problem,
            "unread": self.unread,
        }


class _Broken(Exception):  # noqa: N818 - never leaves this module
    """The first thing that does not fit."""


def verify() -> Verified:
    """Read the whole ledger again and compare it with its leaves, its checkpoints and the checkpoint outside.

    Works in constant memory. Raises:
        Fault: the public key is not there.
    """
    tree = CompactRange()
    problem, unread, signed, note = None, 0, None, None
    try:
        unread = _verify_log(tree)
        signed, note = _verify_outside(tree)
    except _Broken as broken:
        problem = str(broken)
    return Verified(
        size=tree.size,
        root=tree.root().hex(),
        checkpoint={"size": signed.size, "root": signed.root.hex(), "note": note} if signed else None,
        pending=pending(),
        problem=problem,
        unread=unread,
    )


def _verify_log(tree: CompactRange) -> int:
    """Walk leaves, entries, subjects, details and stored checkpoints together; the number of unread details."""
    unread = 0
    checkpoints = Checkpoint.objects.order_by("size").iterator()
    next_checkpoint = next(checkpoints, None)
    details = _Details()
    for batch in _batches(tree):
        for leaf, subjects in batch:
            _verify_leaf(leaf, tree.size, subjects)
            unread += details.unread(leaf.entry)
            tree.append(bytes(leaf.hash))
            while next_checkpoint is not None and next_checkpoint.size <= tree.size:
                _verify_checkpoint(next_checkpoint, tree)
                next_checkpoint = next(checkpoints, None)
    if next_checkpoint is not None:
        message = f"the log has {tree.size} leaves, and a checkpoint in the database speaks of {next_checkpoint.size}"
        raise _Broken(message)
    for entry in Entry.objects.filter(leaf=None).order_by("pk").iterator(chunk_size=1000):
        subjects = list(EntrySubject.objects.filter(entry=entry).values_list("subject", flat=True))
        if sorted(subjects) != sorted(set(entry.subjects.split())):
            message = f"{entry.pk}: the index of what it names was changed"
            raise _Broken(message)
        unread += details.unread(entry)
    return unread


def _batches(tree: CompactRange) -> Iterator[list[tuple[Leaf, list[str]]]]:
    """Leaves with their entries and subjects, a thousand at a time, in order."""
    while True:
        leaves = list(Leaf.objects.filter(index__gte=tree.size).select_related("entry").order_by("index")[:1000])
        if not leaves:
            below = Leaf.objects.filter(index__lt=0).first()
            if below is not None:
                message = f"leaf {below.index} stands outside the log"
                raise _Broken(message)
            return
        rows = EntrySubject.objects.filter(entry__in=[leaf.entry_id for leaf in leaves]).order_by("entry_id")
        named = {key: [row.subject for row in group] for key, group in groupby(rows, key=attrgetter("entry_id"))}
        yield [(leaf, named.get(leaf.entry_id, [])) for leaf in leaves]


def _verify_leaf(leaf: Leaf, place: int, subjects: list[str]) -> None:
    if leaf.index != place:
        message = f"leaf {place} is missing; the next one is {leaf.index}"
        raise _Broken(message)
    if leaf_hash(leaf_of(leaf.entry)) != bytes(leaf.hash):
        message = f"leaf {place}: {leaf.entry_id} is not the entry that was sealed here"
        raise _Broken(message)
    if sorted(subjects) != sorted(set(leaf.entry.subjects.split())):
        message = f"leaf {place}: {leaf.entry_id}: the index of what it names was changed"
        raise _Broken(message)


class _Details:
    """Compares details with the commitments in their entries, for the cases whose keys are here."""

    def __init__(self) -> None:
        kept = ScopeKey.objects.filter(destroyed_at=None).values_list("scope", flat=True)
        self._live = set(kept) if settings.INSTALLATION.key_file("case-wrapping.key").exists() else set()

    def unread(self, entry: Entry) -> int:
        """Compare one entry's detail; 1 where it could not be read."""
        row = EntryDetail.objects.filter(pk=entry.pk).first()
        if row is None and not entry.commitment:
            return 0
        if row is None or not entry.commitment:
            message = f"{entry.pk}: its detail was {'removed' if row is None else 'added'}"
            raise _Broken(message)
        if row.scope not in self._live:
            return 1
        try:
            kept = json.loads(Opening(EntryId(entry.pk), (row.scope,)).read(row, "text"))
            salt, detail = bytes.fromhex(kept["salt"]), kept["detail"].encode()
            verify_commitment(commitment=bytes(entry.commitment), salt=salt, detail=detail)
        except (Fault, Unproven, ValueError, KeyError):
            message = f"{entry.pk}: its detail was changed"
            raise _Broken(message) from None
        return 0


def _verify_checkpoint(kept: Checkpoint, tree: CompactRange) -> None:
    """A checkpoint in the database says what the log was at its size."""
    try:
        signed = _open(kept.note)
    except Unproven as unproven:
        message = f"checkpoint {kept.size}: {unproven}"
        raise _Broken(message) from None
    fits = signed.size == kept.size == tree.size and signed.root == tree.root()
    if not fits or b"".join(tree.peaks) != bytes(kept.peaks):
        message = f"checkpoint {kept.size} does not fit the entries before it"
        raise _Broken(message)


def _verify_outside(tree: CompactRange) -> tuple[Signed | None, str | None]:
    """The checkpoint outside the database fits the log, and the log is no shorter than it says."""
    path = outside()
    try:
        note = path.read_text("utf-8")
    except FileNotFoundError:
        if tree.size == 0:
            return None, None
        message = f"the checkpoint outside the database is missing: {path.name}"
        raise _Broken(message) from None
    try:
        signed = _open(note)
    except Unproven as unproven:
        message = f"the checkpoint outside the database: {unproven}"
        raise _Broken(message) from None
    if signed.size > tree.size:
        message = f"the tail was cut off: {tree.size} leaves are left of the {signed.size} that were signed"
        raise _Broken(message)
    kept = Checkpoint.objects.filter(size=signed.size).first()
    if kept is None or _open(kept.note).root != signed.root:
        message = f"the checkpoint outside the database does not fit the first {signed.size} leaves"
        raise _Broken(message)
    return signed, note


def _open(note: str) -> Signed:
    """A checkpoint under the ledger's own public key."""
    path: Path = settings.INSTALLATION.key_file("ledger-signing.pub")
    try:
        verifier = Verifier.parse(path.read_text("utf-8").strip())
    except (OSError, Unproven) as error:
        message = f"{path}: {error}"
        raise Fault(message) from None
    return open_checkpoint(note, origin=verifier.name, verifiers=[verifier])
