"""Support in the demo: somebody takes it on, asks what is needed, and finds a place."""

from __future__ import annotations

from datetime import datetime, timedelta

from waarborg.apps.support import opening, steps
from waarborg.apps.support.models import SupportStepKind
from waarborg.deploy.seeding.days import done
from waarborg.kernel.actors import Actor
from waarborg.kernel.ids import PersonId


def care_for(carer: Actor, person: PersonId, *, on: datetime, needs: str, shelter: str = "") -> None:
    """Take the support of a person on; what was needed, and the place that was found."""
    done(opening.assign_coordinator(actor=carer, on=on, person=person, coordinator=carer.id))
    done(
        steps.note_step(
            actor=carer, on=on + timedelta(hours=1), person=person, kind=SupportStepKind.NEEDS_ASSESSED, words=needs
        )
    )
    if shelter:
        found = on + timedelta(hours=4)
        done(steps.note_step(actor=carer, on=found, person=person, kind=SupportStepKind.SHELTER, words=shelter))
