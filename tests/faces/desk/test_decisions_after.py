"""Formal notice, complaints with their answer, and a suspect who is free, as pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.faces.desk.at_the_desk import browser_of, words
from tests.faces.desk.outcome_case import NOW, TODAY, Outcome, at, outcome
from waarborg.apps.cases.models import Charge, ChargeState
from waarborg.apps.decisions.models import Complaint, ComplaintState, Detention, FormalNotice
from waarborg.apps.rights.models import Notice
from waarborg.faces.desk import decisions_after
from waarborg.kernel.clock import AMSTERDAM

pytestmark = pytest.mark.django_db
WHY = "The court finds that more proof can be found, and that somebody must look at it."


@pytest.fixture(autouse=True)
def _clock(db: None) -> Iterator[None]:
    with at():
        yield


@pytest.fixture
def made() -> Outcome:
    return outcome()


def test_service_is_entered_and_every_victim_must_be_told_of_the_term(made: Outcome) -> None:
    before = Notice.objects.filter(about="dismissal").count()
    answer = browser_of(made.road.prosecutor).post(
        f"/decisions/{made.decision}/service/", {"served_on": TODAY.isoformat()}
    )
    assert answer.headers["Location"] == f"/decisions/{made.decision}/"
    assert FormalNotice.objects.get(decision=made.decision).served
    assert Notice.objects.filter(about="dismissal").count() == before + 2
    read = words(browser_of(made.road.prosecutor).get(f"/decisions/{made.decision}/"))
    assert "The suspect got formal notice on Monday 24 August 2026." in read
    assert "Not started. It starts on the day on which the person hears of the formal notice." in read


def test_a_complaint_of_a_second_victim_is_entered_and_a_second_one_refused_in_place(made: Outcome) -> None:
    path = f"/decisions/{made.decision}/complaint/"
    said = {"victim": made.second, "filed_on": TODAY.isoformat(), "words": "It was not only me."}
    client = browser_of(made.road.detective)
    assert "bars" not in words(client.get(path))
    assert client.post(path, said).status_code == 303
    again = client.post(path, said)
    assert again.status_code == 409
    assert "This person complained about this decision already." in words(again)
    assert Complaint.objects.count() == 2


def test_a_complaint_is_asked_for_in_words(made: Outcome) -> None:
    answer = browser_of(made.road.detective).post(f"/decisions/{made.decision}/complaint/", {"victim": made.second})
    assert answer.status_code == 422
    assert "Write in a few words what the person says." in words(answer)


def test_the_courts_order_makes_the_charge_prosecuted_again(made: Outcome) -> None:
    path = f"/complaints/{made.complaint}/"
    client = browser_of(made.road.prosecutor)
    assert "He was there every evening. He took the money." in words(client.get(path))
    said = {"upheld": "yes", "answered_on": TODAY.isoformat(), "explanation": WHY}
    assert client.post(path, said).status_code == 303
    assert Complaint.objects.get(pk=made.complaint).state == ComplaintState.UPHELD
    assert Charge.objects.get(pk=made.stopped).state == ChargeState.PROSECUTED
    answered = words(client.get(path))
    assert "The court orders to go on" in answered
    assert "Enter the court’s answer" not in answered


def test_an_escape_makes_notices_due_within_the_hour_of_knowing(made: Outcome) -> None:
    known = NOW - timedelta(minutes=5)
    answer = browser_of(made.road.detective).post(
        f"/cases/{made.road.case}/detention/",
        {
            "suspect": made.road.suspect,
            "kind": "escape",
            "known_at": known.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H:%M"),
            "words": "He did not come back from leave.",
        },
    )
    assert answer.headers["Location"] == f"/cases/{made.road.case}/notices/"
    row = Detention.objects.order_by("-entered_at", "known_at").last()
    assert row is not None
    due = Notice.objects.filter(person=made.road.victim, about="escape", known_at=known)
    assert [notice.due_by for notice in due] == [known + timedelta(hours=1)]


def test_only_suspects_can_be_chosen_and_an_unknown_moment_is_asked_for(made: Outcome) -> None:
    path = f"/cases/{made.road.case}/detention/"
    page = browser_of(made.road.detective).get(path).content.decode()
    assert str(made.road.victim) not in page.partition("<form")[2].partition("</form>")[0]
    answer = browser_of(made.road.detective).post(
        path, {"suspect": made.road.suspect, "kind": "leave", "known_at": "x"}
    )
    assert "This is no day with a time." in words(answer)


def test_who_may_enter_what_is_the_acts_own_table(made: Outcome) -> None:
    assert decisions_after.SERVE.form.base_fields.keys() == {"served_on"}
    answer = browser_of(made.road.detective).post(
        f"/decisions/{made.decision}/service/", {"served_on": TODAY.isoformat()}
    )
    assert answer.status_code == 403
    assert "Your role does not do this." in words(answer)
