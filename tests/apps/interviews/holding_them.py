"""A case, its people, a team and a room to interview in; everything is made by running the acts."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from tests.apps.cases.acting import case_by, done, prosecutor, staff
from tests.recordings import recording
from waarborg.apps.cases import access, age_statements, persons, roads
from waarborg.apps.cases.models import Case
from waarborg.apps.custody.keys import Opening
from waarborg.apps.interviews import closing, holding, media, planning
from waarborg.apps.interviews.drafts import Companion, Draft, Seat
from waarborg.apps.interviews.holding import Said
from waarborg.apps.interviews.kinds import CompanionState, InterviewKind, RoomKind
from waarborg.apps.interviews.models import Interview, Medium, Room
from waarborg.apps.people.models import CapacityKind, Certificate
from waarborg.kernel.actors import Actor, Role, Service
from waarborg.kernel.clock import moment_on
from waarborg.kernel.ids import CaseId, InterviewId, PersonId
from waarborg.law.informative import INFORMATIVE_TOPICS

#: Day 0 of the invented cases.
TODAY = date(2026, 11, 30)
ALL_TOPICS = tuple(topic.id for topic in INFORMATIVE_TOPICS)


def day(number: int, hour: int = 10, minute: int = 0) -> datetime:
    """A moment so many days from day 0."""
    return moment_on(TODAY + timedelta(days=number), hour, minute)


def certified(*kinds: str, service: Service = Service.AVIM) -> Actor:
    """A detective with certificates."""
    actor = staff(Role.DETECTIVE, service=service)
    Certificate.objects.bulk_create(
        Certificate(account_id=actor.id, kind=kind, until=date(2028, 1, 1)) for kind in kinds
    )
    return actor


@dataclass(frozen=True)
class World:
    """One case with its staff."""

    case: Case
    #: Asks; certified for everything.
    asker: Actor
    second: Actor
    leader: Actor
    prosecutor: Actor
    person: PersonId

    def opening(self, on: datetime) -> Opening:
        """The right to read the case."""
        return done(access.open_case(actor=self.asker, on=on, case=CaseId(self.case.pk), what="interview.read"))

    def draft(self, on: datetime, **changes: object) -> Draft:
        """A plan with nothing wrong in it, for an hour; ``changes`` name what is otherwise."""
        plain = Draft(
            person=self.person,
            heard_as=CapacityKind.VICTIM,
            kind=InterviewKind.REPORT,
            starts_at=on,
            ends_at=on + timedelta(hours=1),
            seats=(Seat(account=self.asker.id), Seat(account=self.second.id)),
            room=room(RoomKind.ADAPTED).pk,
            sound=True,
            video=True,
            acute=False,
            behavioural_expert=False,
            topics=frozenset({"recruitment"}),
        )
        return replace(plain, **changes)  # type: ignore[arg-type]

    def planned(self, on: datetime, **changes: object) -> InterviewId:
        """A planned interview; it was planned three days before."""
        made = planning.plan(actor=self.asker, on=on - timedelta(days=3), draft=self.draft(on, **changes))
        return InterviewId(done(made).pk)

    def informed(self, number: int) -> InterviewId:
        """An informative interview, held and closed on a day."""
        on = day(number)
        pk = self.planned(on, kind=InterviewKind.INFORMATIVE, sound=None, video=None, topics=None, companion=declined())
        done(holding.begin(actor=self.asker, on=on, interview=pk))
        done(holding.announce(actor=self.asker, on=on, interview=pk, said={Said.LEADS}))
        done(holding.end(actor=self.asker, on=on + timedelta(minutes=40), interview=pk, topics=ALL_TOPICS))
        done(closing.close(actor=self.asker, on=on + timedelta(hours=1), interview=pk))
        return pk

    def held(self, pk: InterviewId, on: datetime, seconds: int = 20, **ends: object) -> Interview:
        """Begin, announce and end a planned interview that lasts so many seconds."""
        done(holding.begin(actor=self.asker, on=on, interview=pk))
        said = {Said.RECORDING, Said.WATCHERS, Said.LEADS}
        done(holding.announce(actor=self.asker, on=on, interview=pk, said=said))
        over = on + timedelta(seconds=seconds)
        return done(holding.end(actor=self.asker, on=over, interview=pk, **ends))  # type: ignore[arg-type]

    def add(self, pk: InterviewId, on: datetime, content: bytes, begins_at: datetime | None = None) -> Medium:
        """Put a recording in the vault."""
        file = io.BytesIO(content)
        added = media.add(actor=self.asker, on=on, interview=pk, name="r.mkv", file=file, begins_at=begins_at)
        return done(added)

    def closed(self, pk: InterviewId, on: datetime, seconds: int = 20, **ends: object) -> Interview:
        """Hold a planned interview, record it whole in sound and image, and close it."""
        self.held(pk, on, seconds, **ends)
        self.add(pk, on, recording(seconds, lit=True))
        return done(closing.close(actor=self.asker, on=on + timedelta(hours=1), interview=pk))


def world(born: str | None = "1998", *, found: int = -119) -> World:
    """A victim met on day ``found`` in a case of AVIM; ``born`` is what is known of the age."""
    asker = certified("trafficking", "minors", "studio")
    case = case_by(asker, day(found - 1))
    second, leader, public = certified("trafficking", "minors"), staff(Role.TEAM_LEADER), prosecutor()
    admit(case, leader, asker, on=day(found - 1))
    admit(case, public, asker, on=day(found - 1))
    admit(case, second, leader, on=day(found - 1))
    person = person_of(case, asker, CapacityKind.VICTIM, on=day(found))
    done(roads.make_first_contact(actor=asker, on=day(found), person=person))
    if born:
        done(age_statements.state_age(actor=asker, on=day(found), person=person, source="papers", born=born))
    return World(case=case, asker=asker, second=second, leader=leader, prosecutor=public, person=person)


def admit(case: Case, who: Actor, by: Actor, *, on: datetime) -> None:
    """Give a need to know."""
    done(access.grant_need(actor=by, on=on, case=CaseId(case.pk), account=who.id, reason="works on it"))


def person_of(case: Case, by: Actor, *kinds: CapacityKind, on: datetime) -> PersonId:
    """Add somebody to the case."""
    added = persons.add_person(actor=by, on=on, case=CaseId(case.pk), called="Somebody", capacities=kinds)
    return PersonId(done(added).pk)


def room(kind: RoomKind) -> Room:
    """The one room of a kind."""
    made, _ = Room.objects.get_or_create(name=f"Room {kind}", defaults={"region": "Rotterdam", "kind": kind})
    return made


def declined() -> Companion:
    """The person wants nobody beside them."""
    return Companion(state=CompanionState.DECLINED)


def present(person: PersonId, examined: str = "") -> Companion:
    """Somebody sits beside the person."""
    return Companion(state=CompanionState.PRESENT, person=person, examined=examined)
