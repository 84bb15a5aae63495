"""Words that several pages of the portal share: who somebody is to the person, languages, and small numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from django.utils.translation import get_language_info, gettext, override

from waarborg.kernel.actors import Role
from waarborg.kernel.texts import Text

#: Who somebody is to the person; of several roles the first of this list is said.
WHO: Final[Mapping[Role, Text]] = MappingProxyType(
    {
        Role.CARE_COORDINATOR: Text(en="your care coordinator", nl="uw zorgcoördinator"),
        Role.PROSECUTOR: Text(en="the prosecutor", nl="de officier van justitie"),
        Role.PROSECUTION_STAFF: Text(
            en="somebody who works for the prosecutor", nl="iemand die voor de officier werkt"
        ),
        Role.TEAM_LEADER: Text(en="a team leader", nl="een teamleider"),
        Role.DETECTIVE: Text(en="a detective", nl="een rechercheur"),
        Role.SUPERVISOR: Text(en="somebody who checks the work", nl="iemand die het werk controleert"),
        Role.LAWYER: Text(en="your lawyer", nl="uw advocaat"),
        Role.REPRESENTATIVE: Text(en="somebody who acts for you", nl="iemand die voor u optreedt"),
        Role.VICTIM: Text(en="the person whose file it is", nl="de persoon van wie het dossier is"),
        Role.DOOR_OFFICER: Text(en="somebody who reads reports", nl="iemand die meldingen leest"),
        Role.ADMINISTRATOR: Text(en="somebody who looks after accounts", nl="iemand die accounts beheert"),
        Role.REPORTER: Text(en="somebody who reported", nl="iemand die iets meldde"),
        Role.HOUSE: Text(en="this computer program", nl="dit computerprogramma"),
    }
)
_SOMEBODY: Final = Text(en="somebody", nl="iemand")
_NUMBERS: Final = (
    Text(en="nobody", nl="niemand"),
    Text(en="one person", nl="één persoon"),
    Text(en="two people", nl="twee mensen"),
    Text(en="three people", nl="drie mensen"),
    Text(en="four people", nl="vier mensen"),
    Text(en="five people", nl="vijf mensen"),
    Text(en="six people", nl="zes mensen"),
    Text(en="seven people", nl="zeven mensen"),
    Text(en="eight people", nl="acht mensen"),
    Text(en="nine people", nl="negen mensen"),
    Text(en="ten people", nl="tien mensen"),
)
_MANY: Final = Text(en="{count} people", nl="{count} mensen")
_AND: Final = Text(en="{before} and {last}", nl="{before} en {last}")
#: Languages that Django has no name for.
_LANGUAGES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "am": Text(en="Amharic", nl="Amhaars"),
        "so": Text(en="Somali", nl="Somalisch"),
        "ti": Text(en="Tigrinya", nl="Tigrinya"),
        "yo": Text(en="Yoruba", nl="Yoruba"),
        "zh": Text(en="Chinese", nl="Chinees"),
    }
)


def who_of(roles: Sequence[Role]) -> Text:
    """Who somebody with ``roles`` is to the person."""
    return next((words for role, words in WHO.items() if role in roles), _SOMEBODY)


def people(count: int) -> Text:
    """So many people, as a word up to ten."""
    return _NUMBERS[count] if count < len(_NUMBERS) else _MANY.fill(count=count)


def listed(parts: Sequence[Text | str]) -> Text:
    """Parts as one list: "a, b and c"; empty for none."""
    said = [part if isinstance(part, Text) else Text(en=part, nl=part) for part in parts]
    if not said:
        return Text(en="", nl="")
    *before, last = said
    if not before:
        return last
    joined = Text(en=", ".join(part.en for part in before), nl=", ".join(part.nl for part in before))
    return _AND.fill(before=joined, last=last)


def language_called(tag: str) -> Text:
    """A language by its tag, or the tag itself where it has no name here."""
    base = tag.partition("-")[0].lower()
    if base in _LANGUAGES:
        return _LANGUAGES[base]
    try:
        name = get_language_info(base)["name"]
    except KeyError:
        return Text(en=tag, nl=tag)
    with override("nl"):
        # Django has the names of languages in its own catalogue.
        dutch = gettext(name)
    return Text(en=name, nl=dutch)
