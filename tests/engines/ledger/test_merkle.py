"""The tree against the definition of RFC 6962, read literally."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.engines.ledger.merkle import EMPTY_ROOT, Tree, is_subtree, leaf_hash, node_hash, split

#: The leaves of the certificate-transparency reference tests, and the root over all eight.
REFERENCE_LEAVES = [bytes.fromhex(x) for x in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657")]
REFERENCE_LEAVES.append(bytes.fromhex("606162636465666768696a6b6c6d6e6f"))
REFERENCE_ROOT = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


def root_by_definition(leaves: list[bytes]) -> bytes:
    """MTH of RFC 6962 §2.1, word for word."""
    if not leaves:
        return EMPTY_ROOT
    if len(leaves) == 1:
        return leaf_hash(leaves[0])
    middle = split(len(leaves))
    return node_hash(root_by_definition(leaves[:middle]), root_by_definition(leaves[middle:]))


def tree_of(size: int) -> tuple[list[bytes], Tree]:
    leaves = [str(number).encode() for number in range(size)]
    return leaves, Tree(map(leaf_hash, leaves))


def test_the_reference_leaves_give_the_reference_root() -> None:
    assert Tree(map(leaf_hash, REFERENCE_LEAVES)).root().hex() == REFERENCE_ROOT


def test_an_empty_tree_has_the_hash_of_nothing_as_its_root() -> None:
    assert Tree().root() == EMPTY_ROOT
    assert len(Tree()) == 0


@given(st.integers(0, 70))
def test_every_earlier_root_is_still_there(size: int) -> None:
    leaves, tree = tree_of(70)
    assert tree.root(size) == root_by_definition(leaves[:size])


def test_a_leaf_cannot_pass_as_a_node() -> None:
    left, right = leaf_hash(b"left"), leaf_hash(b"right")
    assert leaf_hash(left + right) != node_hash(left, right)


@pytest.mark.parametrize("wrong", [b"", b"short", bytes(31), bytes(33)])
def test_only_hashes_are_appended(wrong: bytes) -> None:
    tree = Tree()
    with pytest.raises(ValueError, match="32 bytes"):
        tree.append(wrong)
    assert len(tree) == 0


@pytest.mark.parametrize("size", [-1, 6])
def test_a_size_that_never_was_has_no_root(size: int) -> None:
    _, tree = tree_of(5)
    with pytest.raises(ValueError, match="expected 0 to 5"):
        tree.root(size)


@pytest.mark.parametrize(("start", "end"), [(5, 6), (-1, 0), (0, 0), (1, 3), (3, 2)])
def test_there_is_no_proof_of_what_is_not_a_subtree(start: int, end: int) -> None:
    _, tree = tree_of(5)
    with pytest.raises(ValueError, match="expected a subtree"):
        tree.subtree_proof(start, end)


def test_a_subtree_begins_at_a_multiple_of_its_own_height() -> None:
    assert [start for start in range(9) if is_subtree(start, start + 3)] == [0, 4, 8]
    assert is_subtree(7, 8)
    assert not is_subtree(2, 6)
