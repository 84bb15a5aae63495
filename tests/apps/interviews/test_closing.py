"""Comply or explain, close, and look again: closed only when every duty is met or explained by who may."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.apps.cases.acting import code, done, staff
from tests.apps.interviews.holding_them import (
    World,
    admit,
    certified,
    day,
    declined,
    room,
    world,
)
from tests.recordings import recording
from waarborg.apps.cases import age_statements, persons
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.custody.queries import details_of, entries_about
from waarborg.apps.interviews import closing, explaining, holding, queries
from waarborg.apps.interviews.document import findings
from waarborg.apps.interviews.explaining import LEADS_ANNOUNCED, TOPICS_TOLD
from waarborg.apps.interviews.kinds import Cause, InterviewKind, InterviewState, Moment, RoomKind
from waarborg.apps.interviews.media import MediaProblem
from waarborg.apps.interviews.models import Interview, SafeguardReason
from waarborg.apps.interviews.receipts import check_receipt
from waarborg.apps.people.facts import Facts
from waarborg.apps.people.models import Answer
from waarborg.kernel.actors import Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import InterviewId, ReasonId

pytestmark = pytest.mark.django_db

WHEN = day(-90)
LATER = day(-89)


def held(w: World, content: bytes | None = None, **changes: object) -> InterviewId:
    """A report interview of 48 seconds after an informative one."""
    w.informed(-112)
    pk = w.planned(WHEN, companion=declined(), **changes)
    w.held(pk, WHEN, 48)
    if content:
        w.add(pk, WHEN, content)
    return pk


def asked(w: World, pk: InterviewId, rule: str) -> ReasonId:
    made = explaining.ask(
        actor=w.asker,
        on=LATER,
        interview=pk,
        rule=rule,
        cause=Cause.EQUIPMENT,
        reason="The recorder stopped. We will not ask her the same again.",
    )
    return ReasonId(done(made).pk)


def leave(w: World, pk: InterviewId, *rules: str) -> None:
    """Ask for leave and let the prosecutor give it."""
    for rule in rules:
        done(explaining.answer(actor=w.prosecutor, on=LATER, reason=asked(w, pk, rule), agreed=True))


def closed(w: World, pk: InterviewId) -> Interview | Refusal:
    return closing.close(actor=w.asker, on=LATER, interview=pk)


def test_an_interview_with_everything_due_is_closed_with_a_receipt_that_checks() -> None:
    w = world()
    pk = held(w, recording(48, lit=True))
    row = done(closed(w, pk))
    assert row.state == InterviewState.CLOSED
    opening = w.opening(LATER)
    kept = [json.loads(opening.read(receipt, "receipt")) for receipt in row.receipts.all()]
    assert [receipt.moment for receipt in row.receipts.all()] == [Moment.PLANNED, Moment.HELD, Moment.CLOSED]
    assert [check_receipt(receipt).problems for receipt in kept] == [(), (), ()]
    assert kept[-1]["verdict"] == "lawful"
    assert code(closed(w, pk)) == "interview.closed_already"


def test_b8_m24_m25_nine_of_forty_eight_minutes_keep_it_open_and_both_duties_are_named() -> None:
    """B8, M24, M25: sound always, image for the vulnerable; the refusal says which, found and needed."""
    w = world("2014-03")
    pk = held(w, recording(9, lit=True))
    blocks = closing.blocks(Interview.objects.get(pk=pk), w.opening(LATER))
    short = frozenset({MediaProblem.TOO_SHORT})
    assert {block.rule: block.problems for block in blocks if block.problems} == {
        "recording.audio": short,
        "recording.video": short,
        "recording.video_minor": short,
    }
    refused = closed(w, pk)
    assert code(refused) == "interview.close.not_met"
    assert isinstance(refused, Refusal)
    assert "0:09 of 0:48" in refused.why.en
    assert "0:09 van 0:48" in refused.why.nl
    assert Interview.objects.get(pk=pk).state == InterviewState.HELD
    assert entries_about(pk).filter(act="interview.close", outcome="refused").exists()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, MediaProblem.MISSING),
        ({"seconds": 48, "tone": False}, MediaProblem.SILENT),
        ({"seconds": 12}, MediaProblem.TOO_SHORT),
    ],
)
def test_b8_missing_silent_and_short_sound_keep_it_open_until_explained_by_leave(
    content: dict[str, object] | None, problem: MediaProblem
) -> None:
    """B8: unless explained."""
    w = world()
    pk = held(w, recording(**content) if content else None)  # type: ignore[arg-type]
    (block,) = [
        block
        for block in closing.blocks(Interview.objects.get(pk=pk), w.opening(LATER))
        if block.rule == "recording.audio"
    ]
    assert block.problems == {problem}
    assert code(closed(w, pk)) == "interview.close.not_met"
    leave(w, pk, *(each.rule for each in closing.blocks(Interview.objects.get(pk=pk), w.opening(LATER))))
    row = done(closed(w, pk))
    receipt = json.loads(w.opening(LATER).read(row.receipts.get(moment=Moment.CLOSED), "receipt"))
    assert {each["rule"]: each["met"] for each in receipt["findings"]}["recording.audio"] == "explained"


def test_b8_a_black_image_of_a_child_keeps_it_open() -> None:
    """B8, M22: image of minors, usable as evidence."""
    w = world("2014-03")
    pk = held(w, recording(48, lit=False))
    blocks = closing.blocks(Interview.objects.get(pk=pk), w.opening(LATER))
    assert {block.rule for block in blocks if MediaProblem.BLACK in block.problems} == {
        "recording.video",
        "recording.video_minor",
    }
    assert code(closed(w, pk)) == "interview.close.not_met"


def test_b8_one_changed_bit_keeps_it_open(data_folder: Path) -> None:
    """B8: failing its hash."""
    w = world()
    pk = held(w, recording(48, lit=True))
    (file,) = (data_folder / "vault" / "objects").iterdir()
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    refused = closed(w, pk)
    assert code(refused) == "interview.close.not_met"
    assert isinstance(refused, Refusal)
    assert "hash" in refused.why.en
    file.unlink()
    refused = closed(w, pk)
    assert isinstance(refused, Refusal)
    assert "gone from the vault" in refused.why.en


def test_b3_what_was_possible_and_not_done_is_explained_before_it_is_closed() -> None:
    """B3, M20: an adapted room if possible; the reason is kept with its approver, and is counted."""
    w = world("2009")
    pk = held(w, recording(48, lit=True), room=room(RoomKind.STANDARD).pk)
    assert [block.rule for block in closing.blocks(Interview.objects.get(pk=pk), w.opening(LATER))] == ["room.adapted"]
    assert code(closed(w, pk)) == "interview.close.not_met"
    done(explaining.answer(actor=w.leader, on=LATER, reason=asked(w, pk, "room.adapted"), agreed=True))
    done(closed(w, pk))
    kept = SafeguardReason.objects.get(interview=pk)
    assert (kept.answered_as, kept.answered_by, kept.cause) == ("team_leader", w.leader.id, Cause.EQUIPMENT)


def test_b3_a_must_needs_the_prosecutor_and_nobody_approves_their_own_reason() -> None:
    """B3: leave to deviate from a must is the prosecutor's."""
    w = world()
    pk = held(w)
    reason = asked(w, pk, "recording.audio")
    assert code(explaining.answer(actor=w.leader, on=LATER, reason=reason, agreed=True)) == (
        "interview.answer.needs_prosecutor"
    )
    both = staff(Role.DETECTIVE, Role.PROSECUTOR)
    admit(w.case, both, w.leader, on=LATER)
    own = done(
        explaining.ask(
            actor=both, on=LATER, interview=pk, rule="recording.announced", cause=Cause.OTHER, reason="I forgot"
        )
    )
    answered = explaining.answer(actor=both, on=LATER, reason=ReasonId(own.pk), agreed=True)
    assert code(answered) == "interview.answer.own_reason"
    own.refresh_from_db()
    assert own.agreed is None
    plain = certified("trafficking")
    admit(w.case, plain, w.leader, on=LATER)
    assert code(explaining.answer(actor=plain, on=LATER, reason=reason, agreed=True)) == (
        "interview.answer.needs_prosecutor"
    )


