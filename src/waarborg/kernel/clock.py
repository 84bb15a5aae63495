"""Time as an argument: nothing below the faces asks the machine what time it is.

Times are kept in UTC and days are days in Amsterdam, where the process happens.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

#: Asked for the present moment (aware, UTC); the system's, one that was set, or one that a seed walks along.
type Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """The machine's present moment, in UTC."""
    return datetime.now(UTC)


def clock_from(setting: str | None) -> Clock:
    """The clock that ``WAARBORG_CLOCK`` names: unset for the machine's own, or a moment from which time runs on.

    Args:
        setting: an ISO 8601 moment with its offset, such as ``2026-11-30T09:00:00+01:00``.

    Raises:
        ValueError: the setting is no moment, or has no offset.
    """
    if not setting:
        return system_clock
    start = datetime.fromisoformat(setting)
    if start.tzinfo is None:
        message = f"WAARBORG_CLOCK: found {setting!r}, expected a moment with its offset from UTC"
        raise ValueError(message)
    shift: timedelta = start - system_clock()
    return lambda: system_clock() + shift


def day_of(moment: datetime) -> date:
    """The day in Amsterdam on which ``moment`` (aware) falls."""
    return moment.astimezone(AMSTERDAM).date()


def moment_on(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """The moment (UTC) at which a clock in Amsterdam says ``hour:minute`` on ``day``."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=AMSTERDAM).astimezone(UTC)
