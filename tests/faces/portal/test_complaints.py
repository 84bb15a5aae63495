"""A complaint from the portal: the term with its basis and start, and the asking itself."""

from __future__ import annotations

import pytest

from tests.apps.interviews.holding_them import day
from tests.faces.portal.stories import Story, story, tried, words
from waarborg.apps.decisions.models import Complaint
from waarborg.faces.portal.complaints import ComplaintForm
from waarborg.kernel.ids import DecisionId

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def _dismissed() -> tuple[Story, DecisionId]:
    told = story()
    decision = told.dismiss(day(-20))
    told.send("dismissal", day(-19))
    return told, decision


def test_m8_the_letter_says_why_and_from_when_a_complaint_can_be_made() -> None:
    told, decision = _dismissed()
    page = told.browser().get(f"/notices/{told.notice('dismissal')}/")
    assert "There was not enough proof for the judges" in words(page)
    assert "We do not know yet whether the suspect got a formal notice" in words(page)
    assert f"/complaint/{decision}/" in page.content.decode()


def test_a_complaint_in_the_persons_own_words_becomes_a_task_of_the_prosecution_service() -> None:
    told, decision = _dismissed()
    browser = told.browser()
    sent = browser.post(f"/complaint/{decision}/", {"person": told.person, "words": "He was there."}, follow=True)
    assert "You asked this on 30 November 2026." in words(sent)
    assert Complaint.objects.get(decision=decision).person_id == told.person
    again = browser.post(f"/complaint/{decision}/", {"person": told.person, "words": "Again."})
    assert again.status_code == 409
    assert "This person complained about this decision already." in words(again)


def test_a_decision_of_which_the_person_was_not_told_is_refused_and_entered() -> None:
    told = story()
    decision = told.dismiss(day(-20))
    assert told.browser().get(f"/complaint/{decision}/").status_code == 403
    assert tried(decision).refusal


def test_the_right_to_complain_leads_to_the_decision() -> None:
    told, decision = _dismissed()
    assert f"/complaint/{decision}/" in told.browser().get("/rights/complaint/").content.decode()
    assert not ComplaintForm({"words": " "}).is_valid()
