"""The sentences of the notices: what a victim is told at each step, one thing at a time, in level B1.

They speak to the person (*u* in Dutch, since notices are letters) and never call anybody a victim.
"""

from __future__ import annotations

from typing import Final

from waarborg.kernel.texts import Text

_SUPPORT_STAYS: Final = Text(en="Your support goes on.", nl="Uw steun gaat door.")
_ART_12: Final = Text(
    en="You can ask the court of appeal to look at this (art. 12). From when, and until when, is in this letter.",
    nl="U kunt het gerechtshof vragen hiernaar te kijken (art. 12). Vanaf wanneer en tot wanneer staat in deze brief.",
)
_DAMAGE: Final = Text(
    en="There are other ways to get payment of damage: a civil court, and the compensation fund.",
    nl="Er zijn andere manieren om schade vergoed te krijgen: de burgerlijke rechter en het Schadefonds.",
)
_STAY: Final = Text(
    en="This may change your right to stay. Talk to your lawyer.",
    nl="Dit kan uw recht op verblijf veranderen. Praat met uw advocaat.",
)

FIRST_CONTACT: Final = (
    Text(en="These are your rights, on paper and free.", nl="Dit zijn uw rechten, op papier en gratis."),
    Text(en="Here you find help.", nl="Hier vindt u hulp."),
    Text(en="An interpreter is there for you, free.", nl="Er is een tolk voor u, gratis."),
    Text(
        en="If you have no right to stay, you can take time to think.",
        nl="Als u geen recht op verblijf hebt, kunt u bedenktijd nemen.",
    ),
    Text(
        en="We must register you at CoMensha, the national register.",
        nl="Wij moeten u aanmelden bij CoMensha, het landelijke register.",
    ),
)

INFORMATIVE: Final = (
    Text(
        en="If you tell us something that can be traced, we must write it down in an official report of findings.",
        nl="Als u iets vertelt dat wij kunnen natrekken, moeten wij dat opschrijven in een proces-verbaal.",
    ),
    Text(
        en="The prosecutor may go on, also if you say no.",
        nl="De officier mag doorgaan, ook als u nee zegt.",
    ),
    Text(
        en="We tell you whether this talk is recorded, and who listens.",
        nl="Wij zeggen u of dit gesprek wordt opgenomen, en wie meeluistert.",
    ),
)

REFLECTION: Final = (
    Text(en="This is the last day of your time to think.", nl="Dit is de laatste dag van uw bedenktijd."),
    Text(en="You get it once.", nl="U krijgt dit één keer."),
    Text(en="You must report to the police every month.", nl="U moet zich elke maand melden bij de politie."),
    Text(en="It can end sooner in four ways. Here they are.", nl="Op vier manieren stopt het eerder. Hier staan ze."),
    Text(
        en="During it you do not have to leave, and you have shelter, care and a lawyer.",
        nl="In die tijd hoeft u niet te vertrekken, en u hebt opvang, zorg en een advocaat.",
    ),
)

REPORT: Final = (
    Text(
        en="A report cannot be taken back. You can still write your view to the prosecutor.",
        nl="Een aangifte kunt u niet intrekken. U kunt de officier wel schrijven wat u vindt.",
    ),
    Text(
        en="The interview is recorded. That needs no permission.",
        nl="Het verhoor wordt opgenomen. Dat hoeft u niet goed te vinden.",
    ),
    Text(en="You can have a copy of your report.", nl="U kunt een kopie van uw aangifte krijgen."),
    Text(en="Your report may give you a right to stay.", nl="Uw aangifte kan u recht op verblijf geven."),
    Text(en="You choose where your letters go.", nl="U kiest waar uw post naartoe gaat."),
    Text(en="Your lawyer is free and may be there.", nl="Uw advocaat is gratis en mag erbij zijn."),
)

DECLINED: Final = (
    Text(
        en="Your no ends your interviews. The prosecutor may go on without you.",
        nl="Uw nee stopt uw verhoren. De officier mag zonder u doorgaan.",
    ),
    Text(
        en="There are other ways to stay, because of threat or health.",
        nl="Er zijn andere manieren om te blijven, vanwege dreiging of gezondheid.",
    ),
    Text(en="This is the support that stays, and this is what may end.", nl="Deze steun blijft, en dit kan stoppen."),
)

NOT_INVESTIGATED: Final = (
    Text(en="There is no investigation, and this is why.", nl="Er komt geen onderzoek, en dit is de reden."),
    Text(
        en="You can ask the prosecutor to look at this again.",
        nl="U kunt de officier vragen hier nog eens naar te kijken.",
    ),
    _ART_12,
    _STAY,
    _SUPPORT_STAYS,
)

