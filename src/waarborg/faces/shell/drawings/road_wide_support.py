"""The support line of the wide road: it leaves the case at the first contact, has dots, and ends in an arrow.

Invariant: nothing in this module can end the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from waarborg.faces.shell.drawings.road import Kind, Station, as_text, beside
from waarborg.faces.shell.drawings.road_grid import (
    MAIN_ROW,
    Area,
    Arrow,
    Branch,
    Mark,
    Run,
    Track,
    Words,
    around,
    lane_row,
    mark_of,
    middle,
)
from waarborg.faces.shell.drawings.road_words import NOT_BEGUN, support_began
from waarborg.kernel.texts import Text

_NAME: Final = Text(en="Support", nl="Steun")
_ON: Final = Text(en="goes on", nl="gaat door")
_NOTHING: Final = Text(en="", nl="")
#: Half columns that a label may take on each side of its dot.
_WIDEST: Final = 3


class _Drawing(Protocol):
    """What is added to."""

    columns: int
    words: list[Words]
    runs: list[Run]
    marks: list[Mark]
    arrow: Arrow | None


def add(
    drawing: _Drawing, track: Track, branches: Sequence[Branch], *, lanes: int, whole: Sequence[Station], stubs: bool
) -> None:
    """Add the support line under ``lanes`` lanes; with ``stubs`` its words are one sentence under the line."""
    if not track.support:
        return
    row = lane_row(lanes)
    stations = [station for station, _ in track.support]
    if not support_began(stations):
        station = stations[0]
        area = Area(1, 2 * drawing.columns + 1, row, row + 1)
        title = Text(en=NOT_BEGUN.en + ".", nl=NOT_BEGUN.nl + ".").fill(state=as_text(station.title))
        drawing.words.append(Words(title=title, sentence=beside(station, whole), look="support all", area=area))
        return
    leaves = track.support[0][1]
    columns = _columns(track, branches)
    drawing.columns = max(drawing.columns, leaves + 2 if stubs else columns[-1] + 2)
    last = 2 * drawing.columns + 1
    drawing.runs += [
        Run(shape="begin", look="solid", line="support", area=Area(2 * leaves + 2, 2 * leaves + 3, MAIN_ROW, row + 1)),
        Run(shape="straight", look="solid", line="support", area=Area(2 * leaves + 3, last, row, row + 1)),
    ]
    drawing.arrow = Arrow(Area(last - 1, last, row, row + 1))
    if stubs:
        area = Area(2 * leaves + 3, last, row + 1, row + 2)
        for station in stations:
            words = Words(title=as_text(station.title), sentence=beside(station, whole), look="support all", area=area)
            drawing.words.append(words)
        return
    drawing.words.append(Words(title=_NAME, sentence=_NOTHING, look="support name end", area=around(leaves, row + 1)))
    _dots(drawing, stations, columns, row, whole)
    _causes(drawing, track, branches, columns, row)
    drawing.words.append(
        Words(title=_ON, sentence=_NOTHING, look="support end", area=Area(last - 2, last, row + 1, row + 2))
    )


def _columns(track: Track, branches: Sequence[Branch]) -> list[int]:
    """A column for each station: after what it follows in the list, under what caused it, never beside another."""
    ends = {branch.name: branch.last for branch in branches}
    columns: list[int] = []
    for station, after in track.support:
        wanted = after + 1
        if station.kind is Kind.CAUSE:
            wanted = ends.get(station.branch or "", after)
        columns.append(max(wanted, columns[-1] + 1 if columns else track.support[0][1] + 1))
    return columns


def _dots(
    drawing: _Drawing, stations: Sequence[Station], columns: Sequence[int], row: int, whole: Sequence[Station]
) -> None:
    edges = [columns[0] - 1, *columns, drawing.columns]
    for number, (station, column) in enumerate(zip(stations, columns, strict=True)):
        drawing.marks.append(Mark(shape=mark_of(station), line="support", area=around(column, row)))
        room = min(column - edges[number], edges[number + 2] - column, _WIDEST)
        half = max(1, room)
        area = Area(max(1, 2 * column + 2 - half), 2 * column + 2 + half, row + 1, row + 2)
        words = Words(
            title=as_text(station.title), sentence=beside(station, whole), look="support centre below", area=area
        )
        drawing.words.append(words)


def _causes(drawing: _Drawing, track: Track, branches: Sequence[Branch], columns: Sequence[int], row: int) -> None:
    """The thin line from what ended down to what it started, where the one stands above the other."""
    from_branch = {branch.name: (branch.last, branch.row) for branch in branches}
    for (station, after), column in zip(track.support, columns, strict=True):
        if station.kind is not Kind.CAUSE:
            continue
        source, top = from_branch.get(station.branch or "", (after, MAIN_ROW))
        if source == column:
            area = middle(column, column, top, row + 1)
            area = Area(area.start, area.start + 1, area.top, area.bottom)
            drawing.runs.append(Run(shape="cause", look="thin", line="support", area=area))
