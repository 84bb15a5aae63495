"""The ground itself: what a test commits stays in its own database, and the ledger's triggers stand there too."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from waarborg.apps.custody.models import OutboxEvent, ScopeKey


def _leave_something() -> None:
    ScopeKey.objects.create(scope="case_" + "a" * 26, wrapped=b"key")


@pytest.mark.parametrize("time", ["first", "second"])
def test_what_one_test_commits_no_other_test_sees(fresh_database: Mapping[str, str], time: str) -> None:
    assert fresh_database["WAARBORG_DATA"], time
    assert ScopeKey.objects.count() == 0
    _leave_something()
    assert ScopeKey.objects.count() == 1


@pytest.mark.parametrize("time", ["first", "second"])
def test_what_one_test_rolls_back_no_other_test_sees(db: None, time: str) -> None:
    assert ScopeKey.objects.count() == 0, time
    _leave_something()


def test_a_commit_in_a_fresh_database_is_seen_by_a_thread(fresh_database: Mapping[str, str]) -> None:
    seen: list[int] = []
    _leave_something()

    def look() -> None:
        seen.append(ScopeKey.objects.count())
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [1]


def test_a_commit_in_a_fresh_database_is_seen_by_another_process(fresh_database: Mapping[str, str]) -> None:
    _leave_something()
    look = (
        "import django; django.setup();"
        "from waarborg.apps.custody.models import ScopeKey; print(ScopeKey.objects.count())"
    )
    answer = subprocess.run(
        [sys.executable, "-c", look],
        env={**os.environ, **fresh_database, "DJANGO_SETTINGS_MODULE": "waarborg.deploy.programs.worker"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert answer.stdout.strip() == "1"


TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'",
}


def test_the_triggers_of_the_ledger_stand_in_a_copied_database(fresh_database: Mapping[str, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor])
        triggers = {name for (name,) in cursor.fetchall()}
    assert {"custody_entry_no_update", "custody_entry_no_delete", "custody_leaf_no_update"} <= triggers


def test_a_test_has_the_keys_of_the_run_and_a_data_folder_of_its_own(db: None, data_folder: Path) -> None:
    assert settings.INSTALLATION.data == data_folder
    assert settings.INSTALLATION.secret("case-wrapping.key")
    assert settings.INSTALLATION.checkpoints == data_folder / "checkpoints"
    assert not any(settings.INSTALLATION.checkpoints.iterdir())


def test_the_tables_of_the_outbox_are_there_on_this_database(db: None) -> None:
    assert not OutboxEvent.objects.exists()


WOULD_EMPTY = {
    "transactional_db": "def test_it(transactional_db): pass",
    "live_server": "def test_it(live_server): pass",
    "marked": "import pytest\n@pytest.mark.django_db(transaction=True)\ndef test_it(): pass",
    "of_a_class": "from django.test import TransactionTestCase as T\nclass Test(T):\n def test_it(self): pass",
    "both": "def test_it(db, fresh_database): pass",
}


def test_tests_that_would_empty_the_ledger_are_refused_before_any_runs(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n")
    for name, text in WOULD_EMPTY.items():
        (tmp_path / f"test_{name}.py").write_text(text)
    (tmp_path / "test_that_may.py").write_text("def test_it(fresh_database): pass")
    answer = subprocess.run(
        [sys.executable, "-m", "pytest", "--rootdir", tmp_path, "-c", os.devnull, "-p", "no:cacheprovider", tmp_path],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert answer.returncode == pytest.ExitCode.USAGE_ERROR, answer.stdout + answer.stderr
    assert "the ledger is never emptied" in answer.stderr
    refused = {name for name in (*WOULD_EMPTY, "that_may") if f"test_{name}.py" in answer.stderr}
    assert refused == set(WOULD_EMPTY)