def test_b3_a_refusal_is_kept_with_its_reason_and_explains_nothing() -> None:
    """B3: and another reason can be asked."""
    w = world()
    pk = held(w)
    reason = asked(w, pk, "recording.audio")
    blank = explaining.answer(actor=w.prosecutor, on=LATER, reason=reason, agreed=False, words=" ")
    assert code(blank) == "interview.reason_missing"
    row = done(
        explaining.answer(actor=w.prosecutor, on=LATER, reason=reason, agreed=False, words="look for the file first")
    )
    assert row.agreed is False
    assert w.opening(LATER).read(row, "answer") == "look for the file first"
    found = findings(Interview.objects.get(pk=pk), w.opening(LATER)).finding("recording.audio")
    assert found is not None
    assert found.met == "no"
    again = explaining.answer(actor=w.prosecutor, on=LATER, reason=reason, agreed=True)
    assert code(again) == "interview.answer.answered_already"
    leave(w, pk, "recording.audio")
    assert SafeguardReason.objects.filter(interview=pk).count() == 2


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"rule": "recording.everything"}, "interview.ask.rule_unknown"),
        ({"reason": " \n"}, "interview.reason_missing"),
    ],
)
def test_a_question_for_leave_names_a_duty_and_says_what_happened(changes: dict[str, str], expected: str) -> None:
    w = world()
    pk = held(w)
    facts = {"rule": "recording.audio", "reason": "The recorder stopped."} | changes
    assert code(explaining.ask(actor=w.asker, on=LATER, interview=pk, cause=Cause.OTHER, **facts)) == expected


