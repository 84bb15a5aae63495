"""Reads of accounts and persons: roles and certificates, somebody's age from every source, and a person for a page.

Invariant: what nobody stated is left out of a document, or stands as unknown in a view; it is never read as no.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from waarborg.apps.custody.keys import Opening
from waarborg.apps.people.ages import AgeOnDay, Statement, age_facts, age_on
from waarborg.apps.people.models import (
    Account,
    AccountRole,
    AgeStatement,
    Answer,
    CapacityKind,
    Certificate,
    Person,
    Site,
)
from waarborg.kernel.actors import Actor, Channel, Role, Service
from waarborg.kernel.ids import AccountId, CaseId, PersonId

#: The capacities in which somebody can be heard, as ``assess`` names them.
_HEARD_AS: Final = frozenset(
    {CapacityKind.VICTIM, CapacityKind.REPORTING_WITNESS, CapacityKind.WITNESS, CapacityKind.SUSPECT}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """A colleague, as colleagues know them."""

    id: AccountId
    name: str
    service: Service | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Representative:
    """Somebody who acts for a person."""

    id: PersonId
    called: str
    #: ``parent``, ``guardian`` or ``appointed``.
    kind: str
    #: Whether the representative is a suspect in the case, and so gets nothing.
    barred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person of a case, opened, on one day."""

    id: PersonId
    called: str
    contact: str
    address: str
    capacities: tuple[CapacityKind, ...]
    #: BCP 47 tag; empty is unknown.
    language: str
    interpreter: Answer
    lawful_stay: Answer
    intellectual_disability: Answer
    cognitive_disorder: Answer
    #: Whether there are reasons to believe that the person is a child; None is unknown.
    believed_child: bool | None
    believed_child_reason: str
    age: AgeOnDay
    representatives: tuple[Representative, ...]

    @property
    def protected_as_child(self) -> bool:
        """Whether child rules protect: surely under 18, or possibly and there are reasons to believe it."""
        return self.age.surely_under(18) or bool(self.believed_child and self.age.may_be_under(18))

    @property
    def lacks_representative(self) -> bool:
        """Whether a victim who is or may be a child has nobody who may act for them."""
        if CapacityKind.VICTIM not in self.capacities:
            return False
        child = self.protected_as_child or (self.age.low is not None and self.age.may_be_under(18))
        return child and all(other.barred for other in self.representatives)

    @property
    def perhaps_not_punishable(self) -> bool:
        """Whether a victim is also a suspect, so that the prosecutor must look at not prosecuting or punishing."""
        return {CapacityKind.VICTIM, CapacityKind.SUSPECT} <= set(self.capacities)


def active_roles(account: AccountId) -> frozenset[Role]:
    """The roles that an account holds today; none where it is unknown or was ended."""
    held = AccountRole.objects.filter(account=account, account__is_active=True)
    return frozenset(Role(role) for role in held.values_list("role", flat=True))


def actor_for(account: Account) -> Actor:
    """The account as an actor, with the roles, doors and persons that it holds at this moment."""
    return Actor(
        id=AccountId(account.pk),
        roles=active_roles(AccountId(account.pk)),
        service=Service(account.service) if account.service else None,
        doors=frozenset(Channel(each) for each in account.held_doors.values_list("channel", flat=True)),
        persons=frozenset(PersonId(each) for each in account.held_persons.values_list("person", flat=True)),
    )


def is_certified(account: AccountId, kind: str, on: date) -> bool:
    """Whether an account holds a certificate (``trafficking``, ``minors``, ``studio``) that runs on the day ``on``."""
    return Certificate.objects.filter(account=account, kind=kind, until__gte=on).exists()


def staff_names(accounts: Collection[AccountId]) -> Mapping[AccountId, str]:
    """What colleagues are called; who has no name (portal accounts, the house) is left out."""
    named = Account.objects.filter(pk__in=accounts).exclude(name="")
    return {AccountId(pk): name for pk, name in named.values_list("pk", "name")}


def staff_with(*roles: Role) -> tuple[StaffMember, ...]:
    """Active members of staff who hold any of ``roles``, by name: for choosing a colleague."""
    rows = Account.objects.filter(site=Site.DESK, is_active=True, held_roles__role__in=roles).distinct()
    return tuple(
        StaffMember(id=AccountId(row.pk), name=row.name, service=Service(row.service) if row.service else None)
        for row in rows.order_by("name", "pk")
    )


