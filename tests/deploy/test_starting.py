"""Starting: what a program lacks stops it at once, with one plain line that names it and tells no secret."""

from __future__ import annotations

import os
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.deploy.house import run

PROGRAMS = [("serve", "public"), ("serve", "desk"), ("serve", "portal"), ("work",)]
#: A key of each program.
OWN = {"public": "public-forms.key", "desk": "desk-sessions.key", "portal": "portal-sessions.key", "work": "worker.key"}


def _refused(*words: str, port: int = 0, **settings: str) -> str:
    """The one line with which a program refuses to start."""
    more = ("--port", str(port or 29_999)) if words[0] == "serve" else ("--once",) if words[0] == "work" else ()
    answer = run(*words, *more, settings=settings)
    assert answer.returncode == 3, answer
    assert answer.stdout == ""
    assert answer.stderr.count("\n") == 1, answer.stderr
    assert "Traceback" not in answer.stderr
    assert "canary" not in answer.stderr
    return answer.stderr


@pytest.mark.parametrize("words", PROGRAMS, ids=" ".join)
def test_a_missing_key_is_named(prepared: Path, words: tuple[str, ...], port: int) -> None:
    (prepared / "keys" / OWN[words[-1]]).unlink()
    line = _refused(*words, port=port, WAARBORG_DATA=str(prepared))
    assert f"{OWN[words[-1]]}: no such key; `waarborg prepare`" in line


def test_a_key_that_others_can_read_is_named_with_its_mode(prepared: Path, port: int) -> None:
    (prepared / "keys" / "case-wrapping.key").chmod(0o644)
    assert "case-wrapping.key: found mode 0644" in _refused("serve", "portal", port=port, WAARBORG_DATA=str(prepared))


def test_a_door_without_recipients_is_named(prepared: Path, port: int) -> None:
    (prepared / "doors" / "tci.recipients").unlink()
    line = _refused("serve", "public", port=port, WAARBORG_DATA=str(prepared))
    assert "tci.recipients: found no recipients" in line


def _gone(data: Path) -> None:
    (data / "waarborg.sqlite3").unlink()


def _without_tables(data: Path) -> None:
    (data / "waarborg.sqlite3").unlink()
    (data / "waarborg.sqlite3").touch(mode=0o600)


def _of_an_older_version(data: Path) -> None:
    with closing(sqlite3.connect(data / "waarborg.sqlite3")) as older:
        older.execute("DELETE FROM django_migrations WHERE app = 'reports'")
        older.commit()


def _rubbish(data: Path) -> None:
    (data / "waarborg.sqlite3").write_bytes(os.urandom(10_000))


def _open_to_others(data: Path) -> None:
    data.chmod(0o755)
    (data / "waarborg.sqlite3").chmod(0o644)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_gone, "no such file; `waarborg prepare`"),
        (_without_tables, "its tables are not those of this version; run `waarborg prepare`"),
        (_of_an_older_version, "its tables are not those of this version"),
        (_rubbish, "does not answer as a database of ours should"),
        (_open_to_others, "found mode 0644"),
    ],
)
def test_a_database_that_is_not_ready_is_named(
    prepared: Path, harm: Callable[[Path], None], said: str, port: int
) -> None:
    harm(prepared)
    line = _refused("serve", "public", port=port, WAARBORG_DATA=str(prepared))
    assert line.startswith(str(prepared / "waarborg.sqlite3"))
    assert said in line


@pytest.mark.parametrize("words", [("serve", "desk"), ("work",), ("prepare",)], ids=" ".join)
def test_a_database_server_that_does_not_answer_is_named_without_its_password(
    prepared: Path, words: tuple[str, ...], port: int
) -> None:
    address = "postgresql://waarborg:canary@127.0.0.1:1/waarborg"
    line = _refused(*words, port=port, WAARBORG_DATA=str(prepared), WAARBORG_DATABASE=address)
    assert line.startswith("WAARBORG_DATABASE: 127.0.0.1:1/waarborg: does not answer")


@pytest.mark.parametrize(
    ("words", "name", "setting"),
    [
        (("serve", "desk"), "WAARBORG_CLOCK", "tomorrow"),
        (("work",), "WAARBORG_DATABASE", "mysql://canary@host/name"),
        (("prepare",), "WAARBORG_HOSTS", "*"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(
    prepared: Path, words: tuple[str, ...], name: str, setting: str, port: int
) -> None:
    line = _refused(*words, port=port, **{"WAARBORG_DATA": str(prepared), name: setting})
    assert line.startswith(f"{name}: found ")
    assert "expected" in line


@pytest.mark.parametrize("words", [("serve", "public"), ("work",), ("prepare",)], ids=" ".join)
def test_without_a_folder_nothing_starts(words: tuple[str, ...], port: int) -> None:
    assert _refused(*words, port=port).startswith("WAARBORG_DATA: found nothing")


def test_a_port_that_is_taken_is_named(prepared: Path, port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        line = _refused("serve", "public", port=port, WAARBORG_DATA=str(prepared))
    assert line == f"--port: {port} (for public): Address already in use; choose another with --port\n"


@pytest.mark.parametrize("number", [-1, 10**12])
def test_a_port_that_there_is_not_is_named(prepared: Path, number: int) -> None:
    assert f"found {number} (for public), expected 1 to 65535" in _refused(
        "serve", "public", port=number, WAARBORG_DATA=str(prepared)
    )


def test_preparing_in_a_folder_that_cannot_be_one_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "expected a folder that can be written" in _refused("prepare", WAARBORG_DATA=str(tmp_path / "file" / "data"))


def test_preparing_again_changes_nothing(prepared: Path) -> None:
    before = {path: path.read_bytes() for path in (prepared / "keys").rglob("*") if path.is_file()}
    assert run("prepare", settings={"WAARBORG_DATA": str(prepared)}).returncode == 0
    assert {path: path.read_bytes() for path in before} == before
    assert run("ledger", "verify", "--data", str(prepared)).returncode == 0


def test_roles_are_asked_for_only_where_there_are_any(prepared: Path) -> None:
    assert "--roles: found SQLite" in _refused("prepare", "--roles", WAARBORG_DATA=str(prepared))


def test_the_database_is_made_for_its_owner_alone(prepared_once: Path) -> None:
    assert (prepared_once / "waarborg.sqlite3").stat().st_mode & 0o777 == 0o600
