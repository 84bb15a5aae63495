"""Support as a page: what was done and planned, reviews, and that no case can end it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client

from tests.apps.outcomes import support_of
from tests.faces.desk.at_the_desk import browser_of, entries, words
from tests.faces.desk.outcome_case import NOW, Outcome, at, outcome
from waarborg.apps.support.models import Support, SupportState, SupportStep
from waarborg.faces.desk import support
from waarborg.kernel.clock import AMSTERDAM

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(db: None) -> Iterator[None]:
    with at():
        yield


@pytest.fixture
def made() -> Outcome:
    return outcome()


@pytest.fixture
def carer(made: Outcome) -> Client:
    return browser_of(made.road.coordinator)


def _at(made: Outcome, act: str = "") -> str:
    return f"/people/{made.road.victim}/support/{act}"


def test_support_shows_who_goes_along_what_is_planned_and_which_decision_started_a_review(
    made: Outcome, carer: Client
) -> None:
    read = words(carer.get(_at(made)))
    assert "Under review, goes on." in read
    assert "Who goes along S. Aydin" in read
    assert "Thu 27 Aug Talk planned , 10:05" in read
    assert f'href="/decisions/{made.decision}/"' in carer.get(_at(made)).content.decode()


def test_m8_that_the_case_ended_is_refused_in_place_with_sentence_16_and_support_stays(
    made: Outcome, carer: Client
) -> None:
    answer = carer.post(_at(made, "end/"), {"because": "case_ended", "words": ""})
    read = words(answer)
    assert answer.status_code == 403
    assert "You cannot close support because the case ended." in read
    assert "Only the person, or the end of the need, ends support." in read
    assert "You can plan a review." in read
    assert "Yonas: Under review, goes on." in read
    assert support_of(made.road).state == SupportState.REVIEW
    assert entries("support.end", made.road.coordinator)[0].refusal == "support.end.case_ended"


def test_the_same_refusal_is_said_in_dutch(made: Outcome, carer: Client) -> None:
    answer = carer.post(_at(made, "end/"), {"because": "case_ended", "words": ""}, headers={"accept-language": "nl"})
    assert "U kunt de steun niet sluiten omdat de zaak klaar is." in words(answer)


def test_the_person_ends_it_in_their_own_words_and_asking_opens_it_again(made: Outcome, carer: Client) -> None:
    said = {"because": "person", "words": "I want to go on alone now."}
    assert carer.post(_at(made, "end/"), {**said, "words": ""}).status_code == 403
    assert carer.post(_at(made, "end/"), said).status_code == 303
    assert support_of(made.road).state == SupportState.ENDED
    assert "Plan a talk" not in words(carer.get(_at(made)))
    assert carer.post(_at(made, "ask/"), {"words": "I would like to talk after all."}).status_code == 303
    assert support_of(made.road).state == SupportState.OPEN


def test_a_review_is_finished_by_the_coordinator_and_support_goes_on(made: Outcome, carer: Client) -> None:
    refused = browser_of(made.road.detective).post(_at(made, "reviewed/"), {"outcome": "All is well."})
    assert refused.status_code == 403
    assert carer.post(_at(made, "reviewed/"), {"outcome": "School, and a longer stay."}).status_code == 303
    assert support_of(made.road).state == SupportState.OPEN
    again = carer.post(_at(made, "reviewed/"), {"outcome": "Once more."})
    assert again.status_code == 409
    assert "No review is running." in words(again)


@pytest.mark.parametrize("act", ["talk", "shelter"])
def test_something_is_planned_on_the_clock_of_amsterdam(made: Outcome, carer: Client, act: str) -> None:
    when = NOW + timedelta(days=9)
    said = {"planned_for": when.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H:%M"), "words": "With S. Aydin"}
    assert carer.post(_at(made, f"{act}/"), said).status_code == 303
    last = SupportStep.objects.filter(support=support_of(made.road)).latest("at", "pk")
    assert SupportStep.objects.filter(support=support_of(made.road), planned_for=when).exists(), last


def test_needs_and_a_review_without_a_day_can_be_entered(made: Outcome, carer: Client) -> None:
    assert carer.post(_at(made, "needs/"), {"words": "Sleep, school, a doctor"}).status_code == 303
    assert carer.post(_at(made, "review/"), {"planned_for": ""}).status_code == 303
    assert carer.post(_at(made, "needs/"), {"words": ""}).status_code == 422


def test_a_coordinator_is_chosen_from_the_coordinators(made: Outcome, carer: Client) -> None:
    page = carer.get(_at(made, "coordinator/")).content.decode()
    assert str(made.road.coordinator.id) in page
    assert str(made.road.detective.id) not in page
    assert carer.post(_at(made, "coordinator/"), {"coordinator": made.road.coordinator.id}).status_code == 303


def test_support_that_is_open_is_not_opened_twice(made: Outcome, carer: Client) -> None:
    answer = carer.post(_at(made, "open/"), {})
    assert answer.status_code == 409
    assert "This person has support already." in words(answer)
    assert Support.objects.filter(person=made.road.victim).count() == 1


def test_every_act_has_a_page_and_no_other_has(made: Outcome, carer: Client) -> None:
    for name in support.DEEDS:
        assert carer.get(_at(made, f"{name}/")).status_code == 200
    assert carer.get(_at(made, "forget/")).status_code == 404
