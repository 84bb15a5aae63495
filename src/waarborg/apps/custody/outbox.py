"""Delivers news upwards: written in the act's transaction, handled after the commit, and again until it was.

Invariant: an event of a committed act is handled by every listener, once or more; an event of an act that did not
commit never existed.
"""

from __future__ import annotations

from datetime import datetime

import structlog
from django.db import transaction

from waarborg.apps.custody.models import Delivery, OutboxEvent
from waarborg.kernel.events import Event, listeners_of
from waarborg.kernel.ids import AccountId

_log = structlog.get_logger(__name__)


def announce(event: Event) -> None:
    """Write the news with the act that made it; listeners hear of it when the act is committed."""
    row = OutboxEvent.objects.create(name=event.name, subjects=" ".join(event.subjects), at=event.at, by=event.by)
    transaction.on_commit(lambda: deliver(row.pk, on=event.at))


def deliver_pending(*, on: datetime) -> int:
    """Hand every unhandled event to its listeners, oldest first; the number that is now handled."""
    pending = OutboxEvent.objects.filter(handled_at=None).order_by("pk").values_list("pk", flat=True)
    return sum(deliver(pk, on=on) for pk in list(pending))


def deliver(pk: int, *, on: datetime) -> bool:
    """Hand one event to the listeners that have not handled it; whether all now have."""
    row = OutboxEvent.objects.get(pk=pk)
    event = Event(name=row.name, subjects=tuple(row.subjects.split()), at=row.at, by=AccountId(row.by))
    handled = set(row.deliveries.values_list("listener", flat=True))
    waiting = {name: listener for name, listener in listeners_of(row.name).items() if name not in handled}
    for name, listener in waiting.items():
        try:
            with transaction.atomic():
                listener(event)
                Delivery.objects.get_or_create(event=row, listener=name)
        except Exception:  # noqa: BLE001 - a listener is another app's code: whatever it raises, the act stands
            # The act is already done: what a listener could not do is tried again at the next delivery.
            _log.exception("listener_failed", listener=name, event_name=row.name)
            return False
    row.handled_at = on
    row.save(update_fields=["handled_at"])
    return True
