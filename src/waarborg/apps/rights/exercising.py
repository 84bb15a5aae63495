"""What happens with each right of a victim: told, asked, given, or refused on the ground that the law names.

Invariant: a right is refused only by whom the law lets refuse it, on its own ground and with a reason in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from waarborg.apps.cases.access import CASE_ROLES, PORTAL_ROLES, person_in_reach
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.people.models import CapacityKind, Person
from waarborg.apps.rights.models import RightState, RightStep, RightUse
from waarborg.apps.rights.noticing import ROLES_OF
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import PersonId
from waarborg.kernel.texts import Text
from waarborg.law.rights import RIGHTS

#: Who may take each step.
MAY: Final[Mapping[RightState, frozenset[Role]]] = MappingProxyType(
    {
        RightState.TOLD: CASE_ROLES,
        RightState.ASKED: CASE_ROLES | PORTAL_ROLES,
        RightState.GIVEN: CASE_ROLES,
        RightState.REFUSED: CASE_ROLES,
    }
)
#: After which states each step can come; None is nothing yet. Telling again is kept, and takes nothing back.
AFTER: Final[Mapping[RightState, frozenset[RightState | None]]] = MappingProxyType(
    {
        RightState.TOLD: frozenset({None, *RightState}),
        RightState.ASKED: frozenset({None, *RightState}),
        RightState.GIVEN: frozenset({None, RightState.TOLD, RightState.ASKED, RightState.REFUSED}),
        RightState.REFUSED: frozenset({RightState.ASKED}),
    }
)


@act("right.tell")
def tell_right(*, actor: Actor, on: datetime, person: PersonId, right: str, words: str = "") -> RightUse | Refusal:
    """Write down that the person was told of a right (id in ``law.rights``), with how in ``words``."""
    return _step(actor, on, person, right, RightState.TOLD, words=words)


@act("right.tell_several")
def tell_rights(
    *, actor: Actor, on: datetime, person: PersonId, rights: tuple[str, ...], words: str = ""
) -> tuple[RightUse, ...] | Refusal:
    """Write down that the person was told of several rights at once, such as with a letter; all or none."""
    told: list[RightUse] = []
    for right in rights:
        use = tell_right(actor=actor, on=on, person=person, right=right, words=words)
        if isinstance(use, Refusal):
            return use
        told.append(use)
    return tuple(told) or UNKNOWN


@act("right.ask")
def ask_right(*, actor: Actor, on: datetime, person: PersonId, right: str, words: str = "") -> RightUse | Refusal:
    """Ask to use a right, as the person or for them; an earlier refusal is no reason not to."""
    return _step(actor, on, person, right, RightState.ASKED, words=words)


@act("right.give")
def give_right(*, actor: Actor, on: datetime, person: PersonId, right: str, words: str = "") -> RightUse | Refusal:
    """Write down that the person got what the right gives."""
    return _step(actor, on, person, right, RightState.GIVEN, words=words)


@act("right.refuse")
def refuse_right(
    *, actor: Actor, on: datetime, person: PersonId, right: str, ground: str, reason: str
) -> RightUse | Refusal:
    """Refuse what a person asked, where the law allows it.

    Args:
        actor: whom the law lets refuse this right, or who writes the court's answer down.
        on: when (aware).
        person: who asked.
        right: id in ``law.rights``.
        ground: the ground of the law, as ``ground_of`` names it; saying it is saying that it applies here.
        reason: why it applies, in words that the person reads.
    """
    return _step(actor, on, person, right, RightState.REFUSED, words=reason, ground=ground)


def ground_of(right: str) -> tuple[str, Text] | None:
    """The only ground on which a right can be refused, by its name and in words; None where nobody may refuse it."""
    law = RIGHTS[right]
    return (law.id, law.ground) if law.refused_by and law.ground else None


def _step(
    actor: Actor, on: datetime, person: PersonId, right: str, state: RightState, *, words: str, ground: str = ""
) -> RightUse | Refusal:
    """Take one step with one right, if it may be taken."""
    who = person_in_reach(actor=actor, person=person, roles=MAY[state])
    if isinstance(who, Refusal):
        return who
    use = RightUse.objects.select_for_update().filter(person=who, right=right).first()
    if refused := _why_not(who, right, state, use):
        return refused
    if state is RightState.REFUSED and (refused := _why_not_refuse(actor, right, words, ground)):
        return refused
    use = use or RightUse(person=who, right=right)
    # Telling somebody again of a right that is in use does not undo the use.
    if not (state == RightState.TOLD and use.state):
        use.state = state
    use.save()
    opening = enter(use.pk, who.pk, who.case)
    step = RightStep.objects.create(use=use, state=state, at=on, by=actor.id, ground=ground)
    opening.seal(step, "reason", words.strip())
    step.save(update_fields=["reason"])
    return use


def _why_not(person: Person, right: str, state: RightState, use: RightUse | None) -> Refusal | None:
    """Why this step cannot be taken, or None."""
    if right not in RIGHTS:
        return UNKNOWN
    if not person.capacities.filter(kind=CapacityKind.VICTIM).exists():
        return NO_VICTIM
    if (RightState(use.state) if use else None) not in AFTER[state]:
        return NOT_AFTER
    return None


def _why_not_refuse(actor: Actor, right: str, words: str, ground: str) -> Refusal | None:
    """Why this right cannot be refused so, or None."""
    allowed = ground_of(right)
    if allowed is None:
        return NEVER
    if not actor.roles & frozenset().union(*(ROLES_OF[bearer] for bearer in RIGHTS[right].refused_by)):
        return NOT_BY_YOU
    if ground != allowed[0]:
        return NO_GROUND
    return None if words.strip() else NO_REASON


_NOT_DONE: Final = Text(en="This cannot be written down here.", nl="Dit kan hier niet worden genoteerd.")
_NOT_REFUSED: Final = Text(en="You cannot refuse this right.", nl="U kunt dit recht niet weigeren.")
_GIVE: Final = Text(en="You can give the person what they ask.", nl="U kunt de persoon geven wat die vraagt.")
_ASK: Final = Text(en="Ask the prosecutor of the case.", nl="Vraag het de officier van de zaak.")

UNKNOWN: Final = Refusal(
    code="right.unknown",
    what=_NOT_DONE,
    why=Text(en="The list of rights does not have it.", nl="Dit staat niet op de lijst van rechten."),
    instead=Text(en="You can choose a right from the list.", nl="U kunt een recht van de lijst kiezen."),
    ask=_ASK,
)
NO_VICTIM: Final = Refusal(
    code="right.no_victim",
    what=_NOT_DONE,
    why=Text(en="This person is not down as a victim.", nl="Deze persoon staat niet als slachtoffer genoteerd."),
    instead=Text(
        en="If the person may be a victim, write that down first.",
        nl="Als de persoon slachtoffer kan zijn, noteer dat dan eerst.",
    ),
    ask=_ASK,
)
NOT_AFTER: Final = Refusal(
    code="right.not_after",
    what=_NOT_DONE,
    why=Text(en="It does not follow on what happened before.", nl="Dit volgt niet op wat er eerder gebeurde."),
    instead=Text(
        en="Only what was asked can be refused, and what was given stays given.",
        nl="Alleen wat is gevraagd kan worden geweigerd, en wat is gegeven blijft gegeven.",
    ),
    ask=_ASK,
)
NEVER: Final = Refusal(
    code="right.refuse.never",
    what=_NOT_REFUSED,
    why=Text(en="The law lets nobody refuse it.", nl="De wet laat niemand dit weigeren."),
    instead=_GIVE,
    ask=_ASK,
)
NOT_BY_YOU: Final = Refusal(
    code="right.refuse.role",
    what=_NOT_REFUSED,
    why=Text(en="The law leaves that to somebody else.", nl="De wet laat dat aan iemand anders over."),
    instead=_GIVE,
    ask=_ASK,
)
NO_GROUND: Final = Refusal(
    code="right.refuse.ground",
    what=_NOT_REFUSED,
    why=Text(en="You did not say that the ground of the law applies.", nl="U zei niet dat de grond van de wet geldt."),
    instead=_GIVE,
    ask=_ASK,
)
NO_REASON: Final = Refusal(
    code="right.refuse.reason",
    what=_NOT_REFUSED,
    why=Text(en="The reason is missing.", nl="De reden ontbreekt."),
    instead=Text(
        en="Say why, in words that the person can read.", nl="Zeg waarom, in woorden die de persoon kan lezen."
    ),
    ask=_ASK,
)
