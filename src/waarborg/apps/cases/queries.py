"""Reads of cases: the list of an actor, one case opened, who gets a victim's notices, and the road as an ordered list.

Invariant: a list is filtered for the actor, and what is sealed is read with an opening that an entry gave. Nobody who
is a suspect in a case gets a notice for somebody else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Final

from django.db.models import QuerySet

from waarborg.apps.cases.access import CASE_ROLES, PORTAL_ROLES
from waarborg.apps.cases.models import (
    Case,
    CaseState,
    Charge,
    ChargeState,
    ChargeStep,
    Origin,
    VictimRoad,
    VictimState,
    VictimStep,
)
from waarborg.apps.cases.road_kinds import StepKind
from waarborg.apps.cases.roads import reflection_runs
from waarborg.apps.custody.entering import consult
from waarborg.apps.custody.keys import Opening
from waarborg.apps.people.models import CapacityKind, Person
from waarborg.apps.people.queries import PersonView, age_of, capacities_of, person_view, representatives_of
from waarborg.kernel.actors import Actor, Role, Service
from waarborg.kernel.clock import day_of
from waarborg.kernel.ids import AccountId, CaseId, ChargeId, PersonId, ReportId
from waarborg.kernel.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case in a list."""

    id: CaseId
    number: str
    title: str
    state: CaseState
    lead: Service
    #: Every service that works on it, the leading one too.
    services: tuple[Service, ...]
    region: str
    opened_on: date
    prosecutor: AccountId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView(CaseRow):
    """A case, opened."""

    origin: Origin
    summary: str
    #: Kinds of exploitation; empty is unknown.
    exploitation: tuple[str, ...]
    #: Selects the version of the recording rules; None before an investigation.
    investigation_started: date | None
    #: Who may open it now.
    needs_to_know: tuple[AccountId, ...]
    #: What was taken over, oldest first, as it was taken.
    reports: tuple[tuple[ReportId, str], ...]
    #: Whether it goes on with no report of any victim: none is needed (M9, B11).
    without_report: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadView:
    """Where one victim is on the own road."""

    state: VictimState
    #: Whether an informative interview was held.
    informed: bool
    offered_on: date | None
    #: First and last day of the time to think; None where it was never taken.
    thinking: tuple[date, date] | None
    #: Whether it runs now.
    thinking_now: bool
    #: Which of the four ends it had, empty where it ran its time.
    thinking_ended: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeView:
    """A suspicion against one suspect, opened."""

    id: ChargeId
    suspect: PersonId
    called: str
    offence: str
    trafficking: bool
    state: ChargeState
    #: What the court last said.
    outcome: ChargeState | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadEvent:
    """One station of the road, in the order of time; the drawing is made from the list."""

    #: ``case``; the line of support is drawn from support.
    line: str
    #: ``happened``, ``now``, ``ahead``, ``end``, ``bypass`` or ``return``.
    kind: str
    #: None for what is only ahead.
    at: date | None
    title: Text
    sentence: Text | None = None
    #: The suspect whose branch this is on; None is the case itself.
    branch: str | None = None


def cases_of(actor: Actor) -> QuerySet[Case]:
    """The cases that ``actor`` may open, newest first; none for anybody without a need to know or a person of one."""
    if actor.has(Role.HOUSE):
        found = Case.objects.all()
    elif actor.roles & CASE_ROLES:
        found = Case.objects.filter(needs_to_know__account=actor.id, needs_to_know__until=None)
    elif actor.roles & PORTAL_ROLES:
        found = Case.objects.filter(pk__in=Person.objects.filter(pk__in=actor.persons).values("case"))
    else:
        found = Case.objects.none()
    return found.order_by("-opened_on", "-number")


def case_list(*, actor: Actor, on: datetime, what: str = "cases.list") -> tuple[CaseRow, ...]:
    """The cases of a member of staff with their titles; one entry names every case that is shown."""
    cases = tuple(cases_of(actor).prefetch_related("services"))
    opening = consult(actor=actor, on=on, what=what, subjects=tuple(str(case.pk) for case in cases))
    return tuple(CaseRow(**_row(case, opening)) for case in cases)


