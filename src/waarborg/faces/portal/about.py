"""The pages of the portal that only tell; they show nothing of anybody, and whoever comes by can read them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from waarborg.faces.shell.access import View, open_to_all


def _tells(template: str) -> View:
    """A page in which nothing varies but the language."""

    @open_to_all("GET")
    def view(request: HttpRequest) -> HttpResponse:
        return render(request, template)

    return view


urlpatterns = [
    path("help/", _tells("portal/help.html"), name="help"),
    path("who/", _tells("portal/who.html"), name="who"),
    path("accessibility/", _tells("portal/accessibility.html"), name="accessibility"),
    path("traces/", _tells("portal/traces.html"), name="traces"),
]
