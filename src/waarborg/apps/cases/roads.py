"""A victim's own road: first contact, the talk before a report, time to think, a report, or a no that is respected.

Invariants: an informative interview comes before a report, unless an acute situation is explained (M1). A no stops that
person's interviews and nothing else (B11), and never shuts the way back.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from waarborg.apps.cases import road_refusals
from waarborg.apps.cases.access import REASON_BLANK, person_in_reach
from waarborg.apps.cases.life import keep_step
from waarborg.apps.cases.models import VictimRoad, VictimState, VictimStep
from waarborg.apps.cases.road_kinds import Consent, ReflectionEnd, StepKind
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.outbox import announce
from waarborg.apps.people.models import Answer, CapacityKind
from waarborg.apps.people.queries import is_certified
from waarborg.engines.rules.terms import last_day
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Fault, Refusal
from waarborg.kernel.events import Event
from waarborg.kernel.ids import AccountId, PersonId
from waarborg.law.reflection import REFLECTION

_FIRST, _TALKED, _THINKING = VictimState.FIRST_CONTACT, VictimState.INFORMATIVE, VictimState.REFLECTION
_REPORTED, _SAID_NO = VictimState.REPORT, VictimState.DECLINED

#: Where each step leads from each state; what is not here does not follow. Where a step leads back to the choice
#: (``informative``) of somebody who was never informed, it leads to ``first_contact`` instead.
STEPS: Final[Mapping[StepKind, Mapping[VictimState, VictimState]]] = MappingProxyType(
    {
        StepKind.FOUND: {},
        StepKind.INFORMED: {_FIRST: _TALKED, _TALKED: _TALKED, _THINKING: _THINKING, _REPORTED: _REPORTED},
        StepKind.REFLECTION_OFFERED: {_FIRST: _FIRST, _TALKED: _TALKED, _SAID_NO: _SAID_NO},
        StepKind.REFLECTION_ACCEPTED: dict.fromkeys((_FIRST, _TALKED, _SAID_NO), _THINKING),
        StepKind.REFLECTION_ENDED: {_THINKING: _TALKED},
        StepKind.REPORTED: dict.fromkeys((_FIRST, _TALKED, _THINKING, _SAID_NO), _REPORTED),
        StepKind.DECLINED: dict.fromkeys((_FIRST, _TALKED, _THINKING), _SAID_NO),
        StepKind.RECONSIDERED: {_SAID_NO: _TALKED},
    }
)

#: Who may enter a step; a no, and coming back on it, is also the person's own to say.
_STAFF: Final = frozenset({Role.DETECTIVE, Role.TEAM_LEADER})
_STAFF_OR_SELF: Final = _STAFF | {Role.VICTIM}


@act("victim.first_contact")
def make_first_contact(*, actor: Actor, on: datetime, person: PersonId) -> VictimRoad | Refusal:
    """A service speaks with a victim for the first time: the road begins, and with it support (M2).

    The news ``victim.found`` (person, case) makes the rights statement due at once and opens support.
    """
    found = person_in_reach(actor=actor, person=person, roles=_STAFF)
    if isinstance(found, Refusal):
        return found
    if not found.capacities.filter(kind=CapacityKind.VICTIM).exists():
        return road_refusals.NOT_A_VICTIM
    if VictimRoad.objects.filter(pk=person).exists():
        return road_refusals.DOES_NOT_FOLLOW
    road = VictimRoad.objects.create(person=found, state=_FIRST)
    return _keep(actor, on, road, StepKind.FOUND)


@act("victim.hold_informative")
def hold_informative(*, actor: Actor, on: datetime, person: PersonId) -> VictimRoad | Refusal:
    """The informative interview (*informatief gesprek*) was held; the choice is now the person's."""
    road = _road(actor, person, StepKind.INFORMED, _STAFF)
    return road if isinstance(road, Refusal) else _step(actor, on, road, StepKind.INFORMED)


@act("victim.offer_reflection")
def offer_reflection(*, actor: Actor, on: datetime, person: PersonId) -> VictimRoad | Refusal:
    """Offer time to think (*bedenktijd*): due at the slightest sign, to a victim without lawful stay.

    Unknown stay is no reason to hold the offer back.
    """
    road = _road(actor, person, StepKind.REFLECTION_OFFERED, _STAFF)
    if isinstance(road, Refusal):
        return road
    refused = _no_time_to_think(road)
    if refused:
        return refused
    road.reflection_offered_on = day_of(on)
    return _step(actor, on, road, StepKind.REFLECTION_OFFERED)


@act("victim.accept_reflection")
def accept_reflection(
    *, actor: Actor, on: datetime, person: PersonId, in_detention: bool, consents: Collection[Consent] = ()
) -> VictimRoad | Refusal:
    """The person takes time to think: three calendar months at most, once, from the day it is accepted.

    Args:
        actor: a detective or team leader.
        on: when it was accepted (aware).
        person: the victim.
        in_detention: whether the person is held; then the prosecution service and the police must both agree.
        consents: who has agreed.
    """
    road = _road(actor, person, StepKind.REFLECTION_ACCEPTED, _STAFF)
    if isinstance(road, Refusal):
        return road
    refused = _no_time_to_think(road)
    if refused is None and road.reflection_offered_on is None:
        refused = road_refusals.NOT_OFFERED
    if refused is None and in_detention and not set(Consent) <= set(consents):
        refused = road_refusals.CONSENT_MISSING
    if refused:
        return refused
    last = last_day(REFLECTION.term, day_of(on))
    if last is None:
        message = "the law file gives time to think no length"
        raise Fault(message)
    road.reflection_from, road.reflection_until = day_of(on), last
    return _step(actor, on, road, StepKind.REFLECTION_ACCEPTED, reason=" ".join(sorted(consents)))


