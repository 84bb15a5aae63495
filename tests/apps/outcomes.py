"""An invented case on its way to an outcome: a victim who was met, a suspect with a charge, and who works on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.apps.cases.acting import NOON, case_by, detective, done, person_in, prosecutor, staff
from waarborg.apps.cases import access, age_statements, charges, life, persons, roads
from waarborg.apps.cases.models import Case, Charge
from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.decisions import judging, prosecuting
from waarborg.apps.decisions.complaining import ComplaintTerm
from waarborg.apps.decisions.models import Decision, DismissalGround
from waarborg.apps.decisions.queries import term_of_complaint
from waarborg.apps.people.facts import RepresentativeKind
from waarborg.apps.people.models import CapacityKind
from waarborg.apps.rights.models import Notice
from waarborg.apps.support.models import Support
from waarborg.kernel.actors import Actor, Role, Service
from waarborg.kernel.ids import AccountId, CaseId, ChargeId, DecisionId, NoticeId, PersonId

#: An explanation that a person can read.
WHY = "There is too little proof: only one account, and the law asks for more than that."


@dataclass(frozen=True, kw_only=True)
class Road:
    """The case and its people."""

    case: CaseId
    victim: PersonId
    suspect: PersonId
    charge: ChargeId
    detective: Actor
    prosecutor: Actor
    coordinator: Actor

    def reading(self, *others: PersonId, on: datetime = NOON) -> Opening:
        """The opening of somebody who reads the case."""
        return done(
            access.open_case(
                actor=self.detective, on=on, case=self.case, what="case.read", persons=(self.victim, *others)
            )
        )


def later(**passed: float) -> datetime:
    """So long after the first contact."""
    return NOON + timedelta(**passed)


def colleague(road: Road, *roles: Role, service: Service | None = Service.AVIM) -> Actor:
    """Somebody else who needs to know the case."""
    actor = staff(*roles, service=service)
    leader = _leader(road.case, road.prosecutor)
    done(access.grant_need(actor=leader, on=NOON, case=road.case, account=actor.id, reason="works on it"))
    return actor


def _leader(case: CaseId, actor: Actor) -> Actor:
    """The prosecutor may bring in everybody."""
    assert actor.has(Role.PROSECUTOR), case
    return actor


def portal(road: Road, role: Role = Role.VICTIM, *persons: PersonId) -> Actor:
    """A portal account of the victim, or for the persons named."""
    return Actor(id=AccountId.new(), roles=frozenset({role}), persons=frozenset(persons or (road.victim,)))


def new_road(*, heard: bool = True) -> Road:
    """A case with one victim, met today, and one suspect; ``heard`` hands the news of it to the listeners."""
    officer, director = detective(), prosecutor()
    case: Case = case_by(officer)
    key = CaseId(case.pk)
    done(access.assign_prosecutor(actor=officer, on=NOON, case=key, account=director.id))
    carer = staff(Role.CARE_COORDINATOR, service=Service.CARE)
    done(access.grant_need(actor=officer, on=NOON, case=key, account=carer.id, reason="care"))
    victim = PersonId(person_in(case, officer).pk)
    suspect = PersonId(person_in(case, officer, CapacityKind.SUSPECT, called="B.").pk)
    done(roads.make_first_contact(actor=officer, on=NOON, person=victim))
    done(life.start_investigation(actor=officer, on=NOON, case=key))
    charge: Charge = done(charges.suspect(actor=officer, on=NOON, person=suspect, offence="art. 273f"))
    if heard:
        deliver_pending(on=NOON)
    return Road(
        case=key,
        victim=victim,
        suspect=suspect,
        charge=ChargeId(charge.pk),
        detective=officer,
        prosecutor=director,
        coordinator=carer,
    )


def another_victim(road: Road, called: str = "Mila") -> PersonId:
    """A second victim of the case, met too."""
    case = Case.objects.get(pk=road.case)
    person = PersonId(person_in(case, road.detective, called=called).pk)
    done(roads.make_first_contact(actor=road.detective, on=NOON, person=person))
    deliver_pending(on=NOON)
    return person


def another_charge(road: Road, *, trafficking: bool = True) -> ChargeId:
    """A second charge, against another suspect."""
    case = Case.objects.get(pk=road.case)
    suspect = PersonId(person_in(case, road.detective, CapacityKind.SUSPECT, called="C.").pk)
    charge = done(
        charges.suspect(actor=road.detective, on=NOON, person=suspect, offence="art. 273f", trafficking=trafficking)
    )
    return ChargeId(charge.pk)


def aged(road: Road, person: PersonId, low: int | None, high: int | None) -> None:
    """One source says how old somebody is."""
    done(
        age_statements.state_age(
            actor=road.detective, on=NOON, person=person, source="papers", low=low, high=high, speaks_of=None
        )
    )


def guardian(road: Road, child: PersonId, *, suspect: bool = False) -> PersonId:
    """Somebody who acts for ``child``; a suspect from then on, if so."""
    case = Case.objects.get(pk=road.case)
    person = PersonId(person_in(case, road.detective, CapacityKind.REPRESENTATIVE, called="G.").pk)
    done(
        persons.represent(
            actor=road.detective,
            on=NOON,
            person=child,
            representative=person,
            kind=RepresentativeKind.GUARDIAN,
        )
    )
    if suspect:
        done(charges.suspect(actor=road.detective, on=NOON, person=person, offence="art. 273f"))
    return person


def prosecuted(road: Road, on: datetime = NOON, charge: ChargeId | None = None) -> DecisionId:
    """The suspect goes to court."""
    made = done(prosecuting.prosecute(actor=road.prosecutor, on=on, charge=charge or road.charge, explanation=WHY))
    return DecisionId(made.pk)


def dismissed(road: Road, on: datetime = NOON, charge: ChargeId | None = None) -> DecisionId:
    """The prosecutor stops against the suspect."""
    made: Decision = done(
        prosecuting.dismiss(
            actor=road.prosecutor,
            on=on,
            charge=charge or road.charge,
            ground=DismissalGround.EVIDENCE,
            explanation=WHY,
        )
    )
    return DecisionId(made.pk)


def acquitted(road: Road, on: datetime = NOON) -> DecisionId:
    """The court says not guilty."""
    made = done(judging.acquit(actor=road.prosecutor, on=on, charge=road.charge, explanation=WHY, decided_on=on.date()))
    return DecisionId(made.pk)


def notice(road: Road, about: str, person: PersonId | None = None) -> NoticeId:
    """The latest notice of a kind for the victim."""
    row = Notice.objects.filter(person=person or road.victim, about=about).order_by("-known_at").first()
    assert row is not None, about
    return NoticeId(row.pk)


def support_of(road: Road, person: PersonId | None = None) -> Support:
    """The victim's support as it stands in the database."""
    return Support.objects.get(person=person or road.victim)


def term_of(road: Road, decision: DecisionId) -> ComplaintTerm:
    """The victim's term to complain about a decision, as the victim reads it."""
    term = term_of_complaint(actor=portal(road), decision=decision, person=road.victim)
    assert term is not None
    return term
