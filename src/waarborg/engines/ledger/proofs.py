"""Checking what a ledger claims about itself, with nothing but hashes: the side that trusts nobody.

Each check returns nothing when the claim is shown and raises ``Unproven`` when it is not, whatever it was given.
"""

from __future__ import annotations

from collections.abc import Sequence
from hmac import compare_digest
from itertools import islice

from waarborg.engines.ledger.errors import Unproven
from waarborg.engines.ledger.merkle import EMPTY_ROOT, Hash, is_hash, is_subtree, node_hash


def verify_inclusion(*, leaf: Hash, index: int, size: int, root: Hash, proof: Sequence[Hash]) -> None:
    """Check that the leaf with hash ``leaf`` stands at ``index`` (from 0) of the tree of ``size`` with that root.

    Raises:
        Unproven: the proof does not show it (RFC 9162 §2.1.3.2).
    """
    verify_subtree(start=index, end=index + 1, part=leaf, size=size, root=root, proof=proof)


def verify_consistency(*, old_size: int, old_root: Hash, size: int, root: Hash, proof: Sequence[Hash]) -> None:
    """Check that the tree of ``size`` begins with every leaf of the tree of ``old_size`` > 0, in the same order.

    Raises:
        Unproven: the proof does not show it (RFC 9162 §2.1.4.2); also for no leaves, of which nothing can be shown.
    """
    if old_size < 1:
        message = f"found an earlier size of {old_size}, expected at least one leaf"
        raise Unproven(message)
    verify_subtree(start=0, end=old_size, part=old_root, size=size, root=root, proof=proof)


def verify_subtree(*, start: int, end: int, part: Hash, size: int, root: Hash, proof: Sequence[Hash]) -> None:
    """Check that the leaves from ``start`` up to ``end``, whose own root is ``part``, stand there in the tree.

    Raises:
        Unproven: the proof does not show it (draft-ietf-plants-merkle-tree-certs, "Subtree Consistency Proofs").
    """
    if not (is_subtree(start, end) and end <= size):
        message = f"found leaves {start} up to {end} of {size}, expected a subtree of that tree"
        raise Unproven(message)
    if not all(map(is_hash, (part, root, *proof))):
        message = "found a value of another length in the proof, expected hashes of 32 bytes"
        raise Unproven(message)
    if start == end:
        shown = not proof and compare_digest(part, EMPTY_ROOT)
    else:
        shown = _leads_to(start=start, end=end, part=part, size=size, root=root, proof=proof)
    if not shown:
        message = f"the proof does not show leaves {start} up to {end} in the tree of {size}"
        raise Unproven(message)


def _leads_to(*, start: int, end: int, part: Hash, size: int, root: Hash, proof: Sequence[Hash]) -> bool:
    """Whether the proof leads from the subtree's root both back to itself and up to the tree's root."""
    # At the height reached: the first and last node of the subtree, and the last of the tree.
    first, last, top = start, end - 1, size - 1
    while first != last and (last & 1 or last == top):
        first, last, top = first >> 1, last >> 1, top >> 1
    used = 0
    old = new = part
    if first != last:
        if not proof:
            return False
        used = 1
        old = new = proof[0]
    for beside in islice(proof, used, None):
        if top == 0:
            return False
        if last & 1 or last == top:
            if first < last:
                old = node_hash(beside, old)
            new = node_hash(beside, new)
            while last and not last & 1:
                first, last, top = first >> 1, last >> 1, top >> 1
        else:
            new = node_hash(new, beside)
        first, last, top = first >> 1, last >> 1, top >> 1
    return top == 0 and compare_digest(old, part) and compare_digest(new, root)
