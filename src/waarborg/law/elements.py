"""The three things that must be proved for human trafficking (art. 273f Sr): an act, a means and an aim.

The division is background knowledge: the domain file cites the article but not its text, so every source is unverified.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from waarborg.kernel.texts import Text
from waarborg.law.instruments import BACKGROUND, CRIMINAL_CODE_2015
from waarborg.law.shapes import Element

_SOURCES: Final = (CRIMINAL_CODE_2015.at("art. 273f"), BACKGROUND.at("division in act, means and aim"))

_ALL: Final = (
    Element(
        id="act",
        name=Text(en="Act", nl="Handeling"),
        asks=Text(
            en="Was the person recruited, moved, housed or taken in?",
            nl="Is de persoon geworven, vervoerd, gehuisvest of opgenomen?",
        ),
        for_minors=True,
        sources=_SOURCES,
    ),
    Element(
        id="means",
        name=Text(en="Means", nl="Middel"),
        asks=Text(
            en="Was there force, threat, deceit, or use of somebody's weak position?",
            nl="Was er dwang, dreiging, misleiding of misbruik van een kwetsbare positie?",
        ),
        for_minors=False,
        sources=(*_SOURCES, BACKGROUND.at("no means needed for a person under 18")),
    ),
    Element(
        id="aim",
        name=Text(en="Aim", nl="Oogmerk"),
        asks=Text(en="Was the aim to exploit the person?", nl="Was het doel de persoon uit te buiten?"),
        for_minors=True,
        sources=_SOURCES,
    ),
)

#: Every element, by its id.
ELEMENTS: Final[Mapping[str, Element]] = MappingProxyType({element.id: element for element in _ALL})
