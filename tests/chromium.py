"""Finds the browser in which the journeys walk."""

from __future__ import annotations

import os
import shutil
from typing import Final

#: How a Chromium is called, in the order in which one is taken.
_NAMES: Final = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """The path of a Chromium: what WAARBORG_CHROMIUM names, else one on PATH, else None.

    Raises:
        FileNotFoundError: WAARBORG_CHROMIUM names no program.
    """
    named = os.environ.get("WAARBORG_CHROMIUM")
    if named:
        found = shutil.which(named)
        if found is None:
            message = f"WAARBORG_CHROMIUM: found {named!r}, expected the path of a Chromium"
            raise FileNotFoundError(message)
        return found
    return next(filter(None, map(shutil.which, _NAMES)), None)
