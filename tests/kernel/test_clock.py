"""Time as an argument: days are days in Amsterdam, whatever the machine thinks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from waarborg.kernel.clock import clock_from, day_of, moment_on, system_clock


def test_without_a_setting_the_clock_is_the_machines() -> None:
    assert clock_from(None) is system_clock
    assert clock_from("") is system_clock
    assert system_clock().utcoffset() == timedelta(0)


def test_a_set_clock_starts_at_its_moment_and_runs_on() -> None:
    clock = clock_from("2026-11-30T09:00:00+01:00")
    start = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
    first, second = clock(), clock()
    assert timedelta(0) <= first - start < timedelta(minutes=1)
    assert first <= second


@pytest.mark.parametrize("setting", ["2026-11-30T09:00:00", "yesterday", "2026-13-01T00:00:00Z"])
def test_a_setting_without_offset_or_sense_is_refused(setting: str) -> None:
    with pytest.raises(ValueError, match=r"offset|isoformat|month"):
        clock_from(setting)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 29, 22, 59, 59, tzinfo=UTC), date(2026, 11, 29)),
        (datetime(2026, 11, 29, 23, 0, tzinfo=UTC), date(2026, 11, 30)),
        (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), date(2026, 7, 2)),
    ],
)
def test_the_day_turns_at_midnight_in_amsterdam_in_winter_and_in_summer(moment: datetime, day: date) -> None:
    assert day_of(moment) == day


@pytest.mark.parametrize("day", [date(2026, 1, 5), date(2026, 7, 6), date(2026, 3, 29), date(2026, 10, 25)])
def test_a_moment_on_a_day_falls_on_that_day_also_when_the_clocks_change(day: date) -> None:
    moment = moment_on(day, 2, 40)
    assert moment.tzinfo is UTC
    assert day_of(moment) == day
    assert moment_on(day) < moment_on(day, 9, 1)
