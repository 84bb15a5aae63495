"""Every role, service and door can be said."""

from __future__ import annotations

from waarborg.faces.shell.names import DOORS, ROLES, SERVICES
from waarborg.kernel.actors import Channel, Role, Service


def test_nobody_is_without_a_name_for_what_they_are() -> None:
    assert set(ROLES) == set(Role)
    assert set(SERVICES) == set(Service)
    assert set(DOORS) == set(Channel)
    assert all(words.en and words.nl for names in (ROLES, SERVICES, DOORS) for words in names.values())
