"""The grid on which the wide road is laid: areas, what can stand in them, and how a list becomes tracks.

Rows: labels, the case line, then for each lane the row of its line and the row of its words; support last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from waarborg.faces.shell.drawings.road import Kind, Line, Station, beside
from waarborg.kernel.texts import Text

#: The row of the case line; row 1 holds its labels.
MAIN_ROW: Final = 2
#: More stations than this on the case line, and the earliest fold into one.
_MAIN_AT_MOST: Final = 9
#: The same for support.
_SUPPORT_AT_MOST: Final = 7
_EARLIER: Final = Text(en="{count} earlier", nl="{count} eerder")


@dataclass(frozen=True, slots=True)
class Area:
    """A place: grid lines in half columns and rows, the ends exclusive, counted from 1."""

    start: int
    end: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A label."""

    title: Text
    sentence: Text
    #: Class names: how it stands to what it names.
    look: str
    area: Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of line."""

    #: ``straight``, ``curve``, ``drop``, ``under``, ``begin`` or ``cause``.
    shape: str
    #: ``solid``, ``dashed``, ``dotted`` or ``thin``.
    look: str
    #: ``case`` or ``support``.
    line: str
    area: Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What stands on a line at a station."""

    #: ``dot``, ``now``, ``ahead`` or, on the case only, ``end`` (``stop`` where the line comes from above).
    shape: str
    #: ``case`` or ``support``.
    line: str
    area: Area
    #: Whether it stands on the case line itself, whose row is higher.
    main: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """The head of the support line: it goes on."""

    area: Area


@dataclass(slots=True)
class Branch:
    """The stations of one branch and where it leaves."""

    name: str
    #: Column of the station at which it leaves.
    leaves: int
    stations: list[Station]
    #: Straight under its station.
    stub: bool
    #: Row of its line, known once it has a lane.
    row: int = 0

    @property
    def first(self) -> int:
        """Column of its first station."""
        return self.leaves if self.stub else self.leaves + 1

    @property
    def last(self) -> int:
        """Column of its last station."""
        return self.first + len(self.stations) - 1


@dataclass(frozen=True, slots=True)
class Track:
    """A list sorted by what it becomes; columns count from 0 on the case line."""

    mains: tuple[Station, ...]
    #: Each with the column of the station after which it stands in the list.
    branching: tuple[tuple[Station, int], ...]
    bypasses: tuple[tuple[Station, int], ...]
    support: tuple[tuple[Station, int], ...]


def folded(stations: Sequence[Station]) -> Track:
    """Sort the list, folding the earliest stations where there are too many for the width."""
    mains = [station for station in stations if station.is_main]
    fold = max(0, len(mains) - _MAIN_AT_MOST + 1) if len(mains) > _MAIN_AT_MOST else 0
    seen, branching, bypasses, support = 0, [], [], []
    for station in stations:
        seen += station.is_main
        column = max(0, seen - max(fold, 1))
        if station.is_branch:
            branching.append((station, column))
        elif station.kind is Kind.BYPASS:
            bypasses.append((station, column))
        elif station.line is Line.SUPPORT:
            support.append((station, column))
    if fold:
        mains = [_fold(mains[:fold], stations), *mains[fold:]]
    if len(support) > _SUPPORT_AT_MOST:
        count = len(support) - _SUPPORT_AT_MOST + 1
        first = _fold([station for station, _ in support[:count]], stations)
        support = [(first, support[0][1]), *support[count:]]
    return Track(tuple(mains), tuple(branching), tuple(bypasses), tuple(support))


def _fold(stations: Sequence[Station], whole: Sequence[Station]) -> Station:
    """One station for several: their number, and the day of the first and the last."""
    dated = [beside(replace(station, sentence=""), whole) for station in stations if station.date is not None]
    days = Text(en="", nl="")
    if dated:
        days = Text(en="{first} to {last}", nl="{first} tot {last}").fill(first=dated[0], last=dated[-1])
    title = _EARLIER.fill(count=len(stations))
    return Station(line=stations[0].line, kind=Kind.HAPPENED, title=title, sentence=days)


def branches_of(track: Track, *, stubs: bool) -> list[Branch]:
    """The branches in the order in which they leave; one without a name stands for itself."""
    found: dict[str, Branch] = {}
    for number, (station, column) in enumerate(track.branching):
        name = station.branch or f"branch {number}"
        branch = found.setdefault(name, Branch(name=name, leaves=column, stations=[], stub=stubs))
        branch.stations.append(station)
    return list(found.values())


def lane_row(lane: int) -> int:
    """The row of the line in ``lane`` (from 0); its words stand in the next row."""
    return MAIN_ROW + 1 + 2 * lane


def around(column: int, top: int, bottom: int | None = None) -> Area:
    """The whole of a column."""
    return Area(2 * column + 1, 2 * column + 3, top, bottom or top + 1)


def between(column: int, to: int, row: int) -> Area:
    """From the middle of one column to that of another, in one row."""
    return middle(column, to, row, row + 1)


def middle(column: int, to: int, top: int, bottom: int) -> Area:
    """From the middle of one column to that of another, over several rows."""
    return Area(2 * column + 2, 2 * to + 2, top, bottom)


def mark_of(station: Station) -> str:
    """The mark that a kind of station has."""
    return {Kind.NOW: "now", Kind.AHEAD: "ahead", Kind.END: "end"}.get(station.kind, "dot")
