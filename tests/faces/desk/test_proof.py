"""What a case rests on, as a page: sources added and withdrawn show at once, and one person's words are flagged."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.apps.outcomes import aged
from tests.faces.desk.at_the_desk import browser_of, words
from tests.faces.desk.outcome_case import Outcome, at, outcome
from waarborg.apps.cases.models import Charge
from waarborg.apps.people.models import CapacityKind, Person
from waarborg.apps.signals.models import Proof
from waarborg.faces.desk import proof

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(db: None) -> Iterator[None]:
    with at():
        yield


@pytest.fixture
def made() -> Outcome:
    return outcome()


def _page(made: Outcome) -> str:
    return words(browser_of(made.road.detective).get(f"/cases/{made.road.case}/proof/"))


def test_m10_each_element_shows_its_sources_what_is_missing_and_what_hangs_on_one_person(made: Outcome) -> None:
    read = _page(made)
    assert "Messages on two telephones" in read
    assert "Statement: Yonas" in read
    assert "All of it hangs on the words of Yonas." in read
    assert "A second source. Now it hangs on Yonas alone." in read
    assert "Everything: nothing proves this yet." in read
    assert "1 source that no longer counts" in read
    assert "It was another car." in read


def test_what_may_not_be_needed_for_a_child_is_asked_and_not_said_to_be_missing(made: Outcome) -> None:
    assert "Somebody may have been a child then." in _page(made)
    aged(made.road, made.second, 30, 30)
    assert "Somebody may have been a child then." not in _page(made)


def test_a_source_that_is_added_shows_at_once(made: Outcome) -> None:
    path = f"/charges/{made.stopped}/proof/aim/"
    said = {"kind": "financial", "source": "Cash in a tin", "whose": "", "origin": ""}
    answer = browser_of(made.road.detective).post(path, said)
    assert answer.headers["Location"] == f"/cases/{made.road.case}/proof/#{made.stopped}"
    read = _page(made)
    assert "Cash in a tin" in read
    assert "All of it hangs on the words of Yonas." not in read


def test_a_statement_without_whose_words_it_is_is_refused_in_place(made: Outcome) -> None:
    path = f"/charges/{made.road.charge}/proof/means/"
    said = {"kind": "statement", "source": "He was hit", "whose": "", "origin": ""}
    answer = browser_of(made.road.detective).post(path, said)
    assert answer.status_code == 409
    assert "We do not know whose statement this is" in words(answer)
    assert "He was hit" in answer.content.decode()
    said["whose"] = made.road.victim
    assert browser_of(made.road.detective).post(path, said).status_code == 303


def test_a_source_is_withdrawn_with_a_reason_and_stays_on_file(made: Outcome) -> None:
    path = f"/proofs/{made.proof}/withdraw/"
    client = browser_of(made.road.detective)
    assert client.post(path, {"reason": ""}).status_code == 422
    assert client.post(path, {"reason": "He took it back."}).status_code == 303
    assert Proof.objects.get(pk=made.proof).withdrawn_at is not None
    assert "2 sources that no longer count" in _page(made)
    assert client.post(path, {"reason": "Once more."}).status_code == 409


def test_somebody_is_suspected_and_becomes_a_suspect_of_the_case(made: Outcome) -> None:
    path = f"/cases/{made.road.case}/proof/suspect/"
    said = {"suspected": made.second, "offence": "theft", "trafficking": "no"}
    assert browser_of(made.road.detective).post(path, said).status_code == 303
    charge = Charge.objects.get(suspect=made.second)
    assert charge.trafficking is False
    assert Person.objects.get(pk=made.second).capacities.filter(kind=CapacityKind.SUSPECT).exists()
    assert "Mila: theft" in _page(made)


def test_whether_it_is_trafficking_is_asked_and_never_assumed(made: Outcome) -> None:
    answer = browser_of(made.road.detective).post(
        f"/cases/{made.road.case}/proof/suspect/", {"suspected": made.second, "offence": "theft"}
    )
    assert answer.status_code == 422
    assert "Choose one answer." in words(answer)


def test_who_only_cares_reads_and_adds_nothing(made: Outcome) -> None:
    page = words(browser_of(made.road.coordinator).get(f"/cases/{made.road.case}/proof/"))
    assert "Add a source" not in page
    said = {"kind": "financial", "source": "x", "whose": "", "origin": ""}
    answer = browser_of(made.road.coordinator).post(f"/charges/{made.road.charge}/proof/aim/", said)
    assert answer.status_code == 403


def test_an_element_that_the_law_does_not_have_has_no_page(made: Outcome) -> None:
    assert browser_of(made.road.detective).get(f"/charges/{made.road.charge}/proof/mood/").status_code == 404
    assert proof.ADD.form.base_fields.keys() == {"kind", "source", "whose", "origin"}
