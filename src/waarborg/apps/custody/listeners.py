"""What custody does by itself: give entries their place in the log, and deliver news that was not handled yet."""

from __future__ import annotations

from datetime import datetime

from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.custody.sequencing import sequence
from waarborg.kernel.chores import every


@every(seconds=0.5)
def place_entries(now: datetime) -> None:
    """Half a second between two looks keeps an entry's wait under a second."""
    sequence(on=now)


@every(seconds=5)
def deliver_what_waits(now: datetime) -> None:
    """News is delivered right after its commit; this finds what a stopped process left behind."""
    deliver_pending(on=now)
