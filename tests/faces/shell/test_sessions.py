"""Sessions begin with a second proof, and end by themselves."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client, override_settings

from tests.faces.signing import code_of, member, on_the_site, signed_in, with_app
from waarborg.apps.custody.models import Entry
from waarborg.apps.people.models import Account, Site
from waarborg.faces.shell.sessions import IDLE_MINUTES
from waarborg.kernel.actors import Role

pytestmark = pytest.mark.django_db


def _after(minutes: float) -> override_settings:
    """The installation, so many minutes later."""
    here = settings.INSTALLATION
    clock = here.clock
    later = dataclasses.replace(here, clock=lambda: clock() + timedelta(minutes=minutes))
    return override_settings(INSTALLATION=later)


@pytest.mark.parametrize(("site", "role"), [("desk", Role.DETECTIVE), ("portal", Role.VICTIM)])
def test_a_session_that_nobody_uses_ends_after_the_sites_own_time(site: str, role: Role) -> None:
    with on_the_site(site):
        account = member(role, site=site)
        browser = signed_in(account)
        with _after(IDLE_MINUTES[site] - 0.1):
            assert browser.get("/account/").status_code == 200
        with _after(2 * IDLE_MINUTES[site]):
            answer = browser.get("/account/password/")
            assert answer.headers["Location"] == "/sign-in/?next=%2Faccount%2Fpassword%2F&away=1"
            assert "so we signed you out" in browser.get("/sign-in/?away=1").content.decode()
        assert browser.get("/account/").status_code == 302
        assert [entry.actor for entry in Entry.objects.filter(act="session.lock")] == [account.pk]


def test_a_page_in_which_somebody_is_busy_keeps_it() -> None:
    browser = signed_in(member(Role.DETECTIVE))
    for minutes in (6, 12, 18):
        with _after(minutes):
            assert browser.get("/session/").status_code == 204
    with _after(24):
        assert browser.get("/account/").status_code == 200
    assert Client().get("/session/").status_code == 401


def test_a_session_without_a_second_proof_opens_nothing() -> None:
    browser = Client()
    browser.force_login(member(Role.DETECTIVE))
    assert browser.get("/account/").headers["Location"].startswith("/sign-in/")


def test_the_session_of_an_account_that_was_ended_opens_nothing() -> None:
    account = member(Role.DETECTIVE)
    browser = signed_in(account)
    Account.objects.filter(pk=account.pk).update(is_active=False)
    assert browser.get("/account/").headers["Location"].startswith("/sign-in/")


def test_a_session_of_the_desk_is_none_on_the_portal() -> None:
    browser = signed_in(member(Role.DETECTIVE))
    with on_the_site("portal"), override_settings(SESSION_COOKIE_NAME="desk_session"):
        assert browser.get("/account/").headers["Location"].startswith("/sign-in/")


def test_a_session_of_the_demo_is_none_where_there_is_no_demo() -> None:
    browser = signed_in(member(Role.DETECTIVE, demo=True))
    assert browser.get("/account/").headers["Location"].startswith("/sign-in/")


def test_a_new_password_ends_the_other_sessions() -> None:
    account = member(Role.DETECTIVE)
    browser = signed_in(account)
    account.set_password("another bicycle entirely")
    account.save()
    assert browser.get("/account/").headers["Location"].startswith("/sign-in/")


def test_who_used_the_number_on_the_desk_sets_up_an_app_and_a_number_before_anything_else() -> None:
    member(Role.DETECTIVE, username="visser")
    browser = Client()
    typed = {"username": "visser", "password": "a green bicycle shed", "proof": "4829117463520948"}
    assert browser.post("/sign-in/", typed).status_code == 302
    assert browser.get("/").headers["Location"] == "/account/app/"
    page = browser.get("/account/app/")
    sent = {"secret": page.context["secret_sealed"], "password": typed["password"]}
    sent["code"] = code_of(page.context["secret"])
    assert browser.post("/account/app/", sent).headers["Location"] == "/account/"
    assert browser.get("/").headers["Location"] == "/account/number/"
    page = browser.get("/account/number/")
    sent = {"number": page.context["number_sealed"], "password": typed["password"]}
    sent["proof"] = code_of(page.context["secret"] if "secret" in page.context else _secret_of("visser"), steps=1)
    assert browser.post("/account/number/", sent).headers["Location"] == "/account/"
    assert browser.get("/").status_code == 200


def _secret_of(username: str) -> str:
    """A fresh app in the place of the one just set up, for its code was used."""
    return with_app(Account.objects.get(username=username))


def test_the_top_says_who_somebody_is() -> None:
    text = signed_in(member(Role.DETECTIVE)).get("/account/").content.decode()
    assert '<div class="who"><b>M. de Wit</b><span class="quiet">AVIM Rotterdam</span></div>' in text


def test_the_portal_says_no_name_at_the_top() -> None:
    with on_the_site("portal"):
        text = signed_in(member(Role.VICTIM, site=Site.PORTAL, username="ioana")).get("/account/number/")
        assert "ioana" not in text.content.decode()
