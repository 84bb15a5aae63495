"""Conditions as data: what a document may say (leaves), joined by all-of, any-of, not, and some-row-of-a-list.

Nothing here is executable, so that the same value can decide one document, decide columns of them, be hashed, and be
printed for a lawyer. Leaves are compared by identity: the law files name each fact once and share it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from waarborg.kernel.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """How a fact is said as a reason: clauses that can follow "Because" and "Want", without a full stop."""

    yes: Text
    no: Text
    unknown: Text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fact:
    """The value at ``path`` is one of ``among``; absent is unknown. Within a row, ``path`` starts at the row."""

    path: str
    among: tuple[bool | str, ...]
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Presumption:
    """A fact that, being true, makes somebody count as younger than ``Under`` while the age leaves it open."""

    path: str
    #: The name under which it is a reason.
    name: str
    said: Text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Under:
    """The person has not completed ``years`` years on the day itself."""

    years: int
    #: The name under which it is a reason.
    name: str
    said: Said
    presumption: Presumption | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Listed:
    """The list at ``path`` has a row; an absent list is unknown, an empty one is no."""

    path: str
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Overlap:
    """The document's set at ``path`` and the row's set at ``inner`` share a member.

    A set known to be empty shares nothing with any other, known or not.
    """

    path: str
    inner: str
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SameAsLatest:
    """The document's set at ``path`` equals the set at ``inner`` in the latest row: greatest day, on a tie the last."""

    path: str
    listed: Listed
    inner: str
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Some:
    """At least one row of the list fulfils ``where``, whose leaves are facts of the row and overlaps with it."""

    listed: Listed
    where: Condition


@dataclass(frozen=True, slots=True, eq=False)
class AllOf:
    """Every member holds."""

    members: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, eq=False)
class AnyOf:
    """At least one member holds."""

    members: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Not:
    """The member does not hold."""

    member: Condition


type Leaf = Fact | Under | Listed | Overlap | SameAsLatest
type Condition = Leaf | Some | AllOf | AnyOf | Not


def all_of(*members: Condition) -> AllOf:
    """Every one of ``members`` holds."""
    return AllOf(members)


def any_of(*members: Condition) -> AnyOf:
    """At least one of ``members`` holds."""
    return AnyOf(members)


def not_(member: Condition) -> Not:
    """``member`` does not hold."""
    return Not(member)


def observables(condition: Condition) -> Iterator[Leaf | Some]:
    """What must be looked up in a document to decide ``condition``, in reading order; a ``Some`` with all its rows."""
    match condition:
        case AllOf(members) | AnyOf(members):
            for member in members:
                yield from observables(member)
        case Not(member):
            yield from observables(member)
        case _:
            yield condition
