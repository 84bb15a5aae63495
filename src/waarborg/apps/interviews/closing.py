"""Closing an interview, and looking again at what was concluded.

Invariant: an interview is closed only when every duty is met or explained, measured on the files themselves.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.outbox import announce
from waarborg.apps.interviews import refusals
from waarborg.apps.interviews.document import document, findings, stated
from waarborg.apps.interviews.explaining import LEADS_ANNOUNCED, TOPICS_TOLD, held_fast
from waarborg.apps.interviews.kinds import InterviewKind, InterviewState, Moment
from waarborg.apps.interviews.media import SAID, MediaProblem, Strip, Track, strips
from waarborg.apps.interviews.models import Interview, Receipt
from waarborg.apps.interviews.receipts import make_receipt
from waarborg.apps.vault.verification import Condition, conditions
from waarborg.engines.rules.findings import Due, Finding, Met
from waarborg.engines.rules.safeguards import Force
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.events import Event
from waarborg.kernel.ids import InterviewId, ObjectId
from waarborg.kernel.texts import Text
from waarborg.law.informative import INFORMATIVE_TOPICS
from waarborg.law.rulebook import CURRENT

#: Who asks for leave, and who closes.
MAY_CLOSE: Final = frozenset({Role.DETECTIVE, Role.TEAM_LEADER})
#: Which track each recording rule is about.
_TRACKS: Final[Mapping[str, tuple[Track, ...]]] = {
    "recording.audio": (Track.SOUND,),
    "recording.video": (Track.VIDEO,),
    "recording.video_minor": (Track.VIDEO,),
    "recording.no_downgrade": (Track.SOUND, Track.VIDEO),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One duty that keeps an interview from being closed."""

    rule: str
    force: Force
    #: What is not met and what was found, in words for the person who closes.
    what: Text
    #: What is wrong with the recording, where the duty is about one.
    problems: frozenset[MediaProblem] = frozenset()


def close(*, actor: Actor, on: datetime, interview: InterviewId) -> Interview | Refusal:
    """Close a held interview, after hashing its files again; refused while any duty is neither met nor explained.

    Args:
        actor: a detective or team leader who works on the case.
        on: when (aware).
        interview: one that was held to its end.
    """
    # Hashing hours of video takes its time, which is not spent inside the transaction.
    row = Interview.objects.filter(pk=interview).prefetch_related("media").first()
    files = conditions([ObjectId(medium.object) for medium in row.media.all()]) if row else {}
    return _close(actor=actor, on=on, interview=interview, files=files)


@act("interview.close")
def _close(
    *, actor: Actor, on: datetime, interview: InterviewId, files: Mapping[ObjectId, Condition]
) -> Interview | Refusal:
    row = held_fast(actor, interview, MAY_CLOSE)
    if isinstance(row, Refusal):
        return row
    if row.state != InterviewState.HELD or row.held_until is None:
        return (
            refusals.NOT_ENDED
            if row.state in {InterviewState.PLANNED, InterviewState.HELD}
            else refusals.CLOSED_ALREADY
        )
    if any(ObjectId(medium.object) not in files for medium in row.media.all()):
        return refusals.MEDIA_CAME_IN
    opening = enter(interview, row.scope, str(row.person_id))
    found = blocks(row, opening, files)
    if found:
        return _cannot(found, row)
    row.state = InterviewState.CLOSED
    row.save(update_fields=["state"])
    told = document(row, stated(row, opening), opening, files)
    keep_receipt(row, Moment.CLOSED, told, opening, on=on)
    announce(Event(name="interview.closed", subjects=(interview, str(row.person_id), row.scope), at=on, by=actor.id))
    return row


def blocks(row: Interview, opening: Opening, files: Mapping[ObjectId, Condition] | None = None) -> tuple[Block, ...]:
    """Every duty that keeps an interview from being closed, in the order of the rulebook; empty where it can be.

    A must that is, or may be, due has to be met or explained by leave; what was possible and was not done has to be
    explained (B3, B8).
    """
    measured = strips(row, files)
    found = [
        Block(
            rule=finding.rule,
            force=finding.force,
            what=_words(finding, measured),
            problems=_problems(finding, measured),
        )
        for finding in findings(row, opening, files).findings
        if finding.in_verdict and _is_open(finding)
    ]
    if row.kind == InterviewKind.INFORMATIVE or row.turned_at is not None:
        explained = set(row.reasons.filter(agreed=True).values_list("rule", flat=True))
        found += [block for block in _informative(row) if block.rule not in explained]
    return tuple(found)


def _is_open(finding: Finding) -> bool:
    if finding.force is Force.MUST:
        return finding.met in {Met.NO, Met.UNKNOWN}
    return finding.due is Due.YES and finding.met is Met.NO


def _informative(row: Interview) -> list[Block]:
    """What an informative interview still owes: its leads announced, and all of its topics told."""
    told = set((row.topics or "").split())
    untold = [topic.what for topic in INFORMATIVE_TOPICS if topic.id not in told]
    found = []
    if row.leads_announced_at is None:
        found.append(Block(rule=LEADS_ANNOUNCED, force=Force.MUST, what=_LEADS_NOT_ANNOUNCED))
    # Once it turned into a report, what was left to tell can no longer be told before it.
    if untold and row.turned_at is None:
        listed = Text(en=" ".join(each.en for each in untold), nl=" ".join(each.nl for each in untold))
        found.append(Block(rule=TOPICS_TOLD, force=Force.MUST, what=_TOPICS_UNTOLD.fill(topics=listed)))
    return found


