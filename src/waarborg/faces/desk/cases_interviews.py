"""The interviews of a case with what the rulebook finds about each, over all services, and how often each was heard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from waarborg.apps.interviews.document import asks_of, begins, findings
from waarborg.apps.interviews.kinds import InterviewKind, InterviewState
from waarborg.apps.interviews.models import Interview
from waarborg.apps.interviews.queries import economy, visible
from waarborg.apps.people.queries import staff_names
from waarborg.apps.vault.verification import Condition
from waarborg.engines.rules.safeguards import Force
from waarborg.faces.desk.cases_opened import OpenCase
from waarborg.faces.desk.naming import in_words
from waarborg.faces.desk.needs import address
from waarborg.faces.shell.dates import day_month
from waarborg.faces.shell.drawings.safeguard import State, in_order, state_of
from waarborg.kernel.actors import Service
from waarborg.kernel.ids import ObjectId
from waarborg.kernel.texts import Text
from waarborg.law.rulebook import CURRENT

_DUTIES: Final = {safeguard.id: safeguard.duty for safeguard in CURRENT.safeguards}
_OF: Final = Text(en="{kind}, {person}, {day}. {sentence}", nl="{kind}, {person}, {day}. {sentence}")
#: Lines that stand open on the page of a case.
_AT_A_LOOK: Final = 6
#: Findings that need nobody.
_SIMPLE: Final = frozenset({State.MET, State.NOT_DUE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One interview in the table."""

    on: datetime
    kind: Text
    person: str
    #: Who asks, and for whom they work.
    by: str
    service: Text
    recorded: Text
    state: Text
    turned_at: datetime | None
    findings: tuple[Mapping[str, Any], ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interviews:
    """All interviews of a case."""

    rows: tuple[Heard, ...]
    #: Every finding that counts, with its interview said in its sentence; worst first.
    findings: tuple[Mapping[str, Any], ...]
    #: Those that are not simply met.
    open: tuple[Mapping[str, Any], ...]
    #: By person, how often they were heard, and by how many services.
    counts: tuple[tuple[str, int, int], ...]

    @property
    def first(self) -> tuple[Mapping[str, Any], ...]:
        """The worst of those that are not simply met, as many as one looks at."""
        return self.open[:_AT_A_LOOK]

    @property
    def more(self) -> int:
        """How many are left, to be found among all lines."""
        return len(self.open) - len(self.first)


def interviews_of(found: OpenCase) -> Interviews:
    """What the rulebook finds about every interview of the case that was not cancelled."""
    rows = list(
        visible(found.actor)
        .filter(case=found.id)
        .exclude(state=InterviewState.CANCELLED)
        .select_related("case", "person", "room")
        .prefetch_related("team", "media", "pauses", "reasons")
    )
    heard = tuple(_heard(row, found) for row in rows)
    every = in_order([line for row, each in zip(rows, heard, strict=True) for line in _said(row, each)])
    return Interviews(
        rows=heard,
        findings=tuple(every),
        open=tuple(line for line in every if state_of(line) not in _SIMPLE),
        counts=tuple(_counts(found)),
    )


def _heard(row: Interview, found: OpenCase) -> Heard:
    # A page of a case hashes no hours of video; the page of the interview and its closing do.
    files = {ObjectId(medium.object): Condition.FITS for medium in row.media.all()}
    assessed = findings(row, found.opening, files).as_json()["findings"]
    asks = asks_of(row)
    names = staff_names(asks)
    return Heard(
        on=begins(row),
        kind=in_words(InterviewKind(row.kind)),
        person=found.called(row.person_id),
        by=", ".join(names[account] for account in asks if account in names),
        service=in_words(Service(row.service)),
        recorded=_RECORDED[any(each.sound for each in row.media.all()), any(each.video for each in row.media.all())]
        if row.state != InterviewState.PLANNED
        else _NOT_YET,
        state=in_words(InterviewState(row.state)),
        turned_at=row.turned_at,
        findings=tuple(each for each in assessed if each["in_verdict"]),
        href=address("interview", row.pk),
    )


def _said(row: Interview, each: Heard) -> Iterator[Mapping[str, Any]]:
    """The findings of one interview, each with its duty and with the interview that it is about."""
    for finding in each.findings:
        sentence = _beside_the_duty(finding)
        of = _OF.fill(kind=each.kind, person=each.person, day=day_month(begins(row)), sentence=sentence)
        yield {**finding, "duty": _DUTIES.get(finding["rule"]), "sentence": of.both(), "href": each.href}


def _beside_the_duty(finding: Mapping[str, Any]) -> Text:
    """The sentence of a finding without its first two parts, duty and force, which the line shows by itself."""
    duty = _DUTIES[finding["rule"]]
    force = CURRENT.wording.force[Force(finding["force"])]

    def left(language: str) -> str:
        first = f"{duty.to(language)} {force.to(language)} "
        return str(finding["sentence"][language]).removeprefix(first)

    return Text(en=left("en"), nl=left("nl"))


def _counts(found: OpenCase) -> Iterator[tuple[str, int, int]]:
    for person in found.persons:
        counted = economy(actor=found.actor, person=person.id)
        if counted.held:
            yield person.called, counted.held, len(counted.by_service)


_NOT_YET: Final = Text(en="Not held yet", nl="Nog niet gehouden")
_RECORDED: Final = {
    (True, True): Text(en="Sound and image", nl="Beeld en geluid"),
    (True, False): Text(en="Sound", nl="Geluid"),
    (False, True): Text(en="Image", nl="Beeld"),
    (False, False): Text(en="Nothing in the vault", nl="Niets in de kluis"),
}
