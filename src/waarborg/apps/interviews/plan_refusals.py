"""What planning an interview refuses, each as one value: what does not go, why, what does, and whom to ask.

Data only, so that a translator or a lawyer can read it through.
"""

from __future__ import annotations

from typing import Final

from waarborg.apps.interviews.refusals import refusal
from waarborg.kernel.texts import Text

_PLAN: Final = Text(en="The interview cannot be planned like this.", nl="Het verhoor kan zo niet worden gepland.")

NOT_PLANNED: Final = refusal(
    _PLAN,
    "not_planned",
    ("It has begun already, or it was cancelled.", "Het is al begonnen, of het is afgezegd."),
    ("You can plan a further interview.", "U kunt een volgend verhoor plannen."),
)
CHANGED_MEANWHILE: Final = refusal(
    _PLAN,
    "changed_meanwhile",
    (
        "Somebody else changed this plan while you had it open.",
        "Iemand anders wijzigde dit plan terwijl u het open had.",
    ),
    ("Look at the new plan, then make your change in it.", "Bekijk het nieuwe plan en pas dat aan."),
)
OTHER_PERSON: Final = refusal(
    _PLAN,
    "other_person",
    ("A plan stays about one person.", "Een plan blijft over één persoon gaan."),
    ("Cancel it, and plan another for the other person.", "Zeg het af en plan een ander voor de andere persoon."),
)
CASE_CLOSED: Final = refusal(
    _PLAN,
    "case_closed",
    ("The case is closed.", "De zaak is gesloten."),
    ("Re-open the case first.", "Heropen eerst de zaak."),
)
NOT_IN_THIS_CAPACITY: Final = refusal(
    _PLAN,
    "not_in_this_capacity",
    ("The person does not have this role in the case.", "De persoon heeft deze rol niet in de zaak."),
    ("Choose the role, or add it to the person first.", "Kies de rol, of voeg die eerst toe bij de persoon."),
)
NO_ROAD: Final = refusal(
    _PLAN,
    "no_first_contact",
    ("There was no first contact with this person yet.", "Er was nog geen eerste contact met deze persoon."),
    (
        "Enter the first contact first. Support begins with it.",
        "Leg eerst het eerste contact vast. Dan begint de steun.",
    ),
)
SAID_NO: Final = refusal(
    _PLAN,
    "said_no",
    ("The person said no. A no stops the interviews.", "De persoon zei nee. Een nee stopt de verhoren."),
    (
        "The case and the support go on. If the person comes back on it, enter that first.",
        "De zaak en de steun gaan door. Komt de persoon erop terug, leg dat dan eerst vast.",
    ),
    on_record=True,
)
ENDS_BEFORE_START: Final = refusal(
    _PLAN,
    "ends_before_start",
    ("It ends before it begins.", "Het eindigt voor het begint."),
    ("Choose a later end.", "Kies een later einde."),
)
IN_THE_PAST: Final = refusal(
    _PLAN,
    "in_the_past",
    ("This day is over.", "Deze dag is voorbij."),
    ("Choose today or a later day.", "Kies vandaag of een latere dag."),
)
NOBODY_ASKS: Final = refusal(
    _PLAN,
    "nobody_asks",
    ("Nobody is named who asks the questions.", "Er staat niet wie de vragen stelt."),
    ("Choose at least one certified interviewer.", "Kies ten minste één gecertificeerde verhoorder."),
)
ACUTE_UNEXPLAINED: Final = refusal(
    _PLAN,
    "acute_unexplained",
    ("It says acute, but not what happened.", "Er staat acuut, maar niet wat er gebeurde."),
    ("Write what made it acute.", "Schrijf wat het acuut maakte."),
)
INTERPRETER_UNEXPLAINED: Final = refusal(
    _PLAN,
    "interpreter_unexplained",
    (
        "The interpreter is not registered, and the reason is missing.",
        "De tolk is niet geregistreerd en de reden ontbreekt.",
    ),
    ("Choose a registered interpreter, or write the reason.", "Kies een geregistreerde tolk, of schrijf de reden."),
)
NOT_CONSULTED: Final = refusal(
    _PLAN,
    "not_consulted",
    (
        "An informative interview is recorded only after consulting the prosecutor.",
        "Een informatief gesprek wordt alleen opgenomen na overleg met de officier.",
    ),
    ("Consult the prosecutor, and enter who it was.", "Overleg met de officier, en leg vast wie het was."),
)
TOPIC_UNREADABLE: Final = refusal(
    _PLAN,
    "topic_unreadable",
    ("A topic is one word without spaces.", "Een onderwerp is één woord zonder spaties."),
    ("Choose topics from the list.", "Kies onderwerpen uit de lijst."),
)
COMPANION_UNKNOWN: Final = refusal(
    _PLAN,
    "companion_unknown",
    (
        "It does not say which person of the case sits beside them.",
        "Er staat niet welke persoon uit de zaak ernaast zit.",
    ),
    ("Add the companion to the case, then choose them.", "Voeg de begeleider toe aan de zaak en kies die dan."),
)
COMPANION_SUSPECT: Final = refusal(
    _PLAN,
    "companion_suspect",
    ("This companion is a suspect in the case.", "Deze begeleider is verdachte in de zaak."),
    ("Ask whom else the person would like.", "Vraag wie de persoon er anders bij wil."),
)
COMPANION_UNEXAMINED: Final = refusal(
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
NOT_CERTIFIED: Final = refusal(
    _PLAN,
    "not_certified",
    (
        "Not everybody who asks is certified for trafficking.",
        "Niet iedereen die vraagt is gecertificeerd voor mensenhandel.",
    ),
    ("Choose certified detectives.", "Kies gecertificeerde rechercheurs."),
)
NOT_FOR_MINORS: Final = refusal(
    _PLAN,
    "not_for_minors",
    (
        "The person is or may be under 18, and not everybody who asks is certified for minors.",
        "De persoon is (misschien) jonger dan 18. Niet iedereen die vraagt is gecertificeerd voor minderjarigen.",
    ),
    ("Choose interviewers who are, or add what is known of the age.", "Kies wie dat wel is, of vul de leeftijd aan."),
    on_record=True,
)
NOT_STUDIO: Final = refusal(
    _PLAN,
    "not_studio",
    (
        "Not everybody who asks is certified for the studio.",
        "Niet iedereen die vraagt is gecertificeerd voor de studio.",
    ),
    ("Choose a studio interviewer. One is enough.", "Kies een studioverhoorder. Eén is genoeg."),
)
TEAM_NOT_ADMITTED: Final = refusal(
    _PLAN,
    "team_not_admitted",
    ("Somebody of the team does not work on this case.", "Iemand van het team werkt niet aan deze zaak."),
    ("Let them open the case first.", "Laat die persoon eerst toe tot de zaak."),
)
PERSON_BUSY: Final = refusal(
    _PLAN,
    "person_busy",
    ("The person has another interview then.", "De persoon heeft dan een ander verhoor."),
    ("Choose another time.", "Kies een andere tijd."),
)
TEAM_BUSY: Final = refusal(
    _PLAN,
    "team_busy",
    ("Somebody of the team has another interview then.", "Iemand van het team heeft dan een ander verhoor."),
    ("Choose another time or another team.", "Kies een andere tijd of een ander team."),
)
ROOM_BUSY: Final = refusal(
    _PLAN,
    "room_busy",
    ("The room is taken then.", "De ruimte is dan bezet."),
    ("Choose another time or room.", "Kies een andere tijd of ruimte."),
)
