"""The vault's chore: once an hour, look for what nobody names, and clear away what is old enough to be of no use."""

from __future__ import annotations

from datetime import datetime

import structlog

from waarborg.apps.vault.verification import clear_unclaimed, orphans
from waarborg.kernel.chores import every
from waarborg.kernel.clock import system_clock

_log = structlog.get_logger(__name__)


@every(seconds=3600)
def look_for_orphans(_: datetime) -> None:
    """Say in the log which rows have no file, which must never be; remove files whose key was never kept."""
    # The disk dates its files by the machine's own clock, so an installation's other clock must not make them old.
    removed = clear_unclaimed(on=system_clock())
    if removed:
        _log.info("unclaimed_files_removed", files=list(removed))
    rows = orphans().rows
    if rows:
        _log.error("objects_without_file", objects=list(rows))
