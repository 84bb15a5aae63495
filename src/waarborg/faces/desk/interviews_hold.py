"""Holding an interview: one large page for the control room, on which each button is one act.

Invariant: what was pressed is entered with the moment at which it came in, or the page says why it was not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Final

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.access import TEAM_ROLES
from waarborg.apps.interviews import explaining, holding
from waarborg.apps.interviews.document import findings
from waarborg.apps.interviews.holding import MAY_HOLD, Said
from waarborg.apps.interviews.kinds import InterviewKind, InterviewState, Part, Stayed
from waarborg.apps.interviews.models import Interview, Pause
from waarborg.faces.desk.fields import DeskForm, Words
from waarborg.faces.desk.interviews_choices import Choosing, choosing, seat_rows
from waarborg.faces.desk.interviews_form import SEAT, companion_of
from waarborg.faces.desk.interviews_hold_forms import (
    CompanionForm,
    ConsultForm,
    EndForm,
    PauseForm,
    SeatsForm,
)
from waarborg.faces.desk.interviews_lines import lines_of, settles
from waarborg.faces.desk.interviews_opened import OpenInterview, frame, opened
from waarborg.faces.desk.interviews_vault import media_of, upload_form
from waarborg.faces.desk.interviews_words import COMPANION, STAYED
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page, status_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, InterviewId

type Done = Interview | Pause | Refusal | DeskForm


def _begin(request: Asked, found: OpenInterview) -> Done:
    form = SeatsForm(request.POST, choosing_of(request, found))
    if not form.is_valid():
        return form
    return holding.begin(actor=request.actor, on=request.now, interview=found.id, seats=form.seats())


def _announce(request: Asked, found: OpenInterview) -> Done:
    said = {each for each in Said if each.value in request.POST.getlist("said")}
    return holding.announce(actor=request.actor, on=request.now, interview=found.id, said=said)


def _consult(request: Asked, found: OpenInterview) -> Done:
    form = ConsultForm(request.POST, choices={"prosecutor": choosing_of(request, found).choices["consulted"]})
    if not form.is_valid():
        return form
    if form.cleaned_data["sound"] is None:
        form.add_error("sound", str(_("Choose what came out of it: yes or no.")))
        return form
    return explaining.consult_prosecutor(
        actor=request.actor,
        on=request.now,
        interview=found.id,
        prosecutor=AccountId(form.cleaned_data["prosecutor"]),
        sound=form.cleaned_data["sound"],
        words=form.cleaned_data["words"],
    )


def _pause(request: Asked, found: OpenInterview) -> Done:
    form = PauseForm(request.POST)
    if not form.is_valid():
        return form
    stayed = Stayed(form.cleaned_data["stayed"])
    return holding.pause(actor=request.actor, on=request.now, interview=found.id, stayed=stayed)


def _resume(request: Asked, found: OpenInterview) -> Done:
    return holding.resume(actor=request.actor, on=request.now, interview=found.id)


def _companion(request: Asked, found: OpenInterview) -> Done:
    form = CompanionForm(request.POST, choices={"companion": choosing_of(request, found).choices["companion"]})
    settled = companion_of(form.cleaned_data) if form.is_valid() else None
    if settled is None:
        return form
    return holding.settle_companion(actor=request.actor, on=request.now, interview=found.id, companion=settled)


def _turn(request: Asked, found: OpenInterview) -> Done:
    return holding.turn_into_report(actor=request.actor, on=request.now, interview=found.id)


def _end(request: Asked, found: OpenInterview) -> Done:
    form = EndForm(request.POST, found.row)
    if not form.is_valid():
        return form
    said = form.cleaned_data
    return holding.end(
        actor=request.actor,
        on=request.now,
        interview=found.id,
        # Nothing ticked leaves what was planned; of an informative interview it says that nothing was told.
        topics=said["topics"] or (() if found.row.kind == InterviewKind.INFORMATIVE else None),
        need=said.get("need", ""),
        acute=said.get("acute"),
        behavioural_expert=said.get("behavioural_expert"),
    )


#: By the name of the button: the act, and what is said afterwards.
ACTS: Final[Mapping[str, tuple[Callable[[Asked, OpenInterview], Done], Words]]] = MappingProxyType(
    {
        "begin": (_begin, _("The interview has begun.")),
        "announce": (_announce, _("Entered, with the time.")),
        "consult": (_consult, _("It is entered that the prosecutor was consulted.")),
        "pause": (_pause, _("The break has begun.")),
        "resume": (_resume, _("The break is over.")),
        "companion": (_companion, _("What became of the companion is entered.")),
        "turn": (_turn, _("From this minute it is a report. The duties of a report hold.")),
        "end": (_end, _("The interview has ended. Add the recording, then close it.")),
    }
)


@page("GET", "POST", roles=TEAM_ROLES)
def interview_hold(request: Asked, interview: InterviewId) -> Answer:
    """The control room of one interview."""
    found = opened(request, interview, everybody=True)
    if isinstance(found, Refusal):
        return found
    refusal, wrong, status = None, None, HTTPStatus.OK
    name = request.POST.get("act", "")
    if request.method == "POST":
        if name not in ACTS:
            return HttpResponseRedirect(reverse("interview_hold", args=[interview]), status=HTTPStatus.SEE_OTHER)
        do, words = ACTS[name]
        done = do(request, found)
        if isinstance(done, Refusal):
            refusal, status = done, status_of(done)
        elif isinstance(done, DeskForm):
            wrong, status = done, HTTPStatus.UNPROCESSABLE_ENTITY
        else:
            messages.success(request, str(words))
            after = "interview_close" if name == "end" else "interview_hold"
            return HttpResponseRedirect(reverse(after, args=[interview]), status=HTTPStatus.SEE_OTHER)
    context = {**_context(request, found), "refusal": refusal}
    if wrong is not None:
        context |= {"form": wrong, f"{name}_form": wrong}
    return render(request, "desk/interview_hold.html", context, status=status)


def choosing_of(request: Asked, found: OpenInterview) -> Choosing:
    """What can be chosen from; the page's entry names everybody."""
    return choosing(found.case, found.opening, on=request.now, person=found.person)


