"""The compact range gives the roots of the whole tree, and goes on where it stopped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.engines.ledger.errors import Unproven
from waarborg.engines.ledger.growth import CompactRange
from waarborg.engines.ledger.merkle import EMPTY_ROOT, Tree, leaf_hash

HASHES = [leaf_hash(str(number).encode()) for number in range(200)]
TREE = Tree(HASHES)


@given(st.integers(0, 200), st.integers(0, 200))
def test_it_has_the_root_of_the_tree_also_after_a_restart(stop: int, size: int) -> None:
    stop = min(stop, size)
    growing = CompactRange()
    for each in HASHES[:stop]:
        growing.append(each)
    resumed = CompactRange.resume(size=growing.size, peaks=growing.peaks)
    for each in HASHES[stop:size]:
        resumed.append(each)
    assert resumed.root() == TREE.root(size)
    assert resumed.size == size
    assert growing.root() == TREE.root(stop)


def test_nothing_has_the_root_of_nothing() -> None:
    assert CompactRange().root() == EMPTY_ROOT


def test_it_stays_small() -> None:
    growing = CompactRange()
    for number in range(20_000):
        growing.append(HASHES[number % 200])
        assert len(growing.peaks) == growing.size.bit_count() <= 15


@pytest.mark.parametrize(("size", "peaks"), [(-1, 0), (1, 0), (2, 2), (3, 1), (0, 1)])
def test_peaks_that_fit_no_such_size_are_not_resumed(size: int, peaks: int) -> None:
    with pytest.raises(Unproven, match="peaks"):
        CompactRange.resume(size=size, peaks=HASHES[:peaks])


def test_only_hashes_are_taken() -> None:
    growing = CompactRange()
    with pytest.raises(ValueError, match="32 bytes"):
        growing.append(b"a leaf, not its hash")
    with pytest.raises(Unproven):
        CompactRange.resume(size=1, peaks=[b"x"])
