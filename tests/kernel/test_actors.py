"""Actors: who has which role, and the two whom nobody signs in as."""

from __future__ import annotations

from waarborg.kernel.actors import THE_HOUSE, THE_REPORTER, Actor, Role
from waarborg.kernel.ids import AccountId


def test_an_actor_has_a_role_when_it_holds_any_of_those_asked_for() -> None:
    actor = Actor(id=AccountId.new(), roles=frozenset({Role.DETECTIVE, Role.TEAM_LEADER}))
    assert actor.has(Role.DETECTIVE)
    assert actor.has(Role.PROSECUTOR, Role.TEAM_LEADER)
    assert not actor.has(Role.PROSECUTOR)
    assert not actor.has()


def test_an_actor_without_a_role_has_none() -> None:
    assert not Actor(id=AccountId.new(), roles=frozenset()).has(*Role)


def test_the_reporter_and_the_house_are_two_and_hold_nothing_else() -> None:
    assert THE_REPORTER.id != THE_HOUSE.id
    assert [role for role in Role if THE_REPORTER.has(role)] == [Role.REPORTER]
    assert [role for role in Role if THE_HOUSE.has(role)] == [Role.HOUSE]
