"""The age span: one axis of years, a bar for each source and one for today, lines where the law changes.

Invariant: an end that nobody knows is drawn open, never as a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from waarborg.kernel.texts import Text

#: The birthdays at which the rules for children change (Directive 2011/36/EU; Instructions on recording interviews).
LIMITS: Final = (12, 16, 18)
_OLDEST: Final = 120
#: More years than this do not fit on a telephone.
_YEARS_AT_MOST: Final = 24
_FEWEST: Final = 6
#: With more years than this only some are named on the axis.
_NAMED_AT_MOST: Final = 10

_ONE: Final = Text(en="{low}", nl="{low}")
_SPAN: Final = Text(en="{low} to {high}", nl="{low} tot {high}")
_FROM: Final = Text(en="{low} or older", nl="{low} of ouder")
_TO: Final = Text(en="{high} or younger", nl="{high} of jonger")
_UNKNOWN: Final = Text(en="not known", nl="niet bekend")


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """What one source says: completed years, both ends included, None where it says nothing."""

    label: Text | str
    low: int | None
    high: int | None
    #: Whether this is the span in force today rather than a source.
    today: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line of the drawing, in grid lines of whole years counted from 1."""

    label: Text | str
    words: Text
    start: int
    end: int
    today: bool
    open_low: bool
    open_high: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeSpan:
    """The whole drawing."""

    #: Number of years on the axis.
    years: int
    #: ``(grid line, words)``: the years named on the axis.
    axis: tuple[tuple[int, str], ...]
    #: ``(grid line, age)``: the birthdays that change what is due.
    limits: tuple[tuple[int, int], ...]
    bars: tuple[Bar, ...]


def age_span(ages: Sequence[Age]) -> AgeSpan:
    """Lay out the spans; the axis runs a year beyond them and past the nearest birthday that matters."""
    first, last = _axis(ages)
    years = last - first
    step = 1 if years <= _NAMED_AT_MOST else 2 if years <= 2 * _NAMED_AT_MOST else 4
    bars = tuple(_bar(age, first, last) for age in ages)
    return AgeSpan(
        years=years,
        axis=tuple((year - first + 1, str(year)) for year in range(first, last) if (year - first) % step == 0),
        limits=tuple((limit - first + 1, limit) for limit in LIMITS if first < limit < last),
        bars=bars,
    )


def in_words(low: int | None, high: int | None) -> Text:
    """The span as it is said: ``16 to 18``, ``19``, ``18 or older``, ``not known``."""
    low, high = low or None, high if high is None or high < _OLDEST else None
    if low is None:
        return _UNKNOWN if high is None else _TO.fill(high=high)
    if high is None:
        return _FROM.fill(low=low)
    return _ONE.fill(low=low) if low == high else _SPAN.fill(low=low, high=high)


def _axis(ages: Sequence[Age]) -> tuple[int, int]:
    """The first year and the year after the last."""
    ends = [end for age in ages for end in (age.low, age.high) if end and end < _OLDEST]
    low, high = min(ends, default=LIMITS[0]), max(ends, default=LIMITS[-1])
    if low < LIMITS[-1]:
        high = max(high, min(limit for limit in LIMITS if limit > low))
    first, last = max(0, low - 1), high + 2
    first = max(0, min(first, last - _FEWEST))
    return first, min(max(last, first + _FEWEST), first + _YEARS_AT_MOST)


def _bar(age: Age, first: int, last: int) -> Bar:
    """A bar within the axis; an end outside it, or unknown, is open."""
    low, high = age.low or None, age.high if age.high is None or age.high < _OLDEST else None
    open_low, open_high = low is None, high is None or high >= last
    start = 1 if low is None else min(low - first + 1, last - first)
    end = last - first + 1 if high is None or high >= last else high - first + 2
    return Bar(
        label=age.label,
        words=in_words(age.low, age.high),
        start=max(1, start),
        end=max(end, start + 1),
        today=age.today,
        open_low=open_low,
        open_high=open_high,
    )
