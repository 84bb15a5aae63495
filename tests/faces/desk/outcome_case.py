"""An invented case on its way to an outcome, as the desk shows it: made by running the acts, on a fixed clock."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.test import override_settings

from tests.apps.cases.acting import done
from tests.apps.outcomes import Road, aged, another_charge, another_victim, colleague, dismissed, new_road
from waarborg.apps.cases import persons
from waarborg.apps.decisions import complaining, detaining
from waarborg.apps.decisions.models import DetentionKind
from waarborg.apps.people.facts import Facts
from waarborg.apps.people.models import Account, Answer
from waarborg.apps.rights import exercising, telling
from waarborg.apps.rights.models import Notice
from waarborg.apps.signals import looking, resting
from waarborg.apps.signals.models import IndicatorState, Proof, ProofKind
from waarborg.apps.support import opening, steps
from waarborg.apps.support.models import SupportStepKind
from waarborg.kernel.actors import Actor, Role, Service
from waarborg.kernel.clock import moment_on
from waarborg.kernel.ids import ChargeId, ComplaintId, DecisionId, NoticeId, PersonId, ProofId

#: The day on which the tests look: three weeks after the first contact.
TODAY = date(2026, 8, 24)
NOW = moment_on(TODAY, 10, 5)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A case with two suspects, of whom one case was stopped, and two victims."""

    road: Road
    second: PersonId
    #: Against whom the case was stopped.
    stopped: ChargeId
    decision: DecisionId
    complaint: ComplaintId
    proof: ProofId
    #: Of an escape, within the hour.
    escape: NoticeId
    leader: Actor


@contextmanager
def at(moment: datetime = NOW) -> Iterator[None]:
    """Let the clock of the desk stand at ``moment``."""
    with override_settings(INSTALLATION=dataclasses.replace(settings.INSTALLATION, clock=lambda: moment)):
        yield


def outcome() -> Outcome:
    """The case, with something on every page."""
    road = new_road()
    _people(road)
    second = another_victim(road)
    stopped = another_charge(road)
    proof = _proved(road, stopped)
    _looked(road)
    decision = dismissed(road, on=NOW - timedelta(days=4), charge=stopped)
    complaint = done(
        complaining.file_complaint(
            actor=road.detective,
            on=NOW - timedelta(days=2),
            decision=decision,
            person=road.victim,
            filed_on=TODAY - timedelta(days=2),
            words="He was there every evening. He took the money.",
        )
    )
    _supported(road)
    _used(road)
    return Outcome(
        road=road,
        second=second,
        stopped=stopped,
        decision=decision,
        complaint=ComplaintId(complaint.pk),
        proof=proof,
        escape=_escaped(road),
        leader=colleague(road, Role.TEAM_LEADER),
    )


def _people(road: Road) -> None:
    """Names, languages and a safe way to reach them."""
    on = NOW - timedelta(days=20)
    Account.objects.filter(pk=road.prosecutor.id).update(name="H. Bos", service=Service.PROSECUTION_SERVICE)
    Account.objects.filter(pk=road.detective.id).update(name="M. de Wit", service=Service.AVIM)
    Account.objects.filter(pk=road.coordinator.id).update(name="S. Aydin", service=Service.CARE)
    for person, called in ((road.victim, "Yonas"), (road.suspect, "Suspect A")):
        done(persons.state_reach(actor=road.detective, on=on, person=person, called=called))
    done(
        persons.state_reach(
            actor=road.detective,
            on=on,
            person=road.victim,
            contact="Through the guardian, after four",
            address="PO box 12",
        )
    )
    done(persons.state_facts(actor=road.detective, on=on, person=road.victim, facts=Facts(language="ti"), reason=""))
    aged(road, road.victim, 16, 18)


