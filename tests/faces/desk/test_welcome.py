"""The first time on the desk."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.faces.signing import code_of, member
from waarborg.apps.people import signin
from waarborg.apps.people.models import Account
from waarborg.apps.people.queries import actor_for
from waarborg.faces.shell.actors import now
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import AccountId

pytestmark = pytest.mark.django_db


def _handed(account: Account) -> str:
    admin = actor_for(member(Role.ADMINISTRATOR))
    number = signin.hand_start_number(actor=admin, on=now(), account=AccountId(account.pk))
    assert isinstance(number, str)
    return number


def test_a_start_number_an_app_and_a_password_let_somebody_in_who_then_keeps_a_number() -> None:
    account = member(Role.DETECTIVE, username="visser")
    browser, number = Client(), _handed(account)
    page = browser.get("/welcome/")
    sent = {"username": "visser", "start_number": number, "chosen": "another bicycle entirely"}
    shown = {"secret": page.context["secret_sealed"], "code": code_of(page.context["secret"])}
    assert browser.post("/welcome/", {**sent, **shown}).headers["Location"] == "/"
    assert browser.get("/").headers["Location"] == "/account/number/"


def test_a_wrong_start_number_is_answered_as_an_unknown_name() -> None:
    _handed(member(Role.DETECTIVE, username="visser"))
    texts = []
    for username in ("visser", "nobody"):
        page = Client().get("/welcome/")
        shown = {"secret": page.context["secret_sealed"], "code": code_of(page.context["secret"])}
        sent = {"username": username, "start_number": "1" * 16, "chosen": "another bicycle entirely"}
        answer = Client(headers={"accept-language": "en"}).post("/welcome/", {**sent, **shown})
        assert answer.status_code == 422
        texts.append(list(answer.context["form"].non_field_errors()))
    assert texts[0] == texts[1]
    assert texts[0]
