"""The wide road: one column a station, labels above the line, branches under it, support lowest.

Places are numbers of a grid of half columns, so that a line can run from the middle of one station to that of another;
words stand in the same grid, so they wrap, zoom and translate, and the rows grow with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from waarborg.faces.shell.drawings import road_wide_support
from waarborg.faces.shell.drawings.road import Kind, Station, as_text, beside
from waarborg.faces.shell.drawings.road_grid import (
    MAIN_ROW,
    Area,
    Arrow,
    Branch,
    Mark,
    Run,
    Words,
    around,
    between,
    branches_of,
    folded,
    lane_row,
    mark_of,
    middle,
)
from waarborg.kernel.texts import Text

#: More branches than this stand in a list below the drawing.
_DRAWN_AT_MOST: Final = 3
#: Half columns for words beside the end of a branch.
_BESIDE: Final = 4


@dataclass(slots=True)
class Wide:
    """A drawing, filled piece by piece."""

    #: Number of columns, one a station.
    columns: int
    words: list[Words] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    #: Branches that did not fit, in words.
    beyond: list[Text] = field(default_factory=list)
    #: The head of the support line; None as long as support has not begun.
    arrow: Arrow | None = None


def wide(stations: Sequence[Station], *, stubs: bool = False) -> Wide:
    """Lay out the road.

    Args:
        stations: the list, in order.
        stubs: branches as short stops straight under their station, and support as one sentence: the public road,
            which shows what may happen rather than what did.
    """
    track = folded(stations)
    drawing = Wide(columns=max(1, len(track.mains)))
    for column, station in enumerate(track.mains):
        drawing.marks.append(Mark(shape=mark_of(station), line="case", area=around(column, MAIN_ROW), main=True))
        drawing.words.append(
            Words(title=as_text(station.title), sentence=beside(station, stations), look="stop", area=around(column, 1))
        )
    _main_runs(drawing, track.mains)
    branches = branches_of(track, stubs=stubs)
    if len(branches) > _DRAWN_AT_MOST:
        drawing.beyond = [_in_words(station, stations) for branch in branches for station in branch.stations]
        branches = []
    lanes = _lanes(drawing, track.mains, track.bypasses, branches, stations)
    road_wide_support.add(drawing, track, branches, lanes=lanes, whole=stations, stubs=stubs)
    return drawing


def _main_runs(drawing: Wide, mains: Sequence[Station]) -> None:
    """The case line between its stations; none out of an end, unless it may still go on."""
    for column, (here, there) in enumerate(pairwise(mains)):
        if there.kind is Kind.RETURN or (here.kind is Kind.END and there.kind is not Kind.AHEAD):
            continue
        look = "dashed" if there.kind is Kind.AHEAD else "solid"
        drawing.runs.append(Run(shape="straight", look=look, line="case", area=between(column, column + 1, MAIN_ROW)))


@dataclass(frozen=True, slots=True)
class _Hanging:
    """Something that hangs under the case line, before it has a lane."""

    #: Half columns taken, from and up to.
    start: int
    end: int
    branch: Branch | None = None
    bypass: tuple[Station, int, int] | None = None
    back: tuple[int, int] | None = None


def _lanes(
    drawing: Wide,
    mains: Sequence[Station],
    bypasses: Sequence[tuple[Station, int]],
    branches: Sequence[Branch],
    whole: Sequence[Station],
) -> int:
    """Give each hanging thing a lane and draw it; returns the number of lanes.

    The last to leave the line hangs highest, so that no line crosses another.
    """
    hanging = [
        _Hanging(start=2 * branch.leaves + 1, end=2 * branch.last + 3 + (0 if branch.stub else _BESIDE), branch=branch)
        for branch in branches
    ]
    for station, column in bypasses:
        # Around the next station, as far as there is one yet.
        to = max(column + 1, min(column + 2, len(mains) - 1))
        drawing.columns = max(drawing.columns, to + 1)
        hanging.append(_Hanging(start=2 * column + 1, end=2 * to + 3, bypass=(station, column, to)))
    for column, station in enumerate(mains):
        if station.kind is Kind.RETURN and column:
            back = max(0, column - 2)
            hanging.append(_Hanging(start=2 * back + 1, end=2 * column + 3, back=(back, column)))
    taken: list[list[_Hanging]] = []
    for item in sorted(hanging, key=lambda each: -each.start):
        lane = next((n for n, others in enumerate(taken) if all(item.end <= o.start for o in others)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(item)
        if item.branch is not None:
            _draw_branch(drawing, item.branch, lane, whole)
        elif item.bypass is not None:
            _draw_bypass(drawing, *item.bypass, lane=lane, whole=whole)
        elif item.back is not None:
            drawing.runs.append(
                Run(shape="under", look="dotted", line="case", area=middle(*item.back, MAIN_ROW, lane_row(lane) + 1))
            )
    return len(taken)


def _draw_branch(drawing: Wide, branch: Branch, lane: int, whole: Sequence[Station]) -> None:
    row = lane_row(lane)
    branch.row = row
    drawing.columns = max(drawing.columns, branch.last + (1 if branch.stub else 2))
    first = branch.stations[0]
    look = "dashed" if first.kind is Kind.AHEAD else "solid"
    if branch.stub:
        drawing.runs.append(Run(shape="drop", look=look, line="case", area=around(branch.leaves, MAIN_ROW, row + 1)))
    else:
        area = middle(branch.leaves, branch.first, MAIN_ROW, row + 1)
        drawing.runs.append(Run(shape="curve", look=look, line="case", area=area))
    for column, station in enumerate(branch.stations, branch.first):
        shape = mark_of(station)
        # Under a stub the line comes from above, so its bar lies.
        shape = "stop" if branch.stub and shape == "end" else shape
        drawing.marks.append(Mark(shape=shape, line="case", area=around(column, row)))
        if column > branch.first:
            dotted = {Kind.AHEAD: "dashed", Kind.RETURN: "dotted"}.get(station.kind, "solid")
            drawing.runs.append(Run(shape="straight", look=dotted, line="case", area=between(column - 1, column, row)))
        alone = len(branch.stations) == 1 and not branch.stub
        area = Area(2 * column + 2, 2 * column + 2 + _BESIDE, row, row + 2) if alone else around(column, row + 1)
        drawing.words.append(
            Words(
                title=as_text(station.title),
                sentence=beside(station, whole),
                look="beside" if alone else "below centre",
                area=area,
            )
        )
    if not branch.stub:
        drawing.columns = max(drawing.columns, branch.last + 3)


def _draw_bypass(drawing: Wide, station: Station, column: int, to: int, *, lane: int, whole: Sequence[Station]) -> None:
    row = lane_row(lane)
    drawing.runs.append(Run(shape="under", look="dotted", line="case", area=middle(column, to, MAIN_ROW, row + 1)))
    drawing.words.append(
        Words(
            title=as_text(station.title),
            sentence=beside(station, whole),
            look="below centre",
            area=Area(2 * column + 1, 2 * to + 3, row + 1, row + 2),
        )
    )


def _in_words(station: Station, whole: Sequence[Station]) -> Text:
    title, said = as_text(station.title), beside(station, whole)
    return Text(en=f"{title.en}. {said.en}", nl=f"{title.nl}. {said.nl}")
