"""What must be told is made due once for each victim, with the law's own term, from when it was known."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from tests.apps.cases.acting import NOON, code, done, person_in, staff
from tests.apps.outcomes import another_victim, later, new_road, notice, portal
from waarborg.apps.cases import life, roads
from waarborg.apps.cases.models import Case
from waarborg.apps.custody.models import Entry, OutboxEvent
from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.people.models import CapacityKind
from waarborg.apps.rights.listeners import STEP_OF, make_due
from waarborg.apps.rights.models import Notice, NoticeState
from waarborg.apps.rights.noticing import end_of, make_notices, occurrence, read_text
from waarborg.kernel.actors import Role
from waarborg.kernel.events import Event
from waarborg.kernel.ids import AccountId, PersonId
from waarborg.kernel.texts import Text
from waarborg.law.notices import NOTICES
from waarborg.law.steps import Step
from waarborg.law.terms import TERMS


@pytest.mark.django_db
def test_the_rights_statement_is_due_at_once_with_the_first_contact() -> None:
    road = new_road()
    row = Notice.objects.get(pk=notice(road, "first_contact"))
    assert (row.state, row.due_by, row.known_at, row.form) == (NoticeState.DUE, None, NOON, "written")
    assert row.recipient_id == road.victim


@pytest.mark.django_db
def test_each_step_of_a_victims_road_makes_its_notice() -> None:
    road = new_road()
    done(roads.hold_informative(actor=road.detective, on=later(days=1), person=road.victim))
    done(roads.decline(actor=road.detective, on=later(days=2), person=road.victim))
    deliver_pending(on=later(days=2))
    told = set(Notice.objects.filter(person=road.victim).values_list("about", flat=True))
    assert told == {"first_contact", "investigation", "informative_interview", "declined"}


@pytest.mark.django_db
def test_news_of_a_case_is_for_every_victim_and_news_of_a_person_for_that_person() -> None:
    road = new_road()
    second = another_victim(road)
    done(roads.hold_informative(actor=road.detective, on=later(days=1), person=second))
    done(life.not_investigate(actor=road.prosecutor, on=later(days=2), case=road.case, reason="No leads were found."))
    deliver_pending(on=later(days=2))
    assert set(Notice.objects.filter(about="not_investigated").values_list("person", flat=True)) == {
        road.victim,
        second,
    }
    assert list(Notice.objects.filter(about="informative_interview").values_list("person", flat=True)) == [second]


@pytest.mark.django_db
def test_news_that_comes_twice_makes_no_notice_twice() -> None:
    road = new_road()
    for row in OutboxEvent.objects.filter(name__in=STEP_OF):
        event = Event(name=row.name, subjects=tuple(row.subjects.split()), at=row.at, by=AccountId(row.by))
        before = (Notice.objects.count(), Entry.objects.count())
        make_due(event)
        assert (Notice.objects.count(), Entry.objects.count()) == before
    assert Notice.objects.filter(person=road.victim).count() == 2


@pytest.mark.django_db
def test_the_same_thing_happening_again_is_told_again() -> None:
    road = new_road()
    for day in (1, 5):
        done(
            make_notices(
                actor=road.prosecutor,
                on=later(days=day),
                case=road.case,
                step=Step.REOPENED,
                event=occurrence(road.case, later(days=day)),
            )
        )
    assert Notice.objects.filter(person=road.victim, about="reopened").count() == 2


@pytest.mark.django_db
def test_what_is_said_holds_the_laws_sentences_and_the_words_of_this_case_and_is_sealed() -> None:
    road = new_road()
    done(
        make_notices(
            actor=road.prosecutor,
            on=later(days=1),
            case=road.case,
            step=Step.DISMISSAL,
            event=road.charge,
            words=(Text(en="The camera was broken.", nl="De camera was stuk."),),
        )
    )
    row = Notice.objects.get(person=road.victim, about="dismissal")
    said = read_text(road.reading().read(row, "text"))
    lines = said.en.splitlines()
    assert lines[:2] == [NOTICES["dismissal"].tell[0].en, "The camera was broken."]
    assert lines[2:] == [text.en for text in NOTICES["dismissal"].tell[1:]]
    assert "De camera was stuk." in said.nl
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM rights_notice")
        assert all(b"camera" not in bytes(found[0]) for found in cursor.fetchall())


@pytest.mark.django_db
def test_nobody_outside_the_case_makes_notices() -> None:
    road = new_road()
    for actor in (staff(Role.PROSECUTOR), portal(road)):
        refused = make_notices(actor=actor, on=NOON, case=road.case, step=Step.FINAL, event=occurrence(road.case, NOON))
        assert code(refused) in {"case.need_to_know", "case.role"}
    assert not Notice.objects.filter(about="final").exists()


@pytest.mark.django_db
def test_only_victims_are_told() -> None:
    road = new_road()
    witness = person_in(Case.objects.get(pk=road.case), road.detective, CapacityKind.WITNESS, called="W.")
    made = done(
        make_notices(
            actor=road.prosecutor,
            on=NOON,
            case=road.case,
            step=Step.FINAL,
            event=occurrence(road.case, NOON),
            persons=(road.victim, road.suspect, PersonId(witness.pk)),
        )
    )
    assert [row.person_id for row in made] == [road.victim]


def test_fourteen_days_are_calendar_days_and_end_with_the_last_of_them() -> None:
    known = datetime(2026, 10, 20, 22, 30, tzinfo=UTC)  # past midnight in Amsterdam
    assert end_of(TERMS["notice.prosecution"], known) == datetime(2026, 11, 4, 22, 59, tzinfo=UTC)


def test_an_hour_is_an_hour_at_night_also_when_the_clock_goes_back() -> None:
    known = datetime(2026, 10, 25, 0, 40, tzinfo=UTC)  # 02:40 in Amsterdam, twenty minutes before the clock goes back
    assert end_of(TERMS["notice.escape"], known) == known + timedelta(hours=1)


def test_at_once_has_no_end() -> None:
    assert end_of(TERMS["notice.transfer"], NOON) is None
    assert end_of(None, NOON) is None


def test_the_text_is_kept_as_json_in_both_languages() -> None:
    assert read_text(json.dumps({"en": "Yes", "nl": "Ja"})) == Text(en="Yes", nl="Ja")
