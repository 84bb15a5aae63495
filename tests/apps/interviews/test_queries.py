"""What lists, agendas and figures show, and to whom."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import code, done
from tests.apps.interviews.holding_them import admit, certified, day, declined, person_of, present, room, world
from tests.recordings import recording
from waarborg.apps.cases import access
from waarborg.apps.custody.models import Entry
from waarborg.apps.interviews import explaining, planning, queries
from waarborg.apps.interviews.document import findings
from waarborg.apps.interviews.drafts import Seat
from waarborg.apps.interviews.kinds import Cause, InterviewKind, RoomKind
from waarborg.apps.interviews.media import MediaProblem, Track
from waarborg.apps.interviews.models import Interview
from waarborg.apps.people.models import CapacityKind
from waarborg.kernel.actors import Actor, Role, Service
from waarborg.kernel.clock import day_of
from waarborg.kernel.ids import AccountId, CaseId, InterviewId, ObjectId

pytestmark = pytest.mark.django_db

NOW = day(-70)


def test_a_list_shows_the_cases_that_the_actor_works_on_and_is_one_entry() -> None:
    w, elsewhere = world(), world()
    first, second = w.planned(day(-90)), w.planned(day(-80))
    elsewhere.planned(day(-90, 15))
    before = Entry.objects.count()
    lines = queries.listed(actor=w.asker, on=NOW)
    assert [line.interview for line in lines] == [first, second]
    assert lines[0].person_called == "Somebody"
    entry = Entry.objects.get(act="interview.list", actor=w.asker.id)
    assert Entry.objects.count() == before + 1
    assert entry.subjects.split() == [w.case.pk, w.person]


def test_a_list_of_nothing_reads_nothing_and_enters_nothing() -> None:
    world().planned(day(-90))
    stranger = certified("trafficking")
    assert queries.listed(actor=stranger, on=NOW) == ()
    assert not Entry.objects.filter(act="interview.list").exists()


def test_a_need_to_know_that_ended_shows_nothing_any_more() -> None:
    w = world()
    w.planned(day(-90))
    assert len(queries.listed(actor=w.second, on=NOW)) == 1
    ended = access.withdraw_need(
        actor=w.leader, on=NOW, case=CaseId(w.case.pk), account=w.second.id, reason="works elsewhere now"
    )
    done(ended)
    assert queries.listed(actor=w.second, on=NOW) == ()
    assert queries.agenda(actor=w.second, first=day_of(day(-120)), last=day_of(day(0))) == ()


def test_a_line_says_what_the_rulebook_says_of_the_interview_alone() -> None:
    w = world("2012")
    w.informed(-112)
    w.planned(day(-90), room=room(RoomKind.STANDARD).pk, video=None, companion=declined())
    w.closed(w.planned(day(-88), companion=declined()), day(-88))
    cancelled = w.planned(day(-80))
    done(planning.cancel(actor=w.asker, on=NOW, interview=cancelled, reason="she is ill"))
    opening = w.opening(NOW)
    for line in queries.listed(actor=w.asker, on=NOW):
        row = Interview.objects.get(pk=line.interview)
        alone = findings(row, opening)
        assert line.verdict == (None if line.interview == cancelled else alone.verdict)
        counted = [finding.state.value for finding in alone.findings if finding.in_verdict]
        assert line.states == {state: counted.count(state) for state in counted}


def test_b4_b5_interviews_teams_and_topics_are_counted_over_all_services() -> None:
    """B4, B5, M17, M18, M19: law.md 13 row 16: counts add up per victim across services."""
    w = world("2009")
    w.informed(-112)
    w.closed(w.planned(day(-105), companion=declined()), day(-105), topics=["recruitment", "housing"])
    other = certified("trafficking", "minors", service=Service.LABOUR_AUTHORITY)
    admit(w.case, other, w.leader, on=day(-90))
    draft = w.draft(
        day(-80), kind=InterviewKind.FURTHER, seats=(Seat(account=other.id),), need="wages", topics=frozenset({"pay"})
    )
    pk = InterviewId(done(planning.plan(actor=other, on=day(-85), draft=draft)).pk)
    counted = queries.economy(actor=w.asker, person=w.person)
    assert (counted.held, counted.by_service) == (2, {"avim": 2})
    assert (counted.same_team, counted.followed) == (1, 1)
    w.held(pk, day(-80))
    counted = queries.economy(actor=w.asker, person=w.person)
    assert counted.by_service == {"avim": 2, "labour_authority": 1}
    assert counted.by_kind == {"informative": 1, "report": 1, "further": 1}
    assert (counted.same_team, counted.followed) == (1, 2)
    assert [where[2] for where in counted.answered["recruitment"]] == ["avim"]
    assert queries.economy(actor=certified("trafficking"), person=w.person).held == 0


def test_m16_the_days_from_first_contact_to_each_interview_are_counted_planned_ones_too() -> None:
    """M16: without unnecessary delay: every day that somebody waits is seen, with the words of the plan beside it."""
    w = world(found=-119)
    informed = w.informed(-112)
    later = w.planned(day(-90), note="first the interpreter was ill")
    gone = w.planned(day(-80))
    done(planning.cancel(actor=w.asker, on=NOW, interview=gone, reason="she is ill"))
    assert queries.economy(actor=w.asker, person=w.person).waited == {informed: 7, later: 29}
    assert done(queries.opened(actor=w.asker, on=NOW, interview=later)).words["note"] == "first the interpreter was ill"
    witness = person_of(w.case, w.asker, CapacityKind.WITNESS, on=day(-100))
    pk = w.planned(day(-85), person=witness, heard_as=CapacityKind.WITNESS)
    assert queries.economy(actor=w.asker, person=witness).waited == {pk: None}


def test_an_agenda_holds_the_days_asked_for_and_names_nobody_who_is_heard() -> None:
    w = world()
    first = w.planned(day(-90, 23, 30), room=None)
    second = w.planned(day(-80))
    both = queries.agenda(actor=w.second, first=day_of(day(-90)), last=day_of(day(-80)))
    assert [(each.interview, each.part) for each in both] == [(first, "asks"), (second, "asks")]
    assert [
        each.interview for each in queries.agenda(actor=w.second, first=day_of(day(-89)), last=day_of(day(-80)))
    ] == [second]
    assert queries.agenda(actor=w.leader, first=day_of(day(-90)), last=day_of(day(-80))) == ()


def test_a_person_sees_their_own_interviews_and_no_other() -> None:
    w = world()
    pk = w.planned(day(-90))
    portal = Actor(id=AccountId.new(), roles=frozenset({Role.VICTIM}), persons=frozenset({w.person}))
    assert list(queries.visible(portal).values_list("pk", flat=True)) == [pk]
    nobody = Actor(id=AccountId.new(), roles=frozenset({Role.VICTIM}))
    assert not queries.visible(nobody).exists()


def test_one_interview_is_opened_whole_after_its_entry() -> None:
    w = world()
    w.informed(-112)
    teacher = person_of(w.case, w.asker, CapacityKind.COMPANION, on=day(-100))
    pk = w.planned(day(-90), need="who drove", companion=present(teacher))
    w.held(pk, day(-90), 48)
    medium = w.add(pk, day(-90), recording(9))
    asked = explaining.ask(
        actor=w.asker, on=NOW, interview=pk, rule="recording.audio", cause=Cause.EQUIPMENT, reason="It stopped."
    )
    done(asked)
    view = done(queries.opened(actor=w.asker, on=NOW, interview=pk))
    assert (view.person_called, view.companion_called, view.words["need"]) == ("Somebody", "Somebody", "who drove")
    assert {part for _, part in view.team} == {"asks"}
    assert view.strips[Track.SOUND].problems == {MediaProblem.TOO_SHORT}
    assert [kept.object for kept in view.kept] == [medium.object]
    assert "recording.audio" in {block.rule for block in view.blocks}
    assert [(each.words, each.agreed) for each in view.reasons] == [("It stopped.", None)]
    assert [moment for moment, _, _ in view.receipts] == ["planned", "held"]
    entry = Entry.objects.filter(act="interview.read", actor=w.asker.id).latest("at")
    assert {w.case.pk, w.person} <= set(entry.subjects.split())


def test_whoever_is_not_admitted_opens_and_plays_nothing_and_is_written_down() -> None:
    w, stranger = world(), certified("trafficking")
    w.informed(-112)
    pk = w.planned(day(-90))
    w.held(pk, day(-90))
    medium = w.add(pk, day(-90), recording(2))
    object_id = ObjectId(medium.object)
    assert code(queries.opened(actor=stranger, on=NOW, interview=pk)) == "case.need_to_know"
    assert code(queries.opened(actor=w.asker, on=NOW, interview=InterviewId.new())) == "interview.unknown"
    refused = queries.playback(actor=stranger, on=NOW, object_id=object_id, reason="curious")
    assert code(refused) == "case.need_to_know"
    assert Entry.objects.filter(actor=stranger.id, outcome="refused").count() == 2
    assert code(queries.playback(actor=w.asker, on=NOW, object_id=object_id, reason="")) == "object.play.no_reason"
    played = done(queries.playback(actor=w.asker, on=NOW, object_id=object_id, reason="to write the report"))
    with played.file:
        assert played.file.read(4) == b"RIFF"
    assert code(queries.playback(actor=w.asker, on=NOW, object_id=ObjectId.new(), reason="x")) == "interview.unknown"
