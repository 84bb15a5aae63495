"""The second half of the road, from the prosecutor to the judgment, and the support that goes on beside all of it."""

from __future__ import annotations

from typing import Final

from waarborg.faces.public.sayings import Stop, saying
from waarborg.kernel.texts import Text
from waarborg.law.instruments import GUIDE, GUIDE_IN_PART
from waarborg.law.notices import NOTICES
from waarborg.law.rights import RIGHTS
from waarborg.law.schemes import SCHEMES

_CRIMINAL_PROSECUTION: Final = GUIDE.at("Criminal prosecution")
_POLICE_PAGE: Final = GUIDE_IN_PART.at("Police")

PROSECUTOR: Final = Stop(
    slug="prosecutor",
    title=Text(en="The prosecutor", nl="De officier"),
    sentence=Text(en="decides to go on or to stop", nl="besluit door te gaan of te stoppen"),
    happens=(
        saying(
            "With enough proof the prosecutor takes the case to court. With too little, the case stops.",
            "Met genoeg bewijs brengt de officier de zaak naar de rechter. Met te weinig stopt de zaak.",
            _CRIMINAL_PROSECUTION,
        ),
        saying(
            "Too little proof does not mean that you were not believed. Your support goes on.",
            "Te weinig bewijs betekent niet dat je niet wordt geloofd. Je steun gaat door.",
            _CRIMINAL_PROSECUTION,
        ),
        saying(
            "If a case stops, you can ask the court of appeal to look at that.",
            "Stopt een zaak, dan kun je het gerechtshof vragen daarnaar te kijken.",
            *RIGHTS["complaint"].sources,
        ),
        saying(
            "You can ask to read the papers of the case that are about you.",
            "Je kunt vragen om de stukken te lezen die over jou gaan.",
            *RIGHTS["file_access"].sources,
        ),
    ),
    may_refuse=(
        saying(
            "You do not have to do anything here. You choose what news you want.",
            "Je hoeft hier niets te doen. Je kiest welk nieuws je wilt.",
            *RIGHTS["information"].sources,
        ),
    ),
    who_is_there=(
        saying(
            "The prosecutor decides. You can be helped by a lawyer, who is free for you.",
            "De officier besluit. Een advocaat kan je helpen, gratis voor jou.",
            *RIGHTS["lawyer"].sources,
        ),
    ),
)

COURT: Final = Stop(
    slug="court",
    title=Text(en="The court", nl="De rechter"),
    sentence=Text(en="hears the case", nl="behandelt de zaak"),
    happens=(
        saying(
            "The court hears the case. You may speak there, or hand in a letter.",
            "De rechter behandelt de zaak. Je mag daar spreken, of een brief inleveren.",
            *RIGHTS["right_to_speak"].sources,
        ),
        saying(
            "You may ask this court for payment of your damage.",
            "Je mag deze rechter vragen om vergoeding van je schade.",
            *RIGHTS["injured_party_claim"].sources,
        ),
        saying(
            "They try to spare you: no eye contact, no needless private questions.",
            "Zij proberen je te ontzien: geen oogcontact, geen onnodige privévragen.",
            *RIGHTS["protection_in_court"].sources,
        ),
    ),
    may_refuse=(
        saying(
            "You do not have to speak, and do not have to ask for anything.",
            "Je hoeft niet te spreken, en hoeft niets te vragen.",
            *RIGHTS["right_to_speak"].sources,
        ),
    ),
    who_is_there=(
        saying(
            "The judges, the prosecutor, the suspect and the lawyers. Your own lawyer and an interpreter, if you want.",
            "De rechters, de officier, de verdachte en de advocaten. Je eigen advocaat en een tolk, als je dat wilt.",
            *RIGHTS["lawyer"].sources,
        ),
    ),
)

JUDGMENT: Final = Stop(
    slug="judgment",
    title=Text(en="Judgment", nl="Uitspraak"),
    sentence=Text(en="guilty: payment of damage", nl="schuldig: vergoeding van schade"),
    happens=(
        saying(
            "The court says guilty or not guilty. Both can go to a higher court.",
            "De rechter zegt schuldig of niet schuldig. Beide kunnen naar een hogere rechter.",
            *NOTICES["appeal"].sources,
        ),
        saying(
            "Guilty: the court can decide that the person must pay your damage.",
            "Schuldig: de rechter kan beslissen dat de persoon je schade moet betalen.",
            *SCHEMES["injured_party"].sources,
        ),
        saying(
            "Not guilty: that says nothing about you. Your support goes on.",
            "Niet schuldig: dat zegt niets over jou. Je steun gaat door.",
            _CRIMINAL_PROSECUTION,
        ),
        saying(
            "There is also a fund that can pay without any guilty verdict.",
            "Er is ook een fonds dat kan betalen zonder veroordeling.",
            *SCHEMES["compensation_fund"].sources,
        ),
    ),
    may_refuse=(
        saying(
            "You choose whether you want news about leave and release of the person.",
            "Je kiest of je nieuws wilt over verlof en vrijlating van de persoon.",
            *RIGHTS["release_information"].sources,
        ),
    ),
    who_is_there=(
        saying(
            "You do not have to be there. They tell you the outcome, if you want it.",
            "Je hoeft er niet bij te zijn. Zij vertellen je de uitkomst, als je dat wilt.",
            *NOTICES["conviction"].sources,
        ),
    ),
)

SUPPORT: Final = Stop(
    slug="support",
    title=Text(en="Support and protection", nl="Steun en bescherming"),
    sentence=Text(
        en="From the first day. They do not stop because the case stops.",
        nl="Vanaf de eerste dag. Ze stoppen niet omdat de zaak stopt.",
    ),
    happens=(
        saying(
            "Support begins with the first contact and goes along with the whole case.",
            "Steun begint bij het eerste contact en gaat met de hele zaak mee.",
            _CRIMINAL_PROSECUTION,
        ),
        saying(
            "It goes on after a stopped case, and after not guilty.",
            "Ze gaat door na een gestopte zaak, en na niet schuldig.",
            _CRIMINAL_PROSECUTION,
        ),
        saying(
            "The police can find a safe place for you, also without papers.",
            "De politie kan een veilige plek voor je zoeken, ook zonder papieren.",
            _POLICE_PAGE,
        ),
        saying(
            "They look with you at what you need to be safe, and write that down.",
            "Zij kijken met jou wat je nodig hebt om veilig te zijn, en schrijven dat op.",
            *RIGHTS["individual_assessment"].sources,
        ),
    ),
    may_refuse=(
        saying("You may refuse any help, and ask for it later.", "Je mag elke hulp weigeren, en er later om vragen."),
    ),
    who_is_there=(
        saying(
            "A care coordinator in your region, who helps you from day to day.",
            "Een zorgcoördinator in je regio, die je van dag tot dag helpt.",
            GUIDE_IN_PART.at("Protection"),
        ),
    ),
)
