"""The one background program: does every chore when its time comes, and stops when it is told to."""

from __future__ import annotations

import signal
import threading
import time
from types import FrameType
from typing import Final

import structlog
from django.conf import settings
from django.db import close_old_connections

from waarborg.kernel.chores import Chore, chores

#: A chore that keeps failing is tried again after ever longer, at most this many seconds.
_LONGEST_WAIT: Final = 60.0

_log = structlog.get_logger(__name__)


def work() -> None:
    """Do chores until SIGTERM or SIGINT; the one that is being done is finished first."""
    stop = threading.Event()

    def told(_: int, __: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, told)
    work_until(stop)


def work_once() -> bool:
    """Do every chore once; whether all succeeded."""
    # The lowest app registers first, and gives their place to the entries that all others write.
    outcomes = [do(chore) for chore in reversed(chores())]
    return all(outcomes)


def work_until(stop: threading.Event) -> None:
    """Do chores until ``stop`` is set, each at its own pace, all of them once at the beginning."""
    due = dict.fromkeys((chore.name for chore in chores()), 0.0)
    failed = dict.fromkeys(due, 0)
    while not stop.is_set():
        for chore in chores():
            if time.monotonic() >= due[chore.name] and not stop.is_set():
                failed[chore.name] = 0 if do(chore) else failed[chore.name] + 1
                due[chore.name] = time.monotonic() + pause(chore, failed[chore.name])
        stop.wait(max(0.02, min(due.values(), default=1.0) - time.monotonic()))


def pause(chore: Chore, failed: int) -> float:
    """Seconds until the next time of a chore that failed the last ``failed`` times."""
    if not failed:
        return chore.seconds
    return max(chore.seconds, min(_LONGEST_WAIT, chore.seconds * (1 << min(failed, 10))))


def do(chore: Chore) -> bool:
    """Do one chore; what fails is logged and comes round again. Whether it succeeded."""
    close_old_connections()
    try:
        chore.work(settings.INSTALLATION.clock())
    except Exception as error:  # noqa: BLE001 - one chore must not keep the others from being done
        _log.error("chore_failed", chore=chore.name, exc_info=error)
        return False
    return True
