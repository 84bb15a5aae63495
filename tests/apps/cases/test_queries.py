"""What an actor reads: the own cases, the people with their ages, who is told, and the road as a list."""

from __future__ import annotations

from datetime import date

import pytest

from tests.apps.cases.acting import NOON, at, case_by, code, detective, done, person_in, prosecutor, staff, victim_met
from waarborg.apps.cases import access, charges, life, persons, queries, roads
from waarborg.apps.cases.age_statements import state_age
from waarborg.apps.cases.models import Case, ChargeState, Origin
from waarborg.apps.cases.queries import RoadEvent
from waarborg.apps.custody.entering import consult
from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.models import Entry
from waarborg.apps.people.facts import Facts, RepresentativeKind
from waarborg.apps.people.models import Answer, CapacityKind, Person
from waarborg.kernel.actors import THE_HOUSE, Actor, Role, Service
from waarborg.kernel.ids import AccountId, CaseId, ChargeId, PersonId

DAY = date(2026, 8, 10)


def _reading(case: Case, actor: Actor) -> Opening:
    return consult(actor=actor, on=NOON, what="case.read", subjects=(case.pk,))


@pytest.mark.django_db
def test_a_list_holds_the_cases_that_somebody_needs_to_know_and_one_entry_names_them() -> None:
    actor = detective()
    own = [case_by(actor, at(8, day), title=f"Case {day}") for day in (3, 4)]
    case_by(detective(), title="Somebody else's")
    rows = queries.case_list(actor=actor, on=NOON)
    assert [row.title for row in rows] == ["Case 4", "Case 3"]
    entry = Entry.objects.get(act="cases.list")
    assert (entry.outcome, set(entry.subjects.split())) == ("consulted", {case.pk for case in own})


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.SUPERVISOR, Role.DOOR_OFFICER, Role.REPORTER])
def test_roles_without_cases_have_an_empty_list(role: Role) -> None:
    case_by(detective())
    assert not queries.cases_of(staff(role)).exists()


@pytest.mark.django_db
def test_a_portal_account_has_the_case_of_its_person() -> None:
    actor = detective()
    case = case_by(actor)
    case_by(actor)
    victim = PersonId(person_in(case, actor).pk)
    portal = Actor(id=AccountId.new(), roles=frozenset({Role.VICTIM}), persons=frozenset({victim}))
    assert [found.pk for found in queries.cases_of(portal)] == [case.pk]


@pytest.mark.django_db
def test_m5_a_case_shows_every_service_and_whether_anybody_reported() -> None:
    actor = detective()
    case = case_by(actor, exploitation=["labour", "criminal"])
    done(access.join_service(actor=actor, on=NOON, case=CaseId(case.pk), service=Service.LABOUR_AUTHORITY))
    view = queries.case_view(CaseId(case.pk), _reading(case, actor))
    assert view.services == (Service.AVIM, Service.LABOUR_AUTHORITY)
    assert (view.exploitation, view.needs_to_know, view.without_report) == (("criminal", "labour"), (actor.id,), True)


def _told(person: Person, case: Case, actor: Actor, on: date = DAY) -> list[str]:
    opening = _reading(case, actor)
    return [opening.read(other, "called") for other in queries.notice_recipients(person, on=on, opening=opening)]


def _child(born: str) -> tuple[Person, Case, Actor]:
    """A child with a mother and a father who act for them; the father is a suspect from then on."""
    actor = detective()
    case = case_by(actor)
    child = person_in(case, actor, called="Sam")
    done(state_age(actor=actor, on=NOON, person=PersonId(child.pk), source="The school", born=born))
    parents = [
        PersonId(person_in(case, actor, CapacityKind.WITNESS, called=called).pk) for called in ("Mother", "Father")
    ]
    kind = RepresentativeKind.PARENT
    for parent in parents:
        done(persons.represent(actor=actor, on=NOON, person=PersonId(child.pk), representative=parent, kind=kind))
    done(persons.add_capacity(actor=actor, on=NOON, person=parents[1], kind=CapacityKind.SUSPECT))
    return child, case, actor


