"""The page on which people sign in, and the ways out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client, override_settings

from tests.faces.signing import NUMBER, PASSWORD, Answer, code_of, member, on_the_site, signed_in, with_app
from waarborg.apps.custody.models import Entry, Outcome
from waarborg.apps.people import demonstration
from waarborg.apps.people.demonstration import equip
from waarborg.apps.people.models import Account, Site
from waarborg.faces.shell import slowing
from waarborg.faces.shell.actors import now
from waarborg.kernel.actors import THE_HOUSE, Role
from waarborg.kernel.ids import AccountId

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def visser() -> Account:
    return member(Role.DETECTIVE, username="visser")


def _typed(proof: str = NUMBER, **other: str) -> dict[str, str]:
    return {"username": "visser", "password": PASSWORD, "proof": proof, **other}


def _browser() -> Client:
    return Client(headers={"accept-language": "en"})


def _text(answer: Answer) -> str:
    return str(answer.content.decode())


def test_who_types_the_right_things_comes_to_the_page_that_was_asked_for(visser: Account) -> None:
    browser = _browser()
    proof = code_of(with_app(visser))
    answer = browser.post("/sign-in/", _typed(proof, next="/account/?a=1"))
    assert answer.headers["Location"] == "/account/?a=1"
    assert browser.get("/account/").status_code == 200


@pytest.mark.parametrize(
    "elsewhere",
    ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", "\\\\elsewhere.example", ""],
)
def test_nobody_is_sent_to_another_site(visser: Account, elsewhere: str) -> None:
    assert _browser().post("/sign-in/", _typed(next=elsewhere)).headers["Location"] == "/"


def test_a_session_begins_under_a_new_key(visser: Account) -> None:
    browser = _browser()
    session = browser.session
    session["planted"] = "by somebody else"
    session.save()
    before = session.session_key
    browser.post("/sign-in/", _typed())
    assert browser.session.session_key != before
    assert not type(session)(session_key=before).exists(before or "")


def test_what_was_wrong_is_not_said_and_the_password_is_not_shown_back(visser: Account) -> None:
    answers = [
        _browser().post("/sign-in/", _typed(username="nobody")),
        _browser().post("/sign-in/", _typed(password="wrong-canary")),
        _browser().post("/sign-in/", _typed("000000")),
    ]
    assert {answer.status_code for answer in answers} == {403}
    for answer in answers:
        assert "The user name, the password, or the code or number is not right." in _text(answer)
        assert "wrong-canary" not in _text(answer)
        assert PASSWORD not in _text(answer)


def test_what_is_missing_is_said_in_place(visser: Account) -> None:
    answer = _browser().post("/sign-in/", {"username": "visser"})
    assert answer.status_code == 422
    assert "<title>Problem: Sign in</title>" in _text(answer)
    assert "Fill in your password." in _text(answer)
    assert not Entry.objects.exists()


def test_after_many_tries_with_a_name_one_minute_is_asked_for_and_nothing_more_is_entered(visser: Account) -> None:
    for _ in range(slowing.TRIES):
        assert _browser().post("/sign-in/", _typed(password="wrong")).status_code == 403
    answer = _browser().post("/sign-in/", _typed())
    assert answer.status_code == 429
    assert "Wait one minute" in _text(answer)
    assert Entry.objects.filter(outcome=Outcome.REFUSED).count() == slowing.TRIES
    # The minute is over.
    cache.clear()
    assert _browser().post("/sign-in/", _typed()).status_code == 302


def test_who_is_signed_in_has_nothing_to_do_there(visser: Account) -> None:
    assert signed_in(visser).get("/sign-in/?next=/account/").headers["Location"] == "/account/"


def test_a_form_without_our_token_is_not_taken(visser: Account) -> None:
    assert Client(enforce_csrf_checks=True).post("/sign-in/", _typed()).status_code == 403
    assert not Entry.objects.exists()


def test_signing_out_ends_the_session_for_good_and_is_entered_once(visser: Account) -> None:
    browser = signed_in(visser)
    kept = browser.cookies["desk_session"].value
    for _ in range(2):
        assert browser.post("/sign-out/").headers["Location"] == "/sign-in/?out=1"
    assert "You are signed out." in _text(browser.get("/sign-in/?out=1"))
    browser.cookies["desk_session"] = kept
    assert browser.get("/account/").status_code == 302
    assert [entry.actor for entry in Entry.objects.filter(act="session.end")] == [visser.pk]


def test_nobody_is_signed_out_by_a_link(visser: Account) -> None:
    browser = signed_in(visser)
    assert browser.get("/sign-out/").status_code == 405
    assert browser.get("/account/").status_code == 200


def test_an_account_speaks_its_own_language_after_signing_in(visser: Account) -> None:
    Account.objects.filter(pk=visser.pk).update(language="nl")
    browser = _browser()
    browser.post("/sign-in/", _typed(code_of(with_app(visser))))
    assert '<html lang="nl"' in _text(browser.get("/account/"))


def test_a_language_that_is_chosen_is_kept_with_the_account(visser: Account) -> None:
    browser = signed_in(visser)
    assert browser.post("/language/", {"language": "nl", "next": "/account/"}).headers["Location"] == "/account/"
    assert '<html lang="nl"' in _text(browser.get("/account/"))
    browser.post("/language/", {"language": "nl", "next": "/account/"})
    browser.post("/language/", {"language": "xx", "next": "https://elsewhere.example/"})
    assert Account.objects.get(pk=visser.pk).language == "nl"
    assert Entry.objects.filter(act="account.choose_language").count() == 1


def test_the_sign_in_page_shows_no_links_to_pages_inside() -> None:
    for site in ("desk", "portal"):
        with on_the_site(site):
            text = _text(_browser().get("/sign-in/"))
            assert 'href="/cases/"' not in text
            assert 'href="/account/"' not in text
            assert ("data-exit" in text) is (site == "portal")
            assert ("<title>Waarborg</title>" in text) is (site == "portal")


class TestTheDemo:
    def _demo(self) -> override_settings:
        return override_settings(INSTALLATION=dataclasses.replace(settings.INSTALLATION, demo=True))

    @pytest.mark.parametrize(("site", "role"), [("desk", Role.DETECTIVE), ("portal", Role.VICTIM)])
    def test_one_press_signs_in_as_somebody_of_the_demo(self, site: str, role: Role) -> None:
        with self._demo(), on_the_site(site):
            account = member(role, site=site, username="visser")
            equip(actor=THE_HOUSE, on=now(), account=AccountId(account.pk))
            for _ in range(2):
                browser = _browser()
                assert demonstration.PASSWORD in _text(browser.get("/sign-in/"))
                assert browser.post("/sign-in/", {"demo": account.pk}).headers["Location"] == "/"
                assert browser.get("/account/").status_code == 200

    def test_the_list_has_nobody_of_the_other_site(self) -> None:
        with self._demo():
            account = member(Role.VICTIM, site=Site.PORTAL, username="ioana-canary")
            equip(actor=THE_HOUSE, on=now(), account=AccountId(account.pk))
            assert "canary" not in _text(_browser().get("/sign-in/"))

    def test_outside_a_demo_there_is_no_list_and_the_press_does_nothing(self, visser: Account) -> None:
        with self._demo():
            equip(actor=THE_HOUSE, on=now(), account=AccountId(visser.pk))
        assert demonstration.PASSWORD not in _text(_browser().get("/sign-in/"))
        assert _browser().post("/sign-in/", {"demo": visser.pk}).status_code == 422
