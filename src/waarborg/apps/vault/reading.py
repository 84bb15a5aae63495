"""Opens what the vault keeps, for playback: written down first, with who, what and why.

Invariant: no byte is unsealed before the entry is written; a reader gives only bytes that were authenticated.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BufferedReader
from typing import Final

from waarborg.apps.custody.entering import consult
from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.queries import opening_again
from waarborg.apps.vault import shelf
from waarborg.apps.vault.models import SealedObject
from waarborg.engines.sealing.age import Identity
from waarborg.engines.sealing.recordings import SealedReader
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Fault, Refusal
from waarborg.kernel.ids import CaseId, EntryId, ObjectId
from waarborg.kernel.texts import Text

_PLAY: Final = "object.play"
#: Who may look at or listen to what a case holds, once admitted to it by the app that holds the object.
MAY_OPEN: Final = frozenset(
    {Role.DETECTIVE, Role.TEAM_LEADER, Role.PROSECUTOR, Role.VICTIM, Role.REPRESENTATIVE, Role.LAWYER, Role.SUPERVISOR}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Playback:
    """An open object: plain bytes from any place, for as long as nobody closes ``file``."""

    object: ObjectId
    #: The entry that says that it was opened.
    entry: EntryId
    #: What the file was called.
    name: str
    #: Bytes.
    length: int
    #: Can be sought in; whoever got it closes it.
    file: BufferedReader


def play(*, actor: Actor, on: datetime, object_id: ObjectId, reason: str) -> Playback | Refusal:
    """Write that ``actor`` opens an object, then open it.

    Args:
        actor: who looks or listens; must have been admitted to the case by the caller.
        on: when (aware).
        object_id: the object.
        reason: why; pressing play asks for it.

    Raises:
        Fault: the file is gone, or was changed outside the house; ``verification`` says which.
    """
    row = SealedObject.objects.filter(pk=object_id).first()
    if row is None or not actor.roles & MAY_OPEN:
        return _NOT_YOURS
    if not reason.strip():
        return _NO_REASON
    subjects = (str(row.case), str(object_id), row.holder)
    return _opened(row, consult(actor=actor, on=on, what=_PLAY, subjects=subjects, reason=reason.strip()))


def play_on(*, actor: Actor, on: datetime, object_id: ObjectId, entry: str) -> Playback | Refusal:
    """Go on with an object that ``play`` opened: a browser asks for a recording in parts, and one viewing is one entry.

    Args:
        actor: who looks or listens; must have been admitted to the case by the caller.
        on: when (aware).
        object_id: the object.
        entry: the one that ``play`` gave; another one, or one that is too old, is refused.

    Raises:
        Fault: as ``play``.
    """
    row = SealedObject.objects.filter(pk=object_id).first()
    if row is None or not actor.roles & MAY_OPEN:
        return _NOT_YOURS
    opening = opening_again(actor=actor, on=on, entry=entry, what=_PLAY, subjects=(str(row.case), str(object_id)))
    return _NO_REASON if opening is None else _opened(row, opening)


def _opened(row: SealedObject, opening: Opening) -> Playback:
    """The file of a row, unsealed as it is read."""
    object_id = ObjectId(row.pk)
    try:
        sealed = shelf.sealed_file(object_id)
    except FileNotFoundError:
        message = f"{object_id} has no file"
        raise Fault(message, _GONE) from None
    reader = SealedReader(sealed, Identity.parse(opening.read(row, "identity")))
    return Playback(
        object=object_id,
        entry=opening.entry,
        name=opening.read(row, "name"),
        length=reader.length,
        file=BufferedReader(reader),
    )


def case_of(object_id: ObjectId) -> CaseId | None:
    """The case whose key seals an object, so that its holder can ask who is admitted to it."""
    case = SealedObject.objects.filter(pk=object_id).values_list("case", flat=True).first()
    return CaseId(case) if case else None


_WHAT: Final = Text(en="You cannot open this file.", nl="U kunt dit bestand niet openen.")
_NOT_YOURS: Final = Refusal(
    code="object.play.role",
    what=_WHAT,
    why=Text(en="It is not there, or not for your role.", nl="Het is er niet, of het hoort niet bij uw rol."),
    ask=Text(en="Ask the team leader of the case.", nl="Vraag het de teamleider van de zaak."),
    on_record=True,
)
_NO_REASON: Final = Refusal(
    code="object.play.no_reason",
    what=_WHAT,
    why=Text(
        en="You gave no reason, and the person may ask who looked and why.",
        nl="U gaf geen reden, en de persoon mag vragen wie keek en waarom.",
    ),
    instead=Text(en="Write in a few words why you need it.", nl="Schrijf in een paar woorden waarom u het nodig hebt."),
)
_GONE: Final = Text(
    en="This file is gone from the vault, and that is our fault. Tell the supervisor. Nothing was changed.",
    nl="Dit bestand is weg uit de kluis en dat ligt aan ons. Zeg het de toezichthouder. Er is niets veranderd.",
)
