"""Signs that may point to human trafficking, in groups; an indicator that nobody looked at is unknown, never absent.

The first four groups follow the government guide's list, the last one the older Dutch list of dependency. None proves
trafficking, and none is needed for it.
"""

from __future__ import annotations

from typing import Final

from waarborg.kernel.texts import Text
from waarborg.law.instruments import BACKGROUND, GUIDE_IN_PART
from waarborg.law.shapes import Indicator, IndicatorGroup

_GUIDE: Final = (GUIDE_IN_PART.at("What to look out for"),)
_OLDER: Final = (BACKGROUND.at("older Dutch list of signs, read through a shelter organisation"),)


def _sign(key: str, en: str, nl: str) -> Indicator:
    return Indicator(id=key, what=Text(en=en, nl=nl))


INDICATORS: Final = (
    IndicatorGroup(
        id="work",
        name=Text(en="Work and pay", nl="Werk en loon"),
        indicators=(
            _sign("dangerous_work", "The work is dangerous.", "Het werk is gevaarlijk."),
            _sign("long_hours", "The hours are very long.", "De werkdagen zijn heel lang."),
            _sign("unpaid", "Pay is missing or late.", "Loon ontbreekt of komt te laat."),
            _sign(
                "undeclared",
                "The work is not declared or not insured.",
                "Het werk is niet aangemeld of niet verzekerd.",
            ),
            _sign("any_circumstance", "The person works whatever happens.", "De persoon werkt in alle omstandigheden."),
            _sign("sleeps_at_work", "The person sleeps where the work is.", "De persoon slaapt waar het werk is."),
            _sign(
                "unreasonable_share",
                "Somebody else keeps too much of what the person earns.",
                "Een ander houdt te veel van wat de persoon verdient.",
            ),
        ),
        sources=_GUIDE + _OLDER,
    ),
    IndicatorGroup(
        id="sex",
        name=Text(en="Sex", nl="Seks"),
        indicators=(
            _sign("forced_sex", "The person is forced to have sex.", "De persoon wordt gedwongen tot seks."),
            _sign(
                "earnings_taken",
                "The earnings from sex are taken away.",
                "De verdiensten uit seks worden afgepakt.",
            ),
        ),
        sources=_GUIDE,
    ),
    IndicatorGroup(
        id="control",
        name=Text(en="Control and threat", nl="Controle en dreiging"),
        indicators=(
            _sign("no_passport", "Somebody else keeps the passport.", "Een ander heeft het paspoort."),
            _sign("false_promises", "There were false promises.", "Er waren valse beloften."),
            _sign("mistreated", "The person is mistreated.", "De persoon wordt mishandeld."),
            _sign("blackmailed", "The person is blackmailed.", "De persoon wordt gechanteerd."),
            _sign("threats_family", "The family is threatened.", "De familie wordt bedreigd."),
            _sign("no_movement", "The person cannot go where they want.", "De persoon kan niet gaan waar die wil."),
            _sign("no_medical_care", "The person gets no medical care.", "De persoon krijgt geen medische zorg."),
            _sign("other_pressure", "There is other pressure.", "Er is andere druk."),
        ),
        sources=_GUIDE + _OLDER,
    ),
    IndicatorGroup(
        id="money_and_housing",
        name=Text(en="Money and housing", nl="Geld en wonen"),
        indicators=(
            _sign(
                "debt", "The person has a large debt to the employer.", "De persoon heeft een grote schuld bij de baas."
            ),
            _sign(
                "no_bank_access",
                "The person cannot use their own bank account.",
                "De persoon kan niet bij de eigen bankrekening.",
            ),
            _sign(
                "business_housing", "The person lives in a business building.", "De persoon woont in een bedrijfspand."
            ),
            _sign(
                "unknown_address",
                "The person does not know their own address.",
                "De persoon kent het eigen adres niet.",
            ),
        ),
        sources=_GUIDE,
    ),
    IndicatorGroup(
        id="dependency",
        name=Text(en="Dependency and travel", nl="Afhankelijkheid en reis"),
        indicators=(
            _sign("travel_arranged", "Others arranged the travel.", "Anderen regelden de reis."),
            _sign("false_papers", "The papers are false.", "De papieren zijn vals."),
            _sign(
                "transfer_sum",
                "Money was paid to hand the person over.",
                "Er is geld betaald om de persoon over te dragen.",
            ),
            _sign(
                "partner_visa",
                "The person came on a partner's permit not long ago, and then had to work in prostitution.",
                "De persoon kwam kort geleden op een partnervergunning, en moest toen in de prostitutie werken.",
            ),
        ),
        sources=_OLDER,
    ),
)
