"""One page for one act: what it does in words, its form, and the act's refusal in place.

A table says which deeds a thing has; nothing here decides whether one may be done, for the act does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from secrets import token_hex
from typing import Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render

from waarborg.faces.desk.fields import Choices, DeskForm, Words
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, status_of
from waarborg.kernel.actors import Actor
from waarborg.kernel.errors import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing[S]:
    """What an act is called with."""

    actor: Actor
    on: datetime
    #: The id of what it is done to.
    subject: S
    #: The answers of the form.
    said: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed[S]:
    """One act as a page offers it."""

    title: Words
    #: What happens then, and what does not.
    says: Words
    button: Words
    #: Said afterwards.
    done: Words
    do: Callable[[Doing[S]], object]
    form: type[DeskForm] = DeskForm
    #: Consequence that cannot be undone, in words.
    careful: Words = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place[S]:
    """Where a deed stands: what it is done to, how that is shown, and where to go afterwards."""

    subject: S
    back: str
    #: For the template: crumbs and names.
    shown: Mapping[str, object] = field(default_factory=dict)
    #: What the fields of the form can be chosen from.
    choices: Mapping[str, Choices] = field(default_factory=dict)
    initial: Mapping[str, object] = field(default_factory=dict)
    template: str = "desk/deed.html"


def deed_page[S](
    request: Asked, deed: Deed[S], place: Place[S], answered: Callable[[object], Answer] | None = None
) -> Answer:
    """Show the form of a deed, or do it and go back; what is wrong stands beside the form, with everything typed.

    Args:
        request: GET for the form, POST to do it.
        deed: what is done.
        place: to what, and where that stands.
        answered: makes the answer of what the act gave, where that is more than going back.
    """
    refusal, status = None, HTTPStatus.OK
    form = deed.form(request.POST or None, choices=_only(deed.form, place.choices), initial=dict(place.initial))
    if request.method == "POST":
        # A deed without questions is sent as an empty form, which counts as filled in.
        form = deed.form(request.POST, choices=_only(deed.form, place.choices))
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            given = deed.do(Doing(actor=request.actor, on=request.now, subject=place.subject, said=form.cleaned_data))
            if not isinstance(given, Refusal):
                return answered(given) if answered else gone(request, deed.done, place.back)
            refusal, status = given, status_of(given)
    context = {
        "deed": deed,
        "form": form,
        "refusal": refusal,
        "back": place.back,
        "form_id": token_hex(),
        "mark_required": True,
        **place.shown,
    }
    return render(request, place.template, context, status=status)


def gone(request: Asked, words: Words, to: str) -> HttpResponseRedirect:
    """To another page, where it is said what was done."""
    messages.success(request, str(words))
    return HttpResponseRedirect(to, status=HTTPStatus.SEE_OTHER)


def _only(form: type[DeskForm], choices: Mapping[str, Choices]) -> dict[str, Choices]:
    """The choices of the fields that this form has."""
    return {name: known for name, known in choices.items() if name in form.base_fields}
