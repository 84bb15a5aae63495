"""The first half of the road, from a report to the investigation, as anybody may read it."""

from __future__ import annotations

from typing import Final

from waarborg.faces.public.sayings import Saying, Stop, saying
from waarborg.kernel.texts import Text
from waarborg.law.informative import INFORMATIVE_SOURCES, INFORMATIVE_TOPICS
from waarborg.law.instruments import BACKGROUND, GUIDE, GUIDE_IN_PART, RECORDING_2013, RECORDING_2021, TRAFFICKING_2022
from waarborg.law.notices import NOTICES
from waarborg.law.reflection import REFLECTION
from waarborg.law.rights import RIGHTS

_REPORTING: Final = GUIDE.at("Reporting human trafficking offences")
_INTERVIEWS: Final = TRAFFICKING_2022.at("interviews of victims")
_MINORS: Final = TRAFFICKING_2022.at("minors")
_NO_FORCE: Final = saying(
    "You do not have to tell everything. You do not have to make a statement after it.",
    "Je hoeft niet alles te vertellen. Je hoeft daarna geen aangifte te doen.",
    *INFORMATIVE_SOURCES,
)
_INTERPRETER: Final = saying(
    "An interpreter, if you want one. This is free.",
    "Een tolk, als je dat wilt. Dat is gratis.",
    *RIGHTS["interpreter"].sources,
)
_LAWYER: Final = saying(
    "Your lawyer, if you have one. A lawyer is free for you.",
    "Je advocaat, als je die hebt. Een advocaat is gratis voor jou.",
    *RIGHTS["lawyer"].sources,
)
_COMPANION: Final = saying(
    "Somebody you trust. They may refuse that person, and must then say why.",
    "Iemand die je vertrouwt. Zij mogen die persoon weigeren, en moeten dan zeggen waarom.",
    *RIGHTS["person_of_choice"].sources,
)


REPORT: Final = Stop(
    slug="report",
    title=Text(en="A report", nl="Een melding"),
    sentence=Text(en="by you or by someone else", nl="door jou of door een ander"),
    happens=(
        saying(
            "You tell what you know, here or somewhere else. You do not have to be sure.",
            "Je vertelt wat je weet, hier of ergens anders. Je hoeft het niet zeker te weten.",
        ),
        saying(
            "A report is enough to start an investigation. An official statement is not needed for that.",
            "Een melding is genoeg om een onderzoek te beginnen. Een aangifte is daarvoor niet nodig.",
            _REPORTING,
        ),
        saying(
            "A report with your name goes to the AVIM police. Only about work: to the Labour Authority.",
            "Een melding met je naam gaat naar de politie (AVIM). Alleen over werk: naar de Arbeidsinspectie.",
            _REPORTING,
        ),
        saying(
            "A report without your name goes to Meld Misdaad Anoniem. Only about work: to TCI.",
            "Een melding zonder je naam gaat naar Meld Misdaad Anoniem. Alleen over werk: naar het TCI.",
            _REPORTING,
        ),
    ),
    may_refuse=(
        saying("You do not have to give your name.", "Je hoeft je naam niet te geven.", _REPORTING),
        saying("You may skip every question.", "Je mag elke vraag overslaan."),
    ),
    who_is_there=(
        saying(
            "Only the team that your report goes to reads it. You see which team, before you send it.",
            "Alleen het team waar je melding naartoe gaat, leest hem. Je ziet welk team, voordat je hem verstuurt.",
        ),
    ),
)

TALK: Final = Stop(
    slug="first-talk",
    title=Text(en="A first talk", nl="Een eerste gesprek"),
    sentence=Text(en="to inform you, nothing more", nl="om je te informeren, meer niet"),
    happens=(
        saying(
            "A detective explains what an official statement brings, before you make one. "
            "Only in an emergency this talk comes later.",
            "Een rechercheur legt uit wat een aangifte met zich meebrengt, voordat je die doet. "
            "Alleen bij spoed komt dit gesprek later.",
            *INFORMATIVE_SOURCES,
        ),
        saying(
            "They tell you first: what they can follow up, they write down for the case.",
            "Zij zeggen eerst: wat zij kunnen natrekken, schrijven zij op voor de zaak.",
            *INFORMATIVE_SOURCES,
        ),
        *(Saying(topic.what, INFORMATIVE_SOURCES) for topic in INFORMATIVE_TOPICS),
    ),
    may_refuse=(_NO_FORCE,),
    who_is_there=(
        saying(
            "A detective who is certified for human trafficking.",
            "Een rechercheur die gecertificeerd is voor mensenhandel.",
            _REPORTING,
        ),
        _INTERPRETER,
        _LAWYER,
        _COMPANION,
    ),
)

