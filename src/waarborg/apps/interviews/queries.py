"""Reads of interviews: lists with the worst that the rulebook finds, agendas, figures, and what waits for somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, Final

from django.db.models import F, Q, QuerySet

from waarborg.apps.cases.access import TEAM_ROLES, not_admitted, open_case, refuse
from waarborg.apps.cases.models import NeedToKnow, VictimStep
from waarborg.apps.custody.entering import consult
from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.queries import opening_again
from waarborg.apps.interviews.assessment import Assessment
from waarborg.apps.interviews.closing import Block, blocks
from waarborg.apps.interviews.document import HELD, asks_of, begins, document, findings, stated
from waarborg.apps.interviews.kinds import InterviewState, Moment
from waarborg.apps.interviews.listing import assess_list
from waarborg.apps.interviews.media import Strip, Track, strips
from waarborg.apps.interviews.models import Interview, Medium, Receipt, SafeguardReason
from waarborg.apps.interviews.refusals import NO_SUCH_INTERVIEW
from waarborg.apps.people.models import Person
from waarborg.apps.vault.queries import Kept, kept_for
from waarborg.apps.vault.reading import Playback, play
from waarborg.apps.vault.verification import Condition, conditions
from waarborg.engines.rules.columns import DUE, MET, Answers
from waarborg.engines.rules.findings import VERDICTS, state_of
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of, moment_on
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, CaseId, InterviewId, ObjectId, PersonId, ReasonId
from waarborg.law.rulebook import CURRENT

#: Fields of an interview that only an opening reads.
_SEALED: Final = (
    "need",
    "note",
    "acute_reason",
    "interpreter",
    "interpreter_reason",
    "companion_reason",
    "companion_examined",
    "cancelled_reason",
)


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
class Explained:
    """One reason on file, opened."""

    reason: ReasonId
    rule: str
    cause: str
    words: str
    asked_by: AccountId
    asked_at: datetime
    #: None while nobody answered.
    agreed: bool | None
    answered_as: str
    answered_by: AccountId | None
    answered_at: datetime | None
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One interview, opened, as its page shows it."""

    #: The row with its plain facts; its sealed words are in ``words``.
    row: Interview
    person_called: str
    companion_called: str
    #: By field: need, note, interpreter and its reason, acute reason, companion's reason and examination, cancelling.
    words: Mapping[str, str]
    #: Each of the team with the part they take.
    team: tuple[tuple[AccountId, str], ...]
    assessment: Assessment
    #: Sound and image against the time held; empty before the end.
    strips: Mapping[Track, Strip]
    #: What is in the vault for it, with the names of the files.
    kept: tuple[Kept, ...]
    #: What keeps it from being closed; empty before the end and once it is closed.
    blocks: tuple[Block, ...]
    reasons: tuple[Explained, ...]
    #: Moment, time and JSON of each receipt, oldest first.
    receipts: tuple[tuple[str, datetime, str], ...]


def opened(*, actor: Actor, on: datetime, interview: InterviewId, reason: str = "") -> View | Refusal:
    """Write that ``actor`` opens an interview, then show it whole; its files are hashed again for it.

    Args:
        actor: staff who work on the case, the person themselves, or a supervisor with a reason.
        on: when (aware).
        interview: the interview.
        reason: why; a supervisor must give one.
    """
    row = Interview.objects.select_related("case", "person", "companion", "room").filter(pk=interview).first()
    if row is None:
        return NO_SUCH_INTERVIEW
    person = PersonId(row.person_id)
    given = open_case(
        actor=actor, on=on, case=CaseId(row.case_id), what="interview.read", persons=(person,), reason=reason
    )
    return given if isinstance(given, Refusal) else view(row, given)


def view(row: Interview, opening: Opening, files: Mapping[ObjectId, Condition] | None = None) -> View:
    """One interview with everything that belongs to it; ``opening`` names its case.

    Args:
        row: the interview.
        opening: names its case.
        files: the condition of its files, where that is known; else they are hashed again now.
    """
    files = files or conditions([ObjectId(medium.object) for medium in row.media.all()])
    open_end = row.state == InterviewState.HELD and row.held_until is not None
    return View(
        row=row,
        person_called=opening.read(row.person, "called"),
        companion_called=opening.read(row.companion, "called") if row.companion else "",
        words={field: opening.read(row, field) for field in _SEALED},
        team=tuple((AccountId(each.account), each.part) for each in row.team.order_by("part", "account")),
        assessment=findings(row, opening, files),
        strips=strips(row, files),
        kept=kept_for(str(row.pk), opening),
        blocks=blocks(row, opening, files) if open_end else (),
        reasons=tuple(_explained(reason, opening) for reason in row.reasons.all()),
        receipts=tuple((each.moment, each.at, opening.read(each, "receipt")) for each in row.receipts.all()),
    )


