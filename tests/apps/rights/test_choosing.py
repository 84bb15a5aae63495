"""News is for who wants it; nobody asked is not a no, and a later yes loses nothing."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import NOON, code, done
from tests.apps.outcomes import another_victim, dismissed, later, new_road, notice, portal, prosecuted
from waarborg.apps.rights.choosing import choose_information
from waarborg.apps.rights.models import Choice, Notice, NoticeState
from waarborg.apps.rights.noticing import end_of, read_text
from waarborg.apps.rights.queries import due_for, notices_of
from waarborg.apps.rights.telling import send
from waarborg.law.notices import NOTICES
from waarborg.law.terms import TERMS

pytestmark = pytest.mark.django_db


def test_nobody_asked_yet_is_due_and_asks_whether_the_person_wants_it() -> None:
    road = new_road()
    dismissed(road)
    due = due_for(actor=road.prosecutor, on=NOON)
    assert [(one.about.id, one.asks_whether_wanted) for one in due] == [("dismissal", True)]
    done(choose_information(actor=portal(road), on=NOON, person=road.victim, wants=True))
    assert [one.asks_whether_wanted for one in due_for(actor=road.prosecutor, on=NOON)] == [False]


def test_a_no_silences_what_is_on_request_and_nothing_else() -> None:
    road = new_road()
    done(choose_information(actor=portal(road), on=NOON, person=road.victim, wants=False))
    dismissed(road)
    assert due_for(actor=road.prosecutor, on=NOON) == ()
    # Not on request: the statement of rights stays due.
    assert [one.about.id for one in due_for(actor=road.detective, on=NOON)] == ["first_contact"]


def test_what_a_no_silenced_is_due_after_a_yes_with_its_term_from_then() -> None:
    road = new_road()
    done(choose_information(actor=portal(road), on=NOON, person=road.victim, wants=False))
    dismissed(road)
    done(choose_information(actor=portal(road), on=later(days=40), person=road.victim, wants=True))
    due = due_for(actor=road.prosecutor, on=later(days=40))
    assert [(one.about.id, one.due_by) for one in due] == [
        ("dismissal", end_of(TERMS["notice.prosecution"], later(days=40)))
    ]


def test_what_was_told_only_in_part_is_told_in_full_after_a_yes() -> None:
    road = new_road()
    done(choose_information(actor=portal(road), on=NOON, person=road.victim, wants=False))
    prosecuted(road)
    first = notice(road, "prosecution")
    to_say = notices_of(actor=road.prosecutor, person=road.victim, opening=road.reading())
    assert next(view for view in to_say if view.id == first).text.en == NOTICES["prosecution"].always[0].en
    done(send(actor=road.prosecutor, on=later(days=1), notice=first, recipient=road.victim, way="Letter"))
    done(choose_information(actor=portal(road), on=later(days=9), person=road.victim, wants=True))
    rest = Notice.objects.get(pk=notice(road, "prosecution"))
    assert rest.pk != first
    assert rest.state == NoticeState.DUE
    said = read_text(road.reading().read(rest, "text")).en
    assert all(sentence.en in said for sentence in NOTICES["prosecution"].tell)
    assert "too little proof" in said


def test_who_would_rather_not_say_is_asked_again() -> None:
    road = new_road()
    done(choose_information(actor=portal(road), on=NOON, person=road.victim, wants=None))
    assert Choice.objects.get(person=road.victim).wants_information is None
    dismissed(road)
    assert [one.asks_whether_wanted for one in due_for(actor=road.prosecutor, on=NOON)] == [True]


def test_one_persons_choice_is_not_anothers() -> None:
    road = new_road()
    second = another_victim(road)
    done(choose_information(actor=portal(road), on=NOON, person=road.victim, wants=False))
    dismissed(road)
    assert [one.person for one in due_for(actor=road.prosecutor, on=NOON)] == [second]
    refused = choose_information(actor=portal(road), on=NOON, person=second, wants=False)
    assert code(refused) == "case.other_person"
