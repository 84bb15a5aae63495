"""What the page of a case shows, gathered once it is open: road, needs, safeguards, proof, people, and who was here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from waarborg.apps.cases.models import ChargeState, Origin
from waarborg.apps.cases.queries import charges_of, road_of
from waarborg.apps.custody.models import Checkpoint
from waarborg.apps.custody.queries import entries_about
from waarborg.apps.decisions.models import DecisionKind
from waarborg.apps.decisions.moving import Movement, SchemeView, State
from waarborg.apps.decisions.queries import decisions_of, what_it_moves
from waarborg.apps.people.queries import PersonView, staff_names
from waarborg.apps.rights.models import NoticeState
from waarborg.apps.rights.queries import notices_of
from waarborg.apps.signals.queries import ElementRest, what_it_rests_on
from waarborg.faces.desk.cases_interviews import interviews_of
from waarborg.faces.desk.cases_opened import OpenCase, what_it_is_about
from waarborg.faces.desk.cases_road import stations
from waarborg.faces.desk.ledger_rows import Row, rows_of
from waarborg.faces.desk.needs import address, needs_of
from waarborg.faces.desk.people_ages import bars_of
from waarborg.faces.desk.start import Said
from waarborg.faces.desk.start import rows_of as needs_in_words
from waarborg.faces.shell.drawings.age_span import Age
from waarborg.kernel.clock import day_of
from waarborg.kernel.texts import Text
from waarborg.law.reflection import REFLECTION

#: Entries shown beside the case; the page of the ledger has all.
_LATEST: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Rests:
    """One line of what a charge rests on."""

    name: Text
    asks: Text
    sources: tuple[str, ...]
    #: None where nothing is missing.
    missing: Text | None
    #: Whose words alone it hangs on; empty where there is more.
    hangs_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeRests:
    """What one charge rests on."""

    suspect: str
    offence: str
    state: ChargeState
    hangs_on: str
    lines: tuple[Rests, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A person in the margin."""

    view: PersonView
    bars: tuple[Age, ...]


def context_of(found: OpenCase) -> dict[str, Any]:
    """Everything on the page of a case."""
    view = found.view
    names = staff_names([*view.needs_to_know, *((view.prosecutor,) if view.prosecutor else ())])
    called = {str(person.id): person.called for person in found.persons}
    said = Said(actor=found.actor, on=found.on, opening=found.opening, names=called, numbers={})
    needs = [need for need in needs_of(found.actor, found.on) if need.case == found.id]
    moves, decided = _moves(found)
    return {
        "case": found,
        "about": what_it_is_about(view),
        "prosecutor": names.get(view.prosecutor, "") if view.prosecutor else "",
        "colleagues": [names[account] for account in view.needs_to_know if account in names],
        "others": [service for service in view.services if service is not view.lead],
        "ex_officio": view.origin is Origin.EX_OFFICIO and view.without_report,
        "stations": stations(found),
        "needs": needs_in_words(needs, said),
        "voices": [need for need in needs if need.voice],
        "interviews": interviews_of(found),
        "rests": list(_rests(found)),
        "cards": [Card(view=person, bars=bars_of(person)) for person in found.persons],
        "moves": moves,
        "decided": decided,
        "proof_href": address("proof", found.id),
        "plan_href": address("interview_new", found.id),
        "decisions_href": address("case_decisions", found.id),
        "terms": list(_terms(found)),
        "entries": _entries(found),
        "entry_count": entries_about(found.id).count(),
        "checkpoint": Checkpoint.objects.order_by("size").last(),
    }


def _moves(found: OpenCase) -> tuple[list[SchemeView], DecisionKind | None]:
    """What today's decision moves, what it opens or closes first; everything as it stands where nothing was decided."""
    decided = [
        each
        for each in decisions_of(actor=found.actor, case=found.id, opening=found.opening)
        if each.kind is not DecisionKind.FINE_PROPOSED
    ]
    schemes = what_it_moves(actor=found.actor, case=found.id)
    order = [(Movement.OPENS, None), (Movement.CLOSES, None), (None, State.OPEN), (None, State.NOT_YET)]

    def place(view: SchemeView) -> int:
        wanted = [(view.movement, None), (None, view.state)]
        return next((at for at, each in enumerate(order) if each in wanted), len(order))

    return sorted(schemes, key=place), decided[-1].kind if decided else None


def _rests(found: OpenCase) -> Iterator[ChargeRests]:
    charges = {each.id: each for each in charges_of(found.id, found.opening)}
    for rest in what_it_rests_on(actor=found.actor, case=found.id, opening=found.opening):
        charge = charges[rest.charge]
        yield ChargeRests(
            suspect=charge.called,
            offence=charge.offence,
            state=charge.state,
            hangs_on=found.called(rest.hangs_on),
            lines=tuple(_rest(found, each) for each in rest.elements if each.needed.may),
        )


def _rest(found: OpenCase, rest: ElementRest) -> Rests:
    missing = None
    if rest.missing:
        missing = _NOTHING if rest.needed.must else _PERHAPS
    elif rest.hangs_on:
        missing = _SECOND
    return Rests(
        name=rest.element.name,
        asks=rest.element.asks,
        sources=tuple(source.words for source in rest.sources),
        missing=missing,
        hangs_on=found.called(rest.hangs_on),
    )


def _terms(found: OpenCase) -> Iterator[dict[str, object]]:
    """The terms that run: what, from when, until when, and where that comes from."""
    for person in found.victims:
        road = road_of(person.id, on=found.on)
        if road and road.thinking and road.thinking_now:
            yield {
                "what": _THINKING.fill(person=person.called),
                "start": road.thinking[0],
                "end": road.thinking[1],
                "sources": REFLECTION.sources,
            }
        for notice in notices_of(actor=found.actor, person=person.id, opening=found.opening):
            term = notice.about.term
            if term and term.length and notice.due_by and notice.state == NoticeState.DUE:
                yield {
                    "what": _OF.fill(person=person.called, what=term.what),
                    "start": day_of(notice.known_at),
                    "end": day_of(notice.due_by),
                    "sources": term.sources,
                }


def _entries(found: OpenCase) -> list[Row]:
    return rows_of(list(entries_about(found.id)[:_LATEST]), found.opening, str(found.id))


_NOTHING: Final = Text(en="Everything: nothing was found yet.", nl="Alles: er is nog niets gevonden.")
_PERHAPS: Final = Text(
    en="Perhaps needed: it is not known whether a victim was under 18. Nothing was found yet.",
    nl="Misschien nodig: niet bekend of een slachtoffer jonger was dan 18. Er is nog niets gevonden.",
)
_SECOND: Final = Text(en="A second source.", nl="Een tweede bron.")
_OF: Final = Text(en="{person}: {what}", nl="{person}: {what}")
_THINKING: Final = Text(en="Time to think of {person}", nl="Bedenktijd van {person}")
