"""Finds out whether anything in the ledger was changed, left out, added or reordered, also when its tail was cut off.

Invariants: reads everything again from the entries themselves, in constant memory; uses no secret, and trusts only the
public key and the checkpoint that is kept outside the database; what cannot be read is a finding, not a failure.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from django.db.models import Model, QuerySet

from waarborg.apps.custody.checkpoints import lines, opened, outside, read_outside
from waarborg.apps.custody.entering import hash_of
from waarborg.apps.custody.models import Checkpoint, Entry, EntryDetail, EntrySubject, Leaf, Waiting
from waarborg.apps.custody.sequencing import leaf_of, pending
from waarborg.engines.ledger.checkpoints import Checkpoint as Signed
from waarborg.engines.ledger.errors import Unproven
from waarborg.engines.ledger.growth import CompactRange
from waarborg.engines.ledger.merkle import leaf_hash

_BATCH: Final = 500
#: What Python and Django raise on a value that no act of ours ever wrote into its column.
_UNREADABLE: Final = (ValueError, TypeError, AttributeError, OverflowError)
#: Seconds that a sequencer may take between its commit and the checkpoint outside.
_GRACE: Final = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was found; ``problem`` is None where everything fits."""

    #: Entries that have a place.
    size: int
    #: Root over them, hexadecimal.
    root: str
    #: The last checkpoint of the log: size, root, note; where something does not fit, the one outside. None: there is
    #: none, or it cannot be read.
    checkpoint: dict[str, Any] | None
    #: Entries that wait for a place.
    pending: int
    #: The first thing that does not fit, in words.
    problem: str | None

    def document(self) -> dict[str, Any]:
        """The JSON of ``waarborg ledger verify``."""
        return {
            "size": self.size,
            "root": self.root,
            "checkpoint": self.checkpoint,
            "pending": self.pending,
            "problem": self.problem,
        }


class _Broken(Exception):  # noqa: N818 - never leaves this module
    """The first thing that does not fit."""


def _break(problem: str) -> NoReturn:
    raise _Broken(problem)


def verify() -> Verified:
    """Read the whole ledger again and compare it with its leaves, its checkpoints and the checkpoint outside.

    Raises:
        Missing: the public key is not here, or the checkpoint outside may not be read.
    """
    # Read before the log: what others sign while we read must not look like a tail that was cut off.
    note = read_outside()
    kept, problem = None, None
    log = _Log()
    try:
        kept = _opened(note, "the checkpoint outside the database") if note is not None else None
        log.read()
        _check_strays()
        _check_waiting()
        _check_outside(kept, log)
    except _Broken as broken:
        problem = str(broken)
    except _UNREADABLE:
        problem = "a row beside the log cannot be read"
    if problem is None and log.last is not None:
        kept, note = opened(log.last.note), log.last.note.encode()
    return Verified(
        size=log.tree.size,
        root=log.tree.root().hex(),
        checkpoint={"size": kept.size, "root": kept.root.hex(), "note": note.decode()} if kept and note else None,
        pending=pending(),
        problem=problem,
    )


class _Log:
    """Walks leaves, entries, subjects, details and checkpoints together, from the first to the last."""

    def __init__(self) -> None:
        #: What was read so far.
        self.tree = CompactRange()
        #: The last checkpoint that was met.
        self.last: Checkpoint | None = None

    def read(self) -> None:
        """Read to the end, also when it moves while we read."""
        while True:
            while self._read_some():
                pass
            later = Checkpoint.objects.filter(size__gt=self.tree.size).order_by("size").values_list("size").first()
            if later is None:
                break
            if not Leaf.objects.filter(index__gte=self.tree.size).exists():
                _break(f"a checkpoint speaks of {later[0]} entries, and {self.tree.size} are left")
        covered = self.last.size if self.last else 0
        if covered != self.tree.size:
            _break(f"leaf {covered}: no checkpoint was signed over it")
        # SQLite keeps yes and no as numbers: -1 reads as no, and yet nobody of ours wrote it.
        odd = Entry.objects.exclude(day_only__in=(True, False)).values_list("pk", flat=True).first()
        if odd is not None:
            _break(f"{odd}: its day is neither alone nor with a time")

    def _read_some(self) -> int:
        """Read the next leaves; where some cannot be read, one by one, to say which."""
        try:
            return self._take(_BATCH)
        except _UNREADABLE:
            pass
        try:
            return self._take(1)
        except _UNREADABLE:
            _break(f"leaf {self.tree.size}: what stands there or in its entry cannot be read")

    def _take(self, most: int) -> int:
        first = self.tree.size
        leaves = list(Leaf.objects.filter(index__gte=first).order_by("index")[:most])
        entries = Entry.objects.in_bulk([leaf.entry_id for leaf in leaves])
        _check_parts(list(entries.values()))
        signed = Checkpoint.objects.filter(size__gt=first, size__lte=first + len(leaves)).order_by("size")
        checkpoints = {checkpoint.size: checkpoint for checkpoint in signed}
        for leaf in leaves:
            place = self.tree.size
            if leaf.index != place:
                _break(f"leaf {place} is missing; the next one is {leaf.index}")
            entry = entries.get(leaf.entry_id)
            if entry is None:
                _break(f"leaf {place}: its entry {leaf.entry_id} is missing")
            if leaf_hash(leaf_of(entry)) != bytes(leaf.hash):
                _break(f"leaf {place}: {leaf.entry_id} is not the entry that was sealed here")
            self.tree.append(bytes(leaf.hash))
            if checkpoint := checkpoints.get(self.tree.size):
                self._check(checkpoint)
        return len(leaves)

    def _check(self, kept: Checkpoint) -> None:
        """A checkpoint in the database says what the log was at its size, and which one came before it."""
        signed = _opened(kept.note, f"checkpoint {kept.size}")
        if (signed.size, signed.root) != (self.tree.size, self.tree.root()):
            _break(f"checkpoint {kept.size} does not fit the entries before it")
        if b"".join(self.tree.peaks) != bytes(kept.peaks):
            _break(f"checkpoint {kept.size}: its subtrees were changed")
        if signed.extensions != lines(previous=self.last.size if self.last else 0, at=kept.at):
            _break(f"checkpoint {kept.size}: the one before it is missing, or its moment was changed")
        self.last = kept


