from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings

from tests.apps.cases.acting import NOON, case_by, detective, done, person_in, prosecutor, staff
from tests.apps.interviews.holding_them import day, world
from tests.apps.outcomes import aged, another_victim, dismissed, new_road
from tests.faces.desk.at_the_desk import browser_of, entries, form_id, words
from waarborg.apps.cases import access, roads
from waarborg.apps.cases.models import Case, CaseState, NeedToKnow, Origin
from waarborg.apps.custody.models import Outcome
from waarborg.apps.people.models import CapacityKind
from waarborg.apps.signals import resting
from waarborg.apps.signals.models import ProofKind
from waarborg.faces.desk.cases_deeds import DEEDS
from waarborg.faces.desk.cases_opened import opened
from waarborg.faces.desk.cases_road import stations
from waarborg.faces.desk.cases_ways import ways_from
from waarborg.faces.shell.drawings.road import Kind, Line
from waarborg.kernel.actors import Role, Service
from waarborg.kernel.ids import CaseId

pytestmark = pytest.mark.django_db


def test_the_list_holds_only_my_cases_and_finds_them_by_number_and_word() -> None:
    mine = detective()
    case_by(mine, title="Greenhouse")
    case_by(mine, title="Station")
    case_by(detective(), title="Harbour")
    browser = browser_of(mine)
    said = words(browser.get("/cases/"))
    assert "Greenhouse" in said
    assert "Station" in said
    assert "Harbour" not in said
    found = words(browser.get("/cases/?q=green"))
    assert "Greenhouse" in found
    assert "Station" not in found
    assert "WB-2026-0002" in words(browser.get("/cases/?q=0002"))
    assert "None of your cases has “zzz”" in words(browser.get("/cases/?q=zzz"))


def test_an_empty_list_says_why_it_is_empty() -> None:
    assert "You work on no case now." in words(browser_of(detective()).get("/cases/"))


def _opening(**more: str) -> dict[str, str]:
    return {"origin": Origin.NOTIFICATION.value, "title": "Greenhouse", "region": "Utrecht", "lead": "avim", **more}


def test_a_case_is_opened_and_the_same_form_sent_twice_opens_one() -> None:
    browser = browser_of(detective())
    form = _opening(form_id=form_id(browser.get("/cases/new/")))
    first, second = browser.post("/cases/new/", form), browser.post("/cases/new/", form)
    case = Case.objects.get()
    assert first.headers["Location"] == second.headers["Location"] == f"/cases/{case.pk}/"
    assert "Greenhouse" in words(browser.get(f"/cases/{case.pk}/"))


def test_what_is_missing_is_said_beside_what_was_typed() -> None:
    browser = browser_of(detective())
    answer = browser.post("/cases/new/", {"title": "Greenhouse"})
    assert answer.status_code == 422
    assert "Choose one answer." in words(answer)
    assert 'value="Greenhouse"' in answer.content.decode()
    assert not Case.objects.exists()


def test_a_case_ex_officio_says_why_or_is_refused_in_place() -> None:
    browser = browser_of(detective())
    answer = browser.post("/cases/new/", _opening(origin=Origin.EX_OFFICIO.value))
    assert answer.status_code == 409
    assert "What does not go" in words(answer)
    answer = browser.post("/cases/new/", _opening(origin=Origin.EX_OFFICIO.value, summary="Seen at a raid."))
    said = words(browser.get(answer.headers["Location"]))
    assert "No report, and none is needed." in said


def test_whoever_does_not_work_on_a_case_reads_whom_to_ask_and_the_attempt_is_entered() -> None:
    road = new_road()
    stranger = detective()
    answer = browser_of(stranger).get(f"/cases/{road.case}/")
    assert answer.status_code == 403
    assert "You do not work on this case." in words(answer)
    assert "Yonas" not in words(answer)
    (entry,) = entries("case.read", stranger)
    assert entry.outcome == Outcome.REFUSED


def test_the_page_of_a_case_names_everybody_it_shows_in_its_entry() -> None:
    road = new_road()
    browser_of(road.detective).get(f"/cases/{road.case}/")
    (entry,) = entries("case.read", road.detective)
    assert entry.subjects.split()[0] == road.case
    assert {road.victim, road.suspect} <= set(entry.subjects.split())


