"""The first time on the desk: a start number becomes a password of one's own and an app."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from waarborg.apps.people import signin
from waarborg.faces.shell import slowing
from waarborg.faces.shell.access import open_to_all
from waarborg.faces.shell.actors import now
from waarborg.faces.shell.proofs import app_code_field, chosen_password_field, shown_app, username_field
from waarborg.faces.shell.signin import signed_in
from waarborg.kernel.errors import Refusal


class WelcomeForm(forms.Form):
    """The start number, and what takes its place."""

    start_number = forms.CharField(
        label=_("Start number"),
        help_text=_("Sixteen digits, from your administrator. Spaces do not matter."),
        max_length=40,
        error_messages={"required": _("Fill in the start number.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    field_order = ("username", "start_number", "chosen", "code")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own arguments
        super().__init__(*args, **kwargs)
        self.fields["username"] = username_field()
        self.fields["chosen"] = chosen_password_field()
        self.fields["code"] = app_code_field()
        self.order_fields(self.field_order)


@open_to_all("GET", "POST")
def welcome(request: HttpRequest) -> HttpResponse:
    """Begin an account with a start number."""
    data = request.POST if request.method == "POST" else None
    form, shown = WelcomeForm(data), shown_app("", data)
    if form.is_valid():
        typed = form.cleaned_data
        if not slowing.may_try(typed["username"]):
            form.add_error(None, gettext("There were many tries with this user name. Wait one minute, then try again."))
        else:
            answer = signin.begin_account(
                on=now(),
                username=typed["username"],
                start_number=typed["start_number"],
                password=typed["chosen"],
                secret=str(shown["secret"]),
                code=typed["code"],
            )
            if not isinstance(answer, Refusal):
                return signed_in(request, answer, to="/")
            form.add_error(None, answer.text().to(get_language() or "en"))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "desk/welcome.html", {"form": form, **shown}, status=status)


urlpatterns = [path("welcome/", welcome, name="welcome")]
