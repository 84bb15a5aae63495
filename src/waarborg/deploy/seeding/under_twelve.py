"""Case 3, *School*: a child of eleven, a parent who is the suspect, and a recorder that stopped."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from waarborg.apps.cases import age_statements, charges, life, opening, persons, roads
from waarborg.apps.cases.models import Case
from waarborg.apps.interviews import explaining, holding
from waarborg.apps.interviews.drafts import Companion
from waarborg.apps.interviews.kinds import Cause, CompanionState, InterviewKind
from waarborg.apps.people.facts import RepresentativeKind
from waarborg.apps.people.models import Answer, CapacityKind
from waarborg.apps.reports import opening as reading
from waarborg.apps.reports import submission
from waarborg.apps.reports.content import Content
from waarborg.deploy.seeding import caring, hearing
from waarborg.deploy.seeding.days import Days, done
from waarborg.deploy.seeding.hearing import Hearing
from waarborg.deploy.seeding.staff import Staff
from waarborg.deploy.seeding.teaming import add, team_up
from waarborg.deploy.seeding.telling import tell_all
from waarborg.engines.sealing.receipt import ReceiptCode
from waarborg.kernel.actors import THE_REPORTER, Channel
from waarborg.kernel.ids import CaseId, PersonId, ReasonId

#: Minutes after which the recorder stopped.
_RECORDED: Final = 9


def under_twelve(days: Days, staff: Staff) -> Case:
    """Tell the case from day −30 to the interview of day +5."""
    case = _reported(days, staff)
    key = CaseId(case.pk)
    mila, guardian = _people(days, staff, key)
    _cared_for(days, staff, mila, guardian)
    aunt = add(staff["bakker"], key, "Aunt", CapacityKind.WITNESS, on=days.at(-22, 10), language="nl")
    teacher = add(
        staff["bakker"], key, "Ms Janssen, teacher", CapacityKind.COMPANION, on=days.at(-20, 9), language="nl"
    )
    _heard(days, staff, mila, aunt, teacher)
    told = "R. Yildiz explained it to Mila with drawings, and she said it back."
    tell_all(by=staff["bakker"], on=days.at(-13, 17), person=mila, to=guardian, evidence=told)
    _next(days, staff, mila, teacher)
    return case


def _birthday(days: Days) -> date:
    """Twelve years before day −7; somebody born on 29 February has it on 1 March."""
    twelfth = days.today + timedelta(days=-7)
    try:
        return twelfth.replace(year=twelfth.year - 12)
    except ValueError:
        return date(twelfth.year - 12, 3, 1)


def _reported(days: Days, staff: Staff) -> Case:
    """Day −30: a school professional reports, with a name."""
    told = Content(
        danger=False,
        about=("domestic_servitude",),
        reporter="professional",
        named=True,
        name="Ms Janssen, primary school",
        contact="At school until five, or leave a message.",
        text="A girl of eleven falls asleep in class. She says that she works in the house at night and may not stop.",
    )
    officer = staff["bakker"]
    sent = done(
        submission.submit(
            actor=THE_REPORTER,
            on=days.at(-30, 16),
            content=told,
            channel=Channel.AVIM,
            language="nl",
            code=ReceiptCode.new(),
        )
    )
    done(reading.open_report(actor=officer, on=days.at(-29, 9), report=sent.report))
    case = done(
        opening.open_from_report(
            actor=officer,
            on=days.at(-29, 9, 30),
            report=sent.report,
            text="Girl of eleven falls asleep in class; works in the house at night.",
            title="School",
            region="Utrecht",
            exploitation=(opening.Exploitation.DOMESTIC_SERVITUDE,),
        )
    )
    team_up(staff, CaseId(case.pk), by="bakker", on=days.at(-29, 10), with_=("aydin", "dewit"))
    done(life.start_investigation(actor=officer, on=days.at(-28, 11), case=CaseId(case.pk)))
    return case


def _people(days: Days, staff: Staff, case: CaseId) -> tuple[PersonId, PersonId]:
    """Day −28: the child, the parent who is the suspect, and somebody whom the court appoints in the parent's place."""
    officer, on = staff["bakker"], days.at(-28, 12)
    mila = add(officer, case, "Mila", CapacityKind.VICTIM, on=on, language="nl", interpreter=Answer.NO)
    born = _birthday(days).isoformat()
    done(age_statements.state_age(actor=officer, on=on, person=mila, source="population register", born=born))
    parent = add(officer, case, "Mother", CapacityKind.REPRESENTATIVE, on=on, language="nl", interpreter=Answer.NO)
    kind = RepresentativeKind.PARENT
    done(persons.represent(actor=officer, on=on, person=mila, representative=parent, kind=kind))
    offence = "Making her child work in the house at night (article 273f of the Criminal Code)"
    done(charges.suspect(actor=officer, on=days.at(-28, 13), person=parent, offence=offence))
    on = days.at(-26, 15)
    guardian = add(officer, case, "R. Yildiz", CapacityKind.REPRESENTATIVE, on=on, language="nl", interpreter=Answer.NO)
    kind = RepresentativeKind.APPOINTED
    done(persons.represent(actor=officer, on=on, person=mila, representative=guardian, kind=kind))
    return mila, guardian


