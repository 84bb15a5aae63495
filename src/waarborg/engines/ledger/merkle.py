"""The Merkle tree of RFC 6962 (and RFC 9162), which lets anyone show that an entry is in it and that it only grew.

Invariant: a tree holds hashes of leaves, never leaves, and what was appended never changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final

#: A SHA-256 hash: 32 bytes.
type Hash = bytes

HASH_BYTES: Final = 32
#: The root of a tree of no leaves (RFC 6962 §2.1).
EMPTY_ROOT: Final[Hash] = sha256(b"").digest()


def leaf_hash(leaf: bytes) -> Hash:
    """The hash of one leaf's bytes; its own prefix keeps a leaf from passing as a node."""
    return sha256(b"\x00" + leaf).digest()


def node_hash(left: Hash, right: Hash) -> Hash:
    """The hash of two subtrees side by side."""
    return sha256(b"\x01" + left + right).digest()


def is_hash(candidate: object) -> bool:
    """Whether ``candidate`` is 32 bytes; anything else could shift the border between two hashes in a node."""
    return isinstance(candidate, bytes) and len(candidate) == HASH_BYTES


def split(size: int) -> int:
    """How many leaves stand in the left half of a tree of ``size`` > 1: the largest power of two below it."""
    return 1 << (size - 1).bit_length() - 1


def is_subtree(start: int, end: int) -> bool:
    """Whether the leaves from ``start`` up to ``end`` make a subtree: they begin at a multiple of their own height.

    Source: draft-ietf-plants-merkle-tree-certs, "Subtrees".
    """
    return 0 <= start <= end and start % (1 << max(end - start - 1, 0).bit_length()) == 0


class Tree:
    """Every hash of a growing tree in memory (64 bytes a leaf), to make any root or proof in logarithmic time."""

    def __init__(self, leaf_hashes: Iterable[Hash] = ()) -> None:
        #: By height the roots of full subtrees, 32 bytes each, left to right.
        self._levels: list[bytearray] = [bytearray()]
        for each in leaf_hashes:
            self.append(each)

    def __len__(self) -> int:
        """How many leaves there are."""
        return len(self._levels[0]) // HASH_BYTES

    def append(self, leaf: Hash) -> None:
        """Add the hash of the next leaf.

        Raises:
            ValueError: it is not 32 bytes.
        """
        if not is_hash(leaf):
            message = "found something else, expected a leaf hash of 32 bytes"
            raise ValueError(message)
        self._levels[0] += leaf
        height, count = 0, len(self)
        while count % 2 == 0:
            last_two = self._levels[height][-2 * HASH_BYTES :]
            height, count = height + 1, count // 2
            if height == len(self._levels):
                self._levels.append(bytearray())
            self._levels[height] += sha256(b"\x01" + last_two).digest()

    def root(self, size: int | None = None) -> Hash:
        """The root over the first ``size`` leaves, by default all."""
        return self._root(0, self._checked(size))

    def inclusion_proof(self, index: int, size: int | None = None) -> tuple[Hash, ...]:
        """What shows that leaf ``index`` (from 0) is in the tree of the first ``size`` leaves (RFC 6962 §2.1.1)."""
        return self.subtree_proof(index, index + 1, size)

    def consistency_proof(self, old_size: int, size: int | None = None) -> tuple[Hash, ...]:
        """What shows that the tree of ``size`` only appended to that of ``old_size`` (RFC 6962 §2.1.2)."""
        return self.subtree_proof(0, old_size, size)

    def subtree_proof(self, start: int, end: int, size: int | None = None) -> tuple[Hash, ...]:
        """What shows that the subtree of leaves ``start`` up to ``end`` is part of the tree of ``size``.

        The two proofs above are the cases of one leaf, and of a subtree that begins at the first.

        Raises:
            ValueError: there are not so many leaves, or those are no subtree, or none.
        """
        whole = self._checked(size)
        if not (start < end <= whole and is_subtree(start, end)):
            message = f"found leaves {start} up to {end}, expected a subtree of the {whole} leaves"
            raise ValueError(message)
        return tuple(self._path(start, end, whole))[::-1]

    def _checked(self, size: int | None) -> int:
        if size is None:
            return len(self)
        if not 0 <= size <= len(self):
            message = f"found size {size}, expected 0 to {len(self)}"
            raise ValueError(message)
        return size

    def _path(self, start: int, end: int, size: int) -> Iterator[Hash]:
        """The proof from the root downwards: at each turn the half that is not taken."""
        offset, known = 0, True
        while (start, end) != (0, size):
            left = split(size)
            if end <= left:
                yield self._root(offset + left, offset + size)
                size = left
            else:
                yield self._root(offset, offset + left)
                # A subtree that crosses the middle begins at the first leaf; its own root is then no node of the tree.
                known = known and start >= left
                start, end = max(start - left, 0), end - left
                offset, size = offset + left, size - left
        if not known:
            yield self._root(offset, offset + size)

    def _root(self, start: int, end: int) -> Hash:
        """The root over the leaves from ``start`` up to ``end``, which are a subtree."""
        size = end - start
        if size == 0:
            return EMPTY_ROOT
        if size & (size - 1) == 0:
            height = size.bit_length() - 1
            at = (start >> height) * HASH_BYTES
            return bytes(self._levels[height][at : at + HASH_BYTES])
        middle = start + split(size)
        return node_hash(self._root(start, middle), self._root(middle, end))
