from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.apps.interviews import oracle
from waarborg.engines.rules.births import OLDEST, born_for_age, completed_years, read_born

DAYS = st.dates(date(1900, 1, 1), date(2035, 12, 31)) | st.sampled_from(
    [date(2000, 2, 29), date(2012, 2, 29), date(2024, 2, 29), date(2023, 2, 28), date(2023, 3, 1)]
)


def span(text: str) -> tuple[str, str] | None:
    read = read_born(text)
    return read and (str(date.fromordinal(read[0])), str(date.fromordinal(read[1])))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2011", ("2011-01-01", "2011-12-31")),
        ("2011-02", ("2011-02-01", "2011-02-28")),
        ("2012-02", ("2012-02-01", "2012-02-29")),
        ("2011-05-03", ("2011-05-03", "2011-05-03")),
        ("201X", ("2010-01-01", "2019-12-31")),
        ("2011~", ("2010-01-01", "2012-12-31")),
        ("2012-02?", ("2011-02-01", "2013-02-28")),
        ("2012-02-29%", ("2011-02-28", "2013-02-28")),
        ("201X~", ("2009-01-01", "2020-12-31")),
        ("2010/2012", ("2010-01-01", "2012-12-31")),
        ("2010~/2012", ("2009-01-01", "2012-12-31")),
        ("2010/2012~", ("2010-01-01", "2013-12-31")),
        ("2011-06/2011", ("2011-06-01", "2011-12-31")),
        ("2011/2011-03", ("2011-01-01", "2011-03-31")),
        ("201X/2011-03-05", ("2010-01-01", "2011-03-05")),
        ("0001~", ("0001-01-01", "0002-12-31")),
        ("9999~", ("9998-01-01", "9999-12-31")),
        ("000X", ("0001-01-01", "0009-12-31")),
    ],
)
def test_the_subset_is_read_as_a_span_of_days(text: str, expected: tuple[str, str]) -> None:
    assert span(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", " 2011", "2011 ", "2011\n", "11", "20111", "2011-", "2011-1", "2011-13", "2011-00", "2011-02-29", "0000"),
        *(
            "2011-05-32",
            "2011-05-3",
            "20X1",
            "20XX",
            "2X",
            "201x",
            "2011-XX",
            "~2011",
            "2011~~",
            "2011?~",
            "2011-05~-03",
        ),
        *("2011/", "/2011", "../2011", "2011/..", "2010/2011/2012", "2012/2011", "2011-05/2011-04", "2011 / 2012"),
        *(
            "2012~/2011~",
            "2011-21",
            "Y2011",
            "-2011",
            "+2011",
            "2011-05-03T00:00",
            "[2011]",
            "\uff12\uff10\uff11\uff11",
            "2011–2012",
        ),
    ],
)
def test_nothing_else_is_read(text: str) -> None:
    assert read_born(text) is None


@given(st.from_regex(r"[0-9]{3}[0-9X](-[0-9]{2}){0,2}[~?%]?(/[0-9]{3}[0-9X](-[0-9]{2}){0,2}[~?%]?)?", fullmatch=True))
def test_what_is_read_is_of_the_subset_and_in_order(text: str) -> None:
    read = read_born(text)
    if read is not None:
        assert oracle.is_of_the_subset(text)
        assert read[0] <= read[1]


@given(DAYS, DAYS)
def test_completed_years_count_birthdays(born: date, on: date) -> None:
    if born > on:
        return
    birthdays = 0
    for year in range(born.year + 1, on.year + 1):
        try:
            birthday = born.replace(year=year)
        except ValueError:
            birthday = date(year, 3, 1)
        birthdays += birthday <= on
    assert completed_years(born.toordinal(), on.toordinal()) == birthdays


@given(DAYS, st.integers(0, OLDEST), st.integers(0, 3))
def test_the_birth_dates_of_an_age_are_those_and_no_others(on: date, low: int, width: int) -> None:
    day = on.toordinal()
    earliest, latest = born_for_age(low, low + width, day)
    ages = range(low, low + width + 1)
    assert all(completed_years(born, day) in ages for born in (earliest, latest))
    assert completed_years(earliest - 1, day) == low + width + 1
    assert latest == day or completed_years(latest + 1, day) == low - 1


def test_an_end_that_is_not_given_says_nothing() -> None:
    day = date(2026, 12, 1).toordinal()
    assert born_for_age(None, None, day) == (date.min.toordinal(), date.max.toordinal())
    assert born_for_age(18, None, day)[0] == date.min.toordinal()
    assert born_for_age(None, 17, day) == ((date(2008, 12, 1) + timedelta(days=1)).toordinal(), date.max.toordinal())


def test_an_age_before_the_calendar_began_fits_nobody() -> None:
    earliest, latest = born_for_age(10**17, None, date(2026, 12, 1).toordinal())
    assert latest < earliest
