"""What happens in an interview is written down as it happens, and the duties follow it by the minute."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.apps.cases.acting import code, done
from tests.apps.interviews.holding_them import (
    ALL_TOPICS,
    World,
    certified,
    day,
    declined,
    person_of,
    present,
    world,
)
from waarborg.apps.cases import roads
from waarborg.apps.cases.models import VictimRoad, VictimState
from waarborg.apps.custody.models import OutboxEvent
from waarborg.apps.interviews import explaining, holding, planning, queries
from waarborg.apps.interviews.document import findings
from waarborg.apps.interviews.drafts import Companion, Seat
from waarborg.apps.interviews.holding import Said
from waarborg.apps.interviews.kinds import CompanionState, InterviewKind, InterviewState, Moment, Part, Stayed
from waarborg.apps.interviews.models import Interview
from waarborg.apps.people.models import CapacityKind
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.ids import AccountId, InterviewId

pytestmark = pytest.mark.django_db

WHEN = day(-90)


def begun(w: World, **changes: object) -> InterviewId:
    pk = w.planned(WHEN, **changes)
    done(holding.begin(actor=w.asker, on=WHEN, interview=pk))
    return pk


def informative(w: World, **changes: object) -> InterviewId:
    return begun(w, kind=InterviewKind.INFORMATIVE, sound=None, video=None, topics=None, **changes)


def test_an_interview_begins_on_its_own_day_and_once() -> None:
    w = world()
    pk = w.planned(WHEN)
    assert code(holding.begin(actor=w.asker, on=day(-89), interview=pk)) == "interview.begin.another_day"
    row = done(holding.begin(actor=w.asker, on=WHEN + timedelta(minutes=7), interview=pk))
    assert (row.state, row.held_from) == (InterviewState.HELD, WHEN + timedelta(minutes=7))
    assert code(holding.begin(actor=w.asker, on=WHEN, interview=pk)) == "interview.not_planned"


def test_who_is_really_there_takes_the_place_of_who_was_planned() -> None:
    w = world("2012")
    pk = w.planned(WHEN, companion=declined())
    adults_only = certified("trafficking")
    refused = holding.begin(actor=w.asker, on=WHEN, interview=pk, seats=[Seat(account=adults_only.id)])
    assert code(refused) == "interview.not_for_minors"
    assert code(holding.begin(actor=w.asker, on=WHEN, interview=pk, seats=[])) == "interview.nobody_asks"
    row = done(holding.begin(actor=w.asker, on=WHEN, interview=pk, seats=[Seat(account=w.second.id)]))
    assert list(row.team.values_list("account", flat=True)) == [w.second.id]


def test_b11_an_interview_does_not_begin_after_a_no() -> None:
    """B11: also where nobody cancelled it yet."""
    w = world()
    pk = w.planned(WHEN)
    VictimRoad.objects.filter(pk=w.person).update(state=VictimState.DECLINED)
    assert code(holding.begin(actor=w.asker, on=WHEN, interview=pk)) == "interview.said_no"


def test_announcing_the_recording_includes_who_watches() -> None:
    w = world()
    pk = begun(w, seats=(Seat(account=w.asker.id), Seat(account=w.second.id, part=Part.WATCHES)))
    said = holding.announce(actor=w.asker, on=WHEN, interview=pk, said={Said.RECORDING})
    assert code(said) == "interview.announce.watchers_unsaid"
    row = done(holding.announce(actor=w.asker, on=WHEN, interview=pk, said={Said.RECORDING, Said.WATCHERS}))
    assert row.announced_at == WHEN
    found = findings(row, w.opening(WHEN)).finding("recording.announced")
    assert found is not None
    assert found.met == "yes"


def test_what_nobody_announced_is_a_no_only_once_it_is_over() -> None:
    w = world()
    pk = begun(w)

    def met() -> object:
        found = findings(Interview.objects.get(pk=pk), w.opening(WHEN)).finding("recording.announced")
        return found and found.met

    assert met() == "unknown"
    done(holding.end(actor=w.asker, on=WHEN + timedelta(minutes=5), interview=pk))
    assert met() == "no"


def test_a_break_is_kept_with_who_stayed_and_ends_with_the_interview() -> None:
    w = world()
    pk = begun(w)
    assert code(holding.resume(actor=w.asker, on=WHEN, interview=pk)) == "interview.pause.out_of_step"
    done(holding.pause(actor=w.asker, on=WHEN + timedelta(minutes=5), interview=pk, stayed=Stayed.INTERVIEWER))
    twice = holding.pause(actor=w.asker, on=WHEN, interview=pk, stayed=Stayed.NOBODY)
    assert code(twice) == "interview.pause.out_of_step"
    done(holding.resume(actor=w.asker, on=WHEN + timedelta(minutes=10), interview=pk))
    done(holding.pause(actor=w.asker, on=WHEN + timedelta(minutes=15), interview=pk, stayed=Stayed.NOBODY))
    row = done(holding.end(actor=w.asker, on=WHEN + timedelta(minutes=20), interview=pk))
    kept = [(pause.stayed, pause.ends - pause.begins) for pause in row.pauses.order_by("begins") if pause.ends]
    assert kept == [("interviewer", timedelta(minutes=5)), ("nobody", timedelta(minutes=5))]


def test_m21_what_became_of_the_companion_is_settled_while_the_interview_is_held() -> None:
    """M21: present, declined by the minor, refused with a ground, or not offered."""
    w = world("2012")
    teacher = person_of(w.case, w.asker, CapacityKind.COMPANION, on=day(-100))
    aunt = person_of(w.case, w.asker, CapacityKind.WITNESS, on=day(-100))
    pk = begun(w)

    def met(companion: Companion) -> object:
        row = done(holding.settle_companion(actor=w.asker, on=WHEN, interview=pk, companion=companion))
        found = findings(row, w.opening(WHEN)).finding("companion.of_choice")
        return found and found.met

    assert met(Companion(state=CompanionState.NOT_OFFERED)) == "no"
    assert met(Companion(state=CompanionState.REFUSED, person=aunt, reason="a future witness")) == "yes"
    assert met(present(teacher)) == "yes"
    assert met(declined()) == "yes"
    unseen = holding.settle_companion(actor=w.asker, on=WHEN, interview=pk, companion=present(aunt))
    assert code(unseen) == "interview.companion_unexamined"


def test_m1_a_held_informative_interview_moves_the_road_and_leaves_the_choice_to_the_victim() -> None:
    """M1: an informative interview precedes a report, and what follows is the victim's choice."""
    w = world()
    pk = informative(w)
    assert VictimRoad.objects.get(pk=w.person).state == VictimState.FIRST_CONTACT
    done(holding.end(actor=w.asker, on=WHEN + timedelta(minutes=40), interview=pk, topics=ALL_TOPICS))
    assert VictimRoad.objects.get(pk=w.person).state == VictimState.INFORMATIVE
    done(roads.decline(actor=w.asker, on=day(-89), person=w.person))


