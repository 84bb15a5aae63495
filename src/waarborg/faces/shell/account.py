"""The pages on which somebody looks after their own sign-in: app, number, password."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from waarborg.apps.people import signin
from waarborg.apps.people.models import Account, App
from waarborg.faces.shell import sessions
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import DESK_ROLES, PORTAL_ROLES, page
from waarborg.faces.shell.proofs import (
    ShownForm,
    app_code_field,
    chosen_password_field,
    read_shown,
    shown_app,
    shown_number,
)
from waarborg.kernel.errors import Refusal

_EVERYBODY = DESK_ROLES | PORTAL_ROLES


@page("GET", roles=_EVERYBODY, personal=False)
def account(request: Asked) -> HttpResponse:
    """What there is to sign in with, and what can be changed."""
    own = _own(request)
    app = App.objects.filter(pk=own.pk).first()
    return render(request, "shell/account.html", {"own": own, "app": app, "has_number": bool(own.number)})


@page("GET", "POST", roles=_EVERYBODY, personal=False)
def account_app(request: Asked) -> HttpResponse:
    """Set up an app, in the place of the one before."""
    own = _own(request)
    data = request.POST if request.method == "POST" else None
    shown = shown_app(own.username, data)
    form = ShownForm(data, proven=_has_proof(own))
    form.fields["code"] = app_code_field()
    if not form.is_valid():
        return _form(request, "shell/account_app.html", form, **shown)
    if read_shown(request.POST.get("secret", ""), "secret") is None:
        return _old(request, "shell/account_app.html", form, **shown)
    answer = signin.set_app(
        actor=request.actor,
        on=request.now,
        typed=form.typed(),
        secret=str(shown["secret"]),
        code=form.cleaned_data["code"],
    )
    if isinstance(answer, Refusal):
        return _refused(request, "shell/account_app.html", form, answer, **shown)
    return _done(request, answer, gettext("Your app is set up. Next time you need a code from it."))


@page("GET", "POST", roles=PORTAL_ROLES, personal=False)
def account_without_app(request: Asked) -> HttpResponse:
    """Go on with the number alone."""
    form = ShownForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _form(request, "shell/account_without_app.html", form)
    answer = signin.remove_app(actor=request.actor, on=request.now, typed=form.typed())
    if isinstance(answer, Refusal):
        return _refused(request, "shell/account_without_app.html", form, answer)
    return _done(request, answer, gettext("The app no longer counts. Next time you need your number."))


@page("GET", "POST", roles=_EVERYBODY, personal=False)
def account_number(request: Asked) -> HttpResponse:
    """Keep a fresh number, in the place of the one before."""
    own = _own(request)
    data = request.POST if request.method == "POST" else None
    shown = {**shown_number(data), "first": not own.number}
    form = ShownForm(data, proven=_has_proof(own))
    if not form.is_valid():
        return _form(request, "shell/account_number.html", form, **shown)
    number = read_shown(request.POST.get("number", ""), "number")
    if number is None:
        return _old(request, "shell/account_number.html", form, **shown)
    answer = signin.set_number(actor=request.actor, on=request.now, typed=form.typed(), number=number)
    if isinstance(answer, Refusal):
        return _refused(request, "shell/account_number.html", form, answer, **shown)
    return _done(request, answer, gettext("Your new number counts from now on. The old one does not."))


@page("GET", "POST", roles=_EVERYBODY, personal=False)
def account_password(request: Asked) -> HttpResponse:
    """Choose another password."""
    form = ShownForm(request.POST if request.method == "POST" else None)
    form.fields["chosen"] = chosen_password_field()
    if not form.is_valid():
        return _form(request, "shell/account_password.html", form)
    answer = signin.change_password(
        actor=request.actor, on=request.now, typed=form.typed(), chosen=form.cleaned_data["chosen"]
    )
    if isinstance(answer, Refusal):
        return _refused(request, "shell/account_password.html", form, answer)
    update_session_auth_hash(request, answer)
    return _done(request, answer, gettext("Your new password counts from now on."))


def _own(request: Asked) -> Account:
    return Account.objects.get(pk=request.actor.id)


def _has_proof(own: Account) -> bool:
    """Whether there is anything besides the password to ask for."""
    return bool(own.number) or App.objects.filter(pk=own.pk).exists()


def _form(request: Asked, template: str, form: ShownForm, **shown: object) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, template, {"form": form, **shown}, status=status)


def _refused(request: Asked, template: str, form: ShownForm, refusal: Refusal, **shown: object) -> HttpResponse:
    form.add_error(None, refusal.text().to(get_language() or "en"))
    return _form(request, template, form, **shown)


def _old(request: Asked, template: str, form: ShownForm, **shown: object) -> HttpResponse:
    """What the page showed is too old to be kept; it shows another one now."""
    form.add_error(None, gettext("This page was open for more than an hour. Look again: it shows something new now."))
    return _form(request, template, form, **shown)


def _done(request: Asked, own: Account, words: str) -> HttpResponse:
    sessions.look_what_is_missing(request, own)
    messages.success(request, words)
    return HttpResponseRedirect(reverse("account"))
