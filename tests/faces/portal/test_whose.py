"""Whose pages these are: one's own, those of whom one acts for, and never anybody else's."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import done
from tests.apps.interviews.holding_them import day
from tests.faces.portal.stories import Story, story, tried, words
from tests.faces.signing import member, signed_in
from waarborg.apps.cases import charges, persons
from waarborg.apps.custody.queries import entries_about
from waarborg.apps.people.facts import RepresentativeKind
from waarborg.apps.people.models import CapacityKind, Site
from waarborg.apps.support.models import SupportStep, SupportStepKind
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import AccountId, PersonId

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]

PAGES = ("/", "/rights/", "/rights/lawyer/", "/interviews/", "/support/", "/support/end/", "/choices/", "/looked/")


def _guardian(told: Story) -> PersonId:
    officer = told.world.asker
    other = done(
        persons.add_person(
            actor=officer, on=day(-110), case=told.case, called="G.", capacities=(CapacityKind.REPRESENTATIVE,)
        )
    )
    guardian = PersonId(other.pk)
    done(
        persons.represent(
            actor=officer,
            on=day(-110),
            person=told.person,
            representative=guardian,
            kind=RepresentativeKind.GUARDIAN,
        )
    )
    return guardian


@pytest.mark.parametrize("path", PAGES)
def test_a_representative_and_a_lawyer_see_what_the_person_sees(path: str) -> None:
    told = story()
    guardian = _guardian(told)
    for browser in (told.browser(Role.REPRESENTATIVE, guardian, told.person), told.browser(Role.LAWYER)):
        page = browser.get(path)
        assert page.status_code == 200
        assert "These pages are about Somebody." in words(page)


@pytest.mark.parametrize("path", PAGES)
def test_a_representative_who_becomes_a_suspect_reaches_nothing_and_the_try_is_entered(path: str) -> None:
    told = story()
    guardian = _guardian(told)
    done(charges.suspect(actor=told.world.asker, on=day(-100), person=guardian, offence="art. 273f"))
    page = told.browser(Role.REPRESENTATIVE, guardian, told.person).get(path)
    assert page.status_code == 403
    assert "Somebody" not in words(page)
    assert tried(told.case).refusal


def test_of_several_persons_one_is_chosen_first_and_the_pages_name_them() -> None:
    first, second = story(), story()
    browser = first.browser(Role.LAWYER, first.person, second.person)
    assert browser.get("/").headers["Location"] == "/whose/"
    assert words(browser.get("/whose/")).count("Open these pages") == 2
    assert browser.post("/whose/", {"person": second.person}).headers["Location"] == "/"
    assert "Choose somebody else" in words(browser.get("/"))
    assert entries_about(second.person).filter(act="portal.home").exists()
    assert not entries_about(first.person).filter(act="portal.home").exists()


def test_a_person_of_somebody_else_cannot_be_chosen() -> None:
    own, other = story(), story()
    page = own.browser().post("/whose/", {"person": other.person})
    assert page.status_code == 403
    refused = tried(other.person)
    assert (refused.act, refused.refusal) == ("portal.choose", "case.other_person")


def test_a_form_is_about_the_person_it_names_whatever_was_chosen_in_another_tab() -> None:
    first, second = story(), story()
    browser = first.browser(Role.LAWYER, first.person, second.person)
    browser.post("/whose/", {"person": second.person})
    browser.post("/support/", {"person": first.person, "words": "A doctor."})
    asked = SupportStep.objects.get(kind=SupportStepKind.ASKED)
    assert asked.support.person_id == first.person


@pytest.mark.parametrize("path", ["/support/", "/support/end/", "/rights/lawyer/"])
def test_a_form_about_somebody_else_is_refused_and_entered(path: str) -> None:
    own, other = story(), story()
    page = own.browser().post(path, {"person": other.person, "words": "I want this."})
    assert page.status_code == 403
    assert tried(other.case).refusal


@pytest.mark.parametrize("found", ["", "somebody", "person_'; drop table"])
def test_a_form_that_names_nobody_changes_nothing(found: str) -> None:
    page = story().browser().post("/support/", {"person": found, "words": "A doctor."})
    assert page.status_code == 400
    assert not SupportStep.objects.filter(kind=SupportStepKind.ASKED).exists()


def test_an_account_that_acts_for_nobody_is_told_so_and_that_is_entered() -> None:
    account = member(Role.REPRESENTATIVE, site=Site.PORTAL)
    page = signed_in(account).get("/")
    assert page.status_code == 403
    assert "Your account acts for nobody now." in words(page)
    assert tried(AccountId(account.pk)).refusal == "case.nobody"


def test_whoever_is_not_signed_in_is_sent_to_sign_in() -> None:
    browser = story().browser()
    browser.logout()
    assert browser.get("/rights/").headers["Location"].startswith("/sign-in/")


def test_every_page_has_the_way_out_and_a_title_that_tells_nothing() -> None:
    browser = story().browser()
    for path in PAGES:
        html = browser.get(path).content.decode()
        assert "data-exit" in html
        assert "<title>Waarborg</title>" in html
