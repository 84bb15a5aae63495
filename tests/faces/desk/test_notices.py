"""What each victim must be told: the list of a case, one notice, and every act on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.apps.outcomes import aged, guardian
from tests.faces.desk.at_the_desk import browser_of, entries, words
from tests.faces.desk.outcome_case import NOW, TODAY, Outcome, at, outcome
from waarborg.apps.rights.models import Notice, NoticeState, NoticeStepKind
from waarborg.faces.desk.notices_deeds import ways_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(db: None) -> Iterator[None]:
    with at():
        yield


@pytest.fixture
def made() -> Outcome:
    return outcome()


def _list(made: Outcome) -> str:
    return words(browser_of(made.road.prosecutor).get(f"/cases/{made.road.case}/notices/"))


def _told(made: Outcome, **more: str) -> dict[str, str]:
    return {
        "recipient": made.road.victim,
        "by_voice": "yes",
        "evidence": "By telephone, with the interpreter",
        "understood": "yes",
        **more,
    }


def test_m6_what_must_be_told_within_the_hour_stands_first_with_its_clock(made: Outcome) -> None:
    read = _list(made)
    assert read.index("By 10:45, by voice 24 Aug Yonas: Escape") < read.index("3 Sept Yonas: The prosecutor stops")
    assert "Told Notice Who Told on Understood First contact" in read


def test_a_notice_says_what_to_say_to_whom_why_and_by_when(made: Outcome) -> None:
    read = words(browser_of(made.road.prosecutor).get(f"/notices/{made.escape}/"))
    assert "Read this aloud, or print it" in read
    assert "He left the court building this morning." in read
    assert "Yonas . Because it is about this person." in read
    assert "By 10:45 on Monday 24 August, by voice, at night too" in read
    assert "One hour, counted from: the prosecutor knows it." in read
    assert "A suspect never gets a notice." in read
    assert "Send the letter" not in read


def test_after_the_hour_it_is_late(made: Outcome) -> None:
    with at(NOW + timedelta(hours=2)):
        assert "Late By 10:45, by voice" in _list(made)


def test_a_notice_that_was_told_by_voice_is_told(made: Outcome) -> None:
    path = f"/notices/{made.escape}/tell/"
    answer = browser_of(made.road.detective).post(path, _told(made))
    assert answer.headers["Location"] == f"/notices/{made.escape}/"
    row = Notice.objects.get(pk=made.escape)
    assert (row.state, row.understood) == (NoticeState.TOLD, "yes")


def test_what_was_not_understood_must_be_told_again(made: Outcome) -> None:
    browser_of(made.road.detective).post(f"/notices/{made.escape}/tell/", _told(made, understood="doubt"))
    assert Notice.objects.get(pk=made.escape).state == NoticeState.DUE
    read = words(browser_of(made.road.prosecutor).get(f"/notices/{made.escape}/"))
    assert "Told, not understood: tell it again" in read


def test_a_suspect_cannot_be_chosen_and_is_refused_when_sent_anyway(made: Outcome) -> None:
    path = f"/notices/{made.escape}/tell/"
    assert str(made.road.suspect) not in browser_of(made.road.detective).get(path).content.decode()
    answer = browser_of(made.road.detective).post(path, _told(made, recipient=made.road.suspect))
    assert answer.status_code == 422
    assert "Choose one of the answers on the page." in words(answer)
    assert Notice.objects.get(pk=made.escape).state == NoticeState.DUE


def test_a_letter_goes_out_after_the_typed_word_and_waits_until_it_arrived(made: Outcome) -> None:
    row = Notice.objects.get(person=made.road.victim, about="dismissal")
    path, said = f"/notices/{row.pk}/send/", {"recipient": made.road.victim, "way": "By post to the address of choice"}
    client = browser_of(made.road.prosecutor)
    assert "Nothing was sent." in words(client.post(path, said))
    assert client.post(path, {**said, "word": "send"}).status_code == 303
    row.refresh_from_db()
    assert row.state == NoticeState.SENT
    assert "Sent Yonas: The prosecutor stops Sent, not known to have arrived." in _list(made)


def test_a_letter_is_not_enough_where_the_law_wants_a_voice(made: Outcome) -> None:
    said = {"recipient": made.road.victim, "way": "By post", "word": "send"}
    answer = browser_of(made.road.prosecutor).post(f"/notices/{made.escape}/send/", said)
    assert answer.status_code == 409
    assert "The law wants this told by voice." in words(answer)


def test_a_try_that_reached_nobody_is_kept_and_changes_nothing(made: Outcome) -> None:
    said = {"recipient": made.road.victim, "words": "Nobody answered at 10:01."}
    browser_of(made.road.detective).post(f"/notices/{made.escape}/try/", said)
    row = Notice.objects.get(pk=made.escape)
    assert row.state == NoticeState.DUE
    assert [step.kind for step in row.steps.all()] == [NoticeStepKind.NOT_REACHED]


def test_a_notice_is_held_back_by_two_persons_for_a_risk_and_told_after_all(made: Outcome) -> None:
    at_notice = f"/notices/{made.escape}/"
    asks, agrees = browser_of(made.road.prosecutor), browser_of(made.leader)
    later = (TODAY + timedelta(days=7)).isoformat()
    assert asks.post(f"{at_notice}hold/", {"risk": "A threat on file", "review_on": later}).status_code == 303
    assert "Until a second person agrees it must be told." in words(asks.get(at_notice))
    own = asks.post(f"{at_notice}agree/", {})
    assert own.status_code == 403
    assert "You cannot agree to your own request." in words(own)
    assert agrees.post(f"{at_notice}agree/", {}).status_code == 303
    held = words(asks.get(at_notice))
    assert "A threat on file" in held
    assert "Looked at again on Monday 31 August 2026." in held
    assert "Held back Yonas: Escape" in _list(made)
    assert asks.post(f"{at_notice}lift/", {}).status_code == 303
    assert Notice.objects.get(pk=made.escape).state == NoticeState.DUE


def test_what_the_law_lets_nobody_hold_back_is_refused_on_record(made: Outcome) -> None:
    row = Notice.objects.get(person=made.road.victim, about="dismissal")
    later = (TODAY + timedelta(days=7)).isoformat()
    answer = browser_of(made.road.prosecutor).post(f"/notices/{row.pk}/hold/", {"risk": "x", "review_on": later})
    assert answer.status_code == 403
    assert "The law lets nobody hold back this kind of news." in words(answer)
    assert entries("notice.ask_hold", made.road.prosecutor)[0].outcome == "refused"


def test_for_a_child_under_twelve_the_guardian_gets_it_and_a_suspect_parent_does_not(made: Outcome) -> None:
    aged(made.road, made.second, 10, 10)
    parent, other = guardian(made.road, made.second, suspect=True), guardian(made.road, made.second)
    row = Notice.objects.get(person=made.second, about="escape")
    page = browser_of(made.road.prosecutor).get(f"/notices/{row.pk}/tell/").content.decode()
    assert str(other) in page
    assert str(parent) not in page
    assert "is or may be under 12, and this representative is no suspect." in words(
        browser_of(made.road.prosecutor).get(f"/notices/{row.pk}/")
    )


def test_where_nobody_may_get_it_the_page_says_so(made: Outcome) -> None:
    aged(made.road, made.second, 10, 10)
    guardian(made.road, made.second, suspect=True)
    row = Notice.objects.get(person=made.second, about="escape")
    read = words(browser_of(made.road.prosecutor).get(f"/notices/{row.pk}/"))
    assert "Nobody may get it now. A representative who is no suspect must be appointed first." in read


def test_what_can_be_done_follows_the_state_and_the_role(made: Outcome) -> None:
    row = Notice.objects.get(pk=made.escape)
    assert list(ways_of(row, made.road.prosecutor)) == ["tell", "try", "hold"]
    assert list(ways_of(row, made.road.coordinator)) == []


def test_an_act_that_there_is_not_has_no_page(made: Outcome) -> None:
    assert browser_of(made.road.prosecutor).get(f"/notices/{made.escape}/burn/").status_code == 404
