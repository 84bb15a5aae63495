"""Gives entries their place in the log and signs what the log then is; the last checkpoint is also kept outside.

Invariants: places are 0, 1, 2, … without a gap, whoever sequences and however often; an entry is never touched; nothing
is signed that does not go on from the checkpoint outside, so that no two signed logs ever part ways.
"""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from django.db import connection, transaction
from django.db.models import QuerySet

from waarborg.apps.custody.checkpoints import keep_outside, opened, read_outside, sign
from waarborg.apps.custody.models import Checkpoint, Entry, Leaf, Waiting
from waarborg.engines.ledger.errors import Unproven
from waarborg.engines.ledger.growth import CompactRange
from waarborg.engines.ledger.leaves import encode
from waarborg.engines.ledger.merkle import HASH_BYTES, leaf_hash
from waarborg.kernel.errors import Fault

#: One sequencer at a time; the number is ours alone.
_ADVISORY_LOCK: Final = 0x77_61_61_72
_BATCH: Final = 1_000
#: Shuffles entries of people without a name: their order would tell who came after whom.
_shuffled: Final = random.SystemRandom()


class PartedLedger(Fault):
    """The log in the database does not go on from the checkpoint outside; nothing is signed until somebody looked."""


def leaf_of(entry: Entry) -> bytes:
    """The bytes of an entry's leaf: every column of it, so that none can be changed unseen.

    Raises:
        ValueError, TypeError, AttributeError: a column holds what no act of ours ever wrote there.
    """
    return encode(
        {
            "id": str(entry.pk),
            "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "day_only": entry.day_only,
            "act": entry.act,
            "actor": str(entry.actor),
            "roles": entry.roles,
            "outcome": str(entry.outcome),
            "refusal": entry.refusal,
            "subjects": entry.subjects,
            "commitment": bytes(entry.commitment).hex(),
            "detail": bytes(entry.detail_hash).hex(),
        }
    )


def sequence(*, on: datetime) -> int:
    """Give every waiting entry its place, sign a checkpoint over all of them, and keep it outside.

    Heals what a stopped process left: a checkpoint that was committed and not yet kept outside.

    Args:
        on: when (aware); stands in the checkpoint.

    Returns:
        How many entries got a place; 0 leaves everything as it is.

    Raises:
        Missing: this program has no signing key, or cannot write the checkpoint outside.
        PartedLedger: the database holds another log than the one that was signed.
    """
    total = 0
    while True:
        _keep_last_outside()
        placed = _sequence_batch(on) if Waiting.objects.exists() else 0
        if not placed:
            return total
        total += placed


def pending() -> int:
    """How many entries wait for a place."""
    return Waiting.objects.count()


def next_to_place() -> QuerySet[Entry]:
    """The entries that wait for a place; found from the few that wait, never by a search of those that have one."""
    return Entry.objects.filter(pk__in=Waiting.objects.values("pk"), leaf=None).order_by("at", "pk")


def _sequence_batch(on: datetime) -> int:
    with transaction.atomic(), _alone():
        waiting = list(next_to_place()[:_BATCH])
        if not waiting:
            return 0
        tree = _tree(_last())
        previous = tree.size
        leaves = []
        for entry in _in_order(waiting):
            hashed = leaf_hash(leaf_of(entry))
            leaves.append(Leaf(index=tree.size, entry=entry, hash=hashed))
            tree.append(hashed)
        Leaf.objects.bulk_create(leaves)
        Waiting.objects.filter(pk__in=[entry.pk for entry in waiting]).delete()
        note = sign(tree, previous=previous, at=on)
        Checkpoint.objects.create(size=tree.size, note=note, peaks=b"".join(tree.peaks), at=on)
    return len(waiting)


def _keep_last_outside() -> None:
    """Bring the checkpoint outside up to the last one in the database.

    After the commit, never before it: a checkpoint outside that the database does not have looks like a cut tail.
    """
    last, kept = _last(), read_outside()
    if (last.note.encode() if last else None) == kept:
        return
    with transaction.atomic(), _alone():
        last, kept = _last(), read_outside()
        if kept is not None:
            _check_goes_on(last, kept)
        if last is not None and last.note.encode() != kept:
            keep_outside(last.note)


def _check_goes_on(last: Checkpoint | None, kept: bytes) -> None:
    """Refuse to go on where the checkpoint outside is not one of this log's own."""
    try:
        size = opened(kept).size
    except Unproven as unproven:
        message = f"the checkpoint outside the database: {unproven}"
        raise PartedLedger(message) from None
    if last is None or size > last.size:
        message = f"the log ends at {last.size if last else 0}, and the checkpoint outside speaks of {size} entries"
        raise PartedLedger(message)
    same = Checkpoint.objects.filter(size=size).first()
    if same is None or same.note.encode() != kept:
        message = f"the checkpoint outside, of size {size}, is of another log than the one in the database"
        raise PartedLedger(message)


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Hold off other sequencers until the transaction ends; SQLite's IMMEDIATE transactions already do."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ADVISORY_LOCK])
    yield


def _last() -> Checkpoint | None:
    return Checkpoint.objects.order_by("-size").first()


def _tree(last: Checkpoint | None) -> CompactRange:
    """The log so far, as its last checkpoint has it, and only where that is what was signed."""
    if last is None:
        return CompactRange()
    try:
        kept = bytes(last.peaks)
        peaks = [kept[place : place + HASH_BYTES] for place in range(0, len(kept), HASH_BYTES)]
        tree = CompactRange.resume(size=last.size, peaks=peaks)
        signed = opened(last.note)
    except Unproven as unproven:
        message = f"checkpoint {last.size}: {unproven}"
        raise PartedLedger(message) from None
    if (signed.size, signed.root) != (tree.size, tree.root()):
        message = f"checkpoint {last.size} was changed after it was signed"
        raise PartedLedger(message)
    return tree


def _in_order(waiting: Sequence[Entry]) -> list[Entry]:
    """By time; entries that carry the day only come last and in no order."""
    timed = [entry for entry in waiting if not entry.day_only]
    nameless = [entry for entry in waiting if entry.day_only]
    _shuffled.shuffle(nameless)
    return [*timed, *nameless]