def _cared_for(days: Days, staff: Staff, mila: PersonId, guardian: PersonId) -> None:
    """Day −26: first contact; what must be told goes to the guardian, and never to the parent."""
    officer = staff["bakker"]
    done(roads.make_first_contact(actor=officer, on=days.at(-26, 16), person=mila))
    tell_all(
        by=officer,
        on=days.at(-26, 17),
        person=mila,
        to=guardian,
        evidence="Handed to R. Yildiz, who explained it to Mila with drawings.",
    )
    caring.care_for(
        staff["kaya"],
        mila,
        on=days.at(-25, 18),
        needs="Sleep, school, and a grown-up who stays the same.",
        shelter="A foster family near the school.",
    )


def _heard(days: Days, staff: Staff, mila: PersonId, aunt: PersonId, teacher: PersonId) -> None:
    """Days −21 and −14: planned in the studio, held, and recorded for nine minutes of forty-eight."""
    officer = staff["bakker"]
    talk = Hearing(
        person=mila,
        kind=InterviewKind.INFORMATIVE,
        begins=days.at(-22, 14),
        minutes=20,
        asks=("bakker",),
        watches=("aydin",),
        room="Utrecht studio",
        companion=Companion(state=CompanionState.DECLINED),
        topics=hearing.INFORMED,
        consulted="bos",
        said=hearing.SAID_FIRST,
    )
    hearing.whole(talk, staff, by=officer, planned=days.at(-23, 9))
    first = Hearing(
        person=mila,
        kind=InterviewKind.REPORT,
        begins=days.at(-14, 10, 5),
        minutes=48,
        asks=("bakker",),
        watches=("aydin", "bos"),
        room="Utrecht studio",
        companion=Companion(
            state=CompanionState.REFUSED, person=aunt, reason="She may have to be a witness herself. Mila was told why."
        ),
        topics=frozenset({"work", "control"}),
    )
    interview = hearing.plan(first, staff, by=officer, on=days.at(-21, 16))
    beside = Companion(state=CompanionState.PRESENT, person=teacher)
    done(holding.settle_companion(actor=officer, on=days.at(-19, 17), interview=interview, companion=beside))
    hearing.hold(interview, first, by=officer)
    hearing.record(interview, first, by=officer, minutes=_RECORDED)
    for rule in ("recording.audio", "recording.video", "recording.video_minor"):
        asked = done(
            explaining.ask(
                actor=officer,
                on=days.at(-14, 11, 30),
                interview=interview,
                rule=rule,
                cause=Cause.EQUIPMENT,
                reason="The studio recorder stopped after nine minutes. We saw it at the end. The written log is "
                "complete. We will not ask Mila the same questions again.",
            )
        )
        leave = days.at(-13, 16)
        done(explaining.answer(actor=staff["bos"], on=leave, reason=ReasonId(asked.pk), agreed=True))
    done(roads.record_report(actor=officer, on=days.at(-14, 11), person=mila, taken_by=staff.ids("bakker")))


def _next(days: Days, staff: Staff, mila: PersonId, teacher: PersonId) -> None:
    """Day +5: she is twelve by then; the same interviewer, the same room, and image stays."""
    second = Hearing(
        person=mila,
        kind=InterviewKind.FURTHER,
        begins=days.at(5, 10),
        minutes=45,
        asks=("bakker",),
        watches=("aydin",),
        room="Utrecht studio",
        companion=Companion(state=CompanionState.PRESENT, person=teacher),
        topics=frozenset({"journey"}),
        need="How she went to the second flat, and who brought her. Nobody has asked that yet.",
    )
    hearing.plan(second, staff, by=staff["bakker"], on=days.at(-3, 11))
