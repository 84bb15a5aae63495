"""Model fields that the whole house uses: typed ids, and texts that only an opening can read."""

from __future__ import annotations

from typing import Any

from django.db import models

from waarborg.kernel.ids import Id


class IdField(models.CharField):
    """A typed id, kept as text; gives back the id's own class."""

    # For the type checker: what a model gives is an id, whose class only the field knows.
    _pyi_private_get_type: Any

    def __init__(self, kind: type[Id], **options: Any) -> None:  # noqa: ANN401 - Django's own options
        self.kind = kind
        options.setdefault("max_length", 48)
        super().__init__(**options)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Django's recipe for migrations."""
        name, path, arguments, options = super().deconstruct()
        return name, path, [self.kind, *arguments], options

    def from_db_value(self, value: str | None, *_: object) -> Id | None:
        """The stored text as its own class."""
        return None if value is None or value == "" else self.kind(value)

    def to_python(self, value: object) -> Any:  # noqa: ANN401 - Django's signature
        """An id of this kind, or None."""
        return None if value is None or value == "" else self.kind(str(value))


class SealedField(models.BinaryField):
    """A text under its case's key; empty bytes where there is none. Read and written through ``keys.Opening`` only."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Django's own options
        options.setdefault("default", b"")
        options.setdefault("blank", True)
        super().__init__(**options)

    def from_db_value(self, value: bytes | memoryview | None, *_: object) -> bytes:
        """The stored bytes, the same type on both databases."""
        return b"" if value is None else bytes(value)
