"""The road as data: an ordered list of stations on two lines, the case and support, from which every drawing is made.

Invariant: the support line has no end. A station that would end it cannot be made, and nothing here can draw it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from waarborg.faces.shell import dates
from waarborg.kernel.texts import Text


class Line(StrEnum):
    """One of the two lines."""

    CASE = "case"
    #: Drawn as strong as the case, and never ended.
    SUPPORT = "support"


class Kind(StrEnum):
    """What a station is on its line."""

    #: A filled dot: it happened.
    HAPPENED = "happened"
    #: A ring with a halo: you are here.
    NOW = "now"
    #: A dashed ring after a dashed line: it may come, never with an invented date.
    AHEAD = "ahead"
    #: A short bar across the line: dismissed, acquitted, final. Of the case or of a branch only.
    END = "end"
    #: A line of its own leaves the case here: one suspect, one charge, another state.
    BRANCH = "branch"
    #: A dotted curve around the one station that follows: the case goes on without a report.
    BYPASS = "bypass"
    #: The case comes back after its end: court order, new evidence, back from abroad.
    RETURN = "return"
    #: A dot on support that an outcome of the case started.
    CAUSE = "cause"


_OF_SUPPORT: Final = frozenset({Kind.HAPPENED, Kind.NOW, Kind.AHEAD, Kind.CAUSE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One stop. The order of the list is the order of time, and the list is the truth."""

    line: Line
    kind: Kind
    #: The day, where there is one; a moment is shown as its day.
    date: date | None = None
    title: Text | str
    #: What is said beside it; may be empty.
    sentence: Text | str = ""
    #: The name of the branch that this belongs to; None is the case itself. On a CAUSE: the branch that caused it.
    branch: str | None = None
    #: Where it leads, for the short road of three steps.
    href: str | None = None

    def __post_init__(self) -> None:
        """Refuse what must not be drawn.

        Raises:
            ValueError: a kind that its line cannot have, or a date on what has not come.
        """
        if self.line is Line.SUPPORT and self.kind not in _OF_SUPPORT:
            message = f"found {self.kind.value!r} on the support line, expected happened, now, ahead or cause"
            raise ValueError(message)
        if self.line is Line.CASE and self.kind is Kind.CAUSE:
            message = "found 'cause' on the case line, expected it on the support line"
            raise ValueError(message)
        if self.kind is Kind.AHEAD and self.date is not None:
            message = f"found the date {self.date} on a station ahead, expected none: it has not come"
            raise ValueError(message)

    @property
    def is_main(self) -> bool:
        """Whether it stands on the case line itself."""
        return self.line is Line.CASE and self.branch is None and self.kind not in {Kind.BRANCH, Kind.BYPASS}

    @property
    def is_branch(self) -> bool:
        """Whether it stands on a branch of the case."""
        return self.line is Line.CASE and (self.branch is not None or self.kind is Kind.BRANCH)


def as_text(words: Text | str) -> Text:
    """Words in both languages; a bare string is the same in each (a name, or a page's own translated words)."""
    return words if isinstance(words, Text) else Text(en=str(words), nl=str(words))


def when(station: Station, stations: Sequence[Station], *, short: bool) -> Text | None:
    """The day of a station; with its year where that is not the year in which the list ends."""
    if station.date is None:
        return None
    latest = max(other.date.year for other in stations if other.date is not None)
    say = dates.short_day if short else dates.day_month
    return say(station.date, year=station.date.year != latest)


def beside(station: Station, stations: Sequence[Station]) -> Text:
    """What stands under a title: the short day, then the sentence."""
    day, words = when(station, stations, short=True), as_text(station.sentence)
    if day is None:
        return words
    if not words.en:
        return day
    joint = ". " if words.en[0].isupper() else ", "
    return Text(en=joint.join((day.en, words.en)), nl=joint.join((day.nl, words.nl)))
