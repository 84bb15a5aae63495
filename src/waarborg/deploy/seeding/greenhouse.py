"""Case 2, *Greenhouse*: a report without a name, three workers with three answers, and a complaint."""

from __future__ import annotations

from typing import Final

from waarborg.apps.cases import access, age_statements, charges, life, opening, persons, roads
from waarborg.apps.cases.models import Case
from waarborg.apps.decisions import complaining, investigating, prosecuting
from waarborg.apps.decisions.models import DismissalGround
from waarborg.apps.interviews.drafts import Companion
from waarborg.apps.interviews.kinds import CompanionState, InterviewKind
from waarborg.apps.people.facts import Facts
from waarborg.apps.people.models import Answer, CapacityKind
from waarborg.apps.reports import mailbox, submission
from waarborg.apps.reports import opening as reading
from waarborg.apps.reports.content import Content
from waarborg.apps.signals import looking, resting
from waarborg.apps.signals.models import IndicatorState, ProofKind
from waarborg.deploy.seeding import caring, hearing
from waarborg.deploy.seeding.days import Days, done
from waarborg.deploy.seeding.hearing import Hearing
from waarborg.deploy.seeding.staff import Staff
from waarborg.deploy.seeding.teaming import add, team_up
from waarborg.deploy.seeding.telling import tell_all
from waarborg.engines.sealing.receipt import ReceiptCode
from waarborg.kernel.actors import THE_REPORTER, Channel, Service
from waarborg.kernel.ids import CaseId, ChargeId, DecisionId, PersonId, ReportId

_TOLD: Final = (
    "There is a greenhouse behind the auction. People sleep in the shed between the boilers. A van brings them at five "
    "and takes their passports. One of them showed me his hands."
)


def greenhouse(days: Days, staff: Staff) -> Case:
    """Tell the case from day −90 to today."""
    report = _reported(days, staff)
    case = _found(days, staff, report)
    key = CaseId(case.pk)
    plamen, desislava, minh = _workers(days, staff, key)
    _answers(days, staff, plamen, desislava, minh)
    fine = "The owner offers to pay at once. A fine would be quick, and the case would end there."
    done(investigating.propose_fine(actor=staff["vos"], on=days.at(-50, 15), case=key, explanation=fine))
    employer, foreman = _suspected(days, staff, key, plamen)
    _decided(days, staff, employer, foreman, (plamen, desislava, minh))
    return case


def _reported(days: Days, staff: Staff) -> ReportId:
    """Days −90 to −70: a report without a name, questions and answers, and a name for one officer."""
    code, officer = ReceiptCode.new(), staff["jansen"]
    told = Content(danger=False, about=("labour",), reporter="witness", named=False, text=_TOLD)
    sent = done(
        submission.submit(
            actor=THE_REPORTER, on=days.at(-90, 23), content=told, channel=Channel.TCI, language="nl", code=code
        )
    )
    report = sent.report
    done(reading.open_report(actor=officer, on=days.at(-89, 9), report=report))
    question = "Thank you for telling us. Do you know on which days the van comes, and how many people sleep there?"
    done(
        reading.answer(
            actor=officer, on=days.at(-89, 9, 30), report=report, content=Content(text=question), form="demo-question"
        )
    )
    done(
        mailbox.write_message(
            actor=THE_REPORTER,
            on=days.at(-88, 22),
            code=code,
            content=Content(text="Every day but Sunday. I counted nine mattresses."),
            form="demo-answer",
        )
    )
    opened = done(mailbox.open_mailbox(actor=THE_REPORTER, on=days.at(-70, 21), text=code.text()))
    done(
        mailbox.become_known(
            actor=THE_REPORTER,
            on=days.at(-70, 21),
            code=code,
            name="Marijke",
            contact="Call in the evening, after eight.",
            officer=opened.officers[0],
            form="demo-known",
        )
    )
    return report


def _found(days: Days, staff: Staff, report: ReportId) -> Case:
    """Day −65: what was told becomes a case; nobody in it knows who told."""
    officer, on = staff["jansen"], days.at(-68, 10)
    done(reading.open_report(actor=officer, on=days.at(-69, 9), report=report))
    case = done(
        opening.open_from_report(
            actor=officer,
            on=on,
            report=report,
            text="Greenhouse behind the auction. Workers sleep between the boilers; passports are taken.",
            title="Greenhouse",
            region="Westland",
            lead=Service.LABOUR_AUTHORITY,
            exploitation=(opening.Exploitation.LABOUR,),
        )
    )
    key = CaseId(case.pk)
    team_up(staff, key, by="jansen", on=on, with_=("vos", "dewit", "visser"))
    done(access.join_service(actor=staff["smit"], on=days.at(-68, 11), case=key, service=Service.AVIM))
    done(life.start_investigation(actor=officer, on=days.at(-68, 12), case=key))
    looked = (
        ("sleeps_at_work", IndicatorState.OBSERVED),
        ("no_passport", IndicatorState.OBSERVED),
        ("long_hours", IndicatorState.OBSERVED),
        ("mistreated", IndicatorState.NOT_FOUND),
    )
    for indicator, state in looked:
        done(
            looking.look_at(
                actor=staff["vos"], on=days.at(-65, 8), case=key, indicator=indicator, state=state, note="Inspection."
            )
        )
    return case


