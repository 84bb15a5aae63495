"""The page of one way: what it rests on, why it is open or not, and who helps."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import done
from tests.apps.interviews.holding_them import day
from tests.faces.portal.stories import after_an_acquittal, story, words
from waarborg.apps.cases.persons import state_facts
from waarborg.apps.people.facts import Facts
from waarborg.apps.people.models import Answer
from waarborg.faces.portal.ways import way

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def test_b14_a_closed_way_names_the_decision_that_closed_it() -> None:
    page = words(after_an_acquittal().browser().get("/ways/injured_party/"))
    assert "This way is closed." in page
    assert "The court said: not guilty, 31 October 2026" in page
    assert "Needs a guilty verdict: yes" in page


def test_m7_a_conviction_opens_the_payment_of_damage_once_the_person_was_told() -> None:
    told = story()
    told.prosecute(day(-60))
    told.send("prosecution", day(-59))
    told.convict(day(-20))
    assert "This way is not open yet." in words(told.browser().get("/ways/injured_party/"))
    told.send("conviction", day(-19))
    assert "You can do this now." in words(told.browser().get("/ways/injured_party/"))


def test_ways_to_stay_are_not_offered_to_somebody_who_may_stay() -> None:
    told = story()
    assert "Permit to stay" in words(told.browser().get("/"))
    done(state_facts(actor=told.world.asker, on=day(-90), person=told.person, facts=Facts(lawful_stay=Answer.YES)))
    assert "Permit to stay" not in words(told.browser().get("/"))


def test_what_the_law_does_not_have_is_no_page() -> None:
    assert story().browser().get("/ways/a_castle/").status_code == 404
    assert callable(way)