def _check_parts(entries: Sequence[Entry]) -> None:
    """What hangs on entries is what they say: the index of what they name, and the details as they are kept."""
    keys = [entry.pk for entry in entries]
    named: defaultdict[str, list[str]] = defaultdict(list)
    for key, subject in EntrySubject.objects.filter(entry__in=keys).values_list("entry_id", "subject"):
        named[key].append(subject)
    details = EntryDetail.objects.in_bulk(keys)
    for entry in entries:
        if sorted(named[entry.pk]) != sorted(entry.subjects.split()):
            _break(f"{entry.pk}: the index of what it names was changed")
        detail, said = details.get(entry.pk), bytes(entry.detail_hash)
        if (hash_of(detail) if detail else b"") != said:
            how = "was removed" if detail is None else "was changed" if said else "was added"
            _break(f"{entry.pk}: its detail {how}")


def _check_strays() -> None:
    """Nothing stands beside the log: no place before the first, and nothing that hangs on no entry."""
    before = Leaf.objects.filter(index__lt=0).exists() or Checkpoint.objects.filter(size__lte=0).exists()
    if before:
        _break("a leaf or a checkpoint stands before the first")
    known = Entry.objects.values("pk")
    models: tuple[type[Model], ...] = (EntrySubject, EntryDetail, Waiting)
    for model in models:
        if model._default_manager.exclude(entry_id__in=known).exists():  # noqa: SLF001 - Django's name
            _break(f"{model._meta.verbose_name}: a row belongs to no entry")  # noqa: SLF001 - Django's name


def _check_waiting() -> None:
    """Entries without a place wait for one, and no others do; what they say of their parts is true."""
    lost = Entry.objects.filter(leaf=None, waiting=None).values_list("pk").first()
    if lost:
        _break(f"{lost[0]} has no place and does not wait for one")
    placed = Waiting.objects.filter(entry__leaf__isnull=False).values_list("pk").first()
    if placed:
        _break(f"{placed[0]} waits for a place and has one")
    some = list(_waiting()[:_BATCH])
    while some:
        _check_parts(some)
        some = list(_waiting().filter(pk__gt=some[-1].pk)[:_BATCH])


def _waiting() -> QuerySet[Entry]:
    return Entry.objects.filter(pk__in=Waiting.objects.values("pk")).order_by("pk")


def _check_outside(kept: Signed | None, log: _Log) -> None:
    """The checkpoint outside the database is the last one of this log, and the log is no shorter than it says."""
    if kept is not None:
        if kept.size > log.tree.size:
            _break(f"the tail was cut off: {log.tree.size} entries are left of the {kept.size} that were signed")
        same = Checkpoint.objects.filter(size=kept.size).first()
        if same is None or opened(same.note) != kept:
            _break(f"the checkpoint outside the database does not fit the first {kept.size} entries")
    until = time.monotonic() + _GRACE
    while (kept.size if kept else 0) < log.tree.size:
        if time.monotonic() > until:
            found = f"is of size {kept.size}" if kept else f"is missing ({outside().name})"
            _break(f"the checkpoint outside the database {found}, and the log has {log.tree.size} entries")
        time.sleep(0.1)
        note = read_outside()
        kept = _opened(note, "the checkpoint outside the database") if note is not None else None


def _opened(note: str | bytes, what: str) -> Signed:
    try:
        return opened(note)
    except Unproven as unproven:
        _break(f"{what}: {unproven}")
