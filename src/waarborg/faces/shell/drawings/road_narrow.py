"""The narrow road: one list, two lines at its edge; the case on the first, support on the second, order is time.

Invariant: once support has begun its line runs through every row to the last, which is an arrow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from waarborg.faces.shell.drawings.road import Kind, Line, Station, as_text, beside
from waarborg.faces.shell.drawings.road_grid import mark_of
from waarborg.faces.shell.drawings.road_words import GOES_ON, GOES_ON_BECAUSE, NOT_BEGUN, support_began
from waarborg.kernel.texts import Text


@dataclass(slots=True, kw_only=True)
class Row:
    """One item and what its edge shows; a line above runs to the mark, one below from it to the next row."""

    title: Text
    sentence: Text
    #: ``main``, ``branch``, ``bypass`` or ``support``.
    look: str
    #: ``""``, ``solid``, ``dashed`` or ``dotted``: the case line above and below the mark.
    above: str = ""
    below: str = ""
    #: ``""``, ``dot``, ``now``, ``ahead`` or ``end`` on the case line.
    mark: str = ""
    #: The same for a branch: an elbow with this mark between the lines.
    elbow: str = ""
    #: Whether the support line runs above and below.
    support_above: bool = False
    support_below: bool = False
    #: ``""``, ``dot``, ``now`` or ``ahead`` on the support line; ``arrow`` in the last row.
    support_mark: str = ""
    #: A thin dotted line from the case to the support dot.
    caused: bool = False


_NO_MAIN: Final = -1


def narrow(stations: Sequence[Station]) -> tuple[Row, ...]:
    """The rows from top to bottom."""
    rows = [_row(station, stations) for station in stations]
    _case_line(rows, stations)
    if support_began(stations):
        _support_line(rows, stations)
        for row in rows:
            row.caused = row.caused and bool(row.above or row.below)
        rows.append(
            Row(title=GOES_ON, sentence=GOES_ON_BECAUSE, look="support", support_above=True, support_mark="arrow")
        )
    return tuple(rows)


def _row(station: Station, stations: Sequence[Station]) -> Row:
    title, sentence = as_text(station.title), beside(station, stations)
    if station.line is Line.SUPPORT:
        if not support_began(stations):
            title = NOT_BEGUN.fill(state=title)
        row = Row(title=title, sentence=sentence, look="support", support_mark=mark_of(station))
        row.caused = station.kind is Kind.CAUSE
        return row
    if station.is_main:
        return Row(title=title, sentence=sentence, look="main", mark=mark_of(station))
    if station.kind is Kind.BYPASS:
        return Row(title=title, sentence=sentence, look="bypass")
    return Row(title=title, sentence=sentence, look="branch", elbow=mark_of(station))


def _case_line(rows: Sequence[Row], stations: Sequence[Station]) -> None:
    """Join each station of the case with the next, through whatever stands between."""
    last = _NO_MAIN
    for here, station in enumerate(stations):
        if not station.is_main:
            continue
        if last != _NO_MAIN:
            look = _between(stations[last], station)
            rows[last].below = rows[here].above = look
            for row in rows[last + 1 : here]:
                row.above = row.below = look
        last = here
    # A branch that is listed after the last station still leaves the case there.
    for here in range(last + 1, len(rows) if last != _NO_MAIN else 0):
        if rows[here].look == "branch":
            rows[last].below = "solid"
            for row in rows[last + 1 : here]:
                row.above = row.below = "solid"
            rows[here].above = "solid"


def _between(here: Station, there: Station) -> str:
    if there.kind is Kind.RETURN:
        return "dotted"
    if there.kind is Kind.AHEAD:
        return "dashed"
    return "" if here.kind is Kind.END else "solid"


def _support_line(rows: Sequence[Row], stations: Sequence[Station]) -> None:
    """Run the line from the station of the case at which support began to the last row."""
    first = next(n for n, each in enumerate(stations) if each.line is Line.SUPPORT and each.kind is not Kind.AHEAD)
    start = max((n for n in range(first) if stations[n].is_main), default=first)
    if start != first:
        rows[start].support_mark = "dot"
    rows[start].support_below = True
    for row in rows[start + 1 :]:
        row.support_above = row.support_below = True
