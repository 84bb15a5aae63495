"""What the desk calls services, roles, states and kinds: one table for each, so that no page invents a second word."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, Final

from waarborg.apps.cases.models import CaseState, ChargeState, Origin, VictimState
from waarborg.apps.cases.opening import Exploitation
from waarborg.apps.cases.road_kinds import ReflectionEnd, StepKind
from waarborg.apps.custody.models import Outcome
from waarborg.apps.decisions.moving import Movement, State
from waarborg.apps.interviews.kinds import InterviewKind, InterviewState
from waarborg.apps.people.facts import RepresentativeKind
from waarborg.apps.people.models import Answer, CapacityKind
from waarborg.apps.reports.models import HandOverState, MessageKind, ReportState
from waarborg.apps.reports.routing import Exploitation as Told
from waarborg.apps.reports.routing import Reporter
from waarborg.apps.support.models import SupportState, SupportStepKind
from waarborg.faces.shell.names import DOORS, ROLES, SERVICES
from waarborg.kernel.actors import Channel, Role, Service
from waarborg.kernel.texts import Text
from waarborg.law.reflection import REFLECTION


def _t(en: str, nl: str) -> Text:
    return Text(en=en, nl=nl)


def _begun(words: Text) -> Text:
    """The same with a capital, to begin a line with."""
    return Text(en=words.en[0].upper() + words.en[1:], nl=words.nl[0].upper() + words.nl[1:])


_EXPLOITATION: Final[dict[str, Text]] = {
    "sexual": _t("Sexual exploitation", "Seksuele uitbuiting"),
    "labour": _t("Labour exploitation", "Arbeidsuitbuiting"),
    "criminal": _t("Criminal exploitation", "Criminele uitbuiting"),
    "begging": _t("Begging", "Bedelarij"),
    "organs": _t("Organs", "Organen"),
    "domestic_servitude": _t("Work in a house", "Werk in een huishouden"),
    "forced_marriage": _t("Forced marriage", "Gedwongen huwelijk"),
    "other": _t("Something else", "Iets anders"),
}
_ENDS: Final = {end.id: end.what for end in REFLECTION.ends}

#: The words of every member, by its kind.
WORDS: Final[Mapping[type[Enum], Mapping[Any, Text]]] = MappingProxyType(
    {
        Service: SERVICES,
        Role: {role: _begun(words) for role, words in ROLES.items()},
        Channel: DOORS,
        ReportState: {
            ReportState.NEW: _t("New", "Nieuw"),
            ReportState.OPENED: _t("Opened", "Geopend"),
            ReportState.OFFERED: _t("Offered to another door", "Aangeboden aan een andere deur"),
            ReportState.TAKEN: _t("Taken over into a case", "Overgenomen in een zaak"),
            ReportState.SET_ASIDE: _t("Set aside", "Weggelegd"),
        },
        HandOverState: {
            HandOverState.OFFERED: _t("Waits for an answer", "Wacht op antwoord"),
            HandOverState.ACCEPTED: _t("Accepted", "Aangenomen"),
            HandOverState.REFUSED: _t("Refused", "Geweigerd"),
            HandOverState.TIMED_OUT: _t("Not answered in time", "Niet op tijd beantwoord"),
            HandOverState.WITHDRAWN: _t("Taken back", "Ingetrokken"),
        },
        MessageKind: {
            MessageKind.MESSAGE: _t("Message", "Bericht"),
            MessageKind.BECOME_KNOWN: _t("Became known to one officer", "Werd bekend bij één medewerker"),
            MessageKind.READY_TO_TALK: _t("Is ready to talk", "Wil wel praten"),
        },
        Reporter: {
            Reporter.VICTIM: _t("It is about the writer", "Het gaat over de schrijver zelf"),
            Reporter.WITNESS: _t("Saw it, or heard of it", "Zag het, of hoorde ervan"),
            Reporter.PROFESSIONAL: _t("Came across it at work", "Kwam het tegen in het werk"),
            Reporter.OTHER: _t("Something else", "Iets anders"),
        },
        Told: {kind: _EXPLOITATION[kind.value] for kind in Told},
        Exploitation: {kind: _EXPLOITATION[kind.value] for kind in Exploitation},
        CaseState: {
            CaseState.SIGNAL: _t("Signal", "Signaal"),
            CaseState.INVESTIGATION: _t("Investigation", "Opsporing"),
            CaseState.NOT_INVESTIGATED: _t("Not investigated", "Niet onderzocht"),
            CaseState.ABROAD: _t("Handed to another country", "Overgedragen aan een ander land"),
            CaseState.CLOSED: _t("Closed", "Gesloten"),
            CaseState.REOPENED: _t("Re-opened", "Heropend"),
        },
        Origin: {
            Origin.REPORT: _t("After a report", "Na een melding"),
            Origin.NOTIFICATION: _t("After a notification", "Na een melding van een instantie"),
            Origin.EX_OFFICIO: _t("Ex officio", "Ambtshalve"),
        },
        ChargeState: {
            ChargeState.SUSPECTED: _t("Suspected", "Verdacht"),
            ChargeState.PROSECUTED: _t("Prosecuted", "Vervolgd"),
            ChargeState.DISMISSED: _t("Dismissed", "Geseponeerd"),
            ChargeState.CONVICTED: _t("Convicted", "Veroordeeld"),
            ChargeState.ACQUITTED: _t("Acquitted", "Vrijgesproken"),
            ChargeState.APPEAL: _t("Appeal", "Hoger beroep"),
            ChargeState.FINAL: _t("Final", "Onherroepelijk"),
        },
        VictimState: {
            VictimState.FIRST_CONTACT: _t("First contact", "Eerste contact"),
            VictimState.INFORMATIVE: _t("Informed, may choose", "Geïnformeerd, mag kiezen"),
            VictimState.REFLECTION: _t("Time to think", "Bedenktijd"),
            VictimState.REPORT: _t("Made a report", "Deed aangifte"),
            VictimState.DECLINED: _t("Said no to a report", "Zei nee tegen aangifte"),
        },
        StepKind: {
            StepKind.FOUND: _t("First contact", "Eerste contact"),
            StepKind.INFORMED: _t("Informative interview held", "Informatief gesprek gehouden"),
            StepKind.REFLECTION_OFFERED: _t("Time to think offered", "Bedenktijd aangeboden"),
            StepKind.REFLECTION_ACCEPTED: _t("Time to think taken", "Bedenktijd genomen"),
            StepKind.REFLECTION_ENDED: _t("Time to think ended early", "Bedenktijd eerder geëindigd"),
            StepKind.REPORTED: _t("Report made", "Aangifte gedaan"),
            StepKind.DECLINED: _t("No to a report", "Nee tegen aangifte"),
            StepKind.RECONSIDERED: _t("Came back on the no", "Kwam terug op het nee"),
        },
        ReflectionEnd: {end: _ENDS[end.value] for end in ReflectionEnd},
        CapacityKind: {
            CapacityKind.VICTIM: _t("Victim", "Slachtoffer"),
            CapacityKind.REPORTING_WITNESS: _t("Witness who reported", "Getuige die aangifte deed"),
            CapacityKind.WITNESS: _t("Witness", "Getuige"),
            CapacityKind.SUSPECT: _t("Suspect", "Verdachte"),
            CapacityKind.REPRESENTATIVE: _t("Representative", "Vertegenwoordiger"),
            CapacityKind.COMPANION: _t("Companion", "Begeleider"),
        },
        RepresentativeKind: {
            RepresentativeKind.PARENT: _t("Parent", "Ouder"),
            RepresentativeKind.GUARDIAN: _t("Guardian", "Voogd"),
            RepresentativeKind.APPOINTED: _t("Appointed by the court", "Door de rechter benoemd"),
        },
        Answer: {
            Answer.YES: _t("Yes", "Ja"),
            Answer.NO: _t("No", "Nee"),
            Answer.DOUBT: _t("In doubt", "Twijfel"),
            Answer.UNKNOWN: _t("Not known yet", "Nog onbekend"),
        },
        InterviewKind: {
            InterviewKind.INFORMATIVE: _t("Informative", "Informatief"),
            InterviewKind.REPORT: _t("Report", "Aangifte"),
            InterviewKind.FURTHER: _t("Further", "Vervolg"),
        },
        InterviewState: {
            InterviewState.PLANNED: _t("Planned", "Gepland"),
            InterviewState.HELD: _t("Held, not closed", "Gehouden, niet afgesloten"),
            InterviewState.CLOSED: _t("Closed", "Afgesloten"),
            InterviewState.CANCELLED: _t("Cancelled", "Afgezegd"),
        },
        SupportState: {
            SupportState.OPEN: _t("Goes on", "Loopt door"),
            SupportState.REVIEW: _t("Under review, goes on", "Wordt bekeken, loopt door"),
            SupportState.ENDED: _t("Ended by the person or the goals", "Beëindigd door de persoon of de doelen"),
        },
        SupportStepKind: {
            SupportStepKind.OPENED: _t("Support opened", "Steun begonnen"),
            SupportStepKind.ASSIGNED: _t("Care coordinator named", "Zorgcoördinator genoemd"),
            SupportStepKind.NEEDS_ASSESSED: _t("Needs assessed", "Behoefte bepaald"),
            SupportStepKind.SHELTER: _t("Shelter", "Opvang"),
            SupportStepKind.TALK: _t("Talk planned", "Gesprek gepland"),
            SupportStepKind.ASKED: _t("Asked for something", "Vroeg iets"),
            SupportStepKind.REVIEW_STARTED: _t("Support review", "Steun opnieuw bekeken"),
            SupportStepKind.REVIEW_DONE: _t("Support review done", "Bekijken van de steun klaar"),
            SupportStepKind.OFFERED: _t("Support offered again", "Steun opnieuw aangeboden"),
            SupportStepKind.ENDED: _t("Ended by the person or the goals", "Beëindigd door de persoon of de doelen"),
            SupportStepKind.RESUMED: _t("Support taken up again", "Steun weer opgepakt"),
        },
        State: {
            State.OPEN: _t("Open", "Open"),
            State.NOT_YET: _t("Not open yet", "Nog niet open"),
            State.CLOSED: _t("Closed", "Gesloten"),
        },
        Movement: {
            Movement.OPENS: _t("Opens", "Gaat open"),
            Movement.CLOSES: _t("Closes", "Gaat dicht"),
            Movement.STAYS: _t("Stays as it was", "Blijft zoals het was"),
        },
        Outcome: {
            Outcome.DONE: _t("Done", "Gedaan"),
            Outcome.CONSULTED: _t("Read", "Gelezen"),
            Outcome.REFUSED: _t("Tried, and refused", "Geprobeerd, en geweigerd"),
        },
    }
)
#: How a report came, and what a certificate is for.
CAME_BY: Final[Mapping[str, Text]] = MappingProxyType(
    {"web": _t("Web", "Website"), "phone": _t("Phone", "Telefoon"), "post": _t("Post", "Post")}
)
#: Languages by their tag, as an officer reads them.
LANGUAGES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "sq": _t("Albanian", "Albanees"),
        "am": _t("Amharic", "Amhaars"),
        "ar": _t("Arabic", "Arabisch"),
        "bg": _t("Bulgarian", "Bulgaars"),
        "zh": _t("Chinese", "Chinees"),
        "nl": _t("Dutch", "Nederlands"),
        "en": _t("English", "Engels"),
        "fr": _t("French", "Frans"),
        "de": _t("German", "Duits"),
        "hu": _t("Hungarian", "Hongaars"),
        "fa": _t("Persian", "Perzisch"),
        "pl": _t("Polish", "Pools"),
        "pt": _t("Portuguese", "Portugees"),
        "ro": _t("Romanian", "Roemeens"),
        "ru": _t("Russian", "Russisch"),
        "so": _t("Somali", "Somalisch"),
        "es": _t("Spanish", "Spaans"),
        "th": _t("Thai", "Thais"),
        "ti": _t("Tigrinya", "Tigrinya"),
        "tr": _t("Turkish", "Turks"),
        "uk": _t("Ukrainian", "Oekraïens"),
        "ur": _t("Urdu", "Urdu"),
        "vi": _t("Vietnamese", "Vietnamees"),
        "yo": _t("Yoruba", "Yoruba"),
    }
)
_NOT_KNOWN: Final = _t("Not known yet", "Nog onbekend")


def in_words(member: object) -> Text:
    """What a member of one of the tables is called; what stands in none is shown as it is, for nothing is hidden."""
    if isinstance(member, Enum) and type(member) in WORDS:
        return WORDS[type(member)][member]
    return _t(str(member), str(member))


def language_called(tag: str) -> Text:
    """A language by its tag; the tag itself where it has no name here, and *not known yet* where there is none."""
    if not tag:
        return _NOT_KNOWN
    return LANGUAGES.get(tag.partition("-")[0], _t(tag, tag))
