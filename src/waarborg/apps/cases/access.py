"""Who works on a case, and may therefore open it; opening one is always written down first.

Invariant: default deny. Without a row of need-to-know, or a person of the case on the portal account, the answer is no,
and the attempt is entered.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from waarborg.apps.cases.models import Case, CaseService, NeedToKnow
from waarborg.apps.custody.entering import act, consult, enter
from waarborg.apps.custody.keys import Opening
from waarborg.apps.people.models import CapacityKind, Person
from waarborg.apps.people.queries import active_roles
from waarborg.kernel.actors import Actor, Role, Service
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, CaseId, PersonId
from waarborg.kernel.texts import Text

#: Staff who can be given a need to know.
CASE_ROLES: Final = frozenset(
    {Role.DETECTIVE, Role.TEAM_LEADER, Role.PROSECUTOR, Role.PROSECUTION_STAFF, Role.CARE_COORDINATOR}
)
#: Staff who investigate or direct it.
TEAM_ROLES: Final = frozenset({Role.DETECTIVE, Role.TEAM_LEADER, Role.PROSECUTOR})
#: Portal accounts, which reach a case through a person of it.
PORTAL_ROLES: Final = frozenset({Role.VICTIM, Role.REPRESENTATIVE, Role.LAWYER})
#: Services that can investigate, alone or together (M5).
INVESTIGATION_SERVICES: Final = frozenset({Service.AVIM, Service.LABOUR_AUTHORITY, Service.KMAR})
#: Who may give whom a need to know: a detective brings in those who lead, direct and care, and leaders bring in all.
MAY_GRANT: Final[Mapping[Role, frozenset[Role]]] = MappingProxyType(
    {
        Role.DETECTIVE: frozenset({Role.TEAM_LEADER, Role.PROSECUTOR, Role.CARE_COORDINATOR}),
        Role.TEAM_LEADER: CASE_ROLES,
        Role.PROSECUTOR: CASE_ROLES,
        # So that a case whose people all left is not lost.
        Role.SUPERVISOR: frozenset({Role.TEAM_LEADER}),
        Role.HOUSE: CASE_ROLES,
    }
)


def not_admitted(*, actor: Actor, case: CaseId, roles: frozenset[Role] = CASE_ROLES) -> Refusal | None:
    """Why ``actor`` may not act in ``case``; None: they hold one of ``roles``, and need to know it on top of that."""
    if actor.has(Role.HOUSE):
        return None
    if not actor.roles & roles:
        return _refused(case, "case.role", _NOT_YOUR_ROLE)
    if actor.roles & CASE_ROLES & roles and _needs_to_know(case, actor.id):
        return None
    if actor.roles & PORTAL_ROLES & roles and _has_person_in(actor, case):
        return None
    return _refused(case, "case.need_to_know", _NOT_YOUR_CASE)


def person_in_reach(*, actor: Actor, person: PersonId, roles: frozenset[Role]) -> Person | Refusal:
    """The person, if ``actor`` may act on them: staff with a need to know their case, or the portal account itself.

    An unknown id is answered as a case that is not yours, so that nobody learns which ids exist.
    """
    found = Person.objects.filter(pk=person).first()
    if found is None:
        return _refused(person, "case.need_to_know", _NOT_YOUR_CASE)
    refused = not_admitted(actor=actor, case=CaseId(found.case), roles=roles)
    if refused is None and not actor.has(Role.HOUSE, *CASE_ROLES & roles) and found.pk not in actor.persons:
        refused = _refused(person, "case.other_person", _NOT_THIS_PERSON)
    return refused or found


def open_case(
    *,
    actor: Actor,
    on: datetime,
    case: CaseId,
    what: str,
    persons: tuple[PersonId, ...] = (),
    reason: str = "",
) -> Opening | Refusal:
    """Write that ``actor`` reads something of a case, then give the opening with which queries read it.

    Args:
        actor: who reads; a portal account reads only about the persons it is or acts for.
        on: when (aware).
        case: names the key.
        what: ``noun.read``, the page or document.
        persons: the persons shown.
        reason: why; a supervisor must give one, and then needs no row of need-to-know.
    """
    supervising = actor.has(Role.SUPERVISOR) and bool(reason.strip()) and Case.objects.filter(pk=case).exists()
    refused = None if supervising else not_admitted(actor=actor, case=case, roles=CASE_ROLES | PORTAL_ROLES)
    if refused is None and not supervising and not actor.has(Role.HOUSE, *CASE_ROLES):
        others = [person for person in persons if person not in actor.persons]
        refused = _refused(others[0], "case.other_person", _NOT_THIS_PERSON) if others else None
    if refused:
        return refuse(actor=actor, on=on, what=what, refused=refused)
    return consult(actor=actor, on=on, what=what, subjects=(case, *persons), reason=reason)


def refuse(*, actor: Actor, on: datetime, what: str, refused: Refusal) -> Refusal:
    """Write that ``what`` was tried and refused, and give the refusal back."""

    @act(what)
    def tried(*, actor: Actor, on: datetime) -> Refusal:  # noqa: ARG001 - every act has both
        return refused

    return tried(actor=actor, on=on)


@act("case.grant_need")
def grant_need(*, actor: Actor, on: datetime, case: CaseId, account: AccountId, reason: str) -> NeedToKnow | Refusal:
    """Let ``account``, active staff, open the case from now on; who may let whom stands in ``MAY_GRANT``."""
    rescues = actor.has(Role.SUPERVISOR) and Case.objects.filter(pk=case).exists()
    refused = None if rescues else not_admitted(actor=actor, case=case, roles=frozenset(MAY_GRANT) & CASE_ROLES)
    brought = frozenset(role for own in actor.roles for role in MAY_GRANT.get(own, ()))
    refused = refused or (REASON_BLANK if not reason.strip() else None)
    refused = refused or (ROLE_DOES_NOT_FIT if not active_roles(account) & brought else None)
    refused = refused or (NOTHING_TO_CHANGE if _needs_to_know(_locked(case).pk, account) else None)
    if refused:
        return refused
    given = NeedToKnow.objects.create(case_id=case, account=account, since=on, granted_by=actor.id)
    enter(case, account, scope=case, detail={"reason": reason})
    return given


@act("case.withdraw_need")
def withdraw_need(*, actor: Actor, on: datetime, case: CaseId, account: AccountId, reason: str) -> NeedToKnow | Refusal:
    """End the need to know of ``account``; the last one stays, or nobody could open the case any more."""
    refused = not_admitted(actor=actor, case=case, roles=frozenset({Role.TEAM_LEADER, Role.PROSECUTOR}))
    refused = refused or (REASON_BLANK if not reason.strip() else None)
    if refused:
        return refused
    rows = NeedToKnow.objects.filter(case=_locked(case), until=None)
    held = rows.filter(account=account).first()
    if held is None:
        return NOTHING_TO_CHANGE
    if not actor.has(Role.HOUSE) and not rows.exclude(pk=held.pk).exists():
        return NEED_LAST
    held.until = on
    held.save(update_fields=["until"])
    enter(case, account, scope=case, detail={"reason": reason})
    return held


@act("case.join_service")
def join_service(*, actor: Actor, on: datetime, case: CaseId, service: Service) -> CaseService | Refusal:
    """Let another investigation service work on the case (M5); its people still need to be given a need to know."""
    refused = not_admitted(actor=actor, case=case, roles=TEAM_ROLES)
    refused = refused or (NO_INVESTIGATION_SERVICE if service not in INVESTIGATION_SERVICES else None)
    if refused:
        return refused
    if CaseService.objects.filter(case=_locked(case), service=service).exists():
        return NOTHING_TO_CHANGE
    joined = CaseService.objects.create(case_id=case, service=service, since=day_of(on))
    enter(case, scope=case, detail={"service": service})
    return joined


@act("case.assign_prosecutor")
def assign_prosecutor(*, actor: Actor, on: datetime, case: CaseId, account: AccountId) -> Case | Refusal:
    """Make ``account`` the prosecutor who directs the case, with a need to know it."""
    refused = not_admitted(actor=actor, case=case, roles=TEAM_ROLES)
    refused = refused or (ROLE_DOES_NOT_FIT if Role.PROSECUTOR not in active_roles(account) else None)
    if refused:
        return refused
    found = _locked(case)
    found.prosecutor = account
    found.save(update_fields=["prosecutor"])
    if not _needs_to_know(case, account):
        NeedToKnow.objects.create(case=found, account=account, since=on, granted_by=actor.id)
    enter(case, account)
    return found


def _needs_to_know(case: CaseId, account: AccountId) -> bool:
    return NeedToKnow.objects.filter(case=case, account=account, until=None).exists()


def _has_person_in(actor: Actor, case: CaseId) -> bool:
    """Whether the portal account is or acts for somebody of the case, and is no representative who is a suspect in it.

    Whom a representative acts for may well be a suspect too: that bars nobody.
    """
    own = Person.objects.filter(pk__in=actor.persons, case=case)
    barred = own.filter(capacities__kind=CapacityKind.REPRESENTATIVE).filter(capacities__kind=CapacityKind.SUSPECT)
    return own.exists() and not barred.exists()


def _locked(case: CaseId) -> Case:
    """The case, held until the act ends, so that two acts on it happen one after the other."""
    return Case.objects.select_for_update().get(pk=case)


def _refused(subject: str, code: str, why: Text) -> Refusal:
    return Refusal(code=code, what=_CLOSED, why=why, instead=_INSTEAD, ask=_ASK, on_record=True, subjects=(subject,))


_CLOSED: Final = Text(en="You cannot open this.", nl="U kunt dit niet openen.")
_NOT_YOUR_CASE: Final = Text(en="You do not work on this case.", nl="U werkt niet aan deze zaak.")
_NOT_YOUR_ROLE: Final = Text(en="Your role does not do this.", nl="Dit hoort niet bij uw rol.")
_NOT_THIS_PERSON: Final = Text(en="It is about somebody else.", nl="Dit gaat over iemand anders.")
_INSTEAD: Final = Text(en="You can open what you work on yourself.", nl="U kunt wel openen waar u zelf aan werkt.")
_ASK: Final = Text(
    en="Ask the team leader of the case. We wrote down that you tried.",
    nl="Vraag het de teamleider van de zaak. We hebben genoteerd dat u het probeerde.",
)
_ASK_LEADER: Final = Text(en="Ask the team leader of the case.", nl="Vraag het de teamleider van de zaak.")
_UNCHANGED: Final = Text(en="Nothing was changed.", nl="Er is niets veranderd.")

REASON_BLANK: Final = Refusal(
    code="case.reason_blank",
    what=_UNCHANGED,
    why=Text(en="The reason is missing.", nl="De reden ontbreekt."),
    instead=Text(en="Write why, in plain words.", nl="Schrijf waarom, in gewone woorden."),
    ask=_ASK_LEADER,
)
NOTHING_TO_CHANGE: Final = Refusal(
    code="case.nothing_to_change",
    what=_UNCHANGED,
    why=Text(en="It is so already.", nl="Het is al zo."),
    instead=Text(en="You do not have to do anything.", nl="U hoeft niets te doen."),
    ask=_ASK_LEADER,
)
ROLE_DOES_NOT_FIT: Final = Refusal(
    code="need.role_does_not_fit",
    what=_UNCHANGED,
    why=Text(en="This person has no active account for it.", nl="Deze persoon heeft er geen actief account voor."),
    instead=Text(en="You can bring in a team leader.", nl="U kunt een teamleider erbij halen."),
    ask=_ASK_LEADER,
)
NEED_LAST: Final = Refusal(
    code="need.last",
    what=_UNCHANGED,
    why=Text(en="Nobody could open the case any more.", nl="Niemand zou de zaak nog kunnen openen."),
    instead=Text(en="First let somebody else open the case.", nl="Laat eerst iemand anders de zaak openen."),
    ask=_ASK_LEADER,
)
NO_INVESTIGATION_SERVICE: Final = Refusal(
    code="case.no_investigation_service",
    what=_UNCHANGED,
    why=Text(en="This is no service that investigates.", nl="Dit is geen opsporingsdienst."),
    instead=Text(en="AVIM, the Labour Authority and KMar do.", nl="AVIM, de Arbeidsinspectie en KMar zijn dat wel."),
    ask=_ASK_LEADER,
)
