"""Judging by a condition: whether it holds, which facts alone decide that, and which absent facts could change it.

``evaluate`` works on any world that can tell the truth of a leaf, a single document or columns of them. The reasons are
found by one rule at every depth: the members that share the truth of the whole are the ones that fix it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
class Lines:
    """A list as it was seen: whether it has a row, and the world of each row, or of any row where it is unknown."""

    listed: Seen
    rows: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The world of one document, or of one row in it: what was seen of each leaf."""

    leaves: Mapping[Leaf, Seen]
    #: A row has none.
    lists: Mapping[Some, Lines]

    def leaf(self, leaf: Leaf) -> Truth[bool]:
        """How ``leaf`` stands."""
        return self.leaves[leaf].truth

    def some(self, some: Some) -> Truth[bool]:
        """Whether some row fulfils its condition; an unknown list may have such a row, unless no row could."""
        lines = self.lists[some]
        return reduce(or_, [evaluate(some.where, row) for row in lines.rows], NO) & lines.listed.truth


def document_of(seen: Iterable[tuple[Leaf | Some, Seen | SeenRows]]) -> Document:
    """The world in which this was seen."""
    leaves: dict[Leaf, Seen] = {}
    lists: dict[Some, Lines] = {}
    for found, sight in seen:
        if isinstance(found, Some) and isinstance(sight, SeenRows):
            inner = leaves_of_row(found.where)
            rows = tuple(Document(dict(zip(inner, row, strict=True)), {}) for row in sight.rows)
            lists[found] = Lines(sight.listed, rows)
        elif not isinstance(found, Some) and isinstance(sight, Seen):
            leaves[found] = sight
    return Document(leaves, lists)


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
            lines = world.lists[condition]
            if not lines.rows or lines.listed.truth == truth == UNKNOWN:
                yield lines.listed
                return
            for row in lines.rows:
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
            for row in world.lists[condition].rows:
                yield from missing(condition.where, row)
        case _:
            yield from world.leaves[condition].missing
