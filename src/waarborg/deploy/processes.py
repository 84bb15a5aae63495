"""Several programs as one: started together, stopped together, and none left behind when the first one is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from typing import Final, Self

_PATIENCE: Final = 10.0


class Together:
    """Child programs that live no longer than this one."""

    def __init__(self) -> None:
        self._children: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self, name: str, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start ``waarborg ARGUMENTS``; its standard input stays open for as long as this process lives."""
        command = [sys.executable, "-m", "waarborg.deploy", *arguments]
        # A group of its own: Ctrl-C reaches this process alone, which then stops the children in order.
        self._children[name] = subprocess.Popen(  # noqa: S603 - our own program, our own arguments
            command,
            env={**os.environ, **environment, "WAARBORG_TETHERED": "1"},
            stdin=subprocess.PIPE,
            start_new_session=True,
        )

    def fallen(self) -> str | None:
        """The name of a child that has ended by itself, if one has."""
        return next((name for name, child in self._children.items() if child.poll() is not None), None)

    def stop(self) -> None:
        """Ask every child to stop; after ten seconds, make it."""
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
        self._children.clear()


def end_with_parent() -> None:
    """In a child of ``Together``: stop when the parent's end of standard input closes, however the parent ended."""
    if os.environ.get("WAARBORG_TETHERED") != "1":
        return

    def watch() -> None:
        while os.read(0, 1):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True, name="tether").start()
