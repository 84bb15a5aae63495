"""What a leaf is made of: one way to write an entry as bytes, and commitments that hide what they fix.

Invariant: an entry has exactly one encoding, so whoever holds the entry can recompute its leaf in any language.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from waarborg.engines.ledger.errors import Unproven
from waarborg.kernel.errors import Problem, Unusable

#: What an entry may hold. Whole numbers only: a fraction has no one way to be written.
type Json = str | int | bool | Sequence[Json] | Mapping[str, Json] | None

#: The largest whole number that every JSON reader keeps exactly (RFC 8785 §3.2.2.3 by way of IEEE 754).
LARGEST_NUMBER: Final = 2**53 - 1
SALT_BYTES: Final = 32
#: An entry is small; what nests deeper is no entry.
_DEEPEST: Final = 16


def encode(entry: Mapping[str, Json]) -> bytes:
    """Write an entry as canonical JSON: keys in order, no spaces, UTF-8 (RFC 8785 for the values that we allow).

    Raises:
        Unusable: a value has no one way to be written, with its path; the value itself is not repeated.
    """
    if problems := list(_problems(entry, "$", 0)):
        raise Unusable(problems)
    return json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def decode(leaf: bytes) -> dict[str, Json]:
    """Read an entry back, only when its bytes are those that ``encode`` writes.

    Raises:
        Unproven: they are not, so somebody else wrote or changed them.
    """
    try:
        entry = json.loads(leaf.decode())
        if isinstance(entry, dict) and encode(entry) == leaf:
            return entry
    except (ValueError, RecursionError):
        pass
    message = "the leaf is no entry in canonical JSON"
    raise Unproven(message)


def new_salt() -> bytes:
    """Thirty-two random bytes; kept with the detail, and destroyed with it."""
    return secrets.token_bytes(SALT_BYTES)


def commit(salt: bytes, detail: bytes) -> bytes:
    """Fix ``detail`` without showing it: 32 bytes that can stay in the ledger after the detail is destroyed.

    HMAC-SHA256 under the salt: without the salt even a guess of the detail cannot be tried, and with it nobody can
    show another detail for the same commitment.

    Raises:
        ValueError: the salt is not 32 bytes.
    """
    if len(salt) != SALT_BYTES:
        message = f"found a salt of {len(salt)} bytes, expected {SALT_BYTES}"
        raise ValueError(message)
    return hmac.digest(salt, detail, "sha256")


def verify_commitment(*, commitment: bytes, salt: bytes, detail: bytes) -> None:
    """Check that ``commitment`` was made of this salt and detail.

    Raises:
        Unproven: it was not.
    """
    if len(salt) != SALT_BYTES or not hmac.compare_digest(commit(salt, detail), commitment):
        message = "the detail is not the one that was committed to"
        raise Unproven(message)


def _problems(value: object, path: str, depth: int) -> Iterator[Problem]:
    """What stands in the way of writing ``value`` in one way."""
    if depth > _DEEPEST:
        yield Problem(path=path, found="more nesting", expected=f"at most {_DEEPEST} levels")
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _problems(item, f"{path}[{index}]", depth + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            # ASCII keys sort alike by code point (Python) and by UTF-16 unit (RFC 8785).
            if isinstance(key, str) and key.isascii():
                yield from _problems(item, f"{path}.{key}", depth + 1)
            else:
                yield Problem(path=path, found="another key", expected="keys of ASCII characters")
    elif found := _misfit(value):
        expected = f"a text, a whole number up to {LARGEST_NUMBER} either way, true, false, null, a list or an object"
        yield Problem(path=path, found=found, expected=expected)


def _misfit(value: object) -> str | None:
    """Why a single value has no one way to be written, in words that do not repeat it."""
    match value:
        case None | bool():
            return None
        case str():
            return None if _is_text(value) else "half a surrogate pair"
        case int():
            return None if abs(value) <= LARGEST_NUMBER else "a larger number"
        case _:
            return type(value).__name__


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
