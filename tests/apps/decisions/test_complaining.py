"""A victim can have the court of appeal look at a decision to stop; upheld, the case goes on with a trail."""

from __future__ import annotations

from typing import Any

import pytest

from tests.apps.cases.acting import NOON, code, done, person_in, staff
from tests.apps.outcomes import (
    WHY,
    another_charge,
    another_victim,
    colleague,
    dismissed,
    later,
    new_road,
    notice,
    portal,
    prosecuted,
    term_of,
)
from waarborg.apps.cases import life
from waarborg.apps.cases.models import Case, CaseState, CaseStep, Charge, ChargeState, ChargeStep
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.decisions.complaining import answer_complaint, file_complaint
from waarborg.apps.decisions.investigating import decide_not_to_investigate, transfer
from waarborg.apps.decisions.judging import acquit, make_final
from waarborg.apps.decisions.models import Complaint, ComplaintState, Decision, DecisionKind
from waarborg.apps.decisions.queries import complaints_of, open_complaints, term_of_complaint
from waarborg.apps.people.models import Answer
from waarborg.apps.rights.models import Notice
from waarborg.kernel.actors import Role, Service
from waarborg.kernel.ids import ComplaintId, DecisionId, PersonId

pytestmark = pytest.mark.django_db

WORDS = "The camera at the station shows him. Nobody looked at it."


def filed(road: Any, decision: DecisionId, person: PersonId | None = None) -> ComplaintId:  # noqa: ANN401
    row = done(
        file_complaint(
            actor=portal(road, Role.VICTIM, person or road.victim),
            on=later(days=9),
            decision=decision,
            person=person or road.victim,
            filed_on=later(days=8).date(),
            words=WORDS,
        )
    )
    return ComplaintId(row.pk)


def answer(road: Any, complaint: ComplaintId, *, upheld: bool) -> object:  # noqa: ANN401
    return answer_complaint(
        actor=road.prosecutor,
        on=later(days=60),
        complaint=complaint,
        upheld=upheld,
        answered_on=later(days=59).date(),
        explanation=WHY,
    )


def test_a_complaint_becomes_a_task_with_a_status_that_the_person_can_read() -> None:
    road = new_road()
    complaint = filed(road, dismissed(road))
    assert [row.pk for row in open_complaints(road.prosecutor)] == [complaint]
    assert list(open_complaints(staff(Role.PROSECUTOR))) == []
    seen = complaints_of(actor=portal(road), case=road.case, opening=road.reading())
    assert [(view.state, view.words) for view in seen] == [(ComplaintState.FILED, WORDS)]


def test_upheld_after_the_case_was_closed_the_case_goes_on_again_with_a_trail() -> None:
    road = new_road()
    second = another_victim(road)
    complaint = filed(road, dismissed(road))
    done(life.close_case(actor=road.prosecutor, on=later(days=20), case=road.case, reason=WHY))
    done(answer(road, complaint, upheld=True))
    deliver_pending(on=later(days=60))
    assert Case.objects.get(pk=road.case).state == CaseState.REOPENED
    assert Charge.objects.get(pk=road.charge).state == ChargeState.PROSECUTED
    order = Decision.objects.get(kind=DecisionKind.ORDER)
    assert ChargeStep.objects.filter(charge=road.charge).last().decision == order.pk  # type: ignore[union-attr]
    assert list(CaseStep.objects.filter(case=road.case).values_list("state", flat=True))[-2:] == [
        CaseState.CLOSED,
        CaseState.REOPENED,
    ]
    for person in (road.victim, second):
        assert Notice.objects.filter(person=person, about="reopened").count() == 1
    assert list(open_complaints(road.prosecutor)) == []


def test_upheld_after_a_transfer_abroad_the_case_comes_back() -> None:
    road = new_road()
    done(transfer(actor=road.prosecutor, on=later(days=1), case=road.case, explanation=WHY))
    complaint = filed(road, dismissed(road, later(days=5)))
    done(answer(road, complaint, upheld=True))
    assert Case.objects.get(pk=road.case).state == CaseState.REOPENED


def test_upheld_against_no_investigation_the_case_is_taken_up() -> None:
    road = new_road()
    made = done(decide_not_to_investigate(actor=road.prosecutor, on=NOON, case=road.case, explanation=WHY))
    complaint = filed(road, DecisionId(made.pk))
    done(answer(road, complaint, upheld=True))
    assert Case.objects.get(pk=road.case).state == CaseState.REOPENED
    term = term_of(road, DecisionId(made.pk))
    assert (term.served, term.ends_on) == (Answer.NO, None)


