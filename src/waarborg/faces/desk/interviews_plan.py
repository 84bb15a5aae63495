"""Planning an interview: the form, what the rulebook says of it while it is changed, and two people on one plan.

Invariant: opening the page enters once who is shown; the findings that follow every change go on with that entry. One
that is not theirs, is too old or does not name everybody is worth nothing, and then the page is entered anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus
from secrets import token_hex
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from waarborg.apps.cases.access import TEAM_ROLES, not_admitted, open_case, refuse
from waarborg.apps.cases.models import Case
from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.queries import opening_again
from waarborg.apps.interviews import plan_refusals, refusals
from waarborg.apps.interviews.drafts import draft_of
from waarborg.apps.interviews.kinds import InterviewState
from waarborg.apps.interviews.planning import MAY_PLAN, cancel, change, plan
from waarborg.apps.people.models import Person
from waarborg.faces.desk.fields import DeskForm, reason
from waarborg.faces.desk.interviews_choices import Choosing, choosing, seat_rows
from waarborg.faces.desk.interviews_compare import answers, differences
from waarborg.faces.desk.interviews_findings import checked
from waarborg.faces.desk.interviews_form import SEAT, PlanForm, initial_of
from waarborg.faces.desk.interviews_opened import OpenInterview, frame, opened
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page, status_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, InterviewId, PersonId

#: The name of the consultation, and of the hidden field that holds its entry.
_WHAT: Final = "interview.plan_read"
_ENTRY: Final = "opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The plan that is on the table: a new one in a case, or one that is kept."""

    case: CaseId
    opening: Opening
    known: Choosing
    #: None for a new one.
    interview: OpenInterview | None = None

    @property
    def id(self) -> InterviewId | None:
        """The plan that is changed."""
        return self.interview.id if self.interview else None

    def form(self, data: Any = None, **initial: object) -> PlanForm:  # noqa: ANN401 - what a browser sent, or a draft
        """The form with what it can be chosen from."""
        return PlanForm(data, choices=self.known.choices, seats=self.known.seats, initial=initial)

    def page(self) -> str:
        """The address of the form."""
        if self.interview:
            return reverse("interview_plan", args=[self.interview.id])
        return reverse("interview_new", args=[self.case])

    def findings(self) -> str:
        """The address of what the rulebook says of it."""
        if self.interview:
            return reverse("interview_plan_findings", args=[self.interview.id])
        return reverse("interview_new_findings", args=[self.case])


@page("GET", "POST", roles=MAY_PLAN)
def interview_new(request: Asked, case: CaseId) -> Answer:
    """Plan an interview in a case."""
    desk = _new(request, case)
    if isinstance(desk, Refusal):
        return desk
    if request.method != "POST":
        return _show(request, desk, desk.form(person=request.GET.get("person", "")))
    form = desk.form(request.POST)
    if request.POST.get("go") == "check" or not form.is_valid():
        return _show(request, desk, form, sent=request.POST.get("go") != "check")
    made = plan(actor=request.actor, on=request.now, draft=form.draft())
    if isinstance(made, Refusal):
        return _show(request, desk, form, refusal=made)
    messages.success(request, _("The interview is planned. What it must be is kept with it."))
    return HttpResponseRedirect(reverse("interview_plan", args=[made.pk]), status=HTTPStatus.SEE_OTHER)


@page("POST", roles=MAY_PLAN)
def interview_new_findings(request: Asked, case: CaseId) -> Answer:
    """What the rulebook says of a new plan as it stands in the form."""
    desk = _new(request, case)
    return desk if isinstance(desk, Refusal) else _findings(request, desk)


@page("GET", "POST", roles=TEAM_ROLES)
def interview_plan(request: Asked, interview: InterviewId) -> Answer:
    """A plan: to change while it is one, to read afterwards."""
    desk = _kept(request, interview)
    if isinstance(desk, Refusal):
        return desk
    kept = draft_of(desk.interview.row, desk.opening) if desk.interview else None
    if kept is None or desk.interview is None:
        return refusals.NO_SUCH_INTERVIEW
    before = desk.form(initial_of(kept))
    if request.method != "POST":
        return _show(request, desk, before)
    form = desk.form({**request.POST.dict(), "topics": request.POST.getlist("topics")})
    if request.POST.get("go") == "check" or not form.is_valid():
        return _show(request, desk, form, sent=request.POST.get("go") != "check")
    version = request.POST.get("version", "")
    changed = change(
        actor=request.actor,
        on=request.now,
        interview=interview,
        version=int(version) if version.isdecimal() else 0,
        draft=form.draft(),
    )
    if isinstance(changed, Refusal):
        theirs = differences(form, before) if changed.code == plan_refusals.CHANGED_MEANWHILE.code else ()
        return _show(request, desk, form, refusal=changed, theirs=theirs)
    messages.success(request, _("The plan was changed."))
    return HttpResponseRedirect(desk.page(), status=HTTPStatus.SEE_OTHER)


