"""Reads of support: one person's, and all that an actor goes along with, those under review first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Case as Choose
from django.db.models import OuterRef, QuerySet, Subquery, Value, When

from waarborg.apps.cases.access import CASE_ROLES, PORTAL_ROLES, person_in_reach
from waarborg.apps.cases.models import NeedToKnow
from waarborg.apps.custody.keys import Opening
from waarborg.apps.people.models import Person
from waarborg.apps.support.models import EndedBy, Support, SupportState, SupportStep, SupportStepKind
from waarborg.kernel.actors import Actor
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, PersonId, SupportId

#: What a decision or the house starts: nobody read a question because of that.
_BY_ITSELF: Final = (
    SupportStepKind.OPENED,
    SupportStepKind.RESUMED,
    SupportStepKind.REVIEW_STARTED,
    SupportStepKind.OFFERED,
)
_READERS: Final = CASE_ROLES | PORTAL_ROLES


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportEvent:
    """One thing that happened in support."""

    kind: SupportStepKind
    at: datetime
    by: AccountId
    planned_for: datetime | None
    #: Typed id of the decision that caused it, or empty.
    cause: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportView:
    """The support of one person, as a page shows it."""

    id: SupportId
    person: PersonId
    state: SupportState
    opened_on: date
    coordinator: AccountId | None
    #: None while it has not ended.
    ended_by: EndedBy | None
    #: Oldest first.
    steps: tuple[SupportEvent, ...]


def support_of(*, actor: Actor, person: PersonId, opening: Opening) -> SupportView | None:
    """One person's support with its steps; None where there is none, or the actor may not see it."""
    row = Support.objects.select_related("person").filter(person=person).first()
    if row is None or isinstance(person_in_reach(actor=actor, person=person, roles=_READERS), Refusal):
        return None
    return SupportView(
        id=SupportId(row.pk),
        person=PersonId(row.person_id),
        state=SupportState(row.state),
        opened_on=row.opened_on,
        coordinator=row.coordinator,
        ended_by=EndedBy(row.ended_by) if row.ended_by else None,
        steps=tuple(
            SupportEvent(
                kind=SupportStepKind(step.kind),
                at=step.at,
                by=step.by,
                planned_for=step.planned_for,
                cause=step.cause,
                words=opening.read(step, "note"),
            )
            for step in row.steps.select_related("support__person")
        ),
    )


def support_for(actor: Actor) -> QuerySet[Support]:
    """The support of everybody in the cases that the actor needs to know: under review first, then open, then ended."""
    cases = NeedToKnow.objects.filter(account=actor.id, until=None).values("case")
    persons = Person.objects.filter(case__in=cases) if actor.roles & CASE_ROLES else Person.objects.none()
    order = Choose(
        When(state=SupportState.REVIEW, then=Value(0)), When(state=SupportState.OPEN, then=Value(1)), default=Value(2)
    )
    return Support.objects.filter(person__in=persons).select_related("person").order_by(order, "opened_on", "pk")


def asked_and_waiting(actor: Actor) -> QuerySet[Support]:
    """The support of those who asked for something after anybody last did something in it."""
    done = SupportStep.objects.filter(support=OuterRef("pk")).exclude(kind__in=_BY_ITSELF)
    last = done.order_by("-at", "-pk").values("kind")[:1]
    return support_for(actor).annotate(last=Subquery(last)).filter(last=SupportStepKind.ASKED)
