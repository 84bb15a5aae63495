"""News that travels upwards: what an app says happened, for apps that it does not know.

An event is written in the act's own transaction and handed to its listeners after the commit, again at start-up until
each was handled (see ``apps.custody.outbox``). Invariant: a listener may be called twice and then changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from waarborg.kernel.ids import AccountId


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened; it names things by id only."""

    #: ``noun.past``, such as ``case.closed``.
    name: str
    #: What it happened to, first the thing itself.
    subjects: tuple[str, ...]
    #: When (aware, UTC).
    at: datetime
    #: Whose act it was.
    by: AccountId


type Listener = Callable[[Event], None]

_listeners: defaultdict[str, dict[str, Listener]] = defaultdict(dict)


def listens_to(name: str) -> Callable[[Listener], Listener]:
    """Register a listener under its own dotted name; deliveries are remembered by that name."""

    def register(listener: Listener) -> Listener:
        _listeners[name][f"{listener.__module__}.{listener.__qualname__}"] = listener
        return listener

    return register


def listeners_of(name: str) -> dict[str, Listener]:
    """The listeners of an event, by the name under which their deliveries are remembered."""
    return dict(_listeners[name])