@page("POST", roles=MAY_PLAN)
def interview_plan_findings(request: Asked, interview: InterviewId) -> Answer:
    """What the rulebook says of a changed plan as it stands in the form."""
    desk = _kept(request, interview)
    return desk if isinstance(desk, Refusal) else _findings(request, desk)


class CancelForm(DeskForm):
    """Why a plan is called off."""

    reason = reason(hint=_("They can read this."))


@page("GET", "POST", roles=MAY_PLAN)
def interview_cancel(request: Asked, interview: InterviewId) -> Answer:
    """Cancel a plan; the reason stays on file."""
    found = opened(request, interview)
    if isinstance(found, Refusal):
        return found
    form, refusal, status = CancelForm(request.POST or None), None, HTTPStatus.OK
    if request.method == "POST":
        form, status = CancelForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            done = cancel(actor=request.actor, on=request.now, interview=interview, reason=form.cleaned_data["reason"])
            if not isinstance(done, Refusal):
                messages.success(request, _("The interview is cancelled. The reason stays on file."))
                return HttpResponseRedirect(reverse("interviews"), status=HTTPStatus.SEE_OTHER)
            refusal, status = done, status_of(done)
    context = {**frame(found, "interview_plan"), "form": form, "refusal": refusal, "form_id": token_hex()}
    return render(request, "desk/interview_cancel.html", context, status=status)


def _new(request: Asked, case: CaseId) -> Desk | Refusal:
    """The table for a new plan."""
    refused = not_admitted(actor=request.actor, case=case, roles=MAY_PLAN)
    if refused:
        return refuse(actor=request.actor, on=request.now, what=_WHAT, refused=refused)
    persons = tuple(PersonId(pk) for pk in Person.objects.filter(case=case).values_list("pk", flat=True))
    opening: Opening | Refusal | None = opening_again(
        actor=request.actor, on=request.now, entry=_entry(request), what=_WHAT, subjects=(case, *persons)
    )
    if opening is None:
        opening = open_case(actor=request.actor, on=request.now, case=case, what=_WHAT, persons=persons)
    if isinstance(opening, Refusal):
        return opening
    asked = request.POST.get("person") or request.GET.get("person", "")
    person = next((each for each in persons if each == asked), None)
    return Desk(case=case, opening=opening, known=choosing(case, opening, on=request.now, person=person))


def _kept(request: Asked, interview: InterviewId) -> Desk | Refusal:
    """The table with a plan that is kept; it stays about one person."""
    found = opened(request, interview, _WHAT, everybody=True, entry=_entry(request))
    if isinstance(found, Refusal):
        return found
    known = choosing(found.case, found.opening, on=request.now, person=found.person)
    only = {**known.choices, "person": [(str(found.person), found.called)]}
    return Desk(case=found.case, opening=found.opening, known=replace(known, choices=only), interview=found)


def _entry(request: Asked) -> str:
    """The entry that the page was opened with."""
    return request.POST.get(_ENTRY, "")


def _show(request: Asked, desk: Desk, form: PlanForm, **more: object) -> HttpResponse:
    """The page of a plan, with what the rulebook says of it as it stands."""
    refusal = more.get("refusal")
    wrong = bool(more.pop("sent", False)) and form.is_bound and bool(form.errors)
    context = {
        **(frame(desk.interview, "interview_plan") if desk.interview else {"mark_required": True}),
        **_asked(request, desk, form),
        "form": form if wrong else None,
        "plan": form,
        "case": desk.case,
        "case_number": Case.objects.get(pk=desk.case).number,
        "may_change": desk.interview is None
        or (desk.interview.row.state == InterviewState.PLANNED and request.actor.has(*MAY_PLAN)),
        "answers": answers(form) if desk.interview else (),
        "known": desk.known,
        "seats": seat_rows(form, desk.known, SEAT),
        "version": desk.interview.row.version if desk.interview else "",
        "form_id": token_hex(16),
        **more,
    }
    status = status_of(refusal) if isinstance(refusal, Refusal) else _UNFIT if wrong else HTTPStatus.OK
    return render(request, "desk/interview_plan.html", context, status=status)


def _findings(request: Asked, desk: Desk) -> HttpResponse:
    """The piece that changes."""
    return render(request, "desk/parts/plan_check.html", _asked(request, desk, desk.form(request.POST)))


def _asked(request: Asked, desk: Desk, form: PlanForm) -> dict[str, object]:
    """What the rulebook says, and how the next question goes on with the same entry."""
    found = checked(form, actor=request.actor, on=request.now, case=desk.case, opening=desk.opening, interview=desk.id)
    return {"check": found, "findings_href": desk.findings(), "entry": desk.opening.entry}


_UNFIT: Final = HTTPStatus.UNPROCESSABLE_ENTITY
