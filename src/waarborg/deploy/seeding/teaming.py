"""Who works on a case of the demo: brought in one by one, each with a reason, as on any other day."""

from __future__ import annotations

from datetime import datetime

from waarborg.apps.cases import access, persons
from waarborg.apps.people.models import Answer, CapacityKind
from waarborg.deploy.seeding.days import done
from waarborg.deploy.seeding.staff import Staff
from waarborg.kernel.actors import Actor
from waarborg.kernel.ids import CaseId, PersonId


def team_up(staff: Staff, case: CaseId, *, by: str, on: datetime, with_: tuple[str, ...] = ()) -> None:
    """Bring in the team leader, the prosecutor with their staff, the care coordinator, and colleagues by user name."""
    officer, leader = staff[by], staff["smit"]
    for name, why in (("smit", "leads the team"), ("kaya", "coordinates care")):
        done(access.grant_need(actor=officer, on=on, case=case, account=staff[name].id, reason=why))
    done(access.assign_prosecutor(actor=officer, on=on, case=case, account=staff["bos"].id))
    for name, why in (("dekker", "sends the letters"), *((name, "interviews") for name in with_)):
        done(access.grant_need(actor=leader, on=on, case=case, account=staff[name].id, reason=why))


def add(
    by: Actor,
    case: CaseId,
    called: str,
    *kinds: CapacityKind,
    on: datetime,
    language: str = "",
    interpreter: Answer = Answer.UNKNOWN,
    contact: str = "",
) -> PersonId:
    """Add a person to the case."""
    row = persons.add_person(
        actor=by,
        on=on,
        case=case,
        called=called,
        capacities=kinds,
        language=language,
        interpreter=interpreter,
        contact=contact,
    )
    return PersonId(done(row).pk)
