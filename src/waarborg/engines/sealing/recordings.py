"""Age files too large for memory: sealed while they stream in, and read from any place without unsealing the rest.

Invariant: no byte leaves a reader that was not authenticated, and the length is known only after the last chunk was.
The format is age-encryption.org/v1, so any tool that knows it can open these files; they are not padded, because the
length of a recording is told by its minutes anyway.
"""

from __future__ import annotations

import binascii
import hmac
import io
import re
from base64 import b64decode
from typing import BinaryIO, Final, Protocol, override

import pyrage  # type: ignore[import-untyped]  # its wheel carries no types; every value is turned into ours here
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from waarborg.engines.sealing.age import Identity, Recipient
from waarborg.engines.sealing.errors import CannotOpen, CannotSeal

#: Bytes of plain text in every chunk but the last, and what the tag adds.
_CHUNK: Final = 65536
_TAG = _NONCE = _FILE_KEY = 16
_SEALED_CHUNK: Final = _CHUNK + _TAG
_VERSION: Final = b"age-encryption.org/v1\n"
_X25519: Final = b"age-encryption.org/v1/X25519"
#: Base 64 digits on every line of a stanza's body but the last.
_COLUMNS: Final = 64
#: A header is a few hundred bytes; more is no file of ours.
_HEADER_AT_MOST: Final = 64 * 1024

#: An argument in a header: visible ASCII.
_WORD: Final = re.compile(rb"[!-~]+")

# What may be wrong with a file, in words for our logs.
_OTHER_FORMAT: Final = "it does not begin as an age file does"
_OTHER_KEY: Final = "it was sealed to another key"
_CUT: Final = "it ends in its header, or its header is too long"
_CHANGED: Final = "its header was changed, or a part of it has another length"
_NOT_CANONICAL: Final = "its header is not base 64 in the one form that age allows"
_NOT_A_STANZA: Final = "a part of its header has an argument that age does not allow"
_BEFORE_START: Final = "found a place before the beginning, expected 0 or more"
_EMPTY_END: Final = "its last chunk is empty"


