"""Starts the real programs in their own processes, for the tests of deploy."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Final

#: ``waarborg``, whatever folder it is installed in.
PROGRAM: Final = (sys.executable, "-m", "waarborg.deploy")


def surroundings(**settings: str) -> dict[str, str]:
    """The environment of a program: this machine's, without any installation's settings but ``settings``."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("WAARBORG_", "DJANGO_"))}
    return {**plain, **{name: value for name, value in settings.items() if value}}


def run(*words: str, settings: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run ``waarborg WORDS`` to its end."""
    return subprocess.run(
        [*PROGRAM, *words],
        env=surroundings(**(settings or {})),
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
        stdin=subprocess.DEVNULL,
    )


def start(words: Sequence[str], *, settings: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    """Start ``waarborg WORDS``; what it says goes into one pipe."""
    return subprocess.Popen(
        [*PROGRAM, *words],
        env=surroundings(**(settings or {})),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        stdin=subprocess.DEVNULL,
    )
