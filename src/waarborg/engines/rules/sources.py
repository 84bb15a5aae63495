"""Where a rule, a right or a term comes from, when that text was in force, and whether anybody has read it.

Invariant: ``verified`` is true only where the text itself was read; nothing else may be presented as law.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One place in one instrument, as a finding cites it."""

    #: Official name, with its number.
    instrument: str
    #: Article, paragraph or heading.
    place: str
    #: First day in force; None where we do not know it.
    first: date | None = None
    #: Last day in force, inclusive; None while it is in force or where we do not know.
    last: date | None = None
    #: Whether the text was read, as in force on these days.
    verified: bool

    def as_json(self) -> dict[str, object]:
        """The source as outsiders read it: ``instrument``, ``place``, ``from``, ``to`` (days or null), ``verified``."""
        return {
            "instrument": self.instrument,
            "place": self.place,
            "from": self.first and self.first.isoformat(),
            "to": self.last and self.last.isoformat(),
            "verified": self.verified,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A law, instruction or guide in one version."""

    #: Official name, with its number.
    name: str
    #: First day in force; None where we do not know it.
    first: date | None = None
    #: Last day in force, inclusive.
    last: date | None = None
    #: Whether this version was read.
    verified: bool

    def at(self, place: str) -> Source:
        """The source that is ``place`` in this instrument."""
        return Source(instrument=self.name, place=place, first=self.first, last=self.last, verified=self.verified)
