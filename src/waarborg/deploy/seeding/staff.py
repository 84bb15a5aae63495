"""The people who work in the demo, and the rooms they work in; ten persons of the demo can be signed in as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from waarborg.apps.interviews.kinds import RoomKind
from waarborg.apps.interviews.models import Room
from waarborg.apps.people import accounts, demonstration
from waarborg.deploy.seeding.days import Days, done
from waarborg.kernel.actors import THE_HOUSE, Actor, Channel, Role, Service
from waarborg.kernel.ids import AccountId


@dataclass(frozen=True, slots=True)
class _Member:
    """Somebody who works here."""

    name: str
    roles: tuple[Role, ...]
    service: Service
    region: str = "Rotterdam"
    certificates: tuple[str, ...] = ()
    doors: tuple[Channel, ...] = ()
    #: Whether one can sign in as this person.
    signs_in: bool = False


_BOTH: Final = ("trafficking", "minors")
_ALL: Final = (*_BOTH, "studio")
#: By user name.
_MEMBERS: Final[Mapping[str, _Member]] = {
    "dewit": _Member("M. de Wit", (Role.DETECTIVE,), Service.AVIM, certificates=_BOTH, signs_in=True),
    "visser": _Member("T. Visser", (Role.DETECTIVE,), Service.AVIM, certificates=_BOTH),
    "elidrissi": _Member("N. El Idrissi", (Role.DETECTIVE,), Service.AVIM, certificates=_BOTH),
    "bakker": _Member(
        "N. Bakker",
        (Role.DETECTIVE, Role.DOOR_OFFICER),
        Service.AVIM,
        "Utrecht",
        certificates=_ALL,
        doors=(Channel.AVIM,),
        signs_in=True,
    ),
    "aydin": _Member("S. Aydin", (Role.DETECTIVE,), Service.AVIM, "Utrecht", certificates=_ALL),
    "vos": _Member("J. Vos", (Role.DETECTIVE,), Service.LABOUR_AUTHORITY, certificates=_BOTH, signs_in=True),
    "jansen": _Member(
        "P. Jansen",
        (Role.DETECTIVE, Role.DOOR_OFFICER),
        Service.TCI,
        "Westland",
        certificates=("trafficking",),
        doors=(Channel.TCI,),
        signs_in=True,
    ),
    "mulder": _Member("R. Mulder", (Role.DOOR_OFFICER,), Service.CRIME_STOPPERS, doors=(Channel.MELD_MISDAAD_ANONIEM,)),
    "degroot": _Member(
        "E. de Groot", (Role.DOOR_OFFICER,), Service.LABOUR_AUTHORITY, doors=(Channel.LABOUR_INSPECTORATE,)
    ),
    "smit": _Member("K. Smit", (Role.TEAM_LEADER,), Service.AVIM, signs_in=True),
    "bos": _Member("H. Bos", (Role.PROSECUTOR,), Service.PROSECUTION_SERVICE, signs_in=True),
    "dekker": _Member("L. Dekker", (Role.PROSECUTION_STAFF,), Service.PROSECUTION_SERVICE),
    "kaya": _Member("S. Kaya", (Role.CARE_COORDINATOR,), Service.CARE, signs_in=True),
    "prins": _Member("A. Prins", (Role.SUPERVISOR,), Service.OVERSIGHT, signs_in=True),
}
#: Name, region, kind, whether it has sound and image.
_ROOMS: Final = (
    ("Rotterdam 4", "Rotterdam", RoomKind.ADAPTED, True, True),
    ("Rotterdam 2", "Rotterdam", RoomKind.STANDARD, True, True),
    ("Utrecht studio", "Utrecht", RoomKind.STUDIO, True, True),
    ("Westland 1", "Westland", RoomKind.STANDARD, True, True),
    ("Mobile recorder", "Rotterdam", RoomKind.MOBILE, True, False),
)


@dataclass(frozen=True, slots=True)
class Staff:
    """Everybody as an actor, by user name, and every room."""

    actors: Mapping[str, Actor]
    rooms: Mapping[str, int]

    def __getitem__(self, username: str) -> Actor:
        """The actor of a user name."""
        return self.actors[username]

    def ids(self, *usernames: str) -> tuple[AccountId, ...]:
        """Account ids."""
        return tuple(self.actors[username].id for username in usernames)


def open_staff(days: Days) -> Staff:
    """Open the accounts, with their roles, doors and certificates, and furnish the rooms."""
    on = days.at(-230, 9)
    actors = {}
    for username, member in _MEMBERS.items():
        account = AccountId(
            done(
                accounts.open_staff_account(
                    actor=THE_HOUSE,
                    on=on,
                    username=username,
                    name=member.name,
                    service=member.service,
                    region=member.region,
                )
            ).pk
        )
        if member.signs_in:  # the others are colleagues whom one only meets
            demonstration.equip(actor=THE_HOUSE, on=on, account=account)
        for role in member.roles:
            done(accounts.give_role(actor=THE_HOUSE, on=on, account=account, role=role))
        if member.doors:
            done(accounts.set_doors(actor=THE_HOUSE, on=on, account=account, channels=member.doors))
        for kind in member.certificates:
            until = days.today + timedelta(days=700)
            done(accounts.certify(actor=THE_HOUSE, on=on, account=account, kind=kind, until=until))
        actors[username] = Actor(
            id=account, roles=frozenset(member.roles), service=member.service, doors=frozenset(member.doors)
        )
    rooms = {
        name: Room.objects.create(name=name, region=region, kind=kind, has_sound=sound, has_video=video).pk
        for name, region, kind, sound, video in _ROOMS
    }
    return Staff(actors, rooms)
