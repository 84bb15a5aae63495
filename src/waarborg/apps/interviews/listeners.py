"""News that stops interviews or puts their conclusions in doubt: a no, a closed case, something new about a person."""

from __future__ import annotations

from waarborg.apps.interviews.closing import reconsider
from waarborg.apps.interviews.kinds import InterviewState
from waarborg.apps.interviews.models import Interview
from waarborg.apps.interviews.planning import cancel
from waarborg.kernel.actors import THE_HOUSE
from waarborg.kernel.errors import Fault, Refusal
from waarborg.kernel.events import Event, listens_to
from waarborg.kernel.ids import CaseId, InterviewId, PersonId

#: Kept as the reason of the cancelling; the language of the file.
_SAID_NO = "De persoon zei nee. Een nee stopt de verhoren."
_CLOSED = "De zaak is gesloten."


@listens_to("victim.declined")
def stop_after_a_no(event: Event) -> None:
    """Cancel what is planned with a person who said no (B11)."""
    _cancel_all(event, _SAID_NO, person=_named(event, PersonId))


@listens_to("case.closed")
def stop_after_closing(event: Event) -> None:
    """Cancel what is planned in a case that was closed."""
    _cancel_all(event, _CLOSED, case=_named(event, CaseId))


@listens_to("person.age_changed")
def look_again_at_age(event: Event) -> None:
    """Ask the rulebook again about every closed interview of a person of whose age something became known (B7)."""
    _ask_again(event)


@listens_to("person.facts_changed")
def look_again_at_facts(event: Event) -> None:
    """The same when something else became known, such as a disability."""
    _ask_again(event)


def _ask_again(event: Event) -> None:
    closed = Interview.objects.filter(person=_named(event, PersonId), state=InterviewState.CLOSED)
    for pk in closed.values_list("pk", flat=True):
        _done(reconsider(actor=THE_HOUSE, on=event.at, interview=InterviewId(pk)))


def _cancel_all(event: Event, reason: str, **which: str) -> None:
    rows = Interview.objects.filter(state=InterviewState.PLANNED, **which)
    for pk in rows.values_list("pk", flat=True):
        _done(cancel(actor=THE_HOUSE, on=event.at, interview=InterviewId(pk), reason=reason))


def _named[T: (CaseId, PersonId)](event: Event, kind: type[T]) -> str:
    """The first subject of the event that is of this kind."""
    found = next((each for each in event.subjects if each.startswith(f"{kind.prefix}_")), None)
    if found is None:
        message = f"{event.name} names no {kind.prefix}"
        raise Fault(message)
    return found


def _done(result: object) -> None:
    """The house may do all of this; a refusal is a mistake of ours, and the news is delivered again."""
    if isinstance(result, Refusal):
        message = f"the house was refused: {result.code}"
        raise Fault(message)
