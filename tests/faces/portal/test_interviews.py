"""Interviews on the portal: who is there, the promises with their state and reason, and the person's own no."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import done
from tests.apps.interviews.holding_them import admit, certified, day, declined
from tests.faces.portal.stories import Story, before_an_interview, story, tried, words
from waarborg.apps.interviews import closing, explaining
from waarborg.apps.interviews.drafts import Seat
from waarborg.apps.interviews.kinds import Cause, CompanionState, InterviewKind
from waarborg.apps.interviews.models import Interview
from waarborg.apps.people.models import CapacityKind
from waarborg.faces.portal.promises import DUTIES
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import InterviewId, ReasonId
from waarborg.law.rulebook import CURRENT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def _next(told: Story) -> Interview:
    found = Interview.objects.filter(person=told.person, state="planned").first()
    assert found is not None
    return found


def _page(told: Story, row: Interview) -> str:
    return words(told.browser().get(f"/interviews/{row.pk}/"))


def test_the_next_interview_says_when_where_and_whom_the_person_met_before() -> None:
    told = before_an_interview()
    page = _page(told, _next(told))
    assert "Wednesday 2 December 2026, 10:00" in page
    assert "Room adapted A calm room, made fit for young people." in page
    assert "A colleague asks the questions. You met them on 17 August 2026." in page
    assert "Interpreter: Tigrinya, sworn" in page


def test_every_safeguard_of_the_verdict_has_words_for_the_person() -> None:
    assert set(DUTIES) == {safeguard.id for safeguard in CURRENT.safeguards if safeguard.in_verdict}


def test_m19_b3_other_interviewers_are_explained_to_the_person_in_the_words_on_file() -> None:
    told = before_an_interview()
    other = certified("trafficking", "minors")
    admit(told.world.case, other, told.world.leader, on=day(-1))
    told.world.held(InterviewId(_next(told).pk), day(2))  # the plan goes on with the same people
    further = told.world.planned(
        day(4),
        kind=InterviewKind.FURTHER,
        topics=frozenset({"journey"}),
        need="The journey.",
        seats=(Seat(account=other.id), Seat(account=told.world.second.id)),
        companion=declined(),
    )
    row = Interview.objects.get(pk=further)
    assert "Not met Your interviews have the same people." in _page(told, row)
    reason = "V. was ill. We waited one week, and then asked T. to come."
    asked = done(
        explaining.ask(
            actor=told.world.asker,
            on=day(0),
            interview=further,
            rule="interviewers.same",
            cause=Cause.ILLNESS,
            reason=reason,
        )
    )
    assert reason not in _page(told, row), "nobody agreed yet"
    done(explaining.answer(actor=told.world.leader, on=day(0), reason=ReasonId(asked.pk), agreed=True))
    page = _page(told, row)
    assert f"Explained Your interviews have the same people. Explained: {reason} Agreed by a team leader." in page


def test_what_was_kept_is_told_from_the_receipt_of_the_closing() -> None:
    told = before_an_interview()
    first = Interview.objects.get(person=told.person, kind="report")
    page = _page(told, first)
    assert "What was promised, and what was kept" in page
    assert "Met The sound of the whole interview is recorded. This was kept." in page
    assert "Aunt Sara sat with you." in page


def test_an_interview_that_is_held_and_not_checked_claims_nothing() -> None:
    told = before_an_interview()
    pk = InterviewId(_next(told).pk)
    told.world.held(pk, day(2))
    page = _page(told, Interview.objects.get(pk=pk))
    assert "This is not checked yet." in page
    assert "This was kept." not in page
    assert not isinstance(closing.close(actor=told.world.asker, on=day(2, 12), interview=pk), Interview)


def test_m21_the_person_can_want_nobody_beside_them_and_only_the_person() -> None:
    told = before_an_interview()
    pk = _next(told).pk
    form = {"person": told.person}
    assert told.browser(Role.LAWYER).post(f"/interviews/{pk}/alone/", form).status_code == 403
    assert told.browser().post(f"/interviews/{pk}/alone/", form).status_code == 303
    row = Interview.objects.get(pk=pk)
    assert row.companion_state == CompanionState.DECLINED
    assert "Met You may bring an adult of your choice. The plan does this." in _page(told, row)


def test_the_interview_of_somebody_else_is_refused_and_entered() -> None:
    told, other = before_an_interview(), story()
    pk = _next(told).pk
    assert other.browser().get(f"/interviews/{pk}/").status_code == 403
    assert tried(InterviewId(pk)).refusal
    assert other.browser().post(f"/interviews/{pk}/alone/", {"person": told.person}).status_code == 403


def test_an_interview_of_a_suspect_of_the_case_is_not_in_the_list() -> None:
    told = story()
    told.world.planned(day(3), person=told.suspect, heard_as=CapacityKind.SUSPECT)
    assert "No interview is planned. That is normal." in words(told.browser().get("/interviews/"))
