"""The vault: what is stored is sealed, hashed, probed and found again; what goes wrong leaves nothing half done."""

from __future__ import annotations

import hashlib
import io
import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from structlog.testing import capture_logs

from tests.recordings import recording
from waarborg.apps.custody.keys import make_key
from waarborg.apps.custody.models import Entry
from waarborg.apps.custody.queries import entries_about
from waarborg.apps.vault import listeners, queries, reading, receiving, storing, verification
from waarborg.apps.vault.receiving import Kind
from waarborg.apps.vault.verification import Condition
from waarborg.kernel.actors import Actor, Role, Service
from waarborg.kernel.errors import Fault, Refusal
from waarborg.kernel.ids import AccountId, CaseId, InterviewId, ObjectId

NOW = datetime(2026, 11, 16, 10, 5, tzinfo=UTC)
DETECTIVE = Actor(id=AccountId.new(), roles=frozenset({Role.DETECTIVE}), service=Service.AVIM)
VICTIM = Actor(id=AccountId.new(), roles=frozenset({Role.VICTIM}))

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> CaseId:
    case = CaseId.new()
    make_key(case)
    return case


@pytest.fixture
def holder() -> InterviewId:
    return InterviewId.new()


def stored(case: CaseId, holder: str, content: bytes, *, kind: Kind = Kind.RECORDING, name: str = "i.wav") -> ObjectId:
    found = storing.store(
        actor=DETECTIVE, on=NOW, case=case, holder=holder, kind=kind, name=name, file=io.BytesIO(content)
    )
    assert isinstance(found, ObjectId)
    return found


def files(data: Path) -> list[Path]:
    return [path for path in (data / "vault").rglob("*") if path.is_file()]


def test_what_is_stored_is_hashed_before_and_after_and_reads_back(
    case: CaseId, holder: InterviewId, data_folder: Path
) -> None:
    content = recording(3)
    object_id = stored(case, holder, content, name="C:\\recorder\\mila 16 nov.wav")
    (file,) = files(data_folder)
    (kept,) = queries.kept_for(holder)
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert kept.sealed_sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert kept.length == len(content)
    playback = reading.play(actor=DETECTIVE, on=NOW, object_id=object_id, reason="to write the report")
    assert isinstance(playback, reading.Playback)
    with playback.file:
        assert playback.file.read() == content
        playback.file.seek(1000)
        assert playback.file.read(10) == content[1000:1010]
    assert playback.name == "mila 16 nov.wav"
    assert playback.length == len(content)


def test_m15_neither_the_disk_nor_the_table_holds_a_readable_byte(
    case: CaseId, holder: InterviewId, data_folder: Path
) -> None:
    """M15: the recording, its name and its key are sealed."""
    stored(case, holder, b"The second flat is in Schiedam." * 100, kind=Kind.DOCUMENT, name="Mila.txt")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vault_sealedobject")
        row = b"".join(bytes(value) for value in cursor.fetchone() if isinstance(value, bytes | memoryview))
    kept = row + b"".join(file.read_bytes() for file in files(data_folder))
    assert b"Schiedam" not in kept
    assert b"Mila" not in kept
    assert b"AGE-SECRET-KEY" not in kept


def test_a_recording_is_probed_where_it_lies(case: CaseId, holder: InterviewId) -> None:
    both = stored(case, holder, recording(4, lit=True), name="both.mkv")
    silent = stored(case, holder, recording(2, tone=False))
    probed = queries.kept([both, silent])
    tracks = {track["kind"]: track for track in probed[both].probed["tracks"]}
    assert tracks["sound"]["seconds"] == pytest.approx(4, abs=0.6)
    assert tracks["video"]["seconds"] == pytest.approx(4, abs=0.6)
    assert not tracks["sound"]["empty"]
    assert not tracks["video"]["empty"]
    assert probed[silent].probed["tracks"][0]["empty"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "object.store.empty"),
        (b"no sound at all" * 50, "object.store.not_media"),
        (b"RIFF", "object.store.not_media"),
    ],
)
def test_a_file_that_is_no_media_is_refused_and_leaves_nothing(
    case: CaseId, holder: InterviewId, data_folder: Path, content: bytes, code: str
) -> None:
    found = storing.store(
        actor=DETECTIVE, on=NOW, case=case, holder=holder, kind=Kind.RECORDING, name="x.wav", file=io.BytesIO(content)
    )
    assert isinstance(found, Refusal)
    assert found.code == code
    assert files(data_folder) == []
    assert queries.kept_for(holder) == ()
    assert not Entry.objects.exists()