def test_the_page_has_road_needs_proof_people_and_who_was_here() -> None:
    road = new_road()
    aged(road, road.victim, 14, 17)
    aged(road, road.victim, 19, 19)
    said = words(browser_of(road.detective).get(f"/cases/{road.case}/"))
    assert "Read the road as a list" in said
    assert "Tell Yonas what rights there are" in said
    assert "What the case rests on" in said
    assert "Everything: nothing was found yet." in said
    assert "Sources disagree. Rules look at the youngest possible age: 14." in said
    assert "Who was here" in said
    assert "Read the case" in said


def test_a_case_that_hangs_on_one_statement_says_whose() -> None:
    road = new_road()
    done(
        resting.add_proof(
            actor=road.detective,
            on=NOON,
            charge=road.charge,
            element="act",
            kind=ProofKind.STATEMENT,
            source="His account",
            statement_of=road.victim,
        )
    )
    said = words(browser_of(road.detective).get(f"/cases/{road.case}/"))
    assert "Everything hangs on the words of Yonas alone." in said
    assert "A second source. It hangs on Yonas alone." in said


def test_the_interviews_of_a_case_are_counted_and_their_worst_lines_stand_open() -> None:
    made = world("2011")
    made.informed(-112)
    made.planned(day(-105))
    said = words(browser_of(made.asker).get(f"/cases/{made.case.pk}/"))
    assert "1 with Somebody" in said
    assert "Show all 24 lines" in said
    assert "Let the minor bring a representative or an adult of their choice." in said


def test_the_tags_over_the_lines_add_up_to_the_lines() -> None:
    made = world("2011")
    made.informed(-112)
    made.planned(day(-105))
    browser = browser_of(made.asker)
    context = browser.get(f"/cases/{made.case.pk}/").context["interviews"]
    assert len(context.findings) == sum(len(row.findings) for row in context.rows)
    assert context.first + context.open[len(context.first) :] == context.open
    assert context.more == len(context.open) - len(context.first)


def test_a_term_that_runs_shows_its_start_its_end_and_its_basis() -> None:
    road = new_road()
    now = settings.INSTALLATION.clock()
    done(roads.offer_reflection(actor=road.detective, on=now, person=road.victim))
    done(roads.accept_reflection(actor=road.detective, on=now, person=road.victim, in_detention=False))
    said = words(browser_of(road.detective).get(f"/cases/{road.case}/"))
    assert "Time to think of Yonas" in said
    assert "B8/3" in said
    assert "None is moved for a weekend or a holiday" in said


def _stations(case: CaseId, actor: object) -> list[object]:
    found = opened(_asked(actor), case, "case.read")  # type: ignore[arg-type]
    return list(stations(found))  # type: ignore[arg-type]


def _asked(actor: object) -> object:
    return type("Asked", (), {"actor": actor, "now": settings.INSTALLATION.clock()})()


def test_the_support_line_is_drawn_for_every_victim_and_the_dismissal_is_its_cause() -> None:
    road = new_road()
    another_victim(road)
    dismissed(road, on=NOON + timedelta(days=30))
    found = _stations(road.case, road.detective)
    support = [each for each in found if each.line is Line.SUPPORT]  # type: ignore[attr-defined]
    assert {each.sentence for each in support} == {"Yonas", "Mila"}  # type: ignore[attr-defined]
    assert sum(each.kind is Kind.CAUSE for each in support) == 2  # type: ignore[attr-defined]


def test_a_case_in_which_nobody_was_found_says_so_on_the_support_line() -> None:
    mine = detective()
    case = case_by(mine)
    last = _stations(CaseId(case.pk), mine)[-1]
    assert last.kind is Kind.AHEAD  # type: ignore[attr-defined]
    assert last.sentence.en == "Nobody was found yet."  # type: ignore[attr-defined]


def test_support_stands_in_the_order_of_time_among_the_case() -> None:
    road = new_road()
    dismissed(road, on=NOON + timedelta(days=30))
    days = [each.date for each in _stations(road.case, road.detective) if each.date]  # type: ignore[attr-defined]
    assert days == sorted(days)


@pytest.mark.parametrize("name", DEEDS)
def test_every_deed_of_a_case_shows_what_it_does_before_it_is_done(name: str) -> None:
    road = new_road()
    answer = browser_of(road.detective).get(f"/cases/{road.case}/acts/{name}/")
    assert answer.status_code == 200
    assert str(DEEDS[name].says) in words(answer)


