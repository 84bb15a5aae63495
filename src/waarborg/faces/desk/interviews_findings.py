"""What the rulebook says of a plan while it is edited: the piece of the page that changes, and what it is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from waarborg.apps.custody.keys import Opening
from waarborg.apps.interviews.kinds import InterviewKind
from waarborg.apps.interviews.planning import check, in_the_way
from waarborg.apps.interviews.queries import economy
from waarborg.faces.desk.interviews_form import PlanForm
from waarborg.faces.desk.interviews_lines import Line, lines_of, settles
from waarborg.faces.desk.interviews_words import SPOKEN_OF, called
from waarborg.faces.desk.naming import in_words
from waarborg.faces.shell.drawings.safeguard import Tag, tags
from waarborg.kernel.actors import Actor, Service
from waarborg.kernel.errors import Problem, Refusal, Unusable
from waarborg.kernel.ids import CaseId, InterviewId, PersonId
from waarborg.kernel.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A topic that was spoken about, and where."""

    topic: Text
    where: tuple[tuple[InterviewId, date, Text], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """How often somebody was heard already, over all services, and about what."""

    held: int
    by_service: tuple[tuple[Text, int], ...]
    answered: tuple[Answered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What the page says of a plan as it stands."""

    #: Fields without which there is nothing to ask; then the rest is empty.
    lacking: Sequence[object] = ()
    lines: Sequence[Line] = ()
    counts: Sequence[Tag] = ()
    #: What keeps it from being kept.
    in_the_way: tuple[Refusal, ...] = ()
    #: Why the rulebook cannot be asked: what is known of the person contradicts itself.
    problems: tuple[Problem, ...] = ()
    settles: dict[str, str] | None = None
    before: Before | None = None
    #: Whether a further interview is planned, for which that matters most.
    further: bool = False


def checked(
    form: PlanForm, *, actor: Actor, on: datetime, case: CaseId, opening: Opening, interview: InterviewId | None = None
) -> Check:
    """Ask the rulebook about the plan in ``form``; saves nothing.

    Args:
        form: as it stands, sent or not.
        actor: who plans.
        on: now (aware).
        case: the case.
        opening: opens it.
        interview: the plan that it would change.
    """
    lacking = form.lacking()
    said = form.cleaned_data.get("person") if form.is_bound else None
    person = PersonId(said) if said else None
    before = before_of(actor, person) if person else None
    if lacking:
        return Check(lacking=lacking, before=before)
    draft = form.draft()
    try:
        lines = lines_of(check(draft=draft, case=case, opening=opening, interview=interview))
        hindered = in_the_way(draft=draft, case=case, opening=opening, on=on, interview=interview)
    except Unusable as unusable:
        return Check(problems=unusable.problems, before=before)
    return Check(
        lines=lines,
        counts=tags(lines),
        in_the_way=hindered,
        settles=settles(person),
        before=before,
        further=draft.kind == InterviewKind.FURTHER,
    )


def before_of(actor: Actor, person: PersonId) -> Before:
    """What was already asked of a person, for whoever plans to ask again."""
    found = economy(actor=actor, person=person)
    return Before(
        held=found.held,
        by_service=tuple((in_words(Service(name)), count) for name, count in found.by_service.items()),
        answered=tuple(
            Answered(
                topic=called(SPOKEN_OF, topic),
                where=tuple((where, day, in_words(Service(service))) for where, day, service in places),
            )
            for topic, places in found.answered.items()
        ),
    )
