"""What the acts about interviews refuse, each as one value: what does not go, why, what does, and whom to ask.

Data only, so that a translator or a lawyer can read it through.
"""

from __future__ import annotations

from typing import Final

from waarborg.kernel.errors import Refusal
from waarborg.kernel.texts import Text

_PLAN: Final = Text(en="The interview cannot be planned like this.", nl="Het verhoor kan zo niet worden gepland.")
_ENTER: Final = Text(en="This was not entered.", nl="Dit is niet vastgelegd.")
_ADD: Final = Text(en="The recording was not added.", nl="De opname is niet toegevoegd.")
_ASK: Final = Text(
    en="Ask the team leader or the prosecutor of the case.", nl="Vraag het de teamleider of de officier van de zaak."
)


def _no(what: Text, code: str, why: tuple[str, str], instead: tuple[str, str], *, on_record: bool = False) -> Refusal:
    """One refusal; the pairs are English and Dutch."""
    return Refusal(
        code=f"interview.{code}",
        what=what,
        why=Text(en=why[0], nl=why[1]),
        instead=Text(en=instead[0], nl=instead[1]),
        ask=_ASK,
        on_record=on_record,
    )


NO_SUCH_INTERVIEW: Final = Refusal(
    code="interview.unknown",
    what=Text(en="You cannot open this.", nl="U kunt dit niet openen."),
    why=Text(en="You do not work on this case.", nl="U werkt niet aan deze zaak."),
    instead=Text(en="You can open what you work on yourself.", nl="U kunt wel openen waar u zelf aan werkt."),
    ask=Text(
        en="Ask the team leader of the case. We wrote down that you tried.",
        nl="Vraag het de teamleider van de zaak. We hebben genoteerd dat u het probeerde.",
    ),
    on_record=True,
)

# Planning.

