"""Rights on the portal: what each is, what happened with it, using it; a refusal is read with its reason."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import done
from tests.apps.interviews.holding_them import day
from tests.faces.portal.stories import after_an_acquittal, story, words
from waarborg.apps.rights.exercising import refuse_right, tell_right
from waarborg.apps.rights.models import RightStep, RightUse
from waarborg.faces.portal.rights import MOMENTS
from waarborg.law.rights import RIGHTS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def test_every_right_of_the_law_stands_under_one_moment() -> None:
    for right in RIGHTS.values():
        assert sum(right.opens in steps for _, steps in MOMENTS) == 1, right.id
    page = words(story().browser().get("/rights/"))
    assert all(right.name.en in page for right in RIGHTS.values())


def test_m6_a_right_is_told_used_refused_with_a_reason_and_asked_again() -> None:
    told = story()
    browser = told.browser()
    done(tell_right(actor=told.world.asker, on=day(-110), person=told.person, right="person_of_choice"))
    assert "You were told of it on 12 August 2026." in words(browser.get("/rights/"))
    sent = browser.post("/rights/person_of_choice/", {"person": told.person, "words": "My aunt Sara."})
    assert (sent.status_code, sent.headers["Location"]) == (303, "/rights/person_of_choice/")
    assert "You asked for it on 30 November 2026. There is no answer yet." in words(browser.get("/rights/"))
    reason = "Your aunt may have to be a witness herself."
    done(
        refuse_right(
            actor=told.world.asker,
            on=day(0, 15),
            person=told.person,
            right="person_of_choice",
            ground="person_of_choice",
            reason=reason,
        )
    )
    page = words(browser.get("/rights/person_of_choice/"))
    assert reason in page
    assert "Only in the interest of the investigation, or in your own interest." in page
    assert "Decided by A colleague." in page
    assert "Your lawyer can object for you." in page
    browser.post("/rights/person_of_choice/", {"person": told.person, "words": "My neighbour."})
    assert RightUse.objects.get(person=told.person, right="person_of_choice").state == "asked"


def test_what_cannot_be_used_yet_says_when_it_can_and_has_no_button() -> None:
    told = story()
    page = words(told.browser().get("/rights/file_access/"))
    assert "This opens when somebody has to go to court." in page
    assert "Send this to the team" not in page
    told.prosecute(day(-60))
    told.send("prosecution", day(-59))
    assert "Send this to the team" in words(told.browser().get("/rights/file_access/"))


def test_the_same_form_sent_twice_asks_once() -> None:
    told = after_an_acquittal()
    browser = told.browser()
    for _ in range(2):
        browser.post("/rights/lawyer/", {"person": told.person, "words": "Please.", "form_id": "a1b2c3"})
    assert RightStep.objects.filter(use__person=told.person, use__right="lawyer").count() == 1


def test_a_right_that_the_law_does_not_have_is_no_page() -> None:
    assert story().browser().get("/rights/a_pony/").status_code == 404
