"""What needs somebody now, from every part of the house, in one order: late, today, this week, waiting for others.

Invariant: a need names a case that the actor needs to know; who is shown in it is named in the entry of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.urls import NoReverseMatch, reverse

from waarborg.apps.cases.models import VictimRoad
from waarborg.apps.cases.queries import cases_of
from waarborg.apps.decisions.queries import open_complaints
from waarborg.apps.interviews.queries import asked_of, look_again, visible
from waarborg.apps.people.models import Person
from waarborg.apps.reports.models import ReportState
from waarborg.apps.reports.queries import inbox, offers_waiting
from waarborg.apps.rights.noticing import Urgency
from waarborg.apps.rights.queries import DueNotice, Task, due_for
from waarborg.apps.support.models import SupportState
from waarborg.apps.support.queries import asked_and_waiting, support_for
from waarborg.faces.desk import needs_words as words
from waarborg.faces.desk.naming import in_words
from waarborg.faces.shell.dates import day_month
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of, moment_on
from waarborg.kernel.ids import CaseId, InterviewId, NoticeId, PersonId
from waarborg.kernel.texts import Text

#: What to do, why, and who it is about.
type _About = tuple[Text, Text | None, Person]

#: Days before its end at which time to think is on the list.
_ENDS_SOON: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing to do, not yet in words: who it is about is sealed."""

    urgency: Urgency
    #: None for at once, or without a day.
    due: datetime | None
    #: What to do, with the placeholder ``person`` where ``person`` is known.
    what: Text
    #: Why, or what happens otherwise; may be empty.
    why: Text | None
    case: CaseId | None
    person: PersonId | None
    href: str
    act: Text
    #: The notice, where it must be told within the hour.
    voice: NoticeId | None = None


def needs_of(actor: Actor, on: datetime) -> tuple[Need, ...]:
    """Everything that waits for ``actor``, in the order in which it is done."""
    found = [*_notices(actor, on), *_interviews(actor), *_reports(actor, on), *_people(actor, on), *_waiting(actor)]
    return tuple(sorted(found, key=_order))


def address(name: str, *ids: str, otherwise: str = "") -> str:
    """The address of a page, or ``otherwise`` where this desk has no such page."""
    try:
        return reverse(name, args=ids)
    except NoReverseMatch:
        return otherwise


def _order(need: Need) -> tuple[bool, int, float]:
    return (need.voice is None, int(need.urgency), need.due.timestamp() if need.due else 0.0)


def _notices(actor: Actor, on: datetime) -> Iterator[Need]:
    """What must be told, confirmed, agreed or looked at again."""
    for due in due_for(actor=actor, on=on):
        yield Need(
            urgency=due.urgency,
            due=due.due_by,
            what=words.TASKS[due.task].fill(what=words.STEPS[due.about.on], person=Text(en="{person}", nl="{person}")),
            why=_why(due),
            case=due.case,
            person=due.person,
            href=address("notice", due.id, otherwise=address("person", due.case, due.person)),
            act=words.ACTS[due.task],
            voice=due.id if due.within_the_hour and due.urgency is not Urgency.WAITING else None,
        )


def _why(due: DueNotice) -> Text | None:
    if due.recipient is None:
        return words.NOBODY
    if due.about.term is None or not due.about.term.length:
        return words.AT_ONCE if due.task is Task.TELL else None
    return due.about.term.what


def _interviews(actor: Actor) -> Iterator[Need]:
    """Leave that is asked, conclusions to look at again, and interviews that were held and stand open."""
    asked = visible(actor).filter(reasons__in=asked_of(actor)).distinct()
    rows = [
        *(
            (row, words.LEAVE, words.LEAVE_WHY, words.ANSWER)
            for row in asked
            if actor.has(Role.TEAM_LEADER, Role.PROSECUTOR)
        )
    ]
    if actor.has(Role.DETECTIVE, Role.TEAM_LEADER):
        again = visible(actor).filter(pk__in=look_again(actor))
        still = visible(actor).filter(state="held", team__account=actor.id, held_until__isnull=False).distinct()
        rows += [(row, words.AGAIN, words.AGAIN_WHY, words.COMPARE) for row in again]
        rows += [(row, words.CLOSE, words.CLOSE_WHY, words.OPEN) for row in still]
    for row, what, why, act in rows:
        interview = InterviewId(row.pk)
        yield Need(
            urgency=Urgency.TODAY,
            due=None,
            what=what,
            why=why,
            case=CaseId(row.case_id),
            person=PersonId(row.person_id),
            href=address("interview", interview, otherwise=address("case", row.case_id)),
            act=act,
        )