CHOICE: Final = Stop(
    slug="choice",
    title=Text(en="Your choice", nl="Jouw keuze"),
    sentence=Text(en="yes, no, or time to think", nl="ja, nee, of tijd om te denken"),
    happens=(
        saying(
            "You choose whether you make an official statement.",
            "Je kiest of je aangifte doet.",
            *INFORMATIVE_SOURCES,
        ),
        saying(
            "If you say no, your interviews stop. The prosecutor may go on with other proof.",
            "Zeg je nee, dan stoppen je verhoren. De officier mag verdergaan met ander bewijs.",
            *NOTICES["declined"].sources,
        ),
        saying(
            "If you have no permit to stay, they must offer you time to think: at most three months, once.",
            "Heb je geen verblijfsvergunning, dan moeten ze je bedenktijd aanbieden: hoogstens drie maanden, één keer.",
            *REFLECTION.sources,
        ),
    ),
    may_refuse=(saying("You may say no. You may say yes later.", "Je mag nee zeggen. Later mag je alsnog ja zeggen."),),
    who_is_there=(_LAWYER, _COMPANION),
)

STATEMENT: Final = Stop(
    slug="statement",
    title=Text(en="Your statement", nl="Jouw verklaring"),
    sentence=Text(
        en="recorded, so you tell it as seldom as possible", nl="opgenomen, zodat je het zo min mogelijk vertelt"
    ),
    happens=(
        saying(
            "You tell what happened. This is your official statement (aangifte).",
            "Je vertelt wat er is gebeurd. Dit is je aangifte.",
            *NOTICES["report"].sources,
        ),
        saying(
            "The sound is always recorded. They tell you so before it begins.",
            "Het geluid wordt altijd opgenomen. Dat zeggen zij voordat het begint.",
            RECORDING_2013.at("recording and announcing"),
            RECORDING_2021.at("recording and announcing"),
        ),
        saying(
            "There is also video if you are under 16, or if you find thinking or understanding hard.",
            "Er is ook video als je jonger bent dan 16, of als denken of begrijpen moeilijk voor je is.",
            RECORDING_2013.at("vulnerable persons"),
            RECORDING_2021.at("vulnerable persons"),
        ),
        saying(
            "No needless waiting, as few interviews as possible, and nothing asked twice. That is their duty.",
            "Niet onnodig wachten, zo min mogelijk verhoren, en niets twee keer vragen. Dat is hun plicht.",
            _INTERVIEWS,
        ),
        saying(
            "Under 18: if possible, the same people and a room that is made for it.",
            "Onder de 18: als het kan dezelfde mensen en een ruimte die daarvoor is gemaakt.",
            _MINORS,
        ),
        saying(
            "Under 12: in a studio for children.",
            "Onder de 12: in een studio voor kinderen.",
            RECORDING_2013.at("persons under 12"),
            RECORDING_2021.at("persons under 12"),
        ),
    ),
    may_refuse=(
        saying(
            "You may say that you do not want to answer a question. You may ask for a break.",
            "Je mag zeggen dat je een vraag niet wilt beantwoorden. Je mag om een pauze vragen.",
            BACKGROUND.at("police interviews"),
        ),
    ),
    who_is_there=(
        saying(
            "Certified detectives. Somebody may watch from another room: they must tell you who.",
            "Gecertificeerde rechercheurs. Misschien kijkt iemand mee vanuit een andere kamer: zij moeten zeggen wie.",
            RECORDING_2013.at("recording and announcing"),
        ),
        _INTERPRETER,
        _LAWYER,
        _COMPANION,
    ),
)

INVESTIGATION: Final = Stop(
    slug="investigation",
    title=Text(en="Investigation", nl="Onderzoek"),
    sentence=Text(en="they look for all the proof", nl="zij zoeken al het bewijs"),
    happens=(
        saying(
            "They look at every sign of human trafficking. Several services can work together.",
            "Zij kijken naar elk signaal van mensenhandel. Verschillende diensten kunnen samenwerken.",
            GUIDE_IN_PART.at("Criminal investigation"),
            TRAFFICKING_2022.at("signals"),
        ),
        saying(
            "If you want it, they tell you when the investigation starts and when it ends.",
            "Als je dat wilt, vertellen zij je wanneer het onderzoek begint en wanneer het stopt.",
            *NOTICES["investigation"].sources,
        ),
    ),
    may_refuse=(
        saying(
            "You may say that you want no news.",
            "Je mag zeggen dat je geen nieuws wilt.",
            *RIGHTS["information"].sources,
        ),
    ),
    who_is_there=(
        saying(
            "The services work under a prosecutor. You do not have to be there.",
            "De diensten werken onder een officier van justitie. Jij hoeft er niet bij te zijn.",
            GUIDE_IN_PART.at("Criminal investigation"),
        ),
    ),
)
