"""Delivers news upwards: written in the act's transaction, handled after the commit, and again until it was.

Invariant: an event of a committed act is handled by every listener, once or more; an event of an act that did not
commit never existed. Nothing that a listener does or fails to do changes the act.
"""

from __future__ import annotations

from datetime import datetime

import structlog
from django.conf import settings
from django.db import transaction

from waarborg.apps.custody.models import Delivery, OutboxEvent
from waarborg.kernel.events import Event, Listener, listeners_of
from waarborg.kernel.ids import AccountId

_log = structlog.get_logger(__name__)


def announce(event: Event) -> None:
    """Write the news with the act that made it; listeners hear of it when the act is committed."""
    row = OutboxEvent.objects.create(name=event.name, subjects=" ".join(event.subjects), at=event.at, by=event.by)
    # The public program knows few apps, so few listeners: it leaves its news to the worker.
    if settings.PROGRAM != "public":
        transaction.on_commit(lambda: _deliver_now(row.pk, on=event.at))


def _deliver_now(pk: int, *, on: datetime) -> None:
    """Deliver after the commit; whatever goes wrong, the act was done, and the worker comes by again."""
    try:
        deliver(pk, on=on)
    except Exception:  # noqa: BLE001 - see the sentence above
        _log.exception("delivery_failed", event_number=pk)


def deliver_pending(*, on: datetime) -> int:
    """Hand every unhandled event to its listeners, oldest first; the number that is now handled."""
    pending = OutboxEvent.objects.filter(handled_at=None).order_by("pk").values_list("pk", flat=True)
    return sum(deliver(pk, on=on) for pk in list(pending))


def deliver(pk: int, *, on: datetime) -> bool:
    """Hand one event to the listeners that have not handled it; whether all now have."""
    row = OutboxEvent.objects.get(pk=pk)
    event = Event(name=row.name, subjects=tuple(row.subjects.split()), at=row.at, by=AccountId(row.by))
    # All of them: one that fails must not keep the news from the others.
    outcomes = [_hand(row, event, name, listener) for name, listener in listeners_of(row.name).items()]
    if all(outcomes):
        OutboxEvent.objects.filter(pk=pk, handled_at=None).update(handled_at=on)
    return all(outcomes)


def _hand(row: OutboxEvent, event: Event, name: str, listener: Listener) -> bool:
    """Hand an event to one listener unless it has handled it; whether it has now."""
    try:
        with transaction.atomic():
            # Remembered first: a second program with the same event waits here, and then finds it handled.
            _, fresh = Delivery.objects.get_or_create(event=row, listener=name)
            if fresh:
                listener(event)
    except Exception:  # noqa: BLE001 - a listener is another app's code: whatever it raises, the act stands
        # Tried again at the next delivery.
        _log.exception("listener_failed", listener=name, event_name=row.name)
        return False
    return True
