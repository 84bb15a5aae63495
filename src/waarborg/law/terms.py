"""The terms that the law sets on this road, each with what starts it, whose it is, and how far we have checked it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from waarborg.engines.rules.terms import Binding, Term, Unit
from waarborg.kernel.texts import Text
from waarborg.law.instruments import (
    ALIENS_2015,
    CRIMINAL_CODE_2015,
    FUND_GUIDE,
    PROCEDURE_2015,
    RECORDING_2013,
    RIGHTS_STATEMENT,
    VICTIM_INFORMATION,
    VICTIMS_2011,
)
from waarborg.law.steps import Bearer

_KNOWN: Final = Text(en="the decision is known", nl="de beslissing bekend is")

_ALL: Final = (
    Term(
        id="rights_statement",
        what=Text(
            en="Give the written statement of rights, free, in a language that the person understands.",
            nl="Geef de schriftelijke verklaring van rechten, gratis, in een taal die de persoon begrijpt.",
        ),
        length=0,
        unit=Unit.DAY,
        starts=Text(en="the first contact", nl="het eerste contact"),
        bearer=Bearer.INVESTIGATION_SERVICE,
        binding=Binding.MUST,
        sources=(RIGHTS_STATEMENT.at("whole"),),
    ),
    Term(
        id="reflection",
        what=Text(en="Take time to think about a report, once.", nl="Neem bedenktijd over een aangifte, één keer."),
        length=3,
        unit=Unit.MONTH,
        starts=Text(en="the offer is accepted", nl="het aanbod wordt aanvaard"),
        bearer=Bearer.VICTIM,
        binding=Binding.MAXIMUM,
        condition=Text(
            en="Only for a person without lawful stay; it cannot be made longer.",
            nl="Alleen voor een persoon zonder rechtmatig verblijf; verlengen kan niet.",
        ),
        sources=(ALIENS_2015.at("B8/3 (B9/10, 12, 13)"),),
    ),
    Term(
        id="reflection.reporting",
        what=Text(en="Report to the police.", nl="Meld u bij de politie."),
        length=1,
        unit=Unit.MONTH,
        starts=Text(en="the time to think starts, and each time after", nl="de bedenktijd begint, en daarna elke keer"),
        bearer=Bearer.VICTIM,
        binding=Binding.MUST,
        sources=(ALIENS_2015.at("B8/3 (B9/10, 12, 13)"),),
    ),
    Term(
        id="notice.police",
        what=Text(
            en="Tell in writing that no investigation starts, or that it ends.",
            nl="Meld schriftelijk dat er geen onderzoek komt, of dat het stopt.",
        ),
        length=14,
        unit=Unit.DAY,
        starts=_KNOWN,
        bearer=Bearer.POLICE,
        binding=Binding.MUST,
        on_request=True,
        sources=(VICTIM_INFORMATION.at("item a"),),
    ),
    Term(
        id="notice.prosecution",
        what=Text(
            en="Tell in writing what the prosecutor or the court decided.",
            nl="Meld schriftelijk wat de officier of de rechter heeft beslist.",
        ),
        length=14,
        unit=Unit.DAY,
        starts=_KNOWN,
        bearer=Bearer.PROSECUTION_SERVICE,
        binding=Binding.MUST,
        on_request=True,
        sources=(VICTIM_INFORMATION.at("items b to h"),),
    ),
    Term(
        id="notice.transfer",
        what=Text(
            en="Tell that the case goes to another office or country.",
            nl="Meld dat de zaak naar een ander kantoor of land gaat.",
        ),
        length=0,
        unit=Unit.DAY,
        starts=Text(en="the transfer", nl="de overdracht"),
        bearer=Bearer.PROSECUTION_SERVICE,
        binding=Binding.MUST,
        sources=(VICTIM_INFORMATION.at("transfer"),),
    ),
    Term(
        id="notice.release",
        what=Text(
            en="Tell, by voice and in writing, when the person will be free.",
            nl="Meld, mondeling en schriftelijk, wanneer de persoon vrijkomt.",
        ),
        length=7,
        unit=Unit.DAY,
        starts=Text(en="the judgement, or when the day is known", nl="het vonnis, of zodra de dag bekend is"),
        bearer=Bearer.PROSECUTION_SERVICE,
        binding=Binding.MUST,
        on_request=True,
        sources=(VICTIM_INFORMATION.at("release"),),
    ),
    Term(
        id="notice.escape",
        what=Text(
            en="Tell by voice that the person escaped or did not come back.",
            nl="Meld mondeling dat de persoon is ontsnapt of niet is teruggekomen.",
        ),
        length=1,
        unit=Unit.HOUR,
        starts=Text(en="the prosecutor knows it", nl="de officier het weet"),
        bearer=Bearer.PROSECUTION_SERVICE,
        binding=Binding.MUST,
        on_request=True,
        sources=(VICTIM_INFORMATION.at("escape"),),
    ),
    Term(
        id="complaint.art12",
        what=Text(
            en="Ask the court of appeal to look at a decision not to prosecute.",
            nl="Vraag het gerechtshof te kijken naar een beslissing om niet te vervolgen.",
        ),
        length=3,
        unit=Unit.MONTH,
        starts=Text(
            en="the victim learns of the formal notice that was served on the suspect",
            nl="het slachtoffer hoort van de formele kennisgeving aan de verdachte",
        ),
        bearer=Bearer.VICTIM,
        binding=Binding.CLAIM,
        condition=Text(
            en="It runs only if a formal notice of no further prosecution was served on the suspect. "
            "If not, there is no time limit. Once a judgement is final there is no complaint.",
            nl="De termijn loopt alleen als de verdachte een formele kennisgeving van niet verdere vervolging kreeg. "
            "Anders is er geen termijn. Als een vonnis onherroepelijk is, is er geen beklag meer.",
        ),
        sources=(PROCEDURE_2015.at("art. 12 and 12l"),),
    ),
    Term(
        id="advance.state",
        what=Text(
            en="Pay the rest of the damage that the convicted person has not paid.",
            nl="Betaal de rest van de schade die de veroordeelde niet heeft betaald.",
        ),
        length=8,
        unit=Unit.MONTH,
        starts=Text(en="the judgement is final", nl="het vonnis onherroepelijk is"),
        bearer=Bearer.COLLECTION_AGENCY,
        binding=Binding.OPENS,
        sources=(CRIMINAL_CODE_2015.at("art. 36f"),),
    ),
    Term(
        id="compensation_fund",
        what=Text(en="Ask the compensation fund for a payment.", nl="Vraag het Schadefonds om een uitkering."),
        length=10,
        unit=Unit.YEAR,
        starts=Text(en="the offence", nl="het misdrijf"),
        bearer=Bearer.VICTIM,
        binding=Binding.CLAIM,
        sources=(FUND_GUIDE.at("who can apply"),),
    ),
    Term(
        id="victim_statement",
        what=Text(
            en="Hand the written statement to the prosecution service, this long before the hearing.",
            nl="Lever de schriftelijke verklaring in bij het OM, zo lang vóór de zitting.",
        ),
        length=14,
        unit=Unit.DAY,
        starts=Text(en="the hearing, counted back", nl="de zitting, teruggeteld"),
        bearer=Bearer.VICTIM,
        binding=Binding.CLAIM,
        sources=(VICTIMS_2011.at("written victim statement"),),
    ),
    Term(
        id="recording.destruction",
        what=Text(
            en="Carry out the order to destroy a recording, and file the proof.",
            nl="Voer het bevel uit om een opname te vernietigen, en bewaar het bewijs daarvan.",
        ),
        length=30,
        unit=Unit.DAY,
        starts=Text(en="the prosecutor's order", nl="het bevel van de officier"),
        bearer=Bearer.INVESTIGATION_SERVICE,
        binding=Binding.MUST,
        sources=(RECORDING_2013.at("retention and destruction"),),
    ),
)

#: Every term, by its id.
TERMS: Final[Mapping[str, Term]] = MappingProxyType({term.id: term for term in _ALL})
