"""Case 1, *Station*: a boy whose age two sources dispute, two services, one conviction and one dismissal."""

from __future__ import annotations

from decimal import Decimal

from waarborg.apps.cases import access, age_statements, charges, life, opening, persons, roads
from waarborg.apps.cases.models import Case, Origin
from waarborg.apps.decisions import judging, prosecuting
from waarborg.apps.decisions.models import DismissalGround
from waarborg.apps.interviews import explaining
from waarborg.apps.interviews.drafts import Companion
from waarborg.apps.interviews.kinds import Cause, CompanionState, InterviewKind
from waarborg.apps.people.facts import Facts, RepresentativeKind
from waarborg.apps.people.models import AgeStatement, Answer, CapacityKind
from waarborg.apps.signals import looking, resting
from waarborg.apps.signals.models import IndicatorState, ProofKind
from waarborg.deploy.seeding import caring, hearing
from waarborg.deploy.seeding.days import Days, done
from waarborg.deploy.seeding.hearing import Hearing
from waarborg.deploy.seeding.portal import open_portal
from waarborg.deploy.seeding.staff import Staff
from waarborg.deploy.seeding.teaming import add, team_up
from waarborg.deploy.seeding.telling import tell_all
from waarborg.kernel.actors import Role, Service
from waarborg.kernel.ids import CaseId, ChargeId, InterviewId, PersonId, ReasonId

_TEAM = ("visser", "elidrissi")


def fifteen_or_seventeen(days: Days, staff: Staff) -> Case:
    """Tell the case from day −120 to today."""
    case, yonas, guardian = _found(days, staff)
    _first_contact(days, staff, case, yonas)
    statement = _heard(days, staff, yonas)
    boss, runner = _suspected(days, staff, case, yonas, statement)
    _heard_again(days, staff, case, yonas)
    _age_assessed(days, staff, yonas)
    _decided(days, staff, boss, runner, yonas)
    open_portal(staff["dewit"], guardian, Role.REPRESENTATIVE, "haile", on=days.at(-118, 19))
    return case


def _found(days: Days, staff: Staff) -> tuple[Case, PersonId, PersonId]:
    """Day −120: a police check at a station."""
    officer, on = staff["dewit"], days.at(-120, 8, 10)
    case = done(
        opening.open_case(
            actor=officer,
            on=on,
            origin=Origin.NOTIFICATION,
            title="Station",
            region="Rotterdam",
            summary="A police check finds a boy who sells drugs at a station. Somebody waits for the money.",
            exploitation=(opening.Exploitation.CRIMINAL,),
        )
    )
    key = CaseId(case.pk)
    team_up(staff, key, by="dewit", on=on, with_=_TEAM)
    yonas = add(
        officer,
        key,
        "Yonas",
        CapacityKind.VICTIM,
        on=on,
        language="ti",
        interpreter=Answer.YES,
        contact="Through his guardian, on weekdays.",
    )
    done(age_statements.state_age(actor=officer, on=on, person=yonas, source="his own words", low=19, high=19))
    done(
        age_statements.state_age(
            actor=officer, on=on, person=yonas, source="the officer who found him", low=14, high=17
        )
    )
    facts = Facts(believed_child=Answer.YES, lawful_stay=Answer.UNKNOWN)
    done(persons.state_facts(actor=officer, on=on, person=yonas, facts=facts, reason="He looks and acts like a child."))
    for indicator in ("no_movement", "blackmailed"):
        _look(days, staff, key, indicator)
    on = days.at(-119, 9, 30)
    guardian = add(officer, key, "F. Haile", CapacityKind.REPRESENTATIVE, on=on, language="nl", interpreter=Answer.NO)
    kind = RepresentativeKind.GUARDIAN
    done(persons.represent(actor=officer, on=on, person=yonas, representative=guardian, kind=kind))
    return case, yonas, guardian


def _look(days: Days, staff: Staff, case: CaseId, indicator: str) -> None:
    done(
        looking.look_at(
            actor=staff["dewit"],
            on=days.at(-119, 11),
            case=case,
            indicator=indicator,
            state=IndicatorState.OBSERVED,
            note="Seen at the check.",
        )
    )


