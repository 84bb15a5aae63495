"""Several programs as one: started together, stopped together, and none left behind when the first one is killed.

Invariant: a child holds the reading end of a pipe whose other end only its parent has; when that end closes, however
the parent ended, the child stops.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from typing import Final, Self

#: Seconds that a program may take to stop in good order.
_PATIENCE: Final = 10.0
_TETHER: Final = "WAARBORG_TETHERED"


class Together:
    """Child programs that live no longer than this one."""

    def __init__(self) -> None:
        self._children: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self, name: str, arguments: Sequence[str]) -> None:
        """Start ``waarborg ARGUMENTS``; its standard input stays open for as long as this process lives."""
        command = [sys.executable, "-m", "waarborg.deploy", *arguments]
        # A session of its own: Ctrl-C reaches this process alone, which then stops the children in order.
        self._children[name] = subprocess.Popen(  # noqa: S603 - our own program, our own arguments
            command, env={**os.environ, _TETHER: "1"}, stdin=subprocess.PIPE, start_new_session=True
        )

    def fallen(self) -> str | None:
        """The name of a child that has ended by itself, if one has."""
        return next((name for name, child in self._children.items() if child.poll() is not None), None)

    def stop(self) -> None:
        """Ask every child to stop; after ten seconds, make it. Asked to stop once more, it goes on stopping."""
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
        for child in self._children.values():
            if child.poll() is None:
                child.terminate()
        until = time.monotonic() + _PATIENCE
        for child in self._children.values():
            try:
                child.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()
            if child.stdin:
                child.stdin.close()
        self._children.clear()


def end_with_parent() -> None:
    """In a child of ``Together``: stop when the parent's end of standard input closes, however the parent ended."""
    if os.environ.get(_TETHER) == "1":
        threading.Thread(target=_watch, daemon=True, name="tether").start()


def _watch() -> None:
    with contextlib.suppress(OSError):
        while os.read(0, 1):
            pass
    os.kill(os.getpid(), signal.SIGTERM)
    # Whoever does not stop in good order is stopped, with all that it started.
    time.sleep(_PATIENCE)
    os.killpg(0, signal.SIGKILL)
