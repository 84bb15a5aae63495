"""Tells victims that a suspect or convicted person is free: on leave, released, escaped; an escape within one hour.

Invariant: the term runs from the moment at which the prosecution service knew, at night and on Sundays as by day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from waarborg.apps.cases.access import not_admitted
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.decisions.keeping import said
from waarborg.apps.decisions.models import Detention, DetentionKind
from waarborg.apps.people.models import CapacityKind, Person
from waarborg.apps.rights.noticing import make_notices
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, PersonId
from waarborg.kernel.texts import Text
from waarborg.law.steps import Step

#: Whoever of the case hears it first writes it down; nobody waits for a role at night.
MAY_ENTER: Final = frozenset({Role.PROSECUTOR, Role.PROSECUTION_STAFF, Role.DETECTIVE, Role.TEAM_LEADER})
#: The step that each kind reaches.
STEP_OF: Final[Mapping[DetentionKind, Step]] = MappingProxyType(
    {
        DetentionKind.RELEASE: Step.RELEASE,
        DetentionKind.LEAVE: Step.LEAVE,
        DetentionKind.ESCAPE: Step.ESCAPE,
    }
)


@act("detention.end")
def record_detention(
    *,
    actor: Actor,
    on: datetime,
    suspect: PersonId,
    kind: DetentionKind,
    known_at: datetime,
    words: str,
) -> Detention | Refusal:
    """Write down that somebody is or will be free, and make the notices of every victim of the case due.

    Args:
        actor: staff of the case.
        on: when it was entered (aware).
        suspect: who is free.
        kind: release, first leave, or escape (also not coming back).
        known_at: when the prosecution service knew (aware), never after ``on``.
        words: the day, and what victims may know, in words.
    """
    who = Person.objects.get(pk=suspect)
    case = CaseId(who.case)
    refused = not_admitted(actor=actor, case=case, roles=MAY_ENTER)
    if refused is None and not who.capacities.filter(kind=CapacityKind.SUSPECT).exists():
        refused = NO_SUSPECT
    if refused is None and (known_at > on or not words.strip()):
        refused = WHEN_MISSING
    if refused:
        return refused
    row = Detention(case_id=case, suspect=who, kind=kind, known_at=known_at, entered_at=on, by=actor.id)
    opening = enter(row.pk, who.pk, case)
    opening.seal(row, "words", words.strip())
    row.save(force_insert=True)
    made = make_notices(
        actor=actor, on=on, case=case, step=STEP_OF[kind], event=row.pk, known_at=known_at, words=(said(words),)
    )
    return made if isinstance(made, Refusal) else row


_NOT_ENTERED: Final = Text(en="This was not entered.", nl="Dit is niet vastgelegd.")
_ASK: Final = Text(en="Ask the prosecutor on duty.", nl="Vraag het de officier van dienst.")

NO_SUSPECT: Final = Refusal(
    code="detention.suspect",
    what=_NOT_ENTERED,
    why=Text(
        en="This person is not down as a suspect in the case.", nl="Deze persoon staat niet als verdachte in de zaak."
    ),
    instead=Text(en="Choose the suspect it is about.", nl="Kies de verdachte om wie het gaat."),
    ask=_ASK,
)
WHEN_MISSING: Final = Refusal(
    code="detention.known_at",
    what=_NOT_ENTERED,
    why=Text(
        en="The moment at which it was known is after now, or the words are missing.",
        nl="Het moment waarop het bekend was ligt na nu, of de woorden ontbreken.",
    ),
    instead=Text(
        en="Give the moment at which you knew, and say what victims may know.",
        nl="Geef het moment waarop u het wist, en zeg wat slachtoffers mogen weten.",
    ),
    ask=_ASK,
)
