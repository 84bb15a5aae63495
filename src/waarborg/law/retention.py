"""How long recordings stay, and what must happen before one is destroyed."""

from __future__ import annotations

from typing import Final

from waarborg.kernel.texts import Text
from waarborg.law.instruments import RECORDING_2013
from waarborg.law.shapes import Retention
from waarborg.law.terms import TERMS

_THEN: Final = Text(
    en="The service asks the prosecutor for an order to destroy it, carries it out and files the proof.",
    nl="De dienst vraagt de officier om een bevel tot vernietiging, voert het uit en bewaart het bewijs.",
)

RETENTION: Final = (
    Retention(
        id="recording.prosecuted",
        what=Text(en="A recording in a case that went to court.", nl="Een opname in een zaak die bij de rechter kwam."),
        keep_until=Text(en="The judgement is final.", nl="Het vonnis is onherroepelijk."),
        then=_THEN,
        term=TERMS["recording.destruction"],
        sources=(RECORDING_2013.at("retention and destruction"),),
    ),
    Retention(
        id="recording.not_prosecuted",
        what=Text(
            en="A recording in a case that did not go to court.",
            nl="Een opname in een zaak die niet bij de rechter kwam.",
        ),
        keep_until=Text(
            en="The offence can no longer be prosecuted because of time; for a minor that may be very long.",
            nl="Het misdrijf is verjaard; bij een minderjarige kan dat heel lang duren.",
        ),
        then=_THEN,
        term=TERMS["recording.destruction"],
        sources=(RECORDING_2013.at("retention and destruction"),),
    ),
)
