"""``waarborg ledger verify`` as others run it: a program of its own, on a copy that somebody tampered with."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from tests.apps.custody.acting import NOON, new_case, new_report
from tests.deploy.house import run
from waarborg.apps.custody.checkpoints import outside
from waarborg.apps.custody.sequencing import sequence


@pytest.fixture
def installed(fresh_database: Mapping[str, str]) -> Mapping[str, str]:
    """An installation with eight entries in its ledger, and one that waits."""
    for _ in range(4):
        new_case()
        new_report()
        sequence(on=NOON)
    new_case()
    connection.close()
    return fresh_database


def tampered(installed: Mapping[str, str], *statements: str) -> None:
    """Do what somebody with the database file, or with the rights of its owner, can do."""
    if installed["WAARBORG_DATABASE"]:
        with closing(psycopg.connect(installed["WAARBORG_DATABASE"])) as attacker:
            attacker.execute("SET session_replication_role = replica")
            for statement in statements:
                attacker.execute(statement.encode())
            attacker.commit()
        return
    with closing(sqlite3.connect(Path(installed["WAARBORG_DATA"]) / "waarborg.sqlite3")) as attacker:
        for (name,) in attacker.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            attacker.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            attacker.execute(statement)
        attacker.commit()


def test_a_whole_ledger_is_an_answer_in_one_document(installed: Mapping[str, str]) -> None:
    answer = run("ledger", "verify", settings=installed)
    assert (answer.returncode, answer.stderr) == (0, "")
    found = json.loads(answer.stdout)
    assert found.keys() >= {"size", "root", "checkpoint", "pending", "problem"}
    assert (found["size"], found["pending"], found["problem"]) == (8, 1, None)
    assert found["checkpoint"]["size"] == 8
    assert found["checkpoint"]["root"] == found["root"]
    assert found["checkpoint"]["note"] == outside().read_text("utf-8")


def test_the_folder_can_be_named_and_only_the_public_key_need_be_in_it(installed: Mapping[str, str]) -> None:
    folder = Path(installed["WAARBORG_DATA"])
    for path in (folder / "keys").iterdir():
        if path.is_file() and path.suffix != ".pub":
            path.unlink()
    answer = run(
        "ledger", "verify", "--data", str(folder), settings={"WAARBORG_DATABASE": installed["WAARBORG_DATABASE"]}
    )
    assert (answer.returncode, answer.stderr) == (0, "")


@pytest.mark.parametrize(
    ("statements", "problem"),
    [
        (("UPDATE custody_entry SET act = 'case.unmake' WHERE act = 'case.make'",), "is not the entry that was sealed"),
        (('DELETE FROM custody_leaf WHERE "index" = 3',), "leaf 3 is missing"),
        (
            ("DELETE FROM custody_checkpoint WHERE size > 4", 'DELETE FROM custody_leaf WHERE "index" > 3'),
            "does not wait",
        ),
        (
            (
                "DELETE FROM custody_checkpoint",
                "DELETE FROM custody_leaf",
                "DELETE FROM custody_waiting",
                "DELETE FROM custody_entrydetail",
                "DELETE FROM custody_entrysubject",
                "DELETE FROM custody_entry",
            ),
            "the tail was cut off: 0 entries are left of the 8 that were signed",
        ),
    ],
)
def test_a_change_gives_1_and_the_first_thing_that_does_not_fit(
    installed: Mapping[str, str], statements: tuple[str, ...], problem: str
) -> None:
    tampered(installed, *statements)
    answer = run("ledger", "verify", settings=installed)
    assert (answer.returncode, answer.stderr) == (1, "")
    assert problem in json.loads(answer.stdout)["problem"]


def test_looking_changes_nothing(installed: Mapping[str, str]) -> None:
    folder = Path(installed["WAARBORG_DATA"])
    if installed["WAARBORG_DATABASE"]:
        return  # Its files are the server's.
    with closing(sqlite3.connect(folder / "waarborg.sqlite3")) as last:
        last.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix == ".sqlite3"}
    assert run("ledger", "verify", settings=installed).returncode == 0
    assert {path: path.read_bytes() for path in before} == before


def _nothing(folder: Path) -> None:
    (folder / "waarborg.sqlite3").unlink(missing_ok=True)


def _empty(folder: Path) -> None:
    (folder / "waarborg.sqlite3").write_bytes(b"")


def _rubbish(folder: Path) -> None:
    (folder / "waarborg.sqlite3").write_bytes(os.urandom(20_000))


def _another(folder: Path) -> None:
    _nothing(folder)
    with closing(sqlite3.connect(folder / "waarborg.sqlite3")) as other:
        other.execute("CREATE TABLE recipes (soup text)")
        other.commit()


def _cut_in_half(folder: Path) -> None:
    path = folder / "waarborg.sqlite3"
    with closing(sqlite3.connect(path)) as last:
        last.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        last.execute("PRAGMA journal_mode=DELETE")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize("harm", [_nothing, _empty, _rubbish, _another, _cut_in_half])
def test_where_there_is_no_database_of_ours_it_gives_2_and_one_line(
    installed: Mapping[str, str], harm: Callable[[Path], None]
) -> None:
    folder = Path(installed["WAARBORG_DATA"])
    if installed["WAARBORG_DATABASE"]:
        return  # The tests below are about servers.
    harm(folder)
    answer = run("ledger", "verify", "--data", str(folder))
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("--data: found ")
    assert answer.stderr.count("\n") == 1


def test_without_a_folder_or_a_database_it_gives_2_and_one_line(tmp_path: Path) -> None:
    for words, settings in (
        ((), {}),
        (("--data", str(tmp_path / "none")), {}),
        (("--data", ""), {}),
        ((), {"WAARBORG_DATA": str(tmp_path), "WAARBORG_DATABASE": "postgresql://a:canary@127.0.0.1:1/none"}),
    ):
        answer = run("ledger", "verify", *words, settings=settings)
        assert (answer.returncode, answer.stdout) == (2, ""), answer
        assert answer.stderr.count("\n") == 1, answer
        assert "canary" not in answer.stderr


def test_without_the_public_key_it_gives_3_and_names_the_file(installed: Mapping[str, str]) -> None:
    (Path(installed["WAARBORG_DATA"]) / "keys" / "ledger-signing.pub").unlink()
    answer = run("ledger", "verify", settings=installed)
    assert (answer.returncode, answer.stdout) == (3, "")
    assert "ledger-signing.pub" in answer.stderr
    assert answer.stderr.count("\n") == 1
