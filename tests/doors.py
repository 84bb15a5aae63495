"""Gives an installation of the tests doors with keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from waarborg.engines.sealing.keys import create_door_key
from waarborg.kernel.actors import Channel


def make_doors(data: Path) -> None:
    """Give every door under ``data`` its key, and every program the public halves."""
    (data / "doors").mkdir(mode=0o700)
    for channel in Channel:
        recipient = create_door_key(data / "keys" / "doors", channel, on=date(2026, 11, 1))
        (data / "doors" / f"{channel.value}.recipients").write_text(recipient.text + "\n", "ascii")