def test_m24_an_informative_interview_is_recorded_only_after_consulting_the_prosecutor() -> None:
    """M24: sound of the informative interview after consulting the prosecutor."""
    w = world()
    pk = informative(w)
    nobody = explaining.consult_prosecutor(actor=w.asker, on=WHEN, interview=pk, prosecutor=w.leader.id, sound=True)
    assert code(nobody) == "interview.not_a_prosecutor"
    row = done(
        explaining.consult_prosecutor(actor=w.asker, on=WHEN, interview=pk, prosecutor=w.prosecutor.id, sound=True)
    )
    assert (row.consulted, row.sound) == (w.prosecutor.id, True)
    later = planning.plan(
        actor=w.asker,
        on=day(-89),
        draft=w.draft(day(-80), kind=InterviewKind.INFORMATIVE, video=None, consulted=w.prosecutor.id),
    )
    done(later)


def test_the_record_of_an_informative_interview_stays_outside_the_file_until_the_prosecutor_says_so() -> None:
    w = world()
    pk = w.informed(-112)
    assert Interview.objects.get(pk=pk).filed_at is None
    assert code(explaining.admit_to_file(actor=w.asker, on=WHEN, interview=pk, reason="needed")) == "case.role"
    blank = explaining.admit_to_file(actor=w.prosecutor, on=WHEN, interview=pk, reason="")
    assert code(blank) == "interview.reason_missing"
    row = done(explaining.admit_to_file(actor=w.prosecutor, on=WHEN, interview=pk, reason="asked by the defence"))
    assert row.filed_by == w.prosecutor.id


def test_m23_the_duties_of_a_report_begin_at_the_minute_at_which_it_turned_into_one() -> None:
    """M1, M23: law.md 13 row 1: before that minute nothing has to be recorded, after it everything."""
    w = world()
    pk = informative(w)
    row = Interview.objects.get(pk=pk)
    before = findings(row, w.opening(WHEN)).finding("recording.audio")
    assert before is not None
    assert before.due == "no"
    minute = WHEN + timedelta(minutes=25)
    row = done(holding.turn_into_report(actor=w.asker, on=minute, interview=pk))
    assert (row.kind, row.turned_at) == (InterviewKind.REPORT, minute)
    after = findings(row, w.opening(minute))
    assert {after.finding("recording.audio").due, after.finding("recording.announced").due} == {"yes"}  # type: ignore[union-attr]
    # What was told until then came before the report.
    assert after.finding("informative.before_report").met == "yes"  # type: ignore[union-attr]
    assert VictimRoad.objects.get(pk=w.person).state == VictimState.REPORT
    assert [step.what for step in VictimRoad.objects.get(pk=w.person).steps.order_by("pk")][-2:] == [
        "informed",
        "reported",
    ]
    assert code(holding.turn_into_report(actor=w.asker, on=minute, interview=pk)) == "interview.not_informative"


