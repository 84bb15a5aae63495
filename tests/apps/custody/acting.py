"""Invented acts, so that custody is tested by itself: a case is a key, and marking it leaves a row that can be seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.keys import Opening, make_key
from waarborg.apps.custody.models import Entry, OutboxEvent
from waarborg.apps.custody.outbox import announce
from waarborg.kernel.actors import THE_REPORTER, Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.events import Event
from waarborg.kernel.ids import AccountId, CaseId, ReportId
from waarborg.kernel.texts import Text

NOON = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
NO = Text(en="No.", nl="Nee.")


def detective() -> Actor:
    """Somebody with an account."""
    return Actor(id=AccountId.new(), roles=frozenset({Role.DETECTIVE}))


def refusal(*subjects: str, on_record: bool = True) -> Refusal:
    """A no, on record unless said otherwise."""
    return Refusal(code="case.mark.no", what=NO, why=NO, on_record=on_record, subjects=subjects)


@act("case.make")
def make_case(*, actor: Actor, on: datetime, case: CaseId) -> Opening:
    """Make the key of a case; tells it to whoever listens to ``case.made``."""
    make_key(case)
    announce(Event(name="case.made", subjects=(case,), at=on, by=actor.id))
    return enter(case, scope=case, detail={"why": "somebody called"})


@act("case.mark")
def mark(*, actor: Actor, on: datetime, case: CaseId, answer: Refusal | None = None) -> Opening | Refusal:
    """Leave a row, write the entry, and answer with a refusal where one is given."""
    OutboxEvent.objects.create(name="case.marked", subjects=case, at=on, by=actor.id)
    opening = enter(case)
    return answer or opening


@act("case.leave")
def leave(*, actor: Actor, on: datetime) -> None:
    """Leave a row and write no entry."""
    OutboxEvent.objects.create(name="case.left", subjects="", at=on, by=actor.id)


@act("case.do")
def do[R](*, actor: Actor, on: datetime, what: Callable[[], R], case: CaseId | None = None) -> R:
    """Do ``what`` inside an act, which writes an entry about ``case`` where one is given."""
    if case:
        enter(case)
    return what()


@act("report.drop")
def drop(*, actor: Actor, on: datetime, report: ReportId) -> Opening:
    """What somebody without a name does."""
    return enter(report)


def new_case(actor: Actor | None = None, on: datetime = NOON) -> CaseId:
    """A case with a key."""
    case = CaseId.new()
    make_case(actor=actor or detective(), on=on, case=case)
    return case


def new_report(on: datetime = NOON) -> ReportId:
    """A report by nobody."""
    report = ReportId.new()
    drop(actor=THE_REPORTER, on=on, report=report)
    return report


def acts() -> list[tuple[str, str]]:
    """What was entered: act and outcome, in the order of the acts' names."""
    return sorted(Entry.objects.values_list("act", "outcome"))
