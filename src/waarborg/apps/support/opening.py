"""Opens support with the first contact and gives it a care coordinator; it needs no report, no stay, no case state."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from waarborg.apps.cases.access import person_in_reach
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.people.models import Account, CapacityKind
from waarborg.apps.support.models import Support, SupportState, SupportStep, SupportStepKind
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, PersonId
from waarborg.kernel.texts import Text

#: Who may open support: whoever meets the person first, and the house when it hears that somebody was found.
MAY_OPEN: Final = frozenset({Role.DETECTIVE, Role.TEAM_LEADER, Role.PROSECUTOR, Role.CARE_COORDINATOR})
#: Who may say who coordinates.
MAY_ASSIGN: Final = frozenset({Role.CARE_COORDINATOR, Role.TEAM_LEADER})


@act("support.open")
def open_support(*, actor: Actor, on: datetime, person: PersonId) -> Support | Refusal:
    """Open the support of a victim; once, whatever happens to the case.

    Args:
        actor: who opens it, or the house at the first contact.
        on: when (aware).
        person: a victim.
    """
    who = person_in_reach(actor=actor, person=person, roles=MAY_OPEN)
    if isinstance(who, Refusal):
        return who
    if not who.capacities.filter(kind=CapacityKind.VICTIM).exists():
        return Refusal(code="support.open.no_victim", what=_NOT_OPENED, why=_NO_VICTIM, instead=_ADD_VICTIM, ask=_ASK)
    if Support.objects.filter(person=who).exists():
        return Refusal(code="support.open.already", what=_NOT_OPENED, why=_ALREADY, instead=_SEE_SUPPORT, ask=_ASK)
    support = Support.objects.create(person=who, opened_on=day_of(on))
    enter(support.pk, who.pk, who.case)
    SupportStep.objects.create(support=support, at=on, by=actor.id, kind=SupportStepKind.OPENED)
    return support


@act("support.assign")
def assign_coordinator(*, actor: Actor, on: datetime, person: PersonId, coordinator: AccountId) -> Support | Refusal:
    """Say which care coordinator (*zorgcoördinator*) goes along with the person."""
    who = person_in_reach(actor=actor, person=person, roles=MAY_ASSIGN)
    if isinstance(who, Refusal):
        return who
    fits = Account.objects.filter(pk=coordinator, is_active=True, held_roles__role=Role.CARE_COORDINATOR)
    if not fits.exists():
        return Refusal(
            code="support.assign.role", what=_NOT_ASSIGNED, why=_NO_COORDINATOR, instead=_CHOOSE_OTHER, ask=_ASK
        )
    support = Support.objects.select_for_update().get(person=who)
    support.coordinator = coordinator
    support.save(update_fields=["coordinator"])
    enter(support.pk, who.pk, who.case, coordinator)
    SupportStep.objects.create(support=support, at=on, by=actor.id, kind=SupportStepKind.ASSIGNED, cause=coordinator)
    return support


def is_open(support: Support) -> bool:
    """Whether somebody goes along with the person now."""
    return support.state != SupportState.ENDED


_NOT_OPENED: Final = Text(en="You cannot open support here.", nl="U kunt hier geen steun openen.")
_NO_VICTIM: Final = Text(
    en="This person is not down as a victim in the case.", nl="Deze persoon staat niet als slachtoffer in de zaak."
)
_ADD_VICTIM: Final = Text(
    en="Write down first that the person is, or may be, a victim.",
    nl="Noteer eerst dat de persoon slachtoffer is, of kan zijn.",
)
_ALREADY: Final = Text(en="This person has support already.", nl="Deze persoon heeft al steun.")
_SEE_SUPPORT: Final = Text(en="You can go on with that support.", nl="U kunt met die steun verdergaan.")
_NOT_ASSIGNED: Final = Text(en="This account cannot coordinate support.", nl="Dit account kan geen steun coördineren.")
_NO_COORDINATOR: Final = Text(
    en="It is not the account of an active care coordinator.",
    nl="Het is geen account van een actieve zorgcoördinator.",
)
_CHOOSE_OTHER: Final = Text(
    en="You can choose a care coordinator of the region.", nl="U kunt een zorgcoördinator uit de regio kiezen."
)
_ASK: Final = Text(en="Ask the care coordinator.", nl="Vraag het de zorgcoördinator.")
