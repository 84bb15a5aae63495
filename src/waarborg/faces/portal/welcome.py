"""The first time on the portal: a code that was handed over becomes an account of one's own.

Invariant: the number that the person will need is on the screen before the code is used up, so that an answer that
never arrives leaves nobody outside.
"""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from waarborg.apps.people import signin
from waarborg.apps.people.models import Account
from waarborg.apps.people.queries import actor_for
from waarborg.apps.rights.inviting import WRONG_CODE, accept, code_works
from waarborg.faces.shell.access import open_to_all
from waarborg.faces.shell.actors import now
from waarborg.faces.shell.proofs import chosen_password_field, read_shown, shown_number, username_field
from waarborg.faces.shell.signin import signed_in
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId


class CodeForm(forms.Form):
    """The code that was handed over."""

    code = forms.CharField(
        label=_("Your code"),
        help_text=_("Four groups of five letters and digits. Spaces and capitals do not matter."),
        max_length=60,
        error_messages={"required": _("Fill in the code on your card.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class AccountForm(forms.Form):
    """What the person chooses."""

    code = forms.CharField(max_length=60, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own arguments
        super().__init__(*args, **kwargs)
        self.fields["username"] = username_field()
        self.fields["username"].label = _("User name you choose")
        self.fields["username"].help_text = _("It does not have to be your name.")
        self.fields["chosen"] = chosen_password_field()


@open_to_all("GET", "POST")
def welcome(request: HttpRequest) -> HttpResponse:
    """First the code, then what the person chooses; both at one address."""
    if request.method == "POST" and "chosen" in request.POST:
        return _choose(request)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        code = form.cleaned_data["code"]
        if code_works(on=now(), code=code):
            context = {"form": AccountForm(initial={"code": code}), **shown_number(), "after_step": True}
            return render(request, "portal/welcome_account.html", context)
        _say(form, WRONG_CODE)
    return _form(request, "portal/welcome.html", form)


def _choose(request: HttpRequest) -> HttpResponse:
    """Open the account with its number, both or neither, and sign the person in."""
    form, shown = AccountForm(request.POST), shown_number(request.POST)
    if not form.is_valid():
        return _form(request, "portal/welcome_account.html", form, **shown)
    on, chosen = now(), form.cleaned_data
    if read_shown(request.POST.get("number", ""), "number") is None:
        # The page was open too long: what it shows now is another number, which must be seen before it is kept.
        form.add_error("username", gettext("This page was open for an hour. Look: it shows another number now."))
        return _form(request, "portal/welcome_account.html", form, **shown)
    answer = _open_account(form.cleaned_data, number=str(shown["number"]), on=on)
    if isinstance(answer, Refusal) and answer.code != WRONG_CODE.code:
        _say(form, answer)
        return _form(request, "portal/welcome_account.html", form, **shown)
    # Sent twice, the code is used up and the account is there: then the same things sign the person in.
    typed = signin.Typed(password=chosen["chosen"], proof=str(shown["number"]))
    account = signin.sign_in(on=on, username=chosen["username"], typed=typed)
    if isinstance(account, Refusal):
        _say(form, WRONG_CODE)
        return _form(request, "portal/welcome_account.html", form, **shown)
    return signed_in(request, account, to="/")


def _open_account(chosen: dict[str, str], *, number: str, on: datetime) -> AccountId | Refusal:
    """Use up the code, and keep the account with its number; all of it or nothing."""
    with transaction.atomic():
        opened = accept(
            on=on,
            code=chosen["code"],
            username=chosen["username"],
            password=chosen["chosen"],
            language=get_language() or "en",
        )
        if isinstance(opened, Refusal):
            return opened
        actor = actor_for(Account.objects.get(pk=opened))
        kept = signin.set_number(actor=actor, on=on, typed=signin.Typed(password=chosen["chosen"]), number=number)
        if isinstance(kept, Refusal):
            transaction.set_rollback(True)
            return kept
        return opened


def _say(form: forms.Form, refusal: Refusal) -> None:
    form.add_error(None, refusal.text().to(get_language() or "en"))


def _form(request: HttpRequest, template: str, form: forms.Form, **shown: object) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, template, {"form": form, **shown}, status=status)


urlpatterns = [path("welcome/", welcome, name="welcome")]
