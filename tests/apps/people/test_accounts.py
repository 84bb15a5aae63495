"""Accounts are kept by administrators, never their own, and whoever checks or keeps does nothing else."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import NOON, code, done, staff
from waarborg.apps.custody.models import Entry, OutboxEvent
from waarborg.apps.people import accounts
from waarborg.apps.people.models import Account, AccountDoor, Certificate
from waarborg.apps.people.queries import active_roles
from waarborg.kernel.actors import THE_HOUSE, Actor, Channel, Role, Service
from waarborg.kernel.ids import AccountId

pytestmark = pytest.mark.django_db


def _opened(actor: Actor, username: str = "m.dewit") -> AccountId:
    account = accounts.open_staff_account(
        actor=actor, on=NOON, username=username, name="M. de Wit", service=Service.AVIM, password="a first one"
    )
    return AccountId(done(account).pk)


def test_an_administrator_opens_an_account_without_a_role_and_its_entry_holds_no_name() -> None:
    account = _opened(staff(Role.ADMINISTRATOR))
    found = Account.objects.get(pk=account)
    assert found.check_password("a first one")
    assert active_roles(account) == frozenset()
    entry = Entry.objects.get(act="account.open")
    assert "Wit" not in f"{entry.subjects}{entry.act}"


def test_without_a_password_an_account_stays_shut() -> None:
    account = accounts.open_staff_account(actor=THE_HOUSE, on=NOON, username="shut", name="S.", service=Service.KMAR)
    assert not done(account).has_usable_password()


@pytest.mark.parametrize("role", sorted(accounts.STAFF_ROLES - {Role.ADMINISTRATOR}))
def test_nobody_else_keeps_accounts_and_the_attempt_is_entered(role: Role) -> None:
    other, account = staff(role), _opened(THE_HOUSE)
    attempts = (
        accounts.open_staff_account(actor=other, on=NOON, username="x", name="X", service=Service.AVIM),
        accounts.give_role(actor=other, on=NOON, account=account, role=Role.DETECTIVE),
        accounts.take_role(actor=other, on=NOON, account=account, role=Role.DETECTIVE),
        accounts.set_doors(actor=other, on=NOON, account=account, channels=[Channel.TCI]),
        accounts.deactivate(actor=other, on=NOON, account=account),
    )
    assert {code(attempt) for attempt in attempts} == {"account.role"}
    assert Entry.objects.filter(outcome="refused", actor=other.id).count() == len(attempts)


def test_the_entry_says_which_role_was_given_and_taken() -> None:
    keeper = staff(Role.ADMINISTRATOR)
    account = _opened(keeper)
    done(accounts.give_role(actor=keeper, on=NOON, account=account, role=Role.TEAM_LEADER))
    assert active_roles(account) == {Role.TEAM_LEADER}
    done(accounts.take_role(actor=keeper, on=NOON, account=account, role=Role.TEAM_LEADER))
    assert active_roles(account) == frozenset()
    named = Entry.objects.filter(subjects=account).values_list("act", flat=True)
    assert {"account.give_team_leader", "account.take_team_leader"} <= set(named)
    again = accounts.take_role(actor=keeper, on=NOON, account=account, role=Role.TEAM_LEADER)
    assert code(again) == "account.so_already"


def test_nobody_gives_themselves_anything() -> None:
    keeper = staff(Role.ADMINISTRATOR)
    for attempt in (
        accounts.give_role(actor=keeper, on=NOON, account=keeper.id, role=Role.DETECTIVE),
        accounts.deactivate(actor=keeper, on=NOON, account=keeper.id),
    ):
        assert code(attempt) == "account.own"


@pytest.mark.parametrize("alone", sorted(accounts.ALONE))
@pytest.mark.parametrize("other", [Role.DETECTIVE, Role.PROSECUTOR, Role.DOOR_OFFICER])
def test_whoever_keeps_accounts_or_checks_others_has_no_other_role(alone: Role, other: Role) -> None:
    for first, second in ((alone, other), (other, alone)):
        account = _opened(THE_HOUSE, f"{first}{second}")
        done(accounts.give_role(actor=THE_HOUSE, on=NOON, account=account, role=first))
        result = accounts.give_role(actor=THE_HOUSE, on=NOON, account=account, role=second)
        assert code(result) == "account.role_does_not_fit"


@pytest.mark.parametrize("role", sorted(set(Role) - accounts.STAFF_ROLES))
def test_roles_of_the_portal_and_of_the_house_are_given_to_no_staff(role: Role) -> None:
    result = accounts.give_role(actor=THE_HOUSE, on=NOON, account=_opened(THE_HOUSE), role=role)
    assert code(result) == "account.role_does_not_fit"


def test_doors_are_for_door_officers_and_are_set_as_a_whole() -> None:
    account = _opened(THE_HOUSE)
    doors = accounts.set_doors
    assert code(doors(actor=THE_HOUSE, on=NOON, account=account, channels=[Channel.TCI])) == (
        "account.role_does_not_fit"
    )
    done(accounts.give_role(actor=THE_HOUSE, on=NOON, account=account, role=Role.DOOR_OFFICER))
    for channels in ([Channel.TCI, Channel.AVIM], [Channel.AVIM]):
        done(doors(actor=THE_HOUSE, on=NOON, account=account, channels=channels))
        assert set(AccountDoor.objects.values_list("channel", flat=True)) == set(channels)


def test_m11_certificates_are_for_detectives_and_of_a_known_kind() -> None:
    account = _opened(THE_HOUSE)
    until = NOON.date().replace(year=2028)
    certify = accounts.certify
    assert code(certify(actor=THE_HOUSE, on=NOON, account=account, kind="minors", until=until)) == (
        "account.role_does_not_fit"
    )
    done(accounts.give_role(actor=THE_HOUSE, on=NOON, account=account, role=Role.DETECTIVE))
    assert code(certify(actor=THE_HOUSE, on=NOON, account=account, kind="golf", until=until)) == (
        "account.role_does_not_fit"
    )
    done(certify(actor=THE_HOUSE, on=NOON, account=account, kind="minors", until=until))
    assert Certificate.objects.get().account_id == account


def test_an_ended_account_is_told_and_kept_and_ends_once() -> None:
    account = _opened(THE_HOUSE)
    done(accounts.deactivate(actor=THE_HOUSE, on=NOON, account=account))
    assert OutboxEvent.objects.get(name="account.deactivated").subjects == account
    assert Account.objects.get(pk=account).is_active is False
    assert code(accounts.deactivate(actor=THE_HOUSE, on=NOON, account=account)) == "account.so_already"


@pytest.mark.parametrize(("username", "name", "refused"), [(" ", "N", "name_blank"), ("n", " ", "name_blank")])
def test_an_account_has_a_user_name_and_a_name(username: str, name: str, refused: str) -> None:
    result = accounts.open_staff_account(actor=THE_HOUSE, on=NOON, username=username, name=name, service=Service.AVIM)
    assert code(result) == f"account.{refused}"


def test_a_user_name_is_nobody_elses() -> None:
    _opened(THE_HOUSE)
    result = accounts.open_staff_account(
        actor=THE_HOUSE, on=NOON, username="m.dewit", name="Another", service=Service.AVIM
    )
    assert code(result) == "account.name_taken"
    assert Account.objects.filter(username="m.dewit").count() == 1


def test_portal_accounts_are_not_kept_here() -> None:
    portal = Account.objects.create(username="v", site="portal")
    result = accounts.give_role(actor=THE_HOUSE, on=NOON, account=AccountId(portal.pk), role=Role.DETECTIVE)
    assert code(result) == "account.unknown"
