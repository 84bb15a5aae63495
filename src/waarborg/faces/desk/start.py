"""The first page of the desk."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.names import DOORS, ROLES
from waarborg.faces.shell.pages import DESK_ROLES, page


@page("GET", roles=DESK_ROLES, personal=False)
def start(request: Asked) -> HttpResponse:
    """As what somebody is signed in, and through which doors they look."""
    roles = [ROLES[role] for role in sorted(request.actor.roles)]
    doors = [DOORS[door] for door in sorted(request.actor.doors)]
    return render(request, "desk/start.html", {"roles": roles, "doors": doors})


urlpatterns = [path("", start, name="start")]