def test_a_colleague_is_let_in_with_a_reason_and_let_out_again() -> None:
    road = new_road()
    leader = staff(Role.TEAM_LEADER)
    browser = browser_of(road.detective)
    form = {"account": leader.id, "reason": "leads the team"}
    answer = browser.post(f"/cases/{road.case}/acts/grant/", form)
    assert answer.headers["Location"] == f"/cases/{road.case}/"
    assert NeedToKnow.objects.filter(case=road.case, account=leader.id, until=None).exists()
    form = {"needing": road.coordinator.id, "reason": "other work"}
    browser_of(leader).post(f"/cases/{road.case}/acts/withdraw/", form)
    assert not NeedToKnow.objects.filter(case=road.case, account=road.coordinator.id, until=None).exists()


def test_a_detective_cannot_choose_another_detective_to_let_in() -> None:
    road = new_road()
    other = detective()
    answer = browser_of(road.detective).post(f"/cases/{road.case}/acts/grant/", {"account": other.id, "reason": "help"})
    assert answer.status_code == 422
    assert "Choose one of the answers on the page." in words(answer)


def test_a_service_joins_and_a_prosecutor_is_named() -> None:
    mine, other = detective(), prosecutor()
    case = case_by(mine)
    browser = browser_of(mine)
    browser.post(f"/cases/{case.pk}/acts/service/", {"service": Service.LABOUR_AUTHORITY.value})
    browser.post(f"/cases/{case.pk}/acts/prosecutor/", {"prosecutor": other.id})
    said = words(browser.get(f"/cases/{case.pk}/"))
    assert "Labour Authority takes part" in said
    assert "Prosecutor A colleague" in said


def test_a_case_with_an_open_charge_cannot_be_closed_and_the_page_says_why() -> None:
    road = new_road()
    answer = browser_of(road.prosecutor).post(f"/cases/{road.case}/acts/close/", {"reason": "done"})
    assert answer.status_code == 409
    assert "There is no final decision on every charge." in words(answer)
    assert Case.objects.get(pk=road.case).state == CaseState.INVESTIGATION


def test_a_case_is_started_closed_and_taken_up_again() -> None:
    mine, director, leader = detective(), prosecutor(), staff(Role.TEAM_LEADER)
    case = case_by(mine)
    for colleague in (director, leader):
        done(access.grant_need(actor=mine, on=NOON, case=CaseId(case.pk), account=colleague.id, reason="works on it"))
    for actor, name in ((mine, "start"), (leader, "close"), (director, "reopen")):
        answer = browser_of(actor).post(f"/cases/{case.pk}/acts/{name}/", {"reason": "for a reason"})
        assert answer.status_code == 303, words(answer)
    assert Case.objects.get(pk=case.pk).state == CaseState.REOPENED


def test_only_what_follows_on_the_state_is_offered() -> None:
    road = new_road()
    said = words(browser_of(road.detective).get(f"/cases/{road.case}/acts/"))
    assert "Close the case" in said
    assert "Take the case up again" not in said
    assert [str(way.title) for way in ways_from(road.case, CaseState.CLOSED)] == ["Take the case up again"]


def test_an_unknown_deed_is_no_page() -> None:
    road = new_road()
    assert browser_of(road.detective).get(f"/cases/{road.case}/acts/destroy/").status_code == 404


def test_a_supervisor_says_why_first_and_the_team_can_read_it() -> None:
    road = new_road()
    supervisor = staff(Role.SUPERVISOR, service=Service.OVERSIGHT)
    browser = browser_of(supervisor)
    asked = browser.get(f"/cases/{road.case}/")
    assert asked.status_code == 403
    assert "Why do you open this case?" in words(asked)
    assert "Yonas" not in words(asked)
    blank = browser.post(f"/cases/{road.case}/", {"reason": " "})
    assert "Write why, in plain words." in words(blank)
    assert "Yonas" not in words(blank)
    shown = browser.post(f"/cases/{road.case}/", {"reason": "a complaint about the team"})
    assert shown.status_code == 200
    assert "Yonas" in words(shown)
    said = words(browser_of(road.detective).get(f"/cases/{road.case}/log/"))
    assert "a complaint about the team" in said


def test_a_person_whose_age_nobody_stated_is_not_drawn_as_grown_up() -> None:
    mine = detective()
    case = case_by(mine)
    person_in(case, mine, CapacityKind.SUSPECT, called="B.")
    assert "Age not known yet. In doubt we protect." in words(browser_of(mine).get(f"/cases/{case.pk}/"))
