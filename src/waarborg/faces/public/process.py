"""The road from a report to an outcome as anybody may read it: one drawing, and a page for every station.

Invariant: what is said about the law names its sources, taken from the law files; what nobody has checked is marked.
"""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waarborg.faces.public.stations import STOPS
from waarborg.faces.shell.drawings.road import Kind, Line, Station
from waarborg.kernel.texts import Text


def _case(title: Text, sentence: Text, *, kind: Kind = Kind.HAPPENED, branch: str | None = None) -> Station:
    return Station(line=Line.CASE, kind=kind, title=title, sentence=sentence, branch=branch)


_SUPPORT: Final = Station(
    line=Line.SUPPORT,
    kind=Kind.HAPPENED,
    title=STOPS["support"].title,
    sentence=STOPS["support"].sentence,
)
_NO: Final = _case(
    Text(en="You say no?", nl="Zeg je nee?"),
    Text(en="Your interviews stop. The case may still go on.", nl="Je verhoren stoppen. De zaak kan doorgaan."),
    kind=Kind.BYPASS,
)
_TOO_LITTLE: Final = _case(
    Text(en="Too little proof:", nl="Te weinig bewijs:"),
    Text(en="the case stops.", nl="de zaak stopt."),
    kind=Kind.END,
    branch="dismissed",
)
_NOT_GUILTY: Final = _case(
    Text(en="Not guilty:", nl="Niet schuldig:"),
    Text(en="the case ends.", nl="de zaak eindigt."),
    kind=Kind.END,
    branch="acquitted",
)
#: What comes right after a stop, besides the next.
_AFTER: Final = {"report": _SUPPORT, "choice": _NO, "prosecutor": _TOO_LITTLE, "court": _NOT_GUILTY}


def _road() -> list[Station]:
    stations: list[Station] = []
    for slug, found in STOPS.items():
        if slug != "support":
            stations.append(_case(found.title, found.sentence))
        if slug in _AFTER:
            stations.append(_AFTER[slug])
    return stations


#: The road as drawn on the first page.
ROAD: Final = _road()


@require_safe
def road(request: HttpRequest) -> HttpResponse:
    """The whole road, with a link to each station."""
    return render(request, "public/process.html", {"road": ROAD, "stops": STOPS.values()})


@require_safe
def stop(request: HttpRequest, stop: str) -> HttpResponse:
    """One station: what happens, what you may refuse, who is there, and where that stands."""
    if stop not in STOPS:
        raise Http404
    slugs = list(STOPS)
    place = slugs.index(stop)
    context = {
        "stop": STOPS[stop],
        "number": place + 1,
        "count": len(slugs),
        "before": STOPS[slugs[place - 1]] if place else None,
        "after": STOPS[slugs[place + 1]] if place + 1 < len(slugs) else None,
    }
    return render(request, "public/stop.html", context)
