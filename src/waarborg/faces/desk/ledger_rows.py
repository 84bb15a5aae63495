"""Entries of the ledger as rows: who, when, what and why, with a name only where the reader may know it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.models import Entry, Outcome
from waarborg.apps.custody.queries import details_of
from waarborg.apps.people.queries import staff_names
from waarborg.faces.desk.ledger_words import called
from waarborg.faces.desk.naming import in_words
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import AccountId
from waarborg.kernel.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry in words."""

    id: str
    at: datetime
    #: Whether only the day is known.
    day_only: bool
    #: A colleague's name; empty for portal accounts, reporters and the house.
    who: str
    roles: Text
    what: Text
    outcome: Outcome
    #: The reason that was given; empty where there is none, or where it is not for this reader.
    why: str


def rows_of(entries: Sequence[Entry], opening: Opening | None = None, scope: str = "") -> list[Row]:
    """Entries in words.

    Args:
        entries: in their order.
        opening: of the case ``scope``; without it no reason is read.
        scope: the case whose reasons may be shown.
    """
    names = staff_names([AccountId(entry.actor) for entry in entries])
    details = details_of(entries, opening, scope) if opening else {}
    return [
        Row(
            id=str(entry.pk),
            at=entry.at,
            day_only=entry.day_only,
            who=names.get(AccountId(entry.actor), ""),
            roles=_roles(entry.roles),
            what=called(entry.act),
            outcome=Outcome(entry.outcome),
            why=details.get(str(entry.pk), {}).get("reason", ""),
        )
        for entry in entries
    ]


def _roles(held: str) -> Text:
    """The roles that somebody held, in words."""
    words = [in_words(Role(role)) for role in held.split()]
    return Text(en=", ".join(each.en for each in words), nl=", ".join(each.nl for each in words))