def test_leave_is_asked_once_at_a_time_and_its_words_are_sealed() -> None:
    w = world()
    pk = held(w)
    reason = asked(w, pk, "recording.audio")
    again = explaining.ask(
        actor=w.asker, on=LATER, interview=pk, rule="recording.audio", cause=Cause.OTHER, reason="once more"
    )
    assert code(again) == "interview.ask.asked_already"
    row = SafeguardReason.objects.get(pk=reason)
    assert b"recorder" not in bytes(row.reason)
    assert queries.asked_of(w.prosecutor) == (reason,)
    assert queries.asked_of(w.asker) == ()
    entry = entries_about(reason).get(act="safeguard.ask_leave")
    assert details_of([entry], w.opening(LATER), w.case.scope)[str(entry.pk)]["cause"] == "equipment"


def test_a_must_that_is_unknown_keeps_it_open_and_no_reason_helps() -> None:
    w = world()
    pk = held(w, recording(48, lit=True), acute=None)
    # Whether there was an informative interview is known, so the acute situation does not matter.
    done(closed(w, pk))
    other = world("2012")
    pk = other.planned(WHEN, kind=InterviewKind.FURTHER)
    other.held(pk, WHEN, 20)
    other.add(pk, WHEN, recording(20, lit=True))
    leave(other, pk, "companion.of_choice")
    blocks = closing.blocks(Interview.objects.get(pk=pk), other.opening(LATER))
    assert [block.rule for block in blocks] == ["companion.of_choice"]
    done(holding.settle_companion(actor=other.asker, on=LATER, interview=pk, companion=declined()))
    done(closing.close(actor=other.asker, on=LATER, interview=pk))


