"""Two invented cases for the walk over all pages: one that is somebody's own, and one of other people.

Whatever stands sealed in a case bears a word of its own, so that a page that shows any of it is noticed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.apps.cases.acting import NOON, case_by, detective, done, person_in, prosecutor, staff
from tests.faces.signing import member
from waarborg.apps.cases import access, charges, life, roads
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.people.models import Account, CapacityKind, Site
from waarborg.faces.shell.pages import PORTAL_ROLES
from waarborg.kernel.actors import Actor, Channel, Role, Service
from waarborg.kernel.ids import AccountId, CaseId, ChargeId, PersonId

#: The door at which the walk's door officer works, and one at which not.
OWN_DOOR, OTHER_DOOR = Channel.AVIM, Channel.TCI


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of the two cases."""

    #: Stands in everything that tells about a person of this case.
    word: str
    case: CaseId
    victim: PersonId
    suspect: PersonId
    charge: ChargeId
    detective: Actor
    prosecutor: Actor


@dataclass(frozen=True, kw_only=True)
class World:
    """Both cases, and one account that walks."""

    own: Side
    other: Side
    account: Account
    role: Role
    #: What examples made and others need again, by name.
    made: dict[str, object] = field(default_factory=dict)

    @property
    def admitted(self) -> bool:
        """Whether the one who walks may open the own case at all."""
        return self.role in access.CASE_ROLES | PORTAL_ROLES


def _side(word: str) -> Side:
    officer, director = detective(), prosecutor()
    case = case_by(officer, title=f"Title-{word}")
    key = CaseId(case.pk)
    done(access.assign_prosecutor(actor=officer, on=NOON, case=key, account=director.id))
    carer = staff(Role.CARE_COORDINATOR, service=Service.CARE)
    done(access.grant_need(actor=officer, on=NOON, case=key, account=carer.id, reason="care"))
    victim = PersonId(person_in(case, officer, called=f"Victim-{word}").pk)
    suspect = PersonId(person_in(case, officer, CapacityKind.SUSPECT, called=f"Suspect-{word}").pk)
    done(roads.make_first_contact(actor=officer, on=NOON, person=victim))
    done(life.start_investigation(actor=officer, on=NOON, case=key))
    charge = done(charges.suspect(actor=officer, on=NOON, person=suspect, offence="art. 273f"))
    deliver_pending(on=NOON)
    return Side(
        word=word,
        case=key,
        victim=victim,
        suspect=suspect,
        charge=ChargeId(charge.pk),
        detective=officer,
        prosecutor=director,
    )


def world_for(role: Role) -> World:
    """Both cases, and somebody with ``role`` who works on the own one, or whose own it is."""
    own, other = _side("canal31"), _side("harbour47")
    if role in PORTAL_ROLES:
        account = member(role, site=Site.PORTAL, persons=(own.victim,))
    else:
        account = member(role, doors=(OWN_DOOR,) if role is Role.DOOR_OFFICER else ())
    if role in access.CASE_ROLES:
        reason, key = "works on it", AccountId(account.pk)
        done(access.grant_need(actor=own.prosecutor, on=NOON, case=own.case, account=key, reason=reason))
    return World(own=own, other=other, account=account, role=role)
