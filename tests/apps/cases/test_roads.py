"""A victim's road: informed first, free to say no, never shut in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.apps.cases.acting import NOON, at, case_by, code, detective, done, person_in, staff, victim_met
from waarborg.apps.cases import life, persons, roads
from waarborg.apps.cases.models import Case, VictimRoad, VictimState
from waarborg.apps.cases.road_kinds import Consent, ReflectionEnd, StepKind
from waarborg.apps.custody.models import Entry, OutboxEvent
from waarborg.apps.people.facts import Facts
from waarborg.apps.people.models import Answer, CapacityKind, Certificate
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import moment_on
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, CaseId, PersonId
from waarborg.law.reflection import REFLECTION


def _met() -> tuple[PersonId, Actor]:
    actor = detective()
    return victim_met(case_by(actor), actor), actor


def _without_stay() -> tuple[PersonId, Actor]:
    person, actor = _met()
    done(persons.state_facts(actor=actor, on=NOON, person=person, facts=Facts(lawful_stay=Answer.NO)))
    return person, actor


def _thinking(on: date = date(2026, 11, 30)) -> tuple[PersonId, Actor]:
    person, actor = _without_stay()
    done(roads.offer_reflection(actor=actor, on=moment_on(on), person=person))
    done(roads.accept_reflection(actor=actor, on=moment_on(on), person=person, in_detention=False))
    return person, actor


@pytest.mark.django_db
def test_m2_first_contact_announces_the_victim_so_that_support_opens_and_rights_are_told() -> None:
    person, _ = _met()
    found = OutboxEvent.objects.get(name="victim.found")
    assert found.subjects.split() == [person, VictimRoad.objects.get(pk=person).person.case]


@pytest.mark.django_db
def test_the_road_of_a_victim_begins_once() -> None:
    person, actor = _met()
    assert code(roads.make_first_contact(actor=actor, on=NOON, person=person)) == "victim.does_not_follow"


@pytest.mark.django_db
def test_somebody_who_is_no_victim_has_no_road() -> None:
    actor = detective()
    witness = PersonId(person_in(case_by(actor), actor, CapacityKind.WITNESS).pk)
    assert code(roads.make_first_contact(actor=actor, on=NOON, person=witness)) == "victim.not_a_victim"
    assert code(roads.hold_informative(actor=actor, on=NOON, person=witness)) == "victim.no_first_contact"


@pytest.mark.django_db
def test_m1_a_report_before_an_informative_interview_is_refused() -> None:
    person, actor = _met()
    assert code(roads.record_report(actor=actor, on=NOON, person=person, taken_by=[actor.id])) == (
        "victim.informative_first"
    )
    assert VictimRoad.objects.get(pk=person).state == VictimState.FIRST_CONTACT


@pytest.mark.django_db
def test_m1_a_report_follows_an_informative_interview() -> None:
    person, actor = _met()
    done(roads.hold_informative(actor=actor, on=NOON, person=person))
    done(roads.record_report(actor=actor, on=NOON, person=person, taken_by=[actor.id]))
    assert VictimRoad.objects.get(pk=person).state == VictimState.REPORT


@pytest.mark.django_db
def test_m1_an_acute_situation_is_the_only_exception_and_its_reason_is_kept() -> None:
    person, actor = _met()
    reason = "He was about to be flown out."
    done(roads.record_report(actor=actor, on=NOON, person=person, taken_by=[actor.id], acute_reason=reason))
    step = VictimRoad.objects.get(pk=person).steps.get(what=StepKind.REPORTED)
    assert bytes(step.reason)
    assert b"flown" not in bytes(step.reason)


@pytest.mark.django_db
def test_m11_only_certified_detectives_take_a_report_and_the_entry_names_them() -> None:
    person, actor = _met()
    done(roads.hold_informative(actor=actor, on=NOON, person=person))
    lapsed, other = staff(Role.DETECTIVE, certified=True), detective()
    Certificate.objects.filter(account=lapsed.id).update(until=date(2026, 8, 2))
    for takers in ([], [staff(Role.DETECTIVE).id], [actor.id, lapsed.id]):
        refused = roads.record_report(actor=actor, on=NOON, person=person, taken_by=takers)
        assert code(refused) == "victim.not_certified"
    done(roads.record_report(actor=actor, on=NOON, person=person, taken_by=[actor.id, other.id]))
    assert {actor.id, other.id} <= set(Entry.objects.get(act="victim.report").subjects.split())


@pytest.mark.django_db
def test_b11_m9_a_no_is_told_for_that_person_and_the_case_goes_on() -> None:
    actor = detective()
    case = case_by(actor)
    says_no, other = victim_met(case, actor, "Ana"), victim_met(case, actor, "Iva")
    done(roads.hold_informative(actor=actor, on=NOON, person=says_no))
    done(roads.decline(actor=actor, on=NOON, person=says_no))
    assert OutboxEvent.objects.get(name="victim.declined").subjects.split() == [says_no, case.pk]
    done(life.start_investigation(actor=actor, on=NOON, case=CaseId(case.pk)))
    assert Case.objects.get(pk=case.pk).state == "investigation"
    assert VictimRoad.objects.get(pk=other).state == VictimState.FIRST_CONTACT


@pytest.mark.django_db
def test_a_report_after_a_no_stays_possible() -> None:
    person, actor = _met()
    done(roads.hold_informative(actor=actor, on=NOON, person=person))
    done(roads.decline(actor=actor, on=NOON, person=person))
    done(roads.record_report(actor=actor, on=at(12, 1), person=person, taken_by=[actor.id]))


@pytest.mark.django_db
def test_coming_back_on_a_no_leads_to_the_open_choice_or_before_the_talk_that_never_was() -> None:
    informed, actor = _met()
    done(roads.hold_informative(actor=actor, on=NOON, person=informed))
    uninformed, other = _met()
    for person, who, state in ((informed, actor, "informative"), (uninformed, other, "first_contact")):
        done(roads.decline(actor=who, on=NOON, person=person))
        assert done(roads.reconsider(actor=who, on=NOON, person=person)).state == state


@pytest.mark.django_db
def test_a_report_cannot_be_withdrawn() -> None:
    person, actor = _met()
    done(roads.hold_informative(actor=actor, on=NOON, person=person))
    done(roads.record_report(actor=actor, on=NOON, person=person, taken_by=[actor.id]))
    assert code(roads.decline(actor=actor, on=NOON, person=person)) == "victim.does_not_follow"


@pytest.mark.django_db
def test_a_victim_says_the_own_no_and_nobody_elses() -> None:
    actor = detective()
    case = case_by(actor)
    ana, iva = victim_met(case, actor, "Ana"), victim_met(case, actor, "Iva")
    herself = Actor(id=AccountId.new(), roles=frozenset({Role.VICTIM}), persons=frozenset({ana}))
    assert code(roads.decline(actor=herself, on=NOON, person=iva)) == "case.other_person"
    done(roads.decline(actor=herself, on=NOON, person=ana))
    assert code(roads.hold_informative(actor=herself, on=NOON, person=ana)) == "case.role"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accepted", "last"),
    [
        (date(2026, 8, 10), date(2026, 11, 10)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
    ],
)
def test_time_to_think_runs_three_calendar_months_to_the_last_day_included(accepted: date, last: date) -> None:
    person, _ = _thinking(accepted)
    road = VictimRoad.objects.get(pk=person)
    assert (road.state, road.reflection_until) == (VictimState.REFLECTION, last)
    assert roads.reflection_runs(road, moment_on(last, 23, 59))
    assert not roads.reflection_runs(road, moment_on(last + (date(2026, 1, 2) - date(2026, 1, 1)), 0))


@pytest.mark.django_db
def test_time_to_think_is_for_a_victim_without_lawful_stay_and_unknown_stay_holds_nothing_back() -> None:
    person, actor = _met()
    done(persons.state_facts(actor=actor, on=NOON, person=person, facts=Facts(lawful_stay=Answer.YES)))
    assert code(roads.offer_reflection(actor=actor, on=NOON, person=person)) == "reflection.lawful_stay"
    unknown, other = _met()
    done(roads.offer_reflection(actor=other, on=NOON, person=unknown))


@pytest.mark.django_db
def test_time_to_think_is_offered_before_it_is_accepted() -> None:
    person, actor = _without_stay()
    result = roads.accept_reflection(actor=actor, on=NOON, person=person, in_detention=False)
    assert code(result) == "reflection.not_offered"


@pytest.mark.django_db
def test_time_to_think_is_given_once() -> None:
    person, actor = _thinking()
    done(
        roads.end_reflection(
            actor=actor, on=at(12, 2), person=person, ground=ReflectionEnd.OTHER_PERMIT, reason="Asked"
        )
    )
    assert code(roads.offer_reflection(actor=actor, on=at(12, 3), person=person)) == "reflection.once"
    result = roads.accept_reflection(actor=actor, on=at(12, 3), person=person, in_detention=False)
    assert code(result) == "reflection.once"


@pytest.mark.django_db
@pytest.mark.parametrize("consents", [(), (Consent.POLICE,), (Consent.PROSECUTION,)])
def test_from_detention_time_to_think_needs_both_consents(consents: tuple[Consent, ...]) -> None:
    person, actor = _without_stay()
    done(roads.offer_reflection(actor=actor, on=NOON, person=person))
    accept = roads.accept_reflection
    refused = accept(actor=actor, on=NOON, person=person, in_detention=True, consents=consents)
    assert code(refused) == "reflection.consent_missing"
    done(accept(actor=actor, on=NOON, person=person, in_detention=True, consents=tuple(Consent)))


@pytest.mark.django_db
def test_the_four_ends_are_those_of_the_law() -> None:
    assert [end.value for end in ReflectionEnd] == [end.id for end in REFLECTION.ends]


@pytest.mark.django_db
@pytest.mark.parametrize("ground", list(ReflectionEnd))
def test_time_to_think_ends_on_each_of_the_four_grounds(ground: ReflectionEnd) -> None:
    person, actor = _thinking()
    done(roads.end_reflection(actor=actor, on=at(12, 5), person=person, ground=ground, reason="It came up."))
    road = VictimRoad.objects.get(pk=person)
    assert (road.reflection_ended, road.reflection_ended_on) == (ground, date(2026, 12, 5))
    assert road.state == (VictimState.DECLINED if ground is ReflectionEnd.DECLINED else VictimState.FIRST_CONTACT)


@pytest.mark.django_db
def test_a_report_ends_the_time_to_think_as_working_along() -> None:
    person, actor = _thinking()
    done(roads.hold_informative(actor=actor, on=at(12, 4), person=person))
    road = done(roads.record_report(actor=actor, on=at(12, 5), person=person, taken_by=[actor.id]))
    assert (road.reflection_ended, road.state) == (ReflectionEnd.COOPERATES, VictimState.REPORT)


@pytest.mark.django_db
def test_time_that_ran_its_course_has_no_early_end() -> None:
    person, actor = _thinking(date(2026, 8, 3))
    result = roads.end_reflection(
        actor=actor, on=at(11, 4), person=person, ground=ReflectionEnd.GONE, reason="Nobody knows where."
    )
    assert code(result) == "victim.does_not_follow"
    road = done(roads.decline(actor=actor, on=at(11, 5), person=person))
    assert road.reflection_ended == ""


_ACTS = {
    StepKind.INFORMED: lambda who, person: roads.hold_informative(actor=who, on=NOON, person=person),
    StepKind.REFLECTION_OFFERED: lambda who, person: roads.offer_reflection(actor=who, on=NOON, person=person),
    StepKind.REFLECTION_ACCEPTED: lambda who, person: roads.accept_reflection(
        actor=who, on=NOON, person=person, in_detention=False
    ),
    StepKind.REFLECTION_ENDED: lambda who, person: roads.end_reflection(
        actor=who, on=NOON, person=person, ground=ReflectionEnd.GONE, reason="Left."
    ),
    StepKind.REPORTED: lambda who, person: roads.record_report(actor=who, on=NOON, person=person, taken_by=[who.id]),
    StepKind.DECLINED: lambda who, person: roads.decline(actor=who, on=NOON, person=person),
    StepKind.RECONSIDERED: lambda who, person: roads.reconsider(actor=who, on=NOON, person=person),
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tries=st.lists(st.sampled_from(list(_ACTS)), max_size=14))
@pytest.mark.django_db
def test_no_sequence_of_steps_leaves_the_table_or_reports_uninformed(tries: list[StepKind]) -> None:
    person, actor = _met()
    for what in tries:
        before = VictimRoad.objects.get(pk=person)
        count = before.steps.count()
        result = _ACTS[what](actor, person)
        after = VictimRoad.objects.get(pk=person)
        if isinstance(result, Refusal):
            assert (after.state, after.steps.count()) == (before.state, count)
        else:
            assert VictimState(before.state) in roads.STEPS[what]
            assert after.steps.count() == count + 1
    steps = [step.what for step in VictimRoad.objects.get(pk=person).steps.order_by("pk")]
    assert steps[0] == StepKind.FOUND
    if StepKind.REPORTED in steps:
        assert StepKind.INFORMED in steps[: steps.index(StepKind.REPORTED)]
    assert steps.count(StepKind.REFLECTION_ACCEPTED) <= 1


def test_every_state_can_be_left_or_is_a_report() -> None:
    reachable = {state for ways in roads.STEPS.values() for here, state in ways.items() if here != state}
    leaving = {here for ways in roads.STEPS.values() for here, state in ways.items() if here != state}
    assert leaving == set(VictimState) - {VictimState.REPORT}
    assert reachable == set(VictimState) - {VictimState.FIRST_CONTACT}
