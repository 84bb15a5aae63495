"""The walk finds every fault that it is there to find, and nothing in a page without any."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import override_settings

from tests.doors import make_doors
from tests.faces.signing import on_the_site
from tests.faces.walk.routes import routes_in
from tests.faces.walk.test_walk import faults_of
from tests.faces.walk.world import world_for
from waarborg.kernel.actors import Role

pytestmark = pytest.mark.django_db

WRONG = "tests.faces.walk.wrong_pages"


def _faults(page: str, role: Role, data: Path) -> list[str]:
    make_doors(data)
    world = world_for(role)
    (route,) = (route for route in routes_in(WRONG) if route.pattern.startswith(page))
    with on_the_site("desk"), override_settings(ROOT_URLCONF=WRONG):
        return list(faults_of(route, world))


@pytest.mark.parametrize("role", [Role.DETECTIVE, Role.PROSECUTOR, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_a_page_that_opens_the_case_first_is_sound(role: Role, data_folder: Path) -> None:
    assert _faults("sound/", role, data_folder) == []


def test_a_page_that_shows_a_case_and_enters_nothing_is_found(data_folder: Path) -> None:
    found = _faults("shows/", Role.DETECTIVE, data_folder)
    assert "GET shows/<case:case>/ (own): shows something of a person and enters nothing" in found
    assert "GET shows/<case:case>/ (other): shows something of the other case" in found


def test_a_page_that_wrongly_says_it_shows_nothing_of_anybody_is_found(data_folder: Path) -> None:
    found = _faults("not-personal/", Role.DETECTIVE, data_folder)
    assert "GET not-personal/ (own): shows something of a person and enters nothing" in found


def test_a_refusal_that_is_not_in_the_ledger_is_found(data_folder: Path) -> None:
    found = _faults("silent/", Role.DETECTIVE, data_folder)
    assert "GET silent/<case:case>/ (other): the attempt is not in the ledger" in found
    assert "GET silent/<case:case>/ (own): answers 403, not 200 or 204 or 302 or 409" in found


def test_a_deed_that_is_not_in_the_ledger_is_found(data_folder: Path) -> None:
    assert _faults("does/", Role.DETECTIVE, data_folder) == ["POST does/ (own): did something and enters nothing"]


def test_a_page_that_does_not_work_is_found(data_folder: Path) -> None:
    assert _faults("fails/", Role.DETECTIVE, data_folder) == ["GET fails/ (own): answers 500"]
