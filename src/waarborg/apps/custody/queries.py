"""Reads of the ledger: who did what with a thing, and when."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db.models import QuerySet

from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.models import Entry, EntryDetail, EntrySubject, Outcome
from waarborg.kernel.actors import Actor
from waarborg.kernel.ids import EntryId

#: How long one entry stands for a page that is worked on, or a recording that is watched: about a working day.
LASTS: Final = timedelta(hours=10)


def entries_about(*subjects: str) -> QuerySet[Entry]:
    """The entries that name any of ``subjects``, newest first."""
    named = EntrySubject.objects.filter(subject__in=subjects).values("entry")
    return Entry.objects.filter(pk__in=named).order_by("-at", "-pk")


def details_of(entries: Sequence[Entry], opening: Opening, scope: str) -> dict[str, dict[str, str]]:
    """The details, by entry id, of those ``entries`` whose detail is sealed under ``scope``."""
    rows = EntryDetail.objects.filter(pk__in=[entry.pk for entry in entries], scope=scope)
    return {str(row.pk): json.loads(json.loads(opening.read(row, "text"))["detail"]) for row in rows}


def opening_again(*, actor: Actor, on: datetime, entry: str, what: str, subjects: Sequence[str]) -> Opening | None:
    """The opening of a consultation that the same actor began not long ago, for a page that asks at every change.

    Args:
        actor: who reads; the entry must be theirs.
        on: when (aware).
        entry: the id that the page was given when it was opened; anything may come in.
        what: the name of the consultation.
        subjects: what is read; the entry must name all of it.

    Returns:
        None where this is no such entry, or it is too old: then the page consults once more.
    """
    row = Entry.objects.filter(
        pk=entry, actor=actor.id, act=what, outcome=Outcome.CONSULTED, at__gt=on - LASTS, at__lte=on
    ).first()
    named = tuple(row.subjects.split()) if row else ()
    return Opening(EntryId(row.pk), named) if row and set(subjects) <= set(named) else None