@pytest.mark.django_db
def test_below_twelve_a_parent_who_is_a_suspect_gets_no_notice_and_the_other_does() -> None:
    child, case, actor = _child("2015-02-01")
    assert _told(child, case, actor) == ["Mother"]
    view = next(
        view for view in queries.persons_of(CaseId(case.pk), _reading(case, actor), on=DAY) if view.id == child.pk
    )
    assert [(other.called, other.barred) for other in view.representatives] == [("Mother", False), ("Father", True)]
    assert not view.lacks_representative


@pytest.mark.django_db
def test_below_twelve_with_only_a_suspect_to_act_nobody_is_told_and_somebody_must_be_appointed() -> None:
    child, case, actor = _child("2015-02-01")
    mother = child.represented_by.get(
        representative__in=Person.objects.filter(capacities__kind="witness").exclude(capacities__kind="suspect")
    ).representative
    done(
        persons.end_representation(
            actor=actor, on=NOON, person=PersonId(child.pk), representative=PersonId(mother.pk), reason="She left."
        )
    )
    assert _told(child, case, actor) == []
    view = queries.persons_of(CaseId(case.pk), _reading(case, actor), on=DAY)[0]
    assert view.lacks_representative


@pytest.mark.django_db
def test_from_twelve_the_victim_is_told_and_where_it_is_not_sure_both_are() -> None:
    sure, case, actor = _child("2014-08-10")
    assert _told(sure, case, actor, date(2026, 8, 9)) == ["Mother"]
    assert _told(sure, case, actor, date(2026, 8, 10)) == ["Sam"]
    unsure, other_case, other = _child("2014")
    assert _told(unsure, other_case, other) == ["Sam", "Mother"]


@pytest.mark.django_db
def test_a_victim_who_is_also_a_suspect_is_told_what_is_theirs() -> None:
    actor = detective()
    case = case_by(actor)
    boy = person_in(case, actor, CapacityKind.VICTIM, CapacityKind.SUSPECT, called="Yonas")
    assert _told(boy, case, actor) == ["Yonas"]


@pytest.mark.django_db
def test_somebody_who_may_be_a_child_and_is_believed_to_be_one_is_protected_as_one() -> None:
    actor = detective()
    case = case_by(actor)
    boy = PersonId(person_in(case, actor).pk)

    def protected() -> bool:
        return queries.persons_of(CaseId(case.pk), _reading(case, actor), on=DAY)[0].protected_as_child

    done(state_age(actor=actor, on=NOON, person=boy, source="An assessment", low=16, high=19))
    assert not protected()
    done(persons.state_facts(actor=actor, on=NOON, person=boy, facts=Facts(believed_child=Answer.YES), reason="Looks."))
    assert protected()


@pytest.mark.django_db
def test_where_a_victim_stands_is_told_with_the_time_to_think() -> None:
    actor = detective()
    case = case_by(actor)
    person = victim_met(case, actor)
    assert queries.road_of(PersonId(person_in(case, actor, CapacityKind.WITNESS).pk), on=NOON) is None
    done(roads.offer_reflection(actor=actor, on=NOON, person=person))
    done(roads.accept_reflection(actor=actor, on=NOON, person=person, in_detention=False))
    road = queries.road_of(person, on=at(9, 1))
    assert road is not None
    assert (road.thinking, road.thinking_now, road.informed) == ((date(2026, 8, 3), date(2026, 11, 3)), True, False)
    later = queries.road_of(person, on=at(11, 4))
    assert later is not None
    assert not later.thinking_now


def _said(case: Case, actor: Actor) -> list[tuple[str, str, str | None]]:
    return [(event.kind, event.title.en, event.branch) for event in _events(case, actor)]


def _events(case: Case, actor: Actor) -> tuple[RoadEvent, ...]:
    return queries.road_events(CaseId(case.pk), _reading(case, actor))


