"""The small container inside every sealed file, which lets its size tell only a bucket.

Eight bytes with the payload's length (big-endian), the payload, and zeros up to a bucket: 4, 16, 64 or 256 KiB, or a
multiple of 1 MiB. Whoever seals in a browser writes the same.
"""

from __future__ import annotations

from typing import Final

from waarborg.engines.sealing.errors import CannotOpen

_LENGTH_BYTES: Final = 8
_KIB: Final = 1024
_MIB: Final = 1024 * _KIB
_SMALL: Final = (4 * _KIB, 16 * _KIB, 64 * _KIB, 256 * _KIB)


def bucket_of(length: int) -> int:
    """The size in bytes of the container that a payload of ``length`` bytes is sealed in: all that others may know."""
    needed = _LENGTH_BYTES + length
    return next((bucket for bucket in _SMALL if needed <= bucket), -(-needed // _MIB) * _MIB)


def pad(payload: bytes) -> bytes:
    """Put a payload in its container."""
    framed = len(payload).to_bytes(_LENGTH_BYTES) + payload
    return framed.ljust(bucket_of(len(payload)), b"\x00")


def unpad(container: bytes) -> bytes:
    """Take the payload out again.

    Raises:
        CannotOpen: the container is not exactly what ``pad`` makes.
    """
    length = int.from_bytes(container[:_LENGTH_BYTES])
    payload = container[_LENGTH_BYTES : _LENGTH_BYTES + length]
    filling = container[_LENGTH_BYTES + length :]
    whole = len(payload) == length and len(container) == bucket_of(length)
    if not whole or filling.count(0) != len(filling):
        message = "what was sealed is no container of ours"
        raise CannotOpen(message)
    return payload
