"""Pages that do one thing each, to see what becomes of it."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import include, path

from waarborg.apps.people.signin import choose_language
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import DESK_ROLES, page
from waarborg.kernel.errors import Fault, Problem, Refusal, Unusable
from waarborg.kernel.ids import CaseId
from waarborg.kernel.texts import Text

_T = Text(en="This does not go.", nl="Dit gaat niet.")


@page("GET", roles=DESK_ROLES)
def plain(request: Asked) -> HttpResponse:
    """Says who asks, and when."""
    return HttpResponse(f"{request.actor.id} {request.now.isoformat()}")


@page("GET", roles=DESK_ROLES)
def of_a_case(request: Asked, case: CaseId) -> HttpResponse:
    """Has a typed id in its address."""
    return HttpResponse(f"{request.actor.id} {type(case).__name__}")


@page("GET", "POST", roles=DESK_ROLES)
def refusing(request: Asked) -> Refusal:
    """Refuses: on record where it is asked for."""
    return Refusal(code="test.no", what=_T, why=_T, on_record="record" in request.GET)


@page("GET", roles=DESK_ROLES)
def faulty(request: Asked) -> HttpResponse:
    """A fault of ours."""
    message = "the private words"
    raise Fault(message, Text(en="The public words.", nl="De publieke woorden."))


@page("GET", roles=DESK_ROLES)
def unusable(request: Asked) -> HttpResponse:
    """Cannot use what came in."""
    raise Unusable([Problem(path="$.x", found="a canary", expected="something else")])


@page("POST", roles=DESK_ROLES)
def doing(request: Asked) -> HttpResponse | Refusal:
    """Does something once and says what came of it, as the form asks."""
    choose_language(actor=request.actor, on=request.now, language="nl")
    how = request.POST["how"]
    if how == "refused":
        return Refusal(code="test.no", what=_T, why=_T)
    if how == "fails":
        raise RuntimeError
    if how == "page":
        return HttpResponse("done")
    return HttpResponse(status=422) if how == "wrong" else HttpResponseRedirect(f"/done/{request.POST['to']}/")


urlpatterns = [
    path("", include("waarborg.faces.shell.signed_in_urls")),
    path("", plain),
    path("plain/", plain),
    path("of/<case:case>/", of_a_case),
    path("refusing/", refusing),
    path("faulty/", faulty),
    path("unusable/", unusable),
    path("doing/", doing),
]
handler500 = "waarborg.faces.shell.errors.server_error"