def case_view(case: CaseId, opening: Opening) -> CaseView:
    """One case; ``opening`` comes from ``access.open_case``."""
    found = Case.objects.prefetch_related("services").get(pk=case)
    reported = VictimStep.objects.filter(road__person__case=case, what=StepKind.REPORTED).exists()
    return CaseView(
        **_row(found, opening),
        origin=Origin(found.origin),
        summary=opening.read(found, "summary"),
        exploitation=tuple(found.exploitation.split()),
        investigation_started=found.investigation_started,
        needs_to_know=tuple(AccountId(need.account) for need in found.needs_to_know.filter(until=None)),
        reports=tuple(
            (ReportId(row.report), opening.read(row, "text")) for row in found.reports.order_by("taken_at", "pk")
        ),
        without_report=not reported,
    )


def persons_of(case: CaseId, opening: Opening, *, on: date) -> tuple[PersonView, ...]:
    """The people of a case on a day, victims first."""
    views = [person_view(person, opening, on=on) for person in Person.objects.filter(case=case).order_by("added_at")]
    return tuple(sorted(views, key=lambda view: CapacityKind.VICTIM not in view.capacities))


def road_of(person: PersonId, *, on: datetime) -> RoadView | None:
    """Where a victim is on the own road at a moment; None before the first contact."""
    road = VictimRoad.objects.filter(pk=person).first()
    if road is None:
        return None
    thinking = (road.reflection_from, road.reflection_until)
    return RoadView(
        state=VictimState(road.state),
        informed=road.steps.filter(what=StepKind.INFORMED).exists(),
        offered_on=road.reflection_offered_on,
        thinking=(thinking[0], thinking[1]) if thinking[0] and thinking[1] else None,
        thinking_now=reflection_runs(road, on),
        thinking_ended=road.reflection_ended,
    )


def steps_of(person: PersonId) -> tuple[tuple[StepKind, datetime], ...]:
    """What happened on one victim's own road, oldest first."""
    steps = VictimStep.objects.filter(road=person).order_by("at", "pk")
    return tuple((StepKind(step.what), step.at) for step in steps)


def charges_ended(case: CaseId) -> bool:
    """Whether nothing runs against anybody: no charge there is waits for a decision or a court."""
    return not Charge.objects.filter(case=case).exclude(state__in=_CHARGE_ENDS).exists()


def charges_of(case: CaseId, opening: Opening) -> tuple[ChargeView, ...]:
    """The suspicions in a case, in the order in which they arose."""
    rows = Charge.objects.filter(case=case).select_related("suspect")
    return tuple(
        ChargeView(
            id=ChargeId(row.pk),
            suspect=PersonId(row.suspect.pk),
            called=opening.read(row.suspect, "called"),
            offence=opening.read(row, "offence"),
            trafficking=row.trafficking,
            state=ChargeState(row.state),
            outcome=ChargeState(row.outcome) if row.outcome else None,
        )
        for row in sorted(rows, key=lambda row: min(step.at for step in row.steps.all()))
    )


def notice_recipients(person: Person, *, on: date, opening: Opening) -> tuple[Person, ...]:
    """Who gets what a victim must be told: the victim, or below twelve those who act for them and are no suspect.

    Where the victim may be under twelve or not, both get it. Nobody, where a child under twelve has nobody fit to act
    for it: then somebody must be appointed. A victim who is also a suspect still gets their own.
    """
    age = age_of(person, opening, on=on)
    fit = tuple(
        other for other, _ in representatives_of(person, on=on) if CapacityKind.SUSPECT not in capacities_of(other)
    )
    if age.surely_under(12):
        return fit
    return (person, *fit) if age.may_be_under(12) else (person,)