def test_what_is_left_of_a_cut_recording_is_kept_and_said_not_to_be_whole(case: CaseId, holder: InterviewId) -> None:
    content = recording(4)
    cut = stored(case, holder, content[: len(content) // 2])
    assert queries.kept([cut])[cut].probed["whole"] is False


class PulledCable(io.RawIOBase):
    """A file that stops giving after a while."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._left = after

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        if self._left <= 0:
            message = "the cable was pulled"
            raise OSError(message)
        size = min(len(buffer), self._left)
        buffer[:size] = os.urandom(size)
        self._left -= size
        return size


@pytest.mark.parametrize("after", [0, 5_000, 25_000_000])
def test_an_upload_that_breaks_off_leaves_nothing(
    case: CaseId, holder: InterviewId, data_folder: Path, after: int
) -> None:
    with pytest.raises(OSError, match="the cable was pulled"):
        storing.store(
            actor=DETECTIVE,
            on=NOW,
            case=case,
            holder=holder,
            kind=Kind.DOCUMENT,
            name="x",
            file=io.BufferedReader(PulledCable(after)),
        )
    assert files(data_folder) == []
    assert queries.kept_for(holder) == ()


def test_a_file_whose_act_fails_is_taken_away_again(case: CaseId, holder: InterviewId, data_folder: Path) -> None:
    no_key = CaseId.new()
    with pytest.raises(Fault):
        stored(no_key, holder, recording(1))
    assert files(data_folder) == []
    assert queries.kept_for(holder) == ()
    stored(case, holder, recording(1))
    assert verification.orphans() == verification.Orphans(files=(), rows=())


def test_opening_is_written_down_first_with_its_reason(case: CaseId, holder: InterviewId) -> None:
    object_id = stored(case, holder, recording(1))
    reading.play(actor=DETECTIVE, on=NOW, object_id=object_id, reason="to write the report")
    entry = entries_about(object_id).filter(act="object.play").get()
    assert entry.outcome == "consulted"
    assert {case, object_id, holder} <= set(entry.subjects.split())


@pytest.mark.parametrize("reason", ["", "   \n"])
def test_without_a_reason_nothing_opens(case: CaseId, holder: InterviewId, reason: str) -> None:
    object_id = stored(case, holder, recording(1))
    refused = reading.play(actor=DETECTIVE, on=NOW, object_id=object_id, reason=reason)
    assert isinstance(refused, Refusal)
    assert refused.code == "object.play.no_reason"


def test_a_role_that_does_not_store_or_open_is_refused(case: CaseId, holder: InterviewId, data_folder: Path) -> None:
    refused = storing.store(
        actor=VICTIM, on=NOW, case=case, holder=holder, kind=Kind.RECORDING, name="x", file=io.BytesIO(recording(1))
    )
    assert isinstance(refused, Refusal)
    assert files(data_folder) == []
    nobody = Actor(id=AccountId.new(), roles=frozenset({Role.ADMINISTRATOR}))
    object_id = stored(case, holder, recording(1))
    assert isinstance(reading.play(actor=nobody, on=NOW, object_id=object_id, reason="curious"), Refusal)


def test_one_changed_bit_is_found_and_named(case: CaseId, holder: InterviewId, data_folder: Path) -> None:
    first, second, third = (stored(case, holder, recording(1)) for _ in range(3))
    changed = data_folder / "vault" / "objects" / f"{first}.age"
    content = bytearray(changed.read_bytes())
    content[-100] ^= 1
    changed.write_bytes(content)
    (data_folder / "vault" / "objects" / f"{second}.age").unlink()
    expected = {first: Condition.CHANGED, second: Condition.GONE, third: Condition.FITS}
    assert verification.conditions([first, second, third]) == expected
    assert verification.verify(actor=DETECTIVE, on=NOW, case=case, holder=holder) == expected
    assert verification.orphans().rows == (second,)
    with pytest.raises(Fault):
        reading.play(actor=DETECTIVE, on=NOW, object_id=second, reason="to see")


def test_a_file_that_nobody_names_is_reported_and_removed_only_when_it_is_old(
    case: CaseId, holder: InterviewId, data_folder: Path
) -> None:
    kept = stored(case, holder, recording(1))
    left = data_folder / "vault" / "objects" / f"{ObjectId.new()}.age"
    left.write_bytes(b"what a killed process left")
    path = f"objects/{left.name}"
    assert verification.orphans().files == (path,)
    written = datetime.fromtimestamp(left.stat().st_mtime, tz=UTC)
    assert verification.clear_unclaimed(on=written + timedelta(hours=23)) == ()
    assert left.exists()
    assert verification.clear_unclaimed(on=written + timedelta(hours=25)) == (path,)
    assert not left.exists()
    assert verification.conditions([kept]) == {kept: Condition.FITS}


def test_a_stored_file_never_lies_under_its_name_unfinished(
    case: CaseId, holder: InterviewId, data_folder: Path
) -> None:
    seen: list[list[str]] = []

    class Watched(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            seen.append([path.name for path in files(data_folder) if path.parent.name == "objects"])
            return super().read(size)

    with receiving.received(Watched(os.urandom(300_000)), kind=Kind.DOCUMENT) as arrival:
        assert isinstance(arrival, receiving.Arrival)
        assert [path.name for path in files(data_folder)] == [f"{arrival.object}.age"]
    assert seen
    assert all(names == [] for names in seen)
    assert files(data_folder) == []


def test_the_hourly_chore_removes_what_is_old_and_says_which_rows_have_no_file(
    case: CaseId, holder: InterviewId, data_folder: Path
) -> None:
    kept, lost = stored(case, holder, recording(1)), stored(case, holder, recording(1))
    (data_folder / "vault" / "objects" / f"{lost}.age").unlink()
    left = data_folder / "vault" / "arriving" / f"{ObjectId.new()}.age"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"what a killed process left")
    arriving = left.with_name(f"{ObjectId.new()}.age")
    arriving.write_bytes(b"a long recording")
    old = time.time() - 2 * 24 * 3600
    os.utime(left, (old, old))
    with capture_logs() as said:
        # The installation's clock may stand years ahead, as in the demo; what arrives now is not old for that.
        listeners.look_for_orphans(NOW + timedelta(days=3650))
    assert not left.exists()
    assert arriving.exists()
    assert {entry["event"]: entry.get("objects") for entry in said} == {
        "unclaimed_files_removed": None,
        "objects_without_file": [lost],
    }
    assert verification.conditions([kept]) == {kept: Condition.FITS}
