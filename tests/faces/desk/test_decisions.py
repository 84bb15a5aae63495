"""The register of decisions, what a case waits for, and the page of one decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.apps.cases.acting import detective
from tests.apps.outcomes import another_charge, dismissed, new_road
from tests.faces.desk.at_the_desk import browser_of, entries, words
from tests.faces.desk.outcome_case import Outcome, at, outcome
from waarborg.faces.desk import decisions

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(db: None) -> Iterator[None]:
    with at():
        yield


@pytest.fixture
def made() -> Outcome:
    return outcome()


def test_the_register_shows_what_was_decided_and_what_waits(made: Outcome) -> None:
    read = words(browser_of(made.road.prosecutor).get("/decisions/"))
    assert "The prosecutor stops Too little proof C." in read
    assert "Waits for a decision Suspect A" in read
    assert "Complaint sent on Saturday 22 August." in read


def test_the_register_names_in_its_entry_everybody_it_shows(made: Outcome) -> None:
    browser_of(made.road.prosecutor).get("/decisions/")
    named = entries("decision.list", made.road.prosecutor)[0].subjects.split()
    assert {made.road.case, made.road.suspect, made.road.victim} <= set(named)


def test_the_register_shows_nothing_of_cases_of_others(made: Outcome) -> None:
    other = new_road()
    dismissed(other)
    read = words(browser_of(detective()).get("/decisions/"))
    assert "Nothing was decided yet in your cases." in read
    mine = browser_of(made.road.prosecutor).get("/decisions/").content.decode()
    assert str(other.case) not in mine


def test_a_register_of_more_than_a_page_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    road = new_road()
    monkeypatch.setattr(decisions, "_ON_A_PAGE", 1)
    dismissed(road)
    dismissed(road, charge=another_charge(road))
    client = browser_of(road.prosecutor)
    assert "Older decisions" in words(client.get("/decisions/"))
    assert "Newer decisions" in words(client.get("/decisions/?page=2"))
    assert client.get("/decisions/?page=none").status_code == 200


def test_the_decisions_of_a_case_offer_what_can_follow_to_who_may(made: Outcome) -> None:
    path = f"/cases/{made.road.case}/decisions/"
    read = words(browser_of(made.road.prosecutor).get(path))
    assert "Decide to prosecute" in read
    assert "They stay until this is so:" in read
    theirs = words(browser_of(made.road.coordinator).get(path))
    assert "You have nothing to decide about this charge now." in theirs
    assert "Enter that somebody is free" not in theirs


def test_a_decision_shows_what_it_moved_who_must_be_told_and_until_when_one_can_complain(made: Outcome) -> None:
    read = words(browser_of(made.road.prosecutor).get(f"/decisions/{made.decision}/"))
    assert "Payment of damage in the criminal case Closes" in read
    assert "Yonas : Must be told. At the latest on Thursday 3 September." in read
    assert re.search("Until when (Yonas, Mila|Mila, Yonas) can complain", read)
    assert "Nobody knows yet whether the suspect got formal notice." in read
    assert "The court of appeal has not answered" in read


def test_a_decision_of_another_case_is_refused_and_the_attempt_entered(made: Outcome) -> None:
    stranger = detective()
    answer = browser_of(stranger).get(f"/decisions/{made.decision}/")
    assert answer.status_code == 403
    assert entries("decision.read", stranger)[0].outcome == "refused"
