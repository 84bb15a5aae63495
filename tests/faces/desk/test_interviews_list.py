"""The list of interviews at the desk: what stands in it, what is picked, and where a row leads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.apps.cases.acting import done
from tests.apps.interviews.holding_them import World, admit, certified, day, world
from tests.faces.desk.interviewing import browser_of, desk_at, latest_entry, words
from waarborg.apps.interviews import holding

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> Iterator[World]:
    """A case with a closed, a going and a planned interview."""
    with desk_at(day(0)):
        made = world()
        made.informed(-10)
        pk = made.planned(day(0))
        done(holding.begin(actor=made.asker, on=day(0), interview=pk))
        made.planned(day(5), seats=made.draft(day(5)).seats[:1])
        yield made


def test_open_ones_come_first_in_time_with_their_worst_state_and_one_entry_names_whom_is_shown(made: World) -> None:
    client = browser_of(made.asker)
    shown = words(client.get("/interviews/"))
    assert shown.index("Monday 30 November, 10:00") < shown.index("Saturday 5 December, 10:00")
    assert "Friday 20 November" not in shown
    assert "not known yet" in shown
    entry = latest_entry(act="interview.list")
    assert {str(made.case.pk), made.person} <= set(entry.subjects.split())


@pytest.mark.parametrize(
    ("show", "there", "absent"),
    [
        ("planned", "5 December", "30 November"),
        ("held", "30 November", "5 December"),
        ("all", "20 November", "nothing"),
        ("mine", "5 December", "nothing"),
        ("anything", "30 November", "20 November"),
    ],
)
def test_a_pick_shows_its_part(made: World, show: str, there: str, absent: str) -> None:
    shown = words(browser_of(made.asker).get("/interviews/", {"show": show}))
    assert there in shown
    assert absent not in shown


def test_mine_are_those_in_which_i_ask(made: World) -> None:
    assert "5 December" not in words(browser_of(made.second).get("/interviews/?show=mine"))


def test_an_empty_part_says_why_and_whether_that_is_normal(made: World) -> None:
    assert "No conclusion changed since it was closed. That is normal." in words(
        browser_of(made.asker).get("/interviews/?show=again")
    )
    alone = certified("trafficking")
    assert "That is normal between interviews." in words(browser_of(alone).get("/interviews/"))


def test_nobody_sees_interviews_of_cases_they_do_not_work_on(made: World) -> None:
    stranger = certified("trafficking")
    assert str(made.case.number) not in words(browser_of(stranger).get("/interviews/?show=all"))
    admit(made.case, stranger, made.leader, on=day(0))
    assert str(made.case.number) in words(browser_of(stranger).get("/interviews/?show=all"))


def test_a_row_leads_to_the_station_where_the_interview_is(made: World) -> None:
    client = browser_of(made.asker)
    for row, station in zip(made.case.interviews.order_by("starts_at"), ("close", "hold", "plan"), strict=True):
        assert client.get(f"/interviews/{row.pk}/")["Location"] == f"/interviews/{row.pk}/{station}/"


def test_a_plan_begins_with_the_case(made: World) -> None:
    client = browser_of(made.asker)
    html = client.get("/interviews/plan/").content.decode()
    assert f'href="/interviews/plan/{made.case.pk}/"' in html
    assert browser_of(made.prosecutor).get("/interviews/plan/").status_code == 403
