"""What is in the vault of an interview, as pages show it: each file with its tracks, each medium as a strip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from waarborg.apps.custody.queries import entries_about
from waarborg.apps.interviews.kinds import InterviewState
from waarborg.apps.interviews.media import MediaProblem, Strip, strips
from waarborg.apps.interviews.models import Interview, Medium
from waarborg.apps.people.queries import staff_names
from waarborg.apps.vault.queries import kept
from waarborg.apps.vault.verification import Condition, conditions
from waarborg.faces.desk.fields import DeskForm
from waarborg.faces.desk.interviews_opened import OpenInterview
from waarborg.faces.desk.interviews_words import CONDITIONS, PROBLEMS, TRACKS
from waarborg.faces.shell.drawings.charts import Part, Track
from waarborg.kernel.clock import AMSTERDAM
from waarborg.kernel.ids import AccountId, ObjectId
from waarborg.kernel.texts import Text

_MINUTE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One recording, as the vault knows it."""

    object: ObjectId
    name: str
    #: SHA-256 of the file as it came, hexadecimal.
    sha256: str
    #: Bytes.
    length: int
    begins_at: datetime | None
    added_at: datetime
    added_by: str
    #: What was found in it, a sentence each.
    tracks: tuple[Text, ...]
    condition: Text
    fits: bool
    whole: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Somebody who opened a recording."""

    at: datetime
    who: str


class UploadForm(DeskForm):
    """A file from the recorder."""

    file = forms.FileField(
        label=_("Recording"),
        help_text=_("The file as the recorder wrote it. It is locked while it comes in."),
        widget=forms.FileInput(attrs={"accept": "audio/*,video/*,.mkv,.mp4,.wav"}),
        error_messages={"required": _("Choose the file."), "empty": _("This file is empty. Choose another.")},
    )
    begins = forms.TimeField(
        label=_("Begins at, by the clock in it"),
        required=False,
        input_formats=["%H:%M:%S", "%H:%M"],
        widget=forms.TimeInput(attrs={"type": "time", "step": "1"}, format="%H:%M:%S"),
        help_text=_("Leave it open if nobody knows. Then it is never added to another file."),
        error_messages={"invalid": _("This is no time. Write it as 10:05:00.")},
    )


def upload_form(found: OpenInterview, data: Any = None, files: Any = None) -> UploadForm:  # noqa: ANN401 - what a browser sent
    """The form for one more file."""
    begun = found.row.held_from
    first = f"{begun.astimezone(AMSTERDAM):%H:%M:%S}" if begun else ""
    return UploadForm(data, files=files, initial={"begins": first})


def media_of(found: OpenInterview, files: Mapping[ObjectId, Condition] | None = None) -> list[File]:
    """The files of an interview, oldest first.

    Args:
        found: the interview.
        files: their condition; without them they are hashed again now.
    """
    media = list(found.row.media.order_by("added_at", "pk"))
    ids = [ObjectId(medium.object) for medium in media]
    state = conditions(ids) if files is None else files
    stored = kept(ids, found.opening)
    names = staff_names([each.stored_by for each in stored.values()])
    return [
        File(
            object=each,
            name=stored[each].name,
            sha256=stored[each].sha256,
            length=stored[each].length,
            begins_at=medium.begins_at,
            added_at=medium.added_at,
            added_by=names.get(stored[each].stored_by, ""),
            tracks=_tracks(medium),
            condition=CONDITIONS[state.get(each, Condition.GONE)],
            fits=state.get(each) is Condition.FITS,
            whole=medium.whole,
        )
        for medium, each in zip(media, ids, strict=True)
        if each in stored
    ]


def _tracks(medium: Medium) -> tuple[Text, ...]:
    """What the probe found, in words."""
    said = []
    for there, empty, seconds, words, bare, none in (
        (medium.sound, medium.silent, medium.sound_seconds, _SOUND, _SILENT, _NO_SOUND),
        (medium.video, medium.black, medium.video_seconds, _IMAGE, _BLACK, _NO_IMAGE),
    ):
        said.append(none if not there else bare if empty else words.fill(length=length(seconds)))
    if medium.whole is False:
        said.append(_CUT)
    return tuple(said)


def length(seconds: float) -> str:
    """Minutes and seconds, such as ``9:12``; with hours where there are any."""
    hours, rest = divmod(int(seconds), _MINUTE * _MINUTE)
    minutes, left = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes}:{left:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class InVault:
    """What the vault holds against the time that was held; for the drawing and in words."""

    tracks: Sequence[Track]
    #: ``Sound: 9:12 of 48:00, too short``.
    sentences: tuple[Text, ...]
    start: datetime
    end: datetime


def in_vault(row: Interview, files: Mapping[ObjectId, Condition]) -> InVault | None:
    """Each medium against the time that was held; None before the end of an interview."""
    measured = strips(row, files)
    start, end = row.turned_at or row.held_from, row.held_until
    if not measured or start is None or end is None:
        return None
    lasted = (end - start).total_seconds()
    pauses = tuple(
        Part(
            start=(pause.begins - start).total_seconds(),
            end=((pause.ends or end) - start).total_seconds(),
            kind="break",
        )
        for pause in row.pauses.order_by("begins")
    )
    drawn = [
        Track(
            label=TRACKS[track],
            length=lasted,
            parts=(*_covered(row, strip, files, start, lasted), *pauses),
            words=_sentence(strip),
        )
        for track, strip in measured.items()
    ]
    return InVault(tracks=drawn, sentences=tuple(map(_sentence, measured.values())), start=start, end=end)


def _covered(
    row: Interview, strip: Strip, files: Mapping[ObjectId, Condition], start: datetime, lasted: float
) -> tuple[Part, ...]:
    """Where the files lie; one whose beginning nobody knows is drawn from the start, as long as it counts."""
    gone = Part(start=0, end=lasted, kind="gone")
    there = []
    for medium in row.media.all():
        plays = getattr(medium, strip.track) and not (medium.silent if strip.track == "sound" else medium.black)
        if not plays or files.get(ObjectId(medium.object)) is not Condition.FITS:
            continue
        begins = (medium.begins_at - start).total_seconds() if medium.begins_at else 0.0
        seconds = medium.sound_seconds if strip.track == "sound" else medium.video_seconds
        there.append(Part(start=begins, end=begins + seconds))
    return (gone, *there)


def _sentence(strip: Strip) -> Text:
    found = _FOUND.fill(track=TRACKS[strip.track], found=length(strip.found), needed=length(strip.needed))
    if not strip.problems:
        return Text(en=found.en + ".", nl=found.nl + ".")
    said = [PROBLEMS[problem] for problem in sorted(strip.problems, key=list(MediaProblem).index)]
    return Text(
        en=f"{found.en}: {', '.join(each.en for each in said)}.",
        nl=f"{found.nl}: {', '.join(each.nl for each in said)}.",
    )


def looks_at(files: Sequence[File]) -> list[Look]:
    """Who opened any of these files, newest first."""
    if not files:
        return []
    opened = entries_about(*(file.object for file in files)).filter(act="object.play")
    names = staff_names([AccountId(entry.actor) for entry in opened])
    portal = str(_("the portal"))
    return [Look(at=entry.at, who=names.get(AccountId(entry.actor), portal)) for entry in opened]


def can_be_added(row: Interview) -> bool:
    """Whether the page offers to add a file; whether it may is for the act to say."""
    return row.state == InterviewState.HELD


def begins_on(row: Interview, clock: Any) -> datetime | None:  # noqa: ANN401 - a time, or nothing
    """The moment of a clock time on the day of an interview; the day after, where that is before it began."""
    if clock is None or row.held_from is None:
        return None
    begun = row.held_from.astimezone(AMSTERDAM)
    moment = begun.replace(hour=clock.hour, minute=clock.minute, second=clock.second, microsecond=0)
    # A recorder that was on before the interview began is usual; one that began half a day before is the next day's.
    return moment + timedelta(days=1) if begun - moment > timedelta(hours=12) else moment


_FOUND: Final = Text(en="{track}: {found} of {needed}", nl="{track}: {found} van {needed}")
_SOUND: Final = Text(en="Sound, {length}.", nl="Geluid, {length}.")
_SILENT: Final = Text(en="A sound track that is silent.", nl="Een geluidsspoor dat stil is.")
_NO_SOUND: Final = Text(en="No sound track.", nl="Geen geluidsspoor.")
_IMAGE: Final = Text(en="Image, {length}.", nl="Beeld, {length}.")
_BLACK: Final = Text(en="An image that is black.", nl="Een beeld dat zwart is.")
_NO_IMAGE: Final = Text(en="No image.", nl="Geen beeld.")
_CUT: Final = Text(
    en="It breaks off: the end that it announces is not there.",
    nl="Het breekt af: het einde dat het aankondigt, is er niet.",
)
