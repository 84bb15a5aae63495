"""Birth dates that are not certain: a strict subset of EDTF, spans of days, and completed years.

Days are proleptic Gregorian ordinals, as ``date.toordinal`` gives them. Somebody born on 29 February has a birthday on
1 March in other years; comparing (month, day) pairs says exactly that. A span is (earliest, latest), both inclusive.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from datetime import MAXYEAR, MINYEAR, date
from typing import Final

type Span = tuple[int, int]

#: Nobody in the house is older than this, in completed years.
OLDEST: Final = 120
_FIRST: Final = date.min.toordinal()
_LAST: Final = date.max.toordinal()
_ONE: Final = re.compile(r"([0-9]{3})(?:X|([0-9])(?:-([0-9]{2})(?:-([0-9]{2}))?)?)([~?%]?)")


def _read_one(text: str) -> tuple[date, date, bool] | None:
    """First day, last day and whether it is marked; None where ``text`` is not of the subset or no real date."""
    found = _ONE.fullmatch(text)
    if found is None:
        return None
    decade, unit, month, day, mark = found.groups()
    if unit is None:
        first, last = int(decade) * 10, int(decade) * 10 + 9
        return date(max(first, MINYEAR), 1, 1), date(last, 12, 31), bool(mark)
    year = int(decade + unit)
    try:
        if day:
            exact = date(year, int(month), int(day))
            return exact, exact, bool(mark)
        if month:
            return date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1]), bool(mark)
        return date(year, 1, 1), date(year, 12, 31), bool(mark)
    except ValueError:
        return None


def _moved(day: date, years: int) -> int:
    """``day`` so many calendar years on (29 February goes to 28 February), as an ordinal within the calendar."""
    year = day.year + years
    if year < MINYEAR:
        return _FIRST
    if year > MAXYEAR:
        return _LAST
    return _anniversary(day, year)


def _anniversary(day: date, year: int) -> int:
    return date(year, day.month, 28 if (day.month, day.day) == (2, 29) and not isleap(year) else day.day).toordinal()


def read_born(text: str) -> Span | None:
    """The birth dates that ``text`` allows; None where it is outside the subset.

    The subset is ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD``, ``YYYX`` and A/B of two of these. A mark (``~``, ``?`` or
    ``%``) widens its own end by a calendar year. A after B, as written and without marks, is no range.
    """
    head, slash, tail = text.partition("/")
    start = _read_one(head)
    end = _read_one(tail) if slash else start
    if start is None or end is None or start[0] > end[1]:
        return None
    earliest = _moved(start[0], -1) if start[2] else start[0].toordinal()
    latest = _moved(end[1], 1) if end[2] else end[1].toordinal()
    return earliest, latest


def completed_years(born: int, on: int) -> int:
    """Completed years on day ``on`` of somebody born on day ``born``."""
    birth, day = date.fromordinal(born), date.fromordinal(on)
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def born_for_age(low: int | None, high: int | None, on: int) -> Span:
    """The birth dates of those who have completed ``low`` to ``high`` years (either may be None) on day ``on``.

    None says nothing, not even that the person was born by then. The span is empty (earliest after latest) where there
    are none.
    """
    day = date.fromordinal(on)
    earliest, latest = _FIRST, _LAST
    if low is not None:
        latest = _anniversary(day, day.year - low) if day.year - low >= MINYEAR else _FIRST - 1
    if high is not None and day.year - high - 1 >= MINYEAR:
        earliest = _anniversary(day, day.year - high - 1) + 1
    return earliest, latest
