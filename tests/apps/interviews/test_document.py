"""What the rulebook is told: what is known and nothing else."""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import date, timedelta
from typing import Any

import pytest

from tests.apps.cases.acting import done
from tests.apps.interviews.holding_them import World, day, declined, world
from tests.recordings import recording
from waarborg.apps.cases import life
from waarborg.apps.interviews import holding
from waarborg.apps.interviews.document import document, findings, stated
from waarborg.apps.interviews.drafts import Draft
from waarborg.apps.interviews.kinds import InterviewKind
from waarborg.apps.interviews.models import Interview
from waarborg.kernel.ids import CaseId

pytestmark = pytest.mark.django_db

WHEN = day(-90)


def told(w: World, pk: str) -> dict[str, Any]:
    row = Interview.objects.get(pk=pk)
    opening = w.opening(WHEN)
    return document(row, stated(row, opening), opening)


def test_what_nobody_stated_is_left_out_and_never_a_no() -> None:
    w = world(None)
    bare = {"room": None, "sound": None, "video": None, "acute": None, "behavioural_expert": None, "topics": None}
    pk = w.planned(WHEN, **bare)
    found = told(w, pk)
    assert found["person"] == {"role": "victim"}
    assert found["interview"] == {"kind": "report", "interviewers": sorted([w.asker.id, w.second.id])}
    assert (found["earlier"], found["reasons"], "investigation_started" in found) == ([], [], False)


def test_the_day_at_which_the_investigation_started_selects_the_recording_rules() -> None:
    w = world()
    done(life.start_investigation(actor=w.leader, on=day(-100), case=CaseId(w.case.pk)))
    assert told(w, w.planned(WHEN))["investigation_started"] == str(date(2026, 8, 22))


def test_m17_earlier_interviews_are_those_before_this_one_planned_ones_only_for_a_plan() -> None:
    """M17: the number of interviews is limited, so each knows of those before it."""
    w = world()
    informed = w.informed(-112)
    first, second = w.planned(day(-90)), w.planned(day(-80), kind=InterviewKind.FURTHER)
    assert [row["kind"] for row in told(w, second)["earlier"]] == ["informative", "report"]
    assert [row["kind"] for row in told(w, first)["earlier"]] == ["informative"]
    assert told(w, informed)["earlier"] == []


def test_m22_once_recorded_in_image_a_later_interview_knows_it_however_short_it_was() -> None:
    """M22, M25: only up, never down: nine minutes of image are an interview recorded in image."""
    w = world("2014-03")
    first = w.planned(day(-90), companion=declined())
    w.held(first, day(-90), 48)
    w.add(first, day(-90), recording(9, lit=True))
    next_one = w.planned(day(-80), kind=InterviewKind.FURTHER, need="wages", companion=declined(), video=False)
    (earlier,) = told(w, next_one)["earlier"]
    assert (earlier["sound"], earlier["video"]) == (True, True)
    found = findings(Interview.objects.get(pk=next_one), w.opening(WHEN)).finding("recording.no_downgrade")
    assert found is not None
    assert (found.due, found.met) == ("yes", "no")


def test_an_interview_that_turned_is_an_informative_one_and_a_report_on_the_same_day() -> None:
    w = world()
    pk = w.planned(WHEN, kind=InterviewKind.INFORMATIVE, sound=None, video=None, topics=None)
    done(holding.begin(actor=w.asker, on=WHEN, interview=pk))
    done(holding.turn_into_report(actor=w.asker, on=WHEN + timedelta(minutes=20), interview=pk))
    done(holding.end(actor=w.asker, on=WHEN + timedelta(minutes=50), interview=pk, topics=["recruitment"]))
    later = w.planned(day(-80), kind=InterviewKind.FURTHER)
    assert [(row["kind"], row["on"]) for row in told(w, later)["earlier"]] == [
        ("informative", "2026-09-01"),
        ("report", "2026-09-01"),
    ]


def test_a_draft_says_of_everything_that_it_is_open_unless_somebody_chose() -> None:
    preset = {field.name: field.default for field in fields(Draft) if field.default is not MISSING}
    assert set(preset.values()) == {None, ""}
