"""Closing at the desk: what keeps an interview open, explaining it in place, and who gives leave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.apps.cases.acting import done
from tests.apps.interviews.holding_them import ALL_TOPICS, World, certified, day, declined, room, world
from tests.faces.desk.interviewing import browser_of, desk_at, latest_entry, words
from tests.recordings import recording
from waarborg.apps.cases import age_statements
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.interviews import explaining, holding
from waarborg.apps.interviews.holding import Said
from waarborg.apps.interviews.kinds import Cause, InterviewKind, InterviewState, RoomKind
from waarborg.apps.interviews.models import Interview, Receipt, SafeguardReason
from waarborg.kernel.ids import InterviewId

pytestmark = pytest.mark.django_db
ON, NOW = day(-14), day(-13)


@pytest.fixture
def girl() -> Iterator[World]:
    """A girl of eleven who had her informative interview; the desk is open a day after her interview."""
    with desk_at(NOW):
        made = world("2015-05-01")
        made.informed(-20)
        yield made


def held(made: World, seconds: int = 20, recorded: int | None = None) -> InterviewId:
    """An interview of so many seconds, of which so many were recorded."""
    pk = made.planned(ON, companion=declined(), room=room(RoomKind.STUDIO).pk, seats=_one(made))
    made.held(pk, ON, seconds)
    if recorded is not None:
        made.add(pk, ON + timedelta(hours=1), recording(recorded, lit=True), ON)
    return pk


def _one(made: World) -> object:
    return made.draft(ON).seats[:1]


def page_of(pk: InterviewId) -> str:
    return f"/interviews/{pk}/close/"


def state_of(pk: InterviewId) -> str:
    return str(Interview.objects.get(pk=pk).state)


def test_b8_it_cannot_be_closed_while_the_recording_stops_too_early_and_the_page_says_where_and_how_long(
    girl: World,
) -> None:
    pk = held(girl, 48, 9)
    client = browser_of(girl.asker)
    shown = words(client.get(page_of(pk)))
    assert "This interview cannot be closed yet" in shown
    assert "Found in the vault: The recording has 0:09 of 0:48 minutes." in shown
    assert "Sound: 0:09 of 0:48: too short." in shown
    assert "Image: 0:09 of 0:48: too short." in shown
    assert "Close this interview" not in shown
    assert client.post(page_of(pk)).status_code == 403
    assert state_of(pk) == InterviewState.HELD


def explain(pk: InterviewId, rule: str) -> str:
    return f"/interviews/{pk}/close/explain/{rule}/"


WHY = {"cause": "equipment", "reason": "The recorder stopped. The log is complete. We will not ask it again."}


def test_b3_one_explanation_covers_the_promises_it_says_and_waits_for_the_prosecutor(girl: World) -> None:
    pk = held(girl, 48, 9)
    client = browser_of(girl.asker)
    also = ["recording.video", "recording.video_minor", "interviewers.same"]
    answer = client.post(explain(pk, "recording.audio"), {**WHY, "also": also})
    assert answer.status_code == 303
    assert set(SafeguardReason.objects.values_list("rule", flat=True)) == {"recording.audio", *also}
    shown = words(client.get(page_of(pk)))
    assert "Not answered yet." in shown
    assert "This interview cannot be closed yet" in shown
    # Nobody approves their own reason, and a must needs the prosecutor.
    leave = browser_of(girl.prosecutor)
    for reason in SafeguardReason.objects.all():
        assert leave.post(f"/interviews/{pk}/asked/{reason.pk}/", {"go": "agree"}).status_code == 303
    assert "Every duty is met or explained" in words(client.get(page_of(pk)))
    assert client.post(page_of(pk)).status_code == 303
    assert state_of(pk) == InterviewState.CLOSED
    assert "This interview is closed" in words(client.get(page_of(pk)))


def test_of_several_promises_explained_at_once_all_are_asked_or_none(girl: World) -> None:
    pk = held(girl, 48, 9)
    done(
        explaining.ask(
            actor=girl.asker, on=NOW, interview=pk, rule="recording.video", cause=Cause.EQUIPMENT, reason="It stopped."
        )
    )
    answer = browser_of(girl.asker).post(explain(pk, "recording.audio"), {**WHY, "also": ["recording.video"]})
    assert answer.status_code == 409
    assert "Leave for this is asked already." in words(answer)
    assert SafeguardReason.objects.count() == 1


def test_a_reason_that_is_missing_is_asked_for_at_its_place_and_keeps_the_cause(girl: World) -> None:
    pk = held(girl, 48, 9)
    answer = browser_of(girl.asker).post(explain(pk, "recording.video"), {"cause": "equipment", "reason": " "})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert '<a href="#recording-video_reason">' in html
    assert 'id="recording-video_reason"' in html
    assert '<option value="equipment" selected>' in html
    assert not SafeguardReason.objects.exists()


def asked(made: World, pk: InterviewId, rule: str = "recording.video") -> SafeguardReason:
    return done(
        explaining.ask(
            actor=made.leader, on=NOW, interview=pk, rule=rule, cause=Cause.EQUIPMENT, reason="The recorder stopped."
        )
    )


def test_what_waits_for_leave_stands_before_those_who_may_give_it_and_nobody_else(girl: World) -> None:
    pk = held(girl, 48, 9)
    asked(girl, pk)
    said = "Record sound and image of the whole interview."
    assert said in words(browser_of(girl.prosecutor).get("/interviews/asked/"))
    for other in (girl.leader, girl.asker, certified("trafficking")):
        assert "Nobody asks leave of you now." in words(browser_of(other).get("/interviews/asked/"))


def test_one_does_not_answer_what_one_asked_and_the_attempt_is_on_record(girl: World) -> None:
    pk = held(girl, 48, 9)
    reason = asked(girl, pk, "interviewers.same")
    client = browser_of(girl.leader)
    assert "You asked this yourself. Somebody else answers." in words(
        client.get(f"/interviews/{pk}/asked/{reason.pk}/")
    )
    assert client.post(f"/interviews/{pk}/asked/{reason.pk}/", {"go": "agree"}).status_code == 403
    assert latest_entry(outcome="refused").actor == girl.leader.id
    assert SafeguardReason.objects.get().agreed is None


def test_a_refusal_of_leave_needs_words_and_stays_on_the_page(girl: World) -> None:
    pk = held(girl, 48, 9)
    reason = asked(girl, pk)
    address = f"/interviews/{pk}/asked/{reason.pk}/"
    client = browser_of(girl.prosecutor)
    assert client.post(address, {"go": "refuse", "words": ""}).status_code == 409
    assert client.post(address, {"go": "refuse", "words": "Look on the second recorder."}).status_code == 303
    shown = words(browser_of(girl.asker).get(page_of(pk)))
    assert "refused leave" in shown
    assert "Look on the second recorder." in shown
    assert "Explain it, or put it right" in shown


def test_an_answer_that_is_neither_leave_nor_a_refusal_changes_nothing(girl: World) -> None:
    pk = held(girl, 48, 9)
    reason = asked(girl, pk)
    address = f"/interviews/{pk}/asked/{reason.pk}/"
    assert browser_of(girl.prosecutor).post(address, {"words": "Hm."}).status_code == 422
    assert SafeguardReason.objects.get().agreed is None


def test_with_everything_there_it_is_closed_and_the_receipt_is_kept(girl: World) -> None:
    pk = held(girl, 20, 20)
    client = browser_of(girl.asker)
    blocked = [each.rule for each in SafeguardReason.objects.all()]
    assert blocked == []
    shown = words(client.get(page_of(pk)))
    if "cannot be closed" in shown:
        asked_row = asked(girl, pk, "interviewers.same")
        done(explaining.answer(actor=girl.prosecutor, on=NOW, reason=asked_row.pk, agreed=True))
    assert "Close this interview" in words(client.get(page_of(pk)))
    assert client.post(page_of(pk)).status_code == 303
    assert Receipt.objects.filter(interview=pk, moment="closed").exists()


def test_the_duties_of_an_informative_interview_keep_it_open_too_and_can_be_explained(girl: World) -> None:
    pk = girl.planned(
        ON, kind=InterviewKind.INFORMATIVE, sound=None, video=None, topics=None, companion=declined(), seats=_one(girl)
    )
    done(holding.begin(actor=girl.asker, on=ON, interview=pk))
    done(holding.announce(actor=girl.asker, on=ON, interview=pk, said={Said.WATCHERS}))
    done(holding.end(actor=girl.asker, on=ON + timedelta(minutes=20), interview=pk, topics=ALL_TOPICS[:3]))
    client = browser_of(girl.asker)
    shown = words(client.get(page_of(pk)))
    assert "Say at the start that usable leads are written up." in shown
    assert "Not told yet:" in shown
    assert client.post(explain(pk, "informative.topics"), WHY).status_code == 303
    assert SafeguardReason.objects.get().rule == "informative.topics"


def test_a_rule_that_is_none_is_refused(girl: World) -> None:
    pk = held(girl, 48, 9)
    answer = browser_of(girl.asker).post(explain(pk, "no.such.rule"), WHY)
    assert answer.status_code == 409
    assert "This is no duty of an interview." in words(answer)


def test_nobody_of_another_case_sees_or_closes_it(girl: World) -> None:
    pk = held(girl, 48, 9)
    reason = asked(girl, pk)
    stranger = browser_of(certified("trafficking"))
    for answer in (
        stranger.get(page_of(pk)),
        stranger.post(page_of(pk)),
        stranger.post(explain(pk, "recording.audio"), WHY),
        stranger.get(f"/interviews/{pk}/asked/{reason.pk}/"),
        stranger.get(f"/interviews/{pk}/again/"),
    ):
        assert answer.status_code == 403
        assert "recorder" not in words(answer)
    assert state_of(pk) == InterviewState.HELD


def test_b7_a_later_finding_on_age_is_shown_side_by_side_until_somebody_looked(girl: World) -> None:
    made = world("2004", found=-60)
    pk = made.informed(-30)
    client = browser_of(made.asker)
    assert "Nothing changed since this interview was closed." in words(client.get(f"/interviews/{pk}/again/"))
    done(
        age_statements.state_age(
            actor=made.asker, on=day(-15), person=made.person, source="age assessment", low=15, high=17
        )
    )
    deliver_pending(on=day(-15))
    assert "Look again" in words(client.get("/interviews/?show=again"))
    shown = words(client.get(f"/interviews/{pk}/again/"))
    assert "What is known of the age of Somebody changed." in shown
    assert shown.index("Then, Saturday 31 October 2026") < shown.index("Now, Sunday 15 November 2026")
    assert client.post(f"/interviews/{pk}/again/").status_code == 303
    assert "Somebody looked at this again" in words(client.get(f"/interviews/{pk}/again/"))
    assert "No conclusion changed since it was closed." in words(client.get("/interviews/?show=again"))
    assert client.post(f"/interviews/{pk}/again/").status_code == 409
