"""A plan is refused only for what can never be right; the rest is a finding, shown while it is edited."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.apps.cases.acting import code, done, staff
from tests.apps.interviews.holding_them import (
    admit,
    certified,
    day,
    declined,
    person_of,
    present,
    room,
    world,
)
from waarborg.apps.cases import life, roads
from waarborg.apps.cases.models import CaseState
from waarborg.apps.custody.models import Entry
from waarborg.apps.custody.queries import entries_about
from waarborg.apps.interviews import planning
from waarborg.apps.interviews.drafts import Companion, Seat
from waarborg.apps.interviews.kinds import CompanionState, InterviewKind, InterviewState, Moment, Part, RoomKind
from waarborg.apps.interviews.models import Interview
from waarborg.apps.people.models import CapacityKind
from waarborg.kernel.actors import Role, Service
from waarborg.kernel.ids import CaseId, InterviewId, PersonId

pytestmark = pytest.mark.django_db

WHEN = day(-90)
BEFORE = day(-100)


def test_a_plan_is_kept_with_its_team_an_entry_and_a_receipt() -> None:
    w = world()
    row = done(planning.plan(actor=w.asker, on=BEFORE, draft=w.draft(WHEN, note="as soon as she could")))
    assert (row.state, row.service, row.version) == (InterviewState.PLANNED, Service.AVIM, 1)
    assert set(row.team.values_list("account", flat=True)) == {w.asker.id, w.second.id}
    assert [receipt.moment for receipt in row.receipts.all()] == [Moment.PLANNED]
    entry = entries_about(row.pk).get(act="interview.plan")
    assert {row.pk, w.case.pk, w.person, w.asker.id} <= set(entry.subjects.split())


def test_m15_what_tells_about_the_person_is_sealed_in_the_row() -> None:
    """M15: need, note and interpreter are unreadable without the case's key."""
    w = world()
    row = done(
        planning.plan(
            actor=w.asker,
            on=BEFORE,
            draft=w.draft(WHEN, need="the second flat", interpreter="Tigrinya, Mr G.", interpreter_registered=True),
        )
    )
    row.refresh_from_db()
    assert b"flat" not in bytes(row.need) + bytes(row.interpreter)
    assert w.opening(BEFORE).read(row, "need") == "the second flat"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"ends_at": WHEN}, "ends_before_start"),
        ({"starts_at": day(-101), "ends_at": day(-101, 11)}, "in_the_past"),
        ({"seats": ()}, "nobody_asks"),
        ({"heard_as": CapacityKind.SUSPECT}, "not_in_this_capacity"),
        ({"heard_as": CapacityKind.COMPANION}, "not_in_this_capacity"),
        ({"acute": True}, "acute_unexplained"),
        ({"interpreter": "a cousin", "interpreter_registered": False}, "interpreter_unexplained"),
        ({"kind": InterviewKind.INFORMATIVE}, "not_consulted"),
        ({"topics": frozenset({"two words"})}, "topic_unreadable"),
        ({"companion": Companion(state=CompanionState.PRESENT)}, "companion_unknown"),
    ],
)
def test_what_can_never_be_right_is_refused_and_nothing_is_kept(changes: dict[str, object], expected: str) -> None:
    w = world()
    refused = planning.plan(actor=w.asker, on=BEFORE, draft=w.draft(WHEN, **changes))
    assert code(refused) == f"interview.{expected}"
    assert not Interview.objects.exists()
    assert not Entry.objects.filter(act="interview.plan", outcome="done").exists()


def test_whoever_does_not_work_on_the_case_plans_nothing_and_is_written_down() -> None:
    w = world()
    stranger = certified("trafficking", "minors")
    assert code(planning.plan(actor=stranger, on=BEFORE, draft=w.draft(WHEN))) == "case.need_to_know"
    assert Entry.objects.filter(act="interview.plan", outcome="refused", actor=stranger.id).exists()
    assert code(planning.plan(actor=w.prosecutor, on=BEFORE, draft=w.draft(WHEN))) == "case.role"


def test_b11_nobody_plans_with_a_person_who_said_no_until_they_come_back_on_it() -> None:
    """B11: a no stops the interviews of that person, not the case."""
    w = world()
    done(roads.decline(actor=w.asker, on=BEFORE, person=w.person))
    assert code(planning.plan(actor=w.asker, on=BEFORE, draft=w.draft(WHEN))) == "interview.said_no"
    w.case.refresh_from_db()
    assert w.case.state != CaseState.CLOSED
    done(roads.reconsider(actor=w.asker, on=BEFORE, person=w.person))
    done(planning.plan(actor=w.asker, on=BEFORE, draft=w.draft(WHEN)))


def test_a_victim_whom_nobody_met_is_not_planned_with() -> None:
    w = world()
    other = person_of(w.case, w.asker, CapacityKind.VICTIM, on=BEFORE)
    refused = planning.plan(actor=w.asker, on=BEFORE, draft=w.draft(WHEN, person=other))
    assert code(refused) == "interview.no_first_contact"


