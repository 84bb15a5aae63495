"""Acts and their entries: no act without an entry, no entry without an act, and nothing left of a refusal."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from tests.apps.custody.acting import NOON, acts, detective, do, leave, mark, new_case, new_report, refusal
from waarborg.apps.custody.entering import act, consult, enter
from waarborg.apps.custody.keys import Opening
from waarborg.apps.custody.models import Entry, EntryDetail, EntrySubject, OutboxEvent, Waiting
from waarborg.apps.custody.queries import details_of, entries_about
from waarborg.apps.custody.sequencing import sequence
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Fault, Refusal
from waarborg.kernel.ids import CaseId, PersonId

pytestmark = pytest.mark.django_db


def test_an_act_writes_who_did_what_to_what_and_when() -> None:
    actor, case = detective(), CaseId.new()
    mark(actor=actor, on=NOON, case=case)
    entry = Entry.objects.get()
    assert (entry.act, entry.actor, entry.roles, entry.outcome) == ("case.mark", actor.id, "detective", "done")
    assert (entry.at, entry.day_only, entry.subjects, entry.refusal) == (NOON, False, case, "")
    assert EntrySubject.objects.get().subject == case
    assert Waiting.objects.get().pk == entry.pk


def test_an_act_that_writes_no_entry_fails_whole() -> None:
    with pytest.raises(Fault, match=r"case\.leave wrote no entry"):
        leave(actor=detective(), on=NOON)
    assert not OutboxEvent.objects.exists()


def test_an_act_whose_inner_act_was_refused_still_owes_its_own_entry() -> None:
    actor, case = detective(), CaseId.new()

    def go_on() -> int:
        mark(actor=actor, on=NOON, case=case, answer=refusal(case))
        return 1

    with pytest.raises(Fault, match=r"case\.do wrote no entry"):
        do(actor=actor, on=NOON, what=go_on)
    assert not Entry.objects.exists()


def test_an_entry_cannot_be_written_outside_an_act() -> None:
    with pytest.raises(Fault, match="outside an act"):
        enter(CaseId.new())


def test_an_act_takes_an_actor_and_an_aware_moment() -> None:
    for wrong in ({"on": NOON.replace(tzinfo=None)}, {"actor": "the chief"}, {"on": None}):
        given: dict[str, Any] = {"actor": detective(), "on": NOON, "case": CaseId.new()} | wrong
        with pytest.raises(Fault, match=r"case\.mark: an act takes"):
            mark(**given)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("name", ["", "mark", "Case.mark", "case.mark it", "case." + "m" * 80])
def test_an_act_is_named_noun_dot_verb(name: str) -> None:
    with pytest.raises(Fault, match=r"noun\.verb"):
        act(name)


@pytest.mark.parametrize("stray", ["Yonas", "case_short", "", "case_" + "a" * 26 + " Yonas"])
def test_a_name_never_gets_into_the_ledger_as_a_subject(stray: str) -> None:
    with pytest.raises(Fault, match="no typed ids") as fault:
        do(actor=detective(), on=NOON, what=lambda: enter(CaseId.new(), stray))
    assert "Yonas" not in str(fault.value)
    assert not Entry.objects.exists()


def test_a_refusal_leaves_nothing() -> None:
    case = CaseId.new()
    answer = refusal(case, on_record=False)
    assert mark(actor=detective(), on=NOON, case=case, answer=answer) is answer
    assert not OutboxEvent.objects.exists()
    assert not Entry.objects.exists()


def test_a_refusal_on_record_leaves_the_attempt_and_why_and_nothing_else() -> None:
    actor, case = detective(), CaseId.new()
    mark(actor=actor, on=NOON, case=case, answer=refusal(case))
    assert not OutboxEvent.objects.exists()
    entry = Entry.objects.get()
    assert (entry.act, entry.outcome, entry.refusal, entry.actor) == ("case.mark", "refused", "case.mark.no", actor.id)
    assert entry.subjects == case
    assert Waiting.objects.count() == 1


def test_an_act_that_passes_on_an_inner_refusal_is_refused_once() -> None:
    actor, case = detective(), CaseId.new()
    answer = refusal(case)
    result = do(actor=actor, on=NOON, case=case, what=lambda: mark(actor=actor, on=NOON, case=case, answer=answer))
    assert result is answer
    assert acts() == [("case.do", "refused")]


def test_an_inner_refusal_on_record_is_entered_when_the_outer_act_goes_on() -> None:
    actor, case = detective(), CaseId.new()

    def go_on() -> str:
        mark(actor=actor, on=NOON, case=case, answer=refusal(case))
        return "went on"

    assert do(actor=actor, on=NOON, case=case, what=go_on) == "went on"
    assert acts() == [("case.do", "done"), ("case.mark", "refused")]
    assert not OutboxEvent.objects.exists()


def test_an_inner_refusal_on_record_is_entered_when_the_outer_act_is_refused_for_another_reason() -> None:
    actor, case = detective(), CaseId.new()
    other = refusal(on_record=False)

    def go_on() -> Refusal:
        mark(actor=actor, on=NOON, case=case, answer=refusal(case))
        return other

    assert do(actor=actor, on=NOON, case=case, what=go_on) is other
    assert acts() == [("case.mark", "refused")]


def test_acts_in_an_act_stand_and_fall_together() -> None:
    actor, case = detective(), CaseId.new()

    def mark_and_stop() -> Refusal:
        mark(actor=actor, on=NOON, case=case)
        return refusal(on_record=False)

    do(actor=actor, on=NOON, what=mark_and_stop)
    assert not Entry.objects.exists()
    do(actor=actor, on=NOON, what=lambda: mark(actor=actor, on=NOON, case=case))
    assert acts() == [("case.mark", "done")]
    assert OutboxEvent.objects.count() == 1


def test_an_error_in_an_act_leaves_nothing_and_is_passed_on() -> None:
    actor, case = detective(), CaseId.new()

    def stumble() -> None:
        mark(actor=actor, on=NOON, case=case)
        message = "stumbled"
        raise ValueError(message)

    with pytest.raises(ValueError, match="stumbled"):
        do(actor=actor, on=NOON, case=case, what=stumble)
    assert not Entry.objects.exists()
    assert not OutboxEvent.objects.exists()


def test_an_opening_ends_when_the_act_that_gave_it_is_refused_or_fails() -> None:
    actor, case = detective(), new_case()
    kept: list[Opening] = []

    def keep(answer: Refusal | None) -> Refusal:
        kept.append(enter(case))
        assert kept[-1].names(case)
        if answer is None:
            message = "stumbled"
            raise ValueError(message)
        return answer

    do(actor=actor, on=NOON, what=lambda: keep(refusal(on_record=False)))
    with pytest.raises(ValueError, match="stumbled"):
        do(actor=actor, on=NOON, what=lambda: keep(None))
    row = SimpleNamespace(scope=case, pk="x", text=b"")
    for opening in kept:
        assert not opening.names(case)
        with pytest.raises(Fault, match="was rolled back"):
            opening.seal(row, "text", "a")


def test_consulting_writes_the_entry_with_the_reason_under_the_cases_key_and_gives_the_opening() -> None:
    actor, case, person = detective(), new_case(), PersonId.new()
    opening = consult(
        actor=actor, on=NOON, what="case.read", subjects=(case, person), reason="the 9731 Yonas asked for it"
    )
    entry = Entry.objects.get(act="case.read")
    assert (entry.outcome, entry.subjects) == ("consulted", f"{case} {person}")
    assert details_of([entry], opening, case) == {entry.pk: {"reason": "the 9731 Yonas asked for it"}}
    assert len(bytes(entry.commitment)) == len(bytes(entry.detail_hash)) == 32
    assert b"9731" not in bytes(EntryDetail.objects.get(pk=entry.pk).text)
    assert [found.pk for found in entries_about(person)] == [entry.pk]


def test_a_detail_without_a_case_fails_whole() -> None:
    with pytest.raises(Fault, match="a detail needs the case"):
        do(actor=detective(), on=NOON, what=lambda: enter(CaseId.new(), detail={"reason": "none"}))
    assert not Entry.objects.exists()


def test_an_entry_names_the_case_whose_key_it_opens() -> None:
    case, person = new_case(), PersonId.new()
    do(actor=detective(), on=NOON, what=lambda: enter(person, scope=case, detail={"changed": "a"}))
    entry = Entry.objects.get(act="case.do")
    assert entry.subjects == f"{person} {case}"
    assert {found.pk for found in entries_about(case)} >= {entry.pk}


def test_the_same_subject_named_twice_is_named_once() -> None:
    case = CaseId.new()
    do(actor=detective(), on=NOON, what=lambda: enter(case, case))
    assert Entry.objects.get().subjects == case


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 20, 22, 59, 50, tzinfo=UTC),
        datetime(2026, 11, 20, 23, 0, 1, tzinfo=UTC),
        datetime(2026, 7, 1, 21, 59, tzinfo=UTC),
        datetime(2026, 7, 1, 22, 1, tzinfo=UTC),
    ],
)
def test_of_somebody_without_a_name_only_the_day_in_amsterdam_is_kept(moment: datetime) -> None:
    new_report(moment)
    new_report(moment + timedelta(seconds=1))
    first, second = Entry.objects.all()
    assert first.day_only
    assert first.at == second.at
    assert day_of(first.at) == day_of(moment)


def test_the_day_of_a_report_just_before_midnight_in_winter_is_the_day_on_the_clock_in_amsterdam() -> None:
    new_report(datetime(2026, 11, 20, 23, 30, tzinfo=UTC))
    assert day_of(Entry.objects.get().at) == date(2026, 11, 21)


def test_no_number_in_the_ledger_counts_the_entries_of_people_without_a_name() -> None:
    counting = {
        field.name
        for model in (Entry, EntrySubject, Waiting)
        for field in model._meta.concrete_fields  # noqa: SLF001 - Django's name
        if field.get_internal_type() in {"BigAutoField", "AutoField", "SmallAutoField"}
    }
    assert counting == set()


_ROWS = {
    "custody_entry": "act = 'case.unmark'",
    "custody_entrysubject": "subject = 'case_x'",
    "custody_entrydetail": "scope = 'case_x'",
    "custody_leaf": "hash = NULL",
    "custody_checkpoint": "note = 'x'",
}


@pytest.mark.parametrize("table", _ROWS)
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE", "REPLACE", "TRUNCATE"])
def test_the_database_itself_refuses_to_change_the_ledger(table: str, verb: str, data_folder: object) -> None:
    from_here = _sequenced()
    if (verb, connection.vendor) in {("REPLACE", "postgresql"), ("TRUNCATE", "sqlite")}:
        return  # This database has no such statement.
    statement = {
        "UPDATE": f"UPDATE {table} SET {_ROWS[table]}",  # noqa: S608 - names of ours
        "DELETE": f"DELETE FROM {table}",  # noqa: S608
        "REPLACE": f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",  # noqa: S608
        "TRUNCATE": f"TRUNCATE {table} CASCADE",
    }[verb]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # PostgreSQL empties no table while a check of this transaction's rows is still to come.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.count() == from_here


def _sequenced() -> int:
    from_here = new_case()
    assert from_here
    sequence(on=NOON)
    return Entry.objects.count()
