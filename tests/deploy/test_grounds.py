"""The folder of a demo: marked, held by one demo at a time, and cleared only when nobody stands on it any more."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from waarborg.deploy.grounds import clear_stale, ground
from waarborg.kernel.errors import Missing

#: Another process that stands on a folder until it is killed, or ends by itself when nobody waits for it any more.
STAND = """
import sys
from waarborg.deploy.grounds import ground
with ground(sys.argv[1] if len(sys.argv) > 1 else None) as here:
    print(here.folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def _own_folder_for_temporary_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def _other(tmp_path: Path, *words: str) -> tuple[subprocess.Popen[str], Path]:
    process = subprocess.Popen(
        [sys.executable, "-c", STAND, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    assert process.stdout
    return process, Path(process.stdout.readline().strip())


def test_a_folder_of_its_own_is_gone_afterwards() -> None:
    with ground(None) as here:
        (here.folder / "waarborg.sqlite3").touch()
        assert here.folder.stat().st_mode & 0o777 == 0o700
    assert not here.folder.exists()


def test_a_named_folder_stays_and_remembers_whether_it_was_filled(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    with ground(str(folder)) as here:
        assert not here.filled
        (here.folder / "waarborg.sqlite3").touch()
    with ground(str(folder)) as here:
        assert not here.filled
        here.fill()
        assert here.filled
    with ground(str(folder)) as here:
        assert here.filled
        assert (folder / "waarborg.sqlite3").exists()


def test_what_was_half_loaded_is_cleared_and_the_mark_stays(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "keep").touch()
    with ground(str(tmp_path / "demo")) as here:
        (here.folder / "keys").mkdir()
        (here.folder / "keys" / "a.key").touch()
        (here.folder / "waarborg.sqlite3").touch()
        (here.folder / "vault").symlink_to(elsewhere)
        here.clear()
        assert [path.name for path in here.folder.iterdir()] == ["waarborg-demo"]
    assert (elsewhere / "keep").exists()


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "thesis.txt").write_text("mine")
    (tmp_path / "file").touch()
    for name in ("papers", "file"):
        with pytest.raises(Missing, match="holds something else"), ground(str(tmp_path / name)):
            pass
    assert [path.name for path in (tmp_path / "papers").iterdir()] == ["thesis.txt"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Missing, match=r"--data: .*Not a directory"), ground(str(tmp_path / "file" / "demo")):
        pass


def test_two_demos_do_not_stand_on_one_folder(tmp_path: Path) -> None:
    process, _ = _other(tmp_path, str(tmp_path / "demo"))
    with process:
        with pytest.raises(Missing, match="another demo is running"), ground(str(tmp_path / "demo")):
            pass
        process.communicate()
    with ground(str(tmp_path / "demo")) as here:
        assert here.folder.exists()


def test_the_folder_of_a_demo_that_was_killed_is_cleared_by_the_next_and_that_of_one_that_runs_is_not(
    tmp_path: Path,
) -> None:
    killed, stale = _other(tmp_path)
    running, kept = _other(tmp_path)
    with killed, running:
        clear_stale()
        assert stale.exists()
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()
        assert stale.exists()
        with ground(None):
            assert not stale.exists()
            assert kept.exists()
        running.communicate()
    assert not kept.exists()


def test_folders_that_only_look_like_a_demos_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "waarborg-demo-mine").mkdir()
    (tmp_path / "waarborg-demo-mine" / "thesis.txt").touch()
    (tmp_path / "waarborg-demo-file").touch()
    with ground(str(tmp_path / "elsewhere")):
        pass
    (tmp_path / "waarborg-demo-link").symlink_to(tmp_path / "elsewhere")
    clear_stale()
    assert (tmp_path / "waarborg-demo-mine" / "thesis.txt").exists()
    assert (tmp_path / "waarborg-demo-file").exists()
    assert (tmp_path / "elsewhere" / "waarborg-demo").exists()
