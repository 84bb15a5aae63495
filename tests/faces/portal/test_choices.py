"""Choices on the portal: news, letters and how to be reached; unknown is no no."""

from __future__ import annotations

import pytest

from tests.faces.portal.stories import story, words
from waarborg.apps.people.models import Person
from waarborg.apps.rights.models import Choice
from waarborg.kernel.actors import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.mark.parametrize(("said", "kept"), [("yes", True), ("no", False), ("rather_not", None)])
def test_whether_the_person_wants_news_is_kept_as_it_was_said(said: str, kept: bool | None) -> None:
    told = story()
    assert told.browser().post("/choices/news/", {"person": told.person, "news": said}).status_code == 303
    assert Choice.objects.get(pk=told.person).wants_information is kept


def test_nothing_is_chosen_beforehand_and_no_answer_is_a_question_again() -> None:
    told = story()
    browser = told.browser()
    assert (
        "checked" not in browser.get("/choices/").content.decode().partition('name="news"')[2].partition("</form>")[0]
    )
    page = browser.post("/choices/news/", {"person": told.person})
    assert page.status_code == 422
    assert "Choose one answer, or choose “I would rather not say”." in words(page)
    assert not Choice.objects.filter(pk=told.person).exists()


def test_m15_the_person_chooses_where_letters_go_and_reads_it_back() -> None:
    told = story()
    browser = told.browser()
    form = {"person": told.person, "address": "My lawyer, Kade 3", "contact": "After six."}
    assert browser.post("/choices/reach/", form).status_code == 303
    assert "My lawyer, Kade 3" in browser.get("/choices/").content.decode()
    assert "Letters go to: My lawyer, Kade 3" in words(browser.get("/"))


def test_a_lawyer_sees_the_address_and_cannot_change_it() -> None:
    told = story()
    before = bytes(Person.objects.get(pk=told.person).address)
    browser = told.browser(Role.LAWYER)
    page = browser.post("/choices/reach/", {"person": told.person, "address": "Elsewhere", "contact": ""})
    assert page.status_code == 403
    assert bytes(Person.objects.get(pk=told.person).address) == before
    assert "Only the person can change this here." in words(browser.get("/choices/"))
