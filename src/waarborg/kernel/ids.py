"""Typed random ids: the only way in which one thing of the house names another across apps and in the ledger."""

from __future__ import annotations

import re
import secrets
from base64 import b32encode
from typing import ClassVar, Self

_BODY = re.compile(r"[a-z2-7]{26}")


class Id(str):
    """``prefix_`` and 128 random bits in base 32: says of what kind a thing is, and nothing else about it."""

    __slots__ = ()
    #: What the id is of; also what it begins with.
    prefix: ClassVar[str] = ""

    def __new__(cls, text: str) -> Self:
        """Take ``text`` as an id of this kind.

        Raises:
            ValueError: it is not one.
        """
        head, _, body = text.rpartition("_")
        if head != cls.prefix or not _BODY.fullmatch(body):
            message = f"found {text[:60]!r}, expected an id that begins with {cls.prefix}_"
            raise ValueError(message)
        return super().__new__(cls, text)

    @classmethod
    def new(cls) -> Self:
        """A fresh id."""
        return cls(f"{cls.prefix}_{b32encode(secrets.token_bytes(16)).decode().rstrip('=').lower()}")


class AccountId(Id):
    """Of somebody who can sign in, or of one of the two that never do: the reporter and the house itself."""

    __slots__ = ()
    prefix = "account"


class EntryId(Id):
    """Of an entry in the custody ledger."""

    __slots__ = ()
    prefix = "entry"


class CaseId(Id):
    """Of a case."""

    __slots__ = ()
    prefix = "case"


class PersonId(Id):
    """Of a person of a case."""

    __slots__ = ()
    prefix = "person"


class ReportId(Id):
    """Of a sealed report."""

    __slots__ = ()
    prefix = "report"


class MailboxId(Id):
    """Of the mailbox that a receipt code opens."""

    __slots__ = ()
    prefix = "mailbox"


class MessageId(Id):
    """Of a message in a mailbox or between the portal and the desk."""

    __slots__ = ()
    prefix = "message"


class HandOverId(Id):
    """Of the offer of a report by one door to another."""

    __slots__ = ()
    prefix = "handover"


class ObjectId(Id):
    """Of a sealed object in the vault: a recording, a photograph, a document."""

    __slots__ = ()
    prefix = "object"


class InterviewId(Id):
    """Of an interview, planned or held."""

    __slots__ = ()
    prefix = "interview"


class ReasonId(Id):
    """Of a reason on file why a safeguard was not met, asked or given leave."""

    __slots__ = ()
    prefix = "reason"


class ChargeId(Id):
    """Of one suspicion against one suspect."""

    __slots__ = ()
    prefix = "charge"


class ProofId(Id):
    """Of one source on which an element of a charge rests."""

    __slots__ = ()
    prefix = "proof"


class IndicatorId(Id):
    """Of an indicator looked at in a case."""

    __slots__ = ()
    prefix = "indicator"


class DecisionId(Id):
    """Of a decision or judgement about a charge."""

    __slots__ = ()
    prefix = "decision"


class ComplaintId(Id):
    """Of a complaint to the court of appeal about a decision not to prosecute."""

    __slots__ = ()
    prefix = "complaint"


class DetentionId(Id):
    """Of a change in where a suspect or convicted person is held: release, leave, escape."""

    __slots__ = ()
    prefix = "detention"


class NoticeId(Id):
    """Of something a victim must be told."""

    __slots__ = ()
    prefix = "notice"


class RightId(Id):
    """Of one victim's use of one right."""

    __slots__ = ()
    prefix = "right"


class SupportId(Id):
    """Of a victim's support."""

    __slots__ = ()
    prefix = "support"
