from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings

from tests.apps.cases.acting import case_by, detective, done, staff
from tests.apps.outcomes import another_victim, dismissed, new_road
from tests.apps.reports.officers import LABOUR, send
from tests.faces.desk.at_the_desk import at_doors, browser_of, entries, words
from waarborg.apps.cases import roads
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.decisions import detaining
from waarborg.apps.decisions.models import DetentionKind
from waarborg.apps.reports.handover import offer
from waarborg.apps.reports.opening import open_report
from waarborg.apps.rights.noticing import Urgency
from waarborg.faces.desk.needs import needs_of
from waarborg.kernel.actors import Channel, Role

pytestmark = pytest.mark.django_db


def test_whoever_has_nothing_to_do_reads_that_nothing_is_due() -> None:
    said = words(browser_of(detective()).get("/"))
    assert "Nothing is due. What must be done comes here by itself." in said
    assert "You have no interviews in the next seven days." in said


def test_what_must_be_told_stands_first_with_the_person_the_case_and_why() -> None:
    road = new_road()
    said = words(browser_of(road.detective).get("/"))
    assert said.index("Late") < said.index("Tell Yonas what rights there are")
    assert "The law names no later day. WB-2026-0001" in said


def test_the_page_enters_every_case_and_person_that_it_shows() -> None:
    road = new_road()
    browser_of(road.detective).get("/")
    (entry,) = entries("start.read", road.detective)
    assert {road.case, road.victim} <= set(entry.subjects.split())


def test_nobody_sees_what_is_due_in_a_case_of_others() -> None:
    new_road()
    assert "Yonas" not in words(browser_of(detective()).get("/"))


def test_an_escape_stands_on_top_with_its_clock_time_and_words_to_read_aloud() -> None:
    road = new_road()
    now = settings.INSTALLATION.clock()
    actor, person = road.prosecutor, road.suspect
    done(
        detaining.record_detention(
            actor=actor, on=now, suspect=person, kind=DetentionKind.ESCAPE, known_at=now, words="He ran away."
        )
    )
    deliver_pending(on=now)
    said = words(browser_of(road.prosecutor).get("/"))
    assert "by voice" in said
    assert "Read this aloud" in said
    assert said.index("by voice") < said.index("My interviews this week")


def test_a_door_officer_sees_new_reports_and_offers_and_nothing_of_what_they_say() -> None:
    report, _code = send(LABOUR)
    officer, other = at_doors(Channel.TCI), at_doors(Channel.MELD_MISDAAD_ANONIEM)
    said = words(browser_of(officer).get("/"))
    assert "A new report at TCI" in said
    assert LABOUR.text not in said
    now = settings.INSTALLATION.clock()
    done(open_report(actor=officer, on=now, report=report))
    done(offer(actor=officer, on=now, report=report, receiver=Channel.MELD_MISDAAD_ANONIEM, reason="theirs"))
    assert "TCI offers you a report" in words(browser_of(other).get("/"))


def test_time_to_think_that_ends_within_two_weeks_is_on_the_list() -> None:
    road = new_road()
    begun = settings.INSTALLATION.clock() - timedelta(days=85)
    actor, person = road.detective, road.victim
    done(roads.offer_reflection(actor=actor, on=begun, person=person))
    done(roads.accept_reflection(actor=actor, on=begun, person=person, in_detention=False))
    assert "Time to think of Yonas ends" in words(browser_of(actor).get("/"))


def test_time_to_think_that_just_began_is_not_on_the_list() -> None:
    road = new_road()
    now = settings.INSTALLATION.clock()
    actor, person = road.detective, road.victim
    done(roads.offer_reflection(actor=actor, on=now, person=person))
    done(roads.accept_reflection(actor=actor, on=now, person=person, in_detention=False))
    assert "Time to think of Yonas ends" not in words(browser_of(actor).get("/"))


def test_a_review_of_support_waits_for_the_care_coordinator_and_for_nobody_else() -> None:
    road = new_road()
    dismissed(road)
    assert "Look again at the support of Yonas" in words(browser_of(road.coordinator).get("/"))
    assert "Look again at the support of Yonas" not in words(browser_of(road.prosecutor).get("/"))


def test_the_list_is_in_the_order_in_which_things_are_done() -> None:
    road = new_road()
    other = another_victim(road)
    now = settings.INSTALLATION.clock()
    done(roads.offer_reflection(actor=road.detective, on=now - timedelta(days=89), person=other))
    done(roads.accept_reflection(actor=road.detective, on=now - timedelta(days=89), person=other, in_detention=False))
    found = needs_of(road.detective, now)
    assert {need.urgency for need in found} >= {Urgency.LATE, Urgency.WEEK}
    assert [need.urgency for need in found] == sorted(need.urgency for need in found)


def test_an_administrator_sees_no_case() -> None:
    case_by(detective())
    answer = browser_of(staff(Role.ADMINISTRATOR)).get("/")
    assert answer.status_code == 200
    assert "WB-2026" not in words(answer)
