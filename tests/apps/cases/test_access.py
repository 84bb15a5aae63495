"""Default deny: who works on a case opens it, nobody else does, and each attempt is written down."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.apps.cases.acting import NOON, at, case_by, code, detective, done, person_in, prosecutor, staff
from waarborg.apps.cases import access, persons
from waarborg.apps.cases.models import Case, NeedToKnow
from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.models import Entry
from waarborg.apps.people.facts import RepresentativeKind
from waarborg.apps.people.models import Account, CapacityKind
from waarborg.kernel.actors import THE_HOUSE, THE_REPORTER, Actor, Role, Service
from waarborg.kernel.ids import AccountId, CaseId, PersonId


def _portal(role: Role, *held: PersonId) -> Actor:
    return Actor(id=AccountId.new(), roles=frozenset({role}), persons=frozenset(held))


def _opened(actor: Actor, case: CaseId, *shown: PersonId, reason: str = "") -> object:
    return access.open_case(actor=actor, on=NOON, case=case, what="case.read", persons=shown, reason=reason)


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_without_a_need_to_know_no_role_opens_a_case(role: Role) -> None:
    case = CaseId(case_by(detective()).pk)
    if role is Role.HOUSE:
        return
    stranger = staff(role)
    assert code(_opened(stranger, case)).startswith("case.")
    entry = Entry.objects.get(act="case.read")
    assert (entry.outcome, entry.actor, entry.subjects) == ("refused", stranger.id, case)


@pytest.mark.django_db
def test_the_reporter_opens_no_case() -> None:
    assert code(_opened(THE_REPORTER, CaseId(case_by(detective()).pk))) == "case.role"


@pytest.mark.django_db
def test_m15_opening_a_case_is_entered_before_anything_can_be_read() -> None:
    actor = detective()
    case = case_by(actor, title="Station")
    opening = _opened(actor, CaseId(case.pk))
    assert isinstance(opening, Opening)
    assert Entry.objects.get(act="case.read").outcome == "consulted"
    assert opening.read(Case.objects.get(pk=case.pk), "title") == "Station"


@pytest.mark.django_db
def test_a_supervisor_opens_a_case_with_a_reason_and_not_without() -> None:
    case = CaseId(case_by(detective()).pk)
    supervisor = staff(Role.SUPERVISOR, service=Service.OVERSIGHT)
    assert code(_opened(supervisor, case, reason="  ")) == "case.role"
    assert isinstance(_opened(supervisor, case, reason="A complaint about delay."), Opening)


@pytest.mark.django_db
def test_nobody_learns_from_a_refusal_whether_a_case_is_there() -> None:
    supervisor, stranger = staff(Role.SUPERVISOR), detective()
    there, nowhere = CaseId(case_by(detective()).pk), CaseId.new()
    assert code(_opened(stranger, there)) == code(_opened(stranger, nowhere))
    assert code(_opened(supervisor, nowhere, reason="Because.")) == "case.role"


@pytest.mark.django_db
def test_an_ended_need_to_know_opens_nothing() -> None:
    actor, leader = detective(), staff(Role.TEAM_LEADER)
    case = CaseId(case_by(actor).pk)
    done(access.grant_need(actor=actor, on=NOON, case=case, account=leader.id, reason="Leads the team."))
    done(access.withdraw_need(actor=leader, on=at(8, 9), case=case, account=actor.id, reason="Other work."))
    assert code(_opened(actor, case)) == "case.need_to_know"
    assert NeedToKnow.objects.get(case=case, account=actor.id).until == at(8, 9)


@pytest.mark.django_db
def test_a_portal_account_reads_about_its_own_person_and_not_about_another_of_the_case() -> None:
    actor = detective()
    case = case_by(actor)
    ana, iva = (PersonId(person_in(case, actor, called=name).pk) for name in ("Ana", "Iva"))
    herself = _portal(Role.VICTIM, ana)
    assert isinstance(_opened(herself, CaseId(case.pk), ana), Opening)
    assert code(_opened(herself, CaseId(case.pk), ana, iva)) == "case.other_person"


@pytest.mark.django_db
def test_a_representative_who_becomes_a_suspect_opens_the_case_no_more() -> None:
    actor = detective()
    case = case_by(actor)
    child = PersonId(person_in(case, actor, called="Sam").pk)
    father = PersonId(person_in(case, actor, CapacityKind.WITNESS, called="Father").pk)
    done(persons.represent(actor=actor, on=NOON, person=child, representative=father, kind=RepresentativeKind.PARENT))
    account = _portal(Role.REPRESENTATIVE, child, father)
    assert isinstance(_opened(account, CaseId(case.pk), child), Opening)
    done(persons.add_capacity(actor=actor, on=NOON, person=father, kind=CapacityKind.SUSPECT))
    assert code(_opened(account, CaseId(case.pk), child)) == "case.need_to_know"


@pytest.mark.django_db
def test_a_guardian_of_a_victim_who_is_also_a_suspect_keeps_the_portal() -> None:
    actor = detective()
    case = case_by(actor)
    boy = PersonId(person_in(case, actor, CapacityKind.VICTIM, CapacityKind.SUSPECT).pk)
    guardian = PersonId(person_in(case, actor, CapacityKind.REPRESENTATIVE, called="Guardian").pk)
    assert isinstance(_opened(_portal(Role.REPRESENTATIVE, boy, guardian), CaseId(case.pk), boy), Opening)


@pytest.mark.django_db
def test_a_victim_who_is_also_a_suspect_keeps_the_own_portal() -> None:
    actor = detective()
    case = case_by(actor)
    boy = PersonId(person_in(case, actor, CapacityKind.VICTIM, CapacityKind.SUSPECT).pk)
    assert isinstance(_opened(_portal(Role.VICTIM, boy), CaseId(case.pk), boy), Opening)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("giver", "brought", "goes"),
    [
        (Role.DETECTIVE, Role.TEAM_LEADER, True),
        (Role.DETECTIVE, Role.CARE_COORDINATOR, True),
        (Role.DETECTIVE, Role.DETECTIVE, False),
        (Role.TEAM_LEADER, Role.DETECTIVE, True),
        (Role.PROSECUTOR, Role.PROSECUTION_STAFF, True),
        (Role.TEAM_LEADER, Role.ADMINISTRATOR, False),
        (Role.TEAM_LEADER, Role.SUPERVISOR, False),
        (Role.TEAM_LEADER, Role.DOOR_OFFICER, False),
        (Role.SUPERVISOR, Role.TEAM_LEADER, True),
        (Role.SUPERVISOR, Role.DETECTIVE, False),
    ],
)
def test_who_may_bring_whom_into_a_case_stands_in_a_table(giver: Role, brought: Role, goes: bool) -> None:
    case = CaseId(case_by(detective()).pk)
    gives, newcomer = staff(giver), staff(brought)
    if giver is not Role.SUPERVISOR:
        done(access.grant_need(actor=THE_HOUSE, on=NOON, case=case, account=gives.id, reason="Works on it."))
    result = access.grant_need(actor=gives, on=NOON, case=case, account=newcomer.id, reason="Needed.")
    assert isinstance(result, NeedToKnow) if goes else code(result) == "need.role_does_not_fit"


@pytest.mark.django_db
def test_a_need_to_know_asks_for_a_reason_an_active_account_and_is_given_once() -> None:
    actor, leader = detective(), staff(Role.TEAM_LEADER)
    case = CaseId(case_by(actor).pk)
    give = access.grant_need
    assert code(give(actor=actor, on=NOON, case=case, account=leader.id, reason=" ")) == "case.reason_blank"
    done(give(actor=actor, on=NOON, case=case, account=leader.id, reason="Leads."))
    again = give(actor=actor, on=NOON, case=case, account=leader.id, reason="Leads.")
    assert code(again) == "case.nothing_to_change"
    gone = staff(Role.PROSECUTOR)
    Account.objects.filter(pk=gone.id).update(is_active=False)
    assert code(give(actor=actor, on=NOON, case=case, account=gone.id, reason="Leads.")) == "need.role_does_not_fit"


@pytest.mark.django_db
def test_the_last_who_can_open_a_case_stays() -> None:
    leader = staff(Role.TEAM_LEADER)
    case = CaseId(case_by(leader).pk)
    result = access.withdraw_need(actor=leader, on=NOON, case=case, account=leader.id, reason="Leaving.")
    assert code(result) == "need.last"


@pytest.mark.django_db
def test_m5_several_services_work_on_one_case_and_each_joins_once() -> None:
    actor = detective()
    case = CaseId(case_by(actor).pk)
    done(access.join_service(actor=actor, on=NOON, case=case, service=Service.LABOUR_AUTHORITY))
    done(access.join_service(actor=actor, on=NOON, case=case, service=Service.KMAR))
    found = Case.objects.get(pk=case)
    assert {row.service for row in found.services.all()} == {"avim", "labour_authority", "kmar"}
    again = access.join_service(actor=actor, on=NOON, case=case, service=Service.KMAR)
    assert code(again) == "case.nothing_to_change"
    care = access.join_service(actor=actor, on=NOON, case=case, service=Service.CARE)
    assert code(care) == "case.no_investigation_service"


@pytest.mark.django_db
def test_the_prosecutor_of_a_case_is_a_prosecutor_and_may_open_it() -> None:
    actor, leads = detective(), prosecutor()
    case = CaseId(case_by(actor).pk)
    wrong = access.assign_prosecutor(actor=actor, on=NOON, case=case, account=staff(Role.DETECTIVE).id)
    assert code(wrong) == "need.role_does_not_fit"
    assert done(access.assign_prosecutor(actor=actor, on=NOON, case=case, account=leads.id)).prosecutor == leads.id
    assert isinstance(_opened(leads, case), Opening)


def test_two_who_bring_in_the_same_colleague_at_once_make_one_need_to_know(fresh_database: object) -> None:
    del fresh_database
    actor, leader = detective(), staff(Role.TEAM_LEADER)
    case = CaseId(case_by(actor).pk)

    def give(_: int) -> str:
        try:
            result = access.grant_need(actor=actor, on=NOON, case=case, account=leader.id, reason="Leads.")
            return "given" if isinstance(result, NeedToKnow) else result.code
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=2) as pool:
        assert sorted(pool.map(give, range(2))) == ["case.nothing_to_change", "given"]
    assert NeedToKnow.objects.filter(case=case, account=leader.id, until=None).count() == 1
