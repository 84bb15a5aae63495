"""The ledger as those who check it read it: whether it is whole, and who did what, newest first."""

from __future__ import annotations

from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.shortcuts import render
from django.urls import path

from waarborg.apps.cases.access import CASE_ROLES
from waarborg.apps.cases.models import Case
from waarborg.apps.custody.entering import consult
from waarborg.apps.custody.models import Checkpoint, Entry
from waarborg.apps.custody.queries import entries_about
from waarborg.apps.custody.sequencing import pending
from waarborg.apps.custody.verification import verify
from waarborg.apps.people.models import Account
from waarborg.faces.desk.cases_opened import opened
from waarborg.faces.desk.fields import say
from waarborg.faces.desk.ledger_rows import rows_of
from waarborg.faces.desk.ledger_words import ACTS
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page
from waarborg.kernel.actors import Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId

_SUPERVISORS: Final = frozenset({Role.SUPERVISOR})
_A_PAGE: Final = 50


@page("GET", "POST", roles=_SUPERVISORS)
def oversight(request: Asked) -> Answer:
    """The ledger with its filters; sending the form reads all of it again and compares."""
    consult(actor=request.actor, on=request.now, what="ledger.read", subjects=(str(request.actor.id),))
    checked = verify() if request.method == "POST" else None
    asked = {name: request.GET.get(name, "").strip() for name in ("act", "who", "case")}
    found, problem = _found(asked)
    shown = Paginator(found, _A_PAGE).get_page(request.GET.get("page"))
    context = {
        "asked": asked,
        "problem": problem,
        "acts": sorted(((name, say(words)) for name, words in ACTS.items()), key=lambda each: each[1]),
        "rows": rows_of(list(shown.object_list)),
        "shown": shown,
        "checked": checked,
        "checked_at": request.now,
        **_standing(),
    }
    return render(request, "desk/oversight.html", context)


@page("GET", roles=CASE_ROLES)
def who_was_here(request: Asked, case: CaseId) -> Answer:
    """Every entry about one case, newest first, with the reasons, for those who work on it."""
    found = opened(request, case, "case.log", persons=())
    if isinstance(found, Refusal):
        return found
    shown = Paginator(entries_about(case), _A_PAGE).get_page(request.GET.get("page"))
    context = {
        "case": found,
        "rows": rows_of(list(shown.object_list), found.opening, str(case)),
        "shown": shown,
        **_standing(),
    }
    return render(request, "desk/case_log.html", context)


def _found(asked: dict[str, str]) -> tuple[QuerySet[Entry], str]:
    """The entries that fit the filters, and the filter that names nothing we know."""
    found, problem = Entry.objects.order_by("-at", "-pk"), ""
    if asked["case"]:
        case = Case.objects.filter(number__iexact=asked["case"]).first()
        if case is None:
            return found.none(), "case"
        found = entries_about(case.pk)
    if asked["act"]:
        found = found.filter(act=asked["act"])
    if asked["who"]:
        named = Account.objects.filter(name__icontains=asked["who"]).values("pk")
        if not named:
            return found.none(), "who"
        found = found.filter(actor__in=named)
    return found, problem


def _standing() -> dict[str, Any]:
    """How the ledger stands: its last signed size, and what waits for a place."""
    last = Checkpoint.objects.order_by("size").last()
    return {"checkpoint": last, "pending": pending()}


urlpatterns = [
    path("oversight/", oversight, name="oversight"),
    path("cases/<case:case>/log/", who_was_here, name="case_log"),
]
