"""Typed ids in addresses: ``<case:case>`` takes only the id of a case, and gives the view a ``CaseId``.

The converter of every kind of id is named as its prefix: ``case``, ``person``, ``interview`` and so on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.urls import register_converter
from django.urls.converters import StringConverter

from waarborg.kernel.ids import Id

#: The kinds that an address can name, by prefix.
KINDS: Final[dict[str, type[Id]]] = {kind.prefix: kind for kind in Id.__subclasses__()}


class IdConverter(StringConverter):
    """Reads one kind of id; anything else is no address of ours."""

    #: Set by the subclass of each kind.
    kind: type[Id]

    def to_python(self, value: str) -> Id:
        """The id itself."""
        return self.kind(value)


for _prefix, _kind in KINDS.items():
    _made = type(f"{_kind.__name__}Converter", (IdConverter,), {"kind": _kind, "regex": f"{_prefix}_[a-z2-7]{{26}}"})
    register_converter(_made, _prefix)


def ids_in(named: Mapping[str, object]) -> tuple[str, ...]:
    """The typed ids among what an address names."""
    return tuple(value for value in named.values() if isinstance(value, Id))
