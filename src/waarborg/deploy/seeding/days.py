"""The clock of the demo's stories: days counted from today, moved off weekends where an office would be closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from waarborg.kernel.clock import moment_on
from waarborg.kernel.errors import Fault, Refusal

_FRIDAY: Final = 4


@dataclass(frozen=True, slots=True)
class Days:
    """Counts from today, which is day 0."""

    today: date

    def on(self, number: int) -> date:
        """The working day of ``number``: a weekend gives the Friday before, or the Monday after for days to come."""
        day = self.today + timedelta(days=number)
        beyond = day.weekday() - _FRIDAY
        if beyond <= 0:
            return day
        return day - timedelta(days=beyond) if number <= 0 else day + timedelta(days=3 - beyond)

    def at(self, number: int, hour: int = 10, minute: int = 0) -> datetime:
        """A moment of that working day."""
        return moment_on(self.on(number), hour, minute)

    def exactly(self, number: int, hour: int, minute: int = 0) -> datetime:
        """A moment of that very day, weekend or not: what happens does not wait for an office."""
        return moment_on(self.today + timedelta(days=number), hour, minute)


def done[T](answer: T | Refusal | None) -> T:
    """What an act gave.

    Raises:
        Fault: it was refused, so the story is not one that the house allows.
    """
    if answer is None or isinstance(answer, Refusal):
        why = f"{answer.code} {answer.text().en}" if answer else "nothing was found"
        message = f"a story of the demo was refused: {why}"
        raise Fault(message)
    return answer
