"""Support begins with the first contact, whatever the case is, and is somebody's to coordinate."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import NOON, code, done, person_in, staff
from tests.apps.outcomes import another_victim, new_road, notice, support_of
from waarborg.apps.cases.models import Case
from waarborg.apps.custody.models import Entry, OutboxEvent
from waarborg.apps.people.models import CapacityKind
from waarborg.apps.support.listeners import open_with_the_first_contact
from waarborg.apps.support.models import Support, SupportState, SupportStepKind
from waarborg.apps.support.opening import assign_coordinator, is_open, open_support
from waarborg.apps.support.queries import support_for
from waarborg.apps.support.queries import support_of as read_support
from waarborg.kernel.actors import THE_HOUSE, Role
from waarborg.kernel.events import Event
from waarborg.kernel.ids import AccountId, PersonId

pytestmark = pytest.mark.django_db


def test_m2_the_first_contact_opens_support_with_no_report_and_no_complaint() -> None:
    road = new_road()
    support = support_of(road)
    assert (support.state, support.opened_on) == (SupportState.OPEN, NOON.date())
    assert [step.kind for step in support.steps.all()] == [SupportStepKind.OPENED]
    assert is_open(support)


def test_news_that_comes_twice_opens_support_once_and_enters_nothing_more() -> None:
    road = new_road()
    row = OutboxEvent.objects.get(name="victim.found")
    event = Event(name=row.name, subjects=tuple(row.subjects.split()), at=row.at, by=AccountId(row.by))
    entries = Entry.objects.count()
    open_with_the_first_contact(event)
    open_with_the_first_contact(event)
    assert Support.objects.filter(person=road.victim).count() == 1
    assert Entry.objects.count() == entries


def test_every_victim_of_a_case_has_support_of_their_own() -> None:
    road = new_road()
    second = another_victim(road)
    assert support_of(road).pk != support_of(road, second).pk


def test_support_is_not_opened_twice_nor_for_somebody_who_is_no_victim() -> None:
    road = new_road()
    assert code(open_support(actor=road.detective, on=NOON, person=road.victim)) == "support.open.already"
    assert code(open_support(actor=road.detective, on=NOON, person=road.suspect)) == "support.open.no_victim"


def test_somebody_outside_the_case_opens_no_support() -> None:
    road = new_road()
    person = person_in(Case.objects.get(pk=road.case), road.detective, CapacityKind.VICTIM, called="Ana")
    refused = open_support(actor=staff(Role.CARE_COORDINATOR), on=NOON, person=PersonId(person.pk))
    assert code(refused) == "case.need_to_know"
    assert not Support.objects.filter(person=person).exists()


def test_a_care_coordinator_is_assigned_and_only_a_care_coordinator() -> None:
    road = new_road()
    given = done(
        assign_coordinator(actor=road.coordinator, on=NOON, person=road.victim, coordinator=road.coordinator.id)
    )
    assert given.coordinator == road.coordinator.id
    refused = assign_coordinator(actor=road.coordinator, on=NOON, person=road.victim, coordinator=road.detective.id)
    assert code(refused) == "support.assign.role"
    assert support_of(road).coordinator == road.coordinator.id


def test_support_is_read_by_who_needs_to_know_and_listed_with_reviews_first() -> None:
    road = new_road()
    second = another_victim(road)
    Support.objects.filter(person=second).update(state=SupportState.REVIEW)
    assert [row.person_id for row in support_for(road.coordinator)] == [second, road.victim]
    assert list(support_for(staff(Role.CARE_COORDINATOR))) == []
    view = read_support(actor=road.coordinator, person=road.victim, opening=road.reading())
    assert view is not None
    assert [step.kind for step in view.steps] == [SupportStepKind.OPENED]
    assert read_support(actor=staff(Role.CARE_COORDINATOR), person=road.victim, opening=road.reading()) is None


def test_the_house_opens_support_in_its_own_name() -> None:
    road = new_road()
    assert support_of(road).steps.get().by == THE_HOUSE.id
    assert notice(road, "first_contact")
