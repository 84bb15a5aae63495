"""Reads of the ledger: who did what with a thing, and when."""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.db.models import QuerySet

from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.models import Entry, EntryDetail, EntrySubject


def entries_about(*subjects: str) -> QuerySet[Entry]:
    """The entries that name any of ``subjects``, newest first."""
    named = EntrySubject.objects.filter(subject__in=subjects).values("entry")
    return Entry.objects.filter(pk__in=named).order_by("-at", "-pk")


def details_of(entries: Sequence[Entry], opening: Opening, scope: str) -> dict[str, dict[str, str]]:
    """The details, by entry id, of those ``entries`` whose detail is sealed under ``scope``."""
    rows = EntryDetail.objects.filter(pk__in=[entry.pk for entry in entries], scope=scope)
    return {str(row.pk): json.loads(json.loads(opening.read(row, "text"))["detail"]) for row in rows}
