"""What the desk calls rooms, parts, causes, topics and states of recordings: one table for each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from waarborg.apps.interviews.kinds import Cause, CompanionState, Moment, Part, RoomKind, Stayed
from waarborg.apps.interviews.media import MediaProblem
from waarborg.apps.interviews.media import Track as Recorded
from waarborg.apps.vault.verification import Condition
from waarborg.kernel.texts import Text
from waarborg.law.informative import INFORMATIVE_TOPICS


def _t(en: str, nl: str) -> Text:
    return Text(en=en, nl=nl)


#: What an interview can speak about, by the id that the rulebook compares; others are shown by their id.
TOPICS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "recruitment": _t("How it began", "Hoe het begon"),
        "journey": _t("The journey", "De reis"),
        "work": _t("The work", "Het werk"),
        "housing": _t("Where they lived", "Waar ze woonden"),
        "money": _t("Money and debts", "Geld en schulden"),
        "papers": _t("Papers and telephone", "Papieren en telefoon"),
        "control": _t("Who decided, and how", "Wie besliste, en hoe"),
        "threats": _t("Threats and violence", "Dreiging en geweld"),
        "sex": _t("Sex", "Seks"),
        "suspects": _t("Who did it", "Wie het deed"),
        "others": _t("Others it was done to", "Wie het nog meer meemaakte"),
        "family": _t("Family at home", "Familie thuis"),
        "health": _t("Health and harm", "Gezondheid en schade"),
        "leaving": _t("How it ended", "Hoe het eindigde"),
    }
)
#: The same, and the seven things that an informative interview tells.
SPOKEN_OF: Final[Mapping[str, Text]] = MappingProxyType(
    {
        **TOPICS,
        **{topic.id: Text(en=topic.what.en.rstrip("."), nl=topic.what.nl.rstrip(".")) for topic in INFORMATIVE_TOPICS},
    }
)
ROOMS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        RoomKind.STANDARD: _t("Standard room", "Gewone ruimte"),
        RoomKind.ADAPTED: _t("Adapted room", "Aangepaste ruimte"),
        RoomKind.STUDIO: _t("Child-friendly studio", "Kindvriendelijke studio"),
        RoomKind.MOBILE: _t("On the spot, mobile recorder", "Ter plaatse, mobiele recorder"),
    }
)
PARTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Part.ASKS: _t("Asks", "Vraagt"),
        Part.DIRECTS: _t("Directs, in the control room", "Regisseert, in de regiekamer"),
        Part.WATCHES: _t("Watches", "Kijkt mee"),
    }
)
CERTIFICATES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "trafficking": _t("trafficking", "mensenhandel"),
        "minors": _t("minors", "minderjarigen"),
        "studio": _t("studio", "studio"),
    }
)
COMPANION: Final[Mapping[str, Text]] = MappingProxyType(
    {
        CompanionState.PRESENT: _t("Chosen, and beside them", "Gekozen, en zit ernaast"),
        CompanionState.DECLINED: _t("Offered, and they want nobody", "Aangeboden, en ze willen niemand"),
        CompanionState.REFUSED: _t("Chosen, and refused", "Gekozen, en geweigerd"),
        CompanionState.NOT_OFFERED: _t("Not offered", "Niet aangeboden"),
    }
)
CAUSES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Cause.EQUIPMENT: _t("The recorder or other equipment failed", "De recorder of iets anders ging stuk"),
        Cause.ILLNESS: _t("Illness", "Ziekte"),
        Cause.LEAVE: _t("Leave", "Verlof"),
        Cause.INTERPRETER: _t("No interpreter", "Geen tolk"),
        Cause.ROOM: _t("No room", "Geen ruimte"),
        Cause.PERSONS_WISH: _t("The person wished it so", "De persoon wilde het zo"),
        Cause.HEALTH: _t("Health of the person", "Gezondheid van de persoon"),
        Cause.DANGER: _t("Danger", "Gevaar"),
        Cause.LEGAL: _t("Another rule or order", "Een andere regel of opdracht"),
        Cause.OTHER: _t("Something else", "Iets anders"),
    }
)
STAYED: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Stayed.PERSON: _t("The person", "De persoon"),
        Stayed.INTERVIEWER: _t("An interviewer", "Een verhoorder"),
        Stayed.BOTH: _t("The person and an interviewer", "De persoon en een verhoorder"),
        Stayed.NOBODY: _t("Nobody", "Niemand"),
    }
)
TRACKS: Final[Mapping[str, Text]] = MappingProxyType(
    {Recorded.SOUND: _t("Sound", "Geluid"), Recorded.VIDEO: _t("Image", "Beeld")}
)
PROBLEMS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        MediaProblem.MISSING: _t("not in the vault", "niet in de kluis"),
        MediaProblem.SILENT: _t("silent", "stil"),
        MediaProblem.BLACK: _t("black", "zwart"),
        MediaProblem.TOO_SHORT: _t("too short", "te kort"),
        MediaProblem.CHANGED: _t("changed since it was stored", "veranderd sinds het is bewaard"),
        MediaProblem.GONE: _t("gone from the vault", "weg uit de kluis"),
    }
)
CONDITIONS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Condition.FITS: _t("The file is as it was stored.", "Het bestand is zoals het is bewaard."),
        Condition.CHANGED: _t(
            "The file is not as it was stored: its hash does not fit.",
            "Het bestand is niet zoals het is bewaard: de hash past niet.",
        ),
        Condition.GONE: _t("The file is gone from the vault.", "Het bestand is weg uit de kluis."),
    }
)
MOMENTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        Moment.PLANNED: _t("When it was planned", "Bij het plannen"),
        Moment.HELD: _t("When it ended", "Na afloop"),
        Moment.CLOSED: _t("When it was closed", "Bij het afsluiten"),
        Moment.AGAIN: _t("Looked at again", "Opnieuw bekeken"),
    }
)


def called(table: Mapping[str, Text], key: str) -> Text:
    """The words of ``key``; the key itself where it has none, for nothing is hidden."""
    return table.get(key) or _t(key, key)
