"""Small drawings of amounts and of recordings, as shares of their width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waarborg.kernel.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One bar."""

    label: Text | str
    #: How long it is.
    value: float
    #: The figure as it is said, with its denominator or unit: ``12 of 15``.
    figure: Text | str
    #: Drawn as an outline: excused, or not yet.
    outline: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar as a share of the longest."""

    amount: Amount
    #: Percent of the width, never so small that it cannot be seen unless it is nothing.
    width: float


def bars(amounts: Sequence[Amount]) -> list[Bar]:
    """The bars, to one scale that begins at nothing."""
    longest = max((amount.value for amount in amounts), default=0) or 1
    return [Bar(amount, round(max(100 * amount.value / longest, 0.5 if amount.value else 0), 2)) for amount in amounts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a recording, in seconds from the start of the interview."""

    start: float
    end: float
    #: ``there``, ``gone`` (it should be there) or ``break``.
    kind: str = "there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One medium of a recording."""

    label: Text | str
    #: Seconds that the interview lasted.
    length: float
    parts: tuple[Part, ...]
    #: What the drawing shows, for those who do not see it: ``9 minutes of 48``.
    words: Text | str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part as shares of the width, in percent."""

    x: float
    width: float
    kind: str


def strips(tracks: Sequence[Track]) -> list[tuple[Track, list[Piece]]]:
    """Each track with its pieces."""
    return [(track, [_piece(part, track.length or 1) for part in track.parts]) for track in tracks]


def _piece(part: Part, length: float) -> Piece:
    start, end = (min(max(second, 0), length) for second in (part.start, part.end))
    return Piece(round(100 * start / length, 2), round(100 * (end - start) / length, 2), part.kind)
