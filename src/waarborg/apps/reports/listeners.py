"""What reports do by themselves: end the offers that nobody answered in time."""

from __future__ import annotations

from datetime import datetime

from waarborg.apps.reports.handover import time_out_due
from waarborg.kernel.chores import every


@every(seconds=60)
def end_unanswered_offers(now: datetime) -> None:
    """A minute more or less is nothing on three days, and the receiver's late yes is refused all the same."""
    time_out_due(on=now)
