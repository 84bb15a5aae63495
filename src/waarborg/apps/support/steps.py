"""What happens in support: needs assessed, shelter, talks, and what the person asks for; asking opens it again."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from waarborg.apps.cases.access import PORTAL_ROLES, person_in_reach
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.support.models import Support, SupportState, SupportStep, SupportStepKind
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import PersonId
from waarborg.kernel.texts import Text

#: Who may write down what was done for the person.
MAY_NOTE: Final = frozenset({Role.CARE_COORDINATOR, Role.DETECTIVE, Role.TEAM_LEADER})
#: Who may ask: the person, who acts for them, and staff to whom the person said it.
MAY_ASK: Final = MAY_NOTE | PORTAL_ROLES
#: What staff can write down; the other kinds belong to acts of their own.
NOTED_KINDS: Final = frozenset({SupportStepKind.NEEDS_ASSESSED, SupportStepKind.SHELTER, SupportStepKind.TALK})


@act("support.note")
def note_step(
    *,
    actor: Actor,
    on: datetime,
    person: PersonId,
    kind: SupportStepKind,
    words: str,
    planned_for: datetime | None = None,
) -> SupportStep | Refusal:
    """Write down what was done or planned for the person.

    Args:
        actor: the care coordinator, or a detective or team leader of the case.
        on: when (aware).
        person: whose support it is.
        kind: one of ``NOTED_KINDS``.
        words: what it was; the person can read it.
        planned_for: when a talk or a place is planned (aware).
    """
    who = person_in_reach(actor=actor, person=person, roles=MAY_NOTE)
    if isinstance(who, Refusal):
        return who
    support = Support.objects.select_for_update().get(person=who)
    if kind not in NOTED_KINDS or not words.strip():
        return Refusal(code="support.note.words", what=_NOT_NOTED, why=_NO_WORDS, instead=_GIVE_WORDS, ask=_ASK)
    if support.state == SupportState.ENDED:
        return Refusal(code="support.note.ended", what=_NOT_NOTED, why=_ENDED, instead=_ASK_AGAIN, ask=_ASK)
    return _write(actor, on, support, kind, words=words, planned_for=planned_for)


@act("support.ask")
def ask(*, actor: Actor, on: datetime, person: PersonId, words: str) -> SupportStep | Refusal:
    """Ask for something, as the person or in the person's words; where support had ended, it opens again.

    Args:
        actor: the person, who acts for them, or staff to whom they said it.
        on: when (aware).
        person: who asks.
        words: what is asked.
    """
    who = person_in_reach(actor=actor, person=person, roles=MAY_ASK)
    if isinstance(who, Refusal):
        return who
    if not words.strip():
        return Refusal(code="support.ask.words", what=_NOT_ASKED, why=_NO_WORDS, instead=_SAY_WHAT, ask=_ASK)
    # News of the first contact may still be on its way; somebody who asks does not wait for it.
    support, _ = Support.objects.select_for_update().get_or_create(person=who, defaults={"opened_on": day_of(on)})
    if support.state == SupportState.ENDED:
        support.state, support.ended_by = SupportState.OPEN, ""
        support.save(update_fields=["state", "ended_by"])
        SupportStep.objects.create(support=support, at=on, by=actor.id, kind=SupportStepKind.RESUMED)
    return _write(actor, on, support, SupportStepKind.ASKED, words=words)


def _write(
    actor: Actor,
    on: datetime,
    support: Support,
    kind: SupportStepKind,
    *,
    words: str,
    planned_for: datetime | None = None,
) -> SupportStep:
    """Enter one step and keep it with its words."""
    person = support.person
    opening = enter(support.pk, person.pk, person.case)
    step = SupportStep.objects.create(support=support, at=on, by=actor.id, kind=kind, planned_for=planned_for)
    opening.seal(step, "note", words.strip())
    step.save(update_fields=["note"])
    return step


_NOT_NOTED: Final = Text(en="This cannot be written down yet.", nl="Dit kan nog niet worden genoteerd.")
_NOT_ASKED: Final = Text(en="Nothing was asked yet.", nl="Er is nog niets gevraagd.")
_NO_WORDS: Final = Text(en="The words are missing.", nl="De woorden ontbreken.")
_GIVE_WORDS: Final = Text(
    en="Choose what it is, and say in a few words what was done or planned.",
    nl="Kies wat het is, en zeg in een paar woorden wat er is gedaan of gepland.",
)
_SAY_WHAT: Final = Text(en="Say in your own words what you need.", nl="Zeg in eigen woorden wat nodig is.")
_ENDED: Final = Text(en="This support has ended.", nl="Deze steun is beëindigd.")
_ASK_AGAIN: Final = Text(
    en="If the person asks for something, write that down: support then opens again.",
    nl="Als de persoon iets vraagt, noteer dat dan: de steun gaat dan weer open.",
)
_ASK: Final = Text(en="Ask the care coordinator.", nl="Vraag het de zorgcoördinator.")
