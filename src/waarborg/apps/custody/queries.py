"""Reads of the ledger: who did what with a thing, and when."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Q, QuerySet

from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.models import Entry, EntryDetail, EntrySubject, Outcome
from waarborg.kernel.actors import THE_HOUSE, Actor, Role
from waarborg.kernel.ids import AccountId, EntryId

#: Holding news back is never shown to whom it is about, whatever such an entry names (see ``rights.suppressing``).
_NEVER_SHOWN: Final = frozenset({"notice.ask_hold", "notice.hold", "notice.release"})
#: Refusals of somebody who wanted to look and was not let in.
_KEPT_OUT: Final = Q(refusal__startswith="case.") | Q(refusal="page.role")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Somebody looked at what is about a person, or tried to."""

    #: ``noun.read``: what was looked at.
    act: str
    at: datetime
    account: AccountId
    #: What they were then.
    roles: tuple[Role, ...]
    #: Whether they were kept out.
    refused: bool
    #: As it was typed; empty where none was asked, or where it may not be told.
    reason: str


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


def looks_at(person: str, *, opening: Opening, scope: str, untold_since: datetime | None) -> tuple[Look, ...]:
    """Who looked at what is about a person, or tried to and was kept out, newest first; the house itself left out.

    Args:
        person: typed id.
        opening: names ``scope``.
        scope: the case whose key seals the reasons.
        untold_since: from when on typed reasons are not told, because one might speak of what is held back.
    """
    looked = Q(outcome=Outcome.CONSULTED) | (Q(outcome=Outcome.REFUSED) & _KEPT_OUT)
    rows = list(entries_about(person).filter(looked).exclude(act__in=_NEVER_SHOWN).exclude(actor=THE_HOUSE.id))
    details = details_of(rows, opening, scope)
    return tuple(
        Look(
            act=row.act,
            at=row.at,
            account=AccountId(row.actor),
            roles=tuple(Role(role) for role in row.roles.split()),
            refused=row.outcome == Outcome.REFUSED,
            reason="" if untold_since and row.at >= untold_since else details.get(str(row.pk), {}).get("reason", ""),
        )
        for row in rows
    )


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
