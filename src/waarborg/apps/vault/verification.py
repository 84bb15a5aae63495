"""Holds the vault's files against its rows: which was changed, which is gone, and what lies there that nobody names.

Invariant: a file that does not fit is reported, never mended and never hidden.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from io import BufferedReader
from typing import Any, Final

from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.keys import Opening
from waarborg.apps.vault import shelf
from waarborg.apps.vault.models import SealedObject
from waarborg.engines.sealing.age import Identity
from waarborg.engines.sealing.errors import CannotOpen
from waarborg.engines.sealing.recordings import SealedReader
from waarborg.kernel.actors import Actor
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ObjectId

#: After this time a file that no row names is of no use to anybody: the act that would have kept its key is over.
UNCLAIMED_AFTER: Final = timedelta(days=1)
_PIECE: Final = 1 << 20


class Condition(StrEnum):
    """What became of a file since it was stored."""

    #: Every byte is as it was.
    FITS = "fits"
    #: Some byte is not.
    CHANGED = "changed"
    #: It is not there.
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphans:
    """What a killed process, or somebody outside the house, left apart."""

    #: Paths within the vault's folder of files that no row names.
    files: tuple[str, ...]
    #: Rows whose file is not there; there must never be one.
    rows: tuple[ObjectId, ...]


def conditions(objects: Iterable[ObjectId]) -> dict[ObjectId, Condition]:
    """The condition of each object by the hash of its sealed file; needs no key and opens nothing.

    An object that the vault does not know is gone.
    """
    asked = list(objects)
    kept = dict(SealedObject.objects.filter(pk__in=asked).values_list("pk", "sealed_sha256"))
    return {each: _condition(each, kept[each]) if each in kept else Condition.GONE for each in asked}


@act("object.verify")
def verify(*, actor: Actor, on: datetime, case: CaseId, holder: str) -> dict[ObjectId, Condition] | Refusal:  # noqa: ARG001 - every act has both
    """Hash every file of a holder again, sealed and unsealed; its bytes are shown to nobody.

    Args:
        actor: who asks; must have been admitted to the case by the caller.
        on: when (aware).
        case: whose key opens them.
        holder: typed id of what the files belong to.
    """
    rows = list(SealedObject.objects.filter(case=case, holder=holder).order_by("stored_at", "pk"))
    opening = enter(holder, case, *(str(row.pk) for row in rows))
    return {ObjectId(row.pk): _content_condition(row, opening) for row in rows}


def orphans() -> Orphans:
    """Files without a row and rows without a file; one that is arriving at this moment is among the files."""
    known = (ObjectId(pk) for pk in SealedObject.objects.values_list("pk", flat=True))
    named = {shelf.path_of(each): each for each in known}
    there = {path for path, _ in shelf.on_the_shelf()}
    return Orphans(
        files=tuple(sorted(there - named.keys())),
        rows=tuple(pk for path, pk in named.items() if path not in there),
    )


def clear_unclaimed(*, on: datetime) -> tuple[str, ...]:
    """Remove files that no row names and that are old enough that none will; their keys were never kept.

    Args:
        on: the present moment by the machine's clock (aware), by which the disk dates its files.

    Returns:
        Their paths within the vault's folder.
    """
    left = set(orphans().files)
    old = [path for path, written in shelf.on_the_shelf() if path in left and on - written > UNCLAIMED_AFTER]
    for path in old:
        shelf.remove(path)
    return tuple(old)


def _condition(object_id: ObjectId, sha256: str) -> Condition:
    try:
        with shelf.sealed_file(object_id) as sealed:
            return Condition.FITS if _sha256(sealed) == sha256 else Condition.CHANGED
    except FileNotFoundError:
        return Condition.GONE


def _content_condition(row: SealedObject, opening: Opening) -> Condition:
    """The condition of a file and of what is sealed in it."""
    sealed_condition = _condition(ObjectId(row.pk), row.sealed_sha256)
    if sealed_condition is not Condition.FITS:
        return sealed_condition
    with shelf.sealed_file(ObjectId(row.pk)) as sealed:
        try:
            plain = BufferedReader(SealedReader(sealed, Identity.parse(opening.read(row, "identity"))))
            return Condition.FITS if _sha256(plain) == row.sha256 else Condition.CHANGED
        except CannotOpen:
            return Condition.CHANGED


def _sha256(file: Any) -> str:  # noqa: ANN401 - any open file
    found = hashlib.sha256()
    while piece := file.read(_PIECE):
        found.update(piece)
    return found.hexdigest()
