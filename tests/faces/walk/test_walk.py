"""Walks every address × role × own or other people's × GET and POST, and looks in the ledger after each step.

Nothing here names a page: a page that is added is walked from that day. What it holds every page to stands in
docs/pages.md under *Access*.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.db.models import QuerySet
from django.test import Client

from tests.doors import make_doors
from tests.faces.signing import Answer, on_the_site, signed_in
from tests.faces.walk.examples import EXAMPLES
from tests.faces.walk.routes import Route, routes
from tests.faces.walk.world import World, world_for
from waarborg.apps.custody.models import Entry, EntrySubject, Outcome
from waarborg.faces.shell.access import Access
from waarborg.faces.shell.pages import DESK_ROLES, PORTAL_ROLES
from waarborg.kernel.actors import Role

SITES = ("desk", "portal")
WALKS = [("desk", role) for role in sorted(DESK_ROLES)] + [("portal", role) for role in sorted(PORTAL_ROLES)]
#: Roles that reach what the own examples name, besides those with a need to know: a door officer's own reports.
_OWN_BY_DOOR = {(Role.DOOR_OFFICER, "report"), (Role.DOOR_OFFICER, "handover")}


@contextmanager
def _undone() -> Iterator[None]:
    """Let the next step find everything as it was."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("site", SITES)
def test_no_address_leads_to_a_view_that_does_not_say_who_may_open_it(site: str) -> None:
    assert [route.pattern for route in routes(site) if route.access is None] == []


@pytest.mark.parametrize("site", SITES)
def test_everything_that_an_address_names_has_an_example(site: str) -> None:
    assert sorted({name for route in routes(site) for name in route.asks.values()} - set(EXAMPLES)) == []


@pytest.mark.parametrize("site", SITES)
def test_what_is_open_to_everybody_is_only_what_lets_people_in(site: str) -> None:
    open_ones = {route.pattern for route in routes(site) if route.access and route.access.roles is None}
    assert open_ones <= {"healthz", "language/", "session/", "sign-in/", "sign-out/", "welcome/"} | _PAPERS


#: Pages of the portal that say the same to everybody.
_PAPERS = {"help/", "accessibility/", "traces/", "who/"}


@pytest.mark.django_db
@pytest.mark.parametrize("site", SITES)
def test_who_is_not_signed_in_is_sent_to_sign_in_and_nothing_is_entered(site: str, data_folder: Path) -> None:
    make_doors(data_folder)
    world = world_for(Role.DETECTIVE)
    wrong = []
    with on_the_site(site):
        for route in routes(site):
            if route.access is None or route.access.roles is None:
                continue
            with _undone():
                address = route.address({name: EXAMPLES[asks](world)[0] for name, asks in route.asks.items()})
                entered = Entry.objects.count()
                for method in sorted(route.access.methods):
                    answer = Client().generic(method, address)
                    if answer.status_code != 302 or not answer.headers["Location"].startswith("/sign-in/"):
                        wrong.append(f"{method} {route.pattern}: {answer.status_code}")
                    if Entry.objects.count() != entered:
                        wrong.append(f"{method} {route.pattern}: entered")
    assert wrong == []


@pytest.mark.django_db
@pytest.mark.parametrize(("site", "role"), WALKS)
def test_every_page_is_open_to_whom_it_says_and_every_look_is_entered(site: str, role: Role, data_folder: Path) -> None:
    make_doors(data_folder)
    world = world_for(role)
    with on_the_site(site):
        assert [found for route in routes(site) for found in faults_of(route, world)] == []


def faults_of(route: Route, world: World) -> Iterator[str]:
    """What is wrong with one address for the one who walks, in words."""
    if route.access is None:
        return
    with _undone():
        pairs = {name: EXAMPLES[asks](world) for name, asks in route.asks.items()}
        for side, place in (("own", 0), ("other", 1)) if pairs else (("own", 0),):
            values = {name: pair[place] for name, pair in pairs.items()}
            for method in ("GET", "POST"):
                step = _Step(world, route, route.access, values, own=side == "own", method=method)
                yield from (f"{method} {route.pattern} ({side}): {found}" for found in step.faults())


class _Step:
    """One request of one role, and what is wrong with the answer or with what stands in the ledger after it."""

    def __init__(
        self, world: World, route: Route, access: Access, values: dict[str, Any], *, own: bool, method: str
    ) -> None:
        self.world, self.route, self.access, self.values = world, route, access, values
        self.own, self.method = own, method
        self.ids = [str(values[name]) for name in route.ids]

    def faults(self) -> list[str]:
        """What is wrong, in words."""
        with _undone():
            before = set(Entry.objects.values_list("pk", flat=True))
            answer = signed_in(self.world.account).generic(self.method, self.route.address(self.values))
            entries = Entry.objects.exclude(pk__in=before)
            return list(self._wrong(answer, entries.filter(actor=self.world.account.pk)))
        return []

    def _wrong(self, answer: Answer, entries: QuerySet[Entry]) -> Iterator[str]:
        access, text = self.access, answer.content.decode("utf-8", "replace") if not answer.streaming else ""
        opened = entries.exclude(outcome=Outcome.REFUSED)
        if self.world.other.word in text:
            yield "shows something of the other case"
        if self.world.own.word in text and not opened.exists():
            yield "shows something of a person and enters nothing"
        if answer.status_code >= 500:
            yield f"answers {answer.status_code}"
        elif self.method not in access.methods:
            yield from _expect(answer, {405})
        elif access.roles is None:
            yield from _expect(answer, {200, 204, 302, 401, 422})
        elif self.world.role not in access.roles or not self._may_open():
            yield from self._refused(answer, entries)
        else:
            yield from self._allowed(answer, opened)

    def _may_open(self) -> bool:
        """Whether the things that the address names are this role's to open; a page without any is."""
        if not self.ids:
            return True
        by_door = all((self.world.role, self.route.asks[name]) in _OWN_BY_DOOR for name in self.route.ids)
        return self.own and (self.world.admitted or by_door)

    def _refused(self, answer: Answer, entries: QuerySet[Entry]) -> Iterator[str]:
        yield from _expect(answer, {403})
        if entries.exclude(outcome=Outcome.REFUSED).exists():
            yield "was refused and yet did or read something"
        tried = entries.filter(outcome=Outcome.REFUSED)
        if not tried.exists():
            yield "the attempt is not in the ledger"
        elif self.ids and not EntrySubject.objects.filter(entry__in=tried, subject__in=self._named()).exists():
            yield "the attempt is entered without what it was about"

    def _named(self) -> list[str]:
        """What an entry about this step may name: the ids of the address, or the case they belong to."""
        side = self.world.own if self.own else self.world.other
        return [*self.ids, side.case, side.victim]

    def _allowed(self, answer: Answer, opened: QuerySet[Entry]) -> Iterator[str]:
        if self.method == "GET":
            yield from _expect(answer, {200, 204, 302, 409})
            if self.access.personal and self.ids and answer.status_code == 200 and not self._about(opened):
                yield "enters nothing about what it shows"
        else:
            yield from _expect(answer, {200, 302, 303, 400, 403, 409, 422})
            if self.access.personal and answer.status_code in {302, 303} and not opened.exists():
                yield "did something and enters nothing"

    def _about(self, opened: QuerySet[Entry]) -> bool:
        return EntrySubject.objects.filter(entry__in=opened, subject__in=self._named()).exists()


def _expect(answer: Answer, statuses: set[int]) -> Iterator[str]:
    if answer.status_code not in statuses:
        yield f"answers {answer.status_code}, not {' or '.join(map(str, sorted(statuses)))}"
