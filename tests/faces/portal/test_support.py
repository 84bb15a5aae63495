"""Support on the portal: asking, ending by one's own choice, and that no case ends it."""

from __future__ import annotations

import pytest

from tests.faces.portal.stories import after_an_acquittal, story, tried, words
from waarborg.apps.support.models import EndedBy, Support, SupportState
from waarborg.kernel.actors import Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def test_m2_the_person_asks_and_reads_that_it_was_written_down() -> None:
    told = story()
    browser = told.browser()
    sent = browser.post("/support/", {"person": told.person, "words": "I need a doctor."}, follow=True)
    page = words(sent)
    assert "We wrote down what you ask." in page
    assert "You asked for something. I need a doctor." in page
    assert "A colleague is your care coordinator" in page


def test_nothing_asked_is_said_beside_the_field_and_changes_nothing() -> None:
    told = story()
    page = told.browser().post("/support/", {"person": told.person, "words": "  "})
    assert page.status_code == 422
    assert "Write what you need. One word is enough." in words(page)
    assert "<title>Problem: Waarborg</title>" in page.content.decode()


def test_b13_after_an_acquittal_support_is_looked_at_again_and_goes_on() -> None:
    told = after_an_acquittal()
    page = words(told.browser().get("/support/"))
    assert "We started to look at your support again. Nothing stops because of that." in page
    assert "It does not stop because a case stops." in page
    assert Support.objects.get(person=told.person).state == SupportState.REVIEW


def test_b13_only_the_persons_own_choice_ends_it_and_asking_starts_it_again() -> None:
    told = after_an_acquittal()
    browser = told.browser()
    assert "Your case, your rights and your lawyer stay as they are." in words(browser.get("/support/end/"))
    browser.post("/support/end/", {"person": told.person, "words": "I do not need it now."})
    support = Support.objects.get(person=told.person)
    assert (support.state, support.ended_by) == (SupportState.ENDED, EndedBy.PERSON)
    assert "Ask for something, and it starts again." in words(browser.get("/support/"))
    assert "You can ask for support again at any time." in words(browser.get("/"))
    browser.post("/support/", {"person": told.person, "words": "I want to talk."})
    assert Support.objects.get(person=told.person).state == SupportState.OPEN


def test_a_lawyer_cannot_end_it_and_the_try_is_entered() -> None:
    told = story()
    browser = told.browser(Role.LAWYER)
    assert "End my support" not in words(browser.get("/support/"))
    page = browser.post("/support/end/", {"person": told.person, "words": "She wants this."})
    assert page.status_code == 403
    assert tried(told.person).refusal
    assert Support.objects.get(person=told.person).state != SupportState.ENDED