class Readable(Protocol):
    """Whatever gives its bytes piece by piece."""

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes; none at the end."""


class Writable(Protocol):
    """Whatever takes bytes piece by piece."""

    def write(self, data: bytes, /) -> object:
        """Take all of ``data``."""

    def flush(self) -> None:
        """Hand on what was taken."""


class _Source:
    """Passes reads on and remembers what went wrong, since pyrage keeps only its first words."""

    def __init__(self, source: Readable) -> None:
        self._source = source
        self.wrong: Exception | None = None

    def read(self, size: int = -1, /) -> bytes:
        try:
            return self._source.read(size)
        except Exception as error:
            self.wrong = error
            raise


def seal_stream(source: Readable, target: Writable, *, to: Recipient) -> None:
    """Seal what ``source`` gives into ``target`` as an age file for ``to``, in constant memory.

    Raises:
        CannotSeal: ``target`` could not take it.
        Exception: whatever ``source`` raised; then ``target`` holds an unfinished file that does not open.
    """
    watched = _Source(source)
    try:
        pyrage.encrypt_io(watched, target, [pyrage.x25519.Recipient.from_str(to.text)])
    except pyrage.EncryptError as error:
        if watched.wrong is not None:
            raise watched.wrong from None
        message = f"an age file could not be written: {str(error).splitlines()[0]}"
        raise CannotSeal(message) from None
    target.flush()


class SealedReader(io.RawIOBase):
    """What an age file holds, as a read-only file that can be sought in.

    Raises:
        CannotOpen: on opening, seeking or reading: another key, cut, or a bit was changed.
    """

    def __init__(self, sealed: BinaryIO, identity: Identity) -> None:
        super().__init__()
        self._sealed: Final = sealed
        key = _file_key(sealed, identity)
        nonce = sealed.read(_NONCE)
        if len(nonce) != _NONCE:
            raise _broken(_CUT)
        self._cipher: Final = ChaCha20Poly1305(_derive(key, nonce, b"payload"))
        self._start: Final = sealed.tell()
        body = sealed.seek(0, io.SEEK_END) - self._start
        self._last: Final = max(0, -(-body // _SEALED_CHUNK) - 1)
        self._at = 0
        self._open: tuple[int, bytes] = (-1, b"")
        # The last chunk first: only then is the length more than a claim.
        tail = self._chunk(self._last)
        if self._last and not tail:
            raise _broken(_EMPTY_END)
        #: Bytes.
        self.length: Final = self._last * _CHUNK + len(tail)

    @override
    def readable(self) -> bool:
        return True

    seekable = readable

    @override
    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to a place; one past the end is allowed, and then nothing is read.

        Raises:
            ValueError: the place lies before the beginning.
        """
        place = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.length}[whence]
        if place < 0:
            raise ValueError(_BEFORE_START)
        self._at = place
        return place

    @override
    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # any buffer, as typeshed has it
        """Fill ``buffer`` from one chunk; 0 at the end."""
        if self._at >= self.length:
            return 0
        number, within = divmod(self._at, _CHUNK)
        piece = self._chunk(number)[within : within + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def _chunk(self, number: int) -> bytes:
        """The plain text of one chunk; the one read last is kept."""
        if self._open[0] != number:
            self._sealed.seek(self._start + number * _SEALED_CHUNK)
            nonce = number.to_bytes(11) + bytes([number == self._last])
            try:
                plain = self._cipher.decrypt(nonce, self._sealed.read(_SEALED_CHUNK), None)
            except InvalidTag:
                why = f"chunk {number} of {self._last + 1} was changed"
                raise _broken(why) from None
            self._open = (number, plain)
        return self._open[1]


def _file_key(sealed: BinaryIO, identity: Identity) -> bytes:
    """Read the header up to its end and unwrap the key of the file with ``identity``."""
    sealed.seek(0)
    if sealed.readline(len(_VERSION)) != _VERSION:
        raise _broken(_OTHER_FORMAT)
    key, private = None, _private_key(identity)
    while (line := _line(sealed)).startswith(b"->"):
        part = _line(sealed)
        body = part
        while len(part) == _COLUMNS:
            part = _line(sealed)
            body += part
        words = line.split(b" ")[1:]
        if not words or not all(_WORD.fullmatch(word) for word in words):
            raise _broken(_NOT_A_STANZA)
        match words:
            case [b"X25519", share]:
                key = key or _unwrapped(private, _binary(share), _binary(body))
    if key is None:
        raise _broken(_OTHER_KEY)
    mark, _, code = line.partition(b" ")
    end = sealed.tell()
    sealed.seek(0)
    header = sealed.read(end - len(line) - 1) + b"---"
    sealed.seek(end)
    made = hmac.digest(_derive(key, b"", b"header"), header, "sha256")
    if mark != b"---" or not hmac.compare_digest(_binary(code), made):
        raise _broken(_CHANGED)
    return key


def _line(sealed: BinaryIO) -> bytes:
    """The next line of a header, without its end."""
    line = sealed.readline(_HEADER_AT_MOST)
    if not line.endswith(b"\n") or sealed.tell() > _HEADER_AT_MOST:
        raise _broken(_CUT)
    return line[:-1]


def _unwrapped(private: X25519PrivateKey, share: bytes, body: bytes) -> bytes | None:
    """The file key that one stanza wraps for ``private``; None where it is for somebody else."""
    if len(share) != len(body) or len(body) != _FILE_KEY + _TAG:
        raise _broken(_CHANGED)
    try:
        secret = private.exchange(X25519PublicKey.from_public_bytes(share))
        wrapping = _derive(secret, share + private.public_key().public_bytes_raw(), _X25519)
        return ChaCha20Poly1305(wrapping).decrypt(bytes(12), body, None)
    except (InvalidTag, ValueError):
        # ValueError is the share that would make the secret zero.
        return None


def _private_key(identity: Identity) -> X25519PrivateKey:
    """The 32 bytes that bech32 writes as ``AGE-SECRET-KEY-1…``; its checksum was proved when it was parsed."""
    symbols = identity.secret_text.lower().rpartition("1")[2][:-6]
    bits = 0
    for symbol in symbols:
        bits = bits << 5 | "qpzry9x8gf2tvdw0s3jn54khce6mua7l".index(symbol)
    return X25519PrivateKey.from_private_bytes((bits >> len(symbols) * 5 - 256).to_bytes(32))


def _derive(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt or None, purpose).derive(secret)


def _binary(text: bytes) -> bytes:
    """Base 64 without padding, in its one canonical form."""
    try:
        found = b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        raise _broken(_NOT_CANONICAL) from None
    if binascii.b2a_base64(found, newline=False).rstrip(b"=") != text:
        raise _broken(_NOT_CANONICAL)
    return found


def _broken(why: str) -> CannotOpen:
    return CannotOpen(f"an age file does not open: {why}")
