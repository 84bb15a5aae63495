"""Sealing files in the age format (age-encryption.org/v1), so that any tool that knows it can open them in ten years.

Invariant: recipients are X25519 only. A file for a post-quantum and a classic recipient would be no stronger than the
classic one, so the two can never meet in one file: a post-quantum key is refused before it is a value.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Self

import pyrage  # type: ignore[import-untyped]  # its wheel carries no types; every value is turned into ours here

from waarborg.engines.sealing.errors import CannotOpen, CannotSeal, NotAKey
from waarborg.engines.sealing.padding import pad, unpad

_POST_QUANTUM: Final = ("age1pq1", "AGE-SECRET-KEY-PQ-1")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a file is sealed to: a public key, ``age1…``."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a public key; spaces around it are forgiven.

        Raises:
            NotAKey: it is none, or a post-quantum one.
        """
        stripped = text.strip()
        _refuse_post_quantum(stripped)
        try:
            return cls(str(pyrage.x25519.Recipient.from_str(stripped)))
        except pyrage.RecipientError:
            message = "found another text, expected a recipient that begins with age1"
            raise NotAKey(message) from None


@dataclass(frozen=True, slots=True)
class Identity:
    """Who opens: a private key, ``AGE-SECRET-KEY-1…``; printing it shows the public key only."""

    recipient: Recipient
    #: Secret.
    secret_text: str = field(repr=False)

    @classmethod
    def new(cls) -> Self:
        """A fresh key."""
        return cls._of(pyrage.x25519.Identity.generate())

    @classmethod
    def parse(cls, secret_text: str) -> Self:
        """Read a private key; spaces around it are forgiven.

        Raises:
            NotAKey: it is none, or a post-quantum one.
        """
        stripped = secret_text.strip()
        _refuse_post_quantum(stripped)
        try:
            return cls._of(pyrage.x25519.Identity.from_str(stripped))
        except pyrage.IdentityError:
            message = "found another text, expected an identity that begins with AGE-SECRET-KEY-1"
            raise NotAKey(message) from None

    @classmethod
    def _of(cls, identity: pyrage.x25519.Identity) -> Self:
        return cls(Recipient(str(identity.to_public())), str(identity))


def seal(payload: bytes, *, to: Iterable[Recipient]) -> bytes:
    """Seal ``payload`` so that each of ``to`` can open it alone; what comes out tells the number of them and a bucket.

    Raises:
        CannotSeal: there is nobody to seal it to.
    """
    recipients = dict.fromkeys(to)
    if not recipients:
        message = "found no recipient, expected at least one"
        raise CannotSeal(message)
    sealed: bytes = pyrage.encrypt(pad(payload), [pyrage.x25519.Recipient.from_str(each.text) for each in recipients])
    return sealed


def unseal(sealed: bytes | memoryview, *, identities: Iterable[Identity]) -> bytes:
    """Open what ``seal`` made, with the first of ``identities`` that fits.

    Raises:
        CannotOpen: none fits, it was cut or changed, or there is no container of ours inside.
    """
    keys = [pyrage.x25519.Identity.from_str(each.secret_text) for each in identities]
    try:
        container = pyrage.decrypt(bytes(sealed), keys)
    except pyrage.DecryptError as why:
        first_line = str(why).splitlines()[0] if str(why) else "no reason given"
        message = f"an age file does not open: {first_line}"
        raise CannotOpen(message) from None
    return unpad(container)


def _refuse_post_quantum(text: str) -> None:
    if text.startswith(_POST_QUANTUM):
        message = "found a post-quantum key, expected an X25519 one: this house seals to one kind only"
        raise NotAKey(message)
