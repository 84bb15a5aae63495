"""Opens an interview for a page: the entry first, then the row, what its people are called, and its stations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.urls import reverse

from waarborg.apps.custody.keys import Opening
from waarborg.apps.interviews.kinds import InterviewKind, InterviewState, Part
from waarborg.apps.interviews.models import Interview
from waarborg.apps.interviews.queries import open_interview
from waarborg.apps.people.queries import staff_names
from waarborg.faces.desk.fields import say
from waarborg.faces.desk.interviews_words import PARTS
from waarborg.faces.desk.naming import in_words
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.drawings.road import Kind, Line, Station
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, CaseId, InterviewId, PersonId
from waarborg.kernel.texts import Text

_STATIONS: Final = (
    ("interview_plan", Text(en="Plan", nl="Plannen")),
    ("interview_hold", Text(en="Hold", nl="Houden")),
    ("interview_close", Text(en="Close", nl="Afsluiten")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody of the team."""

    account: AccountId
    name: str
    part: Text
    asks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenInterview:
    """An interview as a page may show it."""

    row: Interview
    opening: Opening
    #: What the person is called.
    called: str
    case_title: str
    #: The place among the interviews with this person, by its day; cancelled ones are not counted.
    number: int
    team: tuple[Member, ...]

    @property
    def id(self) -> InterviewId:
        """The interview."""
        return InterviewId(self.row.pk)

    @property
    def case(self) -> CaseId:
        """Its case."""
        return CaseId(self.row.case_id)

    @property
    def person(self) -> PersonId:
        """Who is heard."""
        return PersonId(self.row.person_id)

    @property
    def starts(self) -> datetime:
        """When it began, or is to begin."""
        return self.row.held_from or self.row.starts_at

    @property
    def ends(self) -> datetime:
        """When it ended, or is to end."""
        return self.row.held_until or self.row.ends_at

    @property
    def going_on(self) -> bool:
        """Whether it has begun and not ended."""
        return self.row.state == InterviewState.HELD and self.row.held_until is None

    @property
    def kind(self) -> Text:
        """What it is for."""
        return in_words(InterviewKind(self.row.kind))

    @property
    def state(self) -> Text:
        """Where it is."""
        return in_words(InterviewState(self.row.state))

    def words(self, field: str) -> str:
        """What is sealed in one field of it."""
        return self.opening.read(self.row, field)

    def stations(self, page: str) -> list[Station]:
        """Plan, hold, close; each leads to its page but the one that is shown."""
        here = now(self.row)
        done = self.row.state == InterviewState.CLOSED
        order = [name for name, _ in _STATIONS]
        return [
            Station(
                line=Line.CASE,
                kind=Kind.NOW
                if name == here and not done
                else Kind.HAPPENED
                if done or order.index(name) < order.index(here)
                else Kind.AHEAD,
                title=title,
                href=None if name == page else reverse(name, args=[self.row.pk]),
            )
            for name, title in _STATIONS
        ]


def now(row: Interview) -> str:
    """The page of the station where an interview is."""
    if row.state == InterviewState.HELD and row.held_until is None:
        return "interview_hold"
    return "interview_plan" if row.state in {InterviewState.PLANNED, InterviewState.CANCELLED} else "interview_close"


def opened(
    request: Asked, interview: InterviewId, what: str = "interview.read", *, everybody: bool = False, entry: str = ""
) -> OpenInterview | Refusal:
    """Enter that an interview is read, or go on with ``entry``, then open it; see ``open_interview``."""
    found = open_interview(
        actor=request.actor, on=request.now, interview=interview, what=what, everybody=everybody, entry=entry
    )
    if isinstance(found, Refusal):
        return found
    row, opening = found
    seats = list(row.team.order_by("pk"))
    names = staff_names([AccountId(seat.account) for seat in seats])
    return OpenInterview(
        row=row,
        opening=opening,
        called=opening.read(row.person, "called"),
        case_title=opening.read(row.case, "title") or row.case.number,
        number=_number(row),
        team=tuple(
            Member(
                account=AccountId(seat.account),
                name=names.get(AccountId(seat.account), ""),
                part=PARTS[seat.part],
                asks=seat.part == Part.ASKS,
            )
            for seat in seats
        ),
    )


def _number(row: Interview) -> int:
    """The place of an interview among those with the same person."""
    others = Interview.objects.filter(person=row.person_id).exclude(state=InterviewState.CANCELLED)
    return others.filter(starts_at__lt=row.starts_at).exclude(pk=row.pk).count() + 1


def frame(found: OpenInterview, page: str) -> Mapping[str, Any]:
    """What the head of each of the three pages shows."""
    return {
        "interview": found,
        "stations": found.stations(page),
        "steps_label": say(Text(en="This interview", nl="Dit verhoor")),
        "mark_required": True,
    }
