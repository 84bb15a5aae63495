"""The two lines at the edge of the narrow road."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tests.faces.shell.book import data
from tests.faces.shell.drawings.test_road_wide import _STATION
from waarborg.faces.shell.drawings.road import Kind, Line, Station
from waarborg.faces.shell.drawings.road_narrow import narrow


def test_the_case_line_runs_through_what_stands_between_two_stations() -> None:
    rows = narrow(data.CASE_ROAD)
    assert [row.above for row in rows[:4]] == ["", "solid", "solid", "solid"]
    assert rows[8].elbow == "end"
    assert (rows[8].above, rows[8].below) == ("solid", "solid")


def test_the_case_line_stops_at_its_end_and_support_does_not() -> None:
    rows = narrow(data.PORTAL_ROAD)
    assert (rows[4].mark, rows[4].below) == ("end", "")
    assert all(row.support_below for row in rows[:-1])
    assert rows[-1].support_mark == "arrow"


def test_a_case_that_comes_back_is_joined_by_dots() -> None:
    rows = narrow(data.LONG_ROAD)
    back = next(number for number, station in enumerate(data.LONG_ROAD) if station.kind is Kind.RETURN)
    assert rows[back].above == "dotted"
    assert rows[back - 2].below == "dotted"


def test_support_begins_beside_the_station_of_the_first_contact() -> None:
    rows = narrow(data.CASE_ROAD)
    assert (rows[0].support_mark, rows[1].support_mark) == ("", "dot")
    assert not rows[1].support_above


@given(st.lists(_STATION, max_size=16))
def test_whatever_happened_the_support_line_never_breaks_off(stations: Sequence[Station]) -> None:
    rows = narrow(stations)
    began = [row.support_below or row.support_mark == "arrow" for row in rows]
    if any(each.line is Line.SUPPORT and each.kind is not Kind.AHEAD for each in stations):
        assert all(began[began.index(True) :])
        assert rows[-1].support_mark == "arrow"
    else:
        assert not any(began)
