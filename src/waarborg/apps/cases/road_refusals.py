"""What the steps on a victim's road refuse, each as one value: what does not go, why, what does, and whom to ask."""

from __future__ import annotations

from typing import Final

from waarborg.kernel.errors import Refusal
from waarborg.kernel.texts import Text

_ASK: Final = Text(en="Ask the team leader of the case.", nl="Vraag het de teamleider van de zaak.")
_NO_STEP: Final = Text(en="This step was not entered.", nl="Deze stap is niet vastgelegd.")
_NO_TIME: Final = Text(en="Time to think did not begin.", nl="De bedenktijd is niet begonnen.")
_NO_REPORT: Final = Text(en="The report was not entered.", nl="De aangifte is niet vastgelegd.")

NOT_A_VICTIM: Final = Refusal(
    code="victim.not_a_victim",
    what=_NO_STEP,
    why=Text(en="This person is not a victim in this case.", nl="Deze persoon is geen slachtoffer in deze zaak."),
    instead=Text(en="Add that they are one. Doubt is enough.", nl="Voeg dat toe. Een vermoeden is genoeg."),
    ask=_ASK,
)
NO_FIRST_CONTACT: Final = Refusal(
    code="victim.no_first_contact",
    what=_NO_STEP,
    why=Text(en="There was no first contact yet.", nl="Er was nog geen eerste contact."),
    instead=Text(en="Enter the first contact first.", nl="Leg eerst het eerste contact vast."),
    ask=_ASK,
)
DOES_NOT_FOLLOW: Final = Refusal(
    code="victim.does_not_follow",
    what=_NO_STEP,
    why=Text(en="It does not follow on where the person is now.", nl="Hij volgt niet op waar de persoon nu is."),
    instead=Text(
        en="After a no, first enter that the person came back on it. A report cannot be withdrawn.",
        nl="Na een nee legt u eerst vast dat de persoon daarop terugkomt. Een aangifte kan niet worden ingetrokken.",
    ),
    ask=_ASK,
)
INFORMATIVE_FIRST: Final = Refusal(
    code="victim.informative_first",
    what=_NO_REPORT,
    why=Text(en="There was no informative interview before it.", nl="Er was geen informatief gesprek vooraf."),
    instead=Text(
        en="Hold it first. If an acute situation made that impossible, write why.",
        nl="Houd dat eerst. Kon dat niet door een acute situatie, schrijf dan waarom.",
    ),
    ask=_ASK,
)
NOT_CERTIFIED: Final = Refusal(
    code="victim.not_certified",
    what=_NO_REPORT,
    why=Text(en="Not everybody who took it is certified.", nl="Niet iedereen die haar opnam is gecertificeerd."),
    instead=Text(en="Let certified detectives take it.", nl="Laat gecertificeerde rechercheurs de aangifte opnemen."),
    ask=_ASK,
)
LAWFUL_STAY: Final = Refusal(
    code="reflection.lawful_stay",
    what=_NO_TIME,
    why=Text(en="It is for a person without lawful stay.", nl="Die is voor wie geen rechtmatig verblijf heeft."),
    instead=Text(en="This person may think without this rule.", nl="Deze persoon mag ook zonder deze regel nadenken."),
    ask=_ASK,
)
REFLECTION_ONCE: Final = Refusal(
    code="reflection.once",
    what=_NO_TIME,
    why=Text(en="The person had it before, and it is given once.", nl="De persoon had die al, en het kan één keer."),
    instead=Text(en="A report stays possible. So does a no.", nl="Aangifte blijft mogelijk. Een nee ook."),
    ask=_ASK,
)
NOT_OFFERED: Final = Refusal(
    code="reflection.not_offered",
    what=_NO_TIME,
    why=Text(en="It was not offered yet.", nl="Die is nog niet aangeboden."),
    instead=Text(en="Offer it first, and say what it brings.", nl="Bied die eerst aan, en zeg wat het inhoudt."),
    ask=_ASK,
)
CONSENT_MISSING: Final = Refusal(
    code="reflection.consent_missing",
    what=_NO_TIME,
    why=Text(
        en="In detention the prosecution service and the police must both agree.",
        nl="In detentie moeten OM en politie het allebei goedvinden.",
    ),
    instead=Text(en="Ask both, and enter that they agreed.", nl="Vraag het beide, en leg vast dat ze akkoord zijn."),
    ask=Text(en="Ask the prosecutor of the case.", nl="Vraag het de officier van de zaak."),
)
