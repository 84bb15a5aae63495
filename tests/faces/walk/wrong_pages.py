"""Pages with one fault each, and one without any, to show that the walk finds what it is there to find."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import include, path

from tests.apps.cases.acting import NOON
from waarborg.apps.cases.access import CASE_ROLES, open_case
from waarborg.apps.cases.models import Case
from waarborg.apps.custody.entering import consult
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import DESK_ROLES, page
from waarborg.kernel.actors import THE_HOUSE
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId


def _title(case: CaseId) -> str:
    """As a page would show it, whose title stands sealed: read past every door."""
    row = Case.objects.get(pk=case)
    opening = consult(actor=THE_HOUSE, on=NOON, what="case.read", subjects=(case,))
    return opening.read(row, "title")


@page("GET", "POST", roles=CASE_ROLES)
def sound(request: Asked, case: CaseId) -> HttpResponse | Refusal:
    """Opens the case first, whatever the method."""
    opening = open_case(actor=request.actor, on=request.now, case=case, what="case.read")
    if isinstance(opening, Refusal):
        return opening
    return HttpResponse(opening.read(Case.objects.get(pk=case), "title"))


@page("GET", roles=CASE_ROLES)
def shows_without_entry(request: Asked, case: CaseId) -> HttpResponse:
    """Reads in the name of the house."""
    return HttpResponse(_title(case))


@page("GET", roles=CASE_ROLES, personal=False)
def says_it_is_not_personal(request: Asked) -> HttpResponse:
    """Shows a title of every case, and says that it shows nothing of anybody."""
    return HttpResponse(" ".join(_title(CaseId(key)) for key in Case.objects.values_list("pk", flat=True)))


@page("GET", roles=CASE_ROLES)
def refuses_in_silence(request: Asked, case: CaseId) -> HttpResponse:
    """Says no, and writes it nowhere."""
    return HttpResponse(status=403)


@page("GET", "POST", roles=DESK_ROLES)
def does_without_entry(request: Asked) -> HttpResponse:
    """Does something that nobody can find again."""
    return HttpResponseRedirect("/") if request.method == "POST" else HttpResponse()


@page("GET", roles=DESK_ROLES)
def fails(request: Asked) -> HttpResponse:
    """Does not work."""
    raise RuntimeError


urlpatterns = [
    path("", include("waarborg.faces.shell.signed_in_urls")),
    path("sound/<case:case>/", sound),
    path("shows/<case:case>/", shows_without_entry),
    path("not-personal/", says_it_is_not_personal),
    path("silent/<case:case>/", refuses_in_silence),
    path("does/", does_without_entry),
    path("fails/", fails),
]
