"""The rights of a victim as a page: told, asked, given, refused, and the choice about news."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.apps.cases.acting import detective
from tests.faces.desk.at_the_desk import browser_of, entries, words
from tests.faces.desk.outcome_case import Outcome, at, outcome
from waarborg.apps.rights.models import Choice, RightState, RightUse
from waarborg.faces.desk import rights
from waarborg.law.rights import RIGHTS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(db: None) -> Iterator[None]:
    with at():
        yield


@pytest.fixture
def made() -> Outcome:
    return outcome()


def _page(made: Outcome) -> str:
    return words(browser_of(made.road.detective).get(f"/people/{made.road.victim}/rights/"))


def test_m6_every_right_of_the_law_stands_under_the_moment_at_which_it_opens(made: Outcome) -> None:
    read = _page(made)
    assert [right.name.en for right in RIGHTS.values() if right.name.en not in read] == []
    assert read.index("From: First contact") < read.index("From: Report") < read.index("From: Guilty verdict")


def test_a_refusal_shows_its_ground_its_reason_and_who(made: Outcome) -> None:
    read = _page(made)
    assert "Ground: Only in the interest of the investigation, or in your own interest." in read
    assert "Your aunt may have to be a witness herself." in read
    assert "(M. de Wit)" in read


def test_several_rights_are_told_at_once(made: Outcome) -> None:
    path = f"/people/{made.road.victim}/rights/told/"
    client = browser_of(made.road.detective)
    assert client.post(path, {"rights": ["file_access", "information"], "words": "In Tigrinya"}).status_code == 303
    told = RightUse.objects.filter(person=made.road.victim, right__in=["file_access", "information"])
    assert [use.state for use in told] == [RightState.TOLD, RightState.TOLD]
    assert client.post(path, {"rights": ["interpreter"]}).status_code == 422


@pytest.mark.parametrize(("step", "state"), [("told", "told"), ("asked", "asked"), ("given", "given")])
def test_each_step_with_a_right_is_written_down(made: Outcome, step: str, state: str) -> None:
    path = f"/people/{made.road.victim}/rights/file_access/{step}/"
    browser_of(made.road.detective).post(f"/people/{made.road.victim}/rights/file_access/told/", {"words": ""})
    answer = browser_of(made.road.detective).post(path, {"words": "She asked on the telephone"})
    assert answer.headers["Location"] == f"/people/{made.road.victim}/rights/"
    assert RightUse.objects.get(person=made.road.victim, right="file_access").state == state


def test_a_refusal_needs_the_ground_of_the_law_and_who_the_law_names(made: Outcome) -> None:
    at_right = f"/people/{made.road.victim}/rights/file_access/"
    asks, prosecutor = browser_of(made.road.detective), browser_of(made.road.prosecutor)
    asks.post(f"{at_right}asked/", {"words": ""})
    no_ground = prosecutor.post(f"{at_right}refused/", {"reason": "The judge gave leave."})
    assert no_ground.status_code == 409
    assert "You did not say that the ground of the law applies." in words(no_ground)
    not_theirs = asks.post(f"{at_right}refused/", {"reason": "The judge gave leave.", "applies": "on"})
    assert "The law leaves that to somebody else." in words(not_theirs)
    said = {"reason": "The judge gave leave.", "applies": "on"}
    assert prosecutor.post(f"{at_right}refused/", said).status_code == 303
    assert RightUse.objects.get(person=made.road.victim, right="file_access").state == RightState.REFUSED


def test_what_nobody_may_refuse_is_refused_to_nobody(made: Outcome) -> None:
    at_right = f"/people/{made.road.victim}/rights/lawyer/"
    client = browser_of(made.road.prosecutor)
    client.post(f"{at_right}asked/", {"words": ""})
    assert "The law lets nobody refuse it." in words(client.get(f"{at_right}refused/"))
    answer = client.post(f"{at_right}refused/", {"reason": "No.", "applies": "on"})
    assert answer.status_code == 409


@pytest.mark.parametrize(("said", "kept"), [("yes", True), ("no", False), ("unknown", None)])
def test_the_choice_about_news_can_be_yes_no_or_not_said(made: Outcome, said: str, kept: bool | None) -> None:
    answer = browser_of(made.road.detective).post(f"/people/{made.road.victim}/news/", {"wants": said})
    assert answer.status_code == 303
    assert Choice.objects.get(person=made.road.victim).wants_information is kept


def test_nobody_asked_yet_is_not_a_no(made: Outcome) -> None:
    assert "Nobody asked yet whether this person wants news. Until then it is told, and asked." in _page(made)


def test_who_is_no_victim_has_no_such_page_and_the_look_is_entered(made: Outcome) -> None:
    answer = browser_of(made.road.detective).get(f"/people/{made.road.suspect}/rights/")
    assert answer.status_code == 404
    assert made.road.suspect in entries("right.list", made.road.detective)[0].subjects.split()


def test_a_stranger_is_refused_whoever_it_is_about(made: Outcome) -> None:
    stranger = detective()
    assert browser_of(stranger).get(f"/people/{made.road.victim}/rights/").status_code == 403
    assert entries("right.list", stranger)[0].outcome == "refused"


def test_a_right_or_step_that_there_is_not_has_no_page(made: Outcome) -> None:
    client = browser_of(made.road.detective)
    assert client.get(f"/people/{made.road.victim}/rights/flying/told/").status_code == 404
    assert client.get(f"/people/{made.road.victim}/rights/lawyer/lost/").status_code == 404
    assert set(rights.DEEDS) == set(RightState)
