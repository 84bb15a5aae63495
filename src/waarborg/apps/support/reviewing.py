"""Looks at support again: a dismissal or acquittal starts a review in its own transaction, and closes nothing.

Invariant: a review never ends support. Where the person had ended it, it is offered again and opens only if they ask.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from waarborg.apps.cases.access import CASE_ROLES, person_in_reach
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.support.models import Support, SupportState, SupportStep, SupportStepKind
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import DecisionId, PersonId
from waarborg.kernel.texts import Text

#: Who may finish a review: whoever coordinates the care.
MAY_FINISH: Final = frozenset({Role.CARE_COORDINATOR})


@act("support.start_review")
def start_review(
    *,
    actor: Actor,
    on: datetime,
    person: PersonId,
    cause: DecisionId | None = None,
    planned_for: datetime | None = None,
) -> SupportStep | Refusal:
    """Start looking at a victim's support again; opens support where there was none.

    Args:
        actor: staff of the case.
        on: when (aware).
        person: whose support.
        cause: the decision that made it necessary, or None where staff plan it.
        planned_for: when the talk is planned (aware); None while no day is known.
    """
    who = person_in_reach(actor=actor, person=person, roles=CASE_ROLES)
    if isinstance(who, Refusal):
        return who
    support, _ = Support.objects.select_for_update().get_or_create(person=who, defaults={"opened_on": day_of(on)})
    ended = support.state == SupportState.ENDED
    if not ended:
        support.state = SupportState.REVIEW
        support.save(update_fields=["state"])
    enter(support.pk, who.pk, who.case, *((cause,) if cause else ()))
    return SupportStep.objects.create(
        support=support,
        at=on,
        by=actor.id,
        kind=SupportStepKind.OFFERED if ended else SupportStepKind.REVIEW_STARTED,
        planned_for=planned_for,
        cause=cause or "",
    )


@act("support.finish_review")
def finish_review(*, actor: Actor, on: datetime, person: PersonId, outcome: str) -> SupportStep | Refusal:
    """Finish a review: say what was looked at and what is needed now; support goes on.

    Args:
        actor: the care coordinator.
        on: when (aware).
        person: whose support.
        outcome: what came out, in words the person can read.
    """
    who = person_in_reach(actor=actor, person=person, roles=MAY_FINISH)
    if isinstance(who, Refusal):
        return who
    support = Support.objects.select_for_update().get(person=who)
    if support.state != SupportState.REVIEW:
        return Refusal(code="support.review.none", what=_NOT_FINISHED, why=_NO_REVIEW, instead=_START_ONE, ask=_ASK)
    if not outcome.strip():
        return Refusal(code="support.review.words", what=_NOT_FINISHED, why=_NO_OUTCOME, instead=_SAY_OUTCOME, ask=_ASK)
    support.state = SupportState.OPEN
    support.save(update_fields=["state"])
    opening = enter(support.pk, who.pk, who.case)
    step = SupportStep.objects.create(support=support, at=on, by=actor.id, kind=SupportStepKind.REVIEW_DONE)
    opening.seal(step, "note", outcome.strip())
    step.save(update_fields=["note"])
    return step


_NOT_FINISHED: Final = Text(en="You cannot finish this review.", nl="U kunt dit gesprek over steun niet afronden.")
_NO_REVIEW: Final = Text(en="No review is running.", nl="Er loopt geen gesprek over de steun.")
_START_ONE: Final = Text(en="You can plan a review.", nl="U kunt een gesprek plannen.")
_NO_OUTCOME: Final = Text(en="The outcome is missing.", nl="De uitkomst ontbreekt.")
_SAY_OUTCOME: Final = Text(
    en="Say what the person needs now, and who does what.", nl="Zeg wat de persoon nu nodig heeft, en wie wat doet."
)
_ASK: Final = Text(en="Ask the care coordinator.", nl="Vraag het de zorgcoördinator.")
