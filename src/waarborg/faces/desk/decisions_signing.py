"""Deciding in two steps: write it, then read all that follows from it and sign with a typed word.

Nothing is kept between the steps: what was written travels in the page, and the act checks it all again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from secrets import token_hex
from typing import Any, Final

from django import forms
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from waarborg.apps.cases.access import CASE_ROLES
from waarborg.apps.cases.queries import ChargeView, charges_of
from waarborg.apps.decisions.foreseeing import Telling, foreseen
from waarborg.apps.decisions.investigating import FINE_WARNING
from waarborg.apps.decisions.models import DecisionKind
from waarborg.apps.people.models import Answer
from waarborg.faces.desk.cases_opened import OpenCase, opened
from waarborg.faces.desk.decisions_forms import SignForm
from waarborg.faces.desk.decisions_kinds import CASE_KINDS, KINDS, Deciding, Kind
from waarborg.faces.desk.deeds import gone
from waarborg.faces.desk.fields import DeskForm, say
from waarborg.faces.desk.outcome_opened import opened_by
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.dates import long_day
from waarborg.faces.shell.pages import Answer as Response
from waarborg.faces.shell.pages import page, status_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ChargeId
from waarborg.kernel.texts import Text

#: How many words a sentence for a victim has at most, as the house writes.
LONG: Final = 15
_SENTENCE: Final = re.compile(r"[^.!?…]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A plain count of how an explanation reads; it judges nothing."""

    sentences: int
    #: Words in the longest one.
    longest: int

    @property
    def long(self) -> bool:
        """Whether a sentence is longer than the house writes."""
        return self.longest > LONG


def count_of(text: str) -> Count:
    """The sentences of a text and the words of the longest."""
    words = [len(part.split()) for part in _SENTENCE.findall(text) if part.strip()]
    return Count(sentences=len(words), longest=max(words, default=0))


@page("GET", "POST", roles=CASE_ROLES)
def decide_charge(request: Asked, charge: ChargeId, charge_decision: str) -> Response:
    """Decide about one charge, or enter what a court decided about it."""
    if charge_decision not in KINDS:
        raise Http404
    found = opened_by(request, charge, "decision.prepare")
    if isinstance(found, Refusal):
        return found
    about = next((each for each in charges_of(found.id, found.opening) if each.id == charge), None)
    return _decide(request, found, KINDS[charge_decision], about)


@page("GET", "POST", roles=CASE_ROLES)
def decide_case(request: Asked, case: CaseId, case_decision: str) -> Response:
    """Decide about the case as a whole."""
    if case_decision not in CASE_KINDS:
        raise Http404
    found = opened(request, case, "decision.prepare")
    return found if isinstance(found, Refusal) else _decide(request, found, CASE_KINDS[case_decision], None)


def _decide(request: Asked, found: OpenCase, kind: Kind, about: ChargeView | None) -> Response:
    """Show the step that the form is at, or sign."""
    posted = request.method == "POST"
    form = kind.form(request.POST if posted else None)
    step = request.POST.get("step", "") if posted else ""
    if step not in {"look", "sign"} or not form.is_valid():
        wrong = posted and step != "change"
        status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
        return render(request, "desk/decide.html", _context(found, kind, about, form), status=status)
    sign, refusal, status = SignForm(request.POST if step == "sign" else None), None, HTTPStatus.OK
    if step == "sign":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if sign.is_valid():
            kept = kind.do(
                Deciding(
                    actor=found.actor,
                    on=found.on,
                    case=found.id,
                    charge=about.id if about else None,
                    said=form.cleaned_data,
                )
            )
            if not isinstance(kept, Refusal):
                return gone(request, kind.done, _after(found, kind))
            refusal, status = kept, status_of(kept)
    context = _context(found, kind, about, form)
    context |= {
        "answers": list(_said(form)),
        "hidden": [(name, request.POST.get(name, "")) for name in form.fields],
        "letters": letters(context["before"].tellings),
        "sign": sign,
        "refusal": refusal,
        "count": count_of(form.cleaned_data["explanation"]),
        "form_id": token_hex(),
        "after_step": not sign.is_bound,
        "problem": sign.is_bound,
    }
    return render(request, "desk/decide_sign.html", context, status=status)


def _after(found: OpenCase, kind: Kind) -> str:
    """The case; a proposal leads to the register of it, where its warning stands."""
    return reverse("case_decisions", args=[found.id]) if kind.kind is DecisionKind.FINE_PROPOSED else found.href


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One notice in both languages, and who would get it so."""

    names: str
    text: Text


def letters(tellings: Iterable[Telling]) -> list[Letter]:
    """What would be said, once for everybody to whom the same is said."""
    said: dict[Text, list[str]] = {}
    for telling in tellings:
        if telling.text is not None:
            said.setdefault(telling.text, []).append(telling.called)
    return [Letter(names=", ".join(names), text=text) for text, names in said.items()]


def _said(form: DeskForm) -> Iterator[dict[str, str]]:
    """The answers as they will be kept, in words."""
    for name, field in form.fields.items():
        answer = form.cleaned_data[name]
        if answer is None and isinstance(field, forms.DateField):
            continue
        words = answer
        if isinstance(field, forms.ChoiceField):
            words = dict(field.widget.choices).get(str(getattr(answer, "value", answer)), answer)
        if isinstance(answer, date):
            words = say(long_day(answer, year=True))
        yield {"label": str(field.label), "words": gettext("Not known yet") if answer in {None, ""} else str(words)}


def _context(found: OpenCase, kind: Kind, about: ChargeView | None, form: DeskForm) -> dict[str, Any]:
    """What both steps show: what it is about, and what would follow."""
    answers = form.cleaned_data if form.is_bound and form.is_valid() else {}
    return {
        "case": found,
        "kind": kind,
        "charge": about,
        "form": form,
        "may_sign": bool(found.actor.roles & kind.roles),
        "before": foreseen(
            actor=found.actor,
            on=found.on,
            case=found.id,
            kind=kind.kind,
            opening=found.opening,
            charge=about.id if about else None,
            served=answers.get("served")
            or (Answer.NO if kind.kind is DecisionKind.NOT_INVESTIGATE else Answer.UNKNOWN),
            words=kind.words(answers) if answers else (),
        ),
        "warning": FINE_WARNING if kind.kind is DecisionKind.FINE_PROPOSED else None,
        "mark_required": True,
    }
