"""Case 4, *Her no*: an adult who says no to a report; the case goes on without her, and support goes on after it."""

from __future__ import annotations

from waarborg.apps.cases import age_statements, charges, life, opening, persons, roads
from waarborg.apps.cases.models import Case, Origin
from waarborg.apps.decisions import judging, prosecuting
from waarborg.apps.interviews.kinds import InterviewKind
from waarborg.apps.people.facts import Facts
from waarborg.apps.people.models import Answer, CapacityKind
from waarborg.apps.signals import resting
from waarborg.apps.signals.models import ProofKind
from waarborg.apps.support import ending
from waarborg.apps.support.models import WhyEnd
from waarborg.deploy.seeding import caring, hearing
from waarborg.deploy.seeding.days import Days, done
from waarborg.deploy.seeding.hearing import Hearing
from waarborg.deploy.seeding.portal import open_portal
from waarborg.deploy.seeding.staff import Staff
from waarborg.deploy.seeding.teaming import add, team_up
from waarborg.deploy.seeding.telling import tell_all
from waarborg.kernel.actors import Role
from waarborg.kernel.errors import Fault, Refusal
from waarborg.kernel.ids import CaseId, ChargeId, PersonId


def her_no(days: Days, staff: Staff) -> Case:
    """Tell the case from day −200 to today."""
    officer = staff["dewit"]
    case = done(
        opening.open_case(
            actor=officer,
            on=days.at(-200, 14),
            origin=Origin.NOTIFICATION,
            title="Flat",
            region="Rotterdam",
            summary="A neighbour hears crying at night. A woman opens the door and says that she may not leave.",
            exploitation=(opening.Exploitation.SEXUAL,),
        )
    )
    key = CaseId(case.pk)
    team_up(staff, key, by="dewit", on=days.at(-200, 15), with_=("visser",))
    done(life.start_investigation(actor=officer, on=days.at(-199, 18), case=key))
    ioana = _met(days, staff, key)
    charge = _without_her(days, staff, key, ioana)
    _acquitted(days, staff, charge, ioana)
    return case


def _met(days: Days, staff: Staff, case: CaseId) -> PersonId:
    """Days −200 to −110: rights, shelter, time to think, and her no."""
    officer, on = staff["dewit"], days.at(-200, 16)
    ioana = add(
        officer,
        case,
        "Ioana",
        CapacityKind.VICTIM,
        on=on,
        language="ro",
        interpreter=Answer.YES,
        contact="Only through her lawyer.",
    )
    done(persons.state_facts(actor=officer, on=on, person=ioana, facts=Facts(lawful_stay=Answer.NO)))
    done(age_statements.state_age(actor=officer, on=on, person=ioana, source="identity card", born="1994-03-08"))
    done(roads.make_first_contact(actor=officer, on=on, person=ioana))
    told = "Told in Romanian by telephone interpreter, with the leaflet."
    tell_all(by=officer, on=days.at(-200, 17), person=ioana, evidence=told)
    caring.care_for(
        staff["kaya"],
        ioana,
        on=days.at(-199, 19),
        needs="A safe door, a doctor she can trust, and her sister's telephone number.",
        shelter="A place in the women's shelter, address kept secret.",
    )
    talk = Hearing(
        person=ioana,
        kind=InterviewKind.INFORMATIVE,
        begins=days.at(-197, 11),
        minutes=30,
        asks=("dewit", "visser"),
        room="Rotterdam 4",
        video=False,
        interpreter="Romanian, sworn",
        topics=hearing.INFORMED,
        consulted="bos",
        said=hearing.SAID_FIRST,
    )
    hearing.whole(talk, staff, by=officer, planned=days.at(-200, 18))
    done(roads.offer_reflection(actor=officer, on=days.at(-197, 12), person=ioana))
    done(roads.accept_reflection(actor=officer, on=days.at(-197, 12, 10), person=ioana, in_detention=False))
    open_portal(officer, ioana, Role.VICTIM, "ioana", on=days.at(-197, 13))
    tell_all(by=officer, on=days.at(-196, 15), person=ioana, evidence=told)
    no = "She does not want to speak about it in a court."
    done(roads.decline(actor=officer, on=days.at(-110, 14), person=ioana, reason=no))
    tell_all(by=officer, on=days.at(-110, 15), person=ioana, evidence=told)
    return ioana


def _without_her(days: Days, staff: Staff, case: CaseId, ioana: PersonId) -> ChargeId:
    """Days −108 to −70: the prosecutor goes on; other proof is what the case rests on."""
    officer, on = staff["dewit"], days.at(-108, 9)
    suspect = add(officer, case, "Landlord", CapacityKind.SUSPECT, on=on)
    offence = "Profiting from somebody who is forced to have sex (article 273f of the Criminal Code)"
    charge = ChargeId(done(charges.suspect(actor=officer, on=on, person=suspect, offence=offence)).pk)
    for element, kind, source in (
        ("act", ProofKind.OBSERVATION, "Two neighbours saw visitors and a man who counted money"),
        ("act", ProofKind.DIGITAL, "Advertisements that were placed from his telephone"),
        ("aim", ProofKind.FINANCIAL, "Cash deposits on the mornings after"),
    ):
        done(
            resting.add_proof(actor=officer, on=days.at(-95), charge=charge, element=element, kind=kind, source=source)
        )
    words = "We take this person to court with other proof. You do not have to speak."
    done(prosecuting.prosecute(actor=staff["bos"], on=days.at(-70, 11), charge=charge, explanation=words))
    tell_all(by=staff["dekker"], on=days.at(-68, 10), person=ioana, evidence="Letter in Romanian, through her lawyer.")
    return charge


def _acquitted(days: Days, staff: Staff, charge: ChargeId, ioana: PersonId) -> None:
    """Days −30 and −29: not guilty; support is looked at again, and nobody can close it because of that."""
    done(
        judging.acquit(
            actor=staff["dekker"],
            on=days.at(-30, 11),
            charge=charge,
            explanation="The court says: not guilty. There was not enough proof for the judges. That does not mean "
            "that it did not happen to you.",
            decided_on=days.on(-30),
        )
    )
    tell_all(by=staff["dekker"], on=days.at(-29, 15), person=ioana, evidence="Letter in Romanian, and read out to her.")
    refused = ending.end_support(
        actor=staff["dewit"],
        on=days.at(-29, 16),
        person=ioana,
        because=WhyEnd.CASE_ENDED,
        words="The court case has ended.",
    )
    if not isinstance(refused, Refusal):
        message = "support was ended because a case ended"
        raise Fault(message)
