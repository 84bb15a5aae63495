"""Comply or explain on the desk: the form of a reason, what was told about a promise, and who gives leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from secrets import token_hex
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.access import TEAM_ROLES
from waarborg.apps.cases.models import NeedToKnow
from waarborg.apps.interviews.explaining import APPROVERS, FORCES, LEADS_ANNOUNCED, TOPICS_TOLD, answer
from waarborg.apps.interviews.models import Interview, SafeguardReason
from waarborg.apps.interviews.queries import asked_of
from waarborg.apps.people.queries import active_roles, staff_names
from waarborg.engines.rules.safeguards import Force
from waarborg.faces.desk.fields import DeskForm, area, say
from waarborg.faces.desk.interviews_opened import OpenInterview, frame, opened
from waarborg.faces.desk.interviews_words import CAUSES, called
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.drawings.safeguard import FORCE
from waarborg.faces.shell.pages import Answer, page, status_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, InterviewId, ReasonId
from waarborg.kernel.texts import Text
from waarborg.law.rulebook import CURRENT

#: The duty of every rule that a reason can be about.
DUTIES: Mapping[str, Text] = {
    **{safeguard.id: safeguard.duty for safeguard in CURRENT.safeguards},
    LEADS_ANNOUNCED: Text(
        en="Say at the start that usable leads are written up.",
        nl="Zeg bij het begin dat bruikbare aanwijzingen worden opgeschreven.",
    ),
    TOPICS_TOLD: Text(
        en="Tell about everything that an informative interview is about.",
        nl="Vertel over alles waar een informatief gesprek over gaat.",
    ),
}


class ReasonForm(DeskForm):
    """Why a promise was not kept."""

    cause = forms.ChoiceField(
        label=_("What was the cause?"),
        choices=lambda: [("", _("Choose")), *((key, say(words)) for key, words in CAUSES.items())],
        help_text=_("Same list everywhere. We count it."),
        error_messages={"required": _("Choose the cause."), "invalid_choice": _("Choose a cause on the page.")},
    )
    reason = area(
        _("What happened, and what did you do for them?"),
        missing=_("Write what happened, and what you did instead."),
        rows=3,
    )
    also = forms.MultipleChoiceField(
        label=_("It is also why this was not kept"),
        choices=[],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, data: Any = None, *, rule: str, others: Sequence[str] = (), **options: Any) -> None:  # noqa: ANN401 - Django's own options
        super().__init__(data, **options)
        #: The promise that it is about; there are several such forms on one page.
        self.rule = rule
        self.auto_id = rule.replace(".", "-") + "_%s"
        also = self.fields["also"]
        if isinstance(also, forms.MultipleChoiceField):
            also.choices = [(other, say(DUTIES[other])) for other in others if other in DUTIES]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A reason on file, and what was answered."""

    id: ReasonId
    cause: Text
    reason: str
    asked_by: str
    asked_at: datetime
    #: None while asked.
    agreed: bool | None
    answered_by: str
    answered_at: datetime | None
    answer: str


def told_of(found: OpenInterview) -> dict[str, list[Told]]:
    """What was told about each promise, by rule, oldest first."""
    rows = list(found.row.reasons.all())
    names = staff_names([AccountId(each) for row in rows for each in (row.asked_by, row.answered_by) if each])
    told: dict[str, list[Told]] = {}
    for row in rows:
        told.setdefault(row.rule, []).append(_told(row, found, names))
    return told


def _told(row: SafeguardReason, found: OpenInterview, names: Mapping[AccountId, str]) -> Told:
    return Told(
        id=ReasonId(row.pk),
        cause=called(CAUSES, row.cause),
        reason=found.opening.read(row, "reason"),
        asked_by=names.get(AccountId(row.asked_by), ""),
        asked_at=row.asked_at,
        agreed=row.agreed,
        answered_by=names.get(AccountId(row.answered_by), "") if row.answered_by else "",
        answered_at=row.answered_at,
        answer=found.opening.read(row, "answer"),
    )


def approvers_of(row: Interview, rule: str) -> list[str]:
    """Who on the case may give leave for a rule, by name."""
    may = set(APPROVERS[FORCES[rule]])
    on_it = map(AccountId, NeedToKnow.objects.filter(case=row.case_id, until=None).values_list("account", flat=True))
    return sorted(staff_names([account for account in on_it if active_roles(account) & may]).values())


def may_answer(request: Asked, rule: str) -> bool:
    """Whether the page of an answer is of use to the actor; whether they may is for the act to say."""
    return request.actor.has(*APPROVERS[FORCES[rule]])


class AnswerForm(DeskForm):
    """Leave is given, or refused with words."""

    words = area(_("In your words"), required=False, hint=_("Needed where you refuse. The person can read it."), rows=3)


@page("GET", roles=TEAM_ROLES, personal=False)
def leave_asked(request: Asked) -> Answer:
    """What waits for the actor's leave; names nobody who is heard."""
    asked = SafeguardReason.objects.filter(pk__in=asked_of(request.actor)).select_related("interview__case")
    rows = [row for row in asked if may_answer(request, row.rule)]
    names = staff_names([AccountId(row.asked_by) for row in rows])
    todo = [
        {
            "due": row.asked_at.date(),
            "title": DUTIES[row.rule],
            "text": _("%(number)s, asked by %(who)s")
            % {"number": row.interview.case.number, "who": names.get(AccountId(row.asked_by), "")},
            "href": reverse("leave_answer", args=[row.interview_id, row.pk]),
            "act": _("Read and answer"),
        }
        for row in rows
    ]
    return render(request, "desk/leave_asked.html", {"todo": todo})


@page("GET", "POST", roles=TEAM_ROLES)
def leave_answer(request: Asked, interview: InterviewId, reason: ReasonId) -> Answer:
    """Read what was asked, and agree or refuse."""
    found = opened(request, interview)
    if isinstance(found, Refusal):
        return found
    row = SafeguardReason.objects.filter(pk=reason, interview=interview).first()
    form, refusal, status = AnswerForm(request.POST or None), None, HTTPStatus.OK
    if request.method == "POST":
        form, status = AnswerForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
        # Neither of the two buttons is no answer at all.
        if form.is_valid() and request.POST.get("go") in {"agree", "refuse"}:
            agreed = request.POST["go"] == "agree"
            words = form.cleaned_data["words"]
            given = answer(actor=request.actor, on=request.now, reason=reason, agreed=agreed, words=words)
            if not isinstance(given, Refusal):
                messages.success(request, _("Leave is given.") if agreed else _("Leave is refused. It is kept."))
                return HttpResponseRedirect(reverse("leave_asked"), status=HTTPStatus.SEE_OTHER)
            refusal, status = given, status_of(given)
    told = next((each for each in told_of(found).get(row.rule, ()) if each.id == reason), None) if row else None
    context = {
        **frame(found, "leave_answer"),
        "told": told,
        "duty": DUTIES[row.rule] if row else None,
        "force": FORCE[FORCES[row.rule]] if row else None,
        "must": bool(row and FORCES[row.rule] is Force.MUST),
        "own": bool(row and row.asked_by == request.actor.id),
        "may_answer": bool(row and may_answer(request, row.rule)),
        "form": form,
        "refusal": refusal,
        "form_id": token_hex(16),
    }
    return render(request, "desk/leave_answer.html", context, status=status)
