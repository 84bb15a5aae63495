"""A charge moves along its table, by the prosecution alone, and keeps what the court last said."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.apps.cases.acting import NOON, case_by, code, detective, done, person_in, prosecutor, staff
from waarborg.apps.cases import access, charges, life
from waarborg.apps.cases.models import Charge, ChargeState
from waarborg.apps.custody.models import Entry, OutboxEvent
from waarborg.apps.people.models import Capacity, CapacityKind
from waarborg.kernel.actors import THE_HOUSE, Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ChargeId, DecisionId, PersonId


def _charged(*kinds: CapacityKind) -> tuple[ChargeId, PersonId, CaseId, Actor]:
    actor = detective()
    case = case_by(actor)
    person = PersonId(person_in(case, actor, *kinds or (CapacityKind.WITNESS,)).pk)
    charge = done(charges.suspect(actor=actor, on=NOON, person=person, offence="Exploitation of a minor"))
    return ChargeId(charge.pk), person, CaseId(case.pk), actor


@pytest.mark.django_db
def test_whoever_is_suspected_becomes_a_suspect_of_the_case_and_stays_what_they_were() -> None:
    _, person, _, _ = _charged(CapacityKind.VICTIM)
    assert set(Capacity.objects.filter(person=person).values_list("kind", flat=True)) == {"victim", "suspect"}
    assert OutboxEvent.objects.filter(name="person.is_suspect").count() == 1


@pytest.mark.django_db
def test_a_suspicion_says_of_what_and_its_words_are_sealed() -> None:
    charge, person, _, actor = _charged()
    assert b"minor" not in bytes(Charge.objects.get(pk=charge).offence)
    assert code(charges.suspect(actor=actor, on=NOON, person=person, offence=" ")) == "charge.offence_blank"


@pytest.mark.django_db
def test_nobody_is_suspected_in_a_case_that_has_ended() -> None:
    actor = detective()
    case = case_by(actor)
    person = PersonId(person_in(case, actor, CapacityKind.WITNESS).pk)
    done(life.close_case(actor=THE_HOUSE, on=NOON, case=CaseId(case.pk), reason="Done."))
    assert code(charges.suspect(actor=actor, on=NOON, person=person, offence="Theft")) == "charge.case_ended"


@pytest.mark.django_db
def test_only_a_prosecutor_of_the_case_prosecutes_or_dismisses() -> None:
    charge, _, case, actor = _charged()
    office = staff(Role.PROSECUTION_STAFF)
    done(access.grant_need(actor=THE_HOUSE, on=NOON, case=case, account=office.id, reason="Keeps terms."))
    for who in (actor, office):
        for to in (ChargeState.PROSECUTED, ChargeState.DISMISSED):
            assert code(charges.move(actor=who, on=NOON, charge=charge, to=to)) == "case.role"
    stranger = prosecutor()
    assert code(charges.move(actor=stranger, on=NOON, charge=charge, to=ChargeState.DISMISSED)) == "case.need_to_know"


@pytest.mark.django_db
def test_what_the_court_last_said_stays_through_appeal_and_when_it_is_final() -> None:
    charge, *_ = _charged()
    for to in ("prosecuted", "convicted", "appeal", "acquitted", "appeal", "final"):
        done(charges.move(actor=THE_HOUSE, on=NOON, charge=charge, to=ChargeState(to)))
    found = Charge.objects.get(pk=charge)
    assert (found.state, found.outcome) == (ChargeState.FINAL, ChargeState.ACQUITTED)


@pytest.mark.django_db
def test_a_step_names_the_decision_that_made_it() -> None:
    charge, person, case, actor = _charged()
    leads, decision = prosecutor(), DecisionId.new()
    done(access.assign_prosecutor(actor=actor, on=NOON, case=case, account=leads.id))
    done(charges.move(actor=leads, on=NOON, charge=charge, to=ChargeState.PROSECUTED, decision=decision))
    assert Charge.objects.get(pk=charge).steps.get(state="prosecuted").decision == decision
    assert set(Entry.objects.get(act="charge.move").subjects.split()) == {charge, case, decision}
    assert OutboxEvent.objects.get(name="charge.prosecuted").subjects.split() == [charge, person, case]


@pytest.mark.django_db
def test_a_charge_that_is_not_there_is_not_moved() -> None:
    assert code(charges.move(actor=prosecutor(), on=NOON, charge=ChargeId.new(), to=ChargeState.FINAL)) == (
        "charge.not_from_here"
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tries=st.lists(st.sampled_from(list(ChargeState)), max_size=14))
@pytest.mark.django_db
def test_no_sequence_of_decisions_leaves_the_table(tries: list[ChargeState]) -> None:
    charge, *_ = _charged()
    for to in tries:
        before = Charge.objects.get(pk=charge)
        result = charges.move(actor=THE_HOUSE, on=NOON, charge=charge, to=to)
        after = Charge.objects.get(pk=charge)
        assert isinstance(result, Refusal) == (to not in charges.MOVES[ChargeState(before.state)])
        assert after.state == (before.state if isinstance(result, Refusal) else to)
    states = [ChargeState(step.state) for step in Charge.objects.get(pk=charge).steps.all()]
    assert all(there in charges.MOVES[here] for here, there in pairwise(states))
    judgements = [state for state in states if state in charges.JUDGEMENTS]
    assert Charge.objects.get(pk=charge).outcome == (judgements[-1] if judgements else "")


def test_every_state_of_a_charge_is_in_the_table_and_only_final_is_the_end() -> None:
    assert set(charges.MOVES) == set(ChargeState)
    assert [state for state, following in charges.MOVES.items() if not following] == [ChargeState.FINAL]
