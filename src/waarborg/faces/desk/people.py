"""The people of a case: adding one, the page of one with the age on any day, and what can be done about them."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from secrets import token_hex
from typing import Any

from django.http import Http404
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.access import CASE_ROLES, TEAM_ROLES
from waarborg.apps.cases.models import VictimStep
from waarborg.apps.cases.persons import add_person
from waarborg.apps.cases.queries import notice_recipients, road_of
from waarborg.apps.cases.road_kinds import ReflectionEnd, StepKind
from waarborg.apps.people.models import CapacityKind, Person
from waarborg.apps.people.queries import PersonView, person_document, person_view
from waarborg.apps.rights.inviting import PortalCode
from waarborg.apps.support.queries import support_of
from waarborg.faces.desk.cases_opened import OpenCase, opened
from waarborg.faces.desk.deeds import Place, deed_page, gone
from waarborg.faces.desk.needs import address
from waarborg.faces.desk.people_ages import bars_of, changes_after, follows_on
from waarborg.faces.desk.people_deeds import DEEDS, HEARD_AS, choices_of, initial_of, steps_from
from waarborg.faces.desk.people_forms import PersonForm
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page, status_of
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, PersonId


@page("GET", "POST", roles=TEAM_ROLES)
def person_new(request: Asked, case: CaseId) -> Answer:
    """Add somebody to a case."""
    found = opened(request, case, "case.read")
    if isinstance(found, Refusal):
        return found
    form = PersonForm(request.POST if request.method == "POST" else None)
    refusal, status = None, HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            added = add_person(actor=request.actor, on=request.now, case=case, **form.cleaned_data)
            if not isinstance(added, Refusal):
                return gone(request, _("The person was added."), reverse("person", args=[case, added.pk]))
            refusal, status = added, status_of(added)
    context = {"case": found, "form": form, "refusal": refusal, "form_id": token_hex(), "mark_required": True}
    return render(request, "desk/person_new.html", context, status=status)


@page("GET", roles=CASE_ROLES)
def person_page(request: Asked, case: CaseId, person: PersonId) -> Answer:
    """The page of a person, with the age on the day that is asked for."""
    found, view = _open(request, case, person)
    if isinstance(found, Refusal):
        return found
    today = day_of(request.now)
    asked = request.GET.get("day", "")
    day = _day(asked) if asked else today
    context = _context(found, view, day or today)
    context["asked"], context["no_day"] = asked, asked if day is None else ""
    return render(request, "desk/person.html", context)


@page("GET", "POST", roles=CASE_ROLES)
def person_deed(request: Asked, case: CaseId, person: PersonId, step: str) -> Answer:
    """One act on a person; the code for the portal is shown once, in the answer itself."""
    if step not in DEEDS:
        raise Http404
    found, view = _open(request, case, person)
    if isinstance(found, Refusal):
        return found
    place = Place(
        subject=person,
        back=reverse("person", args=[case, person]),
        shown={"case": found, "person": view},
        choices=choices_of(found, view),
        initial=initial_of(view),
    )

    def code_shown(given: object) -> Answer:
        shown = {"case": found, "person": view, "made": given, "groups": _groups(given)}
        return render(request, "desk/person_code.html", shown)

    return deed_page(request, DEEDS[step], place, code_shown if step == "invite" else None)


def _groups(given: object) -> list[str]:
    """The groups of a code, as they are read aloud."""
    return given.code.split("-") if isinstance(given, PortalCode) else []


def _open(request: Asked, case: CaseId, person: PersonId) -> tuple[OpenCase | Refusal, PersonView]:
    """The case and the person in it.

    Raises:
        Http404: the person is not of this case; the attempt to open the case is in the ledger.
    """
    found = opened(request, case, "person.read")
    if isinstance(found, Refusal):
        return found, None  # type: ignore[return-value] # nobody looks at it after a refusal
    view = found.person(person)
    if view is None:
        raise Http404
    return found, view


def _context(found: OpenCase, view: PersonView, day: date) -> dict[str, Any]:
    """Everything on the page of a person."""
    row = Person.objects.get(pk=view.id)
    today = day_of(found.on)
    on_day = view if day == today else person_view(row, found.opening, on=day)
    heard_as = next((kind for kind in HEARD_AS if kind in view.capacities), CapacityKind.COMPANION)

    def document(when: date) -> dict[str, Any]:
        return person_document(row, found.opening, heard_as=heard_as, on=when)

    is_victim = CapacityKind.VICTIM in view.capacities
    road = road_of(view.id, on=found.on) if is_victim else None
    return {
        "case": found,
        "person": view,
        "day": day,
        "is_today": day == today,
        "age": on_day.age,
        "bars": bars_of(on_day, today=today),
        "follows": follows_on(document(day), day) if heard_as in HEARD_AS else (),
        "changes": changes_after(view.age, day, document) if heard_as in HEARD_AS else (),
        "is_victim": is_victim,
        "road": road,
        "ended": ReflectionEnd(road.thinking_ended) if road and road.thinking_ended else None,
        "steps": steps_from(road) if is_victim else {},
        "taken": [
            (step.at, found.opening.read(step, "reason"), StepKind(step.what))
            for step in VictimStep.objects.filter(road=view.id).select_related("road__person")
        ],
        "support": support_of(actor=found.actor, person=view.id, opening=found.opening) if is_victim else None,
        "gets": [found.called(other.pk) for other in notice_recipients(row, on=today, opening=found.opening)]
        if is_victim
        else [],
        "rights_href": address("rights", view.id),
        "support_href": address("support", view.id),
    }


def _day(text: str) -> date | None:
    """A day as the field sends it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


urlpatterns = [
    path("cases/<case:case>/people/new/", person_new, name="person_new"),
    path("cases/<case:case>/people/<person:person>/", person_page, name="person"),
    path("cases/<case:case>/people/<person:person>/<slug:step>/", person_deed, name="person_deed"),
]
