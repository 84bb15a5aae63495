"""Where the pieces of the wide road stand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.faces.shell.book import data
from waarborg.faces.shell.drawings.road import Kind, Line, Station
from waarborg.faces.shell.drawings.road_grid import Run, Words
from waarborg.faces.shell.drawings.road_wide import Wide, wide

#: What the style sheet has places for.
_COLUMNS, _ROWS = 46, 22


def _runs(drawing: Wide, **wanted: str) -> list[Run]:
    return [run for run in drawing.runs if all(getattr(run, name) == value for name, value in wanted.items())]


def _words(drawing: Wide, title: str) -> Words:
    return next(words for words in drawing.words if title in words.title.en)


def test_stations_stand_in_order_one_a_column() -> None:
    drawing = wide(data.CASE_ROAD)
    mains = [mark for mark in drawing.marks if mark.main]
    assert [mark.area.start for mark in mains] == [1, 3, 5, 7, 9, 11, 13, 15, 17]
    assert [mark.shape for mark in mains] == ["dot"] * 7 + ["now", "ahead"]


def test_the_line_to_what_may_come_is_dashed() -> None:
    straight = _runs(wide(data.CASE_ROAD), shape="straight", line="case")
    assert [run.look for run in straight] == ["solid"] * 7 + ["dashed"]


def test_a_branch_leaves_under_its_station_and_ends_in_a_bar_of_its_own() -> None:
    drawing = wide(data.CASE_ROAD)
    (curve,) = _runs(drawing, shape="curve")
    assert (curve.area.start, curve.area.end) == (12, 14)
    assert [mark.shape for mark in drawing.marks if mark.area.top == 3] == ["end"]


def test_what_the_case_caused_stands_under_its_cause() -> None:
    drawing = wide(data.CASE_ROAD)
    (cause,) = _runs(drawing, shape="cause")
    assert (cause.area.start, cause.area.top, cause.look) == (14, 3, "thin")


def test_support_leaves_at_the_first_contact_and_its_line_reaches_the_edge() -> None:
    drawing = wide(data.CASE_ROAD)
    (begin,) = _runs(drawing, shape="begin")
    (line,) = _runs(drawing, shape="straight", line="support")
    assert begin.area.start == 4
    assert line.area.end == 2 * drawing.columns + 1
    assert drawing.arrow is not None


def test_a_closed_case_leaves_the_support_line_running() -> None:
    drawing = wide(data.LONG_ROAD)
    end = max(mark.area.end for mark in drawing.marks if mark.main and mark.shape == "end")
    (line,) = _runs(drawing, shape="straight", line="support")
    assert line.area.end > end


def test_no_line_leaves_an_end_until_the_case_comes_back() -> None:
    drawing = wide(data.LONG_ROAD)
    straight = _runs(drawing, shape="straight", line="case", look="solid")
    mains = {run.area.start for run in straight if run.area.top == 2}
    assert 2 * 4 + 2 not in mains
    (back,) = _runs(drawing, shape="under")
    assert (back.area.start, back.area.end, back.look) == (8, 12, "dotted")


def test_more_than_nine_stations_fold_the_earliest_into_one() -> None:
    drawing = wide(data.LONG_ROAD)
    assert sum(mark.main for mark in drawing.marks) == 9
    assert _words(drawing, "earlier").title.en == "4 earlier"
    assert _words(drawing, "earlier").sentence.en == "2 Aug 2025 to 17 Aug 2025"


def test_more_than_three_branches_are_listed_below() -> None:
    drawing = wide(data.MANY_BRANCHES)
    assert len(drawing.beyond) == 4
    assert not _runs(drawing, shape="curve")


def test_the_public_road_shows_each_way_out_straight_under_its_station() -> None:
    drawing = wide(data.PUBLIC_ROAD, stubs=True)
    assert [run.area.start for run in _runs(drawing, shape="drop")] == [13, 11]
    assert [mark.shape for mark in drawing.marks if not mark.main] == ["stop", "stop"]
    (bypass,) = _runs(drawing, shape="under")
    assert (bypass.area.start, bypass.area.end) == (6, 10)


def test_support_that_has_not_begun_is_said_and_not_drawn() -> None:
    drawing = wide(data.EMPTY_ROAD)
    assert drawing.arrow is None
    assert not _runs(drawing, line="support")
    assert _words(drawing, "Support").title.en == "Support: not started."


_CASE = st.sampled_from([Kind.HAPPENED, Kind.NOW, Kind.AHEAD, Kind.END, Kind.RETURN, Kind.BYPASS, Kind.BRANCH])
_SUPPORT = st.sampled_from([Kind.HAPPENED, Kind.NOW, Kind.AHEAD, Kind.CAUSE])
_STATION = st.one_of(
    st.builds(
        Station, line=st.just(Line.CASE), kind=_CASE, title=st.just("x"), branch=st.sampled_from([None, None, "B", "C"])
    ),
    st.builds(
        Station, line=st.just(Line.SUPPORT), kind=_SUPPORT, title=st.just("y"), branch=st.sampled_from([None, "B"])
    ),
)


@given(st.lists(_STATION, max_size=16), st.booleans())
def test_whatever_happened_everything_has_a_place_that_the_style_sheet_knows(
    stations: Sequence[Station], stubs: bool
) -> None:
    drawing = wide(stations, stubs=stubs)
    areas = [words.area for words in drawing.words]
    areas += [run.area for run in drawing.runs]
    areas += [mark.area for mark in drawing.marks]
    for area in areas:
        assert 1 <= area.start < area.end <= _COLUMNS
        assert 1 <= area.top < area.bottom <= _ROWS


@given(st.lists(_STATION, max_size=16))
def test_whatever_happened_support_that_began_is_drawn_to_the_edge(stations: Sequence[Station]) -> None:
    drawing = wide(stations)
    began = any(each.line is Line.SUPPORT and each.kind is not Kind.AHEAD for each in stations)
    assert (drawing.arrow is not None) == began
    assert not [mark for mark in drawing.marks if mark.line == "support" and mark.shape in {"end", "stop"}]


@pytest.mark.parametrize("road", [data.CASE_ROAD, data.LONG_ROAD, data.PUBLIC_ROAD])
def test_no_two_marks_share_a_place(road: Sequence[Station]) -> None:
    places = [(mark.area.start, mark.area.top) for mark in wide(road).marks]
    assert len(places) == len(set(places))
