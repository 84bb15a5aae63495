"""What a report or a message says inside its seal, and the sealing itself.

Invariant: content becomes bytes only sealed. Who opens it again shows an opening that the ledger gave for that report:
no log, no key. The public program holds no key of any door, only recipients.
"""

from __future__ import annotations

import binascii
import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from django.conf import settings

from waarborg.apps.custody.keys import Opening
from waarborg.apps.reports.routing import Exploitation, Reporter
from waarborg.engines.sealing.age import Identity, Recipient, seal, unseal
from waarborg.engines.sealing.errors import NotAKey
from waarborg.engines.sealing.keys import door_identities
from waarborg.kernel.actors import Channel
from waarborg.kernel.errors import Fault, Problem, Unusable
from waarborg.kernel.ids import ReportId

#: Longest text, in characters.
TEXT_AT_MOST: Final = 50_000
#: Longest name or way to be reached, in characters.
LINE_AT_MOST: Final = 500
#: All files of one form together, in bytes.
FILES_AT_MOST: Final = 8 * 1024 * 1024
#: Files in one form.
FILES_COUNT: Final = 10
_VERSION: Final = 1
_KINDS: Final = frozenset(kind.value for kind in Exploitation)
_REPORTERS: Final = frozenset(who.value for who in Reporter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file, as it was chosen; nothing is taken out of it."""

    #: The last part of its name, at most 100 characters.
    name: str
    #: What the browser said it is, such as ``image/jpeg``.
    type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What somebody tells. None is *I would rather not say*, and never a no."""

    #: Whether somebody is in danger now.
    danger: bool | None = None
    #: Kinds of exploitation, as ``route`` names them; empty is *I do not know*.
    about: tuple[str, ...] | None = None
    #: What the writer is in this, as ``route`` names it.
    reporter: str | None = None
    #: Whether they give their name; *not now* is None, as if not asked.
    named: bool | None = None
    name: str = ""
    #: How to reach them, and when that is safe.
    contact: str = ""
    text: str = ""
    attachments: tuple[Attachment, ...] = ()

    def document(self) -> dict[str, object]:
        """The document that decides the door, as ``waarborg route`` reads it; what was not said is left out."""
        said = {
            "anonymous": None if self.named is None else not self.named,
            "exploitation": list(self.about) if self.about else None,
            "reporter": self.reporter,
            "danger_now": self.danger,
        }
        return {key: value for key, value in said.items() if value is not None}

    def problems(self) -> tuple[Problem, ...]:
        """Everything that makes this no content of ours; none where it is."""
        size = sum(len(each.data) for each in self.attachments)
        checks: tuple[tuple[bool, str, object, str], ...] = (
            (bool(set(self.about or ()) - _KINDS), "$.about", self.about, f"any of {', '.join(sorted(_KINDS))}"),
            (
                self.reporter not in {None, *_REPORTERS},
                "$.reporter",
                self.reporter,
                f"one of {', '.join(sorted(_REPORTERS))}",
            ),
            (len(self.text) > TEXT_AT_MOST, "$.text", len(self.text), f"at most {TEXT_AT_MOST} characters"),
            (len(self.name) > LINE_AT_MOST, "$.name", len(self.name), f"at most {LINE_AT_MOST} characters"),
            (len(self.contact) > LINE_AT_MOST, "$.contact", len(self.contact), f"at most {LINE_AT_MOST} characters"),
            (
                bool(self.name.strip()) != bool(self.named),
                "$.name",
                len(self.name),
                "a name exactly where named is true",
            ),
            (size > FILES_AT_MOST, "$.attachments", size, f"at most {FILES_AT_MOST} bytes together"),
            (len(self.attachments) > FILES_COUNT, "$.attachments", len(self.attachments), f"at most {FILES_COUNT}"),
        )
        return tuple(
            Problem(path=path, found=str(found), expected=expected) for wrong, path, found, expected in checks if wrong
        )

    def to_bytes(self) -> bytes:
        """The content as versioned JSON, the same bytes for the same content.

        Raises:
            Unusable: it is too large, or names a kind that there is not.
        """
        if problems := self.problems():
            raise Unusable(problems)
        body = {
            "version": _VERSION,
            "danger": self.danger,
            "about": None if self.about is None else list(self.about),
            "reporter": self.reporter,
            "named": self.named,
            "name": self.name,
            "contact": self.contact,
            "text": self.text,
            "attachments": [
                {"name": each.name, "type": each.type, "data": b64encode(each.data).decode("ascii")}
                for each in self.attachments
            ],
        }
        return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, body: bytes) -> Self:
        """Read what ``to_bytes`` made.

        Raises:
            Fault: it is of another version, or none of ours.
        """
        try:
            said: dict[str, Any] = json.loads(body)
            if said.pop("version") != _VERSION:
                message = "a sealed content is of a version that this program does not know"
                raise Fault(message)
            about = said.pop("about")
            files = tuple(
                Attachment(name=each["name"], type=each["type"], data=b64decode(each["data"], validate=True))
                for each in said.pop("attachments")
            )
            return cls(**said, about=None if about is None else tuple(about), attachments=files)
        except (ValueError, KeyError, TypeError, binascii.Error) as why:
            message = f"a sealed content is not in our form ({type(why).__name__})"
            raise Fault(message) from None


