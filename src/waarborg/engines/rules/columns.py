"""The same rules over columns: one row a document, judged all at once with NumPy and the operators of one document.

Codes, not words: a column of facts holds small integers, -1 where a row does not know. Invariant: for every row the
codes are what judging its document alone gives; only reasons and sentences are left to that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from waarborg.engines.rules.conditions import Condition, Fact, Leaf, Listed, Overlap, SameAsLatest, Some, Under
from waarborg.engines.rules.findings import VERDICTS, Due, Met, verdict_of
from waarborg.engines.rules.judging import evaluate
from waarborg.engines.rules.safeguards import Rulebook, Safeguard
from waarborg.engines.rules.truth import Truth

type Bools = NDArray[np.bool_]
type Codes = NDArray[np.int8]
type Whole = NDArray[np.int64]

#: In a column of facts: not known. In an answer: the rule is not in force, or the question is not asked.
NONE: Final = -1
#: The codes of an answer are places in these.
DUE: Final = (Due.NO, Due.UNTIL_KNOWN, Due.YES)
MET: Final = (Met.NO, Met.UNKNOWN, Met.YES, Met.EXPLAINED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of one list of all documents, one after the other."""

    #: Whether a document's list is known.
    known: Bools
    #: The document to which each row belongs, ascending.
    owner: Whole
    #: The day of each row, as an ordinal.
    on: Whole
    #: Facts of rows by path within the row: places in ``Columns.choices``, or set numbers.
    facts: Mapping[str, NDArray[np.integer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Many documents by fact."""

    #: How many documents.
    count: int
    #: Facts by path: places in ``choices``, or set numbers.
    facts: Mapping[str, NDArray[np.integer]]
    #: The values of a path (a row's as ``earlier[].kind``) in the order of their codes.
    choices: Mapping[str, tuple[bool | str, ...]]
    #: Every set that occurs, once; its place is its number.
    sets: tuple[frozenset[str], ...]
    #: Lowest and highest completed years.
    age: tuple[Whole, Whole]
    #: The days that select versions, as ordinals, by name.
    dates: Mapping[str, Whole]
    lists: Mapping[str, Rows]
    #: Whether a reason is on file that somebody may approve who did, by rule; absent is nowhere.
    reasoned: Mapping[str, Bools]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the rulebook finds about every row."""

    #: Places in :data:`DUE` by rule; -1 where the rule is not in force.
    due: Mapping[str, Codes]
    #: Places in :data:`MET` by rule; -1 where it is not due or not in force.
    met: Mapping[str, Codes]
    #: Places in ``findings.VERDICTS``.
    verdict: Codes


def _looked_up(
    codes: NDArray[np.integer], choices: tuple[bool | str, ...], among: tuple[bool | str, ...]
) -> Truth[Bools]:
    """Where codes stand for one of ``among``; the last place of the table is for -1, not known."""
    must = np.array([*(choice in among for choice in choices), False])
    may = must.copy()
    may[-1] = True
    return Truth(must[codes], may[codes])


@dataclass(frozen=True, slots=True)
class World:
    """The world of all documents at once."""

    columns: Columns

    def leaf(self, leaf: Leaf) -> Truth[Bools]:
        """How ``leaf`` stands in every document."""
        columns = self.columns
        match leaf:
            case Fact():
                return _looked_up(columns.facts[leaf.path], columns.choices[leaf.path], leaf.among)
            case Under():
                return self._under(leaf)
            case Listed():
                rows = columns.lists[leaf.path]
                some = np.bincount(rows.owner, minlength=columns.count) > 0
                return Truth(some & rows.known, some | ~rows.known)
            case SameAsLatest():
                return self._same(leaf)
            case Overlap():
                message = f"the overlap with {leaf.inner} is a fact of a row and stands outside one"
                raise TypeError(message)

    def _under(self, under: Under) -> Truth[Bools]:
        low, high = self.columns.age
        must, may = high < under.years, low < under.years
        if under.presumption is not None:
            path = under.presumption.path
            must = must | (may & _looked_up(self.columns.facts[path], self.columns.choices[path], (True,)).must)
        return Truth(must, may)

    def _same(self, same: SameAsLatest) -> Truth[Bools]:
        rows, mine = self.columns.lists[same.listed.path], self.columns.facts[same.path]
        # By owner, then day, then place: the last of each owner is the latest.
        order = np.lexsort((np.arange(len(rows.owner)), rows.on, rows.owner))
        theirs = np.full(self.columns.count, NONE)
        theirs[rows.owner[order]] = rows.facts[same.inner][order]
        known = (mine != NONE) & (theirs != NONE)
        return Truth(known & (mine == theirs), ~known | (mine == theirs))

    def some(self, some: Some) -> Truth[Bools]:
        """Which documents have a row that fulfils ``some``; where the list is unknown, whether any row could."""
        rows = self.columns.lists[some.listed.path]
        found = evaluate(some.where, RowWorld(self.columns, some.listed.path))
        must, may = (self._any(rows.owner, bits) for bits in (found.must, found.may))
        unlisted = evaluate(some.where, AnyRowWorld(self.columns))
        return Truth(must & rows.known, np.where(rows.known, may, unlisted.may))

    def _any(self, owner: Whole, bits: Bools) -> Bools:
        found = np.zeros(self.columns.count, dtype=np.bool_)
        found[owner[bits]] = True
        return found


def _disjoint(sets: tuple[frozenset[str], ...], left: NDArray[np.integer], right: NDArray[np.integer]) -> Truth[Bools]:
    """Whether sets overlap, by number; each pair of numbers is compared once."""
    keys = left.astype(np.int64) * (len(sets) + 1) + right
    _, first, places = np.unique(keys, return_index=True, return_inverse=True)
    pairs = [(int(left[at]), int(right[at])) for at in first]
    empty = [any(number != NONE and not sets[number] for number in pair) for pair in pairs]
    known = [NONE not in pair for pair in pairs]
    shared = [
        both and not sets[mine].isdisjoint(sets[theirs]) for both, (mine, theirs) in zip(known, pairs, strict=True)
    ]
    must, nothing = np.array(shared, dtype=np.bool_), np.array(empty, dtype=np.bool_)
    may = must | (~np.array(known, dtype=np.bool_) & ~nothing)
    return Truth(must[places], may[places])


@dataclass(frozen=True, slots=True)
class RowWorld:
    """The world of every row of one list."""

    columns: Columns
    path: str

    def leaf(self, leaf: Leaf) -> Truth[Bools]:
        """How ``leaf`` stands in every row."""
        rows = self.columns.lists[self.path]
        if isinstance(leaf, Fact):
            return _looked_up(rows.facts[leaf.path], self.columns.choices[f"{self.path}[].{leaf.path}"], leaf.among)
        if isinstance(leaf, Overlap):
            return _disjoint(self.columns.sets, self.columns.facts[leaf.path][rows.owner], rows.facts[leaf.inner])
        raise TypeError(leaf)

    def some(self, some: Some) -> Truth[Bools]:
        """A row has no lists."""
        raise TypeError(some)


@dataclass(frozen=True, slots=True)
class AnyRowWorld:
    """The world of a row of which nothing is known, for every document."""

    columns: Columns

    def leaf(self, leaf: Leaf) -> Truth[Bools]:
        """How ``leaf`` stands: unknown, but for a set of the document that is known to be empty."""
        nothing = np.zeros(self.columns.count, dtype=np.bool_)
        if isinstance(leaf, Overlap):
            empty = np.array([not each for each in self.columns.sets] + [False])
            return Truth(nothing, ~empty[self.columns.facts[leaf.path]])
        return Truth(nothing, ~nothing)

    def some(self, some: Some) -> Truth[Bools]:
        """A row has no lists."""
        raise TypeError(some)


def judge_columns(book: Rulebook, columns: Columns) -> Answers:
    """Due, met and verdict of every row by ``book``; a row's own days select its versions."""
    world, known = World(columns), dict[Condition, Truth[Bools]]()

    def truth(condition: Condition) -> Truth[Bools]:
        if condition not in known:
            known[condition] = evaluate(condition, world)
        return known[condition]

    due: dict[str, Codes] = {}
    met: dict[str, Codes] = {}
    worst = np.full(columns.count, len(VERDICTS) - 1, dtype=np.int8)
    for safeguard in book.safeguards:
        due_codes = np.full(columns.count, NONE, dtype=np.int8)
        met_codes = np.full(columns.count, NONE, dtype=np.int8)
        days = columns.dates[safeguard.dated_by]
        for version in safeguard.versions:
            here = days >= version.first.toordinal()
            if version.last is not None:
                here &= days <= version.last.toordinal()
            holds, fulfilled = truth(version.when or safeguard.when), truth(version.met or safeguard.met)
            due_codes = np.where(here, _code(holds), due_codes)
            met_codes = np.where(here & holds.may, _code(fulfilled), met_codes)
        reasoned = columns.reasoned.get(safeguard.id)
        if reasoned is not None:
            met_codes = np.where(reasoned & (met_codes == MET.index(Met.NO)), MET.index(Met.EXPLAINED), met_codes)
        due[safeguard.id], met[safeguard.id] = due_codes.astype(np.int8), met_codes.astype(np.int8)
        if safeguard.in_verdict:
            worst = np.minimum(worst, _verdicts(safeguard, due[safeguard.id], met[safeguard.id]))
    return Answers(due=due, met=met, verdict=worst)


def _code(truth: Truth[Bools]) -> Codes:
    """0 no, 1 unknown, 2 yes."""
    return truth.must.astype(np.int8) + truth.may.astype(np.int8)


def _verdicts(safeguard: Safeguard, due: Codes, met: Codes) -> Codes:
    """The verdict of each row by this safeguard alone, by a table of both codes; -1 finds the last place."""
    table = np.full((len(DUE) + 1, len(MET) + 1), len(VERDICTS) - 1, dtype=np.int8)
    for at, one in enumerate(DUE):
        for place, other in enumerate(MET):
            table[at, place] = VERDICTS.index(verdict_of(one, other, safeguard.force))
    return np.asarray(table[due, met])
