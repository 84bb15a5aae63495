"""The first page: what is new, what is next, what can be done now, and the person's own road."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import done
from tests.apps.interviews.holding_them import day
from tests.faces.portal.stories import Story, after_an_acquittal, before_an_interview, story, words
from waarborg.apps.cases import charges, persons, roads
from waarborg.apps.custody.models import Outcome
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.custody.queries import entries_about
from waarborg.apps.people.models import CapacityKind
from waarborg.apps.rights.choosing import choose_information
from waarborg.faces.portal.appointments import planned
from waarborg.faces.portal.news import HEADS
from waarborg.faces.portal.roads import own_road
from waarborg.kernel.ids import PersonId
from waarborg.law.notices import NOTICES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def _home(told: Story) -> str:
    return words(told.browser().get("/"))


def test_m8_after_an_acquittal_the_first_words_are_that_support_goes_on() -> None:
    home = _home(after_an_acquittal())
    assert "The court case has ended. Your support has not." in home
    assert "That does not mean that you were not believed." in home
    assert "Support goes on for as long as you need it." in home


def test_m8_an_acquittal_is_not_called_the_end_while_somebody_else_must_still_be_judged() -> None:
    told = after_an_acquittal()
    officer = told.world.asker
    other = done(
        persons.add_person(
            actor=officer, on=day(-28), case=told.case, called="Driver", capacities=(CapacityKind.SUSPECT,)
        )
    )
    done(charges.suspect(actor=officer, on=day(-28), person=PersonId(other.pk), offence="art. 273f"))
    home = _home(told)
    assert "The court case has ended" not in home
    assert "The case ends here." not in home
    assert "The court decided: not guilty. Your support goes on." in home


def test_the_next_appointment_says_when_with_whom_and_which_interpreter() -> None:
    home = _home(after_an_acquittal())
    assert "Talk about your support Thursday 3 December 2026, 10:00." in home
    assert "An interpreter for Romanian is on the line. You speak with A colleague." in home
    young = _home(before_an_interview())
    assert "Place: Room adapted. You speak with A colleague and A colleague. Interpreter: Tigrinya, sworn." in young


def test_b14_each_way_says_whether_it_needs_a_guilty_verdict_and_the_closed_ones_why() -> None:
    home = _home(after_an_acquittal())
    opened, _, closed = home.partition("What is not open now")
    assert "Compensation fund" in opened
    assert "Needs a guilty verdict: no See how" in opened
    assert "Needs a guilty verdict: yes" not in opened
    assert "Payment of damage in the criminal case This way is closed." in closed
    assert "Needs a guilty verdict: yes Why" in closed


def test_b14_a_verdict_of_which_nobody_told_the_person_moves_nothing_on_their_page() -> None:
    told = story()
    told.prosecute(day(-60))
    told.convict(day(-1))
    home = _home(told)
    assert "guilty" not in home.replace("Needs a guilty verdict", "").replace("a final guilty verdict", "").replace(
        "Payment needs a guilty verdict", ""
    ).replace("after a guilty verdict", "").replace("not on guilty or not guilty", "").replace(
        "when it ends in not guilty", ""
    ).replace("no guilty verdict", "").replace("a not guilty verdict", "")
    assert "This way is not open yet." in home
    told.send("conviction", day(-1))
    assert "The court decided: guilty." in _home(told)


def test_somebody_who_wants_no_news_is_not_shown_what_the_case_did() -> None:
    told = story()
    told.prosecute(day(-60))
    done(choose_information(actor=told.actor(), on=day(-59), person=told.person, wants=False))
    told.send("prosecution", day(-58))
    home = _home(told)
    assert "You may speak at the hearing." in home
    assert "Somebody has to go to court" not in home
    assert "The prosecutor goes on" not in home


def test_the_road_has_only_the_persons_own_stations() -> None:
    told = after_an_acquittal()
    officer = told.world.asker
    other = done(
        persons.add_person(actor=officer, on=day(-90), case=told.case, called="Mila", capacities=(CapacityKind.VICTIM,))
    )
    done(roads.make_first_contact(actor=officer, on=day(-90), person=PersonId(other.pk)))
    home = _home(told)
    assert home.count("First contact") == 2  # once drawn, once in words
    assert "Mila" not in home
    assert "Landlord" not in home


def test_m2_support_stands_beside_the_road_from_the_first_contact() -> None:
    home = _home(story())
    road = home.partition("Your road")[2]
    assert road.index("First contact") < road.index("Support starts")


def test_where_there_is_no_news_the_page_says_that_this_is_normal() -> None:
    home = _home(story())
    assert "There is no news now. That is normal." in home


def test_time_to_think_is_said_with_its_last_day() -> None:
    told = story()
    officer = told.world.asker
    done(roads.offer_reflection(actor=officer, on=day(-30), person=told.person))
    done(roads.accept_reflection(actor=officer, on=day(-30), person=told.person, in_detention=False))
    deliver_pending(on=day(-30))
    assert "You have time to think until the end of Sunday 31 January 2027." in _home(told)


def test_opening_the_page_is_entered_and_names_the_person() -> None:
    told = after_an_acquittal()
    before = entries_about(told.person).filter(outcome=Outcome.CONSULTED).count()
    _home(told)
    assert entries_about(told.person).filter(outcome=Outcome.CONSULTED).count() == before + 1


def test_every_notice_of_the_law_has_a_sentence_for_a_tired_person() -> None:
    assert set(HEADS) == set(NOTICES)
    assert all(title.en.endswith(".") for title, _ in HEADS.values())


def test_what_is_drawn_and_planned_comes_from_modules_of_their_own() -> None:
    assert callable(planned)
    assert callable(own_road)
