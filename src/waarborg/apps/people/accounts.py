"""Accounts of staff: opened, given roles and doors, and ended by an administrator, each with an entry.

Invariants: nobody gives anything to themselves. Whoever keeps accounts or checks others does nothing else, so that no
administrator reads a case and no supervisor checks their own work. The entry says which role, by the act's own name.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Final

from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.outbox import announce
from waarborg.apps.people.models import Account, AccountDoor, AccountRole, Certificate, Site
from waarborg.apps.people.queries import active_roles
from waarborg.kernel.actors import Actor, Channel, Role, Service
from waarborg.kernel.errors import Refusal
from waarborg.kernel.events import Event
from waarborg.kernel.ids import AccountId
from waarborg.kernel.texts import Text

#: Roles of the desk.
STAFF_ROLES: Final = frozenset(
    {
        Role.DETECTIVE,
        Role.TEAM_LEADER,
        Role.PROSECUTOR,
        Role.PROSECUTION_STAFF,
        Role.CARE_COORDINATOR,
        Role.DOOR_OFFICER,
        Role.SUPERVISOR,
        Role.ADMINISTRATOR,
    }
)
#: Roles that are held alone.
ALONE: Final = frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR})
#: What somebody can be certified for.
CERTIFICATES: Final = ("trafficking", "minors", "studio")
_KEEPERS: Final = frozenset({Role.ADMINISTRATOR, Role.HOUSE})


@act("account.open")
def open_staff_account(
    *,
    actor: Actor,
    on: datetime,
    username: str,
    name: str,
    service: Service,
    region: str = "",
    password: str | None = None,
    language: str = "en",
    demo: bool = False,
) -> Account | Refusal:
    """Open an account for the desk, without a role: roles are given one by one.

    Args:
        actor: an administrator, or the house while it is set up.
        on: when (aware).
        username: to sign in with; nobody else's.
        name: as colleagues know them.
        service: for whom they work.
        region: where.
        password: a first one; None leaves the account shut until one is set.
        language: of the pages.
        demo: a fixed person of the demo.
    """
    if not actor.roles & _KEEPERS:
        return NOT_A_KEEPER
    if not username.strip() or not name.strip():
        return NAME_BLANK
    if Account.objects.typed_as(username).exists():
        return NAME_TAKEN
    account = Account(
        id=AccountId.new(),
        username=username,
        site=Site.DESK,
        name=name,
        service=service,
        region=region,
        language=language,
        demo=demo,
    )
    account.set_password(password)
    account.save(force_insert=True)
    enter(account.pk)
    announce(Event(name="account.opened", subjects=(account.pk,), at=on, by=actor.id))
    return account


def give_role(*, actor: Actor, on: datetime, account: AccountId, role: Role) -> Account | Refusal:
    """Give an account a role of the desk; one that is held alone goes with no other."""

    @act(f"account.give_{role}")
    def give(*, actor: Actor, on: datetime) -> Account | Refusal:
        found = _kept_by(actor, account)
        if isinstance(found, Refusal):
            return found
        held = active_roles(account)
        if role not in STAFF_ROLES or (held and (role in ALONE or held & ALONE)):
            return ROLE_DOES_NOT_FIT
        if role in held:
            return SO_ALREADY
        AccountRole.objects.create(account=found, role=role)
        return _changed(actor, on, found)

    return give(actor=actor, on=on)


def take_role(*, actor: Actor, on: datetime, account: AccountId, role: Role) -> Account | Refusal:
    """Take a role from an account."""

    @act(f"account.take_{role}")
    def take(*, actor: Actor, on: datetime) -> Account | Refusal:
        found = _kept_by(actor, account)
        if isinstance(found, Refusal):
            return found
        if not AccountRole.objects.filter(account=found, role=role).delete()[0]:
            return SO_ALREADY
        return _changed(actor, on, found)

    return take(actor=actor, on=on)


@act("account.set_doors")
def set_doors(*, actor: Actor, on: datetime, account: AccountId, channels: Collection[Channel]) -> Account | Refusal:
    """Let an account open what comes in through these doors, and no others; only a door officer has doors."""
    found = _kept_by(actor, account)
    if isinstance(found, Refusal):
        return found
    if channels and Role.DOOR_OFFICER not in active_roles(account):
        return ROLE_DOES_NOT_FIT
    AccountDoor.objects.filter(account=found).delete()
    AccountDoor.objects.bulk_create([AccountDoor(account=found, channel=channel) for channel in sorted(set(channels))])
    return _changed(actor, on, found)


@act("account.certify")
def certify(*, actor: Actor, on: datetime, account: AccountId, kind: str, until: date) -> Certificate | Refusal:
    """Enter that a detective is certified for ``kind`` (see ``CERTIFICATES``) until a day, that day included."""
    found = _kept_by(actor, account)
    if isinstance(found, Refusal):
        return found
    if kind not in CERTIFICATES or not active_roles(account) & {Role.DETECTIVE, Role.TEAM_LEADER}:
        return ROLE_DOES_NOT_FIT
    given = Certificate.objects.create(account=found, kind=kind, until=until)
    _changed(actor, on, found)
    return given


@act("account.deactivate")
def deactivate(*, actor: Actor, on: datetime, account: AccountId) -> Account | Refusal:
    """End an account: nobody signs in with it any more, and what it did keeps its name.

    The news ``account.deactivated`` ends its needs to know.
    """
    found = _kept_by(actor, account)
    if isinstance(found, Refusal):
        return found
    if not found.is_active:
        return SO_ALREADY
    found.is_active = False
    found.save(update_fields=["is_active"])
    enter(account)
    announce(Event(name="account.deactivated", subjects=(account,), at=on, by=actor.id))
    return found


def _kept_by(actor: Actor, account: AccountId) -> Account | Refusal:
    """The account, held until the act ends, if ``actor`` keeps accounts and it is not their own."""
    if not actor.roles & _KEEPERS:
        return NOT_A_KEEPER
    if account == actor.id:
        return NOT_YOUR_OWN
    return Account.objects.select_for_update().filter(pk=account, site=Site.DESK).first() or NO_ACCOUNT


def _changed(actor: Actor, on: datetime, account: Account) -> Account:
    """Enter the change and tell it."""
    enter(account.pk)
    announce(Event(name="account.changed", subjects=(account.pk,), at=on, by=actor.id))
    return account


_ASK: Final = Text(en="Ask the administrator.", nl="Vraag het de beheerder.")
_UNCHANGED: Final = Text(en="No account was changed.", nl="Er is geen account gewijzigd.")

NOT_A_KEEPER: Final = Refusal(
    code="account.role",
    what=_UNCHANGED,
    why=Text(en="Only an administrator keeps accounts.", nl="Alleen een beheerder beheert accounts."),
    instead=Text(en="You can ask for what you need.", nl="U kunt vragen wat u nodig heeft."),
    ask=_ASK,
    on_record=True,
)
NOT_YOUR_OWN: Final = Refusal(
    code="account.own",
    what=_UNCHANGED,
    why=Text(en="It is your own account.", nl="Het is uw eigen account."),
    instead=Text(en="Another administrator can do it.", nl="Een andere beheerder kan het doen."),
    ask=_ASK,
    on_record=True,
)
NO_ACCOUNT: Final = Refusal(
    code="account.unknown",
    what=_UNCHANGED,
    why=Text(en="There is no such account on the desk.", nl="Dit account is er niet op de desk."),
    instead=Text(en="Choose one from the list.", nl="Kies er een uit de lijst."),
    ask=_ASK,
)
NAME_BLANK: Final = Refusal(
    code="account.name_blank",
    what=_UNCHANGED,
    why=Text(en="A user name or a name is missing.", nl="Een gebruikersnaam of een naam ontbreekt."),
    instead=Text(en="Fill in both.", nl="Vul ze allebei in."),
    ask=_ASK,
)
NAME_TAKEN: Final = Refusal(
    code="account.name_taken",
    what=_UNCHANGED,
    why=Text(en="Somebody else has this user name.", nl="Iemand anders heeft deze gebruikersnaam."),
    instead=Text(en="Choose another user name.", nl="Kies een andere gebruikersnaam."),
    ask=_ASK,
)
ROLE_DOES_NOT_FIT: Final = Refusal(
    code="account.role_does_not_fit",
    what=_UNCHANGED,
    why=Text(
        en="It does not go with the roles that the account has.",
        nl="Het gaat niet samen met de rollen die het account heeft.",
    ),
    instead=Text(
        en="An administrator and a supervisor have no other role. Doors are for door officers.",
        nl="Een beheerder en een toezichthouder hebben geen andere rol. Loketten zijn voor loketmedewerkers.",
    ),
    ask=_ASK,
)
SO_ALREADY: Final = Refusal(
    code="account.so_already",
    what=_UNCHANGED,
    why=Text(en="It is so already.", nl="Het is al zo."),
    instead=Text(en="You do not have to do anything.", nl="U hoeft niets te doen."),
    ask=_ASK,
)
