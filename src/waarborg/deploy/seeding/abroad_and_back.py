"""Case 5, *Crossing*: exploited abroad, dismissed there, ordered back by the court, and an escape at night."""

from __future__ import annotations

from waarborg.apps.cases import age_statements, charges, life, opening, persons, roads
from waarborg.apps.cases.models import Case, Origin
from waarborg.apps.decisions import complaining, detaining, investigating, prosecuting
from waarborg.apps.decisions.models import DetentionKind, DismissalGround
from waarborg.apps.people.facts import Facts
from waarborg.apps.people.models import Answer, CapacityKind
from waarborg.deploy.seeding import caring
from waarborg.deploy.seeding.days import Days, done
from waarborg.deploy.seeding.staff import Staff
from waarborg.deploy.seeding.teaming import add, team_up
from waarborg.deploy.seeding.telling import tell_all
from waarborg.kernel.ids import CaseId, ChargeId, ComplaintId, DecisionId, PersonId


def abroad_and_back(days: Days, staff: Staff) -> Case:
    """Tell the case from day −160 to today."""
    officer = staff["dewit"]
    case = done(
        opening.open_case(
            actor=officer,
            on=days.at(-160, 10),
            origin=Origin.NOTIFICATION,
            title="Crossing",
            region="Rotterdam",
            summary="A woman tells a doctor that she was made to work in a hotel abroad. This man brought her here.",
            exploitation=(opening.Exploitation.LABOUR,),
        )
    )
    key = CaseId(case.pk)
    team_up(staff, key, by="dewit", on=days.at(-160, 11))
    done(life.start_investigation(actor=officer, on=days.at(-159, 12), case=key))
    sunita, driver, charge = _people(days, staff, key)
    _abroad(days, staff, key, sunita, charge)
    _escaped(days, staff, sunita, driver)
    return case


def _people(days: Days, staff: Staff, case: CaseId) -> tuple[PersonId, PersonId, ChargeId]:
    """Day −158: who was exploited, and who is suspected."""
    officer, on = staff["dewit"], days.at(-158, 14)
    sunita = add(
        officer,
        case,
        "Sunita",
        CapacityKind.VICTIM,
        on=on,
        language="ne",
        interpreter=Answer.YES,
        contact="Telephone, also at night if it is about her safety.",
    )
    done(persons.state_facts(actor=officer, on=on, person=sunita, facts=Facts(lawful_stay=Answer.YES)))
    done(age_statements.state_age(actor=officer, on=on, person=sunita, source="passport", born="1989-10-02"))
    done(roads.make_first_contact(actor=officer, on=on, person=sunita))
    told = "Told in Nepali through the interpreter."
    tell_all(by=officer, on=days.at(-158, 15), person=sunita, evidence=told)
    caring.care_for(
        staff["kaya"],
        sunita,
        on=days.at(-157, 16),
        needs="A room with a lock, and work that is paid.",
        shelter="A room.",
    )
    driver = add(officer, case, "Driver", CapacityKind.SUSPECT, on=on)
    offence = "Bringing somebody to forced work abroad (article 273f of the Criminal Code)"
    charge = ChargeId(done(charges.suspect(actor=officer, on=on, person=driver, offence=offence)).pk)
    return sunita, driver, charge


def _abroad(days: Days, staff: Staff, case: CaseId, sunita: PersonId, charge: ChargeId) -> None:
    """Days −150 to −20: handed to the other state, dismissed there, complained about, and ordered back."""
    prosecutor, clerk = staff["bos"], staff["dekker"]
    why = "The hotel is in another country, so the police there go on with it. Your stay may change; ask your lawyer."
    done(investigating.transfer(actor=prosecutor, on=days.at(-150, 10), case=case, explanation=why))
    tell_all(by=clerk, on=days.at(-150, 10, 30), person=sunita, evidence="Told by telephone in Nepali; letter follows.")
    dismissal = done(
        prosecuting.dismiss(
            actor=prosecutor,
            on=days.at(-100, 11),
            charge=charge,
            ground=DismissalGround.ABROAD,
            explanation="The prosecutor in the other country stops the case. There was no proof who owned the hotel.",
            served=Answer.NO,
        )
    )
    tell_all(
        by=clerk, on=days.at(-98, 11), person=sunita, evidence="Letter in Nepali; she called to ask what it means."
    )
    complaint = done(
        complaining.file_complaint(
            actor=prosecutor,
            on=days.at(-90, 11),
            decision=DecisionId(dismissal.pk),
            person=sunita,
            filed_on=days.on(-90),
            words="I know the owner's name. Nobody asked me.",
        )
    )
    done(
        complaining.answer_complaint(
            actor=prosecutor,
            on=days.at(-20, 15),
            complaint=ComplaintId(complaint.pk),
            upheld=True,
            answered_on=days.on(-20),
            explanation="The court says that there is more to look at, and orders the prosecutor to go on.",
        )
    )
    tell_all(by=clerk, on=days.at(-19, 16), person=sunita, evidence="Told by telephone, and by letter in Nepali.")


def _escaped(days: Days, staff: Staff, sunita: PersonId, driver: PersonId) -> None:
    """Day −2, twenty to three at night: he is gone, and she hears it within the hour."""
    known = days.exactly(-2, 2, 40)
    done(
        detaining.record_detention(
            actor=staff["bos"],
            on=days.exactly(-2, 2, 45),
            suspect=driver,
            kind=DetentionKind.ESCAPE,
            known_at=known,
            words="He did not come back last night. The police look for him. Call 112 if you see him.",
        )
    )
    tell_all(
        by=staff["dekker"],
        on=days.exactly(-2, 3, 12),
        person=sunita,
        evidence="Called at 03:12 with the interpreter on the line. She said it back, and the shelter knows.",
    )
