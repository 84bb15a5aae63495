"""Looking one document up for the leaves of a rulebook: each look gives one of few objects.

That is what makes it cheap to judge many documents: whoever sees the same things judges the same, so a finding can be
kept under what was seen (see ``judging``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from waarborg.engines.rules.conditions import (
    Condition,
    Fact,
    Leaf,
    Listed,
    Overlap,
    Said,
    SameAsLatest,
    Some,
    Under,
    observables,
)
from waarborg.engines.rules.facts import Facts, Row, Value
from waarborg.engines.rules.truth import NO, UNKNOWN, YES, Truth
from waarborg.kernel.texts import Text


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What a document says about one leaf."""

    #: Whether the leaf holds.
    truth: Truth[bool]
    #: The name of the fact as a reason.
    name: str
    #: The fact as a clause.
    said: Text
    #: Paths that are absent and keep it unknown.
    missing: tuple[str, ...] = ()


class SeenRows(NamedTuple):
    """What a document says about the leaves of a ``Some``, row by row."""

    #: Whether there is a row at all.
    listed: Seen
    #: One tuple a row, in the order of the leaves; where the list is unknown, one row of which nothing is known.
    rows: tuple[tuple[Seen, ...], ...]


type Look = Callable[[Facts], Seen]
type LookAtRows = Callable[[Facts], SeenRows]
type RowLook = Callable[[Facts, int, Row], Seen]
#: Stands for any row of a list that is not known: its facts are neither known nor asked for one by one.
ANY_ROW: Row = {}
_NOWHERE = -1


def look_for(leaf: Leaf) -> Look:
    """The function that looks ``leaf`` up in a document."""
    match leaf:
        case Fact():
            return _look_fact(leaf)
        case Under():
            return _look_under(leaf)
        case Listed():
            return _look_listed(leaf)
        case SameAsLatest():
            return _look_latest(leaf)
        case Overlap():
            message = f"the overlap with {leaf.inner} is a fact of a row and stands outside one"
            raise TypeError(message)


def _three(name: str, said: Said, missing: tuple[str, ...]) -> tuple[Seen, Seen, Seen]:
    return Seen(YES, name, said.yes), Seen(NO, name, said.no), Seen(UNKNOWN, name, said.unknown, missing)


def _look_fact(fact: Fact) -> Look:
    yes, no, unknown = _three(fact.path, fact.said, (fact.path,))
    path, among = fact.path, fact.among

    def look(facts: Facts) -> Seen:
        value = facts.values.get(path)
        return unknown if value is None else yes if value in among else no

    return look


def _look_listed(listed: Listed) -> Look:
    yes, no, unknown = _three(listed.path, listed.said, (listed.path,))
    path = listed.path

    def look(facts: Facts) -> Seen:
        rows = facts.rows.get(path)
        return unknown if rows is None else yes if rows else no

    return look


def _look_under(under: Under) -> Look:
    yes, no, _ = _three(under.name, under.said, ())
    years, presumption = under.years, under.presumption
    presumed = Seen(YES, presumption.name, presumption.said) if presumption else yes
    unknowns: dict[tuple[str, ...], Seen] = {}

    def look(facts: Facts) -> Seen:
        low, high = facts.age
        if high < years:
            return yes
        if low >= years:
            return no
        missing = facts.age_absent
        if presumption is not None:
            child = facts.values.get(presumption.path)
            if child is True:
                return presumed
            if child is None:
                missing = (*missing, presumption.path)
        return unknowns.get(missing) or unknowns.setdefault(
            missing, Seen(UNKNOWN, under.name, under.said.unknown, missing)
        )

    return look


def _look_latest(same: SameAsLatest) -> Look:
    """Unknown until both sets are; the reasons it could give are the document's set."""
    listed = _look_listed(same.listed)
    yes, no, _ = _three(same.path, same.said, ())
    unknowns: dict[tuple[str, ...], Seen] = {}

    def look(facts: Facts) -> Seen:
        mine = facts.values.get(same.path)
        rows = facts.rows.get(same.listed.path)
        theirs: Value = None
        missing: tuple[str, ...] = () if mine is not None else (same.path,)
        if rows:
            latest = max(range(len(rows)), key=lambda index: (rows[index]["on"], index))
            theirs = rows[latest].get(same.inner)
            if theirs is None:
                missing = (*missing, f"{same.listed.path}[{latest}].{same.inner}")
        else:
            missing = (*listed(facts).missing, *missing)
        if mine is not None and theirs is not None:
            return yes if mine == theirs else no
        return unknowns.get(missing) or unknowns.setdefault(
            missing, Seen(UNKNOWN, same.path, same.said.unknown, missing)
        )

    return look


def leaves_of_row(condition: Condition) -> tuple[Fact | Overlap, ...]:
    """The leaves of a ``Some``'s condition, in reading order."""
    found = tuple(observables(condition))
    wrong = [leaf for leaf in found if not isinstance(leaf, Fact | Overlap)]
    if wrong:
        message = f"a row has facts and overlaps, no {type(wrong[0]).__name__}"
        raise TypeError(message)
    return tuple(leaf for leaf in found if isinstance(leaf, Fact | Overlap))


def look_for_rows(some: Some) -> LookAtRows:
    """The function that looks the leaves of ``some`` up in every row of its list."""
    path = some.listed.path
    listed = _look_listed(some.listed)
    looks = [
        _row_fact(path, leaf) if isinstance(leaf, Fact) else _row_overlap(path, leaf)
        for leaf in leaves_of_row(some.where)
    ]

    def look(facts: Facts) -> SeenRows:
        rows = facts.rows.get(path)
        if rows is None:
            return SeenRows(listed(facts), (tuple([row_look(facts, _NOWHERE, ANY_ROW) for row_look in looks]),))
        return SeenRows(
            listed(facts),
            tuple([tuple([row_look(facts, at, row) for row_look in looks]) for at, row in enumerate(rows)]),
        )

    return look


def _row_fact(path: str, fact: Fact) -> RowLook:
    inner, among = fact.path, fact.among
    anywhere = Seen(UNKNOWN, f"{path}[].{inner}", fact.said.unknown)
    known: list[tuple[Seen, Seen, Seen]] = []

    def look(_: Facts, at: int, row: Row) -> Seen:
        if at == _NOWHERE:
            return anywhere
        while at >= len(known):
            name = f"{path}[{len(known)}].{inner}"
            known.append(_three(name, fact.said, (name,)))
        value = row.get(inner)
        return known[at][2 if value is None else 0 if value in among else 1]

    return look


def _row_overlap(path: str, overlap: Overlap) -> RowLook:
    unknowns: dict[tuple[str, ...], Seen] = {}
    yes, no, _ = _three(overlap.path, overlap.said, ())

    def unknown(missing: tuple[str, ...]) -> Seen:
        return unknowns.get(missing) or unknowns.setdefault(
            missing, Seen(UNKNOWN, overlap.path, overlap.said.unknown, missing)
        )

    def look(facts: Facts, at: int, row: Row) -> Seen:
        mine = facts.values.get(overlap.path)
        theirs = row.get(overlap.inner)
        if mine == frozenset() or theirs == frozenset():
            return no
        if isinstance(mine, frozenset) and isinstance(theirs, frozenset):
            return no if mine.isdisjoint(theirs) else yes
        missing = () if mine is not None else (overlap.path,)
        if theirs is None and at != _NOWHERE:
            missing = (*missing, f"{path}[{at}].{overlap.inner}")
        return unknown(missing)

    return look