def test_m1_an_informative_interview_owes_its_seven_topics_and_the_announcement_of_leads() -> None:
    """M1: informative means informed of everything; what was not told is told, or explained by leave."""
    w = world()
    pk = w.planned(WHEN, kind=InterviewKind.INFORMATIVE, sound=None, video=None, topics=None)
    done(holding.begin(actor=w.asker, on=WHEN, interview=pk))
    assert code(closed(w, pk)) == "interview.close.not_ended"
    done(holding.end(actor=w.asker, on=WHEN, interview=pk, topics=["consequences", "support"]))
    blocks = closing.blocks(Interview.objects.get(pk=pk), w.opening(LATER))
    assert [block.rule for block in blocks] == [LEADS_ANNOUNCED, TOPICS_TOLD]
    assert "Time to think" in blocks[1].what.en
    assert "consequences" not in blocks[1].what.en
    assert code(closed(w, pk)) == "interview.close.not_met"
    leave(w, pk, LEADS_ANNOUNCED, TOPICS_TOLD)
    done(closed(w, pk))


def test_whoever_does_not_work_on_the_case_neither_asks_nor_answers_nor_closes() -> None:
    w, stranger = world(), certified("trafficking")
    pk = held(w)
    reason = asked(w, pk, "recording.audio")
    refused = (
        closing.close(actor=stranger, on=LATER, interview=pk),
        explaining.answer(actor=stranger, on=LATER, reason=reason, agreed=True),
        explaining.ask(
            actor=stranger, on=LATER, interview=pk, rule="room.adapted", cause=Cause.OTHER, reason="curious"
        ),
        closing.look_again(actor=stranger, on=LATER, interview=pk),
    )
    assert {code(each) for each in refused} == {"case.need_to_know"}


def test_b7_a_later_finding_about_age_opens_the_conclusion_again_until_somebody_looked() -> None:
    """B7: the rules follow the whole span; what becomes known later re-opens what was concluded."""
    w = world("1998")
    no = Facts(intellectual_disability=Answer.NO, cognitive_disorder=Answer.NO)
    done(persons.state_facts(actor=w.asker, on=day(-118), person=w.person, facts=no))
    # An adult: sound is enough.
    pk = held(w, recording(48))
    done(closed(w, pk))
    deliver_pending(on=LATER)
    assert queries.look_again(w.asker) == ()
    done(age_statements.state_age(actor=w.asker, on=day(-60), person=w.person, source="a school card", born="2012"))
    deliver_pending(on=day(-60))
    assert pk in queries.look_again(w.asker)
    row = Interview.objects.get(pk=pk)
    again = row.receipts.get(moment=Moment.AGAIN)
    kept = json.loads(w.opening(LATER).read(again, "receipt"))
    assert check_receipt(kept).problems == ()
    assert {each["rule"]: each["due"] for each in kept["findings"]}["recording.video"] == "until_known"
    assert row.state == InterviewState.CLOSED
    done(closing.look_again(actor=w.leader, on=day(-59), interview=pk))
    assert pk not in queries.look_again(w.asker)
    assert code(closing.look_again(actor=w.leader, on=day(-59), interview=pk)) == "interview.look_again.nothing"


def test_b7_news_that_changes_nothing_asks_nobody_to_look_again_however_often_it_comes() -> None:
    """B7: and a listener may be called twice."""
    w = world("1998")
    pk = held(w, recording(48, lit=True))
    done(closed(w, pk))
    done(age_statements.state_age(actor=w.asker, on=day(-60), person=w.person, source="a letter", born="1998-05"))
    deliver_pending(on=day(-60))
    assert not Interview.objects.get(pk=pk).receipts.filter(moment=Moment.AGAIN).exists()
    done(age_statements.state_age(actor=w.asker, on=day(-60), person=w.person, source="a card", born="2012"))
    deliver_pending(on=day(-60))
    made = Interview.objects.get(pk=pk).receipts.filter(moment=Moment.AGAIN).count()
    done(closing.reconsider(actor=w.asker, on=day(-60), interview=pk) or Interview.objects.get(pk=pk))
    assert Interview.objects.get(pk=pk).receipts.filter(moment=Moment.AGAIN).count() == made
