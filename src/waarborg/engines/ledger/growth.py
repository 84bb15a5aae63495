"""A tree that is only appended to, in the few hashes that its next root depends on.

Invariant: there is one peak for every bit that is set in the size, the largest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from waarborg.engines.ledger.errors import Unproven
from waarborg.engines.ledger.merkle import EMPTY_ROOT, Hash, is_hash, node_hash


class CompactRange:
    """The full subtrees of a tree, at most one of each height: what a sequencer keeps between two entries.

    A million leaves stream through twenty hashes; ``size`` and ``peaks`` are all that has to be stored to go on later.
    """

    def __init__(self) -> None:
        self._size = 0
        self._peaks: list[Hash] = []

    @classmethod
    def resume(cls, *, size: int, peaks: Sequence[Hash]) -> Self:
        """Go on from what was stored; compare ``root`` with a signed checkpoint before relying on it.

        Raises:
            Unproven: the peaks cannot be those of a tree of that size.
        """
        if size < 0 or len(peaks) != size.bit_count() or not all(map(is_hash, peaks)):
            message = f"found {len(peaks)} peaks for size {size}, expected a hash of 32 bytes for each bit in the size"
            raise Unproven(message)
        resumed = cls()
        resumed._size = size
        resumed._peaks = list(peaks)
        return resumed

    @property
    def size(self) -> int:
        """How many leaves went in."""
        return self._size

    @property
    def peaks(self) -> tuple[Hash, ...]:
        """The roots of the full subtrees, largest and leftmost first."""
        return tuple(self._peaks)

    def append(self, leaf: Hash) -> None:
        """Take the hash of the next leaf.

        Raises:
            ValueError: it is not 32 bytes.
        """
        if not is_hash(leaf):
            message = "found something else, expected a leaf hash of 32 bytes"
            raise ValueError(message)
        joined = leaf
        # Every trailing one of the size is a full subtree that the new leaf completes into a larger one.
        for _ in range((~self._size & (self._size + 1)).bit_length() - 1):
            joined = node_hash(self._peaks.pop(), joined)
        self._peaks.append(joined)
        self._size += 1

    def root(self) -> Hash:
        """The root over all leaves so far."""
        if not self._peaks:
            return EMPTY_ROOT
        root = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            root = node_hash(peak, root)
        return root
