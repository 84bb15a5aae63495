"""Invented people on the portal: a case with its team, told up to a point by running the acts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape

from django.test import Client

from tests.apps.cases.acting import done, staff
from tests.apps.interviews.holding_them import World, admit, day, present, room, world
from tests.faces.signing import Answer as Page
from tests.faces.signing import member, signed_in
from waarborg.apps.cases import charges, life, persons, roads
from waarborg.apps.cases.models import Charge
from waarborg.apps.custody.models import Entry, Outcome
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.custody.queries import entries_about
from waarborg.apps.decisions import judging, prosecuting
from waarborg.apps.decisions.models import Decision, DismissalGround
from waarborg.apps.interviews.kinds import InterviewKind, RoomKind
from waarborg.apps.people.facts import Facts
from waarborg.apps.people.models import Account, Answer, CapacityKind, Site
from waarborg.apps.people.queries import actor_for
from waarborg.apps.rights import telling
from waarborg.apps.rights.models import Notice, NoticeState
from waarborg.apps.support import opening as caring
from waarborg.apps.support import steps
from waarborg.apps.support.models import SupportStepKind
from waarborg.kernel.actors import Actor, Role, Service
from waarborg.kernel.clock import day_of
from waarborg.kernel.ids import CaseId, ChargeId, DecisionId, NoticeId, PersonId

#: A reason that a person can read.
WHY = "There was not enough proof for the judges, and the law asks for more than one account."


@dataclass(kw_only=True)
class Story:
    """A case with its people; every step is an act."""

    world: World
    carer: Actor
    suspect: PersonId
    charge: ChargeId
    accounts: dict[str, Account] = field(default_factory=dict)

    @property
    def case(self) -> CaseId:
        return CaseId(self.world.case.pk)

    @property
    def person(self) -> PersonId:
        return self.world.person

    def account(self, role: Role = Role.VICTIM, *who: PersonId, username: str = "") -> Account:
        """A portal account of the person, or one that acts for ``who``."""
        return member(role, site=Site.PORTAL, persons=who or (self.person,), username=username)

    def browser(self, role: Role = Role.VICTIM, *who: PersonId) -> Client:
        """Somebody signed in on the portal."""
        return signed_in(self.account(role, *who))

    def actor(self, role: Role = Role.VICTIM, *who: PersonId) -> Actor:
        """The same, for calling acts."""
        return actor_for(self.account(role, *who))

    def dismiss(self, on: datetime) -> DecisionId:
        made: Decision = done(
            prosecuting.dismiss(
                actor=self.world.prosecutor, on=on, charge=self.charge, ground=DismissalGround.EVIDENCE, explanation=WHY
            )
        )
        return DecisionId(made.pk)

    def prosecute(self, on: datetime) -> DecisionId:
        made = done(prosecuting.prosecute(actor=self.world.prosecutor, on=on, charge=self.charge, explanation=WHY))
        return DecisionId(made.pk)

    def acquit(self, on: datetime) -> DecisionId:
        made = done(
            judging.acquit(
                actor=self.world.prosecutor, on=on, charge=self.charge, explanation=WHY, decided_on=day_of(on)
            )
        )
        return DecisionId(made.pk)

    def convict(self, on: datetime) -> DecisionId:
        made = done(
            judging.convict(
                actor=self.world.prosecutor,
                on=on,
                charge=self.charge,
                explanation=WHY,
                convicted_of="art. 273f",
                decided_on=day_of(on),
                compensation=None,
            )
        )
        return DecisionId(made.pk)

    def notice(self, about: str) -> NoticeId:
        """The last notice of a kind for the person."""
        row = Notice.objects.filter(person=self.person, about=about).order_by("-known_at").first()
        assert row is not None, about
        return NoticeId(row.pk)

    def send(self, about: str, on: datetime, to: PersonId | None = None) -> NoticeId:
        """Send a notice to the person, who has not confirmed it."""
        pk = self.notice(about)
        done(telling.send(actor=self.world.prosecutor, on=on, notice=pk, recipient=to or self.person, way="The portal"))
        return pk

    def tell_all(self, on: datetime) -> None:
        """Tell everything that is due, by voice or in writing, and understood."""
        for row in Notice.objects.filter(person=self.person, state=NoticeState.DUE):
            pk = NoticeId(row.pk)
            if row.form != "oral":
                done(telling.send(actor=self.world.prosecutor, on=on, notice=pk, recipient=self.person, way="Letter"))
            done(
                telling.tell(
                    actor=self.world.prosecutor,
                    on=on,
                    notice=pk,
                    recipient=self.person,
                    by_voice=row.form != "written",
                    evidence="Told with an interpreter.",
                    understood=Answer.YES,
                )
            )


def story(born: str | None = "1994-03-08") -> Story:
    """Day -119: the first contact; support with a coordinator; somebody is suspected."""
    made = world(born)
    case, officer = made.case, made.asker
    carer = staff(Role.CARE_COORDINATOR, service=Service.CARE)
    admit(case, carer, officer, on=day(-119))
    key = CaseId(case.pk)
    facts = Facts(language="ro", interpreter=Answer.YES, lawful_stay=Answer.NO)
    done(persons.state_facts(actor=officer, on=day(-119), person=made.person, facts=facts))
    done(life.start_investigation(actor=officer, on=day(-118), case=key))
    deliver_pending(on=day(-118))
    done(caring.assign_coordinator(actor=carer, on=day(-118), person=made.person, coordinator=carer.id))
    suspect = PersonId(
        done(
            persons.add_person(
                actor=officer, on=day(-117), case=key, called="Landlord", capacities=(CapacityKind.SUSPECT,)
            )
        ).pk
    )
    charge: Charge = done(charges.suspect(actor=officer, on=day(-117), person=suspect, offence="art. 273f"))
    return Story(world=made, carer=carer, suspect=suspect, charge=ChargeId(charge.pk))


def after_an_acquittal() -> Story:
    """Her no, a court case without her, and not guilty; a talk about support is planned."""
    told = story()
    told.world.informed(-112)
    officer = told.world.asker
    done(roads.decline(actor=officer, on=day(-100), person=told.person, reason="Not in a court."))
    told.prosecute(day(-60))
    deliver_pending(on=day(-60))
    told.tell_all(day(-58))
    told.acquit(day(-30))
    told.send("acquittal", day(-29))
    done(
        steps.note_step(
            actor=told.carer,
            on=day(-20),
            person=told.person,
            kind=SupportStepKind.TALK,
            words="By telephone. An interpreter for Romanian is on the line.",
            planned_for=day(3, 10),
        )
    )
    return told


def before_an_interview() -> Story:
    """A young person, heard once, whose second interview has other people; one asked for leave and got it."""
    told = story(born="2010-05-03")
    officer = told.world.asker
    told.world.informed(-112)
    aunt = PersonId(
        done(
            persons.add_person(
                actor=officer, on=day(-111), case=told.case, called="Aunt Sara", capacities=(CapacityKind.COMPANION,)
            )
        ).pk
    )
    first = told.world.planned(day(-105), companion=present(aunt), interpreter="Tigrinya, sworn")
    told.world.closed(first, day(-105))
    told.world.planned(
        day(2),
        kind=InterviewKind.FURTHER,
        topics=frozenset({"money"}),
        need="Where the money went.",
        interpreter="Tigrinya, sworn",
        room=room(RoomKind.ADAPTED).pk,
    )
    deliver_pending(on=day(-104))
    told.tell_all(day(-103))
    return told


def words(response: Page) -> str:
    """The words of a page, without its marks and with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", response.content.decode())).split())


def tried(subject: str) -> Entry:
    """The last refused try that the ledger has about ``subject``."""
    found = entries_about(subject).filter(outcome=Outcome.REFUSED).first()
    assert found is not None, subject
    return found