def road_events(case: CaseId, opening: Opening) -> tuple[RoadEvent, ...]:
    """The road of a case so far, with one station ahead; a branch for each charge but the one that got furthest."""
    found = Case.objects.get(pk=case)
    dated = [*_case_events(found), *_victim_events(found, opening), *_charge_events(found, opening)]
    events = [event for _, event in sorted(dated, key=lambda each: each[0])]
    if not any(event.title is _VICTIM_TITLES[StepKind.REPORTED] for event in events):
        events = list(_bypassed(events))
    mains = [number for number, event in enumerate(events) if event.branch is None and event.kind in _ON_THE_LINE]
    for here, there in pairwise(mains):
        # An end that something else than a return follows on was not the end of the line.
        if events[here].kind == "end" and events[there].kind != "return":
            events[here] = replace(events[here], kind="happened")
    last = events[mains[-1]]
    if last.kind != "end":
        events[mains[-1]] = replace(last, kind="now") if last.kind == "happened" else last
        events.append(RoadEvent(line="case", kind="ahead", at=None, title=_ahead(found)))
    return tuple(events)


type _Dated = tuple[datetime, RoadEvent]


def _case_events(case: Case) -> Iterator[_Dated]:
    """The steps of the case itself."""
    for step in case.steps.all():
        state = CaseState(step.state)
        kind = "return" if state is CaseState.REOPENED else "end" if state in _CASE_ENDS else "happened"
        yield step.at, RoadEvent(line="case", kind=kind, at=day_of(step.at), title=_CASE_TITLES[state])


def _victim_events(case: Case, opening: Opening) -> Iterator[_Dated]:
    """The steps of the victims; who took the same step on the same day shares one station."""
    steps = VictimStep.objects.filter(road__person__case=case.pk).select_related("road__person").order_by("at", "pk")
    shared: dict[tuple[StepKind, date], list[VictimStep]] = defaultdict(list)
    for step in steps:
        if StepKind(step.what) in _VICTIM_TITLES:
            shared[StepKind(step.what), day_of(step.at)].append(step)
    for (what, day), taken in shared.items():
        names = ", ".join(opening.read(step.road.person, "called") for step in taken)
        who = Text(en=names, nl=names)
        yield taken[0].at, RoadEvent(line="case", kind="happened", at=day, title=_VICTIM_TITLES[what], sentence=who)


def _charge_events(case: Case, opening: Opening) -> Iterator[_Dated]:
    """The decisions on each charge, each on its branch; the charge that got furthest stays on the line of the case."""
    charges = charges_of(CaseId(case.pk), opening)
    main = max(charges, key=lambda charge: _GOT[charge.state], default=None)
    for number, charge in enumerate(charges, start=1):
        namesakes = [other for other in charges if other.called == charge.called]
        name = charge.called if len(namesakes) == 1 else f"{charge.called} ({number})"
        ended = False
        for step in ChargeStep.objects.filter(charge=charge.id):
            state = ChargeState(step.state)
            if state in _CHARGE_TITLES:
                kind = "end" if state in _CHARGE_ENDS else "return" if ended else "happened"
                ended = kind == "end"
                yield (
                    step.at,
                    RoadEvent(
                        line="case",
                        kind=kind,
                        at=day_of(step.at),
                        title=_CHARGE_TITLES[state],
                        sentence=Text(en=charge.called, nl=charge.called),
                        branch=None if charge is main else name,
                    ),
                )


def _bypassed(events: Sequence[RoadEvent]) -> Iterator[RoadEvent]:
    """The same road where nobody reported: the line goes around the report, and says that none is needed."""
    for event in events:
        if event.title is _CASE_TITLES[CaseState.INVESTIGATION]:
            yield RoadEvent(line="case", kind="bypass", at=event.at, title=_NONE_NEEDED)
            yield RoadEvent(line="case", kind="ahead", at=None, title=_VICTIM_TITLES[StepKind.REPORTED])
        yield event


def _ahead(case: Case) -> Text:
    """What may come next: on the charge that got furthest, or on the case where nobody is suspected yet."""
    states = [ChargeState(state) for state in case.charges.values_list("state", flat=True)]
    if case.state == CaseState.SIGNAL or not states:
        return _CASE_TITLES[CaseState.INVESTIGATION] if case.state == CaseState.SIGNAL else _DECISION
    return _CHARGE_AHEAD[max(states, key=lambda state: _GOT[state])]


