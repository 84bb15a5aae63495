"""Sealing short texts, such as a name in a case, under a key that can be destroyed.

Invariant: what was sealed for one place opens in no other, and its length is told in steps of 32 bytes only.
"""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass, field
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from waarborg.engines.sealing.errors import CannotOpen, NotAKey
from waarborg.kernel.errors import Problem, Unusable

KEY_BYTES: Final = 32
#: The first byte of everything sealed here: AES-256-GCM, 12 bytes of nonce, 16 of tag.
_VERSION: Final = b"\x01"
_NONCE_BYTES: Final = 12
_STEP: Final = 32
_FIELD: Final = b"waarborg field"
_KEY: Final = b"waarborg key"
_WRAPPING: Final = "WAARBORG-WRAPPING-KEY-1:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The one place that something is sealed for; all three are bound to it and none is secret."""

    #: What the key belongs to, such as the id of the case.
    scope: str
    #: The id of the row.
    row: str
    #: The name of the field in the row.
    field: str

    def bound(self, purpose: bytes) -> bytes:
        """The associated data; lengths go before the parts, so that no two labels give the same bytes."""
        parts = (purpose, *(part.encode("utf-8", "surrogatepass") for part in (self.scope, self.row, self.field)))
        return _VERSION + b"".join(len(part).to_bytes(4) + part for part in parts)


@dataclass(frozen=True, slots=True)
class FieldKey:
    """The key of one case: 32 random bytes. Printing it shows nothing; destroying it destroys what it sealed.

    The nonces are random, so one key is good for 2**32 texts (NIST SP 800-38D §8.3).
    """

    _key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Take 32 bytes only."""
        _check_length(self._key)

    @classmethod
    def new(cls) -> Self:
        """A fresh key."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def seal(self, text: str, label: Label) -> bytes:
        """Seal ``text`` for the place that ``label`` names.

        Raises:
            Unusable: the text holds half a surrogate pair, which no page could show again.
        """
        try:
            plain = text.encode()
        except UnicodeEncodeError as broken:
            found = f"half a surrogate pair at character {broken.start}"
            raise Unusable([Problem(path=f"$.{label.field}", found=found, expected="text")]) from None
        return _seal(self._key, _padded(plain), label.bound(_FIELD))

    def open(self, sealed: bytes | memoryview, label: Label) -> str:
        """Open what ``seal`` made for that same place.

        Raises:
            CannotOpen: another key or place, or a bit was changed.
        """
        return _unpadded(_open(self._key, bytes(sealed), label.bound(_FIELD))).decode()


@dataclass(frozen=True, slots=True)
class WrappingKey:
    """The key that the database never holds, and under which it holds every ``FieldKey``."""

    _key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Take 32 bytes only."""
        _check_length(self._key)

    @classmethod
    def new(cls) -> Self:
        """A fresh key."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def wrap(self, key: FieldKey, label: Label) -> bytes:
        """Seal a case's key for the row that keeps it."""
        return _seal(self._key, key._key, label.bound(_KEY))  # noqa: SLF001 - the one reader of a key's bytes

    def unwrap(self, wrapped: bytes | memoryview, label: Label) -> FieldKey:
        """Open what ``wrap`` made for that same row.

        Raises:
            CannotOpen: another key or row, or a bit was changed.
        """
        return FieldKey(_open(self._key, bytes(wrapped), label.bound(_KEY)))

    def secret_text(self) -> str:
        """The key as one line, for a file that only its owner may read."""
        return _WRAPPING + base64.b64encode(self._key).decode()

    @classmethod
    def parse(cls, secret_text: str) -> Self:
        """Read what ``secret_text`` wrote; a newline at the end is forgiven.

        Raises:
            NotAKey: it is something else.
        """
        text = secret_text.strip()
        try:
            found = cls(base64.b64decode(text.removeprefix(_WRAPPING), validate=True))
        except ValueError:
            found = None
        if found is None or found.secret_text() != text:
            message = "found another text, expected a wrapping key"
            raise NotAKey(message)
        return found


def _check_length(key: bytes) -> None:
    if len(key) != KEY_BYTES:
        message = f"found {len(key)} bytes, expected a key of {KEY_BYTES}"
        raise NotAKey(message)


def _padded(plain: bytes) -> bytes:
    """ISO 7816-4: a one bit, then zeros; without it, the length of a sealed "yes" would tell it from a "no"."""
    filled = plain + b"\x80"
    return filled + bytes(-len(filled) % _STEP)


def _unpadded(padded: bytes) -> bytes:
    """Undo ``_padded``; the tag has shown before that we wrote these bytes."""
    return padded.rstrip(b"\x00").removesuffix(b"\x80")


def _seal(key: bytes, plain: bytes, bound: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, plain, bound)


def _open(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    nonce, rest = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    if sealed[:1] == _VERSION and rest:
        try:
            return AESGCM(key).decrypt(nonce, rest, bound)
        except InvalidTag:
            pass
    message = "a sealed field does not open with this key for this label"
    raise CannotOpen(message)
