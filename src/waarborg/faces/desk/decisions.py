"""The section of decisions: the register over one's cases, what a case waits for, and one decision with what came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import path, reverse

from waarborg.apps.cases.access import CASE_ROLES
from waarborg.apps.cases.models import Case, Charge, ChargeState
from waarborg.apps.cases.queries import cases_of, charges_of
from waarborg.apps.custody.entering import consult
from waarborg.apps.custody.keys import Opening
from waarborg.apps.decisions.complaining import COMPLAINED_OF
from waarborg.apps.decisions.investigating import FINE_WARNING
from waarborg.apps.decisions.models import Complaint, Decision, DecisionKind, DismissalGround
from waarborg.apps.decisions.queries import (
    DecisionView,
    complaints_of,
    decisions_of,
    open_complaints,
    recordings_kept,
    what_it_moves,
)
from waarborg.apps.people.queries import staff_names
from waarborg.apps.rights.noticing import occurrence
from waarborg.apps.rights.queries import NoticeView, notices_of
from waarborg.faces.desk import decisions_after, decisions_signing
from waarborg.faces.desk.cases_opened import OpenCase, opened
from waarborg.faces.desk.decisions_kinds import next_for_case, next_for_charge
from waarborg.faces.desk.outcome_opened import opened_by
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, CaseId, DecisionId

#: Decisions on one page of the register.
_ON_A_PAGE: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the register, or one charge or complaint that waits."""

    href: str
    case: str
    #: What the suspect, or who complains, is called; empty for the case as a whole.
    called: str
    kind: DecisionKind | None
    ground: DismissalGround | None
    on: date | None


@page("GET", roles=CASE_ROLES)
def decisions(request: Asked) -> Answer:
    """What waits for a decision or an answer, and every decision in the actor's cases, newest first."""
    cases = cases_of(request.actor)
    rows = (
        Decision.objects.filter(case__in=cases).select_related("case", "charge__suspect").order_by("-entered_at", "pk")
    )
    shown = Paginator(rows, _ON_A_PAGE).get_page(request.GET.get("page"))
    undecided = Charge.objects.filter(case__in=cases, state=ChargeState.SUSPECTED).select_related("case", "suspect")
    waiting = open_complaints(request.actor).select_related("decision__case", "person")
    named = dict.fromkeys(
        str(each)
        for each in (
            *cases.values_list("pk", flat=True),
            *(row.charge.suspect_id for row in shown if row.charge),
            *undecided.values_list("suspect", flat=True),
            *waiting.values_list("person", flat=True),
        )
    )
    opening = consult(actor=request.actor, on=request.now, what="decision.list", subjects=tuple(named))
    context = {
        "rows": [_row(row, opening) for row in shown],
        "pages": shown,
        "undecided": [_undecided(charge, opening) for charge in undecided.order_by("case__opened_on", "pk")],
        "waiting": [_waiting(complaint, opening) for complaint in waiting],
    }
    return render(request, "desk/decisions.html", context)


def _row(row: Decision, opening: Opening) -> Row:
    return Row(
        href=reverse("decision", args=[row.pk]),
        case=_title(row.case, opening),
        called=opening.read(row.charge.suspect, "called") if row.charge else "",
        kind=DecisionKind(row.kind),
        ground=DismissalGround(row.ground) if row.ground else None,
        on=row.decided_on,
    )


def _undecided(charge: Charge, opening: Opening) -> Row:
    return Row(
        href=reverse("case_decisions", args=[charge.case_id]),
        case=_title(charge.case, opening),
        called=opening.read(charge.suspect, "called"),
        kind=None,
        ground=None,
        on=None,
    )


def _waiting(complaint: Complaint, opening: Opening) -> Row:
    return Row(
        href=reverse("complaint", args=[complaint.pk]),
        case=_title(complaint.decision.case, opening),
        called=opening.read(complaint.person, "called"),
        kind=None,
        ground=None,
        on=complaint.filed_on,
    )


def _title(case: Case, opening: Opening) -> str:
    return f"{opening.read(case, 'title') or ''} {case.number}".strip()


