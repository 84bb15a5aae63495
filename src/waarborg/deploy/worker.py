"""The one background program: does every chore when its time comes, and stops when it is told to."""

from __future__ import annotations

import signal
import threading
import time
from types import FrameType

import structlog
from django.conf import settings
from django.db import close_old_connections

from waarborg.kernel.chores import Chore, chores

_log = structlog.get_logger(__name__)


def work() -> None:
    """Do chores until SIGTERM or SIGINT; the one that is being done is finished first."""
    stop = threading.Event()

    def told(_: int, __: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, told)
    work_until(stop)


def work_until(stop: threading.Event) -> None:
    """Do chores until ``stop`` is set, each at its own pace, all of them once at the beginning."""
    due = dict.fromkeys((chore.name for chore in chores()), 0.0)
    while not stop.is_set():
        for chore in chores():
            if time.monotonic() >= due[chore.name] and not stop.is_set():
                do(chore)
                due[chore.name] = time.monotonic() + chore.seconds
        stop.wait(max(0.02, min(due.values(), default=1.0) - time.monotonic()))


def do(chore: Chore) -> None:
    """Do one chore; what fails is logged and comes round again."""
    close_old_connections()
    try:
        chore.work(settings.INSTALLATION.clock())
    except Exception as error:  # noqa: BLE001 - one chore must not keep the others from being done
        _log.error("chore_failed", chore=chore.name, exc_info=error)
