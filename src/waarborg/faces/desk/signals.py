"""The section of signals: which signs were seen, which were looked for and not found, and which nobody looked at yet.

Invariant: never looked at has a look of its own, and is never drawn as no.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from django.http import Http404
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.access import CASE_ROLES
from waarborg.apps.cases.queries import CaseRow, case_list
from waarborg.apps.people.queries import staff_names
from waarborg.apps.signals.looking import KNOWN, MAY_LOOK, look_at
from waarborg.apps.signals.models import IndicatorLook, IndicatorState
from waarborg.apps.signals.queries import IndicatorView, Seen, indicators_of
from waarborg.faces.desk.cases_opened import opened
from waarborg.faces.desk.deeds import Deed, Doing, Place, deed_page
from waarborg.faces.desk.fields import DeskForm, area
from waarborg.faces.desk.outcome_fields import one_named
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page
from waarborg.kernel.actors import Service
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId


@dataclass(frozen=True, slots=True)
class Looking:
    """One sign in one case."""

    case: CaseId
    indicator: str


class LookForm(DeskForm):
    """What was found, and where."""

    state = one_named(_("What did your service find?"), IndicatorState, radio=True)
    note = area(
        _("Where, when and how was it seen?"),
        required=False,
        hint=_("Needed where it was observed. Also good to know where you looked and found nothing."),
    )


def _look(doing: Doing[Looking]) -> object:
    return look_at(
        actor=doing.actor,
        on=doing.on,
        case=doing.subject.case,
        indicator=doing.subject.indicator,
        state=doing.said["state"],
        note=doing.said["note"],
    )


LOOK: Final[Deed[Looking]] = Deed(
    title=_("Look for a sign"),
    says=_(
        "It is kept for your service, with your name. Earlier looks stay. A sign proves nothing, and none is needed."
    ),
    button=_("Enter what was found"),
    done=_("Entered."),
    do=_look,
    form=LookForm,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLooks:
    """How far a case was looked at."""

    row: CaseRow
    observed: int
    not_found: int
    never: int
    services: tuple[Service, ...]


@page("GET", roles=CASE_ROLES)
def signals(request: Asked) -> Answer:
    """The actor's cases, those first in which the most signs were never looked at."""
    rows = case_list(actor=request.actor, on=request.now, what="signal.list")
    seen: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    # Oldest first, so that the last look of each service stands.
    for look in IndicatorLook.objects.filter(case__in=[row.id for row in rows]).only(
        "case", "indicator", "service", "state", "at"
    ):
        seen[look.case_id][look.indicator][look.service] = look.state
    cases = sorted((_looks(row, seen[row.id]) for row in rows), key=lambda case: -case.never)
    return render(request, "desk/signals.html", {"cases": cases, "signs": len(KNOWN)})


def _looks(row: CaseRow, seen: Mapping[str, Mapping[str, str]]) -> CaseLooks:
    known = {sign: states for sign, states in seen.items() if sign in KNOWN}
    observed = sum(IndicatorState.OBSERVED in states.values() for states in known.values())
    return CaseLooks(
        row=row,
        observed=observed,
        not_found=len(known) - observed,
        never=len(KNOWN) - len(known),
        services=tuple(sorted({Service(service) for states in known.values() for service in states})),
    )


@page("GET", roles=CASE_ROLES)
def case_signals(request: Asked, case: CaseId) -> Answer:
    """Every sign of the law's list in one case."""
    found = opened(request, case, "signal.read", persons=())
    if isinstance(found, Refusal):
        return found
    views = indicators_of(actor=found.actor, case=case, opening=found.opening)
    names = staff_names([look.by for view in views for look in view.looks])
    context: dict[str, Any] = {
        "case": found,
        "groups": [
            (group, [_line(view, names) for view in of]) for group, of in groupby(views, lambda each: each.group)
        ],
        "counts": [(seen, sum(view.seen is seen for view in views)) for seen in Seen],
        "services": found.view.services,
        "may_look": bool(found.actor.roles & MAY_LOOK),
    }
    return render(request, "desk/case_signals.html", context)


def _line(view: IndicatorView, names: Mapping[Any, str]) -> tuple[IndicatorView, list[tuple[Any, str]]]:
    return view, [(look, names.get(look.by, "")) for look in view.looks]


@page("GET", "POST", roles=CASE_ROLES)
def signal_look(request: Asked, case: CaseId, indicator: str) -> Answer:
    """Look for one sign."""
    if indicator not in KNOWN:
        raise Http404
    found = opened(request, case, "signal.read", persons=())
    if isinstance(found, Refusal):
        return found
    views = indicators_of(actor=found.actor, case=case, opening=found.opening)
    view = next(each for each in views if each.indicator.id == indicator)
    back = reverse("case_signals", args=[case])
    place = Place(
        subject=Looking(case, indicator),
        back=f"{back}#{indicator}",
        shown={
            "case": found,
            "ups": [{"href": back, "words": _("Signals")}],
            "above": "desk/parts/signal.html",
            "view": view,
            "looks": _line(view, staff_names([look.by for look in view.looks]))[1],
        },
        template="desk/outcome_deed.html",
    )
    return deed_page(request, LOOK, place)


urlpatterns = [
    path("signals/", signals, name="signals"),
    path("cases/<case:case>/signals/", case_signals, name="case_signals"),
    path("cases/<case:case>/signals/<slug:indicator>/", signal_look, name="signal_look"),
]
