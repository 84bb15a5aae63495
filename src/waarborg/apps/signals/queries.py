"""Reads of signals: which signs were seen, looked for and never looked at, and what each charge rests on.

Invariants: nothing is stored of a conclusion, so a source that is added or withdrawn shows at the next read; never
looked at is not the same as not found; two sources that are one person's words are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from waarborg.apps.cases.access import CASE_ROLES, not_admitted
from waarborg.apps.cases.models import Case, Charge, ChargeState
from waarborg.apps.custody.keys import Opening
from waarborg.apps.people.models import CapacityKind, Person
from waarborg.apps.people.queries import age_of
from waarborg.apps.signals.models import IndicatorLook, IndicatorState, Proof, ProofKind
from waarborg.engines.rules.truth import NO, UNKNOWN, YES, Truth
from waarborg.kernel.actors import Actor, Service
from waarborg.kernel.ids import AccountId, CaseId, ChargeId, PersonId, ProofId
from waarborg.law.elements import ELEMENTS
from waarborg.law.indicators import INDICATORS
from waarborg.law.shapes import Element, Indicator, IndicatorGroup

#: The law's own age.
_ADULT: Final = 18
#: Until this age it is asked whether the person was a child when it happened: the house's own choice, for it only asks.
_LONG_ADULT: Final = 21


class Seen(StrEnum):
    """What is known of an indicator in a case, over all services."""

    #: At least one service saw it when it last looked.
    OBSERVED = "observed"
    #: Somebody looked, and nobody who last looked saw it.
    NOT_FOUND = "not_found"
    NEVER_LOOKED_AT = "never_looked_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The last look of one service."""

    service: Service
    state: IndicatorState
    at: datetime
    by: AccountId
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorView:
    """One indicator of the law's list in one case."""

    group: IndicatorGroup
    indicator: Indicator
    seen: Seen
    #: One for each service that looked, oldest first.
    looks: tuple[Look, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source that counts."""

    id: ProofId
    kind: ProofKind
    #: Whose words it is; None where it is nobody's.
    statement_of: PersonId | None
    origin: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementRest:
    """What one element of a charge rests on."""

    element: Element
    #: Whether it must be proved at all; unknown while a victim may have been under 18, and then it is asked.
    needed: Truth[bool]
    sources: tuple[Source, ...]
    #: How many sources are left when one person's words are counted once.
    independent: int
    #: Whose words alone it hangs on; None where there is other proof, or none.
    hangs_on: PersonId | None

    @property
    def missing(self) -> bool:
        """Whether it is, or may be, needed and rests on nothing."""
        return self.needed.may and not self.sources


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeRest:
    """What one charge against one suspect rests on."""

    charge: ChargeId
    suspect: PersonId
    state: ChargeState
    elements: tuple[ElementRest, ...]
    #: Whose words alone the whole charge hangs on: the law asks more than one person's statement.
    hangs_on: PersonId | None

    @property
    def missing(self) -> tuple[Element, ...]:
        """The elements that are or may be needed and rest on nothing."""
        return tuple(rest.element for rest in self.elements if rest.missing)


def indicators_of(*, actor: Actor, case: CaseId, opening: Opening) -> tuple[IndicatorView, ...]:
    """Every indicator of the law's list with what each service found, in the order of the list (M4)."""
    if not_admitted(actor=actor, case=case, roles=CASE_ROLES):
        return ()
    last: dict[str, dict[str, IndicatorLook]] = {}
    for look in IndicatorLook.objects.filter(case=case):
        last.setdefault(look.indicator, {})[look.service] = look
    return tuple(
        IndicatorView(
            group=group,
            indicator=indicator,
            seen=_seen([look.state for look in last.get(indicator.id, {}).values()]),
            looks=tuple(_look(look, opening) for look in last.get(indicator.id, {}).values()),
        )
        for group in INDICATORS
        for indicator in group.indicators
    )


def what_it_rests_on(*, actor: Actor, case: CaseId, opening: Opening) -> tuple[ChargeRest, ...]:
    """What each charge of a case rests on and what is missing, element by element (M10).

    Args:
        actor: staff of the case; nobody else reads this.
        case: the case.
        opening: of this case; the sources and the victims' ages are sealed.
    """
    if not_admitted(actor=actor, case=case, roles=CASE_ROLES):
        return ()
    means = _means_needed(case, opening)
    charges = Charge.objects.filter(case=case).prefetch_related("proofs__charge").order_by("pk")
    return tuple(_charge(charge, means, opening) for charge in charges)


def _seen(states: Sequence[str]) -> Seen:
    if not states:
        return Seen.NEVER_LOOKED_AT
    return Seen.OBSERVED if IndicatorState.OBSERVED in states else Seen.NOT_FOUND


def _look(look: IndicatorLook, opening: Opening) -> Look:
    return Look(
        service=Service(look.service),
        state=IndicatorState(look.state),
        at=look.at,
        by=look.by,
        note=opening.read(look, "note"),
    )


def _means_needed(case: CaseId, opening: Opening) -> Truth[bool]:
    """Whether the means must be proved: yes with an adult among the victims, no where all were surely children.

    The day of the offence is not on file. It lies before the day on which the case was opened, so whoever was a child
    then was one; but whoever was just grown up then may have been a child at the time, and unknown is asked.
    """
    opened = Case.objects.values_list("opened_on", flat=True).get(pk=case)
    victims = Person.objects.filter(case=case, capacities__kind=CapacityKind.VICTIM)
    ages = [age_of(person, opening, on=opened) for person in victims]
    if ages and all(age.surely_under(_ADULT) for age in ages):
        return NO
    return YES if any(not age.may_be_under(_LONG_ADULT) for age in ages) else UNKNOWN


def _charge(charge: Charge, means: Truth[bool], opening: Opening) -> ChargeRest:
    proofs = [proof for proof in charge.proofs.all() if proof.withdrawn_at is None]
    return ChargeRest(
        charge=ChargeId(charge.pk),
        suspect=PersonId(charge.suspect_id),
        state=ChargeState(charge.state),
        elements=tuple(
            _element(element, [proof for proof in proofs if proof.element == element.id], means, opening)
            for element in ELEMENTS.values()
        ),
        hangs_on=_one_voice(proofs),
    )


def _element(element: Element, proofs: Sequence[Proof], means: Truth[bool], opening: Opening) -> ElementRest:
    return ElementRest(
        element=element,
        needed=YES if element.for_minors else means,
        sources=tuple(
            Source(
                id=ProofId(proof.pk),
                kind=ProofKind(proof.kind),
                statement_of=PersonId(proof.statement_of_id) if proof.statement_of_id else None,
                origin=proof.origin,
                words=opening.read(proof, "source"),
                at=proof.at,
            )
            for proof in proofs
        ),
        independent=len({proof.statement_of_id or proof.pk for proof in proofs}),
        hangs_on=_one_voice(proofs),
    )


def _one_voice(proofs: Sequence[Proof]) -> PersonId | None:
    """Whose words all of these are, where they are one person's; None for none, and for more than one source."""
    voices = {proof.statement_of_id for proof in proofs}
    voice = voices.pop() if len(voices) == 1 else None
    return PersonId(voice) if voice else None
