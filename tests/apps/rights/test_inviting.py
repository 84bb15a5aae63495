"""A code handed over in person opens one portal account, once, without e-mail, papers or a phone number."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from django.db import connection

from tests.apps.cases.acting import NOON, code, done, staff
from tests.apps.outcomes import Road, aged, guardian, later, new_road
from waarborg.apps.cases import charges, persons
from waarborg.apps.custody.models import Entry, Outcome
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.people.models import Account, AccountPerson, Invitation, Site
from waarborg.apps.rights.inviting import WORKS_FOR, PortalCode, accept, hold_represented, invite
from waarborg.kernel.actors import THE_HOUSE, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, PersonId

PASSWORD = "four quiet green doors"


def handed(road: Road, person: PersonId | None = None, role: Role = Role.VICTIM) -> PortalCode:
    return done(invite(actor=road.detective, on=NOON, person=person or road.victim, role=role))


def opened(code_: str, username: str = "bluebird", on: datetime = NOON) -> AccountId | Refusal:
    return accept(on=on, code=code_, username=username, password=PASSWORD)


@pytest.mark.django_db
def test_a_code_opens_a_portal_account_that_reaches_that_person() -> None:
    road = new_road()
    account = Account.objects.get(pk=done(opened(handed(road).code)))
    assert (account.site, account.name, account.username) == (Site.PORTAL, "", "bluebird")
    assert account.check_password(PASSWORD)
    assert [row.role for row in account.held_roles.all()] == [Role.VICTIM]
    assert [row.person_id for row in account.held_persons.all()] == [road.victim]
    assert Entry.objects.get(act="invitation.accept").subjects.split()[0] == account.pk


@pytest.mark.django_db
def test_the_code_itself_is_nowhere_in_the_database() -> None:
    road = new_road()
    made = handed(road)
    with connection.cursor() as cursor:
        cursor.execute("SELECT verifier FROM people_invitation")
        assert [len(row[0]) for row in cursor.fetchall()] == [64]
    assert made.code not in str(list(Invitation.objects.values()))
    assert made.expires_at == NOON + WORKS_FOR


@pytest.mark.django_db
def test_a_code_is_read_as_it_is_typed() -> None:
    road = new_road()
    assert done(opened(f"  {handed(road).code.lower().replace('-', ' ')} "))


@pytest.mark.django_db
def test_a_wrong_a_used_and_an_expired_code_are_answered_alike() -> None:
    road = new_road()
    used, old = handed(road).code, handed(road).code
    done(opened(used))
    answers = [
        opened("AAAAA-BBBBB-CCCCC-DDDDD", "one"),
        opened("", "two"),
        opened(used, "three"),
        opened(old, "four", later(days=14, seconds=1)),
    ]
    assert len(set(map(repr, answers))) == 1
    assert code(answers[0]) == "invitation.code"
    assert Account.objects.filter(site=Site.PORTAL).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("username", "password", "expected"),
    [
        ("bluebird", "short", "invitation.password"),
        (" ", PASSWORD, "invitation.password"),
        ("BlueBirdBlueBird", "bluebirdbluebird", "invitation.password"),
        ("taken", PASSWORD, "invitation.username"),
    ],
)
def test_a_weak_password_or_a_taken_name_leaves_the_code_usable(username: str, password: str, expected: str) -> None:
    road = new_road()
    Account.objects.create(username="taken", site=Site.DESK)
    made = handed(road)
    assert code(accept(on=NOON, code=made.code, username=username, password=password)) == expected
    assert done(opened(made.code))


@pytest.mark.django_db
def test_nobody_is_invited_as_what_they_are_not() -> None:
    road = new_road()
    wrong = invite(actor=road.detective, on=NOON, person=road.suspect, role=Role.VICTIM)
    staff_role = invite(actor=road.detective, on=NOON, person=road.victim, role=Role.PROSECUTOR)
    outsider = invite(actor=staff(Role.DETECTIVE), on=NOON, person=road.victim, role=Role.VICTIM)
    assert [code(one) for one in (wrong, staff_role, outsider)] == [
        "invitation.capacity",
        "invitation.capacity",
        "case.need_to_know",
    ]


@pytest.mark.django_db
def test_a_representative_reaches_the_child_while_acting_for_it_and_a_suspect_never() -> None:
    road = new_road()
    aged(road, road.victim, 10, 11)
    safe, parent = guardian(road, road.victim), guardian(road, road.victim, suspect=True)
    refused = invite(actor=road.detective, on=NOON, person=parent, role=Role.REPRESENTATIVE)
    assert code(refused) == "invitation.suspect"
    account = done(opened(handed(road, safe, Role.REPRESENTATIVE).code))
    assert set(AccountPerson.objects.filter(account=account).values_list("person", flat=True)) == {safe, road.victim}
    done(
        persons.end_representation(
            actor=road.detective, on=later(days=3), person=road.victim, representative=safe, reason="New guardian."
        )
    )
    deliver_pending(on=later(days=3))
    assert list(AccountPerson.objects.filter(account=account).values_list("person", flat=True)) == [safe]


@pytest.mark.django_db
def test_a_code_of_somebody_who_became_a_suspect_opens_nothing() -> None:
    road = new_road()
    parent = guardian(road, road.victim)
    made = handed(road, parent, Role.REPRESENTATIVE)
    done(charges.suspect(actor=road.detective, on=NOON, person=parent, offence="art. 273f"))
    assert code(opened(made.code)) == "invitation.code"


@pytest.mark.django_db
def test_acting_for_another_child_later_reaches_that_child_too() -> None:
    road = new_road()
    safe = guardian(road, road.victim)
    account = done(opened(handed(road, safe, Role.REPRESENTATIVE).code))
    AccountPerson.objects.filter(account=account, person=road.victim).delete()
    assert hold_represented(actor=THE_HOUSE, on=later(days=1), representative=safe) == 1
    assert AccountPerson.objects.filter(account=account, person=road.victim).exists()


def test_of_two_browsers_with_one_code_one_gets_the_account(fresh_database: object) -> None:
    del fresh_database
    made = handed(new_road(heard=False))

    def try_it(username: str) -> AccountId | Refusal:
        try:
            return opened(made.code, username, NOON + timedelta(minutes=1))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(try_it, ("one", "two")))
    assert sorted(isinstance(answer, Refusal) for answer in answers) == [False, True]
    assert Account.objects.filter(site=Site.PORTAL).count() == 1
    assert not Entry.objects.filter(act="invitation.accept", outcome=Outcome.REFUSED).exists()
