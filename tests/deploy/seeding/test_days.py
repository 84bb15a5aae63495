"""The demo's stories keep their order and their offices closed on weekends, whatever day today is."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from waarborg.deploy.seeding.days import Days

TODAYS = st.dates(date(2026, 1, 1), date(2032, 12, 31))


@given(TODAYS, st.integers(-230, 5), st.integers(0, 30))
def test_a_later_day_of_a_story_is_never_before_an_earlier_one(today: date, number: int, later: int) -> None:
    days = Days(today)
    assert days.on(number) <= days.on(number + later)
    assert days.at(number, 10) < days.at(number, 11)


@given(TODAYS, st.integers(-230, 30))
def test_no_office_is_open_in_a_story_at_a_weekend(today: date, number: int) -> None:
    assert Days(today).on(number).weekday() < 5


def test_what_happens_at_night_happens_on_that_very_night() -> None:
    assert Days(date(2026, 11, 30)).exactly(-2, 2, 40).isoformat() == "2026-11-28T01:40:00+00:00"
