"""The first page of the portal: what is new, what is next, what can be done now, who looked, the road, the choices."""

from __future__ import annotations

from django.urls import path

from waarborg.apps.cases.queries import road_of
from waarborg.apps.decisions.queries import decisions_of
from waarborg.apps.people.models import Answer as Known
from waarborg.apps.rights.queries import notices_of, wants_news
from waarborg.apps.support.queries import support_of
from waarborg.faces.portal.appointments import planned
from waarborg.faces.portal.looked import looks_of, recent
from waarborg.faces.portal.news import news_of
from waarborg.faces.portal.roads import nothing_left, own_road
from waarborg.faces.portal.ways import ways_of
from waarborg.faces.portal.whose import Here, opened, shown
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import PORTAL_ROLES, Answer, page


@page("GET", roles=PORTAL_ROLES)
def start(request: Asked) -> Answer:
    """Everything at a glance, the newest first."""
    here = opened(request, "portal.home")
    if not isinstance(here, Here):
        return here
    notices = notices_of(actor=request.actor, person=here.person, opening=here.opening)
    support = support_of(actor=request.actor, person=here.person, opening=here.opening)
    decisions = decisions_of(actor=request.actor, case=here.case, opening=here.opening)
    ended = nothing_left(here, notices)
    told = [news_of(view, here, ended=ended) for view in notices]
    appointments = planned(request, here, support)
    own = road_of(here.person, on=request.now)
    return shown(
        request,
        "portal/start.html",
        here,
        news=told[0] if told else None,
        earlier=told[1:],
        thinking_until=own.thinking[1] if own and own.thinking and own.thinking_now else None,
        next=appointments[0] if appointments else None,
        later=appointments[1:],
        ways=ways_of(request, here),
        recent=recent(looks_of(here), own=request.actor.id, on=request.now),
        road=own_road(here, notices=notices, decisions=decisions, support=support),
        wants=wants_news(here.person),
        interpreter=here.view.interpreter in {Known.YES, Known.DOUBT},
    )


urlpatterns = [path("", start, name="start")]
