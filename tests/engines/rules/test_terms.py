from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from waarborg.engines.rules.terms import Binding, Term, Unit, last_day, last_moment, months_later
from waarborg.kernel.texts import Text


def a_term(length: int | None, unit: Unit) -> Term:
    return Term(
        id="a.term",
        what=Text(en="Do it.", nl="Doe het."),
        length=length,
        unit=unit,
        starts=Text(en="now", nl="nu"),
        bearer="police",
        binding=Binding.MUST,
        sources=(),
    )


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 8, 15), 3, date(2026, 11, 15)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2024, 2, 29), 120, date(2034, 2, 28)),
    ],
)
def test_months_are_calendar_months(start: date, months: int, end: date) -> None:
    assert months_later(start, months) == end
    assert last_day(a_term(months, Unit.MONTH), start) == end


def test_days_and_years_are_counted_on_the_calendar() -> None:
    assert last_day(a_term(14, Unit.DAY), date(2026, 12, 20)) == date(2027, 1, 3)
    assert last_day(a_term(10, Unit.YEAR), date(2024, 2, 29)) == date(2034, 2, 28)


def test_an_hour_is_an_hour_at_night_too_and_at_once_is_now() -> None:
    night = datetime(2026, 11, 28, 1, 40, tzinfo=UTC)
    assert last_moment(a_term(1, Unit.HOUR), night) == datetime(2026, 11, 28, 2, 40, tzinfo=UTC)
    assert last_moment(a_term(0, Unit.DAY), night) == night


def test_a_term_of_unknown_length_has_no_last_day() -> None:
    assert last_day(a_term(None, Unit.MONTH), date(2026, 12, 1)) is None


def test_asking_a_term_for_what_it_does_not_have_is_our_fault() -> None:
    with pytest.raises(ValueError, match="its end is a moment"):
        last_day(a_term(1, Unit.HOUR), date(2026, 12, 1))
    with pytest.raises(ValueError, match="does not end at a moment"):
        last_moment(a_term(14, Unit.DAY), datetime(2026, 12, 1, tzinfo=UTC))