def test_nothing_is_planned_in_a_closed_case() -> None:
    w = world()
    done(life.close_case(actor=w.leader, on=BEFORE, case=CaseId(w.case.pk), reason="all is done"))
    assert code(planning.plan(actor=w.asker, on=BEFORE, draft=w.draft(WHEN))) == "interview.case_closed"


def test_m11_only_certified_detectives_ask() -> None:
    """M11: and the certificate must run on the day itself."""
    w = world()
    plain = staff(Role.DETECTIVE)
    admit(w.case, plain, w.leader, on=BEFORE)
    team = (Seat(account=w.asker.id), Seat(account=plain.id))
    refused = planning.plan(actor=w.asker, on=BEFORE, draft=w.draft(WHEN, seats=team))
    assert code(refused) == "interview.not_certified"
    # Who only watches needs no certificate.
    team = (Seat(account=w.asker.id), Seat(account=plain.id, part=Part.WATCHES))
    done(planning.plan(actor=w.asker, on=BEFORE, draft=w.draft(WHEN, seats=team)))
    late = w.draft(day(1000))
    assert code(planning.plan(actor=w.asker, on=BEFORE, draft=late)) == "interview.not_certified"


@pytest.mark.parametrize(("born", "allowed"), [("1998", True), ("2011", False), ("2008/2010", False), (None, False)])
def test_whoever_is_or_may_be_a_child_is_heard_by_people_certified_for_minors(
    born: str | None, *, allowed: bool
) -> None:
    w = world(born)
    adults_only = certified("trafficking")
    admit(w.case, adults_only, w.leader, on=BEFORE)
    draft = w.draft(WHEN, seats=(Seat(account=adults_only.id),), companion=declined())
    made = planning.plan(actor=w.asker, on=BEFORE, draft=draft)
    assert isinstance(made, Interview) if allowed else code(made) == "interview.not_for_minors"


def test_a_studio_takes_a_studio_interviewer() -> None:
    w = world("2015-03")
    studio = room(RoomKind.STUDIO).pk
    both = w.draft(WHEN, room=studio)
    assert code(planning.plan(actor=w.asker, on=BEFORE, draft=both)) == "interview.not_studio"
    seats = (Seat(account=w.asker.id), Seat(account=w.second.id, part=Part.DIRECTS))
    done(planning.plan(actor=w.asker, on=BEFORE, draft=replace(both, seats=seats)))


def test_nobody_asks_who_does_not_work_on_the_case() -> None:
    w = world()
    stranger = certified("trafficking", "minors")
    refused = planning.plan(actor=w.asker, on=BEFORE, draft=w.draft(WHEN, seats=(Seat(account=stranger.id),)))
    assert code(refused) == "interview.team_not_admitted"


def test_nobody_and_nothing_is_in_two_interviews_at_once() -> None:
    w = world()
    w.planned(WHEN)
    half_past = WHEN + timedelta(minutes=30)
    assert code(planning.plan(actor=w.asker, on=BEFORE, draft=w.draft(half_past))) == "interview.person_busy"
    other = person_of(w.case, w.asker, CapacityKind.WITNESS, on=BEFORE)
    as_witness: dict[str, object] = {"person": other, "heard_as": CapacityKind.WITNESS}
    assert (
        code(planning.plan(actor=w.asker, on=BEFORE, draft=w.draft(half_past, **as_witness))) == "interview.team_busy"
    )
    third = certified("trafficking", "minors")
    admit(w.case, third, w.leader, on=BEFORE)
    as_witness["seats"] = (Seat(account=third.id),)
    assert (
        code(planning.plan(actor=w.asker, on=BEFORE, draft=w.draft(half_past, **as_witness))) == "interview.room_busy"
    )
    elsewhere = w.draft(half_past, room=room(RoomKind.STANDARD).pk, **as_witness)
    done(planning.plan(actor=w.asker, on=BEFORE, draft=elsewhere))
    done(planning.plan(actor=w.asker, on=BEFORE, draft=w.draft(WHEN + timedelta(hours=1))))


def test_b9_a_suspect_never_sits_beside_the_person() -> None:
    """B9: not even after somebody looked at it."""
    w = world("2012")
    suspect = person_of(w.case, w.asker, CapacityKind.SUSPECT, CapacityKind.COMPANION, on=BEFORE)
    draft = w.draft(WHEN, companion=present(suspect, examined="he says that he did nothing"))
    assert code(planning.plan(actor=w.asker, on=BEFORE, draft=draft)) == "interview.companion_suspect"


