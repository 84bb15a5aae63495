"""A case moves along its table, and nowhere else."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.apps.cases.acting import NOON, at, case_by, code, detective, done, person_in, prosecutor, staff
from waarborg.apps.cases import access, charges, life
from waarborg.apps.cases.models import Case, CaseState, ChargeState
from waarborg.apps.custody.entering import consult
from waarborg.apps.custody.models import Entry, OutboxEvent
from waarborg.apps.people.models import CapacityKind
from waarborg.kernel.actors import THE_HOUSE, Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ChargeId, PersonId

_ACTS = {
    CaseState.INVESTIGATION: life.start_investigation,
    CaseState.NOT_INVESTIGATED: life.not_investigate,
    CaseState.ABROAD: life.transfer_abroad,
    CaseState.CLOSED: life.close_case,
    CaseState.REOPENED: life.reopen_case,
}


def _case_and_prosecutor() -> tuple[CaseId, Actor]:
    actor, leads = detective(), prosecutor()
    case = CaseId(case_by(actor).pk)
    done(access.assign_prosecutor(actor=actor, on=NOON, case=case, account=leads.id))
    return case, leads


@pytest.mark.django_db
def test_m3_the_investigation_starts_on_a_notification_alone() -> None:
    case, leads = _case_and_prosecutor()
    done(life.start_investigation(actor=leads, on=at(8, 5), case=case))
    found = Case.objects.get(pk=case)
    assert (found.state, str(found.investigation_started)) == (CaseState.INVESTIGATION, "2026-08-05")
    assert OutboxEvent.objects.get(name="case.investigation_started").subjects == case


@pytest.mark.django_db
def test_the_first_start_of_an_investigation_keeps_selecting_the_rules_after_a_return() -> None:
    case, leads = _case_and_prosecutor()
    done(life.start_investigation(actor=leads, on=at(8, 5), case=case))
    done(life.transfer_abroad(actor=leads, on=at(8, 9), case=case, reason="It happened there."))
    done(life.reopen_case(actor=leads, on=at(10, 1), case=case, reason="The court orders it."))
    done(life.start_investigation(actor=leads, on=at(10, 2), case=case))
    found = Case.objects.get(pk=case)
    assert str(found.investigation_started) == "2026-08-05"
    assert [step.state for step in found.steps.all()] == [
        "signal",
        "investigation",
        "abroad",
        "reopened",
        "investigation",
    ]


@pytest.mark.django_db
def test_the_reason_of_a_step_is_kept_under_the_key_of_the_case() -> None:
    case, leads = _case_and_prosecutor()
    done(life.transfer_abroad(actor=leads, on=NOON, case=case, reason="It happened in Antwerp."))
    step = Case.objects.get(pk=case).steps.get(state="abroad")
    assert b"Antwerp" not in bytes(step.reason)
    opening = consult(actor=leads, on=NOON, what="case.read", subjects=(case,))
    assert opening.read(step, "reason") == "It happened in Antwerp."


@pytest.mark.django_db
@pytest.mark.parametrize("to", [state for state, way in life.WAYS.items() if way.with_reason])
def test_a_step_without_its_reason_is_refused(to: CaseState) -> None:
    case, leads = _case_and_prosecutor()
    assert code(_ACTS[to](actor=leads, on=NOON, case=case, reason=" \n")) == "case.reason_blank"


@pytest.mark.django_db
def test_a_case_in_which_a_charge_runs_is_not_closed() -> None:
    actor, leads = detective(), prosecutor()
    case = case_by(actor)
    done(access.assign_prosecutor(actor=actor, on=NOON, case=CaseId(case.pk), account=leads.id))
    suspect = PersonId(person_in(case, actor, CapacityKind.WITNESS).pk)
    charge = ChargeId(done(charges.suspect(actor=actor, on=NOON, person=suspect, offence="Exploitation")).pk)
    assert code(life.close_case(actor=leads, on=NOON, case=CaseId(case.pk), reason="Done.")) == "case.charges_run"
    done(charges.move(actor=leads, on=NOON, charge=charge, to=ChargeState.DISMISSED))
    done(life.close_case(actor=leads, on=NOON, case=CaseId(case.pk), reason="Done."))


@pytest.mark.django_db
def test_whoever_has_the_role_but_not_the_need_to_know_moves_nothing_and_the_attempt_is_entered() -> None:
    case, _ = _case_and_prosecutor()
    stranger = prosecutor()
    assert code(life.close_case(actor=stranger, on=NOON, case=case, reason="Done.")) == "case.need_to_know"
    entry = Entry.objects.get(act="case.close")
    assert (entry.outcome, entry.actor, entry.subjects) == ("refused", stranger.id, case)


@pytest.mark.django_db
@pytest.mark.parametrize("to", list(life.WAYS))
def test_somebody_who_works_on_the_case_in_another_role_does_not_move_it(to: CaseState) -> None:
    case, leads = _case_and_prosecutor()
    carer = staff(Role.CARE_COORDINATOR)
    done(access.grant_need(actor=leads, on=NOON, case=case, account=carer.id, reason="Cares for the victim."))
    assert code(_ACTS[to](actor=carer, on=NOON, case=case, reason="Because.")) == "case.role"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tries=st.lists(st.sampled_from(list(life.WAYS)), max_size=12))
@pytest.mark.django_db
def test_no_sequence_of_acts_leaves_the_table(tries: list[CaseState]) -> None:
    case = CaseId(case_by(detective()).pk)
    for to in tries:
        before = Case.objects.get(pk=case)
        result = _ACTS[to](actor=THE_HOUSE, on=NOON, case=case, reason="Because.")
        after = Case.objects.get(pk=case)
        if to in life.MOVES[CaseState(before.state)]:
            assert after.state == to
        else:
            assert isinstance(result, Refusal)
            assert (after.state, after.steps.count()) == (before.state, before.steps.count())
    states = [CaseState(step.state) for step in Case.objects.get(pk=case).steps.all()]
    assert all(there in life.MOVES[here] for here, there in itertools.pairwise(states))


def test_every_state_is_in_the_table_and_can_be_left() -> None:
    assert set(life.MOVES) == set(CaseState)
    assert all(life.MOVES.values())


def test_two_who_end_a_case_at_once_take_one_step(fresh_database: object) -> None:
    del fresh_database
    case, leads = _case_and_prosecutor()

    def hand_over(_: int) -> str:
        try:
            result = life.transfer_abroad(actor=leads, on=NOON, case=case, reason="It happened there.")
            return result.code if isinstance(result, Refusal) else "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=3) as pool:
        assert sorted(pool.map(hand_over, range(3))) == ["case.not_from_here", "case.not_from_here", "done"]
    assert Case.objects.get(pk=case).steps.filter(state="abroad").count() == 1
