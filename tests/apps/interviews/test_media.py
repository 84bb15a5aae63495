"""What counts as recorded is what is in the vault: whole, heard, seen, long enough and unchanged."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest

from tests.apps.cases.acting import code, done
from tests.apps.interviews.holding_them import World, certified, day, world
from tests.recordings import recording
from waarborg.apps.interviews import explaining, holding, media
from waarborg.apps.interviews.document import findings
from waarborg.apps.interviews.kinds import InterviewKind, Stayed
from waarborg.apps.interviews.media import MediaProblem, Track, strips
from waarborg.apps.interviews.models import Interview, Medium
from waarborg.apps.vault.verification import orphans
from waarborg.kernel.ids import InterviewId

pytestmark = pytest.mark.django_db

WHEN = day(-90)
#: An interview of 48 minutes, with a second for a minute.
HELD = 48


def held(w: World, seconds: int = HELD) -> InterviewId:
    pk = w.planned(WHEN)
    w.held(pk, WHEN, seconds)
    return pk


def measured(pk: InterviewId) -> dict[Track, media.Strip]:
    return strips(Interview.objects.get(pk=pk))


def test_a_recording_is_a_row_about_a_file_in_the_vault_and_nothing_is_ticked() -> None:
    w = world()
    pk = held(w)
    medium = w.add(pk, WHEN, recording(HELD, lit=True))
    assert (medium.sound, medium.video, medium.silent, medium.black) == (True, True, False, False)
    assert medium.sound_seconds == pytest.approx(HELD, abs=0.6)
    assert medium.video_seconds == pytest.approx(HELD, abs=0.6)
    assert all(strip.covers for strip in measured(pk).values())


def test_m24_without_a_file_nothing_was_recorded_whatever_the_plan_said() -> None:
    """M24, B8: audio is always recorded; the plan's promise is no recording."""
    w = world()
    pk = held(w)
    found = measured(pk)
    assert {strip.problems for strip in found.values()} == {frozenset({MediaProblem.MISSING})}
    row = Interview.objects.get(pk=pk)
    assert (row.sound, row.video) == (True, True)
    finding = findings(row, w.opening(WHEN)).finding("recording.audio")
    assert finding is not None
    assert (finding.due, finding.met) == ("yes", "no")


@pytest.mark.parametrize(
    ("content", "sound", "video"),
    [
        ({"seconds": HELD, "tone": False, "lit": True}, MediaProblem.SILENT, None),
        ({"seconds": HELD, "tone": True, "lit": False}, None, MediaProblem.BLACK),
        ({"seconds": 9, "tone": True, "lit": True}, MediaProblem.TOO_SHORT, MediaProblem.TOO_SHORT),
        ({"seconds": HELD, "tone": True, "lit": None}, None, MediaProblem.MISSING),
        ({"seconds": HELD, "tone": None, "lit": True}, MediaProblem.MISSING, None),
    ],
)
def test_b8_silent_black_short_and_missing_do_not_count(
    content: dict[str, object], sound: MediaProblem | None, video: MediaProblem | None
) -> None:
    """B8: nine minutes of forty-eight, here in seconds."""
    w = world()
    pk = held(w)
    w.add(pk, WHEN, recording(**content))  # type: ignore[arg-type]
    found = measured(pk)
    assert found[Track.SOUND].problems == (frozenset({sound}) if sound else frozenset())
    assert found[Track.VIDEO].problems == (frozenset({video}) if video else frozenset())


def test_b8_a_file_that_was_changed_or_is_gone_does_not_count(data_folder: Path) -> None:
    """B8: the hash is taken again."""
    w = world()
    pk = held(w)
    medium = w.add(pk, WHEN, recording(HELD))
    file = data_folder / "vault" / "objects" / f"{medium.object}.age"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    assert measured(pk)[Track.SOUND].problems == {MediaProblem.CHANGED}
    file.unlink()
    assert measured(pk)[Track.SOUND].problems == {MediaProblem.GONE}


def test_two_files_that_follow_each_other_cover_it_and_two_that_may_lie_over_each_other_do_not() -> None:
    w = world()
    pk = held(w)
    half = recording(HELD / 2 + 1)
    w.add(pk, WHEN, half)
    w.add(pk, WHEN, half)
    assert measured(pk)[Track.SOUND].problems == {MediaProblem.TOO_SHORT}
    Medium.objects.all().delete()
    w.add(pk, WHEN, half, begins_at=WHEN)
    w.add(pk, WHEN, half, begins_at=WHEN + timedelta(seconds=HELD / 2))
    assert measured(pk)[Track.SOUND].covers


