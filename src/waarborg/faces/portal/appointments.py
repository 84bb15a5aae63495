"""What is planned with a person: interviews and talks about support, the next one first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from waarborg.apps.custody.keys import Opening
from waarborg.apps.interviews.kinds import InterviewState, Part
from waarborg.apps.interviews.models import Interview
from waarborg.apps.interviews.queries import visible
from waarborg.apps.people.queries import staff_names
from waarborg.apps.support.queries import SupportEvent, SupportView
from waarborg.faces.portal.naming import listed
from waarborg.faces.portal.whose import Here
from waarborg.faces.shell.access import Asked
from waarborg.kernel.clock import day_of
from waarborg.kernel.ids import AccountId, InterviewId
from waarborg.kernel.texts import Text

_INTERVIEW = Text(en="Interview", nl="Verhoor")
_TALK = Text(en="Talk, so that you can choose", nl="Gesprek, zodat u kunt kiezen")
_SUPPORT = Text(en="Talk about your support", nl="Gesprek over uw steun")
_WITH = Text(en="You speak with {names}.", nl="U spreekt met {names}.")
_WHERE = Text(en="Place: {room}.", nl="Plaats: {room}.")
_INTERPRETER = Text(en="Interpreter: {interpreter}.", nl="Tolk: {interpreter}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One thing that is planned."""

    at: datetime
    title: Text
    #: Where, with whom, and which interpreter; whole sentences.
    sentences: tuple[Text, ...]
    #: The page that says more.
    href: str


def planned(request: Asked, here: Here, support: SupportView | None) -> tuple[Appointment, ...]:
    """What is still to come, the next one first."""
    rows = visible(request.actor).filter(person=here.person, state=InterviewState.PLANNED, ends_at__gte=request.now)
    interviews = [_interview(row, here.opening) for row in rows.select_related("room").prefetch_related("team")]
    talks = [_talk(step, support) for step in _talks(support, request.now)] if support else []
    return tuple(sorted((*interviews, *talks), key=lambda each: each.at))


def _interview(row: Interview, opening: Opening) -> Appointment:
    asks = [AccountId(each.account) for each in row.team.all() if each.part == Part.ASKS]
    names, interpreter = staff_names(asks), opening.read(row, "interpreter")
    sentences = []
    if row.room:
        sentences.append(_WHERE.fill(room=row.room.name))
    if names:
        sentences.append(_WITH.fill(names=listed([names[each] for each in asks if each in names])))
    if interpreter:
        sentences.append(_INTERPRETER.fill(interpreter=interpreter))
    return Appointment(
        at=row.starts_at,
        title=_TALK if row.kind == "informative" else _INTERVIEW,
        sentences=tuple(sentences),
        href=reverse("interview", args=[InterviewId(row.pk)]),
    )


def _talks(support: SupportView, on: datetime) -> Iterable[SupportEvent]:
    """Each talk or review once; of two that were planned for one day the later word counts."""
    coming = [step for step in support.steps if step.planned_for and step.planned_for >= on]
    return {day_of(step.planned_for): step for step in coming if step.planned_for}.values()


def _talk(step: SupportEvent, support: SupportView) -> Appointment:
    coordinator = support.coordinator
    names = staff_names([coordinator]) if coordinator else {}
    sentences = [Text(en=step.words, nl=step.words)] if step.words else []
    if coordinator and coordinator in names:
        sentences.append(_WITH.fill(names=names[coordinator]))
    return Appointment(
        at=step.planned_for or step.at, title=_SUPPORT, sentences=tuple(sentences), href=reverse("support")
    )
