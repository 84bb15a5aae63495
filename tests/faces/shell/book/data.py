"""What the pattern book shows: the roads, ages and findings of the mock-ups."""

from __future__ import annotations

from datetime import date
from typing import Any

from waarborg.faces.shell.drawings.age_span import Age
from waarborg.faces.shell.drawings.charts import Amount, Part, Track
from waarborg.faces.shell.drawings.road import Kind, Line, Station
from waarborg.kernel.errors import Refusal
from waarborg.kernel.texts import Text


def case(kind: str, title: str, sentence: str = "", on: date | None = None, branch: str | None = None) -> Station:
    return Station(line=Line.CASE, kind=Kind(kind), title=title, sentence=sentence, date=on, branch=branch)


def support(kind: str, title: str, sentence: str = "", on: date | None = None, branch: str | None = None) -> Station:
    return Station(line=Line.SUPPORT, kind=Kind(kind), title=title, sentence=sentence, date=on, branch=branch)


PUBLIC_ROAD = [
    case("happened", "A report", "by you or by someone else"),
    support("happened", "Support and protection.", "From the first day. They do not stop because the case stops."),
    case("happened", "A first talk", "to inform you, nothing more"),
    case("happened", "Your choice", "yes, no, or time to think"),
    case("bypass", "You say no?", "Your interviews stop. The case may still go on."),
    case("happened", "Your statement", "recorded, so you tell it once"),
    case("happened", "Investigation", "they look for all the proof"),
    case("happened", "The prosecutor", "decides to go on or to stop"),
    case("end", "Too little proof:", "the case stops.", branch="dismissed"),
    case("happened", "The court", "hears the case"),
    case("end", "Not guilty:", "the case ends.", branch="acquitted"),
    case("happened", "Judgment", "guilty: payment of damage"),
]
CASE_ROAD = [
    case("happened", "Signal", "", date(2026, 8, 2)),
    case("happened", "First contact", "", date(2026, 8, 3)),
    support("happened", "Needs assessed", "", date(2026, 8, 3)),
    support("happened", "Shelter", "", date(2026, 8, 4)),
    case("happened", "Informative interview", "", date(2026, 8, 10)),
    case("happened", "Report", "from 11:42", date(2026, 8, 17)),
    case("happened", "Investigation", "", date(2026, 8, 18)),
    case("happened", "Decision", "", date(2026, 10, 21)),
    case("end", "Suspect B: dismissed", "Too little proof. Letter with the reason sent 28 Oct.", branch="B"),
    support("cause", "Support review, because of the dismissal", "", date(2026, 10, 22), branch="B"),
    case("happened", "Court", "suspect A", date(2026, 11, 18)),
    case("now", "Convicted", "not final", date(2026, 11, 25)),
    case("ahead", "Final", "when no appeal is left"),
]
LONG_ROAD = [
    case("happened", "Signal", "", date(2025, 8, 2)),
    case("happened", "First contact", "", date(2025, 8, 3)),
    support("happened", "Needs assessed", "", date(2025, 8, 3)),
    case("happened", "Informative interview", "", date(2025, 8, 10)),
    case("happened", "Report", "", date(2025, 8, 17)),
    case("happened", "Second interview", "", date(2025, 9, 17)),
    case("happened", "Investigation", "", date(2025, 9, 18)),
    case("happened", "Handed to another state", "", date(2025, 12, 1)),
    case("end", "Dismissed there", "", date(2026, 1, 10)),
    support("cause", "Support review", "", date(2026, 1, 11)),
    case("return", "Court orders prosecution", "", date(2026, 3, 1)),
    case("happened", "Decision", "", date(2026, 10, 21)),
    case("end", "Suspect B: dismissed", "Too little proof.", branch="B"),
    case("happened", "Suspect C", "prosecuted apart", branch="C"),
    case("ahead", "Judgment on C", "", branch="C"),
    case("happened", "Court", "", date(2026, 11, 18)),
    case("end", "Acquitted", "", date(2026, 11, 25)),
    support("cause", "Support review", "", date(2026, 11, 26)),
    support("now", "Plan for work", ""),
]
EMPTY_ROAD = [
    case("now", "Signal", "", date(2026, 11, 20)),
    case("ahead", "First contact"),
    support("ahead", "not started", "Nobody was found yet."),
]
MANY_BRANCHES = [
    *CASE_ROAD[:8],
    *(case("end", f"Suspect {name}: dismissed", "Too little proof.", branch=name) for name in "BCDE"),
    *CASE_ROAD[10:],
]
PORTAL_ROAD = [
    case("happened", "First contact", "Time to think, and support.", date(2026, 5, 14)),
    support("happened", "Shelter", "", date(2026, 5, 15)),
    case("happened", "You said no to a report", "Since then nobody has interviewed you.", date(2026, 8, 12)),
    case("happened", "The prosecutor went on", "with other proof"),
    case("end", "The court: not guilty", "The court case ends here.", date(2026, 10, 30)),
    support("cause", "Support review", "", date(2026, 10, 31)),
    support("now", "You are here", "Support goes on for as long as you need it."),
]
RECEIPT_ROAD = [
    case("now", "Now: it waits, locked", "Nobody has opened it yet. In your mailbox you can see if that changes."),
    case("ahead", "An officer of TCI opens it", "You see the date. You never see who."),
    case("ahead", "They may ask you something", "You may answer, or not. There is no penalty for silence."),
    case("ahead", "They tell you what they did", "As far as they are allowed to say it."),
]
STEPS = [
    Station(line=Line.CASE, kind=Kind.HAPPENED, title=Text(en="Plan", nl="Plannen"), href="#plan"),
    Station(line=Line.CASE, kind=Kind.HAPPENED, title=Text(en="Hold", nl="Houden"), href="#hold"),
    Station(line=Line.CASE, kind=Kind.NOW, title=Text(en="Close", nl="Afsluiten")),
]
AGES = [
    Age(label="His own words, 2 Aug", low=19, high=19),
    Age(label="Officer, 2 Aug", low=14, high=17),
    Age(label="Age assessment, 1 Oct", low=16, high=17),
    Age(label="Today", low=16, high=18, today=True),
]
ODD_AGES = [
    Age(label="Nothing known", low=None, high=None),
    Age(label="Doctor", low=18, high=None),
    Age(label="Passport", low=11, high=11),
    Age(label="Somebody else", low=None, high=40),
    Age(label="Today", low=0, high=120, today=True),
]


