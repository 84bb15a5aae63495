"""Terms as values: how long, from when, whose duty, how binding; and the day or moment at which one ends.

Invariant: a term is never a bare number; it names what starts it and where it comes from.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from waarborg.engines.rules.sources import Source
from waarborg.kernel.texts import Text


class Unit(StrEnum):
    """What a term counts in."""

    #: Clock hours, nights and Sundays included.
    HOUR = "hour"
    #: Calendar days.
    DAY = "day"
    #: Calendar months, to the same day of the month or its last.
    MONTH = "month"
    #: Calendar years, likewise.
    YEAR = "year"


class Binding(StrEnum):
    """How hard a term is."""

    #: The bearer must.
    MUST = "must"
    #: At most this long.
    MAXIMUM = "maximum"
    #: Within this time a person may ask.
    CLAIM = "claim"
    #: From then on something becomes possible or falls due by itself.
    OPENS = "opens"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A length of time that the law sets."""

    #: Stable name, such as ``notice.escape``.
    id: str
    #: What must, or may, happen within it.
    what: Text
    #: How many units; 0 is at once, None is a term whose length depends on ``condition``.
    length: int | None
    #: What is counted.
    unit: Unit
    #: The moment from which it runs.
    starts: Text
    #: Whose duty or claim it is (the name of a bearer in the law files).
    bearer: str
    binding: Binding
    #: Whether it holds only for those who asked.
    on_request: bool = False
    #: What else must be so, or must be looked up, before it may be used.
    condition: Text | None = None
    sources: tuple[Source, ...]

    @property
    def verified(self) -> bool:
        """Whether every source of it was read."""
        return all(source.verified for source in self.sources)


def months_later(day: date, months: int) -> date:
    """The same day of the month ``months`` on, or that month's last day (30 November + 3 months is 28 February)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day(term: Term, start: date) -> date | None:
    """The last day of ``term``, inclusive, when it starts on ``start``; None where its length is not known.

    Holidays and weekends do not move it here: no read source of these terms says so.

    Raises:
        ValueError: the term counts hours; ask :func:`last_moment`.
    """
    if term.unit is Unit.HOUR:
        message = f"{term.id} counts hours, so its end is a moment"
        raise ValueError(message)
    if term.length is None:
        return None
    if term.unit is Unit.DAY:
        return start + timedelta(days=term.length)
    return months_later(start, term.length * (12 if term.unit is Unit.YEAR else 1))


def last_moment(term: Term, start: datetime) -> datetime:
    """The moment at which ``term``, counted in hours or due at once, ends.

    Raises:
        ValueError: the term counts days or longer, or its length is not known.
    """
    if term.length == 0:
        return start
    if term.unit is not Unit.HOUR or term.length is None:
        message = f"{term.id} does not end at a moment"
        raise ValueError(message)
    return start + timedelta(hours=term.length)
