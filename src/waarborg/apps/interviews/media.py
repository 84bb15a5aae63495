"""The recordings of an interview: real files in the vault, measured against the time that was held.

Invariant: nothing here is ticked. What counts as recorded is what the probe found in files that still have their hash.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, BinaryIO, Final

from waarborg.apps.cases.access import not_admitted
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.interviews import refusals
from waarborg.apps.interviews.kinds import InterviewKind, InterviewState
from waarborg.apps.interviews.models import Interview, Medium
from waarborg.apps.vault.queries import kept
from waarborg.apps.vault.receiving import Arrival, Kind, received
from waarborg.apps.vault.storing import keep
from waarborg.apps.vault.verification import Condition, conditions
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, InterviewId, ObjectId
from waarborg.kernel.texts import Text

#: Share of the held time that a recording must cover. Our measure, not the law's: recorders start and stop by hand.
COVERS: Final = 0.98
#: Who adds what a recorder wrote.
MAY_ADD: Final = frozenset({Role.DETECTIVE, Role.TEAM_LEADER})


class Track(StrEnum):
    """What can be recorded."""

    SOUND = "sound"
    VIDEO = "video"


class MediaProblem(StrEnum):
    """Why what is in the vault does not count as a recording of the interview."""

    MISSING = "missing"
    SILENT = "silent"
    BLACK = "black"
    TOO_SHORT = "too_short"
    #: Its hash is not the one it was stored with.
    CHANGED = "changed"
    #: The file is not there.
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One kind of track of a held interview, against the time that was held."""

    track: Track
    #: Seconds that were held, breaks not counted; from the minute at which an informative interview became a report.
    needed: float
    #: Of these, the seconds that sound or image files of good condition cover.
    found: float
    #: Why it is no recording of the interview; empty where it is.
    problems: frozenset[MediaProblem]

    @property
    def covers(self) -> bool:
        """Whether the interview was recorded on this track."""
        return not self.problems


def add(
    *,
    actor: Actor,
    on: datetime,
    interview: InterviewId,
    name: str,
    file: BinaryIO,
    begins_at: datetime | None = None,
) -> Medium | Refusal:
    """Put a recording of an interview in the vault, and keep what the probe found in it.

    Args:
        actor: a detective or team leader who works on the case.
        on: when (aware).
        interview: one that is going on, or was held and is not closed.
        name: what the file was called.
        file: read to its end; sealed while it is read, before the transaction.
        begins_at: when it begins by the clock in it (aware); None where nobody knows.
    """
    refused = _not_added(actor, interview)
    if refused:
        return _entered(actor=actor, on=on, refused=refused)
    with received(file, kind=Kind.RECORDING) as arrival:
        if isinstance(arrival, Refusal):
            return arrival
        return _keep(actor=actor, on=on, interview=interview, name=name, arrival=arrival, begins_at=begins_at)


@act("medium.add")
def _keep(
    *, actor: Actor, on: datetime, interview: InterviewId, name: str, arrival: Arrival, begins_at: datetime | None
) -> Medium | Refusal:
    """Keep what arrived; asked again whether it may, for receiving takes time."""
    refused = _not_added(actor, interview)
    if refused:
        return refused
    row = Interview.objects.select_for_update().get(pk=interview)
    case = CaseId(row.case_id)
    stored = keep(actor=actor, on=on, case=case, holder=interview, name=name, arrival=arrival)
    if isinstance(stored, Refusal):
        return stored
    tracks: list[dict[str, Any]] = kept([stored])[stored].probed["tracks"]
    heard, seen = ([track for track in tracks if track["kind"] == kind] for kind in Track)
    medium = Medium.objects.create(
        interview=row,
        object=stored,
        begins_at=begins_at,
        sound=_plays(heard),
        video=_plays(seen),
        silent=_plays(heard) and not _longest(heard),
        black=_plays(seen) and not _longest(seen),
        sound_seconds=_longest(heard),
        video_seconds=_longest(seen),
        whole=arrival.probed["whole"],
        added_at=on,
    )
    enter(interview, case, stored)
    return medium


@act("medium.add")
def _entered(*, actor: Actor, on: datetime, refused: Refusal) -> Refusal:  # noqa: ARG001 - every act has both
    """The refusal, on record where it is to be."""
    return refused


def _plays(tracks: Sequence[Mapping[str, Any]]) -> bool:
    return any(track["empty"] is not None for track in tracks)


def _longest(tracks: Sequence[Mapping[str, Any]]) -> float:
    """Seconds of the longest track in which there is something to hear or see; 0 where there is none."""
    return max((float(track["seconds"]) for track in tracks if track["empty"] is False), default=0.0)


