"""What sources say of a person's age: each is kept with its day, and rejected only with a reason.

Invariant: nothing is overwritten or removed; a changed span is told, so that conclusions are looked at again.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Final

from waarborg.apps.cases.access import CASE_ROLES, NOTHING_TO_CHANGE, REASON_BLANK, person_in_reach
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.outbox import announce
from waarborg.apps.people.ages import statement_problems
from waarborg.apps.people.models import AgeStatement, Person
from waarborg.kernel.actors import Actor
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Problem, Refusal
from waarborg.kernel.events import Event
from waarborg.kernel.ids import PersonId
from waarborg.kernel.texts import Text


@act("person.state_age")
def state_age(
    *,
    actor: Actor,
    on: datetime,
    person: PersonId,
    source: str,
    born: str | None = None,
    low: int | None = None,
    high: int | None = None,
    speaks_of: date | None = None,
) -> AgeStatement | Refusal:
    """Keep what one source says; the news ``person.age_changed`` (person, case) lets later steps look again (B7).

    Args:
        actor: staff who work on the case.
        on: when it is entered (aware).
        person: whose age.
        source: who or what says so, such as *his own words* or *age assessment*.
        born: a birth date, as uncertain as it is (EDTF: ``2009``, ``2009-05``, ``201X``, ``2009~``, ``A/B``).
        low: youngest age in completed years.
        high: oldest age in completed years, inclusive.
        speaks_of: the day of which the source speaks; by default the day of ``on``, never a later one.
    """
    found = person_in_reach(actor=actor, person=person, roles=CASE_ROLES)
    if isinstance(found, Refusal):
        return found
    day = speaks_of or day_of(on)
    problems = statement_problems(born=born, low=low, high=high, on=day)
    if not source.strip():
        problems.append(Problem(path="$.age.source", found="nothing", expected="who or what says so"))
    if day > day_of(on):
        problems.append(Problem(path="$.age.on", found=str(day), expected=f"{day_of(on)} or earlier"))
    if problems:
        return _unusable(problems[0])
    opening = enter(person, found.case, scope=found.scope, detail={"source": source})
    said = {"born": born, "low": low, "high": high, "source": source}
    statement = AgeStatement.objects.create(person=found, on=day, made_at=on, by=actor.id)
    opening.seal(statement, "statement", json.dumps(said))
    statement.save(update_fields=["statement"])
    _tell(actor, on, found)
    return statement


@act("person.reject_age")
def reject_age(*, actor: Actor, on: datetime, statement: int, reason: str) -> AgeStatement | Refusal:
    """Reject a statement, which stays on file with the reason; where none is left, the age is unknown again.

    Args:
        actor: staff who work on the case.
        on: when (aware).
        statement: the row of the statement.
        reason: why it is not believed.
    """
    kept = AgeStatement.objects.select_for_update(of=("self",)).filter(pk=statement).select_related("person").first()
    if kept is None:
        return NO_STATEMENT
    found = person_in_reach(actor=actor, person=PersonId(kept.person.pk), roles=CASE_ROLES)
    if isinstance(found, Refusal):
        return found
    if not reason.strip():
        return REASON_BLANK
    if kept.rejected_at is not None:
        return NOTHING_TO_CHANGE
    opening = enter(found.pk, found.case, scope=found.scope, detail={"reason": reason})
    kept.rejected_at, kept.rejected_by = on, actor.id
    opening.seal(kept, "rejected_reason", reason)
    kept.save(update_fields=["rejected_at", "rejected_by", "rejected_reason"])
    _tell(actor, on, found)
    return kept


def _tell(actor: Actor, on: datetime, person: Person) -> None:
    announce(Event(name="person.age_changed", subjects=(person.pk, person.case), at=on, by=actor.id))


def _unusable(problem: Problem) -> Refusal:
    """The refusal of a statement that cannot be kept: what stood there, and what is expected."""
    found = {"en": problem.found, "nl": "niets" if problem.found == "nothing" else problem.found}
    return Refusal(
        code=f"age{problem.path.removeprefix('$.age').replace('.', '_')}",
        what=_NOT_KEPT,
        why=Text(en="We read {found}.", nl="Wij lazen {found}.").fill(found=Text(**found)),
        instead=_HOW,
        ask=_ASK,
    )


_ASK: Final = Text(en="Ask the team leader of the case.", nl="Vraag het de teamleider van de zaak.")
_NOT_KEPT: Final = Text(en="The age was not entered.", nl="De leeftijd is niet vastgelegd.")
_HOW: Final = Text(
    en="Enter the source, and a birth date such as 2009-05-03, 2009-05, 2009 or 201X, or an age from 0 to 120. "
    "The day of the statement has been, and the youngest age is not above the oldest.",
    nl="Vul de bron in, en een geboortedatum zoals 2009-05-03, 2009-05, 2009 of 201X, of een leeftijd van 0 tot 120. "
    "De dag van de verklaring is geweest, en de jongste leeftijd ligt niet boven de oudste.",
)

NO_STATEMENT: Final = Refusal(
    code="age.no_statement",
    what=Text(en="Nothing was rejected.", nl="Er is niets verworpen."),
    why=Text(en="This statement is not there.", nl="Deze verklaring is er niet."),
    instead=Text(en="Choose one from the page of the person.", nl="Kies er een op de pagina van de persoon."),
    ask=_ASK,
)
