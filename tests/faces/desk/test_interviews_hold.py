"""The control room: each button is one act, and what cannot be done says why in place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.apps.cases.acting import done
from tests.apps.interviews.holding_them import ALL_TOPICS, World, certified, day, declined, person_of, present, world
from tests.faces.desk.interviewing import browser_of, desk_at, latest_entry, words
from waarborg.apps.interviews import holding
from waarborg.apps.interviews.kinds import CompanionState, InterviewKind, InterviewState, Part, Stayed
from waarborg.apps.interviews.models import Interview
from waarborg.apps.people.models import CapacityKind
from waarborg.kernel.ids import InterviewId

pytestmark = pytest.mark.django_db
NOW = day(0)


@pytest.fixture
def room_of() -> Iterator[World]:
    """A case of a grown woman; the desk is open on day 0 at ten."""
    with desk_at(NOW):
        yield world()


def press(client: Client, pk: InterviewId, act: str, **more: object) -> object:
    return client.post(f"/interviews/{pk}/hold/", {"act": act, **more})


def begun(made: World, **changes: object) -> InterviewId:
    pk = made.planned(NOW, **changes)
    done(holding.begin(actor=made.asker, on=NOW, interview=pk))
    return pk


def row_of(pk: InterviewId) -> Interview:
    return Interview.objects.get(pk=pk)


def test_who_is_really_there_is_said_when_it_begins(room_of: World) -> None:
    pk = room_of.planned(NOW)
    client = browser_of(room_of.asker)
    sent = {f"seat-{room_of.asker.id}": "asks", f"seat-{room_of.second.id}": "watches"}
    answer = client.post(f"/interviews/{pk}/hold/", {"act": "begin", **sent})
    assert answer.status_code == 303
    assert row_of(pk).held_from == NOW
    assert dict(row_of(pk).team.values_list("account", "part")) == {
        room_of.asker.id: Part.ASKS,
        room_of.second.id: Part.WATCHES,
    }
    assert "Going on since 10:00" in words(client.get(f"/interviews/{pk}/hold/"))


def test_it_does_not_begin_with_nobody_who_asks_and_says_why(room_of: World) -> None:
    pk = room_of.planned(NOW)
    answer = browser_of(room_of.asker).post(f"/interviews/{pk}/hold/", {"act": "begin"})
    assert answer.status_code == 409
    assert "Nobody is named who asks the questions." in words(answer)
    assert row_of(pk).state == InterviewState.PLANNED


def test_announcing_is_kept_with_its_time_and_changes_the_findings(room_of: World) -> None:
    pk = begun(room_of)
    client = browser_of(room_of.asker)
    assert "Said now" in words(client.get(f"/interviews/{pk}/hold/"))
    press(client, pk, "announce", said=["recording", "watchers"])
    shown = words(client.get(f"/interviews/{pk}/hold/"))
    assert row_of(pk).announced_at == NOW
    assert "Said at 10:00." in shown


def test_a_break_says_who_stayed_and_ends(room_of: World) -> None:
    pk = begun(room_of)
    client = browser_of(room_of.asker)
    assert client.post(f"/interviews/{pk}/hold/", {"act": "pause"}).status_code == 422
    press(client, pk, "pause", stayed="person")
    shown = words(client.get(f"/interviews/{pk}/hold/"))
    assert "Break since 10:00" in shown
    assert "In the room: The person" in shown
    press(client, pk, "resume")
    pause = row_of(pk).pauses.get()
    assert (pause.stayed, pause.ends) == (Stayed.PERSON, NOW)
    again = client.post(f"/interviews/{pk}/hold/", {"act": "resume"})
    assert again.status_code == 409
    assert "This break has begun or ended already." in words(again)


def test_m1_it_turns_into_a_report_at_the_minute_that_was_pressed_and_other_duties_hold(room_of: World) -> None:
    pk = begun(room_of, kind=InterviewKind.INFORMATIVE, sound=None, video=None, topics=None)
    client = browser_of(room_of.asker)
    before = words(client.get(f"/interviews/{pk}/hold/"))
    press(client, pk, "turn")
    after = words(client.get(f"/interviews/{pk}/hold/"))
    assert row_of(pk).turned_at == NOW
    assert "It turned into a report at 10:00." in after
    assert "It turns into a report now" in before
    assert "It turns into a report now" not in after
    assert "Record the sound of the whole interview." in after


def test_the_seven_topics_are_ticked_at_the_end_and_none_is_taken_for_granted(room_of: World) -> None:
    facts = {"kind": InterviewKind.INFORMATIVE, "sound": None, "video": None, "topics": None}
    first = begun(room_of, **facts)
    client = browser_of(room_of.asker)
    answer = client.post(f"/interviews/{first}/hold/", {"act": "end"})
    assert answer["Location"] == f"/interviews/{first}/close/"
    assert row_of(first).topics == ""
    assert row_of(first).held_until == NOW
    with desk_at(day(1)):
        second = room_of.planned(day(1), **facts)
        done(holding.begin(actor=room_of.asker, on=day(1), interview=second))
        browser_of(room_of.asker).post(f"/interviews/{second}/hold/", {"act": "end", "topics": list(ALL_TOPICS)})
    assert set((row_of(second).topics or "").split()) == set(ALL_TOPICS)


def test_nothing_ticked_at_the_end_of_a_report_leaves_what_was_planned(room_of: World) -> None:
    pk = begun(room_of)
    browser_of(room_of.asker).post(f"/interviews/{pk}/hold/", {"act": "end"})
    assert row_of(pk).topics == "recruitment"


def test_only_what_the_plan_left_open_is_asked_at_the_end(room_of: World) -> None:
    pk = begun(room_of, acute=None, behavioural_expert=None)
    client = browser_of(room_of.asker)
    assert "Was it acute?" in words(client.get(f"/interviews/{pk}/hold/"))
    client.post(f"/interviews/{pk}/hold/", {"act": "end", "acute": "no", "behavioural_expert": ""})
    assert (row_of(pk).acute, row_of(pk).behavioural_expert) == (False, None)


def test_b9_a_witness_does_not_sit_there_unseen(room_of: World) -> None:
    aunt = person_of(room_of.case, room_of.asker, CapacityKind.WITNESS, on=day(-20))
    pk = begun(room_of, companion=declined())
    client = browser_of(room_of.asker)
    sent = {"act": "companion", "companion_state": "present", "companion": str(aunt)}
    refused = client.post(f"/interviews/{pk}/hold/", sent)
    assert refused.status_code == 409
    assert "This companion may have to be a witness, and nobody looked at that yet." in words(refused)
    assert row_of(pk).companion_state == CompanionState.DECLINED
    client.post(f"/interviews/{pk}/hold/", {**sent, "companion_examined": "She saw nothing herself."})
    assert row_of(pk).companion_state == CompanionState.PRESENT
    assert present(aunt).person == row_of(pk).companion_id


def test_consulting_the_prosecutor_needs_an_answer_and_a_prosecutor(room_of: World) -> None:
    pk = begun(room_of, kind=InterviewKind.INFORMATIVE, sound=None, video=None, topics=None)
    client = browser_of(room_of.asker)
    asked = {"act": "consult", "prosecutor": str(room_of.prosecutor.id)}
    assert client.post(f"/interviews/{pk}/hold/", asked).status_code == 422
    assert row_of(pk).consulted is None
    assert client.post(f"/interviews/{pk}/hold/", {**asked, "sound": "yes"}).status_code == 303
    assert row_of(pk).consulted == room_of.prosecutor.id


def test_a_button_that_is_none_does_nothing(room_of: World) -> None:
    pk = begun(room_of)
    assert browser_of(room_of.asker).post(f"/interviews/{pk}/hold/", {"act": "erase"}).status_code == 303
    assert row_of(pk).held_until is None


def test_nobody_presses_anything_in_another_case(room_of: World) -> None:
    pk = begun(room_of)
    stranger = certified("trafficking")
    client = browser_of(stranger)
    assert client.get(f"/interviews/{pk}/hold/").status_code == 403
    assert client.post(f"/interviews/{pk}/hold/", {"act": "end"}).status_code == 403
    assert latest_entry(outcome="refused").actor == stranger.id
    assert row_of(pk).held_until is None


def test_a_prosecutor_sees_the_control_room_without_its_buttons(room_of: World) -> None:
    pk = begun(room_of)
    client = browser_of(room_of.prosecutor)
    assert "Said now" not in words(client.get(f"/interviews/{pk}/hold/"))
    assert client.post(f"/interviews/{pk}/hold/", {"act": "end"}).status_code == 403
