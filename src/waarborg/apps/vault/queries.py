"""Reads of the vault that open nothing: what is kept for a holder, its hashes and what was found inside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from waarborg.apps.custody.keys import Opening
from waarborg.apps.vault.models import SealedObject
from waarborg.kernel.ids import AccountId, CaseId, ObjectId


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One object as the vault knows it, without its bytes."""

    object: ObjectId
    case: CaseId
    holder: str
    kind: str
    #: What the file was called; empty where no opening was given.
    name: str
    #: SHA-256 before and after sealing, hexadecimal.
    sha256: str
    sealed_sha256: str
    #: Bytes before sealing.
    length: int
    #: What the probe found, as JSON.
    probed: dict[str, Any]
    stored_at: datetime
    stored_by: AccountId


def kept(objects: Iterable[ObjectId], opening: Opening | None = None) -> dict[ObjectId, Kept]:
    """What the vault keeps of ``objects``, oldest first; with an opening their names too."""
    rows = SealedObject.objects.filter(pk__in=list(objects)).order_by("stored_at", "pk")
    return {each.object: each for each in (_kept(row, opening) for row in rows)}


def kept_for(holder: str, opening: Opening | None = None) -> tuple[Kept, ...]:
    """What the vault keeps for ``holder``, oldest first; with an opening the names too."""
    rows = SealedObject.objects.filter(holder=holder).order_by("stored_at", "pk")
    return tuple(_kept(row, opening) for row in rows)


def _kept(row: SealedObject, opening: Opening | None) -> Kept:
    return Kept(
        object=ObjectId(row.pk),
        case=CaseId(row.case),
        holder=row.holder,
        kind=row.kind,
        name=opening.read(row, "name") if opening else "",
        sha256=row.sha256,
        sealed_sha256=row.sealed_sha256,
        length=row.length,
        probed=row.probed,
        stored_at=row.stored_at,
        stored_by=AccountId(row.stored_by),
    )
