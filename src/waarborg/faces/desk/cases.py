"""The section of cases: the list of one's own, opening one, and what can be done to one."""

from __future__ import annotations

from http import HTTPStatus
from secrets import token_hex
from typing import Final

from django.http import Http404
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.access import CASE_ROLES, INVESTIGATION_SERVICES, TEAM_ROLES
from waarborg.apps.cases.models import Origin
from waarborg.apps.cases.opening import Exploitation, open_case
from waarborg.apps.cases.queries import case_list
from waarborg.faces.desk import cases_page
from waarborg.faces.desk.cases_deeds import DEEDS, choices_of
from waarborg.faces.desk.cases_opened import opened
from waarborg.faces.desk.cases_ways import added_to, team_of, ways_from
from waarborg.faces.desk.deeds import Place, deed_page, gone
from waarborg.faces.desk.fields import DeskForm, area, line, one_of, several_of
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page, status_of
from waarborg.kernel.actors import Role, Service
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId

#: A supervisor reaches a case with a reason; the acts decide the rest.
_READERS: Final = CASE_ROLES | {Role.SUPERVISOR}


class OpenForm(DeskForm):
    """What a case begins with."""

    origin = one_of(
        _("What does it start with?"), [Origin.NOTIFICATION, Origin.EX_OFFICIO], radio=True,
        hint=_("After a report, open the report and take it over. No report is needed for a case."),
    )  # fmt: skip
    title = line(
        _("A plain word for the team"),
        hint=_("Such as Station or Greenhouse. No name of a person."),
        missing=_("Write a word by which the team knows the case."),
    )
    region = line(
        _("Region"), missing=_("Write where the team works on it."), hint=_("Where the team works, such as Rotterdam.")
    )
    lead = one_of(
        _("Which service leads?"),
        [each for each in Service if each in INVESTIGATION_SERVICES],
        hint=_("Your own service, where you leave this open."),
        required=False,
    )
    exploitation = several_of(
        _("What is it about?"), Exploitation, required=False, hint=_("As far as you know. More than one may be ticked.")
    )
    summary = area(
        _("What is known"),
        required=False,
        hint=_("For a case ex officio: why it is opened. Only who works on the case can read it."),
    )


@page("GET", roles=CASE_ROLES)
def case_index(request: Asked) -> Answer:
    """The cases that the actor works on, newest first; a search takes a number or a word."""
    asked = request.GET.get("q", "").strip()
    rows = case_list(actor=request.actor, on=request.now)
    wanted = asked.casefold()
    found = [row for row in rows if wanted in f"{row.number} {row.title} {row.region}".casefold()]
    context = {"rows": found, "all": len(rows), "q": asked, "may_open": request.actor.has(*TEAM_ROLES)}
    return render(request, "desk/cases.html", context)


@page("GET", "POST", roles=TEAM_ROLES, personal=False)
def case_new(request: Asked) -> Answer:
    """Open a case after a notification, or ex officio."""
    form = OpenForm(request.POST if request.method == "POST" else None)
    refusal, status = None, HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            made = open_case(actor=request.actor, on=request.now, **form.cleaned_data)
            if not isinstance(made, Refusal):
                return gone(
                    request, _("The case is open. You can add who it is about."), reverse("case", args=[made.pk])
                )
            refusal, status = made, status_of(made)
    context = {"form": form, "refusal": refusal, "form_id": token_hex(), "mark_required": True}
    return render(request, "desk/case_new.html", context, status=status)


@page("GET", "POST", roles=_READERS)
def case_page(request: Asked, case: CaseId) -> Answer:
    """The page of a case; a supervisor says why first."""
    reason = request.POST.get("reason", "").strip() if request.actor.has(Role.SUPERVISOR) else ""
    found = opened(request, case, "case.read", reason=reason)
    if isinstance(found, Refusal):
        if not request.actor.has(Role.SUPERVISOR):
            return found
        context = {"case_id": case, "blank": request.method == "POST", "refusal": found}
        return render(request, "desk/case_why.html", context, status=HTTPStatus.FORBIDDEN)
    return render(request, "desk/case.html", cases_page.context_of(found))


@page("GET", roles=CASE_ROLES)
def case_deeds(request: Asked, case: CaseId) -> Answer:
    """What can be added to a case, and where it can go from here."""
    found = opened(request, case, "case.read")
    if isinstance(found, Refusal):
        return found
    context = {
        "case": found,
        "added": added_to(case),
        "team": team_of(case),
        "ways": ways_from(case, found.view.state),
    }
    return render(request, "desk/case_deeds.html", context)


@page("GET", "POST", roles=CASE_ROLES)
def case_deed(request: Asked, case: CaseId, deed: str) -> Answer:
    """One act on the case."""
    if deed not in DEEDS:
        raise Http404
    found = opened(request, case, "case.read")
    if isinstance(found, Refusal):
        return found
    place = Place(subject=case, back=found.href, shown={"case": found}, choices=choices_of(found))
    return deed_page(request, DEEDS[deed], place)


urlpatterns = [
    path("cases/", case_index, name="cases"),
    path("cases/new/", case_new, name="case_new"),
    path("cases/<case:case>/", case_page, name="case"),
    path("cases/<case:case>/acts/", case_deeds, name="case_deeds"),
    path("cases/<case:case>/acts/<slug:deed>/", case_deed, name="case_deed"),
]
