"""Opens portal accounts of the demo the way everybody gets one: with a code that a detective hands over."""

from __future__ import annotations

from datetime import datetime

from waarborg.apps.rights import inviting
from waarborg.deploy.seeding.days import done
from waarborg.deploy.seeding.staff import PASSWORD
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.ids import AccountId, PersonId


def open_portal(by: Actor, person: PersonId, role: Role, username: str, *, on: datetime) -> AccountId:
    """Invite somebody, and let them open the account on the same day."""
    code = done(inviting.invite(actor=by, on=on, person=person, role=role))
    return done(inviting.accept(on=on, code=code.code, username=username, password=PASSWORD))