@act("victim.end_reflection")
def end_reflection(
    *, actor: Actor, on: datetime, person: PersonId, ground: ReflectionEnd, reason: str
) -> VictimRoad | Refusal:
    """Time to think ends early. A report and a no end it by themselves; the ground ``declined`` is such a no."""
    road = _road(actor, person, StepKind.REFLECTION_ENDED, _STAFF)
    if isinstance(road, Refusal):
        return road
    if ground is ReflectionEnd.DECLINED:
        return decline(actor=actor, on=on, person=person, reason=reason)
    if not reason.strip():
        return REASON_BLANK
    if not reflection_runs(road, on):
        return road_refusals.DOES_NOT_FOLLOW
    return _step(actor, on, road, StepKind.REFLECTION_ENDED, reason=reason, ground=ground)


@act("victim.report")
def record_report(
    *, actor: Actor, on: datetime, person: PersonId, taken_by: Collection[AccountId], acute_reason: str = ""
) -> VictimRoad | Refusal:
    """The person made the official report (*aangifte*); it cannot be withdrawn.

    Args:
        actor: a detective or team leader.
        on: when (aware).
        person: the victim.
        taken_by: who took it: detectives, each certified for trafficking on that day (M11).
        acute_reason: why no informative interview could come first; blank where one was held (M1).
    """
    road = _road(actor, person, StepKind.REPORTED, _STAFF)
    if isinstance(road, Refusal):
        return road
    if not _was_informed(road) and not acute_reason.strip():
        return road_refusals.INFORMATIVE_FIRST
    if not taken_by or not all(is_certified(account, "trafficking", day_of(on)) for account in taken_by):
        return road_refusals.NOT_CERTIFIED
    ends = ReflectionEnd.COOPERATES
    return _step(actor, on, road, StepKind.REPORTED, reason=acute_reason, ground=ends, takers=sorted(set(taken_by)))


@act("victim.decline")
def decline(*, actor: Actor, on: datetime, person: PersonId, reason: str = "") -> VictimRoad | Refusal:
    """The person says no to a report; nobody has to say why.

    The news ``victim.declined`` (person, case) stops the person's interviews. The case and support go on.
    """
    road = _road(actor, person, StepKind.DECLINED, _STAFF_OR_SELF)
    if isinstance(road, Refusal):
        return road
    return _step(actor, on, road, StepKind.DECLINED, reason=reason, ground=ReflectionEnd.DECLINED)


@act("victim.reconsider")
def reconsider(*, actor: Actor, on: datetime, person: PersonId) -> VictimRoad | Refusal:
    """The person comes back on a no, and may be spoken with again; it promises no report."""
    road = _road(actor, person, StepKind.RECONSIDERED, _STAFF_OR_SELF)
    return road if isinstance(road, Refusal) else _step(actor, on, road, StepKind.RECONSIDERED)


def reflection_runs(road: VictimRoad, on: datetime) -> bool:
    """Whether time to think runs at the moment ``on``: begun, not ended early, and its last day not over."""
    if road.reflection_from is None or road.reflection_until is None or road.reflection_ended:
        return False
    return road.reflection_from <= day_of(on) <= road.reflection_until


def _road(actor: Actor, person: PersonId, what: StepKind, roles: frozenset[Role]) -> VictimRoad | Refusal:
    """The person's road, held until the act ends, or why this step does not follow."""
    found = person_in_reach(actor=actor, person=person, roles=roles)
    if isinstance(found, Refusal):
        return found
    road = VictimRoad.objects.select_for_update().filter(pk=person).first()
    if road is None:
        return road_refusals.NO_FIRST_CONTACT
    return road if VictimState(road.state) in STEPS[what] else road_refusals.DOES_NOT_FOLLOW


def _was_informed(road: VictimRoad) -> bool:
    """Whether an informative interview was ever held."""
    return road.steps.filter(what=StepKind.INFORMED).exists()


def _no_time_to_think(road: VictimRoad) -> Refusal | None:
    """Why there is no time to think for this person, or None."""
    if road.person.lawful_stay == Answer.YES:
        return road_refusals.LAWFUL_STAY
    return None if road.reflection_from is None else road_refusals.REFLECTION_ONCE


def _step(
    actor: Actor,
    on: datetime,
    road: VictimRoad,
    what: StepKind,
    *,
    reason: str = "",
    ground: ReflectionEnd | None = None,
    takers: Collection[AccountId] = (),
) -> VictimRoad:
    """Move the road along the table, and end time to think where it runs and ``ground`` ends it."""
    road.state = STEPS[what][VictimState(road.state)]
    if road.state == _TALKED and what is not StepKind.INFORMED and not _was_informed(road):
        road.state = _FIRST
    if ground is not None and reflection_runs(road, on):
        road.reflection_ended, road.reflection_ended_on = ground, day_of(on)
    road.save()
    return _keep(actor, on, road, what, reason=reason, takers=takers)


def _keep(
    actor: Actor,
    on: datetime,
    road: VictimRoad,
    what: StepKind,
    *,
    reason: str = "",
    takers: Collection[AccountId] = (),
) -> VictimRoad:
    """Enter the step, keep it, and tell."""
    person = road.person
    opening = enter(person.pk, person.case, *takers, scope=person.scope, detail={"step": what, "reason": reason})
    keep_step(VictimStep(road=road, at=on, by=actor.id, state=road.state, what=what), opening, reason)
    announce(Event(name=f"victim.{what}", subjects=(person.pk, person.case), at=on, by=actor.id))
    return road
