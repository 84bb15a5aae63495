"""What one document says, flattened for the engine: values by path, lists of rows, and the span of the age.

Invariant: a path that is absent or None is unknown. Whoever reads documents has already refused what is not usable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

type Value = bool | str | frozenset[str] | int | None
type Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One document, read."""

    #: By path without ``$.``; sets are frozensets.
    values: Mapping[str, Value]
    #: The lists of the document; None is unknown. A row carries its day as an ordinal under ``on``.
    rows: Mapping[str, tuple[Row, ...] | None]
    #: Lowest and highest number of completed years on the day itself, both possible.
    age: tuple[int, int]
    #: Paths of the absent facts that could narrow the age.
    age_absent: tuple[str, ...]
    #: The days that select a version, as ordinals, by name; every name a rule may ask for is there.
    dates: Mapping[str, int]
    #: Who approved a reason, by the rule it is for.
    reasons: Mapping[str, frozenset[str]]
