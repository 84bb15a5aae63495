"""Which door a report goes through, with the reason that the reporter reads.

A report without a name is anonymous; so is one whose writer has not said yet, until they say otherwise.
"""

from __future__ import annotations

from typing import Final

from waarborg.kernel.actors import Channel
from waarborg.kernel.texts import Text
from waarborg.law.instruments import GUIDE
from waarborg.law.shapes import Door, LabourShare, Route

_SOURCES: Final = (GUIDE.at("Reporting human trafficking offences"),)


def _door(channel: Channel, en: str, nl: str) -> Door:
    return Door(channel=channel, why=Text(en=en, nl=nl), sources=_SOURCES)


ROUTES: Final = (
    Route(
        anonymous=False,
        labour=LabourShare.ONLY,
        primary=_door(
            Channel.LABOUR_INSPECTORATE,
            "Because it is about work, and you give your name. The Labour Authority investigates that.",
            "Want het gaat over werk, en je geeft je naam. De Arbeidsinspectie onderzoekt dat.",
        ),
        also=(
            _door(
                Channel.AVIM,
                "Because the AVIM police have certified detectives for every kind of human trafficking.",
                "Want de politie (AVIM) heeft gecertificeerde rechercheurs voor elke vorm van mensenhandel.",
            ),
        ),
    ),
    Route(
        anonymous=False,
        labour=LabourShare.AMONG,
        primary=_door(
            Channel.AVIM,
            "Because it is about more than work, and you give your name. The AVIM police have certified detectives.",
            "Want het gaat over meer dan werk, en je geeft je naam. De AVIM heeft gecertificeerde rechercheurs.",
        ),
        also=(
            _door(
                Channel.LABOUR_INSPECTORATE,
                "Because it is also about work. The Labour Authority investigates that.",
                "Want het gaat ook over werk. De Arbeidsinspectie onderzoekt dat.",
            ),
        ),
    ),
    Route(
        anonymous=False,
        labour=LabourShare.NONE,
        primary=_door(
            Channel.AVIM,
            "Because you give your name. The AVIM police have certified detectives for this.",
            "Want je geeft je naam. De politie (AVIM) heeft hiervoor gecertificeerde rechercheurs.",
        ),
    ),
    Route(
        anonymous=False,
        labour=LabourShare.UNKNOWN,
        primary=_door(
            Channel.AVIM,
            "Because you give your name, and we do not know yet what it is about. "
            "The AVIM police take every kind of human trafficking.",
            "Want je geeft je naam, en we weten nog niet waar het over gaat. "
            "De politie (AVIM) behandelt elke vorm van mensenhandel.",
        ),
    ),
    Route(
        anonymous=True,
        labour=LabourShare.ONLY,
        primary=_door(
            Channel.TCI,
            "Because it is about work, and you do not give your name.",
            "Want het gaat over werk, en je geeft je naam niet.",
        ),
        also=(
            _door(
                Channel.MELD_MISDAAD_ANONIEM,
                "Because Meld Misdaad Anoniem (Crime Stoppers) takes every report without a name.",
                "Want Meld Misdaad Anoniem neemt elke melding zonder naam aan.",
            ),
        ),
    ),
    Route(
        anonymous=True,
        labour=LabourShare.AMONG,
        primary=_door(
            Channel.MELD_MISDAAD_ANONIEM,
            "Because it is about more than work, and you do not give your name.",
            "Want het gaat over meer dan werk, en je geeft je naam niet.",
        ),
        also=(
            _door(
                Channel.TCI,
                "Because it is also about work. TCI takes reports about work without a name.",
                "Want het gaat ook over werk. Het TCI neemt meldingen over werk zonder naam aan.",
            ),
        ),
    ),
    Route(
        anonymous=True,
        labour=LabourShare.NONE,
        primary=_door(
            Channel.MELD_MISDAAD_ANONIEM,
            "Because you do not give your name. This door takes every kind of human trafficking.",
            "Want je geeft je naam niet. Deze deur neemt elke vorm van mensenhandel aan.",
        ),
    ),
    Route(
        anonymous=True,
        labour=LabourShare.UNKNOWN,
        primary=_door(
            Channel.MELD_MISDAAD_ANONIEM,
            "Because you do not give your name, and we do not know yet what it is about.",
            "Want je geeft je naam niet, en we weten nog niet waar het over gaat.",
        ),
    ),
)
