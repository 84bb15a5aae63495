"""The receipt code: the only way back to a report, made to be written on paper and read out aloud.

Twenty-eight characters in four groups: 130 random bits and two check characters in Crockford's base 32, which has no
I, L, O or U. The house never stores a code, only what can be derived from it and not led back to it.

No slow hash stands between code and mailbox. Slowness makes up for secrets that people choose; here every guess is one
in 2**130, and a reporter on an old phone should not pay for nothing.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from base64 import b32encode
from dataclasses import dataclass, field
from typing import Final, Self

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from waarborg.engines.sealing import bech32
from waarborg.engines.sealing.age import Identity
from waarborg.engines.sealing.errors import NotACode
from waarborg.kernel.ids import MailboxId

RANDOM_BITS: Final = 130
GROUPS: Final = 4
GROUP_LENGTH: Final = 7

_SYMBOLS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH: Final = GROUPS * GROUP_LENGTH
_CHECK_BITS: Final = 10
#: The largest prime that ten bits hold. A code is divisible by it, which no code stays after one wrong character or
#: after two that changed places; of other mistakes one in a thousand goes unseen, and then opens nothing.
_PRIME: Final = 1021
_BETWEEN: Final = re.compile(r"[\s\-\u00ad\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060-\u2069\u2212_.,\ufeff]+")
_FORGIVEN: Final = str.maketrans("OIL", "011")
#: Python reads base 32 with the letters A to V in a row.
_DIGITS: Final = str.maketrans(_SYMBOLS, "0123456789ABCDEFGHIJKLMNOPQRSTUV")
_SEED_BYTES: Final = 32
_LOOKUP_BYTES: Final = 16
_EXPECTED: Final = f"expected a code of {_LENGTH} letters and digits, as we gave it"
#: Far more than a code with any spacing; normalising a long text costs time.
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class ReceiptCode:
    """A code that was parsed or made, so well-formed; whether it opens anything, only a look-up tells.

    Printing it shows nothing: say ``text()`` where a person is to read it, and nowhere else.
    """

    _symbols: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse what is not in the one form from which keys are derived."""
        if len(self._symbols) != _LENGTH or not set(self._symbols) <= set(_SYMBOLS):
            raise NotACode(_EXPECTED)
        number = int(self._symbols.translate(_DIGITS), 32)
        if number % _PRIME or number % (1 << _CHECK_BITS) >= _PRIME:
            raise NotACode(_EXPECTED)

    @classmethod
    def new(cls) -> Self:
        """A fresh code."""
        number = secrets.randbits(RANDOM_BITS) << _CHECK_BITS
        number += -number % _PRIME
        return cls("".join(_SYMBOLS[number >> 5 * place & 31] for place in reversed(range(_LENGTH))))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what a person typed: any case, spaces, dashes, digits of any script, and O for 0, I or L for 1.

        Raises:
            NotACode: it cannot be a code that we gave. Say the same as for a code that opens nothing.
        """
        plain = _BETWEEN.sub("", unicodedata.normalize("NFKC", text[:_LONGEST]))
        digits = "".join(str(unicodedata.decimal(letter, letter)) for letter in plain)
        return cls(digits.upper().translate(_FORGIVEN))

    def text(self) -> str:
        """The code as people see it: four groups of seven, with spaces."""
        return " ".join(self.groups())

    def groups(self) -> tuple[str, ...]:
        """The four groups."""
        return tuple(self._symbols[at : at + GROUP_LENGTH] for at in range(0, _LENGTH, GROUP_LENGTH))

    def mailbox_id(self) -> MailboxId:
        """What the server stores and looks up: it finds the mailbox, and neither opens it nor gives the code back."""
        body = b32encode(self._derived(b"waarborg receipt v1 lookup", _LOOKUP_BYTES)).decode()
        return MailboxId(f"{MailboxId.prefix}_{body.rstrip('=').lower()}")

    def mailbox_identity(self) -> Identity:
        """The private key of the mailbox; whoever writes to it needs ``mailbox_identity().recipient`` only."""
        seed = self._derived(b"waarborg receipt v1 mailbox", _SEED_BYTES)
        return Identity.parse(bech32.encode("age-secret-key-", seed).upper())

    def _derived(self, label: bytes, length: int) -> bytes:
        """HKDF-SHA256 (RFC 5869) of the 28 characters as ASCII, without salt, under ``label``."""
        return HKDF(algorithm=SHA256(), length=length, salt=None, info=label).derive(self._symbols.encode())
