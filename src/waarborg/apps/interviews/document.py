"""What the rulebook is told about an interview: the person that day, what came before, what is planned or was held.

Invariants: a fact that nobody stated is left out; whether a held interview was recorded is told by the files in the
vault and by nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Q

from waarborg.apps.custody.keys import Opening
from waarborg.apps.interviews.assessment import Assessment, assess
from waarborg.apps.interviews.kinds import InterviewKind, InterviewState, Part
from waarborg.apps.interviews.media import Track, strips
from waarborg.apps.interviews.models import Interview
from waarborg.apps.people.queries import person_document
from waarborg.apps.vault.verification import Condition
from waarborg.kernel.clock import day_of
from waarborg.kernel.ids import AccountId, ObjectId
from waarborg.law.rulebook import CURRENT

#: Rules that a reason given to ``assess`` may name; the house's own duties are no part of the rulebook.
RULES: Final = frozenset(safeguard.id for safeguard in CURRENT.safeguards)

#: States of an interview that took place.
HELD: Final = (InterviewState.HELD, InterviewState.CLOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What stands about an interview outside its own row, or sealed in it."""

    asks: tuple[AccountId, ...]
    need: str
    companion_reason: str
    #: Reasons on file that somebody agreed to: rule, words, and as what they agreed.
    reasons: tuple[dict[str, str], ...] = ()


def findings(interview: Interview, opening: Opening, files: Mapping[ObjectId, Condition] | None = None) -> Assessment:
    """What the rulebook says of a saved interview now; see ``document``."""
    return assess(document(interview, stated(interview, opening), opening, files))


def stated(interview: Interview, opening: Opening) -> Stated:
    """Team, words and agreed reasons of a saved interview."""
    agreed = interview.reasons.filter(agreed=True, rule__in=RULES)
    return Stated(
        asks=asks_of(interview),
        need=opening.read(interview, "need"),
        companion_reason=opening.read(interview, "companion_reason"),
        reasons=tuple(
            {"rule": row.rule, "reason": opening.read(row, "reason"), "approved_by": row.answered_as} for row in agreed
        ),
    )


def document(
    interview: Interview,
    said: Stated,
    opening: Opening,
    files: Mapping[ObjectId, Condition] | None = None,
) -> dict[str, Any]:
    """The document of ``waarborg assess`` about an interview, saved or not yet.

    Args:
        interview: the row; one that is not saved is a plan.
        said: what stands outside it.
        opening: opens the case, for the person's age statements.
        files: the condition of its files; without them they are hashed again now.
    """
    day = day_of(begins(interview))
    found: dict[str, Any] = {
        "on": day.isoformat(),
        "person": person_document(interview.person, opening, heard_as=interview.heard_as, on=day),
        "interview": _interview(interview, said, files),
        "earlier": [row for other in _earlier(interview) for row in _rows(other)] + _turned(interview),
        "reasons": list(said.reasons),
    }
    started = interview.case.investigation_started
    if started and started <= day:
        found["investigation_started"] = started.isoformat()
    # As JSON has it: an id or a choice is a plain text to the rulebook.
    plain: dict[str, Any] = json.loads(json.dumps(found))
    return plain


def _interview(interview: Interview, said: Stated, files: Mapping[ObjectId, Condition] | None) -> dict[str, Any]:
    """What the plan says; once held, what happened and what is in the vault."""
    ended = interview.held_until is not None
    recorded = {track: strip.covers for track, strip in strips(interview, files).items()} if ended else {}
    planned = interview.state == InterviewState.PLANNED
    facts = {
        "kind": interview.kind,
        "acute": interview.acute,
        "sound": interview.sound if planned else recorded.get(Track.SOUND),
        "video": interview.video if planned else recorded.get(Track.VIDEO),
        "room": interview.room and interview.room.kind,
        "interviewers": list(said.asks) or None,
        "behavioural_expert": interview.behavioural_expert,
        # Before its end it can still be announced; after it, nobody did.
        "recording_announced": True if interview.announced_at else (False if ended else None),
        "companion": _companion(interview, said),
        "topics": None if interview.topics is None else interview.topics.split(),
        # A plan without a need can still get one; an interview that was held without one had none.
        "need": said.need or (None if planned else ""),
    }
    return {name: value for name, value in facts.items() if value is not None}


def _companion(interview: Interview, said: Stated) -> dict[str, str] | None:
    if not interview.companion_state:
        return None
    return {"state": interview.companion_state} | ({"reason": said.companion_reason} if said.companion_reason else {})


def begins(interview: Interview) -> datetime:
    """When an interview began, or is to begin."""
    return interview.held_from or interview.starts_at


def asks_of(interview: Interview) -> tuple[AccountId, ...]:
    """Who asks the questions, sorted; nobody for a row that is not saved."""
    team = interview.team.all() if interview.pk and not interview._state.adding else ()  # noqa: SLF001 - Django's own
    return tuple(sorted(AccountId(each.account) for each in team if each.part == Part.ASKS))


def _earlier(interview: Interview) -> list[Interview]:
    """The person's interviews before this one, over all services, oldest first; for a plan, planned ones too."""
    before = Q(state__in=HELD, held_from__lt=begins(interview))
    if interview.state == InterviewState.PLANNED:
        before |= Q(state=InterviewState.PLANNED, starts_at__lt=interview.starts_at)
    others = Interview.objects.filter(before, person=interview.person_id).exclude(pk=interview.pk)
    return sorted(others.prefetch_related("team", "media"), key=begins)


def _rows(interview: Interview) -> list[dict[str, Any]]:
    """An earlier interview as the rulebook reads it; one that turned into a report is two."""
    ended = interview.held_until is not None
    planned = interview.state == InterviewState.PLANNED
    media = interview.media.all()
    # Once recorded in a form, at least that form from then on: any part that plays counts here, however short.
    any_sound = any(medium.sound and not medium.silent for medium in media)
    any_video = any(medium.video and not medium.black for medium in media)
    row = {
        "on": day_of(begins(interview)).isoformat(),
        "kind": interview.kind,
        "service": interview.service,
        "interviewers": list(asks_of(interview)) or None,
        "sound": interview.sound if planned else (any_sound if ended or any_sound else None),
        "video": interview.video if planned else (any_video if ended or any_video else None),
        "topics": None if interview.topics is None else interview.topics.split(),
    }
    return [*_turned(interview), {name: value for name, value in row.items() if value is not None}]


def _turned(interview: Interview) -> list[dict[str, Any]]:
    """The informative part of an interview that turned into a report: it came before the report, on the same day."""
    if interview.turned_at is None:
        return []
    row: dict[str, Any] = {
        "on": day_of(begins(interview)).isoformat(),
        "kind": InterviewKind.INFORMATIVE.value,
        "service": interview.service,
        "interviewers": list(asks_of(interview)),
    }
    return [row]
