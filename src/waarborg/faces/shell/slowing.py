"""Slows down guessing: so many tries a minute for one user name, whether or not there is such an account.

Kept in memory and by the name's hash alone; no address is ever looked at. A minute after the last wrong guess by
somebody else, the person herself gets in again.
"""

from __future__ import annotations

import hashlib
from typing import Final

from django.core.cache import cache

#: Tries within one minute.
TRIES: Final = 10
_SECONDS: Final = 60


def may_try(username: str) -> bool:
    """Count one try for a user name; whether it may be made."""
    key = _key(username)
    cache.add(key, 0, timeout=_SECONDS)
    try:
        return cache.incr(key) <= TRIES
    except ValueError:  # The minute ended between the two lines.
        return True


def forget(username: str) -> None:
    """Stop counting: the right things were typed."""
    cache.delete(_key(username))


def _key(username: str) -> str:
    return "tries:" + hashlib.sha256(username.strip().casefold().encode("utf-8", "replace")).hexdigest()
