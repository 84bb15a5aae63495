"""The form in which the public site says what happens at a station of the road, each sentence with where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from waarborg.engines.rules.sources import Source
from waarborg.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence, with its sources; none where it is about this site and not about the law."""

    text: Text
    sources: tuple[Source, ...] = ()

    @property
    def unchecked(self) -> bool:
        """Whether nobody has read a text on which it rests that is still in force."""
        return bool(self.sources) and not any(source.verified and source.last is None for source in self.sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A station that somebody can read about before they come to it."""

    slug: str
    title: Text
    #: A few words under the title, in the drawing.
    sentence: Text
    happens: tuple[Saying, ...]
    may_refuse: tuple[Saying, ...]
    who_is_there: tuple[Saying, ...]

    def sources(self) -> tuple[Source, ...]:
        """Everything that is cited here, once, in the order in which it comes."""
        parts = (*self.happens, *self.may_refuse, *self.who_is_there)
        return tuple(dict.fromkeys(source for part in parts for source in part.sources))


def saying(en: str, nl: str, *sources: Source) -> Saying:
    """A sentence in both languages with its sources."""
    return Saying(Text(en=en, nl=nl), sources)
