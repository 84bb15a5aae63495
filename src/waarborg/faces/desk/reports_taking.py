"""Taking a report over into a case, new or one's own: what goes along is chosen, who sent it does not."""

from __future__ import annotations

from http import HTTPStatus
from secrets import token_hex
from typing import Any

from django import forms
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.access import INVESTIGATION_SERVICES, TEAM_ROLES
from waarborg.apps.cases.opening import Exploitation, open_from_report, take_over
from waarborg.apps.cases.queries import case_list
from waarborg.apps.reports.queries import OpenedReport
from waarborg.faces.desk.deeds import gone
from waarborg.faces.desk.fields import Choices, DeskForm, area, line, one_of, several_of
from waarborg.faces.desk.reports_at_door import OFFICERS, read
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page, status_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ReportId

_NEW = "new"


class TakeForm(DeskForm):
    """Into which case, and what."""

    text = area(
        _("What is taken over"),
        rows=8,
        hint=_("Everybody who works on the case reads this. Leave out what would show who sent it."),
        missing=_("Choose what is taken over. One sentence is enough."),
    )
    into = forms.ChoiceField(
        label=_("Into which case?"),
        choices=[],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one answer."), "invalid_choice": _("Choose one of your own cases.")},
    )
    title = line(
        _("A plain word for the new case"),
        required=False,
        hint=_("Such as Station or Greenhouse. No name of a person."),
    )
    region = line(_("Region of the new case"), required=False)
    lead = one_of(
        _("Which service leads the new case?"),
        sorted(INVESTIGATION_SERVICES),
        required=False,
        hint=_("Only a service that investigates can lead. Where you choose none it is your own."),
    )
    exploitation = several_of(_("What is the new case about?"), Exploitation, required=False)

    def clean(self) -> dict[str, Any] | None:
        """A new case has a word and a region."""
        said = super().clean()
        if said and said.get("into") == _NEW:
            for name, words in (
                ("title", _("Write a word by which the team knows the case.")),
                ("region", _("Write where the team works on it.")),
            ):
                if not said.get(name):
                    self.add_error(name, words)
        return said


@page("GET", "POST", roles=OFFICERS)
def report_take(request: Asked, report: ReportId) -> Answer:
    """Take the report over; of two officers one does, and the other reads who did and when."""
    found = read(request, report)
    if isinstance(found, Refusal):
        return found
    choices = {"into": _cases(request)}
    form = TakeForm(request.POST if request.method == "POST" else None, choices=choices, initial=_initial(found))
    refusal, status = None, HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            case = _take(request, report, form.cleaned_data)
            if not isinstance(case, Refusal):
                return gone(request, _("The report was taken over into this case."), reverse("case", args=[case]))
            refusal, status = case, status_of(case)
    context = {"report": found, "form": form, "refusal": refusal, "form_id": token_hex(), "mark_required": True}
    return render(request, "desk/report_take.html", context, status=status)


def _take(request: Asked, report: ReportId, said: dict[str, Any]) -> CaseId | Refusal:
    """Take it over into a new case or one of one's own."""
    actor, on, text = request.actor, request.now, said["text"]
    if said["into"] != _NEW:
        case = CaseId(said["into"])
        taken = take_over(actor=actor, on=on, report=report, case=case, text=text)
        return taken if isinstance(taken, Refusal) else case
    opened = open_from_report(
        actor=actor,
        on=on,
        report=report,
        text=text,
        title=said["title"],
        region=said["region"],
        lead=said["lead"],
        exploitation=said["exploitation"],
    )
    return opened if isinstance(opened, Refusal) else CaseId(opened.pk)


def _cases(request: Asked) -> Choices:
    """A new case, or any of one's own; an officer without cases has none to choose."""
    own = case_list(actor=request.actor, on=request.now) if request.actor.has(*TEAM_ROLES) else ()
    return [(_NEW, _("A new case")), *((str(row.id), f"{row.title or ''} {row.number}".strip()) for row in own)]


def _initial(found: OpenedReport) -> dict[str, object]:
    return {"text": found.content.text, "exploitation": list(found.content.about or ())}


urlpatterns = [path("<report:report>/take/", report_take, name="report_take")]
