"""Somebody's age on a day for the drawing, what the rulebook makes due by it, and from which day that changes.

Invariant: nothing about the law stands here; what follows is asked of the rulebook for each day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from waarborg.apps.interviews.assessment import assess
from waarborg.apps.people.ages import AgeOnDay, hull
from waarborg.apps.people.queries import PersonView
from waarborg.engines.rules.births import completed_years
from waarborg.engines.rules.findings import Due, Finding
from waarborg.faces.shell.dates import short_day
from waarborg.faces.shell.drawings.age_span import LIMITS, Age
from waarborg.kernel.texts import Text
from waarborg.law.rulebook import CURRENT

#: What the person's own facts decide, whatever the interview is like.
_ABOUT_THE_PERSON: Final = (
    "recording.video",
    "recording.video_minor",
    "room.child_friendly_studio",
    "room.adapted",
    "companion.of_choice",
)
_DUTIES: Final = {safeguard.id: safeguard.duty for safeguard in CURRENT.safeguards}
_LABEL: Final = Text(en="{source}, {day}", nl="{source}, {day}")
_REJECTED: Final = Text(en="{source}, {day}: rejected", nl="{source}, {day}: verworpen")
_TODAY: Final = Text(en="Today", nl="Vandaag")
_ON: Final = Text(en="On {day}", nl="Op {day}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """One safeguard that somebody's facts make due."""

    duty: Text
    #: Whether it holds only until something is known.
    until_known: bool
    #: Whether it is a must.
    must: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """A day from which something is otherwise."""

    on: date
    #: The age that somebody then is, or may be.
    turns: int
    #: Whether the person then surely has that age.
    surely: bool
    begins: tuple[Text, ...]
    ends: tuple[Text, ...]
    #: What was due, and from then on holds only until something is known.
    until_known: tuple[Text, ...]


def bars_of(person: PersonView, *, today: date | None = None) -> tuple[Age, ...]:
    """The drawing: a bar for each source, and one for the day.

    Args:
        person: on the day that is drawn.
        today: the present day, where another one may be drawn.
    """
    age = person.age
    bars = [
        Age(
            label=(_REJECTED if each.statement.rejected else _LABEL).fill(
                source=each.statement.source, day=short_day(each.statement.on, year=True)
            ),
            low=each.low,
            high=each.high,
        )
        for each in age.sources
    ]
    here = _TODAY if today in {None, age.on} else _ON.fill(day=short_day(age.on, year=True))
    return (*bars, Age(label=here, low=age.low, high=age.high, today=True))


def follows_on(document: Mapping[str, Any], day: date) -> tuple[Follows, ...]:
    """What the rulebook makes due in a report interview on ``day`` because of the person alone.

    Args:
        document: the ``person`` part of an ``assess`` document for that day.
        day: the day.
    """
    return tuple(
        Follows(
            duty=_DUTIES[each.rule],
            until_known=each.due is Due.UNTIL_KNOWN,
            must=each.force.value == "must",
        )
        for each in _due(document, day)
    )


def changes_after(age: AgeOnDay, day: date, document_on: Callable[[date], Mapping[str, Any]]) -> tuple[Changes, ...]:
    """The days after ``day`` on which a birthday changes what is due, the soonest first.

    Args:
        age: of the person; its sources say between which days they were born.
        day: the day from which one looks on.
        document_on: gives the person's facts as of a day.
    """
    found = []
    before = _rules(document_on(day), day)
    for turning, turns, surely in _birthdays(age, day):
        after = _rules(document_on(turning), turning)
        if after != before:
            found.append(
                Changes(
                    on=turning,
                    turns=turns,
                    surely=surely,
                    begins=tuple(_DUTIES[rule] for rule in after if rule not in before),
                    ends=tuple(_DUTIES[rule] for rule in before if rule not in after),
                    until_known=tuple(
                        _DUTIES[rule]
                        for rule, due in after.items()
                        if due is Due.UNTIL_KNOWN and before.get(rule) is Due.YES
                    ),
                )
            )
        before = after
    return tuple(each for each in found if each.begins or each.ends or each.until_known)


def _birthdays(age: AgeOnDay, day: date) -> Iterator[tuple[date, int, bool]]:
    """The days after ``day`` on which the oldest and the youngest possible person turns 12, 16 and 18."""
    span = hull([each.statement for each in age.sources])
    if span is None:
        return
    found = {(_turning(born, limit), limit, born == span[1]) for born in span for limit in LIMITS}
    yield from sorted(each for each in found if each[0] > day)


def _turning(born: int, years: int) -> date:
    """The day on which somebody born on the ordinal ``born`` has so many completed years."""
    birth = date.fromordinal(born)
    leap = birth.month == 2 and birth.day == 29  # noqa: PLR2004 - 29 February
    turning = birth.replace(year=birth.year + years, day=28 if leap else birth.day)
    while completed_years(born, turning.toordinal()) < years:
        turning = date.fromordinal(turning.toordinal() + 1)
    return turning


def _due(document: Mapping[str, Any], day: date) -> list[Finding]:
    asked = {"on": day.isoformat(), "person": dict(document), "interview": {"kind": "report"}}
    found = assess(asked)
    return [each for each in found.findings if each.rule in _ABOUT_THE_PERSON and each.due is not Due.NO]


def _rules(document: Mapping[str, Any], day: date) -> dict[str, Due]:
    return {each.rule: each.due for each in _due(document, day)}
