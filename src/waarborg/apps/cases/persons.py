"""The people of a case: who they are in it, what is known of each, and who acts for whom.

Invariants: one person can be several things in a case. A suspect never acts for a victim. Whoever reported without a
name becomes a person of a case only by their own choice (B10).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Final

from waarborg.apps.cases.access import NOTHING_TO_CHANGE, REASON_BLANK, TEAM_ROLES, not_admitted, person_in_reach
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.custody.outbox import announce
from waarborg.apps.people.facts import Facts, RepresentativeKind, changes_of
from waarborg.apps.people.models import Answer, Capacity, CapacityKind, Person, Representation
from waarborg.apps.reports.models import Report
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.events import Event
from waarborg.kernel.ids import CaseId, PersonId, ReportId
from waarborg.kernel.texts import Text

_KNOWING_ROLES: Final = TEAM_ROLES | {Role.CARE_COORDINATOR}


@act("person.add")
def add_person(
    *,
    actor: Actor,
    on: datetime,
    case: CaseId,
    called: str,
    capacities: Collection[CapacityKind],
    language: str = "",
    interpreter: Answer = Answer.UNKNOWN,
    contact: str = "",
    address: str = "",
    reporter_of: ReportId | None = None,
) -> Person | Refusal:
    """Add a human being to a case; the news is ``person.is_victim``, ``person.is_suspect``… (person, case).

    Args:
        actor: a detective, team leader or prosecutor of the case.
        on: when (aware).
        case: the case.
        called: a name, or the plain word that the team uses.
        capacities: what the person is in the case, one or several.
        language: BCP 47 tag of the language spoken best; empty is unknown.
        interpreter: whether one is needed.
        contact: how to reach the person safely.
        address: where letters go.
        reporter_of: their report; refused unless it gave a name or they are known to ``actor``; the link is not kept.
    """
    refused = not_admitted(actor=actor, case=case, roles=TEAM_ROLES)
    refused = refused or (PERSON_BLANK if not (called.strip() and capacities) else None)
    if refused is None and reporter_of is not None:
        refused = _still_hidden(actor, case, reporter_of)
    if refused:
        return refused
    person = Person(id=PersonId.new(), case=case, language=language, interpreter=interpreter, added_at=on)
    opening = enter(person.pk, case, scope=case, detail={"capacities": " ".join(sorted(capacities))})
    opening.seal(person, "called", called)
    opening.seal(person, "contact", contact)
    opening.seal(person, "address", address)
    person.save(force_insert=True)
    for kind in sorted(set(capacities)):
        give_capacity(person, kind, actor=actor, on=on)
    return person


@act("person.add_capacity")
def add_capacity(*, actor: Actor, on: datetime, person: PersonId, kind: CapacityKind) -> Person | Refusal:
    """Say that a person of the case is also something else in it."""
    found = person_in_reach(actor=actor, person=person, roles=TEAM_ROLES)
    if isinstance(found, Refusal):
        return found
    if not give_capacity(found, kind, actor=actor, on=on):
        return NOTHING_TO_CHANGE
    enter(person, found.case, scope=found.scope, detail={"capacity": kind})
    return found


def give_capacity(person: Person, kind: CapacityKind, *, actor: Actor, on: datetime) -> bool:
    """Let a person be ``kind`` from today, and tell; part of an act, which enters it. False: it was so already."""
    _, new = Capacity.objects.get_or_create(person=person, kind=kind, defaults={"since": day_of(on)})
    if new:
        announce(Event(name=f"person.is_{kind}", subjects=(person.pk, person.case), at=on, by=actor.id))
    return new


@act("person.state_facts")
def state_facts(*, actor: Actor, on: datetime, person: PersonId, facts: Facts, reason: str = "") -> Person | Refusal:
    """Say what is known of a person; ``person.facts_changed``, for ``believed_child`` also ``person.age_changed``.

    Args:
        actor: staff who work on the case.
        on: when (aware).
        person: the person.
        facts: what is stated; the rest stays as it is.
        reason: why; needed where protection ends, and to say whether somebody is believed to be a child.
    """
    found = person_in_reach(actor=actor, person=person, roles=_KNOWING_ROLES)
    if isinstance(found, Refusal):
        return found
    found = Person.objects.select_for_update().get(pk=person)
    changes = changes_of(found, facts)
    if not changes:
        return NOTHING_TO_CHANGE
    if not reason.strip() and any(change.asks_why for change in changes):
        return PROTECTION_UNEXPLAINED
    detail = {change.fact: f"{change.before} > {change.after}" for change in changes}
    opening = enter(person, found.case, scope=found.scope, detail={**detail, "reason": reason})
    for change in changes:
        change.make(found)
    if any(change.fact == "believed_child" for change in changes):
        opening.seal(found, "believed_child_reason", reason)
        announce(Event(name="person.age_changed", subjects=(person, found.case), at=on, by=actor.id))
    found.save()
    announce(Event(name="person.facts_changed", subjects=(person, found.case), at=on, by=actor.id))
    return found


@act("person.state_reach")
def state_reach(
    *,
    actor: Actor,
    on: datetime,
    person: PersonId,
    called: str | None = None,
    contact: str | None = None,
    address: str | None = None,
) -> Person | Refusal:
    """Say what a person is called, how to reach them safely, and where letters go; None leaves it as it is.

    A victim may change the own contact and address: the choice of address is theirs.
    """
    found = person_in_reach(actor=actor, person=person, roles=_KNOWING_ROLES | {Role.VICTIM})
    if isinstance(found, Refusal):
        return found
    stated = {"called": called, "contact": contact, "address": address}
    changed = {name: text for name, text in stated.items() if text is not None}
    if not changed:
        return NOTHING_TO_CHANGE
    if "called" in changed and (not called or not called.strip() or not actor.roles & _KNOWING_ROLES):
        return PERSON_BLANK
    found = Person.objects.select_for_update().get(pk=person)
    opening = enter(person, found.case, scope=found.scope, detail={"changed": " ".join(sorted(changed))})
    for name, text in changed.items():
        opening.seal(found, name, text)
    found.save(update_fields=list(changed))
    announce(Event(name="person.reach_changed", subjects=(person, found.case), at=on, by=actor.id))
    return found


@act("person.represent")
def represent(
    *, actor: Actor, on: datetime, person: PersonId, representative: PersonId, kind: RepresentativeKind
) -> Representation | Refusal:
    """Let a person of the case act for a victim of it (*wettelijk vertegenwoordiger*); never a suspect (law: conflict).

    Whoever becomes a suspect later stays on file and gets no notices any more (``queries.notice_recipients``).
    """
    found = person_in_reach(actor=actor, person=person, roles=TEAM_ROLES)
    if isinstance(found, Refusal):
        return found
    other = Person.objects.filter(pk=representative, case=found.case).exclude(pk=person).first()
    if other is None or not found.capacities.filter(kind=CapacityKind.VICTIM).exists():
        return NOT_REPRESENTABLE
    if other.capacities.filter(kind=CapacityKind.SUSPECT).exists():
        return replace(SUSPECT_REPRESENTS, subjects=(person, representative, found.case))
    if Representation.objects.filter(person=found, representative=other, until=None).exists():
        return NOTHING_TO_CHANGE
    given = Representation.objects.create(person=found, representative=other, kind=kind, since=day_of(on))
    enter(person, representative, found.case, scope=found.scope, detail={"kind": kind})
    give_capacity(other, CapacityKind.REPRESENTATIVE, actor=actor, on=on)
    announce(Event(name="person.represented", subjects=(person, representative, found.case), at=on, by=actor.id))
    return given


@act("person.end_representation")
def end_representation(
    *, actor: Actor, on: datetime, person: PersonId, representative: PersonId, reason: str
) -> Representation | Refusal:
    """End that somebody acts for a victim; the news ``person.representation_ended`` (victim, representative, case)."""
    found = person_in_reach(actor=actor, person=person, roles=TEAM_ROLES)
    if isinstance(found, Refusal):
        return found
    given = Representation.objects.filter(person=found, representative=representative, until=None).first()
    if given is None or not reason.strip():
        return NOTHING_TO_CHANGE if given is None else REASON_BLANK
    given.until = day_of(on)
    given.save(update_fields=["until"])
    about = (person, representative, found.case)
    enter(*about, scope=found.scope, detail={"reason": reason})
    announce(Event(name="person.representation_ended", subjects=about, at=on, by=actor.id))
    return given


def _still_hidden(actor: Actor, case: CaseId, report: ReportId) -> Refusal | None:
    """Why the writer of a report stays unknown to this actor and case, or None where they gave a name or chose."""
    found = Report.objects.filter(pk=report, case=case).first()
    known = found is not None and (found.named or found.known_to == actor.id)
    return None if known else replace(REPORTER_HIDDEN, subjects=(case,))


_ASK: Final = REASON_BLANK.ask
_NO_REPRESENTATIVE: Final = Text(en="No representative was added.", nl="Er is geen vertegenwoordiger toegevoegd.")

PERSON_BLANK: Final = Refusal(
    code="person.blank",
    what=Text(en="The person was not entered.", nl="De persoon is niet vastgelegd."),
    why=Text(en="A name, or what the person is here, is missing.", nl="Een naam of de rol in de zaak ontbreekt."),
    instead=Text(en="A plain word will do, such as the driver.", nl="Een gewoon woord mag, zoals de chauffeur."),
    ask=_ASK,
)
REPORTER_HIDDEN: Final = Refusal(
    code="person.reporter_hidden",
    what=Text(en="The person was not added.", nl="De persoon is niet toegevoegd."),
    why=Text(en="Who reported did not choose to be known to you.", nl="Wie meldde, wil bij u niet bekend zijn."),
    instead=Text(en="You can ask it through the mailbox.", nl="U kunt het vragen via het postvak."),
    ask=Text(en="Ask the officer of the door.", nl="Vraag het de medewerker van het loket."),
    on_record=True,
)
PROTECTION_UNEXPLAINED: Final = Refusal(
    code="person.protection_unexplained",
    what=Text(en="The facts stay as they were.", nl="De gegevens blijven zoals ze waren."),
    why=Text(en="This changes how we protect. It does not say why.", nl="De bescherming wijzigt. De reden ontbreekt."),
    instead=Text(en="Write the reason. Or leave it in doubt.", nl="Schrijf de reden. Of laat het bij twijfel."),
    ask=_ASK,
)
NOT_REPRESENTABLE: Final = Refusal(
    code="person.not_representable",
    what=_NO_REPRESENTATIVE,
    why=Text(en="Only another person of the case acts for a victim.", nl="Dat kan alleen een ander uit dezelfde zaak."),
    instead=Text(en="Add the person to the case first.", nl="Voeg de persoon eerst toe aan de zaak."),
    ask=_ASK,
)
SUSPECT_REPRESENTS: Final = Refusal(
    code="person.suspect_represents",
    what=_NO_REPRESENTATIVE,
    why=Text(en="This person is a suspect in the case.", nl="Deze persoon is verdachte in de zaak."),
    instead=Text(en="Ask the court to appoint somebody else.", nl="Vraag de rechter iemand anders te benoemen."),
    ask=Text(en="Ask the prosecutor of the case.", nl="Vraag het de officier van de zaak."),
    on_record=True,
)
