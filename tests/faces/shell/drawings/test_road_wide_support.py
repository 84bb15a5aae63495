"""Where the dots of support stand."""

from __future__ import annotations

import itertools
from dataclasses import replace

from tests.faces.shell.book import data
from waarborg.faces.shell.drawings import road_wide_support
from waarborg.faces.shell.drawings.road_wide import wide


def test_nothing_in_the_code_that_draws_support_names_an_end_mark() -> None:
    shapes = {
        mark.shape for road in (data.CASE_ROAD, data.LONG_ROAD) for mark in wide(road).marks if mark.line == "support"
    }
    assert shapes == {"dot", "now"}
    assert not {name for name in vars(road_wide_support) if "end" in name.lower().split("_")}


def test_each_dot_has_a_column_of_its_own_after_what_it_follows() -> None:
    dots = [mark.area.start for mark in wide(data.CASE_ROAD).marks if mark.line == "support"]
    assert dots == [5, 7, 13]


def test_words_of_neighbours_do_not_overlap() -> None:
    drawing = wide(data.LONG_ROAD)
    areas = sorted(
        (words.area.start, words.area.end) for words in drawing.words if words.look == "support centre below"
    )
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(areas))


def test_more_than_seven_dots_fold_the_earliest_into_one() -> None:
    shelter = data.CASE_ROAD[3]
    many = [
        *data.CASE_ROAD[:4],
        *(replace(shelter, title=f"Move {number}") for number in range(8)),
        *data.CASE_ROAD[4:],
    ]
    drawing = wide(many)
    assert sum(mark.line == "support" for mark in drawing.marks) == 7
    assert "5 earlier" in {words.title.en for words in drawing.words}