def test_the_end_fills_in_what_the_plan_left_open_and_keeps_a_receipt() -> None:
    w = world()
    pk = begun(w, kind=InterviewKind.FURTHER, acute=None, behavioural_expert=None, topics=None)
    row = done(
        holding.end(
            actor=w.asker,
            on=WHEN + timedelta(minutes=30),
            interview=pk,
            topics=["transport", "housing"],
            need="who drove",
            acute=False,
            behavioural_expert=False,
        )
    )
    assert (row.topics, row.acute, row.behavioural_expert) == ("housing transport", False, False)
    assert w.opening(WHEN).read(row, "need") == "who drove"
    assert [receipt.moment for receipt in row.receipts.all()] == [Moment.PLANNED, Moment.HELD]
    assert OutboxEvent.objects.filter(name="interview.held", subjects__startswith=pk).exists()
    assert code(holding.end(actor=w.asker, on=WHEN, interview=pk)) == "interview.not_going_on"


def test_the_end_does_not_overwrite_what_the_plan_says() -> None:
    w = world()
    pk = begun(w, kind=InterviewKind.FURTHER, need="the second flat", behavioural_expert=False)
    row = done(holding.end(actor=w.asker, on=WHEN, interview=pk, need="something else", behavioural_expert=True))
    assert w.opening(WHEN).read(row, "need") == "the second flat"
    assert (row.behavioural_expert, row.topics) == (False, "recruitment")


def test_whoever_does_not_work_on_the_case_holds_nothing() -> None:
    w, stranger = world(), certified("trafficking")
    pk = begun(w)
    acts = (
        lambda: holding.announce(actor=stranger, on=WHEN, interview=pk, said={Said.RECORDING}),
        lambda: holding.pause(actor=stranger, on=WHEN, interview=pk, stayed=Stayed.BOTH),
        lambda: holding.settle_companion(actor=stranger, on=WHEN, interview=pk, companion=declined()),
        lambda: holding.turn_into_report(actor=stranger, on=WHEN, interview=pk),
        lambda: holding.end(actor=stranger, on=WHEN, interview=pk),
    )
    assert {code(act()) for act in acts} == {"case.need_to_know"}


def test_m1_a_report_that_was_made_moves_the_road_and_one_that_was_not_does_not() -> None:
    """M1: only after an informative interview, or with the acute reason of the plan."""
    w = world()
    pk = begun(w)
    too_early = holding.end(actor=w.asker, on=WHEN, interview=pk, report_made=True)
    assert code(too_early) == "victim.informative_first"
    done(holding.end(actor=w.asker, on=WHEN, interview=pk))
    assert VictimRoad.objects.get(pk=w.person).state == VictimState.FIRST_CONTACT
    acute = w.planned(day(-80), acute=True, acute_reason="he was about to be moved")
    done(holding.begin(actor=w.asker, on=day(-80), interview=acute))
    done(holding.end(actor=w.asker, on=day(-80), interview=acute, report_made=True))
    assert VictimRoad.objects.get(pk=w.person).state == VictimState.REPORT


def test_b11_whoever_says_no_halfway_keeps_that_no_and_the_interview_can_still_be_ended() -> None:
    """B11: what happened is written down all the same."""
    w = world()
    pk = informative(w)
    done(roads.decline(actor=w.asker, on=WHEN + timedelta(minutes=5), person=w.person))
    row = done(holding.end(actor=w.asker, on=WHEN + timedelta(minutes=6), interview=pk, topics=["support"]))
    assert row.held_until is not None
    assert VictimRoad.objects.get(pk=w.person).state == VictimState.DECLINED


def test_a_victim_opens_their_own_interview_and_nobody_elses() -> None:
    w, elsewhere = world(), world()
    mine, theirs = w.planned(WHEN), elsewhere.planned(day(-90, 15))
    me = Actor(id=AccountId.new(), roles=frozenset({Role.VICTIM}), persons=frozenset({w.person}))
    assert done(queries.opened(actor=me, on=WHEN, interview=mine)).person_called == "Somebody"
    assert code(queries.opened(actor=me, on=WHEN, interview=theirs)).startswith("case.")
