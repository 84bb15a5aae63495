"""How an interview of the demo goes: planned the day before, announced, held, recorded, and closed where it can be."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from typing import Final

from waarborg.apps.interviews import closing, holding, media, planning
from waarborg.apps.interviews.drafts import Companion, Draft, Seat
from waarborg.apps.interviews.holding import Said
from waarborg.apps.interviews.kinds import InterviewKind, Part
from waarborg.apps.interviews.models import Interview
from waarborg.apps.people.models import CapacityKind
from waarborg.deploy.seeding.days import done
from waarborg.deploy.seeding.recordings import recording
from waarborg.deploy.seeding.staff import Staff
from waarborg.kernel.actors import Actor
from waarborg.kernel.ids import AccountId, InterviewId, PersonId
from waarborg.law.informative import INFORMATIVE_TOPICS

#: What an informative interview speaks about, and what is said before it.
INFORMED: Final = frozenset(topic.id for topic in INFORMATIVE_TOPICS)
SAID_FIRST: Final = frozenset({Said.RECORDING, Said.WATCHERS, Said.LEADS})


@dataclass(frozen=True, kw_only=True)
class Hearing:
    """What was agreed about one interview."""

    person: PersonId
    kind: InterviewKind
    #: When it begins (aware).
    begins: datetime
    minutes: int
    #: User names: who asks, who watches in the control room.
    asks: tuple[str, ...]
    watches: tuple[str, ...] = ()
    room: str
    video: bool = True
    interpreter: str = ""
    companion: Companion | None = None
    topics: frozenset[str] | None = None
    need: str = ""
    #: User name of the prosecutor who was consulted (informative interview).
    consulted: str = ""
    behavioural_expert: bool = False
    note: str = ""
    said: frozenset[Said] = field(default_factory=lambda: frozenset({Said.RECORDING, Said.WATCHERS}))


def draft_of(hearing: Hearing, staff: Staff) -> Draft:
    """The plan as it would be typed."""
    return Draft(
        person=hearing.person,
        heard_as=CapacityKind.VICTIM,
        kind=hearing.kind,
        starts_at=hearing.begins,
        ends_at=hearing.begins + timedelta(minutes=hearing.minutes),
        seats=(
            *(Seat(account=account) for account in staff.ids(*hearing.asks)),
            *(Seat(account=account, part=Part.WATCHES) for account in staff.ids(*hearing.watches)),
        ),
        room=staff.rooms[hearing.room],
        sound=True,
        video=hearing.video,
        acute=False,
        behavioural_expert=hearing.behavioural_expert,
        interpreter=hearing.interpreter,
        interpreter_registered=True if hearing.interpreter else None,
        companion=hearing.companion,
        topics=hearing.topics,
        need=hearing.need,
        consulted=AccountId(staff[hearing.consulted].id) if hearing.consulted else None,
        note=hearing.note,
    )


def plan(hearing: Hearing, staff: Staff, *, by: Actor, on: datetime) -> InterviewId:
    """Plan it."""
    return InterviewId(done(planning.plan(actor=by, on=on, draft=draft_of(hearing, staff))).pk)


def hold(interview: InterviewId, hearing: Hearing, *, by: Actor, turns_after: int | None = None) -> None:
    """Hold it as planned; ``turns_after`` minutes it becomes a report, where the story says so."""
    begins = hearing.begins
    done(holding.begin(actor=by, on=begins, interview=interview))
    done(holding.announce(actor=by, on=begins + timedelta(minutes=1), interview=interview, said=hearing.said))
    if turns_after is not None:
        turned = begins + timedelta(minutes=turns_after)
        done(holding.turn_into_report(actor=by, on=turned, interview=interview))
    done(holding.end(actor=by, on=begins + timedelta(minutes=hearing.minutes), interview=interview))


def record(interview: InterviewId, hearing: Hearing, *, by: Actor, minutes: int | None = None) -> None:
    """Put what the recorder wrote in the vault; ``minutes`` where it stopped early."""
    length = hearing.minutes if minutes is None else minutes
    done(
        media.add(
            actor=by,
            on=hearing.begins + timedelta(minutes=hearing.minutes + 5),
            interview=interview,
            name=f"{hearing.room} {hearing.begins:%Y-%m-%d}.mkv",
            file=BytesIO(recording(length, image=hearing.video)),
            begins_at=hearing.begins,
        )
    )


def close(interview: InterviewId, hearing: Hearing, *, by: Actor) -> Interview:
    """Close it; the story is wrong if it cannot be."""
    on = hearing.begins + timedelta(minutes=hearing.minutes + 20)
    return done(closing.close(actor=by, on=on, interview=interview))


def whole(hearing: Hearing, staff: Staff, *, by: Actor, planned: datetime) -> InterviewId:
    """Plan, hold, record and close it, with nothing left open."""
    interview = plan(hearing, staff, by=by, on=planned)
    hold(interview, hearing, by=by)
    record(interview, hearing, by=by)
    close(interview, hearing, by=by)
    return interview
