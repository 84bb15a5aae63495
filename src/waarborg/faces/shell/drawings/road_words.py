"""The road in words: the list that says to a screen reader, and on paper, exactly what the drawing shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from waarborg.faces.shell.drawings.road import Kind, Line, Station, as_text, when
from waarborg.kernel.texts import Text

GOES_ON: Final = Text(en="Support goes on", nl="De steun gaat door")
#: Before the state of support that has not begun.
NOT_BEGUN: Final = Text(en="Support: {state}", nl="Steun: {state}")
GOES_ON_BECAUSE: Final = Text(
    en="It does not stop because the case stops.", nl="Die stopt niet omdat de zaak stopt."
)
_STATION: Final = Text(en="Station {number} of {total}.", nl="Halte {number} van {total}.")
_BRANCH: Final = Text(en="Branch.", nl="Zijlijn.")
_SUPPORT: Final = Text(en="Support.", nl="Steun.")
_DATED: Final = Text(en="{title}, {date}.", nl="{title}, {date}.")
_UNDATED: Final = Text(en="{title}.", nl="{title}.")
_STATES: Final = {
    Kind.NOW: Text(en="This is where it stands now.", nl="Zo staat het nu."),
    Kind.AHEAD: Text(en="This may come.", nl="Dit kan nog komen."),
    Kind.RETURN: Text(en="The case comes back here.", nl="De zaak komt hier terug."),
    Kind.BYPASS: Text(en="The case may go on without the next station.", nl="De zaak kan door zonder de volgende halte."),
    Kind.CAUSE: Text(en="The case started this.", nl="De zaak heeft dit in gang gezet."),
}
_BRANCH_ENDED: Final = Text(en="This branch ends here.", nl="Deze zijlijn stopt hier.")
_CASE_ENDED: Final = Text(en="The case line ends here.", nl="De lijn van de zaak stopt hier.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One item of the list."""

    words: Text
    #: Whether this is where the reader stands.
    now: bool


def said(stations: Sequence[Station]) -> tuple[Said, ...]:
    """The whole road in order; support that has begun is said to go on."""
    total = sum(station.is_main for station in stations)
    number, items = 0, []
    for station in stations:
        number += station.is_main
        sentences = [
            _place(station, number, total),
            _named(station, stations),
            _closed(as_text(station.sentence)),
            _state(station),
        ]
        items.append(Said(words=_joined(sentences), now=station.kind is Kind.NOW))
    if support_began(stations):
        items.append(Said(words=_joined([_closed(GOES_ON), GOES_ON_BECAUSE]), now=False))
    return tuple(items)


def support_began(stations: Sequence[Station]) -> bool:
    """Whether any support has begun; a road without it draws no second line."""
    return any(station.line is Line.SUPPORT and station.kind is not Kind.AHEAD for station in stations)


def _place(station: Station, number: int, total: int) -> Text:
    if station.is_main:
        return _STATION.fill(number=number, total=total)
    if station.line is Line.SUPPORT:
        return _SUPPORT
    return _BRANCH if station.is_branch else Text(en="", nl="")


def _named(station: Station, stations: Sequence[Station]) -> Text:
    day, title = when(station, stations, short=False), as_text(station.title)
    return _DATED.fill(title=title, date=day) if day else _closed(title)


def _state(station: Station) -> Text:
    if station.kind is Kind.END:
        return _CASE_ENDED if station.is_main else _BRANCH_ENDED
    return _STATES.get(station.kind, Text(en="", nl=""))


def _closed(words: Text) -> Text:
    """A sentence of its own: closed with a full stop where nothing closes it yet."""
    return Text(en=_stop(words.en), nl=_stop(words.nl))


def _stop(words: str) -> str:
    words = words[:1].upper() + words[1:]
    return words if not words or words[-1] in ".?" else f"{words}."


def _joined(sentences: Sequence[Text]) -> Text:
    """Whole sentences one after the other; an empty one is left out."""
    return Text(
        en=" ".join(sentence.en for sentence in sentences if sentence.en),
        nl=" ".join(sentence.nl for sentence in sentences if sentence.nl),
    )