NOT_PLANNED: Final = _no(
    _PLAN,
    "not_planned",
    ("It has begun already, or it was cancelled.", "Het is al begonnen, of het is afgezegd."),
    ("You can plan a further interview.", "U kunt een volgend verhoor plannen."),
)
CHANGED_MEANWHILE: Final = _no(
    _PLAN,
    "changed_meanwhile",
    (
        "Somebody else changed this plan while you had it open.",
        "Iemand anders wijzigde dit plan terwijl u het open had.",
    ),
    ("Look at the new plan, then make your change in it.", "Bekijk het nieuwe plan en pas dat aan."),
)
OTHER_PERSON: Final = _no(
    _PLAN,
    "other_person",
    ("A plan stays about one person.", "Een plan blijft over één persoon gaan."),
    ("Cancel it, and plan another for the other person.", "Zeg het af en plan een ander voor de andere persoon."),
)
CASE_CLOSED: Final = _no(
    _PLAN,
    "case_closed",
    ("The case is closed.", "De zaak is gesloten."),
    ("Re-open the case first.", "Heropen eerst de zaak."),
)
NOT_IN_THIS_CAPACITY: Final = _no(
    _PLAN,
    "not_in_this_capacity",
    ("The person does not have this role in the case.", "De persoon heeft deze rol niet in de zaak."),
    ("Choose the role, or add it to the person first.", "Kies de rol, of voeg die eerst toe bij de persoon."),
)
NO_ROAD: Final = _no(
    _PLAN,
    "no_first_contact",
    ("There was no first contact with this person yet.", "Er was nog geen eerste contact met deze persoon."),
    (
        "Enter the first contact first. Support begins with it.",
        "Leg eerst het eerste contact vast. Dan begint de steun.",
    ),
)
SAID_NO: Final = _no(
    _PLAN,
    "said_no",
    ("The person said no. A no stops the interviews.", "De persoon zei nee. Een nee stopt de verhoren."),
    (
        "The case and the support go on. If the person comes back on it, enter that first.",
        "De zaak en de steun gaan door. Komt de persoon erop terug, leg dat dan eerst vast.",
    ),
    on_record=True,
)
ENDS_BEFORE_START: Final = _no(
    _PLAN,
    "ends_before_start",
    ("It ends before it begins.", "Het eindigt voor het begint."),
    ("Choose a later end.", "Kies een later einde."),
)
IN_THE_PAST: Final = _no(
    _PLAN,
    "in_the_past",
    ("This day is over.", "Deze dag is voorbij."),
    ("Choose today or a later day.", "Kies vandaag of een latere dag."),
)
NOBODY_ASKS: Final = _no(
    _PLAN,
    "nobody_asks",
    ("Nobody is named who asks the questions.", "Er staat niet wie de vragen stelt."),
    ("Choose at least one certified interviewer.", "Kies ten minste één gecertificeerde verhoorder."),
)
ACUTE_UNEXPLAINED: Final = _no(
    _PLAN,
    "acute_unexplained",
    ("It says acute, but not what happened.", "Er staat acuut, maar niet wat er gebeurde."),
    ("Write what made it acute.", "Schrijf wat het acuut maakte."),
)
INTERPRETER_UNEXPLAINED: Final = _no(
    _PLAN,
    "interpreter_unexplained",
    (
        "The interpreter is not registered, and the reason is missing.",
        "De tolk is niet geregistreerd en de reden ontbreekt.",
    ),
    ("Choose a registered interpreter, or write the reason.", "Kies een geregistreerde tolk, of schrijf de reden."),
)
NOT_CONSULTED: Final = _no(
    _PLAN,
    "not_consulted",
    (
        "An informative interview is recorded only after consulting the prosecutor.",
        "Een informatief gesprek wordt alleen opgenomen na overleg met de officier.",
    ),
    ("Consult the prosecutor, and enter who it was.", "Overleg met de officier, en leg vast wie het was."),
)
TOPIC_UNREADABLE: Final = _no(
    _PLAN,
    "topic_unreadable",
    ("A topic is one word without spaces.", "Een onderwerp is één woord zonder spaties."),
    ("Choose topics from the list.", "Kies onderwerpen uit de lijst."),
)
COMPANION_UNKNOWN: Final = _no(
    _PLAN,
    "companion_unknown",
    (
        "It does not say which person of the case sits beside them.",
        "Er staat niet welke persoon uit de zaak ernaast zit.",
    ),
    ("Add the companion to the case, then choose them.", "Voeg de begeleider toe aan de zaak en kies die dan."),
)
COMPANION_SUSPECT: Final = _no(
    _PLAN,
    "companion_suspect",
    ("This companion is a suspect in the case.", "Deze begeleider is verdachte in de zaak."),
    ("Ask whom else the person would like.", "Vraag wie de persoon er anders bij wil."),
)
COMPANION_UNEXAMINED: Final = _no(
    _PLAN,
    "companion_unexamined",
    (
        "This companion may have to be a witness, and nobody looked at that yet.",
        "Deze begeleider is misschien zelf getuige, en dat is nog niet bekeken.",
    ),
    (
        "Refuse with a ground, or write what came out when you looked at it.",
        "Weiger met een grond, of schrijf op wat eruit kwam toen u het bekeek.",
    ),
)
NOT_CERTIFIED: Final = _no(
    _PLAN,
    "not_certified",
    (
        "Not everybody who asks is certified for trafficking.",
        "Niet iedereen die vraagt is gecertificeerd voor mensenhandel.",
    ),
    ("Choose certified detectives.", "Kies gecertificeerde rechercheurs."),
)
NOT_FOR_MINORS: Final = _no(
    _PLAN,
    "not_for_minors",
    (
        "The person is or may be under 18, and not everybody who asks is certified for minors.",
        "De persoon is (misschien) jonger dan 18. Niet iedereen die vraagt is gecertificeerd voor minderjarigen.",
    ),
    ("Choose interviewers who are, or add what is known of the age.", "Kies wie dat wel is, of vul de leeftijd aan."),
    on_record=True,
)
NOT_STUDIO: Final = _no(
    _PLAN,
    "not_studio",
    (
        "Not everybody who asks is certified for the studio.",
        "Niet iedereen die vraagt is gecertificeerd voor de studio.",
    ),
    ("Choose a studio interviewer. One is enough.", "Kies een studioverhoorder. Eén is genoeg."),
)
TEAM_NOT_ADMITTED: Final = _no(
    _PLAN,
    "team_not_admitted",
    ("Somebody of the team does not work on this case.", "Iemand van het team werkt niet aan deze zaak."),
    ("Let them open the case first.", "Laat die persoon eerst toe tot de zaak."),
)
PERSON_BUSY: Final = _no(
    _PLAN,
    "person_busy",
    ("The person has another interview then.", "De persoon heeft dan een ander verhoor."),
    ("Choose another time.", "Kies een andere tijd."),
)
TEAM_BUSY: Final = _no(
    _PLAN,
    "team_busy",
    ("Somebody of the team has another interview then.", "Iemand van het team heeft dan een ander verhoor."),
    ("Choose another time or another team.", "Kies een andere tijd of een ander team."),
)
ROOM_BUSY: Final = _no(
    _PLAN,
    "room_busy",
    ("The room is taken then.", "De ruimte is dan bezet."),
    ("Choose another time or room.", "Kies een andere tijd of ruimte."),
)

# Holding.

ANOTHER_DAY: Final = _no(
    _ENTER,
    "begin.another_day",
    ("It is planned for another day.", "Het is voor een andere dag gepland."),
    ("Change the plan to today first.", "Zet het plan eerst op vandaag."),
)
NOT_GOING_ON: Final = _no(
    _ENTER,
    "not_going_on",
    ("The interview is not going on.", "Het verhoor is niet bezig."),
    (
        "Begin it first. After its end you can add recordings and explain.",
        "Begin het eerst. Na afloop kunt u opnamen toevoegen en uitleggen.",
    ),
)
WATCHERS_UNSAID: Final = _no(
    _ENTER,
    "announce.watchers_unsaid",
    (
        "Somebody watches elsewhere, and the person was not told who.",
        "Iemand kijkt elders mee, en de persoon hoorde niet wie.",
    ),
    ("Say who watches, then enter both.", "Zeg wie meekijkt en leg dan beide vast."),
)
NOT_INFORMATIVE: Final = _no(
    _ENTER,
    "not_informative",
    (
        "This is only for an informative interview at that moment.",
        "Dit geldt alleen voor een informatief gesprek op dat moment.",
    ),
    ("Another interview is recorded without asking.", "Een ander verhoor wordt opgenomen zonder dat te vragen."),
)
NOT_A_PROSECUTOR: Final = _no(
    _ENTER,
    "not_a_prosecutor",
    ("Whom you name is no prosecutor.", "Wie u noemt is geen officier."),
    ("Name the prosecutor you consulted.", "Noem de officier met wie u overlegde."),
)

