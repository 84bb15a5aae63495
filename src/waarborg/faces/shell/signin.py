"""Signing in and out of the desk and the portal, on one page with one answer to whatever was wrong."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, gettext
from django.views.i18n import set_language as set_language_cookie

from waarborg.apps.people import signin
from waarborg.apps.people.demonstration import DemoPerson, demo_people
from waarborg.apps.people.models import Account
from waarborg.apps.people.queries import active_roles, actor_for
from waarborg.faces.shell import sessions, slowing
from waarborg.faces.shell.access import open_to_all
from waarborg.faces.shell.actors import account_of, now
from waarborg.faces.shell.names import ROLES
from waarborg.faces.shell.proofs import SignInForm
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId


@open_to_all("GET", "POST")
def sign_in(request: HttpRequest) -> HttpResponse:
    """User name, password and second proof; then back to the page that was asked for."""
    if account_of(request):
        return HttpResponseRedirect(_back(request))
    form, status = SignInForm(), HTTPStatus.OK
    if request.method == "POST":
        form = SignInForm(_of_demo(request) or request.POST)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            answer = _try(form)
            if isinstance(answer, Account):
                return signed_in(request, answer, to=_back(request))
            status = answer
    return render(request, "shell/sign_in.html", _page(request, form), status=status)


def _try(form: SignInForm) -> Account | HTTPStatus:
    """The account, or the status of the answer with what was wrong in the form."""
    typed = form.cleaned_data
    if not slowing.may_try(typed["username"]):
        form.add_error(None, gettext("There were many tries with this user name. Wait one minute, then try again."))
        return HTTPStatus.TOO_MANY_REQUESTS
    answer = signin.sign_in(
        on=now(),
        username=typed["username"],
        typed=signin.Typed(password=typed["password"], proof=typed["proof"]),
    )
    if isinstance(answer, Refusal):
        form.add_error(None, answer.text().to(get_language() or "en"))
        return HTTPStatus.FORBIDDEN
    slowing.forget(typed["username"])
    return answer


def signed_in(request: HttpRequest, account: Account, *, to: str) -> HttpResponse:
    """Begin the session and go ``to`` an address of this site, in the account's own language."""
    sessions.begin(request, account)
    response = HttpResponseRedirect(to)
    if account.language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            account.language,
            samesite="Strict",
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response


@open_to_all("POST")
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; sent twice, the second time there is nothing to end."""
    sessions.end(request)
    return HttpResponseRedirect(reverse("sign_in") + "?out=1")


@open_to_all("GET")
def session(request: HttpRequest) -> HttpResponse:
    """Asked by a page in which somebody is busy, so that the session does not end under their hands."""
    status = HTTPStatus.NO_CONTENT if account_of(request) else HTTPStatus.UNAUTHORIZED
    return HttpResponse(status=status)


@open_to_all("POST")
def set_language(request: HttpRequest) -> HttpResponse:
    """Another language for the pages; kept with the account where somebody is signed in."""
    response: HttpResponse = set_language_cookie(request)
    account, language = account_of(request), request.POST.get("language", "")
    if account and language != account.language and language in dict(settings.LANGUAGES):
        signin.choose_language(actor=actor_for(account), on=now(), language=language)
    return response


def _back(request: HttpRequest) -> str:
    """The page of this site that was asked for, else the first one."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    return asked if url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else "/"


def _page(request: HttpRequest, form: SignInForm) -> dict[str, Any]:
    on = now()
    people = demo_people(on=on)
    return {
        "form": form,
        "next": _back(request),
        "away": "away" in request.GET,
        "out": "out" in request.GET,
        "people": [_listed(person) for person in people],
    }


def _listed(person: DemoPerson) -> dict[str, object]:
    """A fixed person of the demo, as the page lists them."""
    roles = active_roles(AccountId(person.account.pk))
    return {
        "id": person.account.pk,
        "name": str(person.account),
        "roles": [ROLES[role] for role in sorted(roles)],
        "username": person.account.username,
        "password": person.password,
        "code": person.code,
    }


def _of_demo(request: HttpRequest) -> dict[str, str] | None:
    """What a fixed person of the demo would type, where the button of one was pressed."""
    chosen = request.POST.get("demo")
    if not chosen:
        return None
    found = next((person for person in demo_people(on=now()) if person.account.pk == chosen), None)
    if found is None:
        return None
    return {"username": found.account.username, "password": found.password, "proof": found.code}
