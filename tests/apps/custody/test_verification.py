"""Whether anything in the ledger was changed: each kind of change, one by one, and whatever chance comes up with."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, assume, given
from hypothesis import settings as trials
from hypothesis import strategies as st

from tests.apps.custody.acting import NOON, detective, mark, new_case, new_report, refusal
from tests.apps.custody.tampering import LEDGER, tamper, undone, without_triggers
from waarborg.apps.custody import verification
from waarborg.apps.custody.checkpoints import keep_outside, outside, read_outside, sign
from waarborg.apps.custody.keys import destroy_key
from waarborg.apps.custody.models import Checkpoint, Entry, EntryDetail, EntrySubject, Leaf, Waiting
from waarborg.apps.custody.sequencing import leaf_of, sequence
from waarborg.apps.custody.verification import verify
from waarborg.engines.ledger.growth import CompactRange
from waarborg.engines.ledger.merkle import leaf_hash
from waarborg.engines.ledger.notes import Signer
from waarborg.kernel.errors import Missing
from waarborg.kernel.ids import CaseId, EntryId

pytestmark = pytest.mark.django_db
LATER: Final = NOON + timedelta(minutes=5)


@pytest.fixture
def ledger() -> list[str]:
    """Nine entries with a place, under three checkpoints; the ids of the entries in the order of the log."""
    for _ in range(3):
        new_case()
        new_report()
        case = CaseId.new()
        mark(actor=detective(), on=NOON, case=case, answer=refusal(case))
        sequence(on=NOON)
    assert verify().problem is None
    return [str(leaf.entry_id) for leaf in Leaf.objects.order_by("index")]


def _problem() -> str:
    problem = verify().problem
    assert problem is not None, "the change was not found"
    return problem


def test_a_ledger_that_nobody_touched_fits(ledger: list[str]) -> None:
    last = Checkpoint.objects.order_by("-size").first()
    assert last
    found = verify()
    assert (found.size, found.pending, found.problem) == (9, 0, None)
    assert found.checkpoint == {"size": 9, "root": found.root, "note": last.note}
    assert found.document().keys() >= {"size", "root", "checkpoint", "pending", "problem"}


def test_an_empty_ledger_fits() -> None:
    found = verify()
    assert (found.size, found.checkpoint, found.pending, found.problem) == (0, None, 0, None)
    assert len(found.root) == 64


def test_what_waits_for_a_place_is_counted_and_is_no_problem(ledger: list[str]) -> None:
    new_case()
    found = verify()
    assert (found.size, found.pending, found.problem) == (9, 1, None)


def test_a_destroyed_key_is_no_change_to_the_ledger(ledger: list[str]) -> None:
    destroy_key(EntryDetail.objects.all()[0].scope, on=LATER)
    assert verify().problem is None


def test_no_secret_is_needed(ledger: list[str]) -> None:
    for path in settings.INSTALLATION.key_file("").iterdir():
        if path.is_file() and path.name != "ledger-signing.pub":
            path.unlink()
    assert verify().problem is None


_COLUMNS: Final[dict[str, Any]] = {
    "at": LATER,
    "day_only": True,
    "act": "case.unmark",
    "actor": "account_" + "c" * 26,
    "roles": "detective supervisor",
    "outcome": "consulted",
    "refusal": "case.mark.yes",
    "subjects": "case_" + "c" * 26,
    "commitment": b"c" * 32,
    "detail_hash": b"c" * 32,
}


def test_every_column_of_an_entry_is_among_those_that_are_tried() -> None:
    assert {field.column for field in Entry._meta.concrete_fields} == {"id", *_COLUMNS}  # noqa: SLF001


@pytest.mark.parametrize("column", _COLUMNS)
def test_a_changed_column_of_an_entry_is_found_with_its_place(ledger: list[str], column: str) -> None:
    entry = Entry.objects.exclude(commitment=b"").get(leaf__index__range=(3, 5))
    place = ledger.index(entry.pk)
    with without_triggers() as cursor:
        cursor.execute(f'UPDATE custody_entry SET "{column}" = %s WHERE id = %s', [_COLUMNS[column], entry.pk])  # noqa: S608
        if column == "subjects":
            cursor.execute("DELETE FROM custody_entrysubject WHERE entry_id = %s", [entry.pk])
            cursor.execute(
                "INSERT INTO custody_entrysubject VALUES (%s, %s)", _subject_row(entry.pk, "case_" + "c" * 26)
            )
    problem = _problem()
    assert f"leaf {place}: " in problem or entry.pk in problem


def _subject_row(entry: str, subject: str) -> list[str]:
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, "custody_entrysubject")
    return [{"entry_id": entry, "subject": subject}[column.name] for column in columns]


def test_the_time_of_an_entry_that_carries_the_day_only_cannot_be_changed_within_the_day(ledger: list[str]) -> None:
    entry = Entry.objects.filter(day_only=True)[0]
    tamper("UPDATE custody_entry SET at = %s WHERE id = %s", entry.at + timedelta(minutes=1), entry.pk)
    assert entry.pk in _problem()


def test_another_id_for_an_entry_is_found_however_consistently_it_is_given(ledger: list[str]) -> None:
    fresh = EntryId.new()
    with without_triggers() as cursor:
        for table, column in _ENTRY_COLUMNS.items():
            cursor.execute(f"UPDATE custody_{table} SET {column} = %s WHERE {column} = %s", [fresh, ledger[4]])  # noqa: S608
    assert _problem() == f"leaf 4: {fresh} is not the entry that was sealed here"


_ENTRY_COLUMNS: Final = {"entry": "id", "entrysubject": "entry_id", "entrydetail": "entry_id", "leaf": "entry_id"}


def _remove(key: str, *tables: str) -> None:
    with without_triggers() as cursor:
        for table in tables:
            cursor.execute(f"DELETE FROM custody_{table} WHERE {_ENTRY_COLUMNS[table]} = %s", [key])  # noqa: S608


@pytest.mark.parametrize("place", [0, 4, 8])
@pytest.mark.parametrize("tables", [("entry",), ("leaf",), ("leaf", "entrysubject", "entrydetail", "entry")])
def test_a_removed_entry_or_leaf_is_found(ledger: list[str], place: int, tables: tuple[str, ...]) -> None:
    with undone():
        _remove(ledger[place], *tables)
        found = verify()
    assert found.problem is not None
    assert found.size == place
    assert str(place) in found.problem


def test_a_leaf_that_was_removed_with_all_after_it_moved_up_is_found(ledger: list[str]) -> None:
    _remove(ledger[4], "leaf", "entrysubject", "entrydetail", "entry")
    for index in range(5, 9):
        tamper('UPDATE custody_leaf SET "index" = %s WHERE "index" = %s', index - 1, index)
    assert _problem() == "checkpoint 6 does not fit the entries before it"


def test_two_leaves_that_changed_places_are_found(ledger: list[str]) -> None:
    for old, new in ((3, 90), (4, 3), (90, 4)):
        tamper('UPDATE custody_leaf SET "index" = %s WHERE "index" = %s', new, old)
    assert _problem() == "checkpoint 6 does not fit the entries before it"


def test_a_changed_leaf_is_found_also_when_its_entry_was_changed_with_it(ledger: list[str]) -> None:
    tamper("UPDATE custody_entry SET act = %s WHERE id = %s", "case.unmark", ledger[4])
    hashed = leaf_hash(leaf_of(Entry.objects.get(pk=ledger[4])))
    tamper('UPDATE custody_leaf SET hash = %s WHERE "index" = 4', hashed)
    assert _problem() == "checkpoint 6 does not fit the entries before it"


def test_a_leaf_before_the_first_is_found(ledger: list[str]) -> None:
    new_case()
    entry = Waiting.objects.get().pk
    Leaf.objects.create(index=-1, entry_id=entry, hash=b"x" * 32)
    assert "before the first" in _problem()


def test_an_entry_added_with_a_leaf_and_no_checkpoint_is_found(ledger: list[str]) -> None:
    new_case()
    entry = Entry.objects.get(waiting__isnull=False)
    Leaf.objects.create(index=9, entry=entry, hash=leaf_hash(leaf_of(entry)))
    Waiting.objects.all().delete()
    assert _problem() == "leaf 9: no checkpoint was signed over it"


def test_an_entry_added_in_the_middle_is_found(ledger: list[str]) -> None:
    new_case()
    entry = Entry.objects.get(waiting__isnull=False)
    Waiting.objects.all().delete()
    for index in range(8, 3, -1):
        tamper('UPDATE custody_leaf SET "index" = %s WHERE "index" = %s', index + 1, index)
    Leaf.objects.create(index=4, entry=entry, hash=leaf_hash(leaf_of(entry)))
    assert _problem() == "checkpoint 6 does not fit the entries before it"


def test_an_entry_that_lost_its_turn_is_found(ledger: list[str]) -> None:
    new_case()
    Waiting.objects.all().delete()
    assert "does not wait for one" in _problem()


def test_an_entry_that_waits_again_is_found(ledger: list[str]) -> None:
    Waiting.objects.create(entry_id=ledger[2])
    assert _problem() == f"{ledger[2]} waits for a place and has one"


def test_a_subject_that_was_added_changed_or_removed_is_found(ledger: list[str]) -> None:
    for statement in (
        "UPDATE custody_entrysubject SET subject = 'case_x' WHERE entry_id = %s",
        "DELETE FROM custody_entrysubject WHERE entry_id = %s",
        "INSERT INTO custody_entrysubject (entry_id, subject) VALUES (%s, 'case_x')",
    ):
        with undone():
            tamper(statement, ledger[5])
            assert _problem() == f"{ledger[5]}: the index of what it names was changed"
    assert verify().problem is None


def test_a_detail_that_was_changed_moved_removed_or_added_is_found_without_its_key(ledger: list[str]) -> None:
    detail = EntryDetail.objects.filter(entry__leaf__index__gt=3)[0]
    destroy_key(detail.scope, on=LATER)
    plain = next(key for key in ledger if not EntryDetail.objects.filter(pk=key).exists())
    for statement, values, key, how in (
        ("UPDATE custody_entrydetail SET text = %s WHERE entry_id = %s", (b"x", detail.pk), detail.pk, "changed"),
        (
            "UPDATE custody_entrydetail SET scope = %s WHERE entry_id = %s",
            (CaseId.new(), detail.pk),
            detail.pk,
            "changed",
        ),
        ("DELETE FROM custody_entrydetail WHERE entry_id = %s", (detail.pk,), detail.pk, "removed"),
        ("INSERT INTO custody_entrydetail (entry_id, scope, text) VALUES (%s, 'x', %s)", (plain, b"x"), plain, "added"),
    ):
        with undone():
            tamper(statement, *values)
            assert _problem() == f"{key}: its detail was {how}"


def test_two_details_that_changed_places_are_found(ledger: list[str]) -> None:
    one, two = EntryDetail.objects.all()[:2]
    for row, other in ((one, two), (two, one)):
        statement = "UPDATE custody_entrydetail SET scope=%s, text=%s WHERE entry_id=%s"
        tamper(statement, other.scope, bytes(other.text), row.pk)
    assert "its detail was changed" in _problem()


@pytest.mark.parametrize("table", ["entrysubject", "entrydetail", "waiting"])
def test_a_row_that_belongs_to_no_entry_is_found(ledger: list[str], table: str) -> None:
    rows = {"entrysubject": "(entry_id, subject) VALUES (%s, 'x')", "waiting": "(entry_id) VALUES (%s)"}
    values = rows.get(table, "(entry_id, scope, text) VALUES (%s, 'x', '')")
    with undone():
        tamper(f"INSERT INTO custody_{table} {values}", EntryId.new())
        assert "belongs to no entry" in _problem()


@pytest.mark.parametrize("size", [3, 6, 9])
def test_a_removed_checkpoint_is_found(ledger: list[str], size: int) -> None:
    tamper("DELETE FROM custody_checkpoint WHERE size = %s", size)
    assert verify().problem is not None


@pytest.mark.parametrize(
    ("column", "value"), [("size", 5), ("note", "x"), ("peaks", b"x" * 64), ("at", LATER), ("size", 0), ("size", 12)]
)
def test_a_changed_checkpoint_is_found(ledger: list[str], column: str, value: str | bytes | int | datetime) -> None:
    tamper(f"UPDATE custody_checkpoint SET {column} = %s WHERE size = 6", value)  # noqa: S608 - names of ours
    assert "checkpoint" in _problem()


def test_notes_of_two_checkpoints_that_changed_places_are_found(ledger: list[str]) -> None:
    notes = {row.size: row.note for row in Checkpoint.objects.all()}
    tamper("UPDATE custody_checkpoint SET note = %s WHERE size = 3", notes[6])
    tamper("UPDATE custody_checkpoint SET note = %s WHERE size = 6", notes[3])
    assert _problem() == "checkpoint 3 does not fit the entries before it"


def test_a_false_signature_is_found(ledger: list[str]) -> None:
    note = Checkpoint.objects.get(size=6).note
    place = note.index("\n\n") + 40
    other = note[:place] + ("A" if note[place] != "A" else "B") + note[place + 1 :]
    tamper("UPDATE custody_checkpoint SET note = %s WHERE size = 6", other)
    assert "checkpoint 6: " in _problem()


def _cut(size: int) -> None:
    with without_triggers() as cursor:
        keys = list(Leaf.objects.filter(index__gte=size).values_list("entry_id", flat=True))
        cursor.execute("DELETE FROM custody_checkpoint WHERE size > %s", [size])
        cursor.execute('DELETE FROM custody_leaf WHERE "index" >= %s', [size])
        for key in keys:
            for table, column in _ENTRY_COLUMNS.items():
                cursor.execute(f"DELETE FROM custody_{table} WHERE {column} = %s", [key])  # noqa: S608 - names of ours


@pytest.mark.parametrize("size", [6, 3, 0])
def test_a_tail_that_was_cut_off_cleanly_is_found_by_the_checkpoint_outside(ledger: list[str], size: int) -> None:
    _cut(size)
    found = verify()
    assert found.problem == f"the tail was cut off: {size} entries are left of the 9 that were signed"
    assert found.checkpoint
    assert found.checkpoint["size"] == 9


def test_a_tail_that_was_cut_off_and_grew_again_is_found(ledger: list[str]) -> None:
    kept = read_outside()
    assert kept
    _cut(6)
    outside().unlink()
    for _ in range(3):
        new_case()
    sequence(on=LATER)
    assert verify().problem is None
    keep_outside(kept.decode())
    assert _problem() == "the checkpoint outside the database does not fit the first 9 entries"


def test_an_outside_checkpoint_that_is_missing_is_found(ledger: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification, "_GRACE", 0)
    outside().unlink()
    assert "is missing" in _problem()


def test_an_outside_checkpoint_that_is_older_is_found(ledger: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification, "_GRACE", 0)
    keep_outside(Checkpoint.objects.get(size=6).note)
    assert _problem() == "the checkpoint outside the database is of size 6, and the log has 9 entries"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"waarborg.ledger\n9\n"])
def test_an_outside_checkpoint_that_makes_no_sense_is_found(ledger: list[str], content: bytes) -> None:
    outside().write_bytes(content)
    assert "the checkpoint outside the database: " in _problem()


def _other_key(*, public: bool) -> None:
    signer = Signer.new("waarborg.ledger")
    settings.INSTALLATION.key_file("ledger-signing.key").write_text(signer.secret_text())
    if public:
        settings.INSTALLATION.key_file("ledger-signing.pub").write_text(signer.verifier.text())


def test_a_public_key_that_was_replaced_is_found(ledger: list[str]) -> None:
    _other_key(public=True)
    assert _problem() == "the checkpoint outside the database: no known key signed the note"


def test_a_history_signed_anew_with_another_key_is_found_by_whoever_has_the_old_public_key(ledger: list[str]) -> None:
    path = settings.INSTALLATION.key_file("ledger-signing.pub")
    known = path.read_text()
    _other_key(public=True)
    tree, previous = CompactRange(), 0
    for leaf in Leaf.objects.order_by("index"):
        tree.append(bytes(leaf.hash))
        if Checkpoint.objects.filter(size=tree.size).exists():
            note = sign(tree, previous=previous, at=NOON)
            tamper("UPDATE custody_checkpoint SET note = %s WHERE size = %s", note, tree.size)
            previous = tree.size
            keep_outside(note)
    assert verify().problem is None
    path.write_text(known)
    assert "no known key" in _problem()


def test_without_the_public_key_nothing_is_said_to_fit(ledger: list[str]) -> None:
    settings.INSTALLATION.key_file("ledger-signing.pub").unlink()
    with pytest.raises(Missing, match=r"ledger-signing\.pub"):
        verify()


def test_while_others_sign_the_log_still_fits(ledger: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    original: Callable[..., Any] = verification._check_parts  # noqa: SLF001 - a place in the middle of the reading
    times = []

    def grow(entries: list[Entry]) -> None:
        original(entries)
        times.append(1)
        if len(times) < 4:
            new_case()
            sequence(on=LATER)

    monkeypatch.setattr(verification, "_check_parts", grow)
    monkeypatch.setattr(verification, "_BATCH", 3)
    found = verify()
    assert found.problem is None
    assert found.size == 12


def test_a_value_that_no_act_ever_wrote_is_a_finding_with_its_place(ledger: list[str]) -> None:
    if connection.vendor == "postgresql":
        return  # Its columns take nothing of the kind.
    for column, value in (("at", "yesterday"), ("actor", "the chief"), ("commitment", 7), ("subjects", b"\xff")):
        with undone():
            tamper(f"UPDATE custody_entry SET {column} = %s WHERE id = %s", value, ledger[5])  # noqa: S608 - names of ours
            assert "leaf 5: " in _problem() or ledger[5] in _problem()


_TABLES: Final = {
    "entry": Entry,
    "entrysubject": EntrySubject,
    "entrydetail": EntryDetail,
    "leaf": Leaf,
    "checkpoint": Checkpoint,
    "waiting": Waiting,
}
assert set(_TABLES) == set(LEDGER)
_VALUES: Final = st.one_of(
    st.integers(-2, 12),
    st.integers(),
    st.text(max_size=6),
    st.binary(max_size=40),
    st.none(),
    st.booleans(),
    st.just("another row's"),
)


def _content() -> list[list[tuple[Any, ...]]]:
    """Every row of the ledger, as the database itself writes it: what is no time cannot be read as one."""
    written = "quote" if connection.vendor == "sqlite" else "to_json"
    with connection.cursor() as cursor:
        everything = []
        for table in LEDGER:
            columns = ", ".join(f'{written}("{column}")' for column in _columns(table))
            cursor.execute(f"SELECT {columns} FROM custody_{table}")  # noqa: S608 - names of ours
            everything.append(sorted(cursor.fetchall(), key=repr))
        return everything


def _columns(table: str) -> list[str]:
    return [field.column for field in _TABLES[table]._meta.concrete_fields if field.column]  # noqa: SLF001


@trials(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@given(data=st.data())
def test_whatever_chance_changes_is_found(ledger: list[str], data: st.DataObject) -> None:
    before = _content()
    with undone():
        for _ in range(data.draw(st.integers(1, 3), "changes")):
            _change(data)
        if _content() != before:
            assert verify().problem is not None


def _change(data: st.DataObject) -> None:
    """One statement that chance makes up; one that the database itself refuses is none."""
    table = data.draw(st.sampled_from(LEDGER), "table")
    columns = _columns(table)
    quoted = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {quoted} FROM custody_{table} ORDER BY 1, {len(columns)}")  # noqa: S608
        try:
            rows = cursor.fetchall()
        except ValueError:
            # An earlier change left no time where a time stands.
            return
    assume(rows)
    row, other = data.draw(st.sampled_from(rows), "row"), data.draw(st.sampled_from(rows), "another")
    place = data.draw(st.integers(0, len(columns) - 1), "column")
    value = data.draw(_VALUES, "value")
    value = other[place] if value == "another row's" else value
    match = " AND ".join(f'"{column}" = %s' for column in columns)
    verb = data.draw(st.sampled_from(["update", "delete", "insert"]), "verb")
    statement, values = {
        "update": (f'UPDATE custody_{table} SET "{columns[place]}" = %s WHERE {match}', [value, *row]),  # noqa: S608
        "delete": (f"DELETE FROM custody_{table} WHERE {match}", list(row)),  # noqa: S608
        "insert": (
            f"INSERT INTO custody_{table} ({quoted}) VALUES ({', '.join(['%s'] * len(columns))})",  # noqa: S608
            [*row[:place], value, *row[place + 1 :]],
        ),
    }[verb]
    try:
        with transaction.atomic():
            tamper(statement, *values)
    except (DatabaseError, OverflowError, UnicodeEncodeError, ValueError):
        assume(condition=False)


def test_a_long_ledger_takes_no_more_memory_than_a_short_one() -> None:
    def peak() -> int:
        tracemalloc.start()
        try:
            assert verify().problem is None
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    _grow(1200)
    verify()
    short = peak()
    _grow(3600)
    assert verify().size == 4800
    assert peak() < 1.3 * short


def _grow(size: int) -> None:
    """Entries enough to fill batches, written at one go."""
    key = "account_" + "c" * 26
    entries = [
        Entry(id=EntryId.new(), at=NOON, act="case.mark", actor=key, outcome="done", subjects=CaseId.new())
        for _ in range(size)
    ]
    for entry in entries:
        entry.commitment = entry.detail_hash = b""
    Entry.objects.bulk_create(entries)
    EntrySubject.objects.bulk_create([EntrySubject(entry=entry, subject=entry.subjects) for entry in entries])
    Waiting.objects.bulk_create([Waiting(entry=entry) for entry in entries])
    sequence(on=NOON)