def _context(request: Asked, found: OpenInterview) -> dict[str, object]:
    row = found.row
    known_here = choosing_of(request, found)
    running = row.pauses.filter(ends=None).first()
    parts = {SEAT + str(seat.account): seat.part for seat in row.team.all()}
    begin = SeatsForm(None, known_here, initial=parts)
    lines = lines_of(findings(row, found.opening))
    topics = [] if row.topics is None else row.topics.split()
    return {
        **frame(found, "interview_hold"),
        "now": request.now,
        "may_hold": request.actor.has(*MAY_HOLD),
        "seats": seat_rows(begin, known_here, SEAT),
        "pause_form": PauseForm(initial={"stayed": Stayed.BOTH}),
        "running": running,
        "pauses": [(pause, STAYED[pause.stayed]) for pause in row.pauses.order_by("begins")],
        "companion_form": CompanionForm(
            choices={"companion": known_here.choices["companion"]},
            initial={"companion_state": row.companion_state, "companion": str(row.companion_id or "")},
        ),
        "companion": COMPANION.get(row.companion_state),
        "consult_form": ConsultForm(choices={"prosecutor": known_here.choices["consulted"]}),
        "end_form": EndForm(None, row, initial={"topics": topics}),
        "informative": row.kind == InterviewKind.INFORMATIVE,
        "watched": row.team.exclude(part=Part.ASKS).exists(),
        "lines": lines,
        "settles": settles(found.person, reverse("interview_plan", args=[found.id])),
        "media": media_of(found),
        "upload_form": upload_form(found),
        "held": row.state == InterviewState.HELD,
        "planned": row.state == InterviewState.PLANNED,
    }
