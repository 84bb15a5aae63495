"""Judging by a condition: whether it holds, which facts alone decide that, and which absent facts could change it.

``evaluate`` works on any world that can tell the truth of a leaf, a single document or columns of them. The reasons are
found by one rule at every depth: the members that share the truth of the whole are the ones that fix it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Protocol

from waarborg.engines.rules.conditions import AllOf, AnyOf, Condition, Leaf, Not, Some
from waarborg.engines.rules.seeing import Seen, SeenRows, leaves_of_row
from waarborg.engines.rules.truth import NO, UNKNOWN, Bits, Truth


class World[B: Bits](Protocol):
    """Tells how leaves stand, in bools or in columns of them."""

    def leaf(self, leaf: Leaf) -> Truth[B]:
        """How ``leaf`` stands."""
        ...

    def some(self, some: Some) -> Truth[B]:
        """Whether some row fulfils its condition."""
        ...


def evaluate[B: Bits](condition: Condition, world: World[B]) -> Truth[B]:
    """How ``condition`` stands in ``world``, by Kleene's logic over independent leaves."""
    match condition:
        case AllOf(members):
            return reduce(and_, [evaluate(member, world) for member in members])
        case AnyOf(members):
            return reduce(or_, [evaluate(member, world) for member in members])
        case Not(member):
            return ~evaluate(member, world)
        case Some():
            return world.some(condition)
        case _:
            return world.leaf(condition)


@dataclass(frozen=True, slots=True)
class Document:
    """The world of one document, or of one row in it: what was seen of each leaf."""

    leaves: Mapping[Leaf, Seen]
    #: What was seen of lists; a row has none.
    lists: Mapping[Some, SeenRows]

    def leaf(self, leaf: Leaf) -> Truth[bool]:
        """How ``leaf`` stands."""
        return self.leaves[leaf].truth

    def rows(self, some: Some) -> list[Document]:
        """The world of each row; where the list is unknown, the one of any row."""
        leaves = leaves_of_row(some.where)
        return [Document(dict(zip(leaves, row, strict=True)), {}) for row in self.lists[some].rows]

    def some(self, some: Some) -> Truth[bool]:
        """Whether some row fulfils its condition; an unknown list may have such a row, unless no row could."""
        found = reduce(or_, [evaluate(some.where, row) for row in self.rows(some)], NO)
        return found & self.lists[some].listed.truth


def deciding(condition: Condition, world: Document) -> Iterator[Seen]:
    """The leaves that alone fix how ``condition`` stands, in reading order; a leaf may come more than once."""
    truth = evaluate(condition, world)
    match condition:
        case AllOf(members) | AnyOf(members):
            for member in members:
                if evaluate(member, world) == truth:
                    yield from deciding(member, world)
        case Not(member):
            yield from deciding(member, world)
        case Some():
            listed, rows = world.lists[condition].listed, world.rows(condition)
            if not rows or listed.truth == truth == UNKNOWN:
                yield listed
                return
            for row in rows:
                if evaluate(condition.where, row) == truth:
                    yield from deciding(condition.where, row)
        case _:
            yield world.leaves[condition]


def missing(condition: Condition, world: Document) -> Iterator[str]:
    """The paths of the absent facts that could change how ``condition`` stands; none where it is known."""
    if evaluate(condition, world) != UNKNOWN:
        return
    match condition:
        case AllOf(members) | AnyOf(members):
            for member in members:
                yield from missing(member, world)
        case Not(member):
            yield from missing(member, world)
        case Some():
            yield from world.lists[condition].listed.missing
            for row in world.rows(condition):
                yield from missing(condition.where, row)
        case _:
            yield from world.leaves[condition].missing
