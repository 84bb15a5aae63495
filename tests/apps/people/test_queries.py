"""The document of a person says what is known and leaves out the rest; roles and certificates end."""

from __future__ import annotations

from datetime import date

import pytest

from tests.apps.cases.acting import NOON, case_by, detective, done, person_in, staff
from waarborg.apps.cases import persons
from waarborg.apps.cases.age_statements import state_age
from waarborg.apps.custody.entering import consult
from waarborg.apps.interviews.assessment import assess
from waarborg.apps.people.facts import Facts
from waarborg.apps.people.models import Account, Answer, CapacityKind, Certificate, Person
from waarborg.apps.people.queries import active_roles, is_certified, person_document, staff_names
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import AccountId, PersonId

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 1)


def _document(person: Person, heard_as: CapacityKind = CapacityKind.VICTIM, on: date = DAY) -> dict[str, object]:
    opening = consult(actor=staff(Role.DETECTIVE), on=NOON, what="person.read", subjects=(person.case,))
    return person_document(Person.objects.get(pk=person.pk), opening, heard_as=heard_as, on=on)


def test_what_nobody_stated_is_left_out_of_the_document() -> None:
    actor = detective()
    assert _document(person_in(case_by(actor), actor)) == {"role": "victim"}


def test_every_stated_fact_stands_in_the_document_as_the_rulebook_takes_it() -> None:
    actor = detective()
    boy = person_in(case_by(actor), actor)
    who = PersonId(boy.pk)
    done(state_age(actor=actor, on=NOON, person=who, source="His own words", low=19, high=19))
    done(state_age(actor=actor, on=NOON, person=who, source="An officer", low=14, high=17))
    facts = Facts(believed_child=Answer.YES, intellectual_disability=Answer.DOUBT, cognitive_disorder=Answer.NO)
    done(persons.state_facts(actor=actor, on=NOON, person=who, facts=facts, reason="How he looks."))
    document = _document(boy)
    assert document == {
        "role": "victim",
        "born": "2006-08-04/2012-08-03",
        "reason_to_believe_child": True,
        "intellectual_disability": "doubt",
        "cognitive_disorder": "no",
    }
    answer = assess({"on": DAY.isoformat(), "person": document}).as_json()
    assert answer["age"] == {"low": 14, "high": 20}


@pytest.mark.parametrize("kind", list(CapacityKind))
def test_the_role_is_the_one_in_which_the_person_is_heard(kind: CapacityKind) -> None:
    actor = detective()
    document = _document(person_in(case_by(actor), actor), kind)
    heard = kind not in {CapacityKind.REPRESENTATIVE, CapacityKind.COMPANION}
    assert document == ({"role": kind.value} if heard else {})
    assess({"on": DAY.isoformat(), "person": document})


def test_the_document_speaks_of_the_day_of_the_interview() -> None:
    actor = detective()
    girl = person_in(case_by(actor), actor)
    done(state_age(actor=actor, on=NOON, person=PersonId(girl.pk), source="A passport", born="2014-11-15"))
    ages = [
        assess({"on": day.isoformat(), "person": _document(girl, on=day)}).as_json()["age"]
        for day in (date(2026, 11, 14), date(2026, 11, 15))
    ]
    assert ages == [{"low": 11, "high": 11}, {"low": 12, "high": 12}]


def test_an_ended_account_holds_no_roles() -> None:
    actor = staff(Role.DETECTIVE, Role.DOOR_OFFICER)
    assert active_roles(actor.id) == {Role.DETECTIVE, Role.DOOR_OFFICER}
    Account.objects.filter(pk=actor.id).update(is_active=False)
    assert active_roles(actor.id) == active_roles(AccountId.new()) == frozenset()


def test_a_certificate_runs_to_its_last_day_included_and_only_for_its_kind() -> None:
    actor = staff(Role.DETECTIVE)
    Certificate.objects.create(account_id=actor.id, kind="trafficking", until=DAY)
    assert is_certified(actor.id, "trafficking", DAY)
    assert not is_certified(actor.id, "trafficking", date(2026, 9, 2))
    assert not is_certified(actor.id, "minors", DAY)


def test_only_staff_have_a_name_to_show() -> None:
    actor = staff(Role.DETECTIVE)
    portal = Account.objects.create(username="v", site="portal")
    assert staff_names([actor.id, AccountId(portal.pk)]) == {actor.id: "A colleague"}
