"""Whatever a tree proves is believed, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.engines.ledger.errors import Unproven
from waarborg.engines.ledger.merkle import EMPTY_ROOT, Tree, is_subtree, leaf_hash
from waarborg.engines.ledger.proofs import verify_consistency, verify_inclusion, verify_subtree

SIZE = 67
HASHES = [leaf_hash(str(number).encode()) for number in range(SIZE)]
TREE = Tree(HASHES)
sizes = st.integers(1, SIZE)


@st.composite
def places(draw: st.DrawFn) -> tuple[int, int]:
    """An index and a size of the tree that holds it."""
    size = draw(sizes)
    return draw(st.integers(0, size - 1)), size


@st.composite
def growths(draw: st.DrawFn) -> tuple[int, int]:
    """An earlier and a later size."""
    size = draw(sizes)
    return draw(st.integers(1, size)), size


def flipped(value: bytes, bit: int) -> bytes:
    """``value`` with one bit changed."""
    return (int.from_bytes(value) ^ 1 << bit % (8 * len(value))).to_bytes(len(value))


@given(places())
def test_every_leaf_is_shown_in_every_tree_that_holds_it(place: tuple[int, int]) -> None:
    index, size = place
    proof = TREE.inclusion_proof(index, size)
    verify_inclusion(leaf=HASHES[index], index=index, size=size, root=TREE.root(size), proof=proof)


@given(growths())
def test_every_tree_is_shown_to_have_only_grown(growth: tuple[int, int]) -> None:
    old, size = growth
    proof = TREE.consistency_proof(old, size)
    verify_consistency(old_size=old, old_root=TREE.root(old), size=size, root=TREE.root(size), proof=proof)


def test_every_subtree_of_every_small_tree_is_shown() -> None:
    for size in range(1, 34):
        for start, end in ((s, e) for e in range(1, size + 1) for s in range(e) if is_subtree(s, e)):
            part = Tree(HASHES[start:end]).root()
            proof = TREE.subtree_proof(start, end, size)
            verify_subtree(start=start, end=end, part=part, size=size, root=TREE.root(size), proof=proof)


@given(places(), places())
def test_a_leaf_is_shown_nowhere_but_in_its_place(right: tuple[int, int], claimed: tuple[int, int]) -> None:
    index, size = right
    proof = TREE.inclusion_proof(index, size)
    if right == claimed:
        return
    with pytest.raises(Unproven):
        verify_inclusion(leaf=HASHES[index], index=claimed[0], size=claimed[1], root=TREE.root(claimed[1]), proof=proof)


@given(places(), st.data())
def test_a_flipped_bit_anywhere_is_not_believed(place: tuple[int, int], data: st.DataObject) -> None:
    index, size = place
    values = [HASHES[index], TREE.root(size), *TREE.inclusion_proof(index, size)]
    which = data.draw(st.integers(0, len(values) - 1))
    values[which] = flipped(values[which], data.draw(st.integers(0, 255)))
    leaf, root, *proof = values
    with pytest.raises(Unproven):
        verify_inclusion(leaf=leaf, index=index, size=size, root=root, proof=proof)


@given(growths(), st.data())
def test_a_changed_past_is_not_believed(growth: tuple[int, int], data: st.DataObject) -> None:
    old, size = growth
    values = [TREE.root(old), TREE.root(size), *TREE.consistency_proof(old, size)]
    which = data.draw(st.integers(0, len(values) - 1))
    values[which] = flipped(values[which], data.draw(st.integers(0, 255)))
    old_root, root, *proof = values
    with pytest.raises(Unproven):
        verify_consistency(old_size=old, old_root=old_root, size=size, root=root, proof=proof)


hashes = st.binary(min_size=32, max_size=32)
anything = st.one_of(hashes, st.binary(max_size=40), st.sampled_from(HASHES))


@given(st.tuples(*[st.integers(-3, 2**70)] * 3), anything, anything, st.lists(anything))
def test_forgeries_raise_nothing_but_unproven(
    numbers: tuple[int, int, int], part: bytes, root: bytes, proof: list[bytes]
) -> None:
    start, end, size = numbers
    # The empty subtree of any tree, and a tree that is its own only subtree, are true whoever says so.
    true_by_itself = (part == EMPTY_ROOT and start == end) or (part == root and (start, end) == (0, size))
    if true_by_itself:
        return
    with pytest.raises(Unproven):
        verify_subtree(start=start, end=end, part=part, size=size, root=root, proof=proof)


@pytest.mark.parametrize("size", [0, 1, 5])
def test_growth_from_nothing_shows_nothing(size: int) -> None:
    with pytest.raises(Unproven, match="at least one leaf"):
        verify_consistency(old_size=0, old_root=EMPTY_ROOT, size=size, root=TREE.root(size), proof=[])


def test_bytes_cannot_be_moved_from_one_hash_to_the_next() -> None:
    proof = list(TREE.inclusion_proof(0, 4))
    leaf = HASHES[0] + proof[0][:1]
    proof[0] = proof[0][1:]
    with pytest.raises(Unproven, match="32 bytes"):
        verify_inclusion(leaf=leaf, index=0, size=4, root=TREE.root(4), proof=proof)
