"""What makes a function a page: who may open it, what becomes of refusals and faults, and forms sent twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client, RequestFactory, override_settings

from tests.faces.signing import Answer, member, signed_in
from waarborg.apps.custody.models import Entry, Outcome
from waarborg.apps.people.models import Account, SentForm
from waarborg.faces.shell.pages import sign_in_first
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import CaseId

KINDS = "tests.faces.shell.page_kinds"


@pytest.fixture(autouse=True)
def _kinds() -> Iterator[None]:
    with override_settings(ROOT_URLCONF=KINDS):
        yield


@pytest.fixture
def account(db: None) -> Account:
    return member(Role.DETECTIVE)


def _text(answer: Answer) -> str:
    return str(answer.content.decode())


class TestWhoMayOpenIt:
    def test_a_page_knows_who_asks_and_when(self, account: Account) -> None:
        said = _text(signed_in(account).get("/plain/"))
        assert said.startswith(str(account.pk))
        assert said.endswith("+00:00")

    @pytest.mark.django_db
    def test_who_is_not_signed_in_is_brought_back_after_signing_in(self) -> None:
        assert Client().get("/plain/?a=1").headers["Location"] == "/sign-in/?next=%2Fplain%2F%3Fa%3D1"
        assert Client().get("/").headers["Location"] == "/sign-in/"
        assert Client().post("/doing/").headers["Location"] == "/sign-in/"

    @pytest.mark.django_db
    def test_a_piece_of_a_page_sends_the_whole_page_to_sign_in(self) -> None:
        answer = Client(headers={"hx-request": "true"}).get("/plain/")
        assert answer.status_code == 204
        assert answer.headers["HX-Redirect"] == "/sign-in/?next=%2Fplain%2F"

    def test_who_was_away_too_long_is_told_so(self) -> None:
        request = RequestFactory().get("/plain/")
        request.was_away = True  # type: ignore[attr-defined] # as SignedInMiddleware says it
        assert sign_in_first(request).headers["Location"] == "/sign-in/?next=%2Fplain%2F&away=1"

    @pytest.mark.django_db
    def test_a_role_that_the_page_does_not_name_is_refused_and_that_is_entered(self) -> None:
        victim, case = member(Role.VICTIM), CaseId.new()
        answer = signed_in(victim).get(f"/of/{case}/")
        assert answer.status_code == 403
        assert "We wrote down that you tried" in _text(answer)
        entry = Entry.objects.get(actor=victim.pk)
        assert (entry.act, entry.outcome, entry.subjects) == ("page.open", Outcome.REFUSED, case)

    def test_an_address_gives_a_typed_id(self, account: Account) -> None:
        assert _text(signed_in(account).get(f"/of/{CaseId.new()}/")).endswith("CaseId")
        assert signed_in(account).get("/of/case_x/").status_code == 404


class TestWhatBecomesOfAnAnswer:
    def test_a_refusal_on_record_is_403_and_one_by_the_state_of_things_409(self, account: Account) -> None:
        browser = signed_in(account)
        assert browser.get("/refusing/?record").status_code == 403
        answer = browser.get("/refusing/")
        assert answer.status_code == 409
        assert "This does not go." in _text(answer)

    def test_a_fault_shows_its_public_words_and_a_number(self, account: Account) -> None:
        answer = signed_in(account).get("/faulty/")
        assert answer.status_code == 500
        assert "The public words." in _text(answer)
        assert 'class="number"' in _text(answer)
        assert "private" not in _text(answer)

    def test_what_cannot_be_used_is_not_shown_back(self, account: Account) -> None:
        answer = signed_in(account).get("/unusable/")
        assert answer.status_code == 400
        assert "a canary" not in _text(answer)


def _sent(browser: Client, how: str, form: str = "f1", to: str = "a") -> Answer:
    return browser.post("/doing/", {"how": how, "form_id": form, "to": to})


def _times() -> int:
    return Entry.objects.filter(act="account.choose_language").count()


class TestTheSameFormTwice:
    def test_it_is_done_once_and_answered_the_same(self, account: Account) -> None:
        browser = signed_in(account)
        answers = [_sent(browser, "redirect"), _sent(browser, "redirect", to="b")]
        assert [answer.headers["Location"] for answer in answers] == ["/done/a/", "/done/a/"]
        assert _times() == 1

    def test_another_form_is_done_too(self, account: Account) -> None:
        browser = signed_in(account)
        _sent(browser, "redirect", "f1")
        _sent(browser, "redirect", "f2")
        assert _times() == 2

    def test_one_that_answered_a_page_says_that_it_was_done(self, account: Account) -> None:
        browser = signed_in(account)
        assert _text(_sent(browser, "page")) == "done"
        again = _sent(browser, "page")
        assert again.status_code == 409
        assert "This form was sent already." in _text(again)
        assert _times() == 1

    @pytest.mark.parametrize("how", ["wrong", "refused", "fails"])
    def test_one_that_was_not_taken_can_be_sent_again(self, account: Account, how: str) -> None:
        browser = signed_in(account)
        assert _sent(browser, how).status_code >= 400
        assert not SentForm.objects.exists()
        assert _sent(browser, "redirect").status_code == 302

    def test_when_the_page_fails_what_it_did_is_undone(self, account: Account) -> None:
        _sent(signed_in(account), "fails")
        assert _times() == 0

    def test_an_odd_form_id_is_unusable(self, account: Account) -> None:
        for odd in ("x" * 65, "a b", "../"):
            assert _sent(signed_in(account), "redirect", odd).status_code == 400

    def test_without_an_id_it_is_an_ordinary_form(self, account: Account) -> None:
        browser = signed_in(account)
        for _ in range(2):
            assert browser.post("/doing/", {"how": "redirect", "to": "a"}).status_code == 302
        assert _times() == 2


def test_of_one_form_sent_four_times_at_once_one_is_done(fresh_database: Mapping[str, str]) -> None:
    account = member(Role.DETECTIVE)
    browsers = [signed_in(account) for _ in range(4)]

    def go(browser: Client) -> str:
        try:
            return str(_sent(browser, "redirect").headers["Location"])
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(go, browsers)) == {"/done/a/"}
    assert _times() == 1
