"""The first page of the portal."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import PORTAL_ROLES, page


@page("GET", roles=PORTAL_ROLES, personal=False)
def start(request: Asked) -> HttpResponse:
    """That somebody is signed in, and where their own sign-in is looked after."""
    return render(request, "portal/start.html")


urlpatterns = [path("", start, name="start")]
