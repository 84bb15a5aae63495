"""A plan as it stands in a form, and what can never be right about one; everything else is for the rulebook to say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from waarborg.apps.cases.models import Case, CaseState, NeedToKnow, VictimRoad, VictimState
from waarborg.apps.custody.keys import Opening
from waarborg.apps.interviews import plan_refusals
from waarborg.apps.interviews.document import Stated, begins
from waarborg.apps.interviews.kinds import CompanionState, InterviewKind, InterviewState, Part, RoomKind
from waarborg.apps.interviews.models import Interview, Room
from waarborg.apps.people.models import CapacityKind, Person
from waarborg.apps.people.queries import active_roles, is_certified
from waarborg.kernel.actors import Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, InterviewId, PersonId

#: In which capacities somebody can be heard.
HEARD_AS: Final = frozenset(
    {CapacityKind.VICTIM, CapacityKind.REPORTING_WITNESS, CapacityKind.WITNESS, CapacityKind.SUSPECT}
)
#: In doubt about this age, the team is certified for minors.
CHILD_UNDER: Final = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Somebody of the team."""

    account: AccountId
    part: Part = Part.ASKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """The companion of choice and what became of that."""

    state: CompanionState
    #: Who; a person of the case, so that nobody sits there unseen.
    person: PersonId | None = None
    #: The ground of a refusal.
    reason: str = ""
    #: What came out when somebody who is also a witness or victim in the case was examined as a companion.
    examined: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A plan as it stands in a form; what nobody filled in is None or blank, and goes on as unknown."""

    person: PersonId
    heard_as: CapacityKind
    kind: InterviewKind
    starts_at: datetime
    ends_at: datetime
    seats: tuple[Seat, ...]
    #: Key of the room.
    room: int | None = None
    sound: bool | None = None
    video: bool | None = None
    acute: bool | None = None
    #: What made it acute.
    acute_reason: str = ""
    behavioural_expert: bool | None = None
    interpreter: str = ""
    interpreter_registered: bool | None = None
    interpreter_reason: str = ""
    companion: Companion | None = None
    #: Ids without spaces; None is unknown, empty is nothing.
    topics: frozenset[str] | None = None
    #: What must still be learned.
    need: str = ""
    #: The prosecutor consulted about recording an informative interview.
    consulted: AccountId | None = None
    #: How somebody came to plan it this way.
    note: str = ""


def row_of(draft: Draft, case: Case, interview: InterviewId) -> Interview:
    """The row that a draft becomes, without its sealed words."""
    return Interview(
        id=interview,
        case=case,
        person=Person.objects.get(pk=draft.person, case=case.pk),
        heard_as=draft.heard_as,
        kind=draft.kind,
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        room=None if draft.room is None else Room.objects.get(pk=draft.room),
        sound=draft.sound,
        video=draft.video,
        acute=draft.acute,
        behavioural_expert=draft.behavioural_expert,
        interpreter_registered=draft.interpreter_registered,
        companion_state=draft.companion.state if draft.companion else "",
        companion_id=draft.companion.person if draft.companion else None,
        topics=None if draft.topics is None else " ".join(sorted(draft.topics)),
        consulted=draft.consulted,
    )


def draft_of(row: Interview, opening: Opening) -> Draft:
    """A plan as it was kept, for the form that changes it."""
    state = row.companion_state and Companion(
        state=CompanionState(row.companion_state),
        person=PersonId(row.companion_id) if row.companion_id else None,
        reason=opening.read(row, "companion_reason"),
        examined=opening.read(row, "companion_examined"),
    )
    return Draft(
        person=PersonId(row.person_id),
        heard_as=CapacityKind(row.heard_as),
        kind=InterviewKind(row.kind),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        seats=tuple(Seat(account=AccountId(each.account), part=Part(each.part)) for each in row.team.order_by("pk")),
        room=row.room_id,
        sound=row.sound,
        video=row.video,
        acute=row.acute,
        acute_reason=opening.read(row, "acute_reason"),
        behavioural_expert=row.behavioural_expert,
        interpreter=opening.read(row, "interpreter"),
        interpreter_registered=row.interpreter_registered,
        interpreter_reason=opening.read(row, "interpreter_reason"),
        companion=state or None,
        topics=None if row.topics is None else frozenset(row.topics.split()),
        need=opening.read(row, "need"),
        consulted=AccountId(row.consulted) if row.consulted else None,
        note=opening.read(row, "note"),
    )


def stated_in(draft: Draft) -> Stated:
    """Team and words of a draft; nobody agreed to anything yet."""
    return Stated(
        asks=tuple(sorted(seat.account for seat in draft.seats if seat.part == Part.ASKS)),
        need=draft.need.strip(),
        companion_reason=draft.companion.reason.strip() if draft.companion else "",
    )


def not_heard(person: Person) -> Refusal | None:
    """Why this person cannot be heard in any capacity now, or None."""
    kinds = HEARD_AS.intersection(person.capacities.values_list("kind", flat=True))
    road = VictimRoad.objects.filter(pk=person.pk).first()
    if not kinds:
        return plan_refusals.NOT_IN_THIS_CAPACITY
    if road is not None and road.state == VictimState.DECLINED:
        return plan_refusals.SAID_NO
    return plan_refusals.NO_ROAD if kinds == {CapacityKind.VICTIM} and road is None else None


def never_right(row: Interview, draft: Draft, on: datetime) -> Refusal | None:
    """Why this can never be right, or None."""
    road = VictimRoad.objects.filter(pk=row.person_id).first()
    kinds = set(row.person.capacities.values_list("kind", flat=True))
    sound_alone = row.kind == InterviewKind.INFORMATIVE and bool(row.sound or row.video)
    consulted = row.consulted is not None and Role.PROSECUTOR in active_roles(AccountId(row.consulted))
    wrong = (
        (row.case.state == CaseState.CLOSED, plan_refusals.CASE_CLOSED),
        (row.heard_as not in HEARD_AS or row.heard_as not in kinds, plan_refusals.NOT_IN_THIS_CAPACITY),
        (row.heard_as == CapacityKind.VICTIM and road is None, plan_refusals.NO_ROAD),
        (road is not None and road.state == VictimState.DECLINED, plan_refusals.SAID_NO),
        (row.ends_at <= row.starts_at, plan_refusals.ENDS_BEFORE_START),
        (day_of(row.starts_at) < day_of(on), plan_refusals.IN_THE_PAST),
        (not any(seat.part == Part.ASKS for seat in draft.seats), plan_refusals.NOBODY_ASKS),
        (bool(row.acute) and not draft.acute_reason.strip(), plan_refusals.ACUTE_UNEXPLAINED),
        (
            row.interpreter_registered is False and not draft.interpreter_reason.strip(),
            plan_refusals.INTERPRETER_UNEXPLAINED,
        ),
        (sound_alone and not consulted, plan_refusals.NOT_CONSULTED),
        (any(not topic or " " in topic for topic in draft.topics or ()), plan_refusals.TOPIC_UNREADABLE),
    )
    refused = next((refusal for is_wrong, refusal in wrong if is_wrong), None)
    return refused or (companion_unseen(row, draft.companion) if draft.companion else None)


def companion_unseen(row: Interview, companion: Companion) -> Refusal | None:
    """Why this companion cannot sit there, or None: who is something else in the case is looked at first (B9)."""
    if companion.state != CompanionState.PRESENT:
        return None
    person = Person.objects.filter(pk=companion.person, case=row.case_id).exclude(pk=row.person_id).first()
    if person is None:
        return plan_refusals.COMPANION_UNKNOWN
    kinds = set(person.capacities.values_list("kind", flat=True))
    if CapacityKind.SUSPECT in kinds:
        return plan_refusals.COMPANION_SUSPECT
    return plan_refusals.COMPANION_UNEXAMINED if kinds & HEARD_AS and not companion.examined.strip() else None


def not_qualified(row: Interview, asks: tuple[AccountId, ...], *, maybe_child: bool) -> Refusal | None:
    """Why this team cannot ask, or None: certificates on the day, and a need to know the case (M11)."""
    day = day_of(begins(row))
    studio = row.room is not None and row.room.kind == RoomKind.STUDIO
    needed = (
        ("trafficking", True, plan_refusals.NOT_CERTIFIED),
        ("minors", maybe_child, plan_refusals.NOT_FOR_MINORS),
        ("studio", studio, plan_refusals.NOT_STUDIO),
    )
    for kind, due, refusal in needed:
        if due and not all(is_certified(account, kind, day) for account in asks):
            return refusal
    admitted = NeedToKnow.objects.filter(case=row.case_id, until=None, account__in=asks).count()
    return None if admitted == len(set(asks)) else plan_refusals.TEAM_NOT_ADMITTED


def not_free(row: Interview, accounts: tuple[AccountId, ...]) -> Refusal | None:
    """Why they cannot all be there, or None: nobody and nothing is in two interviews at once."""
    then = Interview.objects.filter(state__in=(InterviewState.PLANNED, InterviewState.HELD), held_until=None)
    then = then.filter(starts_at__lt=row.ends_at, ends_at__gt=row.starts_at).exclude(pk=row.pk)
    if then.filter(person=row.person_id).exists():
        return plan_refusals.PERSON_BUSY
    if then.filter(team__account__in=accounts).exists():
        return plan_refusals.TEAM_BUSY
    return plan_refusals.ROOM_BUSY if row.room_id is not None and then.filter(room=row.room_id).exists() else None
