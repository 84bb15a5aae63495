"""What would follow from a decision that nobody signed yet: what moves, who must be told what, reviews, complaints.

Invariant: it is read from the same tables and sentences as the acts use, so what was shown is what is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from waarborg.apps.cases.access import not_admitted
from waarborg.apps.cases.queries import notice_recipients
from waarborg.apps.custody.keys import Opening
from waarborg.apps.decisions.complaining import COMPLAINED_OF, ComplaintTerm, complaint_term
from waarborg.apps.decisions.keeping import REVIEWED_AFTER, STEP_OF
from waarborg.apps.decisions.models import DecisionKind
from waarborg.apps.decisions.moving import Movement, SchemeView
from waarborg.apps.decisions.queries import what_would_move
from waarborg.apps.people.models import Answer, CapacityKind, Person
from waarborg.apps.rights.noticing import end_of, kept_text, read_text, still_to_make, wanted, what_to_tell
from waarborg.kernel.actors import Actor
from waarborg.kernel.clock import day_of
from waarborg.kernel.ids import CaseId, ChargeId, PersonId
from waarborg.kernel.texts import Text
from waarborg.law import shapes


@dataclass(frozen=True, slots=True, kw_only=True)
class Getting:
    """Somebody who would get a notice."""

    person: PersonId
    called: str
    #: BCP 47 tag; empty is unknown.
    language: str
    #: Where letters go, by the person's own choice; empty is not known.
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One notice that would be due."""

    about: shapes.Notice
    #: Whom it is about.
    person: PersonId
    called: str
    #: Whether this person wants such news; None is not asked yet, and then it is told.
    wants: bool | None
    #: Empty where nobody may get it: a representative must be appointed first.
    recipients: tuple[Getting, ...]
    #: None for at once.
    due_by: datetime | None
    #: As it would be kept; None where this person wants none of it.
    text: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What would follow."""

    #: What opens or closes first, then what stays.
    moves: tuple[SchemeView, ...]
    tellings: tuple[Telling, ...]
    #: Whose support would be looked at again, by what they are called.
    reviews: tuple[str, ...]
    #: For a decision that stops something: basis, start and end of a complaint.
    complaint: ComplaintTerm | None


def foreseen(
    *,
    actor: Actor,
    on: datetime,
    case: CaseId,
    kind: DecisionKind,
    opening: Opening,
    charge: ChargeId | None = None,
    served: Answer = Answer.UNKNOWN,
    words: tuple[Text, ...] = (),
) -> Foreseen:
    """What would follow from a decision; all of it empty for who may not see the case.

    Args:
        actor: who is about to decide.
        on: when (aware); terms would run from here.
        case: the case.
        kind: what would be decided.
        opening: of this case.
        charge: about which charge; None for the case as a whole.
        served: for a dismissal, whether the suspect was served.
        words: what the notices say beside the law's own sentences.
    """
    if not_admitted(actor=actor, case=case):
        return Foreseen(moves=(), tellings=(), reviews=(), complaint=None)
    moves = what_would_move(actor=actor, case=case, kind=kind, charge=charge, on=on)
    victims = Person.objects.filter(case=case, capacities__kind=CapacityKind.VICTIM).order_by("added_at", "pk")
    complained_of = kind in COMPLAINED_OF
    step = STEP_OF.get(kind)
    would = still_to_make(case=case, step=step, event="") if step else ()
    return Foreseen(
        moves=tuple(sorted(moves, key=lambda move: move.movement is Movement.STAYS)),
        tellings=tuple(_telling(person, about, on, opening, words) for person, about in would),
        reviews=tuple(opening.read(person, "called") for person in victims) if kind in REVIEWED_AFTER else (),
        complaint=complaint_term(served=served, heard_on=None, final=False) if complained_of else None,
    )


def _telling(person: Person, about: shapes.Notice, on: datetime, opening: Opening, words: tuple[Text, ...]) -> Telling:
    wants = wanted(person)
    told = what_to_tell(about, wants)
    text = kept_text(told, words if told == about.tell else ())
    return Telling(
        about=about,
        person=PersonId(person.pk),
        called=opening.read(person, "called"),
        wants=wants,
        recipients=tuple(
            Getting(
                person=PersonId(other.pk),
                called=opening.read(other, "called"),
                language=other.language or person.language,
                address=opening.read(other, "address"),
            )
            for other in notice_recipients(person, on=day_of(on), opening=opening)
        ),
        due_by=end_of(about.term, on),
        text=read_text(text) if told else None,
    )