def _not_added(actor: Actor, interview: InterviewId) -> Refusal | None:
    """Why no recording is added, or None."""
    row = Interview.objects.filter(pk=interview).first()
    if row is None:
        return refusals.NO_SUCH_INTERVIEW
    refused = not_admitted(actor=actor, case=CaseId(row.case_id), roles=MAY_ADD)
    if refused:
        return refused
    if row.state != InterviewState.HELD:
        return refusals.NOT_HELD
    if row.kind == InterviewKind.INFORMATIVE and row.consulted is None:
        return refusals.RECORDED_UNASKED
    return None


def strips(interview: Interview, files: Mapping[ObjectId, Condition] | None = None) -> dict[Track, Strip]:
    """Sound and image of an interview that ended, measured against the time it was held; empty while it has not."""
    held = _held(interview)
    if held is None:
        return {}
    media = list(interview.media.all())
    found = conditions([ObjectId(medium.object) for medium in media]) if files is None else files
    return {track: _strip(track, media, held, found) for track in Track}


type _Span = tuple[float, float]


def _held(interview: Interview) -> list[_Span] | None:
    """The stretches that were held and had to be recorded, in seconds since 1970; None before its end."""
    start, end = interview.turned_at or interview.held_from, interview.held_until
    if start is None or end is None:
        return None
    spans = [(start.timestamp(), end.timestamp())]
    for pause in interview.pauses.all():
        out = (pause.begins.timestamp(), (pause.ends or end).timestamp())
        spans = [part for span in spans for part in ((span[0], min(span[1], out[0])), (max(span[0], out[1]), span[1]))]
        spans = [span for span in spans if span[0] < span[1]]
    return spans


def _strip(track: Track, media: Sequence[Medium], held: list[_Span], files: Mapping[ObjectId, Condition]) -> Strip:
    empty, seconds = ("silent", "sound_seconds") if track is Track.SOUND else ("black", "video_seconds")
    have = [medium for medium in media if getattr(medium, track)]
    problems = {
        MediaProblem(files.get(ObjectId(medium.object), Condition.GONE).value)
        for medium in have
        if files.get(ObjectId(medium.object)) is not Condition.FITS
    }
    whole = [medium for medium in have if files.get(ObjectId(medium.object)) is Condition.FITS]
    filled = [medium for medium in whole if not getattr(medium, empty)]
    if not have:
        problems.add(MediaProblem.MISSING)
    elif whole and not filled:
        problems.add(MediaProblem.SILENT if track is Track.SOUND else MediaProblem.BLACK)
    needed = sum(end - start for start, end in held)
    covered = _covered([(medium.begins_at, getattr(medium, seconds)) for medium in filled], held)
    if filled and covered < needed * COVERS:
        problems.add(MediaProblem.TOO_SHORT)
    # What is missing in one file may be there in another: a problem counts only while the whole is not covered.
    enough = bool(filled) and covered >= needed * COVERS
    return Strip(
        track=track, needed=needed, found=min(covered, needed), problems=frozenset() if enough else frozenset(problems)
    )


def _covered(files: Iterable[tuple[datetime | None, float]], held: list[_Span]) -> float:
    """Seconds of ``held`` that the files cover.

    A file whose beginning nobody knows may lie over another, so such files are never added up: the longest counts.
    """
    known, longest = [], 0.0
    for begins_at, seconds in files:
        if begins_at is None:
            longest = max(longest, seconds)
        else:
            known.append((begins_at.timestamp(), begins_at.timestamp() + seconds))
    total, reached = 0.0, float("-inf")
    for start, end in sorted(known):
        fresh = max(start, reached)
        total += sum(max(0.0, min(end, span[1]) - max(fresh, span[0])) for span in held)
        reached = max(reached, end)
    return max(total, longest)


#: Each problem as a sentence; ``{found}`` and ``{needed}`` are minutes and seconds.
SAID: Final[Mapping[MediaProblem, Text]] = {
    MediaProblem.MISSING: Text(en="No recording is in the vault.", nl="Er is geen opname in de kluis."),
    MediaProblem.SILENT: Text(en="The recording is silent.", nl="De opname is stil."),
    MediaProblem.BLACK: Text(en="The image is black.", nl="Het beeld is zwart."),
    MediaProblem.TOO_SHORT: Text(
        en="The recording has {found} of {needed} minutes.", nl="De opname heeft {found} van {needed} minuten."
    ),
    MediaProblem.CHANGED: Text(
        en="A file is not as it was stored: its hash does not fit.",
        nl="Een bestand is niet zoals het is bewaard: de hash past niet.",
    ),
    MediaProblem.GONE: Text(en="A file is gone from the vault.", nl="Een bestand is weg uit de kluis."),
}