def test_rejected_nothing_moves_and_the_answer_stays() -> None:
    road = new_road()
    complaint = filed(road, dismissed(road))
    done(answer(road, complaint, upheld=False))
    assert Complaint.objects.get(pk=complaint).state == ComplaintState.REJECTED
    assert Charge.objects.get(pk=road.charge).state == ChargeState.DISMISSED
    assert code(answer(road, complaint, upheld=True)) == "complaint.answered"


def test_once_the_judgement_is_final_there_is_no_complaint() -> None:
    road = new_road()
    decision = dismissed(road)
    prosecuted(road, later(days=1))
    court: dict[str, Any] = {"actor": road.prosecutor, "charge": road.charge, "explanation": WHY}
    done(acquit(on=later(days=2), decided_on=later(days=2).date(), **court))
    done(make_final(on=later(days=3), decided_on=later(days=3).date(), **court))
    refused = file_complaint(
        actor=portal(road),
        on=later(days=4),
        decision=decision,
        person=road.victim,
        filed_on=later(days=4).date(),
        words=WORDS,
    )
    assert code(refused) == "complaint.final"
    assert term_of(road, decision).possible is False


def test_a_late_complaint_is_for_the_court_to_judge_and_is_not_refused_here() -> None:
    road = new_road()
    decision = dismissed(road)
    late = file_complaint(
        actor=portal(road, Role.LAWYER),
        on=later(days=400),
        decision=decision,
        person=road.victim,
        filed_on=later(days=399).date(),
        words=WORDS,
    )
    assert done(late).state == ComplaintState.FILED


def test_a_complaint_is_about_a_decision_to_stop_by_a_victim_with_words_and_once() -> None:
    road = new_road()
    going_on = prosecuted(road)
    decision = dismissed(road, later(days=1))
    good: dict[str, Any] = {
        "actor": road.prosecutor,
        "on": later(days=2),
        "decision": decision,
        "person": road.victim,
        "filed_on": later(days=2).date(),
        "words": WORDS,
    }
    refused = [
        file_complaint(**{**good, "decision": going_on}),
        file_complaint(**{**good, "decision": new_decision()}),
        file_complaint(**{**good, "person": road.suspect}),
        file_complaint(**{**good, "words": " "}),
        file_complaint(**{**good, "filed_on": later(days=3).date()}),
    ]
    assert [code(one) for one in refused] == [
        "complaint.decision",
        "complaint.decision",
        "complaint.person",
        "complaint.words",
        "decision.day",
    ]
    done(file_complaint(**good))
    assert code(file_complaint(**good)) == "complaint.already"


def new_decision() -> DecisionId:
    """A dismissal in another case."""
    return dismissed(new_road())


def test_nobody_sees_somebody_elses_complaint_in_the_portal() -> None:
    road = new_road()
    other = PersonId(person_in(Case.objects.get(pk=road.case), road.detective, called="Ana").pk)
    filed(road, dismissed(road))
    assert complaints_of(actor=portal(road, Role.VICTIM, other), case=road.case, opening=road.reading()) == ()
    assert notice(road, "dismissal")


def test_that_somebody_is_prosecuted_is_entered_by_the_prosecutor_and_a_no_by_their_staff() -> None:
    road = new_road()
    complaint = filed(road, dismissed(road))
    helper = colleague(road, Role.PROSECUTION_STAFF, service=Service.PROSECUTION_SERVICE)
    said: dict[str, Any] = {
        "actor": helper,
        "on": later(days=60),
        "complaint": complaint,
        "answered_on": later(days=59).date(),
        "explanation": WHY,
    }
    assert code(answer_complaint(upheld=True, **said)) == "case.role"
    assert done(answer_complaint(upheld=False, **said)).state == ComplaintState.REJECTED


def test_upheld_in_a_case_that_still_runs_is_told_under_its_own_name() -> None:
    road = new_road()
    second = another_charge(road)
    first = filed(road, dismissed(road))
    other = filed(road, dismissed(road, later(days=1), second))
    done(answer(road, first, upheld=True))
    done(answer(road, other, upheld=True))
    assert Notice.objects.filter(person=road.victim, about="reopened").count() == 2


def test_the_term_is_told_to_nobody_else() -> None:
    road = new_road()
    decision = dismissed(road)
    assert term_of_complaint(actor=staff(Role.PROSECUTOR), decision=decision, person=road.victim) is None
    assert term_of_complaint(actor=road.detective, decision=dismissed(new_road()), person=road.victim) is None