PAUSE_OUT_OF_STEP: Final = _no(
    _ENTER,
    "pause.out_of_step",
    ("This break has begun or ended already.", "Deze pauze is al begonnen of al voorbij."),
    ("Look at the clock of the interview again.", "Kijk opnieuw naar de klok van het verhoor."),
)

# Recordings.

NOT_HELD: Final = _no(
    _ADD,
    "media.not_held",
    (
        "The interview has not begun, was cancelled, or is closed.",
        "Het verhoor is nog niet begonnen, is afgezegd of is gesloten.",
    ),
    (
        "You can add it while the interview is held and not yet closed.",
        "Toevoegen kan zodra het verhoor is begonnen, tot het is gesloten.",
    ),
)
RECORDED_UNASKED: Final = _no(
    _ADD,
    "media.not_consulted",
    (
        "An informative interview is recorded only after consulting the prosecutor.",
        "Een informatief gesprek wordt alleen opgenomen na overleg met de officier.",
    ),
    (
        "Consult the prosecutor, enter that, and add the file then. Keep it on the recorder until that moment.",
        "Overleg met de officier, leg dat vast en voeg dan toe. Laat het tot dan op de recorder staan.",
    ),
)

# Explaining and closing.

REASON_MISSING: Final = _no(
    _ENTER,
    "reason_missing",
    ("The reason is missing.", "De reden ontbreekt."),
    ("Write in one sentence why. The person can read it.", "Schrijf in één zin waarom. De persoon kan het lezen."),
)

NOT_ENDED: Final = _no(
    _ENTER,
    "close.not_ended",
    ("The interview was not held to its end yet.", "Het verhoor is nog niet afgerond."),
    ("End it first, or cancel a plan.", "Rond het eerst af, of zeg een plan af."),
)
CLOSED_ALREADY: Final = _no(
    _ENTER,
    "closed_already",
    ("The interview is closed or cancelled.", "Het verhoor is gesloten of afgezegd."),
    ("You can plan a further interview.", "U kunt een volgend verhoor plannen."),
)
MEDIA_CAME_IN: Final = _no(
    _ENTER,
    "close.media_came_in",
    ("A recording came in at this very moment.", "Er kwam juist een opname binnen."),
    ("Close it once more.", "Sluit het nog een keer."),
)
RULE_UNKNOWN: Final = _no(
    _ENTER,
    "ask.rule_unknown",
    ("This is no duty of an interview.", "Dit is geen plicht bij een verhoor."),
    ("Choose a duty from the list.", "Kies een plicht uit de lijst."),
)
ASKED_ALREADY: Final = _no(
    _ENTER,
    "ask.asked_already",
    ("Leave for this is asked already.", "Hiervoor is al toestemming gevraagd."),
    ("Wait for the answer.", "Wacht op het antwoord."),
)
OWN_REASON: Final = _no(
    _ENTER,
    "answer.own_reason",
    (
        "You asked this yourself, and nobody approves their own reason.",
        "U vroeg dit zelf, en niemand keurt de eigen reden goed.",
    ),
    ("Let somebody else answer.", "Laat iemand anders antwoorden."),
    on_record=True,
)
NEEDS_PROSECUTOR: Final = _no(
    _ENTER,
    "answer.needs_prosecutor",
    ("This is a must. Only the prosecutor gives leave.", "Dit is een moet. Alleen de officier geeft toestemming."),
    ("Let the prosecutor answer.", "Laat de officier antwoorden."),
    on_record=True,
)
NOT_AN_APPROVER: Final = _no(
    _ENTER,
    "answer.not_an_approver",
    ("Only a team leader or the prosecutor answers.", "Alleen een teamleider of de officier antwoordt."),
    ("Let one of them answer.", "Laat een van hen antwoorden."),
    on_record=True,
)
ANSWERED_ALREADY: Final = _no(
    _ENTER,
    "answer.answered_already",
    ("It was answered already, and the answer stays.", "Er is al geantwoord, en dat antwoord blijft."),
    ("A new reason can be asked.", "Er kan een nieuwe reden worden gevraagd."),
)
NOTHING_CHANGED: Final = _no(
    _ENTER,
    "look_again.nothing",
    ("Nothing changed since it was closed.", "Er is niets veranderd sinds het sluiten."),
    ("You do not have to do anything.", "U hoeft niets te doen."),
)
