"""The section of notices: what each victim of a case must be told, and one notice with its words and its tries.

Invariant: who can be chosen to get a notice is asked of the case each time, so a suspect is never among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404
from django.shortcuts import render
from django.urls import path, reverse

from waarborg.apps.cases.access import CASE_ROLES
from waarborg.apps.cases.queries import notice_recipients
from waarborg.apps.people.models import Person
from waarborg.apps.people.queries import staff_names
from waarborg.apps.rights.models import Notice, NoticeState
from waarborg.apps.rights.noticing import Urgency, urgency_of, wanted
from waarborg.apps.rights.queries import NoticeView, notices_of
from waarborg.engines.rules.terms import Unit
from waarborg.faces.desk.cases_opened import OpenCase, opened
from waarborg.faces.desk.deeds import Place, deed_page
from waarborg.faces.desk.notices_deeds import DEEDS, ways_of
from waarborg.faces.desk.outcome_opened import opened_by
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, NoticeId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One notice in the list of a case."""

    view: NoticeView
    called: str
    recipient: str
    urgency: Urgency | None
    #: Counted in hours, told by voice, also at night.
    within_the_hour: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Somebody who may get a notice now, and why."""

    id: PersonId
    called: str
    #: Acts for the person, who is or may be under 12.
    acting: bool
    language: str
    address: str
    contact: str


@page("GET", roles=CASE_ROLES)
def case_notices(request: Asked, case: CaseId) -> Answer:
    """What must be told in a case, the soonest first, and what was."""
    found = opened(request, case, "notice.list")
    if isinstance(found, Refusal):
        return found
    lines = sorted(_lines(found), key=_order)
    context = {
        "case": found,
        "open": [line for line in lines if line.view.state in {NoticeState.DUE, NoticeState.SENT}],
        "held": [line for line in lines if line.view.state is NoticeState.SUPPRESSED],
        "told": [line for line in lines if line.view.state is NoticeState.TOLD],
    }
    return render(request, "desk/case_notices.html", context)


def _lines(found: OpenCase) -> Iterator[Line]:
    for victim in found.victims:
        for view in notices_of(actor=found.actor, person=victim.id, opening=found.opening):
            yield _line(found, view, victim.called)


def _line(found: OpenCase, view: NoticeView, called: str) -> Line:
    is_open = view.state is NoticeState.DUE
    return Line(
        view=view,
        called=called,
        recipient=found.called(view.recipient),
        urgency=urgency_of(due_by=view.due_by, known_at=view.known_at, on=found.on) if is_open else None,
        within_the_hour=view.about.term is not None and view.about.term.unit is Unit.HOUR,
    )


def _order(line: Line) -> tuple[bool, int, datetime]:
    urgency = line.urgency if line.urgency is not None else Urgency.WAITING
    return (not line.within_the_hour, int(urgency), line.view.due_by or line.view.known_at)


@page("GET", roles=CASE_ROLES)
def notice(request: Asked, notice: NoticeId) -> Answer:
    """One notice: to read aloud or to print, who gets it and why, and what was done."""
    found = opened_by(request, notice, "notice.read")
    if isinstance(found, Refusal):
        return found
    return render(request, "desk/notice.html", _context(found, notice))


@page("GET", "POST", roles=CASE_ROLES)
def notice_deed(request: Asked, notice: NoticeId, notice_act: str) -> Answer:
    """One act on a notice."""
    if notice_act not in DEEDS:
        raise Http404
    found = opened_by(request, notice, "notice.read")
    if isinstance(found, Refusal):
        return found
    shown = _context(found, notice)
    href = reverse("notice", args=[notice])
    place = Place(
        subject=notice,
        back=href,
        shown={**shown, "ups": [{"href": href, "words": shown["name"]}], "above": "desk/parts/notice_words.html"},
        choices={"recipient": [(str(fit.id), fit.called) for fit in shown["fits"]]},
        initial={"recipient": shown["fits"][0].id} if len(shown["fits"]) == 1 else {},
        template="desk/outcome_deed.html",
    )
    return deed_page(request, DEEDS[notice_act], place)


def _context(found: OpenCase, notice: NoticeId) -> dict[str, Any]:
    """Everything that the pages of one notice show."""
    row = Notice.objects.select_related("person__choice").get(pk=notice)
    views = notices_of(actor=found.actor, person=PersonId(row.person_id), opening=found.opening)
    view = next(each for each in views if each.id == notice)
    called = found.called(row.person_id)
    names = staff_names([step.by for step in view.steps])
    return {
        "case": found,
        "notice": view,
        "line": _line(found, view, called),
        "name": called,
        "wants": wanted(row.person),
        "fits": list(_fits(found, row.person)),
        "tries": [(step, names.get(step.by, ""), found.called(step.recipient)) for step in view.steps],
        "ways": ways_of(row, found.actor),
        "risk": found.opening.read(row, "suppressed_reason") if row.suppressed_by else "",
        "hold_asked": row.suppressed_by is not None and row.state == NoticeState.DUE,
        "review_on": row.review_on,
    }


def _fits(found: OpenCase, person: Person) -> Iterator[Fit]:
    for other in notice_recipients(person, on=day_of(found.on), opening=found.opening):
        yield Fit(
            id=PersonId(other.pk),
            called=found.opening.read(other, "called"),
            acting=other.pk != person.pk,
            language=other.language or person.language,
            address=found.opening.read(other, "address"),
            contact=found.opening.read(other, "contact"),
        )


urlpatterns = [
    path("cases/<case:case>/notices/", case_notices, name="case_notices"),
    path("notices/<notice:notice>/", notice, name="notice"),
    path("notices/<notice:notice>/<slug:notice_act>/", notice_deed, name="notice_deed"),
]
