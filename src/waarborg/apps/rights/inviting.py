"""Opens portal accounts: a detective hands over a code, and whoever holds it chooses a user name and a password.

Invariants: the house keeps only the code's hash; a code opens one account, once; a wrong, used and expired code are
answered alike. No e-mail, no phone number, no papers.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction

from waarborg.apps.cases.access import person_in_reach
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.people.factors import is_weak
from waarborg.apps.people.models import (
    Account,
    AccountPerson,
    AccountRole,
    CapacityKind,
    Invitation,
    Representation,
    Site,
)
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, PersonId
from waarborg.kernel.texts import Text

#: Who hands codes over.
MAY_INVITE: Final = frozenset({Role.DETECTIVE, Role.TEAM_LEADER})
#: Who can have a portal account, by what they must be in the case; a lawyer is invited on the victim's own row.
INVITED: Final = {
    Role.VICTIM: CapacityKind.VICTIM,
    Role.REPRESENTATIVE: CapacityKind.REPRESENTATIVE,
    Role.LAWYER: CapacityKind.VICTIM,
}
#: How long a code works; the house's own choice, no law names it.
WORKS_FOR: Final = timedelta(days=14)
#: Characters that nobody confuses when reading a code aloud.
_ALPHABET: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_GROUPS, _GROUP = 4, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalCode:
    """A code as it is handed over; it is shown once and cannot be read again."""

    #: Four groups of five characters.
    code: str
    expires_at: datetime


@act("invitation.make")
def invite(*, actor: Actor, on: datetime, person: PersonId, role: Role) -> PortalCode | Refusal:
    """Make a code with which one portal account can be opened.

    Args:
        actor: a detective or team leader of the case, who hands the code over in person.
        on: when (aware).
        person: the victim, or for a representative that person's own row; a lawyer is invited for the victim.
        role: victim, representative or lawyer.
    """
    who = person_in_reach(actor=actor, person=person, roles=MAY_INVITE)
    if isinstance(who, Refusal):
        return who
    kinds = set(who.capacities.values_list("kind", flat=True))
    if role not in INVITED or INVITED[role] not in kinds:
        return NOT_INVITED
    if role is Role.REPRESENTATIVE and CapacityKind.SUSPECT in kinds:
        return SUSPECT
    code = "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
    until = on + WORKS_FOR
    enter(who.pk, who.case)
    Invitation.objects.create(verifier=_verifier(code), person=who, role=role, made_at=on, expires_at=until)
    return PortalCode(code=code, expires_at=until)


def code_works(*, on: datetime, code: str) -> bool:
    """Whether an account can be opened with a code at the moment ``on`` (aware)."""
    return Invitation.objects.filter(verifier=_verifier(code), used_at=None, expires_at__gt=on).exists()


def accept(*, on: datetime, code: str, username: str, password: str, language: str = "en") -> AccountId | Refusal:
    """Open the portal account that a code stands for.

    Args:
        on: when (aware).
        code: as handed over; spaces, hyphens and small letters do not matter.
        username: chosen by the person; it need not be a name.
        password: at least 12 characters, and not the user name.
        language: of the pages.

    Returns:
        The new account, or a refusal that says the same for a wrong, a used and an expired code.
    """
    found = Invitation.objects.filter(verifier=_verifier(code)).first()
    role = Role(found.role) if found else Role.VICTIM
    opener = Actor(id=AccountId.new(), roles=frozenset({role}))
    return _accept(
        actor=opener, on=on, verifier=_verifier(code), username=username.strip(), password=password, language=language
    )


@act("invitation.accept")
def _accept(
    *, actor: Actor, on: datetime, verifier: str, username: str, password: str, language: str
) -> AccountId | Refusal:
    """Use up the code and make the account, both or neither."""
    open_codes = Invitation.objects.filter(verifier=verifier, used_at=None, expires_at__gt=on)
    # One statement takes the code, so that of two browsers only one gets the account.
    if open_codes.update(used_at=on) != 1:
        return WRONG_CODE
    found = Invitation.objects.select_related("person").get(verifier=verifier)
    if Role(found.role) is Role.REPRESENTATIVE and found.person.capacities.filter(kind=CapacityKind.SUSPECT).exists():
        return WRONG_CODE
    if not username or is_weak(password, username):
        return WEAK
    account = Account(id=actor.id, username=username, site=Site.PORTAL, language=language)
    account.set_password(password)
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError:
        return TAKEN
    AccountRole.objects.create(account=account, role=found.role)
    held = _held_by(found, on)
    AccountPerson.objects.bulk_create([AccountPerson(account=account, person_id=person) for person in held])
    enter(account.pk, *held, found.person.case)
    return AccountId(account.pk)


@act("account.hold_persons")
def hold_represented(*, actor: Actor, on: datetime, representative: PersonId) -> int | Refusal:
    """Let the portal accounts of a representative reach exactly those for whom that person now acts.

    Returns:
        How many accounts there are; none is an answer too.
    """
    who = person_in_reach(actor=actor, person=representative, roles=MAY_INVITE)
    if isinstance(who, Refusal):
        return who
    held = {*represented_by(representative, on), str(representative)}
    accounts = Account.objects.filter(held_roles__role=Role.REPRESENTATIVE, held_persons__person=who)
    enter(representative, who.case, *(account.pk for account in accounts))
    for account in accounts:
        rows = AccountPerson.objects.filter(account=account, person__case=who.case)
        rows.exclude(person__in=held).delete()
        for person in held.difference(rows.values_list("person", flat=True)):
            AccountPerson.objects.create(account=account, person_id=person)
    return len(accounts)


def represented_by(representative: PersonId, on: datetime) -> list[str]:
    """The persons for whom a representative acts at the moment ``on``."""
    acting = Representation.objects.filter(representative=representative, since__lte=day_of(on), until=None)
    return list(acting.values_list("person", flat=True).distinct())


def _held_by(invitation: Invitation, on: datetime) -> list[str]:
    """The persons whom the account is or acts for: for a representative also those represented now."""
    acting = represented_by(PersonId(invitation.person_id), on) if invitation.role == Role.REPRESENTATIVE else []
    return list(dict.fromkeys([str(invitation.person_id), *acting]))


def _verifier(code: str) -> str:
    """The hash of a code. It has 99 random bits, so nobody finds it by trying, and a plain hash is enough."""
    return hashlib.sha256("".join(filter(str.isalnum, code)).upper().encode()).hexdigest()


_NO_CODE: Final = Text(en="There is no code for this person.", nl="Voor deze persoon komt er geen code.")
_NO_ACCOUNT: Final = Text(en="The account was not opened.", nl="Het account is niet geopend.")
_ASK_LEADER: Final = Text(en="Ask the team leader of the case.", nl="Vraag het de teamleider van de zaak.")
_ASK_DETECTIVE: Final = Text(en="Ask your detective for a new code.", nl="Vraag uw rechercheur om een nieuwe code.")

NOT_INVITED: Final = Refusal(
    code="invitation.capacity",
    what=_NO_CODE,
    why=Text(
        en="The person is not down in the case as what the account would be.",
        nl="De persoon staat niet in de zaak als wat het account zou zijn.",
    ),
    instead=Text(en="Write down first what the person is.", nl="Noteer eerst wat de persoon is."),
    ask=_ASK_LEADER,
)
SUSPECT: Final = Refusal(
    code="invitation.suspect",
    what=_NO_CODE,
    why=Text(
        en="Somebody who is a suspect cannot act for another person.",
        nl="Iemand die verdachte is, kan niet voor een ander optreden.",
    ),
    instead=Text(
        en="Another representative can be appointed.", nl="Er kan een andere vertegenwoordiger worden benoemd."
    ),
    ask=Text(en="Ask the prosecutor of the case.", nl="Vraag het de officier van de zaak."),
)
WRONG_CODE: Final = Refusal(
    code="invitation.code",
    what=_NO_ACCOUNT,
    why=Text(en="This code does not work, or not any more.", nl="Deze code werkt niet, of niet meer."),
    instead=Text(
        en="Look at the code again: four groups of five.", nl="Kijk nog eens naar de code: vier groepjes van vijf."
    ),
    ask=_ASK_DETECTIVE,
)
WEAK: Final = Refusal(
    code="invitation.password",
    what=_NO_ACCOUNT,
    why=Text(
        en="It needs a user name, and a password of 12 characters or more that is not the user name.",
        nl="Er is een gebruikersnaam nodig, en een wachtwoord van 12 tekens of meer dat anders is.",
    ),
    instead=Text(
        en="A few words after each other make a good password. Your code still works.",
        nl="Een paar woorden achter elkaar zijn een goed wachtwoord. Uw code werkt nog.",
    ),
    ask=_ASK_DETECTIVE,
)
TAKEN: Final = Refusal(
    code="invitation.username",
    what=_NO_ACCOUNT,
    why=Text(en="Somebody else has this user name.", nl="Iemand anders heeft deze gebruikersnaam."),
    instead=Text(en="Choose another one. Your code still works.", nl="Kies een andere. Uw code werkt nog."),
    ask=_ASK_DETECTIVE,
)
