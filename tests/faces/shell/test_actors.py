"""Whoever is signed in, as an actor with what is held at this moment."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import RequestFactory

from tests.apps.cases.acting import case_by, detective, person_in
from tests.faces.signing import member
from waarborg.apps.people.models import Account, AccountRole, Site
from waarborg.faces.shell.actors import account_of, actor_of, now
from waarborg.kernel.actors import Channel, Role, Service
from waarborg.kernel.ids import PersonId

pytestmark = pytest.mark.django_db


def _asked(account: Account | None) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = account or AnonymousUser()
    return request


def test_staff_act_for_their_service_at_their_doors() -> None:
    actor = actor_of(_asked(member(Role.DOOR_OFFICER, Role.DETECTIVE, doors=(Channel.AVIM,))))
    assert actor is not None
    assert actor.roles == {Role.DOOR_OFFICER, Role.DETECTIVE}
    assert (actor.service, actor.doors, actor.persons) == (
        Service.AVIM,
        frozenset({Channel.AVIM}),
        frozenset[PersonId](),
    )


def test_a_portal_account_acts_for_its_persons() -> None:
    officer = detective()
    person = PersonId(person_in(case_by(officer), officer).pk)
    actor = actor_of(_asked(member(Role.VICTIM, site=Site.PORTAL, persons=(person,))))
    assert actor is not None
    assert (actor.service, actor.persons) == (None, frozenset({person}))


def test_a_role_that_was_taken_a_moment_ago_is_gone() -> None:
    account = member(Role.DETECTIVE)
    AccountRole.objects.filter(account=account).delete()
    actor = actor_of(_asked(account))
    assert actor is not None
    assert actor.roles == frozenset()


def test_nobody_is_no_actor() -> None:
    assert account_of(_asked(None)) is None
    assert actor_of(_asked(None)) is None
    assert account_of(RequestFactory().get("/")) is None


def test_the_moment_has_a_place_on_the_clock() -> None:
    assert now().tzinfo is not None
