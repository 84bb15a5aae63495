"""A person's own road: what happened with them, what they were told of the case, and support beside it.

Invariant: a station of the case stands on it only where the person took it or was told of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from waarborg.apps.cases.queries import charges_ended, steps_of
from waarborg.apps.cases.road_kinds import StepKind
from waarborg.apps.decisions.queries import DecisionView
from waarborg.apps.rights.queries import NoticeView
from waarborg.apps.support.models import SupportState, SupportStepKind
from waarborg.apps.support.queries import SupportEvent, SupportView
from waarborg.faces.portal.whose import Here
from waarborg.faces.shell.drawings.road import Kind, Line, Station
from waarborg.kernel.clock import day_of
from waarborg.kernel.texts import Text

_NONE: Final = Text(en="", nl="")
_OWN: Final[Mapping[StepKind, tuple[Text, Text]]] = MappingProxyType(
    {
        StepKind.FOUND: (
            Text(en="First contact", nl="Eerste contact"),
            Text(en="Somebody spoke with you for the first time.", nl="Iemand sprak voor het eerst met u."),
        ),
        StepKind.INFORMED: (
            Text(en="The talk before you choose", nl="Het gesprek voordat u kiest"),
            Text(en="The choice is yours.", nl="De keuze is aan u."),
        ),
        StepKind.REFLECTION_ACCEPTED: (Text(en="Time to think", nl="Bedenktijd"), _NONE),
        StepKind.REFLECTION_ENDED: (Text(en="Your time to think ended", nl="Uw bedenktijd is voorbij"), _NONE),
        StepKind.REPORTED: (Text(en="You made a report", nl="U deed aangifte"), _NONE),
        StepKind.DECLINED: (
            Text(en="You said no to a report", nl="U zei nee tegen een aangifte"),
            Text(en="That ended your interviews.", nl="Daarmee stopten uw verhoren."),
        ),
        StepKind.RECONSIDERED: (
            Text(en="You want to talk again", nl="U wilt weer praten"),
            Text(en="A no is never for ever.", nl="Een nee is nooit voor altijd."),
        ),
    }
)
#: By notice of the law; what is not here is news and no station.
_TOLD: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "investigation": Text(en="The investigation starts", nl="Het onderzoek begint"),
        "not_investigated": Text(en="No investigation", nl="Geen onderzoek"),
        "abroad": Text(en="The case goes elsewhere", nl="De zaak gaat ergens anders heen"),
        "prosecution": Text(en="The prosecutor goes on", nl="De officier gaat door"),
        "dismissal": Text(en="The case against one person stops", nl="De zaak tegen één persoon stopt"),
        "conviction": Text(en="The court: guilty", nl="De rechter: schuldig"),
        "acquittal": Text(en="The court: not guilty", nl="De rechter: niet schuldig"),
        "appeal": Text(en="A higher court looks at it", nl="Een hogere rechter kijkt ernaar"),
        "final": Text(en="The judgement is final", nl="Het vonnis is onherroepelijk"),
        "reopened": Text(en="The case goes on again", nl="De zaak gaat weer verder"),
    }
)
_SUPPORT: Final[Mapping[SupportStepKind, Text]] = MappingProxyType(
    {
        SupportStepKind.OPENED: Text(en="Support starts", nl="De steun begint"),
        SupportStepKind.SHELTER: Text(en="Shelter", nl="Opvang"),
        SupportStepKind.REVIEW_STARTED: Text(en="We look at your support again", nl="We kijken opnieuw naar uw steun"),
        SupportStepKind.OFFERED: Text(en="Support is offered again", nl="Steun wordt opnieuw aangeboden"),
        SupportStepKind.ENDED: Text(en="You ended your support", nl="U stopte uw steun"),
        SupportStepKind.RESUMED: Text(en="Support starts again", nl="De steun begint weer"),
    }
)
_GOALS: Final = Text(en="What you needed is there", nl="Wat u nodig had, is er")
_HERE: Final = Text(en="You are here", nl="U bent hier")
_ENDS_HERE: Final = Text(en="The case ends here.", nl="De zaak stopt hier.")
_AS_LONG: Final = Text(
    en="Support goes on for as long as you need it.", nl="De steun gaat door zolang u die nodig hebt."
)
_ASK_AGAIN: Final = Text(en="You can ask for support again at any time.", nl="U kunt altijd weer om steun vragen.")
_ENDING: Final = frozenset({"dismissal", "acquittal", "final", "not_investigated"})

type _Dated = tuple[datetime, Station]


def nothing_left(here: Here, notices: Sequence[NoticeView]) -> bool:
    """Whether the case has ended as far as the person knows, and in truth: nothing runs that they were not told of."""
    last = next((view for view in notices if view.about.id in _TOLD and not view.in_part), None)
    if last is None or last.about.id not in _ENDING:
        return False
    return charges_ended(here.case)


def own_road(
    here: Here,
    *,
    notices: Sequence[NoticeView],
    decisions: Sequence[DecisionView],
    support: SupportView | None,
) -> tuple[Station, ...]:
    """The stations of one person in the order of time, and where they are now.

    Args:
        here: whose.
        notices: what they were told.
        decisions: the decisions they know, for their days.
        support: their support; None where there is none yet.
    """
    ended = nothing_left(here, notices)
    dated = [*_own(here), *_told(notices, decisions), *(_supported(support, decisions) if support else ())]
    stations = [station for _, station in sorted(dated, key=lambda each: each[0])]
    if ended:
        stations = _end_the_case(stations)
    return (*stations, _now(support, ended=ended))


def _own(here: Here) -> Iterator[_Dated]:
    for kind, at in steps_of(here.person):
        if kind in _OWN:
            title, sentence = _OWN[kind]
            yield at, _station(Line.CASE, day_of(at), title, sentence)


def _told(notices: Sequence[NoticeView], decisions: Sequence[DecisionView]) -> Iterator[_Dated]:
    days = {str(decision.id): decision.decided_on for decision in decisions}
    for view in notices:
        if view.about.id in _TOLD and not view.in_part:
            day = days.get(view.event.partition("+")[0], day_of(view.known_at))
            yield view.known_at, _station(Line.CASE, day, _TOLD[view.about.id], _NONE)


def _supported(support: SupportView, decisions: Sequence[DecisionView]) -> Iterator[_Dated]:
    known = {str(decision.id) for decision in decisions}
    for step in support.steps:
        if step.kind in _SUPPORT:
            kind = Kind.CAUSE if step.cause in known and step.cause else Kind.HAPPENED
            yield step.at, _station(Line.SUPPORT, day_of(step.at), _titled(step, support), _NONE, kind)


def _titled(step: SupportEvent, support: SupportView) -> Text:
    if step.kind is SupportStepKind.ENDED and support.ended_by == "goals":
        return _GOALS
    return _SUPPORT[step.kind]


def _end_the_case(stations: Sequence[Station]) -> list[Station]:
    """The same road, with the end of the case at its last station."""
    last = max(place for place, station in enumerate(stations) if station.line is Line.CASE)
    ending = stations[last]
    ended = _station(Line.CASE, ending.date, ending.title, _ENDS_HERE, Kind.END)
    return [*stations[:last], ended, *stations[last + 1 :]]


def _now(support: SupportView | None, *, ended: bool) -> Station:
    """Where the person is: on the line that goes on."""
    if support is None or (not ended and support.state != SupportState.REVIEW):
        return _station(Line.CASE, None, _HERE, _NONE, Kind.NOW)
    gone = support.state == SupportState.ENDED
    return _station(Line.SUPPORT, None, _HERE, _ASK_AGAIN if gone else _AS_LONG, Kind.NOW)


def _station(line: Line, day: date | None, title: Text | str, sentence: Text, kind: Kind = Kind.HAPPENED) -> Station:
    return Station(line=line, kind=kind, date=day, title=title, sentence=sentence)