def test_two_files_over_each_other_count_once() -> None:
    w = world()
    pk = held(w)
    for _ in range(3):
        w.add(pk, WHEN, recording(20), begins_at=WHEN)
    strip = measured(pk)[Track.SOUND]
    assert strip.problems == {MediaProblem.TOO_SHORT}
    assert strip.found == pytest.approx(20, abs=0.6)
    assert strip.needed == HELD


def test_what_was_recorded_before_the_beginning_or_after_the_end_covers_nothing() -> None:
    w = world()
    pk = held(w)
    w.add(pk, WHEN, recording(HELD), begins_at=WHEN - timedelta(seconds=HELD - 10))
    assert measured(pk)[Track.SOUND].found == pytest.approx(10, abs=0.6)


def test_breaks_do_not_have_to_be_recorded() -> None:
    w = world()
    pk = w.planned(WHEN)
    done(holding.begin(actor=w.asker, on=WHEN, interview=pk))
    done(holding.pause(actor=w.asker, on=WHEN + timedelta(seconds=10), interview=pk, stayed=Stayed.BOTH))
    done(holding.resume(actor=w.asker, on=WHEN + timedelta(seconds=30), interview=pk))
    done(holding.end(actor=w.asker, on=WHEN + timedelta(seconds=40), interview=pk))
    strip = measured(pk)[Track.SOUND]
    assert strip.needed == 20
    w.add(pk, WHEN, recording(10), begins_at=WHEN)
    w.add(pk, WHEN, recording(10), begins_at=WHEN + timedelta(seconds=30))
    assert measured(pk)[Track.SOUND].covers


def test_of_an_interview_that_turned_into_a_report_only_the_report_has_to_be_recorded() -> None:
    w = world()
    pk = w.planned(WHEN, kind=InterviewKind.INFORMATIVE, sound=None, video=None)
    done(holding.begin(actor=w.asker, on=WHEN, interview=pk))
    done(holding.turn_into_report(actor=w.asker, on=WHEN + timedelta(seconds=30), interview=pk))
    done(holding.end(actor=w.asker, on=WHEN + timedelta(seconds=40), interview=pk))
    assert measured(pk)[Track.SOUND].needed == 10
    w.add(pk, WHEN, recording(10), begins_at=WHEN + timedelta(seconds=30))
    assert measured(pk)[Track.SOUND].covers


def test_a_recording_is_added_only_between_the_beginning_and_the_close(data_folder: Path) -> None:
    w = world()
    w.informed(-112)
    pk = w.planned(WHEN)

    def add() -> object:
        return media.add(actor=w.asker, on=WHEN, interview=pk, name="r.wav", file=io.BytesIO(recording(1)))

    assert code(add()) == "interview.media.not_held"
    w.closed(pk, WHEN)
    assert code(add()) == "interview.media.not_held"
    assert len([path for path in (data_folder / "vault").rglob("*") if path.is_file()]) == 1


def test_an_informative_interview_takes_a_recording_only_after_consulting_the_prosecutor() -> None:
    w = world()
    pk = w.planned(WHEN, kind=InterviewKind.INFORMATIVE, sound=None, video=None)
    done(holding.begin(actor=w.asker, on=WHEN, interview=pk))
    refused = media.add(actor=w.asker, on=WHEN, interview=pk, name="r.wav", file=io.BytesIO(recording(1)))
    assert code(refused) == "interview.media.not_consulted"
    done(explaining.consult_prosecutor(actor=w.asker, on=WHEN, interview=pk, prosecutor=w.prosecutor.id, sound=True))
    w.add(pk, WHEN, recording(1))


def test_a_stranger_and_a_file_that_is_no_media_leave_nothing_behind() -> None:
    w, stranger = world(), certified("trafficking")
    pk = held(w)
    refused = media.add(actor=stranger, on=WHEN, interview=pk, name="r.wav", file=io.BytesIO(recording(1)))
    assert code(refused) == "case.need_to_know"
    refused = media.add(actor=w.asker, on=WHEN, interview=pk, name="r.wav", file=io.BytesIO(b"a letter" * 99))
    assert code(refused) == "object.store.not_media"
    refused = media.add(actor=w.asker, on=WHEN, interview=InterviewId.new(), name="r", file=io.BytesIO(b"x"))
    assert code(refused) == "interview.unknown"
    assert not Medium.objects.exists()
    assert (orphans().files, orphans().rows) == ((), ())
