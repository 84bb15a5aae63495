"""Keeps what arrived: one row with the file's key under the case's key, in the transaction of whoever holds the object.

Invariant: a row is written only for a file that is whole and on the disk. The vault knows no case: the app that holds
an object has admitted the actor to the case before it calls here; the vault looks at the role once more.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath
from typing import BinaryIO, Final

from waarborg.apps.custody.entering import act, enter
from waarborg.apps.vault.models import SealedObject
from waarborg.apps.vault.receiving import Arrival, Kind, received
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ObjectId
from waarborg.kernel.texts import Text

#: Who adds files to a case.
MAY_STORE: Final = frozenset(
    {Role.DETECTIVE, Role.TEAM_LEADER, Role.PROSECUTOR, Role.PROSECUTION_STAFF, Role.DOOR_OFFICER, Role.HOUSE}
)
_NAME_AT_MOST: Final = 200


def store(
    *, actor: Actor, on: datetime, case: CaseId, holder: str, kind: Kind, name: str, file: BinaryIO
) -> ObjectId | Refusal:
    """Take ``file`` in and keep it, for a holder that writes no row of its own beside it.

    Args:
        actor: who adds it; must have been admitted to the case by the caller.
        on: when (aware).
        case: whose key seals the file's key.
        holder: typed id of what it belongs to.
        kind: a recording must be media.
        name: what the file was called.
        file: read from where it stands to its end, piece by piece.
    """
    if not actor.roles & MAY_STORE:
        return _not_your_role(case)
    with received(file, kind=kind) as arrival:
        if isinstance(arrival, Refusal):
            return arrival
        return keep(actor=actor, on=on, case=case, holder=holder, name=name, arrival=arrival)


@act("object.store")
def keep(*, actor: Actor, on: datetime, case: CaseId, holder: str, name: str, arrival: Arrival) -> ObjectId | Refusal:
    """Write the row of what arrived; part of the holder's own act where it writes more.

    Args:
        actor: who adds it.
        on: when (aware).
        case: whose key seals the file's key and name.
        holder: typed id of what it belongs to.
        name: what the file was called; folders are cut off.
        arrival: from ``receiving.received``, inside its block.
    """
    if not actor.roles & MAY_STORE:
        return _not_your_role(case)
    row = SealedObject(
        id=arrival.object,
        case=case,
        holder=holder,
        kind=arrival.kind,
        sha256=arrival.sha256,
        sealed_sha256=arrival.sealed_sha256,
        length=arrival.length,
        probed=arrival.probed,
        stored_at=on,
        stored_by=actor.id,
    )
    detail = {"sha256": arrival.sha256, "sealed_sha256": arrival.sealed_sha256, "length": str(arrival.length)}
    opening = enter(arrival.object, case, holder, scope=case, detail=detail)
    opening.seal(row, "identity", arrival.identity.secret_text)
    opening.seal(row, "name", PurePath(name.replace("\\", "/")).name[:_NAME_AT_MOST])
    row.save(force_insert=True)
    return arrival.object


def _not_your_role(case: CaseId) -> Refusal:
    return Refusal(
        code="object.store.role",
        what=Text(en="You cannot add a file to this case.", nl="U kunt geen bestand aan deze zaak toevoegen."),
        why=Text(en="Your role does not do this.", nl="Dit hoort niet bij uw rol."),
        ask=Text(en="Ask a detective who works on it.", nl="Vraag het een rechercheur die eraan werkt."),
        on_record=True,
        subjects=(case,),
    )