def _first_contact(days: Days, staff: Staff, case: Case, yonas: PersonId) -> None:
    """Day −119: rights told in Tigrinya, shelter found, the investigation begins."""
    officer = staff["dewit"]
    done(roads.make_first_contact(actor=officer, on=days.at(-119, 10), person=yonas))
    tell_all(
        by=officer,
        on=days.at(-119, 10, 40),
        person=yonas,
        evidence="Told in Tigrinya through the interpreter; he said it back in his own words. His guardian signed.",
    )
    done(life.start_investigation(actor=officer, on=days.at(-118, 18), case=CaseId(case.pk)))
    caring.care_for(
        staff["kaya"],
        yonas,
        on=days.at(-119, 12),
        needs="Sleep, a doctor, school, and nobody from the old address.",
        shelter="A place in the protected shelter for boys.",
    )


def _heard(days: Days, staff: Staff, yonas: PersonId) -> InterviewId:
    """Days −112 and −105: the informative interview, and the next one that turns into a report halfway."""
    first = Hearing(
        person=yonas,
        kind=InterviewKind.INFORMATIVE,
        begins=days.at(-112, 10),
        minutes=30,
        asks=_TEAM,
        room="Rotterdam 4",
        video=False,
        interpreter="Tigrinya, sworn",
        companion=Companion(state=CompanionState.DECLINED),
        topics=hearing.INFORMED,
        consulted="bos",
        said=hearing.SAID_FIRST,
    )
    second = Hearing(
        person=yonas,
        kind=InterviewKind.INFORMATIVE,
        begins=days.at(-105, 11),
        minutes=80,
        asks=_TEAM,
        room="Rotterdam 4",
        interpreter="Tigrinya, sworn",
        companion=Companion(state=CompanionState.DECLINED),
        topics=frozenset({"recruitment", "threats", "journey"}),
        consulted="bos",
        said=hearing.SAID_FIRST,
    )
    visser = staff["visser"]
    key = hearing.plan(first, staff, by=visser, on=days.at(-116, 15))
    hearing.hold(key, first, by=visser)
    hearing.record(key, first, by=visser)
    hearing.close(key, first, by=visser)
    key = hearing.plan(second, staff, by=visser, on=days.at(-109, 15))
    hearing.hold(key, second, by=visser, turns_after=42)
    hearing.record(key, second, by=visser)
    hearing.close(key, second, by=visser)
    tell_all(
        by=visser, on=days.at(-105, 13), person=yonas, evidence="Read out in Tigrinya; he and his guardian signed."
    )
    return key


def _suspected(
    days: Days, staff: Staff, case: Case, yonas: PersonId, statement: InterviewId
) -> tuple[ChargeId, ChargeId]:
    """Day −100: two suspects, and what each suspicion rests on."""
    officer = staff["dewit"]
    found = []
    for called, hour in (("Suspect A", 9), ("Suspect B", 10)):
        on = days.at(-100, hour)
        person = add(officer, CaseId(case.pk), called, CapacityKind.SUSPECT, on=on)
        offence = "Making a child sell drugs (article 273f of the Criminal Code)"
        found.append(ChargeId(done(charges.suspect(actor=officer, on=on, person=person, offence=offence)).pk))
    boss, runner = found
    for charge, element, kind, source, whose, origin in (
        (boss, "act", ProofKind.STATEMENT, "His account of how he was brought in", yonas, statement),
        (boss, "act", ProofKind.DIGITAL, "Messages on two phones", None, ""),
        (boss, "means", ProofKind.STATEMENT, "His account of the threats", yonas, statement),
        (boss, "aim", ProofKind.FINANCIAL, "Bank records", None, ""),
        (boss, "aim", ProofKind.OBSERVATION, "Observation at the station on two days", None, ""),
        (runner, "act", ProofKind.STATEMENT, "His account: B gave the orders", yonas, statement),
    ):
        done(
            resting.add_proof(
                actor=officer,
                on=days.at(-95),
                charge=charge,
                element=element,
                kind=kind,
                source=source,
                statement_of=whose,
                origin=str(origin),
            )
        )
    return boss, runner


