"""Gives an installation of the tests doors with keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from waarborg.deploy.preparation import make_door_keys


def make_doors(data: Path) -> None:
    """Give every door under ``data`` its key, and every program the public halves."""
    make_door_keys(data, on=date(2026, 11, 1))