def _workers(days: Days, staff: Staff, case: CaseId) -> tuple[PersonId, PersonId, PersonId]:
    """Day −65: three people, two languages, one without lawful stay; each has the own rights and support."""
    officer, carer = staff["vos"], staff["kaya"]
    found = []
    for called, language, stay, born, hour in (
        ("Plamen", "bg", Answer.YES, "1990-02-11", 9),
        ("Desislava", "bg", Answer.YES, "1987-07-30", 10),
        ("Minh", "vi", Answer.NO, "1999~", 11),
    ):
        on = days.at(-65, hour)
        person = add(officer, case, called, CapacityKind.VICTIM, on=on, language=language, interpreter=Answer.YES)
        done(persons.state_facts(actor=officer, on=on, person=person, facts=Facts(lawful_stay=stay)))
        done(age_statements.state_age(actor=officer, on=on, person=person, source="papers in the safe", born=born))
        done(roads.make_first_contact(actor=officer, on=on, person=person))
        tell_all(
            by=officer,
            on=days.at(-65, hour, 40),
            person=person,
            evidence="Told through an interpreter, who asked what was understood.",
        )
        caring.care_for(carer, person, on=days.at(-64, hour + 5), needs="A bed, pay that was held back, a doctor.")
        found.append(person)
    plamen, desislava, minh = found
    return plamen, desislava, minh


def _answers(days: Days, staff: Staff, plamen: PersonId, desislava: PersonId, minh: PersonId) -> None:
    """Days −63 to −60: one reports, one says no, one takes time to think."""
    officer = staff["vos"]
    team = ("vos", "dewit")
    for place, (person, language) in enumerate(((plamen, "Bulgarian"), (desislava, "Bulgarian"), (minh, "Vietnamese"))):
        talk = Hearing(
            person=person,
            kind=InterviewKind.INFORMATIVE,
            begins=days.at(-62, 9 + 2 * place),
            minutes=25,
            asks=team,
            room="Westland 1",
            video=False,
            interpreter=f"{language}, sworn",
            topics=hearing.INFORMED,
            consulted="bos",
            said=hearing.SAID_FIRST,
        )
        hearing.whole(talk, staff, by=officer, planned=days.at(-65, 16 + place))
    statement = Hearing(
        person=plamen,
        kind=InterviewKind.REPORT,
        begins=days.at(-60, 10),
        minutes=40,
        asks=team,
        room="Westland 1",
        interpreter="Bulgarian, sworn",
        companion=Companion(state=CompanionState.DECLINED),
        topics=frozenset({"recruitment", "papers", "work"}),
    )
    hearing.whole(statement, staff, by=officer, planned=days.at(-63, 15))
    by = staff.ids(*team)
    done(roads.record_report(actor=officer, on=days.at(-60, 11), person=plamen, taken_by=by))
    done(
        roads.decline(actor=officer, on=days.at(-60, 13), person=desislava, reason="She wants to go on with her life.")
    )
    done(roads.offer_reflection(actor=officer, on=days.at(-60, 14), person=minh))
    done(roads.accept_reflection(actor=officer, on=days.at(-60, 14, 20), person=minh, in_detention=False))
    for person in (plamen, desislava, minh):
        tell_all(
            by=officer, on=days.at(-60, 16), person=person, evidence="Told through the interpreter, and handed over."
        )


def _suspected(days: Days, staff: Staff, case: CaseId, plamen: PersonId) -> tuple[ChargeId, ChargeId]:
    """Day −45: the employer and the foreman."""
    officer = staff["vos"]
    found = []
    for called, hour in (("Employer", 9), ("Foreman", 10)):
        on = days.at(-45, hour)
        person = add(officer, case, called, CapacityKind.SUSPECT, on=on)
        offence = "Making people work under force (article 273f of the Criminal Code)"
        found.append(ChargeId(done(charges.suspect(actor=officer, on=on, person=person, offence=offence)).pk))
    employer, foreman = found
    for charge, element, kind, source, whose in (
        (employer, "act", ProofKind.STATEMENT, "His account of the van and the shed", plamen),
        (employer, "act", ProofKind.OBSERVATION, "Inspection: nine mattresses between the boilers", None),
        (employer, "means", ProofKind.DOCUMENT, "Nine passports in the office safe", None),
        (employer, "aim", ProofKind.FINANCIAL, "Wage records that do not fit the hours", None),
        (foreman, "act", ProofKind.STATEMENT, "His account: the foreman gave the orders", plamen),
    ):
        done(
            resting.add_proof(
                actor=officer,
                on=days.at(-44),
                charge=charge,
                element=element,
                kind=kind,
                source=source,
                statement_of=whose,
            )
        )
    return employer, foreman


def _decided(
    days: Days, staff: Staff, employer: ChargeId, foreman: ChargeId, workers: tuple[PersonId, PersonId, PersonId]
) -> None:
    """Days −20 and −18: the employer goes to court, the foreman does not, and one of the workers complains."""
    prosecutor, clerk = staff["bos"], staff["dekker"]
    done(
        prosecuting.prosecute(
            actor=prosecutor,
            on=days.at(-20, 11),
            charge=employer,
            explanation="We take the employer to court. There is proof of the passports, the shed and the hours.",
        )
    )
    dismissal = done(
        prosecuting.dismiss(
            actor=prosecutor,
            on=days.at(-20, 11, 30),
            charge=foreman,
            ground=DismissalGround.EVIDENCE,
            explanation="We stop the case against the foreman. There is too little proof: only one account, and the "
            "law asks for more. That does not mean that you were not believed.",
            served=Answer.NO,
        )
    )
    for person in workers:
        tell_all(
            by=clerk,
            on=days.at(-19, 14),
            person=person,
            evidence="Letter in their language; they called to say they read it.",
        )
    words = "The foreman locked the shed at night. Others saw it. Nobody asked them."
    done(
        complaining.file_complaint(
            actor=prosecutor,
            on=days.at(-18, 16),
            decision=DecisionId(dismissal.pk),
            person=workers[0],
            filed_on=days.on(-18),
            words=words,
        )
    )
