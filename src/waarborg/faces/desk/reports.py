"""The section of reports: what came in at the doors of an officer, reading one, answering, and setting one aside.

Invariant: before a report is opened a page shows only what is visible of a sealed one; opening is entered first.
"""

from __future__ import annotations

from http import HTTPStatus
from secrets import token_hex

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.people.queries import staff_names
from waarborg.apps.reports.content import Content
from waarborg.apps.reports.mailbox import Letter
from waarborg.apps.reports.models import ReportState
from waarborg.apps.reports.opening import answer, bring_back, set_aside
from waarborg.apps.reports.queries import OpenedReport, hand_overs, inbox
from waarborg.apps.reports.routing import Exploitation, Reporter
from waarborg.faces.desk import reports_entering, reports_passing, reports_taking
from waarborg.faces.desk.deeds import Deed, Doing, Place, deed_page, gone
from waarborg.faces.desk.fields import DeskForm, area, reason
from waarborg.faces.desk.reports_at_door import OFFICERS, at_door, read, visible
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page, status_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import ReportId

#: What the inbox shows, by the word in the address; the first where there is none.
_SHOWN = {
    "": (ReportState.NEW, ReportState.OPENED, ReportState.OFFERED),
    "taken": (ReportState.TAKEN,),
    "aside": (ReportState.SET_ASIDE,),
}


class AnswerForm(DeskForm):
    """What is written to the reporter."""

    text = area(
        _("Write to the reporter"),
        hint=_("The reporter sees the day, and never who wrote. There is no penalty for silence."),
        missing=_("Write something first."),
    )


class ReasonForm(DeskForm):
    """Why a report is set aside."""

    reason = reason(_("Why is it set aside?"), hint=_("Only officers of this door can read it."))


@page("GET", roles=OFFICERS)
def inbox_page(request: Asked) -> Answer:
    """What waits at the doors, offers to answer, and how one's own offers ended; reading the reasons is entered."""
    shown = request.GET.get("show", "")
    rows = inbox(actor=request.actor, states=_SHOWN.get(shown, _SHOWN[""]))
    offers = hand_overs(actor=request.actor, on=request.now)
    open_ones = [each for each in offers if each.state == "offered" and each.answer_by >= request.now]
    context = {
        "rows": rows,
        "shown": shown if shown in _SHOWN else "",
        "received": [each for each in open_ones if each.receiver in request.actor.doors],
        "sent": [each for each in offers if each.sender in request.actor.doors],
        "doors": sorted(request.actor.doors),
    }
    return render(request, "desk/reports.html", context)


@page("GET", "POST", roles=OFFICERS)
def report_page(request: Asked, report: ReportId) -> Answer:
    """One report: sealed until somebody opens it, then as the reporter answered it."""
    row = visible(request, report)
    if row is not None and row.state is ReportState.NEW and request.method == "GET":
        return _sealed(request, report)
    found = read(request, report)
    if isinstance(found, Refusal):
        return found
    if request.method == "POST":
        return HttpResponseRedirect(reverse("report", args=[report]), status=HTTPStatus.SEE_OTHER)
    return _show(request, found, AnswerForm())


@page("POST", roles=OFFICERS)
def report_answer(request: Asked, report: ReportId) -> Answer:
    """Write in the mailbox; what cannot be sent stands in the form again."""
    form = AnswerForm(request.POST)
    refusal: Refusal | None = None
    if form.is_valid():
        content = Content(text=form.cleaned_data["text"])
        once = request.POST.get("sent", "") or token_hex()
        sent = answer(actor=request.actor, on=request.now, report=report, content=content, form=once)
        if not isinstance(sent, Refusal):
            words = _("Your answer is in the mailbox. Only the reporter can open it.")
            return gone(request, words, reverse("report", args=[report]))
        if sent.on_record:
            return sent
        refusal = sent
    found = read(request, report)
    if isinstance(found, Refusal):
        return found
    return _show(request, found, form, refusal)


