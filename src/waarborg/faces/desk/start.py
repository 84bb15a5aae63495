"""The first page of the desk: what needs me now, my interviews this week, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.shortcuts import render
from django.urls import path

from waarborg.apps.cases.models import Case
from waarborg.apps.custody.entering import consult
from waarborg.apps.custody.keys import Opening
from waarborg.apps.interviews.kinds import InterviewKind, Part
from waarborg.apps.interviews.queries import agenda
from waarborg.apps.people.models import Person
from waarborg.apps.rights.noticing import Urgency
from waarborg.apps.rights.queries import notices_of
from waarborg.faces.desk.naming import in_words
from waarborg.faces.desk.needs import Need, address, needs_of
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import DESK_ROLES, Answer, page
from waarborg.kernel.actors import Actor
from waarborg.kernel.clock import day_of
from waarborg.kernel.texts import Text

#: The groups of the list, in its order, with what each is called.
_GROUPS: Final = {
    Urgency.LATE: Text(en="Late", nl="Te laat"),
    Urgency.TODAY: Text(en="Today", nl="Vandaag"),
    Urgency.WEEK: Text(en="This week", nl="Deze week"),
    Urgency.LATER: Text(en="Later", nl="Later"),
    Urgency.WAITING: Text(en="Waiting for others", nl="Wacht op anderen"),
}
#: Said where a need has no day of its own.
_WITHOUT_A_DAY: Final = {
    Urgency.LATE: Text(en="At once", nl="Meteen"),
    Urgency.TODAY: Text(en="Today", nl="Vandaag"),
}
_NOTHING: Final = Text(en="", nl="")
_SOMEBODY: Final = Text(en="somebody", nl="iemand")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Something that must be told by voice within the hour."""

    title: Text
    #: Until when.
    by: datetime | None
    late: bool
    #: What to read aloud; None where nothing was written.
    script: Text | None
    case: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What turns needs into words: who is called what, and which case has which number."""

    actor: Actor
    on: datetime
    opening: Opening
    #: By person and by case.
    names: Mapping[str, str]
    numbers: Mapping[str, str]

    def title(self, need: Need) -> Text:
        """What to do, for whom."""
        return need.what.fill(person=self.names.get(str(need.person), "") or _SOMEBODY)

    def beside(self, need: Need) -> Text:
        """Why, and the number of the case."""
        number, why = self.numbers.get(str(need.case), ""), need.why or _NOTHING
        if not number or not why.en:
            return why if not number else Text(en=number, nl=number)
        return Text(en="{why} {number}", nl="{why} {number}").fill(why=why, number=number)


@page("GET", roles=DESK_ROLES)
def start(request: Asked) -> Answer:
    """What needs the actor now; one entry names every case and person that is shown."""
    needs = needs_of(request.actor, request.now)
    said = _opened(request, needs)
    today = day_of(request.now)
    context = {
        "voices": [_voice(need, said) for need in needs if need.voice],
        "groups": _groups([need for need in needs if not need.voice], said),
        "next": next((need.due for need in needs if need.urgency is Urgency.LATER and need.due), None),
        "agenda": [
            (each, in_words(InterviewKind(each.kind)), _PARTS[Part(each.part)], address("interview", each.interview))
            for each in agenda(actor=request.actor, first=today, last=today + timedelta(days=6))
        ],
        "calm": all(need.urgency > Urgency.WEEK for need in needs),
    }
    return render(request, "desk/start.html", context)


def rows_of(needs: Sequence[Need], said: Said) -> list[dict[str, object]]:
    """Needs in words, as the tag ``todo`` draws them, each with the case that it is about."""
    return [
        {
            "due": day_of(need.due) if need.due else _WITHOUT_A_DAY.get(need.urgency),
            "late": need.urgency is Urgency.LATE,
            "title": said.title(need),
            "text": said.beside(need),
            "href": need.href,
            "act": need.act,
        }
        for need in needs
    ]


def _opened(request: Asked, needs: Sequence[Need]) -> Said:
    """Enter who is shown, then read what they are called."""
    cases = list(dict.fromkeys(str(need.case) for need in needs if need.case))
    persons = list(dict.fromkeys(str(need.person) for need in needs if need.person))
    subjects = (*cases, *persons) or (str(request.actor.id),)
    opening = consult(actor=request.actor, on=request.now, what="start.read", subjects=subjects)
    return Said(
        actor=request.actor,
        on=request.now,
        opening=opening,
        names={str(row.pk): opening.read(row, "called") for row in Person.objects.filter(pk__in=persons)},
        numbers={str(pk): number for pk, number in Case.objects.filter(pk__in=cases).values_list("pk", "number")},
    )


def _groups(needs: Sequence[Need], said: Said) -> list[tuple[Urgency, Text, list[dict[str, object]]]]:
    """The list in its groups, those without a row left out."""
    groups = (
        (urgency, words, rows_of([need for need in needs if need.urgency is urgency], said))
        for urgency, words in _GROUPS.items()
    )
    return [each for each in groups if each[2]]


def _voice(need: Need, said: Said) -> Voice:
    """What must be told by voice, with the words to read aloud."""
    views = notices_of(actor=said.actor, person=need.person, opening=said.opening) if need.person else ()
    return Voice(
        title=said.title(need),
        by=need.due,
        late=need.due is not None and need.due < said.on,
        script=next((view.text for view in views if view.id == need.voice), None),
        case=said.numbers.get(str(need.case), ""),
        href=need.href,
    )


_PARTS: Final = {
    Part.ASKS: Text(en="You ask the questions", nl="U stelt de vragen"),
    Part.DIRECTS: Text(en="You direct", nl="U regisseert"),
    Part.WATCHES: Text(en="You watch along", nl="U kijkt mee"),
}

urlpatterns = [path("", start, name="start")]
