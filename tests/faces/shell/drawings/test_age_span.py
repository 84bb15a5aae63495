"""The axis of years and its bars."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.faces.shell.book import data
from waarborg.faces.shell.drawings.age_span import Age, age_span, in_words

_END = st.one_of(st.none(), st.integers(0, 120))


def test_the_axis_runs_a_year_beyond_what_the_sources_say() -> None:
    drawing = age_span(data.AGES)
    assert [words for _, words in drawing.axis] == ["13", "14", "15", "16", "17", "18", "19", "20"]


def test_the_birthdays_that_matter_stand_at_their_year() -> None:
    assert age_span(data.AGES).limits == ((4, 16), (6, 18))


def test_a_bar_covers_its_last_year_whole() -> None:
    officer = age_span(data.AGES).bars[1]
    assert (officer.start, officer.end) == (2, 6)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (16, 18, "16 to 18"),
        (19, 19, "19"),
        (18, None, "18 or older"),
        (None, 17, "17 or younger"),
        (None, None, "not known"),
        (0, 120, "not known"),
    ],
)
def test_a_span_is_said_as_people_say_it(low: int | None, high: int | None, words: str) -> None:
    assert in_words(low, high).en == words


def test_an_end_that_nobody_knows_is_open() -> None:
    bar = age_span([Age(label="Doctor", low=18, high=None)]).bars[0]
    assert (bar.open_low, bar.open_high) == (False, True)


@given(st.lists(st.tuples(_END, _END), max_size=5))
def test_every_bar_lies_on_the_axis(spans: list[tuple[int | None, int | None]]) -> None:
    ages = [Age(label="x", low=low, high=high) for low, high in spans if low is None or high is None or low <= high]
    drawing = age_span(ages)
    assert 0 < drawing.years <= 46
    for bar in drawing.bars:
        assert 1 <= bar.start < bar.end <= drawing.years + 1