@page("GET", "POST", roles=OFFICERS)
def report_aside(request: Asked, report: ReportId) -> Answer:
    """Set a report aside, with a reason."""
    return _deed(request, _ASIDE, report)


@page("POST", roles=OFFICERS)
def report_back(request: Asked, report: ReportId) -> Answer:
    """Undo a setting aside."""
    done = bring_back(actor=request.actor, on=request.now, report=report)
    if isinstance(done, Refusal):
        return done
    return gone(request, _("The report is back in the inbox."), reverse("report", args=[report]))


@page("GET", roles=OFFICERS)
def report_file(request: Asked, report: ReportId, letter: int, number: int) -> Answer:
    """One file that came with the report (letter 0) or with a message, as it was sent."""
    found = read(request, report)
    if isinstance(found, Refusal):
        return found
    contents = {0: found.content, **{each.number: each.content for each in found.letters if each.content}}
    files = contents[letter].attachments if letter in contents else ()
    if not 0 < number <= len(files):
        raise Http404
    file = files[number - 1]
    # Never shown by the browser: nobody knows what is in it.
    response = HttpResponse(file.data, content_type="application/octet-stream")
    name = "".join(each if each.isalnum() or each in "-_." else "_" for each in file.name)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _sealed(request: Asked, report: ReportId) -> Answer:
    """What is visible of a report that nobody has opened, and the button that opens it."""
    row = at_door(request, report)
    return row if isinstance(row, Refusal) else render(request, "desk/report_sealed.html", {"row": row})


def _show(request: Asked, found: OpenedReport, form: AnswerForm, refusal: Refusal | None = None) -> HttpResponse:
    status = HTTPStatus.OK
    if refusal or form.errors:
        status = status_of(refusal) if refusal else HTTPStatus.UNPROCESSABLE_ENTITY
    known = staff_names([found.known_to]).get(found.known_to, "") if found.known_to else ""
    context = {
        "report": found,
        "about": [Exploitation(kind) for kind in found.content.about or ()],
        "reporter": Reporter(found.content.reporter) if found.content.reporter else None,
        "form": form,
        "refusal": refusal,
        "known_to": known,
        "known_to_me": found.known_to == request.actor.id,
        "letters": [_letter(each) for each in found.letters],
        "sent": token_hex(),
        "mark_required": True,
    }
    return render(request, "desk/report.html", context, status=status)


def _letter(letter: Letter) -> tuple[Letter, bool]:
    """A letter, and whether it is for these eyes."""
    return letter, letter.content is not None


def _deed(request: Asked, deed: Deed[ReportId], report: ReportId) -> Answer:
    row = at_door(request, report)
    if isinstance(row, Refusal):
        return row
    place = Place(
        subject=report, back=reverse("report", args=[report]), shown={"row": row}, template="desk/report_deed.html"
    )
    return deed_page(request, deed, place)


def _set_aside(doing: Doing[ReportId]) -> object:
    return set_aside(actor=doing.actor, on=doing.on, report=doing.subject, reason=doing.said["reason"])


_ASIDE: Deed[ReportId] = Deed(
    title=_("Set the report aside"),
    says=_("It stays, and can be brought back. Nobody outside this door is told."),
    button=_("Set it aside"),
    done=_("The report was set aside. You can bring it back on its page."),
    form=ReasonForm,
    do=_set_aside,
)

urlpatterns = [
    path("reports/", inbox_page, name="reports"),
    path("reports/", include(reports_entering.urlpatterns)),
    path("reports/<report:report>/", report_page, name="report"),
    path("reports/<report:report>/answer/", report_answer, name="report_answer"),
    path("reports/<report:report>/aside/", report_aside, name="report_aside"),
    path("reports/<report:report>/back/", report_back, name="report_back"),
    path("reports/<report:report>/files/<int:letter>/<int:number>/", report_file, name="report_file"),
    path("reports/", include(reports_taking.urlpatterns)),
    path("reports/", include(reports_passing.urlpatterns)),
]
