"""Entering a report that came by phone or post: the six steps as one form, then the door, then the code.

Invariant: the code is shown once and kept nowhere; the same page sent twice is one report.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Final

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext_lazy as _

from waarborg.apps.reports.content import Content
from waarborg.apps.reports.models import DOOR_NAMES
from waarborg.apps.reports.routing import Exploitation, Reporter, Routing, route
from waarborg.apps.reports.submission import CAME_BY, Receipt, enter_for
from waarborg.engines.sealing.errors import NotACode
from waarborg.engines.sealing.receipt import ReceiptCode
from waarborg.faces.desk.fields import DeskForm, Words, area, language, line, one_of, say, several_of
from waarborg.faces.desk.naming import CAME_BY as CAME_BY_WORDS
from waarborg.faces.desk.reports_at_door import OFFICERS
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page, status_of
from waarborg.kernel.actors import Channel
from waarborg.kernel.documents import Json
from waarborg.kernel.errors import Refusal

_OPEN: Final = ("", _("I would rather not say, or was not asked"))
_TELLS: Final = {"yes": True, "no": False}


def _three(label: Words, yes: Words, no: Words) -> forms.ChoiceField:
    """Yes, no, or not said; not said is never a no."""
    choices = [("yes", yes), ("no", no), _OPEN]
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect)


class EnterForm(DeskForm):
    """What somebody told or wrote, in the order of the public steps."""

    came_by = forms.ChoiceField(
        label=_("How did it come?"),
        choices=lambda: [(way, say(CAME_BY_WORDS[way])) for way in CAME_BY],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one answer.")},
    )
    danger = _three(_("Is somebody in danger now?"), _("Yes"), _("No"))
    about = several_of(
        _("What is it about?"), Exploitation, required=False, hint=_("As it was told. Leave open what was not.")
    )
    reporter = one_of(_("Who tells it?"), Reporter, required=False, hint=_("Leave open what was not said."))
    named = _three(_("Does this person want to give a name?"), _("Yes, with a name"), _("No, without a name"))
    name = line(_("Their name"), required=False, hint=_("Only where they want to give it."))
    contact = area(_("How can they be reached, and when is it safe?"), required=False, rows=2)
    text = area(
        _("What was told"),
        rows=8,
        hint=_("In their own words, as far as you can."),
        missing=_("Write what was told. One sentence is enough."),
    )
    language = language(_("In which language was it told?"), hint=_("Answers in the mailbox follow it."))

    def clean(self) -> dict[str, Any] | None:
        """A name goes with wanting to give it."""
        said = super().clean()
        if said is not None:
            name = said.get("name", "").strip()
            if name and said.get("named") != "yes":
                self.add_error("named", _("There is a name. Choose that they want to give it, or leave the name out."))
            if said.get("named") == "yes" and not name:
                self.add_error("name", _("Write the name, or choose that they give none."))
        return said

    def content(self) -> Content:
        """What is sealed."""
        said = self.cleaned_data
        named = _TELLS.get(said["named"])
        return Content(
            danger=_TELLS.get(said["danger"]),
            about=tuple(kind.value for kind in said["about"]) or None,
            reporter=said["reporter"].value if said["reporter"] else None,
            named=named,
            name=said["name"].strip() if named else "",
            contact=said["contact"].strip(),
            text=said["text"].replace("\r\n", "\n"),
        )


@page("GET", "POST", roles=OFFICERS, personal=False)
def report_enter(request: Asked) -> Answer:
    """The form, then the door with its reason, then the code for whoever told it."""
    form = EnterForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or request.POST.get("go") == "change":
        form = EnterForm(initial=request.POST.dict() | {"about": request.POST.getlist("about")})
        return _page(request, "desk/report_enter.html", form)
    if not form.is_valid():
        return _page(request, "desk/report_enter.html", form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    content = form.content()
    document: dict[str, Json] = dict(content.document())
    routing = route(document)
    if request.POST.get("go") == "send":
        return _send(request, form, content, routing)
    return _door(request, form, routing)


def _send(request: Asked, form: EnterForm, content: Content, routing: Routing) -> Answer:
    """Seal it to the door that was chosen, and show the code."""
    doors = {door.channel for door in (routing.primary, *routing.also)}
    try:
        channel, code = Channel(request.POST.get("door", "")), ReceiptCode.parse(request.POST.get("code", ""))
    except (ValueError, NotACode):
        return _door(request, form, routing, problem=_("Choose the door. Nothing was sent yet."))
    if channel not in doors:
        return _door(request, form, routing, problem=_("Choose one of the doors on the page. Nothing was sent yet."))
    sent = enter_for(
        actor=request.actor,
        on=request.now,
        content=content,
        channel=channel,
        language=form.cleaned_data["language"] or "nl",
        code=code,
        came_by=form.cleaned_data["came_by"],
    )
    if isinstance(sent, Refusal):
        return _door(request, form, routing, refusal=sent)
    return _receipt(request, sent, code)


def _receipt(request: Asked, sent: Receipt, code: ReceiptCode) -> HttpResponse:
    context = {"receipt": sent, "code": code.text().split(), "door": DOOR_NAMES[sent.channel]}
    return render(request, "desk/report_entered.html", context)


def _door(
    request: Asked, form: EnterForm, routing: Routing, *, problem: object = "", refusal: Refusal | None = None
) -> HttpResponse:
    """The doors for these answers, each with its reason; all answers travel along."""
    status = HTTPStatus.OK
    if refusal or problem:
        status = status_of(refusal) if refusal else HTTPStatus.UNPROCESSABLE_ENTITY
    carried = [(name, value) for name in form.fields for value in request.POST.getlist(name) if value]
    doors = [(door.channel, DOOR_NAMES[door.channel], door.why) for door in (routing.primary, *routing.also)]
    context = {
        "carried": carried,
        "doors": doors,
        "chosen": request.POST.get("door", ""),
        # Made with the page: the same page sent twice finds the same mailbox.
        "code": request.POST.get("code") or ReceiptCode.new().text(),
        "sealed": routing.sealed,
        "danger": form.cleaned_data["danger"] == "yes",
        "problem": problem,
        "refusal": refusal,
    }
    return render(request, "desk/report_door.html", context, status=status)


def _page(request: Asked, template: str, form: EnterForm, *, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    return render(request, template, {"form": form, "mark_required": True}, status=status)


urlpatterns = [path("enter/", report_enter, name="report_enter")]
