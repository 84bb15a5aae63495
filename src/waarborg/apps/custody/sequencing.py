"""Gives entries their place in the log and signs what the log then is; the last checkpoint is also kept outside.

Invariant: places are 0, 1, 2, … without a gap, whoever sequences and however often. An entry is never touched.
"""

from __future__ import annotations

import contextlib
import os
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection, transaction

from waarborg.apps.custody.models import Checkpoint, Entry, Leaf
from waarborg.engines.ledger.checkpoints import Checkpoint as Signed
from waarborg.engines.ledger.checkpoints import sign_checkpoint
from waarborg.engines.ledger.growth import CompactRange
from waarborg.engines.ledger.leaves import encode
from waarborg.engines.ledger.merkle import leaf_hash
from waarborg.engines.ledger.notes import Signer

#: One sequencer at a time; the number is ours alone.
_ADVISORY_LOCK: Final = 0x77_61_61_72
_BATCH: Final = 1_000
_HASH_BYTES: Final = 32
#: Shuffles entries of people without a name: their order would tell who came after whom.
_shuffled: Final = random.SystemRandom()


def leaf_of(entry: Entry) -> bytes:
    """The bytes of an entry's leaf: every column of it, so that none can be changed unseen."""
    moment = entry.at.astimezone(UTC)
    return encode(
        {
            "id": str(entry.pk),
            "at": moment.date().isoformat() if entry.day_only else moment.isoformat(timespec="microseconds"),
            "act": entry.act,
            "actor": str(entry.actor),
            "roles": entry.roles,
            "outcome": str(entry.outcome),
            "subjects": entry.subjects,
            "commitment": bytes(entry.commitment).hex(),
        }
    )


def sequence(*, on: datetime) -> int:
    """Give every waiting entry its place and sign a checkpoint over all of them.

    Args:
        on: when (aware); stands beside the checkpoint.

    Returns:
        How many entries got a place; 0 leaves everything as it is.

    Raises:
        Fault: this program has no signing key.
    """
    total = 0
    while placed := _sequence_batch(on):
        total += placed
    return total


def pending() -> int:
    """How many entries wait for a place."""
    return Entry.objects.filter(leaf=None).count()


def _sequence_batch(on: datetime) -> int:
    with transaction.atomic(), _alone():
        waiting = list(islice(Entry.objects.filter(leaf=None).order_by("at", "pk"), _BATCH))
        if not waiting:
            return 0
        tree = _tree()
        leaves = []
        for entry in _in_order(waiting):
            hashed = leaf_hash(leaf_of(entry))
            leaves.append(Leaf(index=tree.size, entry=entry, hash=hashed))
            tree.append(hashed)
        Leaf.objects.bulk_create(leaves)
        note = sign(tree)
        Checkpoint.objects.create(size=tree.size, note=note, peaks=b"".join(tree.peaks), at=on)
    # After the commit: a checkpoint outside that the database does not have would look like a cut tail.
    keep_outside(note)
    return len(waiting)


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Hold off other sequencers until the transaction ends; SQLite's IMMEDIATE transactions already do."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ADVISORY_LOCK])
    yield


def _tree() -> CompactRange:
    """The log so far, as its last checkpoint has it."""
    last = Checkpoint.objects.order_by("-size").first()
    if last is None:
        return CompactRange()
    kept = bytes(last.peaks)
    peaks = [kept[place : place + _HASH_BYTES] for place in range(0, len(kept), _HASH_BYTES)]
    return CompactRange.resume(size=last.size, peaks=peaks)


def _in_order(waiting: Sequence[Entry]) -> list[Entry]:
    """By time; entries that carry the day only come last and in no order."""
    timed = [entry for entry in waiting if not entry.day_only]
    nameless = [entry for entry in waiting if entry.day_only]
    _shuffled.shuffle(nameless)
    return [*timed, *nameless]


def signer() -> Signer:
    """The key that signs checkpoints; only the worker and the command line have it."""
    return Signer.parse(settings.INSTALLATION.secret("ledger-signing.key"))


def sign(tree: CompactRange) -> str:
    """A signed note that says how large the log is and what its root is."""
    key = signer()
    return sign_checkpoint(Signed(origin=key.name, size=tree.size, root=tree.root()), key)


def outside() -> Path:
    """Where the last checkpoint is kept, apart from the database."""
    return Path(settings.INSTALLATION.checkpoints) / "latest"


def keep_outside(note: str) -> None:
    """Replace the checkpoint outside by a later one, whole or not at all."""
    path = outside()
    fresh = path.with_name(f"latest.{os.getpid()}")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(note)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