def _proved(road: Road, stopped: ChargeId) -> ProofId:
    """One suspicion that rests on two sources, and one that hangs on one person's words."""
    on = NOW - timedelta(days=10)

    def add(charge: ChargeId, element: str, kind: ProofKind, source: str, whose: PersonId | None = None) -> Proof:
        return done(
            resting.add_proof(
                actor=road.detective,
                on=on,
                charge=charge,
                element=element,
                kind=kind,
                source=source,
                statement_of=whose,
            )
        )

    account = "His account: he was brought to a flat and could not leave"
    first = add(road.charge, "act", ProofKind.STATEMENT, account, road.victim)
    add(road.charge, "act", ProofKind.DIGITAL, "Messages on two telephones")
    add(road.charge, "aim", ProofKind.FINANCIAL, "Bank records, money moved every Friday")
    add(stopped, "act", ProofKind.STATEMENT, account, road.victim)
    gone = add(road.charge, "means", ProofKind.OBSERVATION, "A car on the wrong street")
    done(resting.withdraw_proof(actor=road.detective, on=on, proof=ProofId(gone.pk), reason="It was another car."))
    return ProofId(first.pk)


def _looked(road: Road) -> None:
    """Signs that were seen, and one that was looked for in vain."""
    for sign, state, note in (
        ("debt", IndicatorState.OBSERVED, "A list of debts in the flat, 9 August"),
        ("no_movement", IndicatorState.OBSERVED, "The door locks from the outside"),
        ("no_passport", IndicatorState.NOT_FOUND, "The passport was in his own bag"),
    ):
        done(
            looking.look_at(
                actor=road.detective,
                on=NOW - timedelta(days=12),
                case=road.case,
                indicator=sign,
                state=state,
                note=note,
            )
        )


def _supported(road: Road) -> None:
    """A coordinator, a shelter, and a talk that is planned."""
    on, carer = NOW - timedelta(days=15), road.coordinator
    done(opening.assign_coordinator(actor=carer, on=on, person=road.victim, coordinator=carer.id))
    shelter, talk = "A place for boys with a guardian", "About school and sleep, with the interpreter"
    done(steps.note_step(actor=carer, on=on, person=road.victim, kind=SupportStepKind.SHELTER, words=shelter))
    done(
        steps.note_step(
            actor=carer,
            on=on,
            person=road.victim,
            kind=SupportStepKind.TALK,
            words=talk,
            planned_for=NOW + timedelta(days=3),
        )
    )


def _used(road: Road) -> None:
    """Rights that were told, asked for, given and refused, and the first notice told."""
    on, who = NOW - timedelta(days=14), road.detective
    several = ("rights_statement", "interpreter", "lawyer", "person_of_choice")
    done(exercising.tell_rights(actor=who, on=on, person=road.victim, rights=several, words="In Tigrinya, on paper"))
    done(exercising.give_right(actor=who, on=on, person=road.victim, right="interpreter"))
    done(exercising.ask_right(actor=who, on=on, person=road.victim, right="person_of_choice", words="My aunt."))
    done(
        exercising.refuse_right(
            actor=who,
            on=on,
            person=road.victim,
            right="person_of_choice",
            ground="person_of_choice",
            reason="Your aunt may have to be a witness herself.",
        )
    )
    first = Notice.objects.get(person=road.victim, about="first_contact")
    done(
        telling.tell(
            actor=who,
            on=on,
            notice=NoticeId(first.pk),
            recipient=road.victim,
            by_voice=False,
            evidence="Handed over and read together with the interpreter",
            understood=Answer.YES,
        )
    )


def _escaped(road: Road) -> NoticeId:
    """The suspect escapes this morning."""
    done(
        detaining.record_detention(
            actor=road.prosecutor,
            on=NOW,
            suspect=road.suspect,
            kind=DetentionKind.ESCAPE,
            known_at=NOW - timedelta(minutes=20),
            words="He left the court building this morning.",
        )
    )
    return NoticeId(Notice.objects.get(person=road.victim, about="escape").pk)
