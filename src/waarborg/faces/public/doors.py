"""What a reporter is told about each door before anything is sent: who reads it, what the team can do and cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from waarborg.apps.reports.models import DOOR_NAMES
from waarborg.kernel.actors import Channel
from waarborg.kernel.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorWords:
    """One door, in words."""

    #: In a sentence after *to*: short.
    short: Text
    #: In full, as a heading.
    name: Text
    can_read: tuple[Text, ...]
    cannot_read: tuple[Text, ...]
    can_do: tuple[Text, ...]
    #: One sentence about passing on.
    honest: Text


_WRITTEN_DOWN: Final = Text(
    en="The officers of {door}. Each time they open it, that is written down.",
    nl="De medewerkers van {door}. Elke keer dat zij hem openen, wordt dat opgeschreven.",
)
_NOT_EMPLOYER: Final = Text(en="Your employer", nl="Je werkgever")
_NOT_OTHERS: Final = Text(en="Other teams of the police and the state", nl="Andere teams van politie en overheid")
_NOT_REPORTED: Final = Text(en="The people whom you write about", nl="De mensen over wie je schrijft")
_ASKS: Final = Text(
    en="It can ask you questions in your mailbox. You answer only if you want to.",
    nl="Het kan je vragen stellen in je postvak. Je antwoordt alleen als je wilt.",
)
_PLACE: Final = Text(
    en="It can look for more proof, for example at the place that you named.",
    nl="Het kan meer bewijs zoeken, bijvoorbeeld op de plek die je noemde.",
)
_NO_STATEMENT: Final = Text(
    en="It cannot take your official statement. That needs your name. You can decide on that later, or never.",
    nl="Het kan geen aangifte van je opnemen. Daarvoor is je naam nodig. Dat kun je later kiezen, of nooit.",
)
_CONTACTS: Final = Text(
    en="It can contact you, in the way that you say is safe.",
    nl="Het kan contact met je opnemen, op de manier die jij veilig noemt.",
)
_FIRST_TALK: Final = Text(
    en="It can invite you to a first talk. Only after that you choose whether you make a statement.",
    nl="Het kan je uitnodigen voor een eerste gesprek. Daarna kies je pas of je aangifte doet.",
)
_NO_FORCE: Final = Text(
    en="It cannot force you to make a statement. It may go on with other proof.",
    nl="Het kan je niet dwingen tot aangifte. Het mag wel verdergaan met ander bewijs.",
)
_PASSES_ON_NO_NAME: Final = Text(
    en="{door} may pass on what you tell. It cannot pass on who you are, because nobody knows. "
    "So leave out details that only you can know.",
    nl="{door} mag doorgeven wat je vertelt. Niet wie je bent, want dat weet niemand. "
    "Laat dus weg wat alleen jij kunt weten.",
)
_PASSES_ON_NAME: Final = Text(
    en="{door} may pass on what you tell to another team. Your mailbox shows where your report is.",
    nl="{door} mag je melding doorgeven aan een ander team. In je postvak zie je waar je melding is.",
)


def _capital(words: Text) -> Text:
    """The same at the beginning of a line."""
    return Text(en=words.en[0].upper() + words.en[1:], nl=words.nl[0].upper() + words.nl[1:])


def _words(channel: Channel, short: Text, *, named: bool) -> DoorWords:
    """The words of one door, which depend on whether it takes reports with a name."""
    return DoorWords(
        short=short,
        name=_capital(DOOR_NAMES[channel]),
        can_read=(_WRITTEN_DOWN.fill(door=short),),
        cannot_read=(_NOT_EMPLOYER, _NOT_REPORTED, _NOT_OTHERS),
        can_do=(_CONTACTS, _FIRST_TALK, _NO_FORCE) if named else (_ASKS, _PLACE, _NO_STATEMENT),
        honest=(_PASSES_ON_NAME if named else _PASSES_ON_NO_NAME).fill(door=_capital(short)),
    )


#: Every door, in words.
DOORS: Final[Mapping[Channel, DoorWords]] = {
    Channel.AVIM: _words(Channel.AVIM, Text(en="AVIM", nl="de AVIM"), named=True),
    Channel.LABOUR_INSPECTORATE: _words(
        Channel.LABOUR_INSPECTORATE, Text(en="the Labour Authority", nl="de Arbeidsinspectie"), named=True
    ),
    Channel.TCI: _words(Channel.TCI, Text(en="TCI", nl="het TCI"), named=False),
    Channel.MELD_MISDAAD_ANONIEM: _words(
        Channel.MELD_MISDAAD_ANONIEM, Text(en="Meld Misdaad Anoniem", nl="Meld Misdaad Anoniem"), named=False
    ),
}
