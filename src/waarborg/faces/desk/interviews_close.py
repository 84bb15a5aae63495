"""Closing an interview: what keeps it open, each promise with its reason, and what the vault holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from waarborg.apps.cases.access import TEAM_ROLES
from waarborg.apps.interviews import explaining
from waarborg.apps.interviews.closing import MAY_CLOSE, Block, blocks, close
from waarborg.apps.interviews.document import findings
from waarborg.apps.interviews.kinds import Cause, InterviewState
from waarborg.apps.interviews.models import Interview
from waarborg.apps.vault.verification import Condition, conditions
from waarborg.faces.desk.interviews_lines import Line, found_in_vault, line_of_block, lines_of, settles
from waarborg.faces.desk.interviews_opened import OpenInterview, frame, opened
from waarborg.faces.desk.interviews_reasons import ReasonForm, Told, approvers_of, told_of
from waarborg.faces.desk.interviews_vault import in_vault, looks_at, media_of, upload_form
from waarborg.faces.desk.interviews_words import COMPANION, STAYED
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.drawings.safeguard import State, in_order, state_of, tags
from waarborg.faces.shell.pages import Answer, page, status_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import InterviewId, ObjectId
from waarborg.kernel.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One safeguard as the page of closing shows it."""

    line: Line
    #: Where it keeps the interview open.
    block: Block | None
    #: What was found in the vault, where it is about a recording.
    found: Text | None
    #: What was told about it: asked, agreed to or refused, oldest first.
    told: Sequence[Told]
    #: Whether leave is asked and not answered.
    asked: bool
    #: The form to explain it; None where there is nothing to explain, or it is asked.
    form: ReasonForm | None
    #: Who may answer, by name.
    approvers: Sequence[str]

    @property
    def id(self) -> str:
        """Its place on the page."""
        return "rule-" + str(self.line["rule"]).replace(".", "-").replace("_", "-")


@page("GET", "POST", roles=TEAM_ROLES)
def interview_close(request: Asked, interview: InterviewId) -> Answer:
    """What keeps an interview open; closing it."""
    found = opened(request, interview)
    if isinstance(found, Refusal):
        return found
    if request.method != "POST":
        return _show(request, found)
    closed = close(actor=request.actor, on=request.now, interview=interview)
    if isinstance(closed, Refusal):
        return _show(request, found, refusal=closed)
    messages.success(request, _("The interview is closed. What the rules found is kept with it."))
    return HttpResponseRedirect(reverse("interview_close", args=[interview]), status=HTTPStatus.SEE_OTHER)


@page("POST", roles=TEAM_ROLES)
def leave_ask(request: Asked, interview: InterviewId, rule: str) -> Answer:
    """Explain one promise that was not kept, and others with the same cause, and ask for leave."""
    found = opened(request, interview)
    if isinstance(found, Refusal):
        return found
    open_rules = [each.rule for each in blocks(found.row, found.opening)] if _ended(found.row) else [rule]
    form = ReasonForm(request.POST, rule=rule, others=[each for each in open_rules if each != rule])
    if not form.is_valid():
        return _show(request, found, form=form)
    asked = _ask(request, interview, (rule, *form.cleaned_data["also"]), form.cleaned_data)
    if isinstance(asked, Refusal):
        return _show(request, found, form=form, refusal=asked)
    messages.success(request, _("Leave is asked. Until somebody answers, the promise stays not met."))
    return HttpResponseRedirect(reverse("interview_close", args=[interview]), status=HTTPStatus.SEE_OTHER)


def _ask(request: Asked, interview: InterviewId, rules: Sequence[str], said: Mapping[str, Any]) -> Refusal | None:
    """Ask for all of them or for none."""
    with transaction.atomic():
        for rule in rules:
            asked = explaining.ask(
                actor=request.actor,
                on=request.now,
                interview=interview,
                rule=rule,
                cause=Cause(said["cause"]),
                reason=said["reason"],
            )
            if isinstance(asked, Refusal):
                transaction.set_rollback(True)
                return asked
    return None


def _ended(row: Interview) -> bool:
    return row.held_until is not None and row.state == InterviewState.HELD


def _show(
    request: Asked, found: OpenInterview, *, form: ReasonForm | None = None, refusal: Refusal | None = None
) -> HttpResponse:
    row = found.row
    files = conditions([ObjectId(medium.object) for medium in row.media.all()])
    standing = blocks(row, found.opening, files) if _ended(row) else ()
    promises = promises_of(request, found, files, standing, form)
    open_ones = [each for each in promises if state_of(each.line) not in {State.MET, State.NOT_DUE}]
    folded = [each.line for each in promises if state_of(each.line) in {State.MET, State.NOT_DUE}]
    media = media_of(found, files)
    context = {
        **frame(found, "interview_close"),
        "refusal": None if refusal and refusal.code == "interview.close.not_met" else refusal,
        "form": form if form is not None and form.errors else None,
        "may_close": request.actor.has(*MAY_CLOSE),
        "ended": _ended(row),
        "closed": row.state == InterviewState.CLOSED,
        "blocks": standing,
        "found": list(dict.fromkeys(each.found for each in open_ones if each.found)),
        "beside": COMPANION.get(row.companion_state),
        "promises": open_ones,
        "folded": folded,
        "folded_tags": tags(folded),
        "lines": [each.line for each in promises],
        "settles": settles(found.person, reverse("interview_plan", args=[found.id])),
        "vault": in_vault(row, files),
        "media": media,
        "looks": looks_at(media),
        "upload_form": upload_form(found),
        "held": row.state == InterviewState.HELD,
        "pauses": [(pause, STAYED[pause.stayed]) for pause in row.pauses.order_by("begins")],
        "next": next_of(row),
    }
    status = HTTPStatus.OK if not form and not refusal else HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "desk/interview_close.html", context, status=status_of(refusal) if refusal else status)


def promises_of(
    request: Asked,
    found: OpenInterview,
    files: Mapping[ObjectId, Condition],
    standing: Sequence[Block],
    form: ReasonForm | None,
) -> list[Promise]:
    """Every safeguard, worst first, with what was told about it and the form to explain it."""
    row = found.row
    by_rule = {block.rule: block for block in standing}
    lines = lines_of(findings(row, found.opening, files))
    known = {line["rule"] for line in lines}
    lines += [line_of_block(block) for block in standing if block.rule not in known]
    told = told_of(found)
    may_ask = request.actor.has(*explaining.MAY_ASK) and row.state == InterviewState.HELD
    promises = []
    for line in in_order(lines):
        rule = str(line["rule"])
        block = by_rule.get(rule)
        about = told.get(rule, ())
        asked = any(each.agreed is None for each in about)
        own = form if form is not None and form.rule == rule else None
        others = [other for other in by_rule if other != rule]
        explainable = block is not None and may_ask and not asked
        promises.append(
            Promise(
                line=line,
                block=block,
                found=found_in_vault(block) if block else None,
                told=about,
                asked=asked,
                form=(own or ReasonForm(rule=rule, others=others)) if explainable else None,
                approvers=approvers_of(row, rule) if block else (),
            )
        )
    return promises


def next_of(row: Interview) -> Interview | None:
    """The next planned interview with the same person."""
    later = Interview.objects.filter(person=row.person_id, state=InterviewState.PLANNED).exclude(pk=row.pk)
    return later.select_related("room").order_by("starts_at").first()
