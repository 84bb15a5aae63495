"""What rests on a conviction and what does not: each scheme says which step opens it and which closes it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from waarborg.kernel.texts import Text
from waarborg.law.instruments import (
    ALIENS_2015,
    CRIMINAL_CODE_2015,
    FUND_GUIDE,
    GUIDE_IN_PART,
    GUIDE_RENEWED,
    PROCEDURE_2025,
)
from waarborg.law.shapes import Scheme
from waarborg.law.steps import Step
from waarborg.law.terms import TERMS

_ALL: Final = (
    Scheme(
        id="support",
        name=Text(en="Support", nl="Steun"),
        what=Text(
            en="Shelter, care and somebody who helps you through the process.",
            nl="Opvang, zorg en iemand die u door het proces helpt.",
        ),
        needs_conviction=False,
        opened_by=(Step.FIRST_CONTACT,),
        rests_on=Text(
            en="It starts at the first contact and does not end because a case ends.",
            nl="Die begint bij het eerste contact en stopt niet omdat een zaak stopt.",
        ),
        sources=(GUIDE_IN_PART.at("Dismissal and acquittal"),),
    ),
    Scheme(
        id="injured_party",
        name=Text(en="Payment of damage in the criminal case", nl="Schadevergoeding in de strafzaak"),
        what=Text(
            en="The criminal court can make the convicted person pay your damage.",
            nl="De strafrechter kan de veroordeelde uw schade laten betalen.",
        ),
        needs_conviction=True,
        opened_by=(Step.CONVICTION,),
        closed_by=(Step.DISMISSAL, Step.ACQUITTAL),
        rests_on=Text(
            en="You can ask from the decision to prosecute. Payment needs a guilty verdict.",
            nl="Vragen kan vanaf de beslissing om te vervolgen. Voor betaling moet iemand schuldig zijn verklaard.",
        ),
        sources=(PROCEDURE_2025.at("art. 51f"), CRIMINAL_CODE_2015.at("art. 36f")),
    ),
    Scheme(
        id="advance_by_state",
        name=Text(en="The state pays first", nl="De staat betaalt eerst"),
        what=Text(
            en="If the convicted person does not pay in time, the state pays you the rest.",
            nl="Als de veroordeelde niet op tijd betaalt, betaalt de staat u de rest.",
        ),
        needs_conviction=True,
        opened_by=(Step.FINAL,),
        closed_by=(Step.DISMISSAL, Step.ACQUITTAL),
        rests_on=Text(
            en="It needs a compensation order in a final guilty verdict.",
            nl="Er moet een schadevergoedingsmaatregel zijn in een onherroepelijk vonnis.",
        ),
        term=TERMS["advance.state"],
        sources=(CRIMINAL_CODE_2015.at("art. 36f"),),
    ),
    Scheme(
        id="lasting_permit.conviction",
        name=Text(en="Permit to stay after a guilty verdict", nl="Verblijfsvergunning na een veroordeling"),
        what=Text(
            en="A lasting permit after a final guilty verdict, also on another charge if trafficking was charged.",
            nl="Blijvend verblijf na een onherroepelijke veroordeling, "
            "ook voor een ander feit als mensenhandel op de dagvaarding stond.",
        ),
        needs_conviction=True,
        trafficking_charged=True,
        opened_by=(Step.FINAL,),
        closed_by=(Step.DISMISSAL, Step.ACQUITTAL),
        rests_on=Text(
            en="It needs a final guilty verdict in a case in which trafficking was charged.",
            nl="Er is een onherroepelijke veroordeling nodig in een zaak waarin mensenhandel op de dagvaarding stond.",
        ),
        sources=(ALIENS_2015.at("B9/12"),),
    ),
    Scheme(
        id="lasting_permit.prosecution",
        name=Text(en="Permit to stay after the decision to prosecute", nl="Verblijfsvergunning na de vervolging"),
        what=Text(
            en="The renewed guide says that the decision to prosecute already opens the lasting permit.",
            nl="De vernieuwde wegwijzer zegt dat de beslissing om te vervolgen het blijvend verblijf al opent.",
        ),
        needs_conviction=False,
        opened_by=(Step.PROSECUTION,),
        rests_on=Text(
            en="It rests on the decision to prosecute. We have not checked the rule itself; ask a lawyer.",
            nl="Dit rust op de beslissing om te vervolgen. De regel zelf is niet nagekeken; vraag een advocaat.",
        ),
        sources=(GUIDE_RENEWED.at("conviction"),),
    ),
    Scheme(
        id="lasting_permit.years",
        name=Text(en="Permit to stay after three years", nl="Verblijfsvergunning na drie jaar"),
        what=Text(
            en="A lasting permit if you had the temporary one for three years, "
            "while the case runs or when it ends in not guilty.",
            nl="Blijvend verblijf als u drie jaar de tijdelijke vergunning had, "
            "terwijl de zaak loopt of als die eindigt in vrijspraak.",
        ),
        needs_conviction=False,
        opened_by=(Step.INVESTIGATION, Step.PROSECUTION, Step.ACQUITTAL),
        rests_on=Text(
            en="It rests on three years with the temporary permit, not on guilty or not guilty.",
            nl="Dit rust op drie jaar met de tijdelijke vergunning, niet op wel of niet schuldig.",
        ),
        sources=(ALIENS_2015.at("B9/12"),),
    ),
    Scheme(
        id="lasting_permit.special",
        name=Text(en="Permit to stay for special reasons", nl="Verblijfsvergunning om bijzondere redenen"),
        what=Text(
            en="A lasting permit because of reprisals, prosecution at home or no way to start again there.",
            nl="Blijvend verblijf vanwege wraak, vervolging in eigen land of geen nieuw begin daar.",
        ),
        needs_conviction=False,
        opened_by=(Step.DISMISSAL, Step.ACQUITTAL, Step.FINAL),
        rests_on=Text(
            en="It rests on your own situation, not on guilty or not guilty.",
            nl="Dit rust op uw eigen situatie, niet op wel of niet schuldig.",
        ),
        sources=(ALIENS_2015.at("B9/12"), GUIDE_IN_PART.at("Dismissal and acquittal")),
    ),
    Scheme(
        id="compensation_fund",
        name=Text(en="Compensation fund", nl="Schadefonds"),
        what=Text(
            en="A payment once from the Violent Offences Compensation Fund, for an offence in the Netherlands.",
            nl="Eén uitkering van het Schadefonds Geweldsmisdrijven, voor een misdrijf in Nederland.",
        ),
        needs_conviction=False,
        opened_by=(Step.FIRST_CONTACT,),
        rests_on=Text(
            en="It needs no guilty verdict and no known suspect. A report or the name of your detective helps.",
            nl="Een veroordeling of bekende verdachte is niet nodig. Een aangifte of de naam van uw rechercheur helpt.",
        ),
        term=TERMS["compensation_fund"],
        sources=(FUND_GUIDE.at("who can apply"),),
    ),
    Scheme(
        id="civil_suit",
        name=Text(en="Civil court", nl="Burgerlijke rechter"),
        what=Text(
            en="You can ask the civil court for payment of damage. You must then collect it yourself.",
            nl="U kunt de burgerlijke rechter om schadevergoeding vragen. U moet die dan zelf innen.",
        ),
        needs_conviction=False,
        opened_by=(Step.FIRST_CONTACT,),
        rests_on=Text(
            en="It is possible also after a stopped case or a not guilty verdict.",
            nl="Dit kan ook na een gestopte zaak of een vrijspraak.",
        ),
        sources=(GUIDE_IN_PART.at("Compensation"),),
    ),
)

#: Every scheme, by its id.
SCHEMES: Final[Mapping[str, Scheme]] = MappingProxyType({scheme.id: scheme for scheme in _ALL})