def test_b9_m21_a_witness_sits_there_only_after_somebody_looked_at_it_or_is_refused_with_a_ground() -> None:
    """B9, M21: a companion of choice, subject to exceptions with a reason."""
    w = world("2012")
    aunt = person_of(w.case, w.asker, CapacityKind.WITNESS, on=BEFORE)
    unseen = w.draft(WHEN, companion=present(aunt))
    assert code(planning.plan(actor=w.asker, on=BEFORE, draft=unseen)) == "interview.companion_unexamined"
    refused = Companion(state=CompanionState.REFUSED, person=aunt, reason="she may have to be a witness herself")
    found = planning.check(draft=replace(unseen, companion=refused), case=CaseId(w.case.pk), opening=w.opening(BEFORE))
    assert found.finding("companion.of_choice").met == "yes"  # type: ignore[union-attr]
    without_ground = replace(refused, reason=" ")
    found = planning.check(
        draft=replace(unseen, companion=without_ground), case=CaseId(w.case.pk), opening=w.opening(BEFORE)
    )
    assert found.finding("companion.of_choice").met == "no"  # type: ignore[union-attr]
    looked = w.draft(WHEN, companion=present(aunt, examined="heard on 3 August; nothing left to ask"))
    done(planning.plan(actor=w.asker, on=BEFORE, draft=looked))


def test_a_companion_is_somebody_of_the_same_case_and_somebody_else() -> None:
    w, elsewhere = world("2012"), world()
    for companion in (w.person, elsewhere.person):
        draft = w.draft(WHEN, companion=present(companion))
        assert code(planning.plan(actor=w.asker, on=BEFORE, draft=draft)) == "interview.companion_unknown"


def test_b1_the_rulebook_speaks_while_a_draft_is_edited_and_refuses_nothing() -> None:
    """B1: a breach is shown, with its reason; it is not for the plan to be refused."""
    w = world("2012")
    plain = w.draft(WHEN, room=room(RoomKind.STANDARD).pk, video=False, companion=None)
    found = planning.check(draft=plain, case=CaseId(w.case.pk), opening=w.opening(BEFORE))
    assert found.verdict == "breach"
    assert {each.rule for each in found.findings if each.met == "no"} >= {"recording.video", "room.adapted"}
    assert found.finding("informative.before_report").met == "no"  # type: ignore[union-attr]
    assert not Interview.objects.exists()
    done(planning.plan(actor=w.asker, on=BEFORE, draft=plain))


def test_of_two_people_who_change_a_plan_the_second_is_told_and_nothing_is_overwritten() -> None:
    w = world()
    pk = w.planned(WHEN)
    first = w.draft(WHEN, need="the second flat")
    second = w.draft(WHEN, need="the driver")
    changed = done(planning.change(actor=w.asker, on=BEFORE, interview=pk, version=1, draft=first))
    assert changed.version == 2
    refused = planning.change(actor=w.leader, on=BEFORE, interview=pk, version=1, draft=second)
    assert code(refused) == "interview.changed_meanwhile"
    row = Interview.objects.get(pk=pk)
    assert w.opening(BEFORE).read(row, "need") == "the second flat"
    done(planning.change(actor=w.leader, on=BEFORE, interview=pk, version=2, draft=second))
    row.refresh_from_db()
    assert (row.planned_by, row.version, row.receipts.count()) == (w.asker.id, 3, 3)


def test_a_changed_plan_has_the_new_team_only_and_stays_about_one_person() -> None:
    w = world()
    pk = w.planned(WHEN)
    alone = w.draft(WHEN, seats=(Seat(account=w.second.id),))
    done(planning.change(actor=w.asker, on=BEFORE, interview=pk, version=1, draft=alone))
    assert list(Interview.objects.get(pk=pk).team.values_list("account", flat=True)) == [w.second.id]
    other = PersonId(person_of(w.case, w.asker, CapacityKind.WITNESS, on=BEFORE))
    draft = w.draft(WHEN, person=other, heard_as=CapacityKind.WITNESS)
    refused = planning.change(actor=w.asker, on=BEFORE, interview=pk, version=2, draft=draft)
    assert code(refused) == "interview.other_person"


def test_a_plan_is_cancelled_with_a_reason_and_gives_the_time_back() -> None:
    w = world()
    pk = w.planned(WHEN)
    assert code(planning.cancel(actor=w.asker, on=BEFORE, interview=pk, reason=" ")) == "interview.reason_missing"
    row = done(planning.cancel(actor=w.asker, on=BEFORE, interview=pk, reason="she is ill"))
    assert row.state == InterviewState.CANCELLED
    assert w.opening(BEFORE).read(row, "cancelled_reason") == "she is ill"
    assert code(planning.cancel(actor=w.asker, on=BEFORE, interview=pk, reason="again")) == "interview.not_planned"
    w.planned(WHEN)


def test_an_interview_that_is_not_there_is_answered_as_a_case_that_is_not_yours() -> None:
    w = world()
    nowhere = InterviewId.new()
    assert code(planning.cancel(actor=w.asker, on=BEFORE, interview=nowhere, reason="x")) == "interview.unknown"
    draft = w.draft(WHEN, person=PersonId.new())
    assert code(planning.plan(actor=w.asker, on=BEFORE, draft=draft)) == "interview.unknown"
