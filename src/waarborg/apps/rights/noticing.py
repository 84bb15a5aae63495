"""Makes the notices that are due to each victim when a step of the road is reached, from ``law.notices``.

Invariants: one notice for each victim, subject and event, whatever is delivered twice; nobody asked yet is unknown, and
unknown protects: the notice is due, and asks whether the person wants such news.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from waarborg.apps.cases.access import CASE_ROLES, not_admitted
from waarborg.apps.cases.queries import notice_recipients
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.keys import Opening
from waarborg.apps.people.models import CapacityKind, Person
from waarborg.apps.rights.models import Notice
from waarborg.engines.rules.terms import Term, Unit, last_day, last_moment
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of, moment_on
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, PersonId
from waarborg.kernel.texts import Text
from waarborg.law import shapes
from waarborg.law.notices import NOTICES
from waarborg.law.steps import Bearer, Step

_INVESTIGATORS: Final = frozenset({Role.DETECTIVE, Role.TEAM_LEADER})
_PROSECUTION: Final = frozenset({Role.PROSECUTOR, Role.PROSECUTION_STAFF})

#: Which roles carry out the duty of a bearer; a court's or judge's answer is written down by the prosecution service.
ROLES_OF: Final[Mapping[Bearer, frozenset[Role]]] = MappingProxyType(
    {
        Bearer.POLICE: _INVESTIGATORS,
        Bearer.DETECTIVE: _INVESTIGATORS,
        Bearer.INVESTIGATION_SERVICE: _INVESTIGATORS,
        Bearer.PROSECUTION_SERVICE: _PROSECUTION,
        Bearer.INVESTIGATING_JUDGE: _PROSECUTION,
        Bearer.COURT: _PROSECUTION,
        Bearer.CARE_COORDINATOR: frozenset({Role.CARE_COORDINATOR}),
    }
)

_WEEK: Final = timedelta(days=7)


class Urgency(IntEnum):
    """When something is due; also the order of the list."""

    LATE = 0
    TODAY = 1
    #: Within seven days.
    WEEK = 2
    LATER = 3
    #: Sent, and nobody knows yet whether it arrived.
    WAITING = 4


@act("notice.due")
def make_notices(
    *,
    actor: Actor,
    on: datetime,
    case: CaseId,
    step: Step,
    event: str,
    persons: tuple[PersonId, ...] | None = None,
    known_at: datetime | None = None,
    words: tuple[Text, ...] = (),
) -> tuple[Notice, ...] | Refusal:
    """Make what must be told because ``step`` was reached; part of the act that reached it.

    Args:
        actor: whose act it is.
        on: when (aware).
        case: the case.
        step: the step of the road.
        event: typed id of what happened; with ``occurrence`` where the same can happen again.
        persons: who must be told; None for every victim of the case.
        known_at: from when the term runs (aware); None for ``on``.
        words: what to say beside the law's own sentences, such as the reason.

    Returns:
        The notices that are new; none where this event was known already.
    """
    if refused := not_admitted(actor=actor, case=case, roles=CASE_ROLES):
        return refused
    missing = still_to_make(case=case, step=step, event=event, persons=persons)
    opening = enter(event.partition("@")[0], case, *dict.fromkeys(str(person.pk) for person, _ in missing))
    return tuple(
        _make(opening, on=on, person=person, about=about, event=event, known_at=known_at or on, words=words)
        for person, about in missing
    )


def still_to_make(
    *, case: CaseId, step: Step, event: str, persons: tuple[PersonId, ...] | None = None
) -> tuple[tuple[Person, shapes.Notice], ...]:
    """The victims and notices of a step that this event has not made yet; see ``make_notices``."""
    victims = Person.objects.filter(case=case, capacities__kind=CapacityKind.VICTIM).order_by("added_at", "pk")
    told = list(victims if persons is None else victims.filter(pk__in=persons))
    abouts = [about for about in NOTICES.values() if about.on is step]
    made = set(Notice.objects.filter(person__in=told, event=event).values_list("person", "about"))
    return tuple((person, about) for about in abouts for person in told if (person.pk, about.id) not in made)


def occurrence(subject: str, at: datetime) -> str:
    """The name of an event that can happen to ``subject`` more than once: the id with its moment to the second."""
    return f"{subject}@{at:%Y%m%dT%H%M%S}"


def end_of(term: Term | None, known_at: datetime) -> datetime | None:
    """When ``term`` ends: its last minute in Amsterdam, the exact moment where it counts hours, None for at once."""
    if term is None or not term.length:
        return None
    if term.unit is Unit.HOUR:
        return last_moment(term, known_at)
    last = last_day(term, day_of(known_at))
    return None if last is None else moment_on(last, 23, 59)


def urgency_of(*, due_by: datetime | None, known_at: datetime, on: datetime) -> Urgency:
    """How soon something is due; what is due at once is late from the next day."""
    if due_by is None:
        return Urgency.LATE if day_of(known_at) < day_of(on) else Urgency.TODAY
    if due_by < on:
        return Urgency.LATE
    if day_of(due_by) == day_of(on):
        return Urgency.TODAY
    return Urgency.WEEK if day_of(due_by) <= day_of(on) + _WEEK else Urgency.LATER


def wanted(person: Person) -> bool | None:
    """Whether the person asked for information about the case; None where nobody asked yet."""
    choice = getattr(person, "choice", None)
    return None if choice is None else choice.wants_information


def what_to_tell(about: shapes.Notice, wants: bool | None) -> tuple[Text, ...]:  # noqa: FBT001 - three answers
    """The law's sentences for somebody who wants information, does not, or was not asked (None, told as yes)."""
    return about.always if about.on_request and wants is False else about.tell


def kept_text(sentences: tuple[Text, ...], words: tuple[Text, ...] = ()) -> str:
    """What is said, as kept in ``Notice.text``: the first sentence, then the words of this case, then the rest."""
    said = (*sentences[:1], *words, *sentences[1:])
    return json.dumps(
        {"en": "\n".join(text.en for text in said), "nl": "\n".join(text.nl for text in said)}, ensure_ascii=False
    )


def read_text(kept: str) -> Text:
    """What ``kept_text`` kept."""
    return Text(**json.loads(kept))


def _make(
    opening: Opening,
    *,
    on: datetime,
    person: Person,
    about: shapes.Notice,
    event: str,
    known_at: datetime,
    words: tuple[Text, ...],
) -> Notice:
    """Make one notice for one victim."""
    recipients = notice_recipients(person, on=day_of(on), opening=opening)
    recipient = recipients[0] if recipients else None
    row = Notice(
        person=person,
        about=about.id,
        event=event,
        known_at=known_at,
        due_by=end_of(about.term, known_at),
        form=about.form,
        recipient=recipient,
        language=(recipient.language if recipient else "") or person.language,
    )
    opening.seal(row, "text", kept_text(about.tell, words))
    row.save(force_insert=True)
    return row
