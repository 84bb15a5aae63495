"""The road of a case as stations for the drawing: the case line with its branches, and support beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from waarborg.apps.cases.queries import RoadEvent, charges_of, road_events
from waarborg.apps.decisions.queries import decisions_of
from waarborg.apps.support.models import SupportStepKind
from waarborg.apps.support.queries import SupportEvent, support_of
from waarborg.faces.desk.cases_opened import OpenCase
from waarborg.faces.desk.naming import in_words
from waarborg.faces.shell.drawings.road import Kind, Line, Station
from waarborg.kernel.clock import day_of
from waarborg.kernel.texts import Text

#: The steps of support that are no stations: they are on the page of support.
_SMALL: Final = frozenset({SupportStepKind.ASSIGNED, SupportStepKind.ASKED, SupportStepKind.TALK})
_STARTED_BY: Final = frozenset({SupportStepKind.REVIEW_STARTED, SupportStepKind.OFFERED})
_NOT_STARTED: Final = Text(en="Not started", nl="Niet begonnen")
_NOBODY: Final = Text(en="Nobody was found yet.", nl="Er is nog niemand gevonden.")


def stations(found: OpenCase) -> list[Station]:
    """Everything on the two lines, in the order of time; the day of a case event decides, support follows it."""
    events = road_events(found.id, found.opening)
    beside = sorted(_support(found, {each.branch for each in events if each.branch}), key=lambda each: each[0])
    if not beside:
        nobody = Station(line=Line.SUPPORT, kind=Kind.AHEAD, title=_NOT_STARTED, sentence=_NOBODY)
        return [*map(_station, events), nobody]
    merged: list[Station] = []
    for event in events:
        # What is ahead has no day: all support that happened stands before it.
        while beside and _before(beside[0][0], event, events):
            merged.append(beside.pop(0)[1])
        merged.append(_station(event))
    return [*merged, *(station for _day, station in beside)]


def _before(day: date, event: RoadEvent, events: Iterable[RoadEvent]) -> bool:
    """Whether support of ``day`` stands before a case event: it happened earlier, or the event is the last ahead."""
    if event.at is not None:
        return day < event.at
    return event is list(events)[-1]


def _station(event: RoadEvent) -> Station:
    return Station(
        line=Line(event.line),
        kind=Kind(event.kind),
        date=event.at,
        title=event.title,
        sentence=event.sentence or "",
        branch=event.branch,
    )


def _support(found: OpenCase, branches: set[str]) -> Iterator[tuple[date, Station]]:
    """The support of every victim; whose it is stands beside it where there are several."""
    causes = _suspects_decided_on(found)
    several = len(found.victims) > 1
    for person in found.victims:
        support = support_of(actor=found.actor, person=person.id, opening=found.opening)
        for step in support.steps if support else ():
            if step.kind in _SMALL:
                continue
            day = day_of(step.at)
            cause = causes.get(step.cause)
            yield (
                day,
                Station(
                    line=Line.SUPPORT,
                    kind=Kind.CAUSE if _was_caused(step) else Kind.HAPPENED,
                    date=day,
                    title=in_words(step.kind),
                    sentence=person.called if several else "",
                    branch=cause if cause in branches else None,
                ),
            )


def _was_caused(step: SupportEvent) -> bool:
    return bool(step.cause) and step.kind in _STARTED_BY


def _suspects_decided_on(found: OpenCase) -> dict[str, str]:
    """By decision, the name of the branch of its suspect, as the road has it."""
    charges = charges_of(found.id, found.opening)
    names = {}
    for number, charge in enumerate(charges, start=1):
        alone = sum(other.called == charge.called for other in charges) == 1
        names[charge.id] = charge.called if alone else f"{charge.called} ({number})"
    decided = decisions_of(actor=found.actor, case=found.id, opening=found.opening)
    return {str(each.id): names[each.charge] for each in decided if each.charge in names}
