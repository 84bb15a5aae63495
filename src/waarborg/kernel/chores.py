"""Work that comes round by itself: an app says how often, the worker does it, and no app knows the worker.

Invariant: a chore may be done late, twice, or by two workers at once, and then changes nothing more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

type Work = Callable[[datetime], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chore:
    """One thing to do again and again."""

    #: Dotted name, for the log.
    name: str
    #: Seconds between the end of one time and the beginning of the next.
    seconds: float
    #: Takes the present moment (aware, UTC).
    work: Work


_chores: Final[dict[str, Chore]] = {}


def every(seconds: float) -> Callable[[Work], Work]:
    """Register a function as a chore; apps do so in their ``listeners`` module."""

    def register(work: Work) -> Work:
        name = f"{work.__module__}.{work.__qualname__}"
        _chores[name] = Chore(name=name, seconds=seconds, work=work)
        return work

    return register


def chores() -> tuple[Chore, ...]:
    """All that was registered."""
    return tuple(_chores.values())
