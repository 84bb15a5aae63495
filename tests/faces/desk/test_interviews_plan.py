"""Planning an interview at the desk: the form, its findings, one entry a sitting, and two people on one plan."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.apps.cases.acting import done
from tests.apps.interviews.holding_them import World, admit, certified, day, declined, person_of, room, world
from tests.faces.desk.interviewing import browser_of, desk_at, hidden, latest_entry, words
from waarborg.apps.cases import roads
from waarborg.apps.custody.models import Entry
from waarborg.apps.interviews import planning
from waarborg.apps.interviews.kinds import InterviewKind, InterviewState, RoomKind
from waarborg.apps.interviews.models import Interview
from waarborg.apps.people.models import CapacityKind
from waarborg.kernel.ids import InterviewId

pytestmark = pytest.mark.django_db
NOW = day(-3)


@pytest.fixture
def boy() -> Iterator[World]:
    """A case of a boy of seventeen, with the desk open three days before day 0."""
    with desk_at(NOW):
        yield world("2009-05-01")


def filled(boy: World, **changes: object) -> dict[str, object]:
    """What a browser sends for a plan with nothing wrong in it."""
    return {
        "person": str(boy.person),
        "heard_as": "victim",
        "kind": "report",
        "acute": "no",
        "day": "2026-11-30",
        "starts": "10:00",
        "ends": "11:00",
        "room": str(room(RoomKind.ADAPTED).pk),
        "sound": "yes",
        "video": "yes",
        "topics": ["recruitment"],
        "companion_state": "declined",
        "behavioural_expert": "no",
        f"seat-{boy.asker.id}": "asks",
        f"seat-{boy.second.id}": "asks",
        "go": "save",
        **changes,
    }


def page_of(boy: World) -> str:
    return f"/interviews/plan/{boy.case.pk}/"


def test_a_plan_is_kept_and_then_shown(boy: World) -> None:
    boy.informed(-10)
    client = browser_of(boy.asker)
    response = client.post(page_of(boy), filled(boy))
    made = Interview.objects.get(state=InterviewState.PLANNED)
    assert response.status_code == 303
    assert response["Location"] == f"/interviews/{made.pk}/plan/"
    shown = words(client.get(response["Location"]))
    assert "The interview is planned." in shown
    assert "Interview 2 with Somebody" in shown
    assert {seat.account for seat in made.team.all()} == {boy.asker.id, boy.second.id}


def test_what_is_left_open_is_unknown_and_never_no(boy: World) -> None:
    open_ones = dict.fromkeys(["acute", "sound", "video", "companion_state", "behavioural_expert", "room"], "")
    response = browser_of(boy.asker).post(page_of(boy), filled(boy, **open_ones, topics=[]))
    assert response.status_code == 303
    row = Interview.objects.get()
    assert (row.acute, row.sound, row.video, row.behavioural_expert, row.topics) == (None, None, None, None, None)


def test_what_is_missing_is_said_with_a_link_to_its_field_and_nothing_is_lost(boy: World) -> None:
    response = browser_of(boy.asker).post(page_of(boy), filled(boy, day="", note="The boy was ill."))
    html = response.content.decode()
    assert response.status_code == 422
    assert '<a href="#q_day">' in html
    assert "Choose a day." in html
    assert "The boy was ill." in html
    assert "<title>Problem:" in html
    assert not Interview.objects.exists()


def test_the_findings_follow_every_change_and_keep_nothing(boy: World) -> None:
    client = browser_of(boy.asker)
    entry = hidden(client.get(page_of(boy)), "opened")
    before = words(client.post(page_of(boy) + "findings/", filled(boy, opened=entry, video="yes")))
    after = words(client.post(page_of(boy) + "findings/", filled(boy, opened=entry, video="no")))
    assert "Not met Record the image of the interview with a minor" not in before
    assert "Not met Record the image of the interview with a minor" in after
    assert not Interview.objects.exists()


def test_missing_facts_lead_to_their_field(boy: World) -> None:
    html = browser_of(boy.asker).post(page_of(boy) + "findings/", filled(boy, video="")).content.decode()
    assert '<a href="#q_video">image recording</a>' in html


def test_a_sitting_is_one_entry_that_names_everybody_and_not_one_a_change(boy: World) -> None:
    client = browser_of(boy.asker)
    other = person_of(boy.case, boy.asker, CapacityKind.WITNESS, on=day(-20))
    entry = hidden(client.get(page_of(boy)), "opened")
    assert {str(boy.case.pk), boy.person, other} <= set(latest_entry(pk=entry).subjects.split())
    count = Entry.objects.count()
    for need in ("a", "ab", "abc"):
        assert client.post(page_of(boy) + "findings/", filled(boy, opened=entry, need=need)).status_code == 200
    assert Entry.objects.count() == count


def test_findings_without_an_entry_of_ones_own_are_entered_anew(boy: World) -> None:
    theirs = hidden(browser_of(boy.second).get(page_of(boy)), "opened")
    client = browser_of(boy.asker)
    for entry in (theirs, "", "entry_" + "a" * 26):
        count = Entry.objects.count()
        assert client.post(page_of(boy) + "findings/", filled(boy, opened=entry)).status_code == 200
        assert Entry.objects.count() == count + 1


def test_an_entry_is_no_ticket_once_somebody_left_the_case(boy: World) -> None:
    client = browser_of(boy.second)
    entry = hidden(client.get(page_of(boy)), "opened")
    from_now = boy.case.needs_to_know.get(account=boy.second.id)
    from_now.until = NOW
    from_now.save()
    response = client.post(page_of(boy) + "findings/", filled(boy, opened=entry))
    assert response.status_code == 403
    assert latest_entry(outcome="refused").act == "interview.plan_read"


def test_without_scripts_a_button_checks_the_plan_and_keeps_what_was_typed(boy: World) -> None:
    response = browser_of(boy.asker).post(page_of(boy), filled(boy, go="check", note="Moved twice.", video="no"))
    assert response.status_code == 200
    assert "Moved twice." in response.content.decode()
    assert "not met" in words(response)
    assert not Interview.objects.exists()


def test_what_can_never_be_is_said_before_anybody_tries(boy: World) -> None:
    said = words(browser_of(boy.asker).post(page_of(boy) + "findings/", filled(boy, day="2026-01-01")))
    assert "This keeps it from being planned" in said
    assert "This day is over." in said


def test_who_said_no_cannot_be_chosen_and_it_is_said_why(boy: World) -> None:
    done(roads.decline(actor=boy.asker, on=day(-4), person=boy.person, reason="does not want to"))
    html = words(browser_of(boy.asker).get(page_of(boy)))
    assert "One person cannot be heard now" in html
    assert "A no stops the interviews." in html


def test_a_person_of_the_case_is_shown_as_such_among_the_companions(boy: World) -> None:
    person_of(boy.case, boy.asker, CapacityKind.WITNESS, CapacityKind.COMPANION, on=day(-20))
    assert "Somebody (Witness, Companion)" in words(browser_of(boy.asker).get(page_of(boy)))


def test_colleagues_stand_with_certificates_and_when_they_met(boy: World) -> None:
    boy.informed(-10)
    client = browser_of(boy.asker)
    said = words(client.get(page_of(boy), {"person": boy.person}))
    assert "Certified for minors until 1 Jan 2028, studio until 1 Jan 2028, trafficking until 1 Jan 2028." in said
    assert "They met on 20 Nov." in said


def test_what_was_already_answered_stands_beside_what_must_be_learned(boy: World) -> None:
    boy.informed(-20)
    pk = boy.planned(day(-10), companion=declined())
    boy.closed(pk, day(-10), topics={"recruitment", "money"})
    said = words(browser_of(boy.asker).post(page_of(boy) + "findings/", filled(boy, kind="further")))
    assert "2 interviews were held. AVIM: 2." in said
    assert "How it began: 20 Nov, AVIM" in said
    assert "Money and debts: 20 Nov, AVIM" in said


def planned(boy: World) -> InterviewId:
    return boy.planned(day(0), companion=declined())


def test_of_two_people_on_one_plan_the_second_gets_both_texts_and_overwrites_nothing(boy: World) -> None:
    pk = planned(boy)
    address = f"/interviews/{pk}/plan/"
    first, second = browser_of(boy.asker), browser_of(boy.second)
    seen = hidden(second.get(address), "version")
    assert first.post(address, filled(boy, version=seen, note="She asked for it.")).status_code == 303
    refused = second.post(address, filled(boy, version=seen, note="The room was taken."))
    html = words(refused)
    assert refused.status_code == 409
    assert "Somebody else changed this plan while you had it open." in html
    assert "The room was taken." in html
    assert "She asked for it." in html
    opened = boy.opening(NOW)
    assert opened.read(Interview.objects.get(pk=pk), "note") == "She asked for it."
    # Having seen both, the second decides.
    again = second.post(address, filled(boy, version=hidden(refused, "version"), note="Both."))
    assert again.status_code == 303
    assert opened.read(Interview.objects.get(pk=pk), "note") == "Both."


def test_an_interview_that_was_cancelled_is_read_and_not_changed(boy: World) -> None:
    pk = planned(boy)
    client = browser_of(boy.asker)
    assert client.post(f"/interviews/{pk}/plan/cancel/", {"reason": " "}).status_code == 422
    assert client.post(f"/interviews/{pk}/plan/cancel/", {"reason": "ill"}).status_code == 303
    assert Interview.objects.get(pk=pk).state == InterviewState.CANCELLED
    html = client.get(f"/interviews/{pk}/plan/").content.decode()
    assert 'id="plan"' not in html
    assert "How it began" in html


def test_a_prosecutor_reads_a_plan_and_does_not_make_one(boy: World) -> None:
    pk = planned(boy)
    client = browser_of(boy.prosecutor)
    assert 'id="plan"' not in client.get(f"/interviews/{pk}/plan/").content.decode()
    assert client.get(page_of(boy)).status_code == 403
    assert client.post(f"/interviews/{pk}/plan/", filled(boy, version="1")).status_code == 403
    assert Interview.objects.get(pk=pk).version == 1


def test_nobody_sees_or_changes_a_plan_of_another_case(boy: World) -> None:
    pk = planned(boy)
    stranger = certified("trafficking")
    client = browser_of(stranger)
    for answer in (
        client.get(f"/interviews/{pk}/plan/"),
        client.post(f"/interviews/{pk}/plan/", filled(boy, version="1")),
        client.post(f"/interviews/{pk}/plan/findings/", filled(boy)),
        client.get(page_of(boy)),
        client.get(f"/interviews/{InterviewId.new()}/plan/"),
    ):
        assert answer.status_code == 403
        assert "Somebody" not in words(answer)
        assert latest_entry(outcome="refused").actor == stranger.id


@pytest.mark.parametrize("sent", [{}, {"person": "nobody"}, {"day": "tomorrow"}, {"room": "999999"}, {"version": "x"}])
def test_unusable_answers_are_named_and_change_nothing(boy: World, sent: dict[str, str]) -> None:
    pk = planned(boy)
    client: Client = browser_of(boy.asker)
    answer = client.post(f"/interviews/{pk}/plan/", {**(filled(boy) if sent else {}), **sent})
    assert answer.status_code in {409, 422}
    assert Interview.objects.get(pk=pk).version == 1


def test_the_plan_of_an_informative_interview_names_the_prosecutor_who_was_consulted(boy: World) -> None:
    sent = filled(boy, kind="informative", video="", topics=[])
    client = browser_of(boy.asker)
    assert "recorded only after consulting the prosecutor" in words(client.post(page_of(boy), sent))
    made = client.post(page_of(boy), {**sent, "consulted": str(boy.prosecutor.id)})
    assert made.status_code == 303
    assert Interview.objects.get().kind == InterviewKind.INFORMATIVE


def test_one_may_not_choose_somebody_else_for_a_kept_plan(boy: World) -> None:
    pk = planned(boy)
    other = person_of(boy.case, boy.asker, CapacityKind.WITNESS, on=day(-20))
    answer = browser_of(boy.asker).post(f"/interviews/{pk}/plan/", filled(boy, version="1", person=str(other)))
    assert answer.status_code == 422
    assert "Choose somebody on the page." in words(answer)


def test_an_officer_who_is_admitted_later_can_be_chosen(boy: World) -> None:
    third = certified("trafficking", "minors")
    assert str(third.id) not in browser_of(boy.asker).get(page_of(boy)).content.decode()
    admit(boy.case, third, boy.leader, on=NOW)
    assert str(third.id) in browser_of(boy.asker).get(page_of(boy)).content.decode()
    assert planning.MAY_PLAN