@pytest.mark.django_db
def test_a_case_with_only_a_signal_is_one_station_and_one_ahead() -> None:
    actor = detective()
    assert _said(case_by(actor), actor) == [("now", "Signal", None), ("ahead", "Investigation", None)]


@pytest.mark.django_db
def test_m9_b11_ex_officio_the_line_goes_around_the_report() -> None:
    leads = prosecutor()
    case = case_by(leads, origin=Origin.EX_OFFICIO, summary="Seen during a check.")
    done(life.start_investigation(actor=leads, on=at(8, 5), case=CaseId(case.pk)))
    assert _said(case, leads) == [
        ("happened", "Signal", None),
        ("bypass", "No report, and none is needed", None),
        ("ahead", "Report", None),
        ("now", "Investigation", None),
        ("ahead", "Decision", None),
    ]


@pytest.mark.django_db
def test_the_road_of_fifteen_or_seventeen_has_one_line_and_a_branch_that_ends() -> None:
    actor, leads = detective(), prosecutor()
    case = case_by(actor, at(8, 2))
    done(access.assign_prosecutor(actor=actor, on=at(8, 2), case=CaseId(case.pk), account=leads.id))
    boy = PersonId(person_in(case, actor).pk)
    done(roads.make_first_contact(actor=actor, on=at(8, 3), person=boy))
    done(roads.hold_informative(actor=actor, on=at(8, 10), person=boy))
    done(roads.record_report(actor=actor, on=at(8, 17), person=boy, taken_by=[actor.id]))
    done(life.start_investigation(actor=actor, on=at(8, 18), case=CaseId(case.pk)))
    moves = {"Suspect A": ("prosecuted", "convicted"), "Suspect B": ("dismissed",)}
    for called, states in moves.items():
        person = PersonId(person_in(case, actor, CapacityKind.SUSPECT, called=called).pk)
        charge = done(charges.suspect(actor=actor, on=at(9, 1), person=person, offence="Trafficking"))
        for month, state in zip((10, 11), states, strict=False):
            charges.move(actor=leads, on=at(month, 21), charge=ChargeId(charge.pk), to=ChargeState(state))
    assert _said(case, actor) == [
        ("happened", "Signal", None),
        ("happened", "First contact", None),
        ("happened", "Informative interview", None),
        ("happened", "Report", None),
        ("happened", "Investigation", None),
        ("happened", "Prosecuted", None),
        ("end", "Dismissed", "Suspect B"),
        ("now", "Convicted", None),
        ("ahead", "Final", None),
    ]


@pytest.mark.django_db
def test_abroad_and_back_is_an_end_and_a_return() -> None:
    actor = detective()
    case = case_by(actor)
    done(life.transfer_abroad(actor=THE_HOUSE, on=at(8, 9), case=CaseId(case.pk), reason="It happened there."))
    assert _said(case, actor)[-1] == ("end", "Handed to another country", None)
    done(life.reopen_case(actor=THE_HOUSE, on=at(10, 1), case=CaseId(case.pk), reason="The court orders it."))
    assert _said(case, actor)[-3:] == [
        ("end", "Handed to another country", None),
        ("return", "Re-opened", None),
        ("ahead", "Decision", None),
    ]


@pytest.mark.django_db
def test_victims_who_take_the_same_step_on_the_same_day_share_a_station() -> None:
    actor = detective()
    case = case_by(actor)
    for called in ("Ana", "Iva"):
        victim_met(case, actor, called)
    met = [event for event in _events(case, actor) if event.title.en == "First contact"]
    assert [event.sentence and event.sentence.en for event in met] == ["Ana, Iva"]


@pytest.mark.django_db
def test_nothing_of_a_case_is_read_with_an_opening_of_another() -> None:
    actor = detective()
    here, there = case_by(actor), case_by(actor)
    with pytest.raises(Exception, match="does not name"):
        queries.case_view(CaseId(there.pk), _reading(here, actor))
    assert code(access.open_case(actor=detective(), on=NOON, case=CaseId(here.pk), what="case.read"))
