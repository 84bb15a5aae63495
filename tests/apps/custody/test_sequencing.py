"""Places in the log: without a gap, whoever gives them out, and signed in one history that nothing can part."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.apps.custody.acting import NOON, detective, mark, new_case, new_report
from tests.apps.custody.tampering import tamper
from waarborg.apps.custody import sequencing
from waarborg.apps.custody.checkpoints import keep_outside, lines, opened, outside, read_outside, sign, verifier
from waarborg.apps.custody.models import Checkpoint, Leaf, Waiting
from waarborg.apps.custody.sequencing import PartedLedger, leaf_of, next_to_place, pending, sequence
from waarborg.apps.custody.verification import verify
from waarborg.engines.ledger.errors import Unproven
from waarborg.engines.ledger.growth import CompactRange
from waarborg.engines.ledger.merkle import Tree, leaf_hash
from waarborg.engines.ledger.notes import Signer
from waarborg.kernel.errors import Missing
from waarborg.kernel.ids import CaseId


def _act(times: int = 1, *, minutes: int = 0) -> None:
    for _ in range(times):
        mark(actor=detective(), on=NOON + timedelta(minutes=minutes), case=CaseId.new())


@pytest.mark.django_db
def test_every_entry_gets_a_place_and_one_checkpoint_is_signed_over_all() -> None:
    _act(5)
    assert pending() == 5
    assert sequence(on=NOON) == 5
    assert pending() == 0
    leaves = list(Leaf.objects.order_by("index").select_related("entry"))
    assert [leaf.index for leaf in leaves] == [0, 1, 2, 3, 4]
    root = Tree(leaf_hash(leaf_of(leaf.entry)) for leaf in leaves).root()
    signed = opened(Checkpoint.objects.get().note)
    assert (signed.size, signed.root, signed.extensions) == (5, root, lines(previous=0, at=NOON))
    assert read_outside() == Checkpoint.objects.get().note.encode()


@pytest.mark.django_db
def test_with_nothing_new_nothing_is_signed() -> None:
    assert sequence(on=NOON) == 0
    assert read_outside() is None
    _act()
    sequence(on=NOON)
    assert sequence(on=NOON + timedelta(hours=1)) == 0
    assert Checkpoint.objects.count() == 1


@pytest.mark.django_db
def test_it_goes_on_from_the_last_checkpoint_and_each_checkpoint_names_the_one_before_it() -> None:
    _act(3)
    sequence(on=NOON)
    _act(2)
    later = NOON + timedelta(minutes=1)
    assert sequence(on=later) == 2
    assert [row.size for row in Checkpoint.objects.order_by("size")] == [3, 5]
    assert opened(Checkpoint.objects.get(size=5).note).extensions == lines(previous=3, at=later)
    assert verify().problem is None


@pytest.mark.django_db
def test_a_backlog_of_several_batches_is_placed_in_one_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequencing, "_BATCH", 4)
    _act(10)
    assert sequence(on=NOON) == 10
    assert [row.size for row in Checkpoint.objects.order_by("size")] == [4, 8, 10]
    assert verify().problem is None


@pytest.mark.django_db
def test_entries_stand_by_their_time_and_those_of_people_without_a_name_come_after_them_in_no_order() -> None:
    orders = set()
    for _ in range(6):
        start = Leaf.objects.count()
        _act(minutes=2)
        reports = [new_report(NOON + timedelta(minutes=minute)) for minute in range(4)]
        _act(minutes=1)
        sequence(on=NOON)
        entries = [leaf.entry for leaf in Leaf.objects.filter(index__gte=start).order_by("index")]
        assert [entry.at for entry in entries[:2]] == [NOON + timedelta(minutes=1), NOON + timedelta(minutes=2)]
        assert {entry.subjects for entry in entries[2:]} == set(reports)
        orders.add(tuple(reports.index(entry.subjects) for entry in entries[2:]))  # type: ignore[arg-type]
    assert len(orders) > 1  # Six times the same of 24 orders happens once in eight million runs.


@pytest.mark.django_db
def test_no_more_is_read_when_the_log_is_long() -> None:
    def reads() -> int:
        _act()
        with CaptureQueriesContext(connection) as queries:
            sequence(on=NOON)
        return len(queries)

    reads()
    short = reads()
    _act(200)
    sequence(on=NOON)
    assert reads() == short


@pytest.mark.django_db
def test_what_waits_is_found_without_a_look_at_what_has_a_place() -> None:
    if connection.vendor != "sqlite":
        return  # Its planner decides by what it knows of the tables, and here they are small.
    plan = next_to_place()[:10].explain()
    assert "SCAN" not in plan.replace("SCAN custody_waiting", "")


@pytest.mark.django_db
def test_a_program_killed_between_its_commit_and_the_checkpoint_outside_is_healed_when_nothing_new_waits() -> None:
    _act(2)
    sequence(on=NOON)
    before = read_outside()
    assert before
    _act()
    sequence(on=NOON)
    after = read_outside()
    keep_outside(before.decode())
    assert sequence(on=NOON) == 0
    assert read_outside() == after
    outside().unlink()
    assert sequence(on=NOON) == 0
    assert read_outside() == after


@pytest.mark.django_db
def test_a_database_that_is_shorter_than_the_checkpoint_outside_is_never_signed_over() -> None:
    _act(2)
    sequence(on=NOON)
    _act()
    sequence(on=NOON)
    ahead = read_outside()
    _cut(2)
    _act(5)
    with pytest.raises(PartedLedger, match="the log ends at 2, and the checkpoint outside speaks of 3"):
        sequence(on=NOON)
    assert read_outside() == ahead
    assert Checkpoint.objects.count() == 1
    assert pending() == 5


@pytest.mark.django_db
def test_an_emptied_database_is_never_signed_over() -> None:
    _act(2)
    sequence(on=NOON)
    _cut(0)
    _act()
    with pytest.raises(PartedLedger):
        sequence(on=NOON)
    assert not Leaf.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "nothing of ours", "\udcff"])
def test_nothing_is_signed_while_the_checkpoint_outside_makes_no_sense(text: str) -> None:
    _act()
    sequence(on=NOON)
    outside().write_bytes(text.encode(errors="surrogateescape"))
    _act()
    with pytest.raises(PartedLedger):
        sequence(on=NOON)
    assert pending() == 1


@pytest.mark.django_db
def test_a_checkpoint_outside_of_another_history_stops_the_signing() -> None:
    _act()
    sequence(on=NOON)
    signer = Signer.parse(settings.INSTALLATION.secret("ledger-signing.key"))
    other = CompactRange()
    other.append(leaf_hash(b"another"))
    signed = sign(other, previous=0, at=NOON)
    assert signer.verifier == verifier()
    keep_outside(signed)
    _act()
    with pytest.raises(PartedLedger, match="another log"):
        sequence(on=NOON)


@pytest.mark.django_db
def test_peaks_that_were_changed_in_the_database_are_not_built_upon() -> None:
    _act(3)
    sequence(on=NOON)
    last = Checkpoint.objects.get()
    tamper("UPDATE custody_checkpoint SET peaks = %s", bytes(last.peaks)[32:] + bytes(last.peaks)[:32])
    _act()
    with pytest.raises(PartedLedger, match="was changed"):
        sequence(on=NOON)
    tamper("UPDATE custody_checkpoint SET peaks = %s", b"short")
    with pytest.raises(PartedLedger):
        sequence(on=NOON)


def _replace_key() -> None:
    settings.INSTALLATION.key_file("ledger-signing.key").write_text(Signer.new("waarborg.ledger").secret_text())


def _break_key() -> None:
    settings.INSTALLATION.key_file("ledger-signing.key").write_text("not a key")


def _remove_key() -> None:
    settings.INSTALLATION.key_file("ledger-signing.key").unlink()


def _remove_public() -> None:
    settings.INSTALLATION.key_file("ledger-signing.pub").unlink()


def _break_public() -> None:
    settings.INSTALLATION.key_file("ledger-signing.pub").write_bytes(b"\xff")


@pytest.mark.django_db
@pytest.mark.parametrize("harm", [_replace_key, _break_key, _remove_key, _remove_public, _break_public])
def test_with_another_key_or_none_nothing_is_signed_and_the_line_names_the_file(harm: Callable[[], None]) -> None:
    _act()
    harm()
    with pytest.raises(Missing, match=r"ledger-signing\.(key|pub)"):
        sequence(on=NOON)
    assert not Leaf.objects.exists()
    assert pending() == 1


@pytest.mark.django_db
def test_a_folder_of_checkpoints_that_is_not_there_is_said_and_caught_up_with_later(data_folder: Path) -> None:
    _act()
    folder = data_folder / "checkpoints"
    folder.rename(data_folder / "away")
    with pytest.raises(Missing, match="checkpoints"):
        sequence(on=NOON)
    (data_folder / "away").rename(folder)
    sequence(on=NOON)
    assert read_outside()
    assert verify().problem is None


@pytest.mark.django_db
def test_a_checkpoint_under_another_key_is_not_believed() -> None:
    _act()
    sequence(on=NOON)
    path = settings.INSTALLATION.key_file("ledger-signing.pub")
    path.write_text(Signer.new("waarborg.ledger").verifier.text())
    with pytest.raises(Unproven):
        opened(Checkpoint.objects.get().note)


def test_several_sequencers_and_acts_at_once_leave_no_gap(fresh_database: Mapping[str, str]) -> None:
    start = threading.Barrier(6)
    failed: list[BaseException] = []

    def run(work: Callable[[], object]) -> None:
        try:
            start.wait()
            for _ in range(12):
                work()
        except BaseException as error:  # noqa: BLE001 - shown below, from the thread that can fail the test
            failed.append(error)
        finally:
            connection.close()

    def place() -> int:
        return sequence(on=NOON)

    threads = [threading.Thread(target=run, args=[work]) for work in (place, place, place, _act, _act, new_case)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    sequence(on=NOON)
    assert [leaf.index for leaf in Leaf.objects.order_by("index")] == list(range(36))
    assert not Waiting.objects.exists()
    found = verify()
    assert (found.size, found.problem) == (36, None)
    assert list(outside().parent.iterdir()) == [outside()]


def _cut(size: int) -> None:
    """Cut off everything after the first ``size`` entries, as somebody with the database's own rights would."""
    keys = list(Leaf.objects.filter(index__gte=size).values_list("entry_id", flat=True))
    tamper("DELETE FROM custody_checkpoint WHERE size > %s", size)
    tamper('DELETE FROM custody_leaf WHERE "index" >= %s', size)
    for table, column in (("entrysubject", "entry_id"), ("entrydetail", "entry_id"), ("entry", "id")):
        for key in keys:
            tamper(f"DELETE FROM custody_{table} WHERE {column} = %s", key)  # noqa: S608 - names of ours