def persons_in(case: CaseId) -> tuple[PersonId, ...]:
    """The persons of a case by id, in the order in which they were added: for naming them in an entry."""
    return tuple(
        PersonId(pk) for pk in Person.objects.filter(case=case).order_by("added_at", "pk").values_list("pk", flat=True)
    )


def age_statements(person: Person, opening: Opening) -> tuple[Statement, ...]:
    """Everything that sources said of somebody's age, in the order in which it was entered, rejected ones too."""
    return tuple(_statement(row, opening) for row in person.age_statements.order_by("made_at", "pk"))


def age_of(person: Person, opening: Opening, *, on: date) -> AgeOnDay:
    """The age of a person on a day, with every source."""
    return age_on(age_statements(person, opening), on)


def person_document(person: Person, opening: Opening, *, heard_as: str, on: date) -> dict[str, Any]:
    """The ``person`` part of an ``assess`` document for an interview on the day ``on``; unknowns are left out.

    Args:
        person: who is heard.
        opening: names the person's case.
        heard_as: the ``CapacityKind`` in which the person is heard; one that is never heard leaves the role unknown.
        on: the day of the interview, not of the question.
    """
    facts: dict[str, Any] = {}
    if heard_as in _HEARD_AS:
        facts["role"] = str(heard_as)
    facts |= age_facts(age_statements(person, opening), on)
    if person.believed_child is not None:
        facts["reason_to_believe_child"] = person.believed_child
    for ability in ("intellectual_disability", "cognitive_disorder"):
        answer = getattr(person, ability)
        if answer != Answer.UNKNOWN:
            facts[ability] = str(answer)
    return facts


def person_view(person: Person, opening: Opening, *, on: date) -> PersonView:
    """A person as the desk shows one; ``opening`` names the case."""
    return PersonView(
        id=PersonId(person.pk),
        called=opening.read(person, "called"),
        contact=opening.read(person, "contact"),
        address=opening.read(person, "address"),
        capacities=capacities_of(person),
        language=person.language,
        interpreter=Answer(person.interpreter),
        lawful_stay=Answer(person.lawful_stay),
        intellectual_disability=Answer(person.intellectual_disability),
        cognitive_disorder=Answer(person.cognitive_disorder),
        believed_child=person.believed_child,
        believed_child_reason=opening.read(person, "believed_child_reason"),
        age=age_of(person, opening, on=on),
        representatives=tuple(
            Representative(
                id=PersonId(other.pk),
                called=opening.read(other, "called"),
                kind=kind,
                barred=CapacityKind.SUSPECT in capacities_of(other),
            )
            for other, kind in representatives_of(person, on=on)
        ),
    )


def held_persons(actor: Actor) -> tuple[tuple[PersonId, CaseId], ...]:
    """The victims that a portal account is or acts for, in the order in which they were added; opens nothing."""
    rows = Person.objects.filter(pk__in=actor.persons, capacities__kind=CapacityKind.VICTIM).order_by("added_at", "pk")
    return tuple((PersonId(row.pk), CaseId(row.case)) for row in rows)


def staff_services(accounts: Collection[AccountId]) -> Mapping[AccountId, Service]:
    """For which organisation colleagues work; who works for none is left out."""
    rows = Account.objects.filter(pk__in=accounts).exclude(service="")
    return {AccountId(pk): Service(service) for pk, service in rows.values_list("pk", "service")}


def capacities_of(person: Person) -> tuple[CapacityKind, ...]:
    """What a person is in the case, in the order of the process."""
    held = set(person.capacities.values_list("kind", flat=True))
    return tuple(kind for kind in CapacityKind if kind in held)


def representatives_of(person: Person, *, on: date) -> tuple[tuple[Person, str], ...]:
    """Who acts for a person on a day, and on what ground; also who is barred because they are a suspect."""
    rows = person.represented_by.filter(since__lte=on).exclude(until__lte=on).order_by("since", "pk")
    return tuple((row.representative, row.kind) for row in rows.select_related("representative"))


def _statement(row: AgeStatement, opening: Opening) -> Statement:
    """A statement, opened."""
    said = json.loads(opening.read(row, "statement"))
    return Statement(
        id=row.pk,
        source=said["source"],
        on=row.on,
        born=said["born"],
        low=said["low"],
        high=said["high"],
        by=row.by,
        made_at=row.made_at,
        rejected=row.rejected_at is not None,
        rejected_reason=opening.read(row, "rejected_reason"),
    )