def _problems(finding: Finding, measured: Mapping[Track, Strip]) -> frozenset[MediaProblem]:
    tracks = [measured[track] for track in _TRACKS.get(finding.rule, ()) if track in measured]
    return frozenset[MediaProblem]().union(*(strip.problems for strip in tracks))


def _words(finding: Finding, measured: Mapping[Track, Strip]) -> Text:
    """The duty, and for a recording what is wrong with it."""
    duty = next(safeguard.duty for safeguard in CURRENT.safeguards if safeguard.id == finding.rule)
    said = [duty]
    for track in _TRACKS.get(finding.rule, ()):
        strip = measured.get(track)
        for problem in sorted(strip.problems) if strip else ():
            minutes = {"found": _clock(strip.found), "needed": _clock(strip.needed)} if strip else {}
            said.append(SAID[problem].fill(**minutes))
    once = list(dict.fromkeys(said))
    return Text(en=" ".join(each.en for each in once), nl=" ".join(each.nl for each in once))


def _clock(seconds: float) -> str:
    """Minutes and seconds, such as ``9:12``; the same in both languages."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def keep_receipt(
    row: Interview, moment: Moment, document: Mapping[str, Any], opening: Opening, *, on: datetime
) -> Receipt:
    """Keep what the rulebook says of a document at one moment; part of an act."""
    receipt = Receipt.objects.create(interview=row, at=on, moment=moment)
    opening.seal(receipt, "receipt", json.dumps(make_receipt(document), ensure_ascii=False))
    receipt.save(update_fields=["receipt"])
    return receipt


@act("interview.reconsider")
def reconsider(*, actor: Actor, on: datetime, interview: InterviewId) -> Receipt | Refusal | None:
    """Ask the rulebook again about a closed interview, since something became known; keep a receipt if it differs (B7).

    Args:
        actor: the house, when it hears of the news; or staff who work on the case.
        on: when (aware).
        interview: one that is closed.

    Returns:
        The receipt, marked to be looked at; None where the conclusions stand.
    """
    row = held_fast(actor, interview, MAY_CLOSE)
    if isinstance(row, Refusal):
        return row
    opening = enter(interview, row.scope, str(row.person_id))
    last = row.receipts.filter(moment__in=(Moment.CLOSED, Moment.AGAIN)).order_by("at", "pk").last()
    if row.state != InterviewState.CLOSED or last is None:
        return None
    # The files are not the news; closing hashed them.
    files = {ObjectId(medium.object): Condition.FITS for medium in row.media.all()}
    told = document(row, stated(row, opening), opening, files)
    before = json.loads(opening.read(last, "receipt"))["findings"]
    if _conclusions(before) == _conclusions(make_receipt(told)["findings"]):
        return None
    announce(Event(name="interview.look_again", subjects=(interview, row.scope), at=on, by=actor.id))
    return keep_receipt(row, Moment.AGAIN, told, opening, on=on)


@act("interview.look_again")
def look_again(*, actor: Actor, on: datetime, interview: InterviewId) -> Interview | Refusal:
    """Say that the changed conclusions of a closed interview were looked at."""
    row = held_fast(actor, interview, MAY_CLOSE)
    if isinstance(row, Refusal):
        return row
    if not row.receipts.filter(moment=Moment.AGAIN, seen_at=None).update(seen_by=actor.id, seen_at=on):
        return refusals.NOTHING_CHANGED
    enter(interview, row.scope)
    return row


def _conclusions(found: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """What was concluded and because of what; the words may have become others."""
    return [(each["rule"], each["due"], each["met"], each["because"]) for each in found]


def _cannot(found: tuple[Block, ...], row: Interview) -> Refusal:
    """The refusal that names every duty in the way."""
    listed = [block.what for block in found]
    return Refusal(
        code="interview.close.not_met",
        what=Text(en="This interview cannot be closed yet.", nl="Dit verhoor kan nog niet worden gesloten."),
        why=Text(en=" ".join(each.en for each in listed), nl=" ".join(each.nl for each in listed)),
        instead=Text(
            en="Put it right, or explain it and ask for leave. A must needs the prosecutor.",
            nl="Herstel het, of leg het uit en vraag toestemming. Een moet vraagt de officier.",
        ),
        ask=Text(en="Ask the prosecutor of the case.", nl="Vraag het de officier van de zaak."),
        on_record=True,
        subjects=(str(row.pk), row.scope),
    )


_LEADS_NOT_ANNOUNCED: Final = Text(
    en="Say at the start that usable leads are written up.",
    nl="Zeg bij het begin dat bruikbare aanwijzingen worden opgeschreven.",
)
_TOPICS_UNTOLD: Final = Text(
    en="Tell about everything. Not told yet: {topics}", nl="Vertel over alles. Nog niet verteld: {topics}"
)
