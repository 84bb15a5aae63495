"""Tells a victim what is due: sent, spoken, received, each try kept with who was reached and how it is known.

Invariant: a suspect never gets a notice; who may get it is asked anew at every try. What was not understood was not
told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from waarborg.apps.cases.access import not_admitted, person_in_reach
from waarborg.apps.cases.queries import notice_recipients
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.keys import Opening
from waarborg.apps.people.models import Answer, Person
from waarborg.apps.rights import refusals
from waarborg.apps.rights.models import Notice, NoticeState, NoticeStep, NoticeStepKind
from waarborg.apps.rights.noticing import kept_text, wanted, what_to_tell
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, NoticeId, PersonId
from waarborg.law.notices import NOTICES
from waarborg.law.steps import Form

#: Whoever of the case speaks with the person may tell; at night nobody waits for a role.
MAY_TELL: Final = frozenset({Role.DETECTIVE, Role.TEAM_LEADER, Role.PROSECUTOR, Role.PROSECUTION_STAFF})
#: Whose own word it is that a notice was read.
MAY_READ: Final = frozenset({Role.VICTIM, Role.REPRESENTATIVE})

#: For each form of the law, the sets of steps any of which makes a notice told.
ENOUGH: Final[Mapping[Form, tuple[frozenset[NoticeStepKind], ...]]] = MappingProxyType(
    {
        Form.WRITTEN: (
            frozenset({NoticeStepKind.RECEIVED}),
            frozenset({NoticeStepKind.SENT, NoticeStepKind.SPOKEN}),
        ),
        Form.ORAL: (frozenset({NoticeStepKind.SPOKEN}),),
        Form.ORAL_AND_WRITTEN: (
            frozenset({NoticeStepKind.SPOKEN, NoticeStepKind.SENT}),
            frozenset({NoticeStepKind.SPOKEN, NoticeStepKind.RECEIVED}),
        ),
        Form.ANY: (frozenset({NoticeStepKind.SPOKEN}), frozenset({NoticeStepKind.RECEIVED})),
    }
)
#: Forms for which a writing on its way leaves nothing to do but wait; by voice something is still to be done.
_WAITS: Final = frozenset({Form.WRITTEN, Form.ANY})
_OPEN: Final = frozenset({NoticeState.DUE, NoticeState.SENT})


@act("notice.tell")
def tell(
    *,
    actor: Actor,
    on: datetime,
    notice: NoticeId,
    recipient: PersonId,
    by_voice: bool,
    evidence: str,
    understood: Answer,
) -> Notice | Refusal:
    """Write down that somebody was told, by voice or with a writing that reached them.

    Args:
        actor: staff of the case who told it.
        on: when (aware).
        notice: what was told.
        recipient: who was told: the victim, or the representative of somebody under 12.
        by_voice: spoken, or else in writing.
        evidence: how it is known, in words.
        understood: whether the person understood; no or doubt keeps the notice due.
    """
    kind = NoticeStepKind.SPOKEN if by_voice else NoticeStepKind.RECEIVED
    if understood in (Answer.NO, Answer.DOUBT):
        kind = NoticeStepKind.NOT_UNDERSTOOD
    return _step(actor=actor, on=on, notice=notice, recipient=recipient, kind=kind, note=evidence, known=understood)


@act("notice.send")
def send(*, actor: Actor, on: datetime, notice: NoticeId, recipient: PersonId, way: str) -> Notice | Refusal:
    """Write down that the writing went out; it shows in the portal of whom it is for.

    Args:
        actor: staff of the case.
        on: when (aware).
        notice: what is sent.
        recipient: to whom.
        way: how, in words, such as the address of choice or the portal.
    """
    return _step(actor=actor, on=on, notice=notice, recipient=recipient, kind=NoticeStepKind.SENT, note=way)


@act("notice.try")
def record_not_reached(
    *, actor: Actor, on: datetime, notice: NoticeId, recipient: PersonId, words: str
) -> Notice | Refusal:
    """Write down a try that reached nobody; the notice stays due."""
    return _step(actor=actor, on=on, notice=notice, recipient=recipient, kind=NoticeStepKind.NOT_REACHED, note=words)


@act("notice.receive")
def receive(*, actor: Actor, on: datetime, notice: NoticeId, understood: Answer) -> Notice | Refusal:
    """Write down that the person read it in the portal and whether it is clear; no lawyer can say that for them."""
    row = Notice.objects.select_for_update(of=("self",)).select_related("person").get(pk=notice)
    sent = row.steps.filter(kind=NoticeStepKind.SENT, recipient__in=actor.persons).select_related("recipient")
    # Who acts for somebody says so of their own copy; what went to the person only that person can have read.
    own = sent if actor.has(Role.VICTIM) else sent.exclude(recipient=row.person_id)
    step = own.last() or sent.last()
    if step is None or step.recipient is None or row.state not in _OPEN:
        return refusals.NOT_OPEN
    reader = step.recipient
    refused = person_in_reach(actor=actor, person=PersonId(reader.pk), roles=MAY_READ)
    if isinstance(refused, Refusal):
        return refused
    if not own.exists():
        return refusals.NOT_OPEN
    unclear = understood in {Answer.NO, Answer.DOUBT}
    kind = NoticeStepKind.NOT_UNDERSTOOD if unclear else NoticeStepKind.RECEIVED
    opening = enter(row.pk, row.person_id, reader.pk, row.scope)
    reached = notice_recipients(row.person, on=day_of(on), opening=opening)
    return _keep(
        opening, row, actor=actor, on=on, recipient=reader, kind=kind, note="", known=understood, reached=reached
    )


def _step(
    *,
    actor: Actor,
    on: datetime,
    notice: NoticeId,
    recipient: PersonId,
    kind: NoticeStepKind,
    note: str,
    known: Answer | None = None,
) -> Notice | Refusal:
    """One try by staff: checked, entered, kept."""
    row = Notice.objects.select_for_update().select_related("person").get(pk=notice)
    case = CaseId(row.scope)
    if refused := not_admitted(actor=actor, case=case, roles=MAY_TELL):
        return refused
    if refused := _why_not(row, kind, note):
        return refused
    opening = enter(row.pk, row.person_id, recipient, case)
    reached = notice_recipients(row.person, on=day_of(on), opening=opening)
    to = next((person for person in reached if person.pk == recipient), None)
    if to is None:
        return refusals.wrong_recipient(NoticeId(row.pk), recipient, case)
    return _keep(opening, row, actor=actor, on=on, recipient=to, kind=kind, note=note, known=known, reached=reached)


def _why_not(row: Notice, kind: NoticeStepKind, note: str) -> Refusal | None:
    """Why this try cannot be kept, whoever it is to, or None."""
    if row.state not in _OPEN:
        return refusals.NOT_OPEN
    if kind is NoticeStepKind.SENT and row.form == Form.ORAL:
        return refusals.BY_VOICE_ONLY
    if not what_to_tell(NOTICES[row.about], wanted(row.person)):
        return refusals.NOT_WANTED
    return None if note.strip() else refusals.NO_EVIDENCE


def _keep(
    opening: Opening,
    row: Notice,
    *,
    actor: Actor,
    on: datetime,
    recipient: Person,
    kind: NoticeStepKind,
    note: str,
    known: Answer | None,
    reached: tuple[Person, ...],
) -> Notice:
    """Keep the step, and what the notice is after it."""
    step = NoticeStep.objects.create(notice=row, kind=kind, at=on, by=actor.id, recipient=recipient)
    if note.strip():
        opening.seal(step, "note", note.strip())
        step.save(update_fields=["note"])
    row.recipient, row.state = recipient, _state_after(row, reached)
    row.understood = known or row.understood
    said = what_to_tell(NOTICES[row.about], wanted(row.person))
    if kind is not NoticeStepKind.NOT_REACHED and said != NOTICES[row.about].tell:
        opening.seal(row, "unsaid", opening.read(row, "unsaid") or opening.read(row, "text"))
        opening.seal(row, "text", kept_text(said))
    if row.state == NoticeState.TOLD:
        row.told_at, row.told_by = on, actor.id
        opening.seal(row, "evidence", note.strip())
    row.save()
    return row


def _state_after(row: Notice, reached: tuple[Person, ...]) -> NoticeState:
    """What the notice is by its steps: told only where everybody was who must be (see ``_must_hear``)."""
    form = Form(row.form)
    done = [
        {NoticeStepKind(kind) for kind in row.steps.filter(recipient__in=group).values_list("kind", flat=True)}
        for group in _must_hear(row, reached)
    ]
    if done and all(any(enough <= kinds for enough in ENOUGH[form]) for kinds in done):
        return NoticeState.TOLD
    sent = bool(done) and all(NoticeStepKind.SENT in kinds for kinds in done)
    return NoticeState.SENT if sent and form in _WAITS else NoticeState.DUE


def _must_hear(row: Notice, reached: tuple[Person, ...]) -> list[list[str]]:
    """Who must hear it, in groups of whom one is enough.

    That is the victim, or one who acts for a child under 12, or one of each where nobody knows whether it is.
    """
    victim = [str(person.pk) for person in reached if person.pk == row.person_id]
    acting = [str(person.pk) for person in reached if person.pk != row.person_id]
    return [group for group in (victim, acting) if group]
