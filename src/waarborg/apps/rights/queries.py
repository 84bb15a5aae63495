"""Reads of notices and rights: what is due for somebody, in one order, and what one person was told, asked and got."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from django.db.models import QuerySet

from waarborg.apps.cases.access import CASE_ROLES, PORTAL_ROLES, person_in_reach
from waarborg.apps.cases.models import NeedToKnow
from waarborg.apps.custody.keys import Opening
from waarborg.apps.people.models import Answer
from waarborg.apps.rights.models import (
    Choice,
    Notice,
    NoticeState,
    NoticeStep,
    NoticeStepKind,
    RightState,
    RightUse,
)
from waarborg.apps.rights.noticing import ROLES_OF, Urgency, kept_text, read_text, urgency_of, wanted, what_to_tell
from waarborg.engines.rules.terms import Unit
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import moment_on
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, CaseId, NoticeId, PersonId
from waarborg.kernel.texts import Text
from waarborg.law import shapes
from waarborg.law.notices import NOTICES
from waarborg.law.rights import RIGHTS

_READERS: Final = CASE_ROLES | PORTAL_ROLES
#: What the person knows of: it went out to them, or reached them.
_REACHING: Final = frozenset({NoticeStepKind.SENT, NoticeStepKind.SPOKEN, NoticeStepKind.RECEIVED})


class Task(StrEnum):
    """What must be done about a notice."""

    TELL = "tell"
    #: Find out whether the writing arrived.
    CONFIRM = "confirm"
    #: Agree, as a second person, to hold it back, or do not.
    AGREE = "agree"
    #: Look again at a notice that is held back.
    LOOK_AGAIN = "look_again"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueNotice:
    """One thing to do about one notice; names nobody, so a list of them needs no opening."""

    id: NoticeId
    case: CaseId
    person: PersonId
    #: None where nobody may get it: a representative must be appointed first.
    recipient: PersonId | None
    about: shapes.Notice
    task: Task
    #: None for at once.
    due_by: datetime | None
    known_at: datetime
    urgency: Urgency
    #: Counted in hours, told by voice, also at night.
    within_the_hour: bool
    #: Nobody asked yet whether the person wants such news: it is due, and this is asked with it.
    asks_whether_wanted: bool
    #: Somebody asked to hold it back; until a second person agrees it must be told.
    hold_asked: bool
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTry:
    """One step in telling."""

    kind: NoticeStepKind
    at: datetime
    by: AccountId
    recipient: PersonId | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """One notice as a page shows it; ``text`` is what was said, or for one that is due what to say."""

    id: NoticeId
    about: shapes.Notice
    event: str
    state: NoticeState
    text: Text
    form: str
    language: str
    recipient: PersonId | None
    known_at: datetime
    due_by: datetime | None
    told_at: datetime | None
    understood: Answer
    #: Whether only a part was said, by the person's own wish.
    in_part: bool
    #: Oldest first; on the portal only what reached the person.
    steps: tuple[NoticeTry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RightEvent:
    """One step with a right."""

    state: RightState
    at: datetime
    by: AccountId
    #: The ground of a refusal in words; None for other steps.
    ground: Text | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RightView:
    """One right of one person."""

    right: shapes.Right
    #: None: the person was not told of it yet.
    state: RightState | None
    steps: tuple[RightEvent, ...]


def due_for(*, actor: Actor, on: datetime) -> tuple[DueNotice, ...]:
    """What the actor has to do about notices: within the hour first, then late, today, this week, later, waiting."""
    if not actor.roles & CASE_ROLES:
        return ()
    cases = NeedToKnow.objects.filter(account=actor.id, until=None).values("case")
    rows = (
        Notice.objects.filter(person__case__in=cases)
        .exclude(state=NoticeState.TOLD)
        .select_related("person__choice")
        .order_by("known_at", "pk")
    )
    tasks = (_task(row, actor, on) for row in rows)
    return tuple(sorted((task for task in tasks if task is not None), key=_order))


def notices_of(*, actor: Actor, person: PersonId, opening: Opening) -> tuple[NoticeView, ...]:
    """The notices of one person, newest first; the portal shows only what was sent or told to its own persons."""
    if isinstance(person_in_reach(actor=actor, person=person, roles=_READERS), Refusal):
        return ()
    rows = Notice.objects.filter(person=person).select_related("person").order_by("-known_at", "-pk")
    staff = bool(actor.roles & CASE_ROLES)
    if not staff:
        rows = rows.filter(pk__in=reached(actor))
    return tuple(_view(row, opening, staff=staff) for row in rows)


def reached(actor: Actor) -> QuerySet[Notice]:
    """The notices that went out to the persons of a portal account, or reached them; never what is held back."""
    steps = NoticeStep.objects.filter(kind__in=_REACHING, recipient__in=actor.persons)
    return Notice.objects.filter(pk__in=steps.values("notice")).exclude(state=NoticeState.SUPPRESSED)


def wants_news(person: PersonId) -> bool | None:
    """Whether a person wants to be told about the case; None where that was not said."""
    return Choice.objects.filter(pk=person).values_list("wants_information", flat=True).first()


def held_back_since(person: PersonId) -> datetime | None:
    """Since when news for a person is, or may become, held back; never to be shown to anybody on the portal."""
    asked = NoticeStep.objects.filter(kind=NoticeStepKind.HOLD_ASKED, notice__person=person)
    return asked.exclude(notice__suppressed_by=None).order_by("at").values_list("at", flat=True).first()


def rights_of(*, actor: Actor, person: PersonId, opening: Opening) -> tuple[RightView, ...]:
    """Every right of the law with what happened to it for one person, in the order in which rights open."""
    if isinstance(person_in_reach(actor=actor, person=person, roles=_READERS), Refusal):
        return ()
    uses = {use.right: use for use in RightUse.objects.filter(person=person).select_related("person")}
    return tuple(
        RightView(
            right=right,
            state=RightState(uses[key].state) if key in uses else None,
            steps=tuple(_right_events(uses[key], right, opening)) if key in uses else (),
        )
        for key, right in RIGHTS.items()
    )


def _task(row: Notice, actor: Actor, on: datetime) -> DueNotice | None:
    """What this actor has to do about a notice, or None."""
    about = NOTICES[row.about]
    wants = wanted(row.person)
    if about.on_request and wants is False and not about.always:
        return None
    what = _what_to_do(row, actor, about)
    if what is None:
        return None
    due_by = moment_on(row.review_on, 9) if what is Task.LOOK_AGAIN and row.review_on else row.due_by
    urgency = Urgency.WAITING if what is Task.CONFIRM else urgency_of(due_by=due_by, known_at=row.known_at, on=on)
    return DueNotice(
        id=NoticeId(row.pk),
        case=CaseId(row.scope),
        person=PersonId(row.person_id),
        recipient=PersonId(row.recipient_id) if row.recipient_id else None,
        about=about,
        task=what,
        due_by=due_by,
        known_at=row.known_at,
        urgency=urgency,
        within_the_hour=about.term is not None and about.term.unit is Unit.HOUR and what is not Task.LOOK_AGAIN,
        asks_whether_wanted=about.on_request and wants is None,
        hold_asked=row.suppressed_by is not None and row.state != NoticeState.SUPPRESSED,
        language=row.language,
    )


def _what_to_do(row: Notice, actor: Actor, about: shapes.Notice) -> Task | None:
    """The task that a notice is for this actor."""
    bears = bool(actor.roles & ROLES_OF[about.by])
    if row.state == NoticeState.SUPPRESSED:
        return Task.LOOK_AGAIN if actor.has(Role.PROSECUTOR) else None
    # Asked to be held back and not agreed: still to be told, so whoever bears the duty sees it as such.
    if row.suppressed_by is not None and row.suppressed_by != actor.id and actor.has(Role.TEAM_LEADER) and not bears:
        return Task.AGREE
    if not bears:
        return None
    return Task.CONFIRM if row.state == NoticeState.SENT else Task.TELL


def _order(due: DueNotice) -> tuple[bool, int, datetime, str]:
    """Within the hour on top, then by urgency, then by the moment."""
    urgent = due.within_the_hour and due.urgency is not Urgency.WAITING
    return (not urgent, int(due.urgency), due.due_by or due.known_at, due.id)


def _view(row: Notice, opening: Opening, *, staff: bool) -> NoticeView:
    steps = row.steps.select_related("notice__person")
    about, wants = NOTICES[row.about], wanted(row.person)
    text = opening.read(row, "text")
    if row.state == NoticeState.DUE and what_to_tell(about, wants) != about.tell:
        text = kept_text(what_to_tell(about, wants))
    return NoticeView(
        id=NoticeId(row.pk),
        about=about,
        event=row.event,
        state=NoticeState(row.state),
        text=read_text(text),
        form=row.form,
        language=row.language,
        recipient=PersonId(row.recipient_id) if row.recipient_id else None,
        known_at=row.known_at,
        due_by=row.due_by,
        told_at=row.told_at,
        understood=Answer(row.understood),
        in_part=bool(row.unsaid),
        steps=tuple(
            NoticeTry(
                kind=NoticeStepKind(step.kind),
                at=step.at,
                by=step.by,
                recipient=PersonId(step.recipient_id) if step.recipient_id else None,
                words=opening.read(step, "note"),
            )
            for step in steps
            if staff or step.kind in _REACHING
        ),
    )


def _right_events(use: RightUse, right: shapes.Right, opening: Opening) -> Iterator[RightEvent]:
    for step in use.steps.select_related("use__person"):
        yield RightEvent(
            state=RightState(step.state),
            at=step.at,
            by=step.by,
            ground=right.ground if step.ground else None,
            reason=opening.read(step, "reason"),
        )