def _explained(row: SafeguardReason, opening: Opening) -> Explained:
    return Explained(
        reason=ReasonId(row.pk),
        rule=row.rule,
        cause=row.cause,
        words=opening.read(row, "reason"),
        asked_by=AccountId(row.asked_by),
        asked_at=row.asked_at,
        agreed=row.agreed,
        answered_as=row.answered_as,
        answered_by=None if row.answered_by is None else AccountId(row.answered_by),
        answered_at=row.answered_at,
        answer=opening.read(row, "answer"),
    )


def playback(*, actor: Actor, on: datetime, object_id: ObjectId, reason: str) -> Playback | Refusal:
    """Open a recording of an interview for those who investigate or direct its case; written down with the reason."""
    medium = Medium.objects.select_related("interview").filter(object=object_id).first()
    if medium is None:
        return NO_SUCH_INTERVIEW
    refused = not_admitted(actor=actor, case=CaseId(medium.interview.case_id), roles=TEAM_ROLES)
    if refused:
        return refuse(actor=actor, on=on, what="object.play", refused=refused)
    return play(actor=actor, on=on, object_id=object_id, reason=reason)


def open_interview(
    *, actor: Actor, on: datetime, interview: InterviewId, what: str, everybody: bool = False, entry: str = ""
) -> tuple[Interview, Opening] | Refusal:
    """Write that ``actor`` reads an interview, then give it with the opening that reads its sealed words.

    Args:
        actor: who investigates or directs the case.
        on: when (aware).
        interview: which; one that is unknown is refused as one of another case is.
        what: ``interview.read``, or what else the page is.
        everybody: whether all persons of the case are named on it, beside the one who is heard.
        entry: of the same reading a moment ago, to go on with; a page that asks at every change is one entry.
    """
    row = Interview.objects.select_related("case", "person", "room").filter(pk=interview).first()
    refused = not_admitted(actor=actor, case=CaseId(row.case_id), roles=TEAM_ROLES) if row else NO_SUCH_INTERVIEW
    if refused or row is None:
        refused = replace(refused or NO_SUCH_INTERVIEW, subjects=(str(interview),))
        return refuse(actor=actor, on=on, what=what, refused=refused)
    others = Person.objects.filter(case=row.case_id).values_list("pk", flat=True) if everybody else ()
    subjects = tuple(dict.fromkeys((str(row.case_id), str(interview), str(row.person_id), *map(str, others))))
    again = opening_again(actor=actor, on=on, entry=entry, what=what, subjects=subjects)
    return row, again or consult(actor=actor, on=on, what=what, subjects=subjects)


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
    #: Days from the first contact to each interview that was held or is planned; None where nobody was met first.
    waited: dict[InterviewId, int | None]
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
        waited=_waited(actor, person),
        answered={topic: tuple(where) for topic, where in answered.items()},
    )


def _waited(actor: Actor, person: PersonId) -> dict[InterviewId, int | None]:
    """Days of waiting, nights and Sundays included; each is to be explained by whoever made the plan (M16)."""
    met = VictimStep.objects.filter(road=person).order_by("at", "pk").values_list("at", flat=True).first()
    rows = visible(actor).filter(person=person).exclude(state=InterviewState.CANCELLED)
    return {InterviewId(row.pk): (day_of(begins(row)) - day_of(met)).days if met else None for row in rows}


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


def met_on(person: PersonId) -> dict[AccountId, tuple[date, ...]]:
    """Whom of the teams a person has met, and on which days: everybody who was there, not only who asked."""
    days: dict[AccountId, list[date]] = {}
    held = Interview.objects.filter(person=person, state__in=HELD).prefetch_related("team").order_by("held_from")
    for row in held:
        for seat in row.team.all():
            days.setdefault(AccountId(seat.account), []).append(day_of(begins(row)))
    return {account: tuple(dict.fromkeys(on)) for account, on in days.items()}


def visible(actor: Actor) -> QuerySet[Interview]:
    """The interviews that the actor may know of: of the cases they work on, or of the person they are or act for."""
    if actor.has(Role.HOUSE):
        return Interview.objects.all()
    cases = NeedToKnow.objects.filter(account=actor.id, until=None).values("case")
    return Interview.objects.filter(Q(case__in=cases) | Q(person__in=actor.persons))
