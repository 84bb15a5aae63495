"""Chores: what comes round by itself is known by name, once."""

from __future__ import annotations

from datetime import datetime

from waarborg.kernel.chores import chores, every


def test_a_chore_is_registered_once_however_often_its_module_is_read() -> None:
    def tidy(moment: datetime) -> None:
        del moment

    assert every(60)(every(30)(tidy)) is tidy
    (chore,) = (chore for chore in chores() if chore.work is tidy)
    assert chore.name == f"{tidy.__module__}.{tidy.__qualname__}"
    assert chore.seconds == 60