_ON_THE_LINE: Final = frozenset({"happened", "end", "return"})
_CASE_ENDS: Final = frozenset({CaseState.NOT_INVESTIGATED, CaseState.ABROAD, CaseState.CLOSED})
_CHARGE_ENDS: Final = frozenset({ChargeState.DISMISSED, ChargeState.ACQUITTED, ChargeState.FINAL})
#: How far a charge got; the furthest is drawn on the line of the case.
_GOT: Final[Mapping[ChargeState, int]] = MappingProxyType(
    {
        state: place
        for place, state in enumerate(
            (
                ChargeState.DISMISSED,
                ChargeState.SUSPECTED,
                ChargeState.PROSECUTED,
                ChargeState.ACQUITTED,
                ChargeState.APPEAL,
                ChargeState.CONVICTED,
                ChargeState.FINAL,
            )
        )
    }
)
_NONE_NEEDED: Final = Text(en="No report, and none is needed", nl="Geen aangifte, en dat hoeft ook niet")
_DECISION: Final = Text(en="Decision", nl="Beslissing")
_JUDGEMENT: Final = Text(en="Judgement", nl="Vonnis")
_FINAL: Final = Text(en="Final", nl="Onherroepelijk")
_CASE_TITLES: Final[Mapping[CaseState, Text]] = MappingProxyType(
    {
        CaseState.SIGNAL: Text(en="Signal", nl="Signaal"),
        CaseState.INVESTIGATION: Text(en="Investigation", nl="Opsporing"),
        CaseState.NOT_INVESTIGATED: Text(en="Not investigated", nl="Niet onderzocht"),
        CaseState.ABROAD: Text(en="Handed to another country", nl="Overgedragen aan een ander land"),
        CaseState.CLOSED: Text(en="Closed", nl="Gesloten"),
        CaseState.REOPENED: Text(en="Re-opened", nl="Heropend"),
    }
)
_VICTIM_TITLES: Final[Mapping[StepKind, Text]] = MappingProxyType(
    {
        StepKind.FOUND: Text(en="First contact", nl="Eerste contact"),
        StepKind.INFORMED: Text(en="Informative interview", nl="Informatief gesprek"),
        StepKind.REFLECTION_ACCEPTED: Text(en="Time to think", nl="Bedenktijd"),
        StepKind.REPORTED: Text(en="Report", nl="Aangifte"),
        StepKind.DECLINED: Text(en="No to a report", nl="Nee tegen aangifte"),
        StepKind.RECONSIDERED: Text(en="May be spoken with again", nl="Weer in gesprek"),
    }
)
_CHARGE_TITLES: Final[Mapping[ChargeState, Text]] = MappingProxyType(
    {
        ChargeState.PROSECUTED: Text(en="Prosecuted", nl="Vervolgd"),
        ChargeState.DISMISSED: Text(en="Dismissed", nl="Geseponeerd"),
        ChargeState.CONVICTED: Text(en="Convicted", nl="Veroordeeld"),
        ChargeState.ACQUITTED: Text(en="Acquitted", nl="Vrijgesproken"),
        ChargeState.APPEAL: Text(en="Appeal", nl="Hoger beroep"),
        ChargeState.FINAL: _FINAL,
    }
)
_CHARGE_AHEAD: Final[Mapping[ChargeState, Text]] = MappingProxyType(
    {
        ChargeState.SUSPECTED: _DECISION,
        ChargeState.DISMISSED: _DECISION,
        ChargeState.PROSECUTED: _JUDGEMENT,
        ChargeState.APPEAL: _JUDGEMENT,
        ChargeState.CONVICTED: _FINAL,
        ChargeState.ACQUITTED: _FINAL,
        ChargeState.FINAL: _FINAL,
    }
)


def _row(case: Case, opening: Opening) -> dict[str, Any]:
    """What a list and a view both show."""
    return {
        "id": CaseId(case.pk),
        "number": case.number,
        "title": opening.read(case, "title"),
        "state": CaseState(case.state),
        "lead": Service(case.lead),
        "services": tuple(Service(joined.service) for joined in case.services.all()),
        "region": case.region,
        "opened_on": case.opened_on,
        "prosecutor": case.prosecutor,
    }
