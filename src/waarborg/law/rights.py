"""The rights of a victim during the process: what each is, when it opens, who may refuse it and on what ground only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from waarborg.kernel.texts import Text
from waarborg.law.instruments import (
    DIRECTIVE_2011_36,
    GUIDE_IN_PART,
    PROCEDURE_2015,
    PROCEDURE_2025,
    RIGHTS_STATEMENT,
    TRAFFICKING_2022,
    VICTIM_INFORMATION,
    VICTIMS_2011,
)
from waarborg.law.shapes import Right
from waarborg.law.steps import Bearer, Step

_REASONED: Final = Text(
    en="A refusal names its reason. Your lawyer can object for you.",
    nl="Een weigering noemt de reden. Uw advocaat kan voor u bezwaar maken.",
)
_INTEREST: Final = Text(
    en="Only in the interest of the investigation, or in your own interest.",
    nl="Alleen in het belang van het onderzoek, of in uw eigen belang.",
)

_ALL: Final = (
    Right(
        id="rights_statement",
        name=Text(en="Your rights on paper", nl="Uw rechten op papier"),
        what=Text(
            en="You get your rights in writing at the first contact. It is free and in your language.",
            nl="U krijgt uw rechten op papier bij het eerste contact. Dat is gratis en in uw taal.",
        ),
        opens=Step.FIRST_CONTACT,
        sources=(RIGHTS_STATEMENT.at("whole"),),
    ),
    Right(
        id="interpreter",
        name=Text(en="An interpreter", nl="Een tolk"),
        what=Text(
            en="You can speak your own language in every interview and in court. The interpreter is free.",
            nl="U kunt in elk verhoor en bij de rechter uw eigen taal spreken. De tolk is gratis.",
        ),
        opens=Step.FIRST_CONTACT,
        sources=(PROCEDURE_2025.at("art. 51c"), GUIDE_IN_PART.at("Interpreters")),
    ),
    Right(
        id="lawyer",
        name=Text(en="A lawyer", nl="Een advocaat"),
        what=Text(
            en="A lawyer may help you in the investigation and in court. For you the lawyer is free.",
            nl="Een advocaat mag u helpen in het onderzoek en bij de rechter. Voor u is de advocaat gratis.",
        ),
        opens=Step.FIRST_CONTACT,
        sources=(PROCEDURE_2025.at("art. 51c"), GUIDE_IN_PART.at("Prosecution")),
    ),
    Right(
        id="person_of_choice",
        name=Text(en="A person of your choice", nl="Een persoon naar keuze"),
        what=Text(
            en="You may bring somebody you trust. This may be besides your lawyer.",
            nl="U mag iemand meenemen die u vertrouwt. Dat mag naast uw advocaat.",
        ),
        opens=Step.FIRST_CONTACT,
        refused_by=(Bearer.POLICE, Bearer.PROSECUTION_SERVICE, Bearer.COURT),
        ground=_INTEREST,
        refusal=_REASONED,
        sources=(PROCEDURE_2025.at("art. 51c"), DIRECTIVE_2011_36.at("art. 15(3)(f)")),
    ),
    Right(
        id="representative",
        name=Text(en="A representative", nl="Een vertegenwoordiger"),
        what=Text(
            en="A parent or guardian may speak for you. If they want something else than you, somebody else does.",
            nl="Een ouder of voogd mag voor u spreken. Als zij een ander belang hebben, krijgt u iemand anders.",
        ),
        opens=Step.FIRST_CONTACT,
        refused_by=(Bearer.POLICE, Bearer.PROSECUTION_SERVICE, Bearer.COURT),
        ground=_INTEREST,
        refusal=_REASONED,
        sources=(PROCEDURE_2025.at("art. 51c"), DIRECTIVE_2011_36.at("art. 15(1)")),
    ),
    Right(
        id="individual_assessment",
        name=Text(en="A look at what keeps you safe", nl="Een plan voor uw veiligheid"),
        what=Text(
            en="We look at what you need to be safe, and write it down. It can hide your address or keep people away.",
            nl="Wij kijken wat u nodig hebt om veilig te zijn, en schrijven dat op. Zo kan uw adres geheim blijven.",
        ),
        opens=Step.FIRST_CONTACT,
        sources=(TRAFFICKING_2022.at("individual assessment"),),
    ),
    Right(
        id="information",
        name=Text(en="News about your case", nl="Nieuws over uw zaak"),
        what=Text(
            en="You can ask for news at any moment. You can also say what you do not want to hear.",
            nl="U kunt op elk moment om nieuws vragen. U kunt ook zeggen wat u niet wilt horen.",
        ),
        opens=Step.FIRST_CONTACT,
        refused_by=(Bearer.PROSECUTION_SERVICE,),
        ground=Text(
            en="Only if the news would put the suspect at a risk that can be shown.",
            nl="Alleen als het nieuws de verdachte aantoonbaar in gevaar brengt.",
        ),
        sources=(VICTIM_INFORMATION.at("requests"), PROCEDURE_2025.at("art. 51ac(6), read through its regulation")),
    ),
    Right(
        id="address_of_choice",
        name=Text(en="Choose where letters go", nl="Kiezen waar post naartoe gaat"),
        what=Text(
            en="You choose the address for your letters. It need not be your home.",
            nl="U kiest het adres voor uw post. Dat hoeft niet uw huis te zijn.",
        ),
        opens=Step.FIRST_CONTACT,
        sources=(VICTIMS_2011.at("address"),),
    ),
    Right(
        id="copy_of_report",
        name=Text(en="A copy of your report", nl="Een kopie van uw aangifte"),
        what=Text(
            en="You can ask for a copy of your report. It is read to you before you sign.",
            nl="U kunt een kopie van uw aangifte vragen. Die wordt voorgelezen voordat u tekent.",
        ),
        opens=Step.REPORT,
        sources=(PROCEDURE_2015.at("art. 163"),),
    ),
    Right(
        id="complaint",
        name=Text(en="A complaint to the court of appeal", nl="Beklag bij het gerechtshof"),
        what=Text(
            en="If a person is not prosecuted, you can ask the court of appeal to look at that.",
            nl="Als een persoon niet wordt vervolgd, kunt u het gerechtshof vragen daarnaar te kijken.",
        ),
        opens=Step.DISMISSAL,
        sources=(PROCEDURE_2015.at("art. 12"),),
    ),
    Right(
        id="file_access",
        name=Text(en="Read the file", nl="Het dossier lezen"),
        what=Text(
            en="You may ask to read the papers of the case that are about you.",
            nl="U mag vragen om de stukken te lezen die over u gaan.",
        ),
        opens=Step.PROSECUTION,
        refused_by=(Bearer.PROSECUTION_SERVICE,),
        ground=Text(
            en="Only with leave of the investigating judge.", nl="Alleen met machtiging van de rechter-commissaris."
        ),
        refusal=Text(en="You are told in writing.", nl="U krijgt dit schriftelijk te horen."),
        sources=(PROCEDURE_2025.at("art. 51b"),),
    ),
    Right(
        id="right_to_speak",
        name=Text(en="Speak in court", nl="Spreken bij de rechter"),
        what=Text(
            en="You may speak at the hearing or hand in a written statement. From 12 years you may do it yourself.",
            nl="U mag spreken op de zitting of een verklaring inleveren. Vanaf 12 jaar mag u dat zelf.",
        ),
        opens=Step.PROSECUTION,
        sources=(PROCEDURE_2025.at("art. 51e"),),
    ),
    Right(
        id="injured_party_claim",
        name=Text(en="Ask for payment of damage", nl="Schadevergoeding vragen"),
        what=Text(
            en="You may ask the criminal court for payment of your damage, or of a part of it.",
            nl="U mag de strafrechter vragen om vergoeding van uw schade, of van een deel.",
        ),
        opens=Step.PROSECUTION,
        sources=(PROCEDURE_2025.at("art. 51f"),),
    ),
    Right(
        id="protection_in_court",
        name=Text(en="Protection in court", nl="Bescherming bij de rechter"),
        what=Text(
            en="The court tries to spare you: no eye contact, a closed hearing, no needless private questions.",
            nl="De rechter ontziet u zo veel mogelijk: geen oogcontact, gesloten deuren, geen onnodige privévragen.",
        ),
        opens=Step.HEARING,
        sources=(TRAFFICKING_2022.at("protection during the process"), DIRECTIVE_2011_36.at("art. 12(4)")),
    ),
    Right(
        id="release_information",
        name=Text(en="News about leave and release", nl="Nieuws over verlof en vrijlating"),
        what=Text(
            en="You can ask to be told when the person leaves prison or escapes.",
            nl="U kunt vragen om bericht als de persoon de gevangenis verlaat of ontsnapt.",
        ),
        opens=Step.CONVICTION,
        refused_by=(Bearer.PROSECUTION_SERVICE,),
        ground=Text(
            en="Only if the news would put the suspect at a risk that can be shown.",
            nl="Alleen als het nieuws de verdachte aantoonbaar in gevaar brengt.",
        ),
        sources=(VICTIM_INFORMATION.at("leave, release and escape"),),
    ),
)

#: Every right, by its id, in the order in which they open.
RIGHTS: Final[Mapping[str, Right]] = MappingProxyType({right.id: right for right in _ALL})
