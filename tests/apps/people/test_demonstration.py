"""The fixed persons of the demo: listed and let in there, and nowhere else."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.test import override_settings

from tests.faces.signing import member
from waarborg.apps.custody.models import Entry
from waarborg.apps.people import demonstration, signin
from waarborg.apps.people.models import Account
from waarborg.apps.people.signin import Typed
from waarborg.kernel.actors import THE_HOUSE, Role
from waarborg.kernel.errors import Fault, Refusal
from waarborg.kernel.ids import AccountId

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 30, 9, 0, 10, tzinfo=UTC)


@contextmanager
def _demo() -> Iterator[None]:
    with override_settings(INSTALLATION=dataclasses.replace(settings.INSTALLATION, demo=True)):
        yield


def _equipped(username: str) -> Account:
    account = member(Role.DETECTIVE, username=username)
    return demonstration.equip(actor=THE_HOUSE, on=NOW, account=AccountId(account.pk))


def test_the_list_says_what_each_of_them_types_and_it_lets_them_in() -> None:
    with _demo():
        _equipped("visser")
        (person,) = demonstration.demo_people(on=NOW)
        for _ in range(2):
            typed = Typed(password=person.password, proof=person.code)
            assert not isinstance(signin.sign_in(on=NOW, username="visser", typed=typed), Refusal)


def test_reading_their_codes_is_entered_once_and_not_at_every_look() -> None:
    with _demo():
        _equipped("visser")
        for _ in range(3):
            demonstration.demo_people(on=NOW)
        assert Entry.objects.filter(act="app.read").count() == 1


def test_outside_a_demo_nobody_is_listed_let_in_or_equipped() -> None:
    with _demo():
        _equipped("visser")
        (person,) = demonstration.demo_people(on=NOW)
    assert demonstration.demo_people(on=NOW) == []
    typed = Typed(password=person.password, proof=person.code)
    assert isinstance(signin.sign_in(on=NOW, username="visser", typed=typed), Refusal)
    with pytest.raises(Fault):
        _equipped("smit")


def test_nobody_but_the_house_makes_somebody_a_person_of_the_demo() -> None:
    account = member(Role.ADMINISTRATOR)
    actor = dataclasses.replace(THE_HOUSE, id=AccountId.new())
    with _demo(), pytest.raises(Fault):
        demonstration.equip(actor=actor, on=NOW, account=AccountId(account.pk))
