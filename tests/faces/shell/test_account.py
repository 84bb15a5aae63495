"""The pages on which somebody looks after their own sign-in."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.faces.signing import NUMBER, PASSWORD, Answer, code_of, member, on_the_site, signed_in, with_app
from waarborg.apps.custody.models import Entry
from waarborg.apps.people import factors
from waarborg.apps.people.models import Account, App, Site
from waarborg.kernel.actors import Role

pytestmark = pytest.mark.django_db
CHOSEN = "another bicycle entirely"


def _text(answer: Answer) -> str:
    return str(answer.content.decode())


def _portal() -> tuple[Account, Client]:
    account = member(Role.VICTIM, site=Site.PORTAL, username="ioana")
    return account, signed_in(account)


def test_an_app_is_set_up_with_what_the_page_showed() -> None:
    with on_the_site("portal"):
        account, browser = _portal()
        page = browser.get("/account/app/")
        sent = {"secret": page.context["secret_sealed"], "code": code_of(page.context["secret"]), "password": PASSWORD}
        assert browser.post("/account/app/", {**sent, "proof": NUMBER}, follow=True).status_code == 200
        assert App.objects.filter(pk=account.pk).exists()
        assert "Set up on" in _text(browser.get("/account/"))


def test_a_wrong_code_keeps_the_same_picture_on_the_page() -> None:
    with on_the_site("portal"):
        _, browser = _portal()
        page = browser.get("/account/app/")
        sent = {"secret": page.context["secret_sealed"], "code": "000000", "password": PASSWORD, "proof": NUMBER}
        again = browser.post("/account/app/", sent)
        assert again.status_code == 422
        assert again.context["secret"] == page.context["secret"]
        assert "This is not the code that the new app shows now." in _text(again)
        assert not App.objects.exists()


def test_a_number_counts_when_it_was_kept_and_not_before() -> None:
    with on_the_site("portal"):
        account, browser = _portal()
        page = browser.get("/account/number/")
        assert factors.is_number(NUMBER, Account.objects.get(pk=account.pk).number)
        sent = {"number": page.context["number_sealed"], "password": PASSWORD, "proof": NUMBER}
        answer = browser.post("/account/number/", sent, follow=True)
        assert "Your new number counts from now on." in _text(answer)
        assert factors.is_number(page.context["number"], Account.objects.get(pk=account.pk).number)


@pytest.mark.parametrize(("page", "field"), [("number", "number"), ("app", "secret")])
def test_what_the_page_never_showed_is_not_kept(page: str, field: str) -> None:
    with on_the_site("portal"):
        account, browser = _portal()
        sent = {field: "1111111111111111", "password": PASSWORD, "proof": NUMBER, "code": "000000"}
        answer = browser.post(f"/account/{page}/", sent)
        assert answer.status_code == 422
        assert "This page was open for more than an hour." in _text(answer)
        assert factors.is_number(NUMBER, Account.objects.get(pk=account.pk).number)


def test_another_password_keeps_this_session_and_ends_the_others() -> None:
    with on_the_site("portal"):
        account, browser = _portal()
        other = signed_in(account)
        sent = {"chosen": CHOSEN, "password": PASSWORD, "proof": NUMBER}
        assert browser.post("/account/password/", sent, follow=True).status_code == 200
        assert browser.get("/account/").status_code == 200
        assert other.get("/account/").status_code == 302
        assert Account.objects.get(pk=account.pk).check_password(CHOSEN)


def test_the_portal_can_go_on_without_an_app() -> None:
    with on_the_site("portal"):
        account, browser = _portal()
        with_app(account)
        assert browser.get("/account/app/remove/").status_code == 200
        answer = browser.post("/account/app/remove/", {"password": PASSWORD, "proof": NUMBER}, follow=True)
        assert "The app no longer counts." in _text(answer)
        assert not App.objects.exists()


def test_without_the_right_proof_each_page_says_so_and_changes_nothing() -> None:
    with on_the_site("portal"):
        account, browser = _portal()
        with_app(account)
        before = Account.objects.values().get(pk=account.pk)
        number, app = browser.get("/account/number/").context, browser.get("/account/app/").context
        wrong = {"password": "wrong-canary", "proof": NUMBER}
        posts = {
            "number": {"number": number["number_sealed"]},
            "app": {"secret": app["secret_sealed"], "code": code_of(app["secret"])},
            "app/remove": {},
            "password": {"chosen": CHOSEN},
        }
        for page, sent in posts.items():
            answer = browser.post(f"/account/{page}/", {**sent, **wrong})
            assert answer.status_code == 422, page
            assert "Your password, or your code or number, is not right." in _text(answer)
            assert "wrong-canary" not in _text(answer)
        assert Account.objects.values().get(pk=account.pk) == before
        assert not Entry.objects.filter(actor=account.pk).exclude(act__startswith="test.").exists()


def test_the_desk_offers_no_way_without_an_app() -> None:
    account = member(Role.DETECTIVE)
    with_app(account)
    browser = signed_in(account)
    assert "Go on without the app" not in _text(browser.get("/account/"))
    assert browser.post("/account/app/remove/", {"password": PASSWORD, "proof": NUMBER}).status_code == 403
