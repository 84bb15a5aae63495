"""The addresses of the pattern book: every page at /book/NAME/, and the errors."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from tests.faces.shell.book import data
from tests.faces.shell.book.forms import Everything
from waarborg.faces.shell.errors import refused
from waarborg.kernel.errors import Fault

CONTEXT: dict[str, Any] = {name.lower(): value for name, value in vars(data).items() if name.isupper()}


def book(request: HttpRequest, name: str) -> HttpResponse:
    context = {**CONTEXT, "who": {"name": "M. de Wit", "service": "AVIM Rotterdam"}, "empty_form": Everything()}
    if name == "form_errors":
        context["form"] = Everything({"about": ["work"]})
        context["form"].is_valid()
    return render(request, f"book/{name}.html", context)


def fault(request: HttpRequest) -> HttpResponse:
    message = "the secret of somebody"
    raise RuntimeError(message)


def known_fault(request: HttpRequest) -> HttpResponse:
    message = "the secret of somebody"
    raise Fault(message)


def refuse(request: HttpRequest) -> HttpResponse:
    return refused(request, data.REFUSAL, back="/")


def first(request: HttpRequest) -> HttpResponse:
    return book(request, "public_home")


urlpatterns = [
    path("", first, name="home"),
    path("", include("waarborg.faces.shell.urls")),
    path("book/<str:name>/", book, name="book"),
    path("cases/", book, {"name": "case"}),
    path("interviews/", book, {"name": "interview"}),
    path("process/", first),
    path("sign-out/", first, name="sign_out"),
    path("session/", first, name="session"),
    path("mailbox/", first),
    path("rights/", book, {"name": "portal_home"}),
    path("traces/", first),
    path("fault/", fault),
    path("known-fault/", known_fault),
    path("refused/", refuse),
]
handler400 = "waarborg.faces.shell.errors.bad_request"
handler403 = "waarborg.faces.shell.errors.forbidden"
handler404 = "waarborg.faces.shell.errors.not_found"
handler500 = "waarborg.faces.shell.errors.server_error"
