"""The worked cases as acts: fifteen or seventeen, and under twelve."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.apps.cases.acting import code, done
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
from tests.recordings import recording
from waarborg.apps.cases import age_statements, persons
from waarborg.apps.cases.models import VictimRoad, VictimState
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.interviews import closing, explaining, holding, planning, queries
from waarborg.apps.interviews.document import findings
from waarborg.apps.interviews.drafts import Companion, Seat
from waarborg.apps.interviews.holding import Said
from waarborg.apps.interviews.kinds import Cause, CompanionState, InterviewKind, InterviewState, Part, RoomKind
from waarborg.apps.interviews.models import Interview
from waarborg.apps.people.facts import Facts
from waarborg.apps.people.models import Answer, CapacityKind
from waarborg.kernel.actors import Service
from waarborg.kernel.ids import CaseId, InterviewId, PersonId, ReasonId

pytestmark = pytest.mark.django_db


def test_case_1_fifteen_or_seventeen() -> None:
    """M1, M18, M19, M20, M22, M23, M24, B4, B5, B7: the boy at the station, from day -119 to day -60."""
    w = world(None)
    yonas, asker = w.person, w.asker
    for source, low, high in (("his own words", 19, 19), ("an officer", 14, 17)):
        done(age_statements.state_age(actor=asker, on=day(-119), person=yonas, source=source, low=low, high=high))
    believed = Facts(believed_child=Answer.YES, intellectual_disability=Answer.NO, cognitive_disorder=Answer.NO)
    why = "he looks 14 to 17"
    done(persons.state_facts(actor=asker, on=day(-119), person=yonas, facts=believed, reason=why))

    # Day -112: the informative interview, before any report.
    w.informed(-112)
    assert VictimRoad.objects.get(pk=yonas).state == VictimState.INFORMATIVE

    # Day -105: a second talk turns into a report halfway; the duties begin at that minute.
    begins, turns = day(-105), day(-105) + timedelta(seconds=20)
    pk = w.planned(
        begins,
        kind=InterviewKind.INFORMATIVE,
        sound=True,
        video=None,
        topics=None,
        consulted=w.prosecutor.id,
        companion=declined(),
    )
    done(holding.begin(actor=asker, on=begins, interview=pk))
    done(holding.announce(actor=asker, on=begins, interview=pk, said={Said.LEADS}))
    done(holding.turn_into_report(actor=asker, on=turns, interview=pk))
    done(holding.announce(actor=asker, on=turns, interview=pk, said={Said.RECORDING}))
    over = turns + timedelta(seconds=30)
    done(holding.end(actor=asker, on=over, interview=pk, topics=["recruitment", "transport"]))
    w.add(pk, over, recording(30, lit=True), begins_at=turns)
    found = findings(Interview.objects.get(pk=pk), w.opening(over))
    assert found.verdict == "lawful"
    assert "age.presumed_child" in {each.fact for each in found.finding("room.adapted").because}  # type: ignore[union-attr]
    assert found.finding("recording.video").due == "until_known"  # type: ignore[union-attr]
    done(closing.close(actor=asker, on=day(-104), interview=pk))
    assert VictimRoad.objects.get(pk=yonas).state == VictimState.REPORT

    # Day -80: the Labour Authority wants him with other interviewers, about what was answered.
    other = certified("trafficking", "minors", service=Service.LABOUR_AUTHORITY)
    admit(w.case, other, w.leader, on=day(-82))
    again = w.draft(
        day(-80),
        kind=InterviewKind.FURTHER,
        seats=(Seat(account=other.id),),
        topics=frozenset({"recruitment"}),
        companion=declined(),
        video=False,
    )
    opening = w.opening(day(-82))
    objections = {
        finding.rule: finding.met
        for finding in planning.check(draft=again, case=CaseId(w.case.pk), opening=opening).findings
        if finding.met not in {None, "yes"}
    }
    assert objections == {
        "recording.video": "no",
        "recording.video_minor": "no",
        "recording.no_downgrade": "no",
        "recording.announced": "unknown",
        "interviewers.same": "no",
        "interview.need_stated": "unknown",
        "interview.no_repeat": "no",
    }
    answered = queries.economy(actor=asker, person=yonas).answered["recruitment"]
    assert [(str(on), service) for _, on, service in answered] == [("2026-08-17", "avim")]
    better = w.draft(
        day(-80),
        kind=InterviewKind.FURTHER,
        need="what he was paid",
        topics=frozenset({"pay"}),
        companion=declined(),
    )
    second = InterviewId(done(planning.plan(actor=other, on=day(-82), draft=better)).pk)
    w.closed(second, day(-80), seconds=10)
    counted = queries.economy(actor=asker, person=yonas)
    assert counted.by_service == {"avim": 2, "labour_authority": 1}
    assert (counted.same_team, counted.followed) == (2, 2)

    # Day -60: an age assessment says 16 to 17; he himself is no longer believed.
    done(age_statements.state_age(actor=asker, on=day(-60), person=yonas, source="age assessment", low=16, high=17))
    for statement in Interview.objects.get(pk=pk).person.age_statements.order_by("pk")[:2]:
        done(
            age_statements.reject_age(
                actor=asker, on=day(-60), statement=statement.pk, reason="the assessment is more exact"
            )
        )
    deliver_pending(on=day(-60))
    # Child rules no longer rest on a presumption: what was concluded has other grounds, and somebody looks again.
    assert {pk, second} <= set(queries.look_again(asker))
    # And image stays: never down.
    third = w.draft(day(-50), kind=InterviewKind.FURTHER, need="who drove", companion=declined(), video=False)
    found = planning.check(draft=third, case=CaseId(w.case.pk), opening=w.opening(day(-60)))
    assert (found.age, found.finding("recording.video").due) == ((16, 18), "no")  # type: ignore[union-attr]
    assert found.finding("recording.no_downgrade").met == "no"  # type: ignore[union-attr]


def test_case_3_under_twelve() -> None:
    """M21, M25, M26, B8, B9: eleven years old, a studio, an aunt, and a recorder that stops after nine minutes."""
    # Twelve on day -7, Monday 23 November 2026.
    w = world("2014-11-23", found=-30)
    mila, asker = w.person, w.asker
    no = Facts(intellectual_disability=Answer.NO, cognitive_disorder=Answer.NO)
    done(persons.state_facts(actor=asker, on=day(-30), person=mila, facts=no))
    done(age_statements.state_age(actor=asker, on=day(-30), person=mila, source="the school", born="2014-11-23"))
    aunt: PersonId = person_of(w.case, asker, CapacityKind.WITNESS, on=day(-21))
    teacher: PersonId = person_of(w.case, asker, CapacityKind.COMPANION, on=day(-21))
    w.informed(-22)

    # Day -21: planned in the studio; not in another room, not with an aunt who may be a witness.
    studio = room(RoomKind.STUDIO).pk
    seats = (Seat(account=asker.id), Seat(account=w.second.id, part=Part.DIRECTS))
    draft = w.draft(day(-14), room=studio, seats=seats, companion=present(aunt))
    assert code(planning.plan(actor=asker, on=day(-21), draft=draft)) == "interview.companion_unexamined"
    refused = Companion(state=CompanionState.REFUSED, person=aunt, reason="she may have to be a witness herself")
    pk = w.planned(day(-14), room=studio, seats=seats, companion=refused)
    elsewhere = w.draft(day(-14), seats=seats, companion=refused)
    found = planning.check(draft=elsewhere, case=CaseId(w.case.pk), opening=w.opening(day(-21)), interview=pk)
    assert (found.finding("room.child_friendly_studio").met, found.verdict) == ("no", "breach")  # type: ignore[union-attr]
    done(holding.settle_companion(actor=asker, on=day(-20), interview=pk, companion=present(teacher)))

    # Day -14: held; the recorder stops after 9 minutes of 48, here seconds.
    held = day(-14, 10, 5)
    w.held(pk, held, 48, topics=["home"])
    w.add(pk, held + timedelta(hours=1), recording(9, lit=True))
    opening = w.opening(day(-14, 12))
    row = Interview.objects.get(pk=pk)
    assert [block.rule for block in closing.blocks(row, opening)] == [
        "recording.audio",
        "recording.video",
        "recording.video_minor",
        "interviewers.same",
    ]
    assert code(closing.close(actor=asker, on=day(-14, 12), interview=pk)) == "interview.close.not_met"
    # Two spoke with her before; a studio takes one, which is explained too.
    for rule in ("recording.audio", "recording.video", "recording.video_minor", "interviewers.same"):
        asked = done(
            explaining.ask(
                actor=asker,
                on=day(-14, 13),
                interview=pk,
                rule=rule,
                cause=Cause.EQUIPMENT,
                reason="The studio recorder stopped. The written log is complete. We will not ask Mila the same again.",
            )
        )
        done(explaining.answer(actor=w.prosecutor, on=day(-14, 14), reason=ReasonId(asked.pk), agreed=True))
    row = done(closing.close(actor=asker, on=day(-13), interview=pk))
    assert row.state == InterviewState.CLOSED

    # Day -7: she is twelve. The studio may, image must: never down.
    after = w.draft(
        day(5),
        kind=InterviewKind.FURTHER,
        need="the second flat",
        topics=frozenset({"flat"}),
        seats=(Seat(account=asker.id),),
        companion=present(teacher),
        video=False,
    )
    found = planning.check(draft=after, case=CaseId(w.case.pk), opening=w.opening(day(0)))
    assert found.age == (12, 12)
    assert found.finding("room.child_friendly_studio").due == "no"  # type: ignore[union-attr]
    assert found.finding("recording.no_downgrade").met == "no"  # type: ignore[union-attr]
    assert found.finding("interviewers.same").met == "yes"  # type: ignore[union-attr]

    # One who did not hear her before is a departure that has to be explained.
    fresh = certified("trafficking", "minors", "studio")
    admit(w.case, fresh, w.leader, on=day(0))
    found = planning.check(
        draft=w.draft(day(5), seats=(Seat(account=fresh.id),), companion=present(teacher)),
        case=CaseId(w.case.pk),
        opening=w.opening(day(0)),
    )
    assert found.finding("interviewers.same").met == "no"  # type: ignore[union-attr]