@page("GET", roles=CASE_ROLES)
def case_decisions(request: Asked, case: CaseId) -> Answer:
    """What was decided in a case, and what can be decided now."""
    found = opened(request, case, "decision.list")
    if isinstance(found, Refusal):
        return found
    charges = charges_of(case, found.opening)
    named = {charge.id: charge.called for charge in charges}
    kept = decisions_of(actor=found.actor, case=case, opening=found.opening)
    context = {
        "case": found,
        "charges": [(charge, next_for_charge(charge.state, found.actor)) for charge in charges],
        "whole": next_for_case(found.view.state, found.actor),
        "decisions": [(each, named.get(each.charge, "") if each.charge else "") for each in reversed(kept)],
        "complaints": _complaints(found),
        "recordings": recordings_kept(actor=found.actor, case=case),
        "may_free": decisions_after.may_enter_detention(found),
    }
    return render(request, "desk/case_decisions.html", context)


@page("GET", roles=CASE_ROLES)
def decision(request: Asked, decision: DecisionId) -> Answer:
    """One decision: what was said, what it moved, who was told, and until when somebody can complain."""
    found = opened_by(request, decision, "decision.read")
    if isinstance(found, Refusal):
        return found
    views = decisions_of(actor=found.actor, case=found.id, opening=found.opening)
    view = next(each for each in views if each.id == decision)
    row = Decision.objects.get(pk=decision)
    by = AccountId(row.by)
    context: dict[str, Any] = {
        "case": found,
        "decision": view,
        "suspect": found.called(view.suspect),
        "by": staff_names([by]).get(by, ""),
        "warning": FINE_WARNING if view.kind is DecisionKind.FINE_PROPOSED else None,
        "moves": () if view.kind is DecisionKind.FINE_PROPOSED else _moved(found, view),
        "notices": list(_notices(found, view)),
        "complaints": [each for each in _complaints(found) if each[0].decision == decision],
        "stops": view.kind in COMPLAINED_OF,
        "terms": decisions_after.terms_of(found, decision) if view.kind in COMPLAINED_OF else [],
        "service": row.formal_notices.last(),
        "may_serve": view.kind is DecisionKind.DISMISS and decisions_after.may_serve(found),
    }
    return render(request, "desk/decision.html", context)


def _moved(found: OpenCase, view: DecisionView) -> list[Any]:
    moves = what_it_moves(actor=found.actor, case=found.id, decision=view.id)
    return sorted(moves, key=lambda move: move.movement == "stays")


def _notices(found: OpenCase, view: DecisionView) -> Iterator[tuple[str, NoticeView]]:
    """The notices that the decision made due, with whom each is about."""
    events = (str(view.id), occurrence(found.id, view.entered_at))
    for victim in found.victims:
        for notice in notices_of(actor=found.actor, person=victim.id, opening=found.opening):
            if notice.event.startswith(events):
                yield victim.called, notice


def _complaints(found: OpenCase) -> list[tuple[Any, str]]:
    """The complaints of a case, with what each who complains is called."""
    made = complaints_of(actor=found.actor, case=found.id, opening=found.opening)
    return [(each, found.called(each.person)) for each in made]


urlpatterns = [
    path("decisions/", decisions, name="decisions"),
    path("decisions/<decision:decision>/", decision, name="decision"),
    path("decisions/<decision:decision>/service/", decisions_after.service, name="decision_service"),
    path("decisions/<decision:decision>/complaint/", decisions_after.complain, name="decision_complaint"),
    path("complaints/<complaint:complaint>/", decisions_after.complaint, name="complaint"),
    path("cases/<case:case>/decisions/", case_decisions, name="case_decisions"),
    path("cases/<case:case>/decisions/<slug:case_decision>/", decisions_signing.decide_case, name="decide_case"),
    path("cases/<case:case>/detention/", decisions_after.detention, name="case_detention"),
    path("charges/<charge:charge>/<slug:charge_decision>/", decisions_signing.decide_charge, name="decide_charge"),
]
