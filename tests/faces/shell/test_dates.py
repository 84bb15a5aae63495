"""Days and moments in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from waarborg.faces.shell import dates


def test_a_moment_is_said_on_the_clock_of_amsterdam() -> None:
    text = dates.moment(datetime(2026, 11, 16, 9, 5, tzinfo=UTC))
    assert text.en == "Monday 16 November, 10:05"
    assert text.nl == "maandag 16 november, 10:05"


def test_late_in_the_evening_is_already_the_next_day_in_summer() -> None:
    assert dates.long_day(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)).en == "Thursday 2 July"


def test_the_year_is_said_where_asked() -> None:
    assert dates.moment(datetime(2026, 11, 30, 13, 20, tzinfo=UTC), year=True).en == "Monday 30 November 2026, 14:20"
    assert dates.short_day(date(2026, 3, 1), year=True).nl == "1 mrt 2026"


def test_a_short_day_may_have_its_weekday() -> None:
    assert dates.weekday_short(date(2026, 12, 9)).en == "Wed 9 Dec"
    assert dates.weekday_short(date(2026, 12, 9)).nl == "wo 9 dec"


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="without an offset"):
        dates.clock(datetime(2026, 11, 16, 9, 5))  # noqa: DTZ001 - that is what is refused
