"""The first time on the portal: a code on a card, and nothing else that somebody would have to own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.apps.cases.acting import case_by, detective, done, person_in
from tests.faces.signing import Answer, on_the_site
from waarborg.apps.people.models import Account
from waarborg.apps.rights.inviting import WORKS_FOR, code_works, invite
from waarborg.faces.shell.actors import now
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import PersonId

pytestmark = pytest.mark.django_db
CHOSEN = "another bicycle entirely"


@pytest.fixture(autouse=True)
def _portal() -> Iterator[None]:
    with on_the_site("portal"):
        yield


@pytest.fixture
def code() -> str:
    officer = detective()
    person = PersonId(person_in(case_by(officer), officer).pk)
    return done(invite(actor=officer, on=now(), person=person, role=Role.VICTIM)).code


def _browser() -> Client:
    return Client(headers={"accept-language": "en"})


def _chosen(page: Answer, code: str, **other: str) -> dict[str, str]:
    number = page.context["number_sealed"]
    return {"code": code, "number": number, "username": "ioana", "chosen": CHOSEN, **other}


def test_a_code_a_user_name_and_a_password_are_enough(code: str) -> None:
    browser = _browser()
    page = browser.post("/welcome/", {"code": code.lower().replace("-", " ")})
    number = page.context["number"]
    assert browser.post("/welcome/", _chosen(page, code)).headers["Location"] == "/"
    assert browser.get("/account/").status_code == 200
    # And so it goes the next time, on another telephone.
    other = _browser()
    assert other.post("/sign-in/", {"username": "Ioana", "password": CHOSEN, "proof": number}).status_code == 302


def test_the_number_stands_on_the_page_before_the_code_is_used_up(code: str) -> None:
    page = _browser().post("/welcome/", {"code": code})
    text = page.content.decode()
    for group in page.context["number_groups"]:
        assert f"<span>{group}</span>" in text
    assert code_works(on=now(), code=code)
    assert not code_works(on=now() + WORKS_FOR, code=code)


def test_sent_twice_it_opens_one_account_and_lets_the_person_in_both_times(code: str) -> None:
    page = _browser().post("/welcome/", {"code": code})
    before = Account.objects.count()
    answers = [_browser().post("/welcome/", _chosen(page, code)) for _ in range(2)]
    assert [answer.headers.get("Location") for answer in answers] == ["/", "/"]
    assert Account.objects.count() == before + 1


def test_a_wrong_and_a_used_code_are_answered_alike(code: str) -> None:
    page = _browser().post("/welcome/", {"code": code})
    _browser().post("/welcome/", _chosen(page, code))
    answers = [_browser().post("/welcome/", {"code": each}) for each in (code, "ABCDE-ABCDE-ABCDE-ABCDE")]
    assert [answer.status_code for answer in answers] == [422, 422]
    said = [list(answer.context["form"].non_field_errors()) for answer in answers]
    assert said[0] == said[1]
    assert said[0]


@pytest.mark.parametrize("wrong", [{"chosen": "short"}, {"username": ""}, {"username": "TAKEN"}, {"number": "made up"}])
def test_what_cannot_be_used_is_said_and_the_code_still_works(code: str, wrong: dict[str, str]) -> None:
    Account.objects.create(username="taken", site="portal")
    page = _browser().post("/welcome/", {"code": code})
    answer = _browser().post("/welcome/", _chosen(page, code, **wrong))
    assert answer.status_code == 422
    assert code_works(on=now(), code=code)
    assert _browser().post("/welcome/", _chosen(answer, code)).status_code == 302


def test_the_title_of_the_page_says_nothing() -> None:
    assert "<title>Waarborg</title>" in _browser().get("/welcome/").content.decode()
