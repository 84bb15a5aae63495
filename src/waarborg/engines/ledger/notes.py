"""Signed notes: a short text and Ed25519 signatures under it, readable by people and by any transparency tool.

Source: C2SP signed-note. Invariant: a text is returned only when a known key signed exactly its bytes.
"""

from __future__ import annotations

import base64
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from waarborg.engines.ledger.errors import Unproven

_ED25519: Final = b"\x01"
_KEY_BYTES: Final = 32
_KEY_ID_BYTES: Final = 4
#: How a private key begins.
_PRIVATE: Final = "PRIVATE+KEY+"
_DASH: Final = "\u2014 "
#: No spaces and no plus sign: those part the fields of a note and of a key.
_NAME: Final = re.compile(r"[^\s+\x00-\x1f\x7f]+")
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f]")
_LONGEST: Final = 1_000_000
_MOST_SIGNATURES: Final = 100


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key under a name."""

    #: As it stands in the note.
    name: str
    #: Ed25519, 32 bytes.
    public: bytes

    def __post_init__(self) -> None:
        """Refuse what no note could name."""
        if not _NAME.fullmatch(self.name) or len(self.public) != _KEY_BYTES:
            message = "found another shape, expected a name without spaces or plus signs and a key of 32 bytes"
            raise Unproven(message)

    @property
    def key_id(self) -> bytes:
        """Four bytes that tell the keys of one name apart."""
        return sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:_KEY_ID_BYTES]

    def text(self) -> str:
        """The key as ``name+id+key``, to publish."""
        return f"{self.name}+{self.key_id.hex()}+{_base64(_ED25519 + self.public)}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a published key.

        Raises:
            Unproven: it is not one, or its id is not that of its key.
        """
        name, _, rest = text.partition("+")
        key_id, _, encoded = rest.partition("+")
        key = _from_base64(encoded)
        if key[:1] != _ED25519:
            message = "found another kind of key, expected Ed25519"
            raise Unproven(message)
        verifier = cls(name, key[1:])
        if verifier.key_id.hex() != key_id:
            message = "the key does not belong to its id"
            raise Unproven(message)
        return verifier

    def has_signed(self, text: bytes, signature: bytes) -> bool:
        """Whether ``signature`` (64 bytes) is this key's under ``text``."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key under a name; printing it shows the name only."""

    name: str
    #: Ed25519, 32 bytes, secret.
    seed: bytes = field(repr=False)

    @classmethod
    def new(cls, name: str) -> Self:
        """A fresh key."""
        return cls(name, secrets.token_bytes(_KEY_BYTES))

    @property
    def verifier(self) -> Verifier:
        """The public half."""
        return Verifier(self.name, self._key().public_key().public_bytes_raw())

    def secret_text(self) -> str:
        """The key as one line, for a file that only its owner may read."""
        return f"{_PRIVATE}{self.name}+{self.verifier.key_id.hex()}+{_base64(_ED25519 + self.seed)}"

    @classmethod
    def parse(cls, secret_text: str) -> Self:
        """Read what ``secret_text`` wrote.

        Raises:
            Unproven: it is not a private key, or its id is not that of its key.
        """
        name, _, rest = secret_text.removeprefix(_PRIVATE).partition("+")
        key_id, _, encoded = rest.partition("+")
        key = _from_base64(encoded)
        signer = cls(name, key[1:])
        well_formed = secret_text.startswith(_PRIVATE) and key[:1] == _ED25519 and len(signer.seed) == _KEY_BYTES
        if not well_formed or signer.verifier.key_id.hex() != key_id:
            message = "found another text, expected a private key for signing notes"
            raise Unproven(message)
        return signer

    def sign(self, text: bytes) -> bytes:
        """The signature (64 bytes) under ``text``."""
        return self._key().sign(text)

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A text that at least one known key signed."""

    #: Ends in a newline.
    text: str
    signed_by: tuple[Verifier, ...]


def sign_note(text: str, *signers: Signer) -> str:
    """Put signatures under ``text``, which ends in a newline and holds no other control character.

    Raises:
        ValueError: there is no signer, or a note cannot carry the text.
    """
    body = _body(text)
    if body is None or not signers:
        message = "expected a text of lines, the last one ended, and at least one signer"
        raise ValueError(message)
    lines = (f"{_DASH}{each.name} {_base64(each.verifier.key_id + each.sign(body))}\n" for each in signers)
    return f"{text}\n{''.join(lines)}"


def open_note(note: str | bytes, verifiers: Iterable[Verifier]) -> Note:
    """Read a note; signatures by keys that nobody here knows are passed over.

    Raises:
        Unproven: it is no note, no known key signed it, or the signature of a known key is false.
    """
    text, signatures = _parted(note)
    body = text.encode()
    known = {(each.name, each.key_id): each for each in verifiers}
    signed_by: dict[Verifier, None] = {}
    for name, key_id, signature in signatures:
        verifier = known.get((name, key_id))
        if verifier is None:
            continue
        if not verifier.has_signed(body, signature):
            message = f"the signature of {name} does not fit the text"
            raise Unproven(message)
        signed_by[verifier] = None
    if not signed_by:
        message = "no known key signed the note"
        raise Unproven(message)
    return Note(text=text, signed_by=tuple(signed_by))


def _parted(note: str | bytes) -> tuple[str, list[tuple[str, bytes, bytes]]]:
    """The text, and of each signature the name, key id and bytes."""
    try:
        whole = note.decode() if isinstance(note, bytes) else note
    except UnicodeDecodeError:
        whole = ""
    text, gap, under = whole.rpartition("\n\n")
    text += "\n"
    lines = under.splitlines(keepends=True)
    if len(whole) > _LONGEST or not gap or _body(text) is None or not 0 < len(lines) <= _MOST_SIGNATURES:
        message = "found another shape, expected a text, an empty line and signatures"
        raise Unproven(message)
    return text, [_signature(line) for line in lines]


def _signature(line: str) -> tuple[str, bytes, bytes]:
    name, _, encoded = line.removeprefix(_DASH).removesuffix("\n").partition(" ")
    signature = _from_base64(encoded)
    if (
        not (line.startswith(_DASH) and line.endswith("\n") and _NAME.fullmatch(name))
        or len(signature) <= _KEY_ID_BYTES
    ):
        message = "found another line, expected a dash, a name and a signature"
        raise Unproven(message)
    return name, signature[:_KEY_ID_BYTES], signature[_KEY_ID_BYTES:]


def _body(text: str) -> bytes | None:
    """The bytes that are signed, or None for what a note cannot carry."""
    try:
        body = text.encode()
    except UnicodeEncodeError:
        return None
    return body if text.endswith("\n") and not _CONTROL.search(text) else None


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _from_base64(text: str) -> bytes:
    """The bytes, from the one way in which they can be written."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        data = b""
    if not data or _base64(data) != text:
        message = "found another text, expected base64"
        raise Unproven(message)
    return data