def _heard_again(days: Days, staff: Staff, case: Case, yonas: PersonId) -> None:
    """Day −80: the Labour Authority joins; one of the two interviewers is ill, and the team leader agrees."""
    leader, key = staff["smit"], CaseId(case.pk)
    done(access.join_service(actor=leader, on=days.at(-84), case=key, service=Service.LABOUR_AUTHORITY))
    done(
        access.grant_need(
            actor=leader, on=days.at(-84, 10, 5), case=key, account=staff["vos"].id, reason="follows the money"
        )
    )
    third = Hearing(
        person=yonas,
        kind=InterviewKind.FURTHER,
        begins=days.at(-80, 10),
        minutes=35,
        asks=("elidrissi", "vos"),
        room="Rotterdam 4",
        interpreter="Tigrinya, sworn",
        companion=Companion(state=CompanionState.DECLINED),
        topics=frozenset({"money"}),
        need="Who took the money at the station, and where it went. He did not speak of that before.",
    )
    asker = staff["elidrissi"]
    interview = hearing.plan(third, staff, by=asker, on=days.at(-83, 15))
    reason = done(
        explaining.ask(
            actor=asker,
            on=days.at(-83, 15, 20),
            interview=interview,
            rule="interviewers.same",
            cause=Cause.ILLNESS,
            reason="Visser is ill for a long time. El Idrissi is here again, and we told you about Vos the day before.",
        )
    )
    done(explaining.answer(actor=leader, on=days.at(-83, 16), reason=ReasonId(reason.pk), agreed=True))
    hearing.hold(interview, third, by=asker)
    hearing.record(interview, third, by=asker)
    hearing.close(interview, third, by=asker)


def _age_assessed(days: Days, staff: Staff, yonas: PersonId) -> None:
    """Day −60: the age assessment; the officer's guess gives way to it, and conclusions are looked at again."""
    officer, on = staff["dewit"], days.at(-60, 14)
    guess = _guess(yonas)
    done(age_statements.state_age(actor=officer, on=on, person=yonas, source="age assessment", low=16, high=17))
    done(
        age_statements.reject_age(
            actor=officer, on=days.at(-60, 14, 5), statement=guess, reason="The age assessment takes its place."
        )
    )


def _guess(yonas: PersonId) -> int:
    """The officer's own statement, the second that was made."""
    return int(AgeStatement.objects.filter(person=yonas).order_by("made_at", "pk")[1].pk)


def _decided(days: Days, staff: Staff, boss: ChargeId, runner: ChargeId, yonas: PersonId) -> None:
    """Days −40 to −5: one suspect before the court, the other not; then the verdict."""
    prosecutor, clerk = staff["bos"], staff["dekker"]
    done(
        prosecuting.prosecute(
            actor=prosecutor,
            on=days.at(-40, 11),
            charge=boss,
            explanation="We take this person to court. There is proof that he made you sell drugs and took the money.",
        )
    )
    done(
        prosecuting.dismiss(
            actor=prosecutor,
            on=days.at(-40, 11, 30),
            charge=runner,
            ground=DismissalGround.EVIDENCE,
            explanation="We stop the case against this person. There is too little proof: only your account, and the "
            "law asks for more. That does not mean that you were not believed.",
            served=Answer.NO,
        )
    )
    tell_all(
        by=clerk,
        on=days.at(-36, 14),
        person=yonas,
        evidence="Letter in Tigrinya and Dutch; his guardian telephoned to say that they read it together.",
    )
    done(
        judging.convict(
            actor=clerk,
            on=days.at(-5, 16),
            charge=boss,
            convicted_of="human trafficking",
            explanation="The court says that he is guilty, and sends him to prison. He can still go to a higher court.",
            decided_on=days.on(-5),
            compensation=Decimal(8400),
        )
    )