def finding(rule: str, force: str, due: str, met: str | None, duty: Text, sentence: Text, **more: Any) -> dict[str, Any]:
    source = {
        "instrument": Text(en="Instructions on recording interviews", nl="Aanwijzing auditief en audiovisueel registreren"),
        "place": "2", "from": "2021-05-01", "to": None, "verified": False,
    }  # fmt: skip
    return {
        "rule": rule, "force": force, "due": due, "met": met, "duty": duty, "sentence": sentence.both(),
        "because": [{"fact": "age.under.16", "value": "yes"}], "missing": [], "sources": [source], **more,
    }  # fmt: skip


FINDINGS = [
    finding(
        "recording.audio", "must", "yes", "yes",
        Text(en="Record the sound of the whole interview", nl="Neem het geluid van het hele verhoor op"),
        Text(en="Because this is a report.", nl="Want dit is een aangifte."),
    ),
    finding(
        "recording.video", "must", "yes", "no",
        Text(en="Record sound and image of the whole interview", nl="Neem beeld en geluid van het hele verhoor op"),
        Text(en="Because Mila was 11 on 16 November.", nl="Want Mila was 11 op 16 november."),
    ),
    finding(
        "companion.of_choice", "must", "yes", "unknown",
        Text(en="Let her choose somebody to sit beside her", nl="Laat haar iemand kiezen om naast haar te zitten"),
        Text(en="Because she is under 18.", nl="Want zij is jonger dan 18."),
        missing=["interview.companion"],
    ),
    finding(
        "room.child_friendly_studio", "must", "until_known", "yes",
        Text(en="Use the child-friendly studio", nl="Gebruik de kindvriendelijke studio"),
        Text(en="Because she may be under 12, and in doubt we protect.", nl="Want zij is misschien jonger dan 12, en bij twijfel beschermen we."),
        missing=["person.born"], because=[{"fact": "age.under.12", "value": "unknown"}],
    ),
    finding(
        "interviewers.same", "where_possible", "yes", "explained",
        Text(en="The same interviewers as before", nl="Dezelfde verhoorders als eerder"),
        Text(en="Visser was on long sick leave. Team leader Smit agreed.", nl="Visser was langdurig ziek. Teamleider Smit ging akkoord."),
    ),
    finding(
        "interview.need_stated", "must", "no", None,
        Text(en="State what must still be learned", nl="Zeg wat nog duidelijk moet worden"),
        Text(en="Because this is no further interview.", nl="Want dit is geen vervolgverhoor."),
    ),
]  # fmt: skip
REFUSAL = Refusal(
    code="support.close.case_ended",
    what=Text(
        en="You cannot close support because the case ended.", nl="U kunt de steun niet sluiten omdat de zaak klaar is."
    ),
    why=Text(
        en="Only the person, or the end of the need, ends support.",
        nl="Alleen de persoon zelf, of het einde van de behoefte, beëindigt de steun.",
    ),
    instead=Text(en="You can plan a review.", nl="U kunt wel een gesprek plannen."),
    ask=Text(en="Ask H. Bos.", nl="Vraag het H. Bos."),
    on_record=True,
)
DAY = date(2026, 12, 3)
SETTLES = {"interview.companion": "#companion"}
TODO = [
    {"due": date(2026, 11, 20), "late": True, "title": "Tell Yonas the outcome", "text": "Within 14 days.", "href": "#a", "act": "Read and send"},
    {"due": date(2026, 12, 9), "title": "Look again at two conclusions", "text": "The age assessment changed what they rest on.", "href": "#b", "act": "Compare"},
    {"due": None, "title": "Plan the next support talk", "text": "Only Yonas or his guardian can end support.", "href": "#c", "act": "Open"},
]  # fmt: skip
AMOUNTS = [
    Amount(label="Asked by the victim", value=64, figure="64 days", outline=True),
    Amount(label="Interpreter", value=31, figure="31 days"),
    Amount(label="No cause written down", value=6, figure="6 days"),
]
TRACKS = [
    Track(label="Image", length=2880, parts=(Part(start=0, end=552), Part(start=552, end=2880, kind="gone")), words="9 minutes of 48"),
    Track(label="Written log", length=2880, parts=(Part(start=0, end=1560), Part(start=1560, end=1860, kind="break"), Part(start=1860, end=2880)), words="all 48 minutes"),
]  # fmt: skip
