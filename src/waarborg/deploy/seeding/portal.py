"""Opens portal accounts of the demo the way everybody gets one: with a code that a detective hands over."""

from __future__ import annotations

from datetime import datetime

from waarborg.apps.people import demonstration
from waarborg.apps.rights import inviting
from waarborg.deploy.seeding.days import done
from waarborg.kernel.actors import THE_HOUSE, Actor, Role
from waarborg.kernel.ids import AccountId, PersonId


def open_portal(by: Actor, person: PersonId, role: Role, username: str, *, on: datetime) -> AccountId:
    """Invite somebody, let them open the account on the same day, and make it one of the demo's fixed persons."""
    code = done(inviting.invite(actor=by, on=on, person=person, role=role))
    account = done(inviting.accept(on=on, code=code.code, username=username, password=demonstration.PASSWORD))
    demonstration.equip(actor=THE_HOUSE, on=on, account=account)
    return account