INVESTIGATION: Final = (
    Text(en="The investigation has started.", nl="Het onderzoek is begonnen."),
    Text(
        en="We looked at what you need to be safe, and this is what we do.",
        nl="Wij hebben gekeken wat u nodig hebt om veilig te zijn, en dit doen wij.",
    ),
)

ABROAD: Final = (
    Text(
        en="The case goes to another country or another office.",
        nl="De zaak gaat naar een ander land of een ander kantoor.",
    ),
    Text(
        en="If you asked for payment of damage, we ask for your agreement first.",
        nl="Als u om schadevergoeding vroeg, vragen wij eerst of u het goed vindt.",
    ),
    _STAY,
)

DISMISSAL: Final = (
    Text(
        en="The prosecutor stops the case against this person, and this is why.",
        nl="De officier stopt de zaak tegen deze persoon, en dit is de reden.",
    ),
    Text(
        en="That does not mean that you were not believed.",
        nl="Dat betekent niet dat u niet wordt geloofd.",
    ),
    _ART_12,
    _DAMAGE,
    _STAY,
    _SUPPORT_STAYS,
)

#: Told also to somebody who wants no information (domain case 13).
SPEAKING_RIGHT: Final = (Text(en="You may speak at the hearing.", nl="U mag spreken op de zitting."),)

PROSECUTION: Final = (
    Text(
        en="This person goes to court, and this is what for.",
        nl="Deze persoon moet naar de rechter, en dit is waarvoor.",
    ),
    Text(
        en="Here is the form to ask for payment of damage.",
        nl="Hier is het formulier om schadevergoeding te vragen.",
    ),
    *SPEAKING_RIGHT,
    Text(en="An interpreter can be there. Ask for one.", nl="Er kan een tolk bij zijn. Vraag erom."),
    Text(en="You may ask to read the file.", nl="U mag vragen om het dossier te lezen."),
    Text(en="This is the day of the hearing.", nl="Dit is de dag van de zitting."),
    _STAY,
)

HEARING_MOVED: Final = (
    Text(en="The hearing is on another day or in another place.", nl="De zitting is op een andere dag of plaats."),
)

CONVICTION: Final = (
    Text(
        en="The court decided: guilty. This is the punishment.",
        nl="De rechter heeft beslist: schuldig. Dit is de straf.",
    ),
    Text(
        en="This is what the court decided about your damage, and what happens next.",
        nl="Dit besliste de rechter over uw schade, en dit gebeurt er nu.",
    ),
    Text(en="There may be an appeal.", nl="Er kan hoger beroep komen."),
    Text(
        en="The collection agency (CJIB) collects the money for you.",
        nl="Het CJIB haalt het geld voor u op.",
    ),
    Text(
        en="You can ask us to tell you about leave and release.",
        nl="U kunt ons vragen om u te vertellen over verlof en vrijlating.",
    ),
    _STAY,
)

ACQUITTAL: Final = (
    Text(en="The court decided: not guilty.", nl="De rechter heeft beslist: niet schuldig."),
    Text(
        en="That does not mean that you were not believed.",
        nl="Dat betekent niet dat u niet wordt geloofd.",
    ),
    _DAMAGE,
    _STAY,
    _SUPPORT_STAYS,
)

APPEAL: Final = (
    Text(en="The case goes to a higher court.", nl="De zaak gaat naar een hogere rechter."),
    Text(en="These are your rights there.", nl="Dit zijn daar uw rechten."),
    _STAY,
)

FINAL: Final = (
    Text(en="The judgement is final.", nl="Het vonnis is onherroepelijk."),
    Text(
        en="If the damage is not paid in eight months, the state pays the rest.",
        nl="Als de schade na acht maanden niet is betaald, betaalt de staat de rest.",
    ),
    Text(
        en="Recordings are kept no longer than needed. We tell you when they are destroyed.",
        nl="Opnamen bewaren wij niet langer dan nodig. Wij zeggen het u als ze worden vernietigd.",
    ),
)

LEAVE: Final = (
    Text(
        en="The person leaves prison for the first time on this day.",
        nl="De persoon heeft op deze dag voor het eerst verlof.",
    ),
)

RELEASE: Final = (Text(en="The person will be free on this day.", nl="De persoon komt vrij op deze dag."),)

ESCAPE: Final = (
    Text(
        en="The person escaped or did not come back. This is whom you can call now.",
        nl="De persoon is ontsnapt of niet teruggekomen. Dit nummer kunt u nu bellen.",
    ),
)

REOPENED: Final = (
    Text(en="The case goes on again, and this is why.", nl="De zaak gaat weer verder, en dit is de reden."),
    Text(en="These are your rights from here.", nl="Dit zijn vanaf nu uw rechten."),
)
