"""Who acts: a person with roles in a service, the reporter whom nobody knows, or the house itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from waarborg.kernel.ids import AccountId, PersonId


class Role(StrEnum):
    """What somebody is to the process; what each may do stands in tables beside the acts."""

    #: Wrote a report and has a receipt code, no account.
    REPORTER = "reporter"
    #: The victim, signed in to the portal.
    VICTIM = "victim"
    #: Acts for a victim: parent, guardian, carer (*wettelijk vertegenwoordiger*).
    REPRESENTATIVE = "representative"
    #: The victim's lawyer.
    LAWYER = "lawyer"
    #: A certified detective of an investigation service.
    DETECTIVE = "detective"
    #: Leads detectives and approves reasons for what was not possible.
    TEAM_LEADER = "team_leader"
    #: The public prosecutor (*officier van justitie*).
    PROSECUTOR = "prosecutor"
    #: Works for the prosecutor: sends notices, keeps terms.
    PROSECUTION_STAFF = "prosecution_staff"
    #: Day-to-day support of victims in a region (*zorgcoördinator*).
    CARE_COORDINATOR = "care_coordinator"
    #: Opens what comes in through the doors of one channel.
    DOOR_OFFICER = "door_officer"
    #: Answers for it all; sees figures and the ledger, and cases only with a reason.
    SUPERVISOR = "supervisor"
    #: Keeps accounts; sees no case.
    ADMINISTRATOR = "administrator"
    #: The house itself: time-outs, deliveries, sequencing.
    HOUSE = "house"


class Channel(StrEnum):
    """A door through which a report can go."""

    #: Aliens Police, Identification and Human Trafficking (*AVIM*).
    AVIM = "avim"
    #: The Netherlands Labour Authority (*Nederlandse Arbeidsinspectie*, formerly Inspectorate SZW).
    LABOUR_INSPECTORATE = "labour_inspectorate"
    #: The Labour Authority's criminal intelligence team (*Team Criminele Inlichtingen*).
    TCI = "tci"
    #: Crime Stoppers Netherlands.
    MELD_MISDAAD_ANONIEM = "meld_misdaad_anoniem"


class Service(StrEnum):
    """The organisation for which somebody works."""

    AVIM = "avim"
    LABOUR_AUTHORITY = "labour_authority"
    #: Royal Netherlands Marechaussee, the border police.
    KMAR = "kmar"
    #: Public Prosecution Service (*Openbaar Ministerie*).
    PROSECUTION_SERVICE = "prosecution_service"
    #: The intelligence team, kept apart from the rest of the Labour Authority.
    TCI = "tci"
    CRIME_STOPPERS = "crime_stoppers"
    #: Regional support and shelter.
    CARE = "care"
    #: Those who check the others.
    OVERSIGHT = "oversight"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody doing something now; acts take one, pages make one from the session."""

    #: The account, or one of the two below.
    id: AccountId
    roles: frozenset[Role]
    #: None for victims, representatives, the reporter and the house.
    service: Service | None = None
    #: The channels whose reports a door officer may open.
    doors: frozenset[Channel] = field(default_factory=frozenset)
    #: For portal accounts: the persons of a case whom the account is or acts for.
    persons: frozenset[PersonId] = field(default_factory=frozenset)

    def has(self, *roles: Role) -> bool:
        """Whether the actor holds any of ``roles``."""
        return not self.roles.isdisjoint(roles)


#: Whoever writes a report: always the same id, so that no two reports can be joined by it.
THE_REPORTER: Final = Actor(id=AccountId("account_" + "a" * 26), roles=frozenset({Role.REPORTER}))
#: The worker process and the start-up deliveries.
THE_HOUSE: Final = Actor(id=AccountId("account_" + "b" * 26), roles=frozenset({Role.HOUSE}))
