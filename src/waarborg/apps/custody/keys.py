"""The keys of cases: made, wrapped, used through an opening, destroyed.

Invariant: no log, no key. An opening is given only by an entry in the ledger and opens only what that entry names.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from waarborg.apps.custody.models import ScopeKey
from waarborg.engines.sealing.errors import CannotOpen, NotAKey
from waarborg.engines.sealing.fields import FieldKey, Label, WrappingKey
from waarborg.engines.sealing.keys import read_secret
from waarborg.kernel.errors import Fault
from waarborg.kernel.ids import EntryId


class Opening:
    """The right to read and write what is sealed under the cases that one entry names."""

    __slots__ = ("_ended", "_keys", "_scopes", "entry")

    def __init__(self, entry: EntryId, scopes: tuple[str, ...]) -> None:
        #: The entry that gave this right.
        self.entry: Final = entry
        self._scopes: Final = frozenset(scopes)
        self._keys: Final[dict[str, FieldKey]] = {}
        self._ended = False

    def names(self, subject: str) -> bool:
        """Whether the entry names ``subject``: what is sealed under other keys than a case's asks this first."""
        return subject in self._scopes and not self._ended

    def end(self) -> None:
        """Take the right back: the entry that gave it was rolled back with its act."""
        self._ended = True
        self._keys.clear()

    def seal(self, row: Any, field: str, text: str) -> None:  # noqa: ANN401 - any model with ``scope``
        """Set ``row.field`` to ``text`` under the key of ``row.scope``; an empty text stays empty."""
        setattr(row, field, self._key(row.scope).seal(text, _label(row, field)) if text else b"")

    def read(self, row: Any, field: str) -> str:  # noqa: ANN401 - any model with ``scope``
        """The text in ``row.field``; empty where there is none.

        Raises:
            Fault: the bytes were changed outside the house, or the case's key was destroyed.
        """
        sealed = bytes(getattr(row, field))
        if not sealed:
            return ""
        try:
            return self._key(row.scope).open(sealed, _label(row, field))
        except CannotOpen:
            message = f"{field} of {row.pk} does not open with the key of {row.scope}"
            raise Fault(message) from None

    def _key(self, scope: str) -> FieldKey:
        """The key of a case that the entry names."""
        if not self.names(scope):
            message = f"{self.entry} {'was rolled back' if self._ended else f'does not name {scope}'}"
            raise Fault(message)
        if scope not in self._keys:
            kept = ScopeKey.objects.filter(pk=scope).first()
            if kept is None or kept.destroyed_at is not None:
                message = f"{scope} has no key" if kept is None else f"the key of {scope} was destroyed"
                raise Fault(message)
            self._keys[scope] = _wrapping_key().unwrap(bytes(kept.wrapped), _wrap_label(scope))
        return self._keys[scope]


def make_key(scope: str) -> None:
    """Make the key of a new case; part of the act that opens it."""
    ScopeKey.objects.create(scope=scope, wrapped=_wrapping_key().wrap(FieldKey.new(), _wrap_label(scope)))


def destroy_key(scope: str, *, on: datetime) -> None:
    """Destroy the key of a case, and with it every sealed field and recording; part of an act.

    Done twice, the first time counts. What older back-ups hold is another matter (docs/operations.md).

    Raises:
        Fault: there is no such key, so that nobody believes something was destroyed that was not.
    """
    if ScopeKey.objects.filter(pk=scope, destroyed_at=None).update(wrapped=b"", destroyed_at=on):
        return
    if not ScopeKey.objects.filter(pk=scope).exists():
        message = f"{scope} has no key that could be destroyed"
        raise Fault(message)


def _label(row: Any, field: str) -> Label:  # noqa: ANN401 - any model
    """What binds a sealed text to its place, so that none can be moved to another row or field."""
    return Label(scope=row.scope, row=f"{row._meta.label_lower} {row.pk}", field=field)  # noqa: SLF001 - Django's name


def _wrap_label(scope: str) -> Label:
    """What binds a wrapped key to its case."""
    return Label(scope=scope, row="custody.scopekey", field="wrapped")


def _wrapping_key() -> WrappingKey:
    """The key that wraps the keys of cases; a program that may not reach a case has no such file.

    Raises:
        Fault: there is none here.
    """
    if settings.PROGRAM == "public":
        message = "the public program was asked for a case's key"
        raise Fault(message)
    return _read_key(settings.INSTALLATION.key_file("case-wrapping.key"))


@lru_cache(maxsize=4)
def _read_key(path: Path) -> WrappingKey:
    """The key in a file that only its owner can read."""
    try:
        return WrappingKey.parse(read_secret(path))
    except NotAKey as error:
        message = f"{path}: {error}"
        raise Fault(message) from None
