"""Reads of interviews: lists with the worst that the rulebook finds, agendas, figures, and what waits for somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from django.db.models import F, Q, QuerySet

from waarborg.apps.cases.models import NeedToKnow
from waarborg.apps.custody.entering import consult
from waarborg.apps.custody.keys import Opening
from waarborg.apps.interviews.document import HELD, asks_of, begins, document, stated
from waarborg.apps.interviews.listing import assess_list
from waarborg.apps.interviews.models import (
    Interview,
    InterviewState,
    Moment,
    Receipt,
    SafeguardReason,
)
from waarborg.apps.vault.verification import Condition
from waarborg.engines.rules.columns import DUE, MET, Answers
from waarborg.engines.rules.findings import VERDICTS, state_of
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of, moment_on
from waarborg.kernel.ids import AccountId, CaseId, InterviewId, ObjectId, PersonId, ReasonId
from waarborg.law.rulebook import CURRENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An interview in a list: when, of whom, by whom, and the worst that the rulebook finds."""

    interview: InterviewId
    case: CaseId
    case_number: str
    person: PersonId
    person_called: str
    kind: str
    service: str
    state: str
    starts_at: datetime
    ends_at: datetime
    asks: tuple[AccountId, ...]
    room: str
    #: The verdict of ``assess``; None for a cancelled interview.
    verdict: str | None
    #: How many safeguards stand in each state of the rulebook, in verdict only.
    states: dict[str, int]
    #: Whether a later finding about the person's age changed what was concluded (B7).
    look_again: bool
    #: Leave that was asked and not answered.
    asked: int


def listed(*, actor: Actor, on: datetime, cases: Iterable[CaseId] = ()) -> tuple[Line, ...]:
    """The interviews of every case that the actor works on, by their beginning; one entry names all that are shown.

    Args:
        actor: staff; nobody else sees a list.
        on: when (aware).
        cases: only of these; empty is all.
    """
    only = set(cases)
    rows = list(
        (visible(actor).filter(case__in=only) if only else visible(actor))
        .select_related("case", "person", "room")
        .prefetch_related("team", "media", "pauses", "reasons", "receipts")
    )
    if not rows:
        return ()
    named = dict.fromkeys([*(str(row.case_id) for row in rows), *(str(row.person_id) for row in rows)])
    opening = consult(actor=actor, on=on, what="interview.list", subjects=tuple(named))
    answers = assess_list(_document_for_a_list(row, opening) for row in rows)
    return tuple(_line(row, opening, answers, place) for place, row in enumerate(rows))


def _document_for_a_list(row: Interview, opening: Opening) -> dict[str, Any]:
    """The document of one row; a list is no place to hash hours of video, its own page and its closing are."""
    files = {ObjectId(medium.object): Condition.FITS for medium in row.media.all()}
    return document(row, stated(row, opening), opening, files)


def _line(row: Interview, opening: Opening, answers: Answers, place: int) -> Line:
    return Line(
        interview=InterviewId(row.pk),
        case=CaseId(row.case_id),
        case_number=row.case.number,
        person=PersonId(row.person_id),
        person_called=opening.read(row.person, "called"),
        kind=row.kind,
        service=row.service,
        state=row.state,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        asks=asks_of(row),
        room=row.room.name if row.room else "",
        verdict=None if row.state == InterviewState.CANCELLED else VERDICTS[answers.verdict[place]].value,
        states=Counter(_states(answers, place)),
        look_again=any(receipt.moment == Moment.AGAIN and receipt.seen_at is None for receipt in row.receipts.all()),
        asked=sum(1 for reason in row.reasons.all() if reason.agreed is None),
    )


def _states(answers: Answers, place: int) -> Iterator[str]:
    """The state of each safeguard that counts for one row, as the pages draw it."""
    for safeguard in CURRENT.safeguards:
        due, met = answers.due[safeguard.id][place], answers.met[safeguard.id][place]
        if safeguard.in_verdict and due >= 0:
            yield state_of(DUE[due], None if met < 0 else MET[met], safeguard.force, safeguard.if_unknown).value


@dataclass(frozen=True, slots=True, kw_only=True)
class Economy:
    """How often one person was heard, by whom, and what was already answered."""

    #: Held interviews over all services.
    held: int
    by_service: dict[str, int]
    by_kind: dict[str, int]
    #: Of the interviews after the first, how many had the same team as the one before; and how many there were.
    same_team: int
    followed: int
    #: Each topic with the interviews that spoke about it: id, day and service.
    answered: dict[str, tuple[tuple[InterviewId, date, str], ...]]


def economy(*, actor: Actor, person: PersonId) -> Economy:
    """Count the person's interviews over all services of the case; nothing for whoever does not work on it."""
    rows = sorted(visible(actor).filter(person=person, state__in=HELD).prefetch_related("team"), key=begins)
    teams = [asks_of(row) for row in rows]
    answered: dict[str, list[tuple[InterviewId, date, str]]] = {}
    for row in rows:
        for topic in (row.topics or "").split():
            answered.setdefault(topic, []).append((InterviewId(row.pk), day_of(begins(row)), row.service))
    return Economy(
        held=len(rows),
        by_service=Counter(row.service for row in rows),
        by_kind=Counter(row.kind for row in rows),
        same_team=sum(1 for before, after in pairwise(teams) if before == after),
        followed=max(0, len(teams) - 1),
        answered={topic: tuple(where) for topic, where in answered.items()},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One interview in somebody's agenda; names nobody who is heard."""

    interview: InterviewId
    case: CaseId
    case_number: str
    kind: str
    state: str
    starts_at: datetime
    ends_at: datetime
    room: str
    #: What the member of staff does in it.
    part: str


def agenda(*, actor: Actor, first: date, last: date) -> tuple[Appointment, ...]:
    """The interviews from ``first`` to ``last`` (days in Amsterdam, inclusive) in whose team the actor is."""
    rows = (
        visible(actor)
        .filter(team__account=actor.id, state__in=(InterviewState.PLANNED, InterviewState.HELD))
        .filter(starts_at__gte=moment_on(first, 0), starts_at__lt=moment_on(last + timedelta(days=1), 0))
        .annotate(part=F("team__part"))
        .select_related("case", "room")
    )
    return tuple(
        Appointment(
            interview=InterviewId(row.pk),
            case=CaseId(row.case_id),
            case_number=row.case.number,
            kind=row.kind,
            state=row.state,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            room=row.room.name if row.room else "",
            part=row.part,
        )
        for row in rows
    )


def look_again(actor: Actor) -> tuple[InterviewId, ...]:
    """Closed interviews whose conclusion a later finding about age changed, and that nobody looked at since (B7)."""
    waiting = Receipt.objects.filter(moment=Moment.AGAIN, seen_at=None).values("interview")
    return tuple(InterviewId(pk) for pk in visible(actor).filter(pk__in=waiting).values_list("pk", flat=True))


def asked_of(actor: Actor) -> tuple[ReasonId, ...]:
    """Leave that waits for an answer in the actor's cases, oldest first, the actor's own questions left out."""
    rows = SafeguardReason.objects.filter(interview__in=visible(actor), agreed=None).exclude(asked_by=actor.id)
    return tuple(ReasonId(pk) for pk in rows.values_list("pk", flat=True))


def visible(actor: Actor) -> QuerySet[Interview]:
    """The interviews that the actor may know of: of the cases they work on, or of the person they are or act for."""
    if actor.has(Role.HOUSE):
        return Interview.objects.all()
    cases = NeedToKnow.objects.filter(account=actor.id, until=None).values("case")
    return Interview.objects.filter(Q(case__in=cases) | Q(person__in=actor.persons))
