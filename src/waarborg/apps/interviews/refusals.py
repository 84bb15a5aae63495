"""What acts about an interview that is held refuse, each one value: what does not go, why, what does, whom to ask.

Data only, so that a translator or a lawyer can read it through.
"""

from __future__ import annotations

from typing import Final

from waarborg.kernel.errors import Refusal
from waarborg.kernel.texts import Text

_ENTER: Final = Text(en="This was not entered.", nl="Dit is niet vastgelegd.")
_ADD: Final = Text(en="The recording was not added.", nl="De opname is niet toegevoegd.")
_ASK: Final = Text(
    en="Ask the team leader or the prosecutor of the case.", nl="Vraag het de teamleider of de officier van de zaak."
)


def refusal(
    what: Text, code: str, why: tuple[str, str], instead: tuple[str, str], *, on_record: bool = False
) -> Refusal:
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

# Holding.

ANOTHER_DAY: Final = refusal(
    _ENTER,
    "begin.another_day",
    ("It is planned for another day.", "Het is voor een andere dag gepland."),
    ("Change the plan to today first.", "Zet het plan eerst op vandaag."),
)
NOT_GOING_ON: Final = refusal(
    _ENTER,
    "not_going_on",
    ("The interview is not going on.", "Het verhoor is niet bezig."),
    (
        "Begin it first. After its end you can add recordings and explain.",
        "Begin het eerst. Na afloop kunt u opnamen toevoegen en uitleggen.",
    ),
)
WATCHERS_UNSAID: Final = refusal(
    _ENTER,
    "announce.watchers_unsaid",
    (
        "Somebody watches elsewhere, and the person was not told who.",
        "Iemand kijkt elders mee, en de persoon hoorde niet wie.",
    ),
    ("Say who watches, then enter both.", "Zeg wie meekijkt en leg dan beide vast."),
)
NOT_INFORMATIVE: Final = refusal(
    _ENTER,
    "not_informative",
    (
        "This is only for an informative interview at that moment.",
        "Dit geldt alleen voor een informatief gesprek op dat moment.",
    ),
    ("Another interview is recorded without asking.", "Een ander verhoor wordt opgenomen zonder dat te vragen."),
)
NOT_A_PROSECUTOR: Final = refusal(
    _ENTER,
    "not_a_prosecutor",
    ("Whom you name is no prosecutor.", "Wie u noemt is geen officier."),
    ("Name the prosecutor you consulted.", "Noem de officier met wie u overlegde."),
)

PAUSE_OUT_OF_STEP: Final = refusal(
    _ENTER,
    "pause.out_of_step",
    ("This break has begun or ended already.", "Deze pauze is al begonnen of al voorbij."),
    ("Look at the clock of the interview again.", "Kijk opnieuw naar de klok van het verhoor."),
)

# Recordings.

NOT_HELD: Final = refusal(
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
RECORDED_UNASKED: Final = refusal(
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

REASON_MISSING: Final = refusal(
    _ENTER,
    "reason_missing",
    ("The reason is missing.", "De reden ontbreekt."),
    ("Write in one sentence why. The person can read it.", "Schrijf in één zin waarom. De persoon kan het lezen."),
)

NOT_ENDED: Final = refusal(
    _ENTER,
    "close.not_ended",
    ("The interview was not held to its end yet.", "Het verhoor is nog niet afgerond."),
    ("End it first, or cancel a plan.", "Rond het eerst af, of zeg een plan af."),
)
CLOSED_ALREADY: Final = refusal(
    _ENTER,
    "closed_already",
    ("The interview is closed or cancelled.", "Het verhoor is gesloten of afgezegd."),
    ("You can plan a further interview.", "U kunt een volgend verhoor plannen."),
)
MEDIA_CAME_IN: Final = refusal(
    _ENTER,
    "close.media_came_in",
    ("A recording came in at this very moment.", "Er kwam juist een opname binnen."),
    ("Close it once more.", "Sluit het nog een keer."),
)
RULE_UNKNOWN: Final = refusal(
    _ENTER,
    "ask.rule_unknown",
    ("This is no duty of an interview.", "Dit is geen plicht bij een verhoor."),
    ("Choose a duty from the list.", "Kies een plicht uit de lijst."),
)
ASKED_ALREADY: Final = refusal(
    _ENTER,
    "ask.asked_already",
    ("Leave for this is asked already.", "Hiervoor is al toestemming gevraagd."),
    ("Wait for the answer.", "Wacht op het antwoord."),
)
OWN_REASON: Final = refusal(
    _ENTER,
    "answer.own_reason",
    (
        "You asked this yourself, and nobody approves their own reason.",
        "U vroeg dit zelf, en niemand keurt de eigen reden goed.",
    ),
    ("Let somebody else answer.", "Laat iemand anders antwoorden."),
    on_record=True,
)
NEEDS_PROSECUTOR: Final = refusal(
    _ENTER,
    "answer.needs_prosecutor",
    ("This is a must. Only the prosecutor gives leave.", "Dit is een moet. Alleen de officier geeft toestemming."),
    ("Let the prosecutor answer.", "Laat de officier antwoorden."),
    on_record=True,
)
NOT_AN_APPROVER: Final = refusal(
    _ENTER,
    "answer.not_an_approver",
    ("Only a team leader or the prosecutor answers.", "Alleen een teamleider of de officier antwoordt."),
    ("Let one of them answer.", "Laat een van hen antwoorden."),
    on_record=True,
)
ANSWERED_ALREADY: Final = refusal(
    _ENTER,
    "answer.answered_already",
    ("It was answered already, and the answer stays.", "Er is al geantwoord, en dat antwoord blijft."),
    ("A new reason can be asked.", "Er kan een nieuwe reden worden gevraagd."),
)
NOTHING_CHANGED: Final = refusal(
    _ENTER,
    "look_again.nothing",
    ("Nothing changed since it was closed.", "Er is niets veranderd sinds het sluiten."),
    ("You do not have to do anything.", "U hoeft niets te doen."),
)