def _reports(actor: Actor, on: datetime) -> Iterator[Need]:
    """What waits at the doors of a door officer."""
    if not actor.has(Role.DOOR_OFFICER):
        return
    for offer in offers_waiting(actor=actor, on=on):
        yield Need(
            urgency=Urgency.TODAY if day_of(offer.answer_by) <= day_of(on) else Urgency.WEEK,
            due=offer.answer_by,
            what=words.OFFER.fill(door=in_words(offer.sender)),
            why=words.OFFER_WHY,
            case=None,
            person=None,
            href=address("reports"),
            act=words.ANSWER,
        )
    for row in inbox(actor=actor, states=(ReportState.NEW, ReportState.OPENED)):
        if row.state is ReportState.OPENED and not row.unread:
            continue
        yield Need(
            urgency=Urgency.TODAY,
            due=None,
            what=(words.NEW if row.state is ReportState.NEW else words.UNREAD).fill(door=in_words(row.channel)),
            why=(words.NAMED if row.named else words.SEALED).fill(day=day_month(row.day)),
            case=None,
            person=None,
            href=address("report", row.id),
            act=words.OPEN,
        )


def _people(actor: Actor, on: datetime) -> Iterator[Need]:
    """Time to think that runs out, and support that is being looked at again."""
    today = day_of(on)
    cases = cases_of(actor).values("pk")
    if actor.has(Role.DETECTIVE, Role.TEAM_LEADER):
        running = VictimRoad.objects.filter(
            person__case__in=cases, state="reflection", reflection_ended="", reflection_until__isnull=False
        ).select_related("person")
        for road in running:
            last = road.reflection_until or today
            if (last - today).days <= _ENDS_SOON:
                about = (words.THINKS, words.THINKS_WHY, road.person)
                yield _of_person(about, urgency=_until(last, today), due=moment_on(last, 12))
    if actor.has(Role.CARE_COORDINATOR):
        yield from _support(actor)


def _support(actor: Actor) -> Iterator[Need]:
    """What somebody asked for and nobody took up, and support that is being looked at again."""
    for support in asked_and_waiting(actor):
        href = address("support", support.person_id)
        yield _of_person((words.ASKS, words.ASKS_WHY, support.person), urgency=Urgency.TODAY, href=href)
    for support in support_for(actor).filter(state=SupportState.REVIEW):
        href = address("support", support.person_id)
        yield _of_person((words.REVIEW, words.REVIEW_WHY, support.person), urgency=Urgency.WEEK, href=href)


def _waiting(actor: Actor) -> Iterator[Need]:
    """Complaints that the court of appeal has not answered."""
    if not actor.has(Role.PROSECUTOR, Role.PROSECUTION_STAFF):
        return
    for complaint in open_complaints(actor).select_related("person"):
        href = address("complaint", complaint.pk, otherwise=address("case", complaint.person.case))
        about = (words.COMPLAINT, None, complaint.person)
        yield _of_person(about, urgency=Urgency.WAITING, due=moment_on(complaint.filed_on, 12), href=href)


def _of_person(need: _About, *, urgency: Urgency, due: datetime | None = None, href: str = "") -> Need:
    what, why, person = need
    case, pk = CaseId(person.case), PersonId(person.pk)
    return Need(
        urgency=urgency,
        due=due,
        what=what,
        why=why,
        case=case,
        person=pk,
        href=href or address("person", case, pk),
        act=words.OPEN,
    )


def _until(last: date, today: date) -> Urgency:
    if last < today:
        return Urgency.LATE
    if last == today:
        return Urgency.TODAY
    return Urgency.WEEK if (last - today).days <= 7 else Urgency.LATER  # noqa: PLR2004 - a week
