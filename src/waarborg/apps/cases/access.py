"""Who may open a case: whoever needs to know it, and nobody else; opening one is always written down first.

Invariant: default deny. Without a row of need-to-know, or a person of the case on the portal account, the answer is no,
and the attempt is entered.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from waarborg.apps.cases.models import NeedToKnow
from waarborg.apps.custody.entering import act, consult
from waarborg.apps.custody.keys import Opening
from waarborg.apps.people.models import Person
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, PersonId
from waarborg.kernel.texts import Text

#: Staff who can be given a need to know.
CASE_ROLES: Final = frozenset(
    {Role.DETECTIVE, Role.TEAM_LEADER, Role.PROSECUTOR, Role.PROSECUTION_STAFF, Role.CARE_COORDINATOR}
)
#: Portal accounts, which reach a case through a person of it.
PORTAL_ROLES: Final = frozenset({Role.VICTIM, Role.REPRESENTATIVE, Role.LAWYER})


def not_admitted(*, actor: Actor, case: CaseId, roles: frozenset[Role] = CASE_ROLES) -> Refusal | None:
    """Why ``actor`` may not act in ``case``, or None where they may.

    Args:
        actor: who wants to.
        case: the case.
        roles: who may do this at all; the need to know comes on top of it.
    """
    if actor.has(Role.HOUSE):
        return None
    if not actor.roles & roles:
        return _refused(case, "case.role", _NOT_YOUR_ROLE)
    if actor.roles & CASE_ROLES and NeedToKnow.objects.filter(case=case, account=actor.id, until=None).exists():
        return None
    if actor.roles & PORTAL_ROLES and Person.objects.filter(pk__in=actor.persons, case=case).exists():
        return None
    return _refused(case, "case.need_to_know", _NOT_YOUR_CASE)


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
        actor: who reads.
        on: when (aware).
        case: the case.
        what: ``noun.read``, the page or document.
        persons: the persons shown.
        reason: why; a supervisor must give one, and then needs no row of need-to-know.
    """
    supervising = actor.has(Role.SUPERVISOR) and bool(reason.strip())
    refused = None if supervising else not_admitted(actor=actor, case=case, roles=CASE_ROLES | PORTAL_ROLES)
    if refused:
        return refuse(actor=actor, on=on, what=what, refused=refused)
    return consult(actor=actor, on=on, what=what, subjects=(case, *persons), reason=reason)


def refuse(*, actor: Actor, on: datetime, what: str, refused: Refusal) -> Refusal:
    """Write that ``what`` was tried and refused, and give the refusal back."""

    @act(what)
    def tried(*, actor: Actor, on: datetime) -> Refusal:  # noqa: ARG001 - every act has both
        return refused

    return tried(actor=actor, on=on)


def _refused(case: CaseId, code: str, why: Text) -> Refusal:
    return Refusal(code=code, what=_WHAT, why=why, ask=_ASK, on_record=True, subjects=(case,))


_WHAT: Final = Text(en="You cannot open this.", nl="U kunt dit niet openen.")
_NOT_YOUR_CASE: Final = Text(en="You do not work on this case.", nl="U werkt niet aan deze zaak.")
_NOT_YOUR_ROLE: Final = Text(en="Your role does not do this.", nl="Dit hoort niet bij uw rol.")
_ASK: Final = Text(
    en="Ask the team leader of the case. We wrote down that you tried.",
    nl="Vraag het de teamleider van de zaak. We hebben genoteerd dat u het probeerde.",
)
