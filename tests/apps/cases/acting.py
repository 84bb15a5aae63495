"""Invented staff and a case to act on; everything is made by running the acts."""

from __future__ import annotations

from datetime import date, datetime

from waarborg.apps.cases import opening, persons, roads
from waarborg.apps.cases.models import Case, Origin
from waarborg.apps.people.models import Account, AccountRole, CapacityKind, Certificate, Person, Site
from waarborg.kernel.actors import Actor, Role, Service
from waarborg.kernel.clock import moment_on
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, CaseId, PersonId

#: The first day of the invented cases.
DAY = date(2026, 8, 3)
NOON = moment_on(DAY, 12)


def at(month: int, day: int, hour: int = 12) -> datetime:
    """A moment in 2026."""
    return moment_on(date(2026, month, day), hour)


def staff(*roles: Role, service: Service | None = Service.AVIM, certified: bool = False) -> Actor:
    """Somebody with an account that holds ``roles``."""
    account = Account.objects.create(username=AccountId.new(), site=Site.DESK, name="A colleague")
    AccountRole.objects.bulk_create([AccountRole(account=account, role=role) for role in roles])
    if certified:
        Certificate.objects.create(account=account, kind="trafficking", until=date(2027, 12, 31))
    return Actor(id=AccountId(account.pk), roles=frozenset(roles), service=service)


def detective() -> Actor:
    """A certified detective of AVIM."""
    return staff(Role.DETECTIVE, certified=True)


def prosecutor() -> Actor:
    """A prosecutor; needs a need to know like everybody else."""
    return staff(Role.PROSECUTOR, service=Service.PROSECUTION_SERVICE)


def done[T](result: T | Refusal) -> T:
    """The value of an act that had to happen."""
    assert not isinstance(result, Refusal), result.code
    return result


def code(result: object) -> str:
    """The code of an act that had to be refused."""
    assert isinstance(result, Refusal), result
    return result.code


def case_by(actor: Actor, on: datetime = NOON, **facts: object) -> Case:
    """A case after a notification, opened by ``actor``."""
    facts = {"origin": Origin.NOTIFICATION, "title": "Station", "region": "Rotterdam", "lead": Service.AVIM} | facts
    return done(opening.open_case(actor=actor, on=on, **facts))  # type: ignore[arg-type]


def person_in(case: Case, actor: Actor, *kinds: CapacityKind, called: str = "Yonas") -> Person:
    """A person of ``case``, a victim unless said otherwise."""
    capacities = kinds or (CapacityKind.VICTIM,)
    return done(persons.add_person(actor=actor, on=NOON, case=CaseId(case.pk), called=called, capacities=capacities))


def victim_met(case: Case, actor: Actor, called: str = "Yonas") -> PersonId:
    """A victim with whom somebody spoke for the first time."""
    person = PersonId(person_in(case, actor, called=called).pk)
    done(roads.make_first_contact(actor=actor, on=NOON, person=person))
    return person
