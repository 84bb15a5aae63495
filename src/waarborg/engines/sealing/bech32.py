"""Writing bytes as bech32 (BIP 173), the way in which age writes its keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

_SYMBOLS: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECK_SYMBOLS: Final = 6


def encode(prefix: str, data: bytes) -> str:
    """``prefix`` (lower case), a ``1``, and ``data`` with its checksum; in lower case."""
    values = list(_fives(data))
    spread = [*(ord(letter) >> 5 for letter in prefix), 0, *(ord(letter) & 31 for letter in prefix)]
    check = _checksum([*spread, *values, *[0] * _CHECK_SYMBOLS]) ^ 1
    values += [check >> 5 * place & 31 for place in reversed(range(_CHECK_SYMBOLS))]
    return f"{prefix}1{''.join(_SYMBOLS[value] for value in values)}"


def _fives(data: bytes) -> Iterator[int]:
    """The bits of ``data`` in groups of five, the last one filled up with zeros."""
    groups = -(-len(data) * 8 // 5)
    bits = int.from_bytes(data) << groups * 5 - len(data) * 8
    return (bits >> 5 * place & 31 for place in reversed(range(groups)))


def _checksum(values: Iterable[int]) -> int:
    """The remainder of the BCH code that BIP 173 defines."""
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, term in enumerate(_GENERATOR):
            if top >> place & 1:
                check ^= term
    return check