def once(form: str, content: Content) -> str:
    """What tells a form sent twice from one that was changed in between, and gives nothing of either away.

    Args:
        form: random text, made with the page; it is not kept, so nobody can try guesses against the result.
        content: what the form says.
    """
    return hmac.digest(form.encode(), content.to_bytes(), "sha256").hex()


def recipients_of(channel: Channel) -> tuple[Recipient, ...]:
    """To whom a door's reports are sealed: the public halves that every program may read, one a line.

    Raises:
        Fault: the door has none here; nothing can be sent to it.
    """
    path: Path = settings.INSTALLATION.data / "doors" / f"{channel.value}.recipients"
    try:
        lines = [line for line in path.read_text("ascii").splitlines() if line.strip() and not line.startswith("#")]
        found = tuple(Recipient.parse(line) for line in lines)
    except (OSError, UnicodeDecodeError, NotAKey) as why:
        message = f"{path}: found no recipients, one a line, that begin with age1 ({type(why).__name__})"
        raise Fault(message) from None
    if not found:
        message = f"{path}: found an empty file, expected the recipients of this door, one a line"
        raise Fault(message)
    return found


def sealed_for(content: Content, *doors: Channel, mailbox: str = "") -> bytes:
    """Seal content to each of ``doors``, and to a mailbox's recipient where there is one."""
    to = [recipient for door in doors for recipient in recipients_of(door)]
    return seal(content.to_bytes(), to=[*to, *([Recipient.parse(mailbox)] if mailbox else [])])


def opened(sealed: bytes | memoryview, *, identities: Iterable[Identity]) -> Content:
    """Open sealed content with keys that somebody holds: the reporter's own, from the code."""
    return Content.from_bytes(unseal(sealed, identities=identities))


def opened_at_door(sealed: bytes | memoryview, *, channel: Channel, report: ReportId, opening: Opening) -> Content:
    """Open sealed content with the keys of a door, in memory only, after the entry that ``opening`` stands for.

    Raises:
        Fault: the opening is about something else, or the door's keys are not on this machine or do not fit.
    """
    return opened(sealed, identities=_door_keys(channel, report, opening))


def _door_keys(channel: Channel, report: ReportId, opening: Opening) -> tuple[Identity, ...]:
    """The keys of a door, for whoever shows the entry that says so."""
    if settings.PROGRAM == "public":
        message = "the public program was asked for the key of a door"
        raise Fault(message)
    if not opening.names(report):
        message = f"{opening.entry} does not name {report}"
        raise Fault(message)
    return door_identities(settings.INSTALLATION.key_file("doors"), channel)
