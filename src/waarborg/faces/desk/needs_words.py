"""The words of what needs somebody: what to do, why, and the act on its button; ``{person}`` is filled by the page."""

from __future__ import annotations

from typing import Final

from waarborg.apps.rights.queries import Task
from waarborg.kernel.texts import Text
from waarborg.law.steps import Step

#: What is told after each step, as the end of "Tell {person} …".
STEPS: Final = {
    Step.SIGNAL: Text(en="about the signal", nl="over het signaal"),
    Step.FIRST_CONTACT: Text(en="what rights there are", nl="welke rechten er zijn"),
    Step.INFORMATIVE_INTERVIEW: Text(en="what the talk is for", nl="waar het gesprek voor is"),
    Step.REFLECTION: Text(en="about time to think", nl="over de bedenktijd"),
    Step.REPORT: Text(en="what follows on the report", nl="wat er na de aangifte komt"),
    Step.DECLINED: Text(en="what the no means", nl="wat het nee betekent"),
    Step.NOT_INVESTIGATED: Text(en="that there is no investigation", nl="dat er geen onderzoek komt"),
    Step.INVESTIGATION: Text(en="about the investigation", nl="over het onderzoek"),
    Step.ABROAD: Text(en="that the case goes to another country", nl="dat de zaak naar een ander land gaat"),
    Step.PROSECUTION: Text(en="that the prosecutor goes on", nl="dat de officier doorgaat"),
    Step.DISMISSAL: Text(en="that the prosecutor stops", nl="dat de officier stopt"),
    Step.HEARING: Text(en="when the court hears the case", nl="wanneer de zitting is"),
    Step.HEARING_MOVED: Text(en="that the hearing was moved", nl="dat de zitting is verplaatst"),
    Step.CONVICTION: Text(en="that the court says guilty", nl="dat de rechter schuldig zegt"),
    Step.ACQUITTAL: Text(en="that the court says not guilty", nl="dat de rechter niet schuldig zegt"),
    Step.APPEAL: Text(en="that there is an appeal", nl="dat er hoger beroep is"),
    Step.FINAL: Text(en="that the judgment is final", nl="dat het vonnis vaststaat"),
    Step.LEAVE: Text(en="about leave from prison", nl="over verlof uit de gevangenis"),
    Step.RELEASE: Text(en="about the release", nl="over de vrijlating"),
    Step.ESCAPE: Text(en="about the escape", nl="over de ontsnapping"),
    Step.REOPENED: Text(en="that the case was taken up again", nl="dat de zaak weer is opgepakt"),
}
TASKS: Final = {
    Task.TELL: Text(en="Tell {person} {what}", nl="Vertel {person} {what}"),
    Task.CONFIRM: Text(
        en="{person}: did the letter arrive? It says {what}", nl="{person}: kwam de brief aan? Die zegt {what}"
    ),
    Task.AGREE: Text(
        en="Agree or not to hold back from {person} {what}",
        nl="Ga wel of niet akkoord met achterhouden voor {person} {what}",
    ),
    Task.LOOK_AGAIN: Text(
        en="Look again: held back from {person} {what}", nl="Kijk opnieuw: achtergehouden voor {person} {what}"
    ),
}
ACTS: Final = {
    Task.TELL: Text(en="Read and tell", nl="Lezen en vertellen"),
    Task.CONFIRM: Text(en="Enter it", nl="Vastleggen"),
    Task.AGREE: Text(en="Read and answer", nl="Lezen en antwoorden"),
    Task.LOOK_AGAIN: Text(en="Look again", nl="Opnieuw kijken"),
}
OPEN: Final = Text(en="Open", nl="Openen")
ANSWER: Final = Text(en="Answer", nl="Antwoorden")
COMPARE: Final = Text(en="Compare", nl="Vergelijken")
NOBODY: Final = Text(
    en="Nobody may get it now. A representative must be appointed first.",
    nl="Niemand mag het nu krijgen. Eerst moet er een vertegenwoordiger komen.",
)
AT_ONCE: Final = Text(en="The law names no later day.", nl="De wet noemt geen latere dag.")
LEAVE: Final = Text(
    en="Leave is asked for an interview with {person}", nl="Er is toestemming gevraagd voor een verhoor van {person}"
)
LEAVE_WHY: Final = Text(
    en="The line stays not met until you answer.", nl="De regel blijft niet nageleefd tot u antwoordt."
)
AGAIN: Final = Text(en="Look again at an interview with {person}", nl="Kijk opnieuw naar een verhoor van {person}")
AGAIN_WHY: Final = Text(
    en="A later finding about the age changed what it concluded. Nothing may go down.",
    nl="Een latere bevinding over de leeftijd veranderde de conclusie. Niets mag omlaag.",
)
CLOSE: Final = Text(en="Close the interview with {person}", nl="Sluit het verhoor van {person} af")
CLOSE_WHY: Final = Text(en="It was held and is not closed.", nl="Het is gehouden en niet afgesloten.")
OFFER: Final = Text(en="{door} offers you a report", nl="{door} biedt u een melding aan")
OFFER_WHY: Final = Text(
    en="After this moment it stays with the sender.", nl="Na dit moment blijft hij bij de afzender."
)
NEW: Final = Text(en="A new report at {door}", nl="Een nieuwe melding bij {door}")
UNREAD: Final = Text(en="A new message in a mailbox at {door}", nl="Een nieuw bericht in een postvak bij {door}")
NAMED: Final = Text(en="Came in on {day}, with a name.", nl="Kwam binnen op {day}, met een naam.")
SEALED: Final = Text(en="Came in on {day}, without a name.", nl="Kwam binnen op {day}, zonder naam.")
THINKS: Final = Text(en="Time to think of {person} ends", nl="De bedenktijd van {person} eindigt")
THINKS_WHY: Final = Text(
    en="It cannot be made longer. The choice is theirs; a talk before it helps.",
    nl="Verlengen kan niet. De keuze is aan de persoon; een gesprek vooraf helpt.",
)
ASKS: Final = Text(en="{person} asks for something", nl="{person} vraagt om iets")
ASKS_WHY: Final = Text(en="Nobody did anything in this support since.", nl="Sindsdien deed niemand iets in deze steun.")
REVIEW: Final = Text(en="Look again at the support of {person}", nl="Bekijk de steun van {person} opnieuw")
REVIEW_WHY: Final = Text(
    en="Only the person, or the end of the need, ends support.",
    nl="Alleen de persoon zelf, of het einde van de behoefte, beëindigt de steun.",
)
COMPLAINT: Final = Text(
    en="The court of appeal looks at the complaint of {person}", nl="Het gerechtshof bekijkt de klacht van {person}"
)
