"""The ground on which all tests stand: a data folder, a migrated database, and copies of it for tests that commit.

A test that reads or writes the database asks for ``db`` (or is marked ``django_db``) and is rolled back. A test that
commits, uses threads or starts processes asks for ``fresh_database``. Nothing is patched; the clock is an argument.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
import signal
import tempfile
from collections.abc import Generator, Mapping
from pathlib import Path

import django
import pytest
from django.conf import settings
from django.test import TestCase, TransactionTestCase, override_settings
from hypothesis import settings as hypothesis
from pytest_django.plugin import DjangoDbBlocker

from tests import database
from tests.chromium import find_chromium
from waarborg.deploy.preparation import make_keys

_FOLDER = pytest.StashKey[str]()
#: Of the house's settings, those that a test run is given; an installation on this machine lends it nothing else.
_FOR_TESTS = {"WAARBORG_DATABASE", "WAARBORG_CHROMIUM", "WAARBORG_SCREENS", "WAARBORG_VECTORS"}


def pytest_configure(config: pytest.Config) -> None:
    """Give the settings a data folder of this run's own, and only then let Django read them."""
    for name in set(os.environ) - _FOR_TESTS:
        if name.startswith("WAARBORG_"):
            del os.environ[name]
    # A busy machine is no counterexample: how fast something must be is for the benchmarks to say.
    hypothesis.register_profile("house", deadline=None)
    hypothesis.load_profile("house")
    config.stash[_FOLDER] = os.environ["WAARBORG_DATA"] = tempfile.mkdtemp(prefix="waarborg-tests-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "waarborg.deploy.programs.testing"
    # A worker of a divided run has read its settings before, from the folder of the whole run: this one has keys too.
    make_keys(Path(config.stash[_FOLDER]))
    # A run that was started in the background ignores Ctrl-C, and would teach it to the programs that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    django.setup()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    shutil.rmtree(config.stash.get(_FOLDER, ""), ignore_errors=True)


def pytest_report_header() -> str:
    """Which database this run is on."""
    return f"database: {'PostgreSQL' if os.environ.get('WAARBORG_DATABASE') else 'SQLite'}"


def _touches_database(item: pytest.Item) -> bool:
    """Whether a test reads or writes the database, by its fixtures or its mark."""
    asked = not {"db", "fresh_database"}.isdisjoint(getattr(item, "fixturenames", ()))
    return asked or item.get_closest_marker("django_db") is not None or issubclass(_class_of(item), TransactionTestCase)


def _class_of(item: pytest.Item) -> type:
    return getattr(item, "cls", None) or object


def _would_empty_the_database(item: pytest.Item) -> bool:
    """Whether pytest-django would empty all tables after this test, which the triggers refuse."""
    fixtures = set(getattr(item, "fixturenames", ()))
    mark = item.get_closest_marker("django_db")
    kind = _class_of(item)
    return (
        bool({"transactional_db", "live_server"} & fixtures)
        or (mark is not None and bool(mark.kwargs.get("transaction") or mark.args))
        or (issubclass(kind, TransactionTestCase) and not issubclass(kind, TestCase))
        or ("fresh_database" in fixtures and (mark is not None or "db" in fixtures))
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Refuse tests that would empty the database; on PostgreSQL run only what touches it."""
    wrong = [item.nodeid for item in items if _would_empty_the_database(item)]
    if wrong:
        message = "ask for fresh_database, alone, to commit; the ledger is never emptied: " + ", ".join(wrong)
        raise pytest.UsageError(message)
    on_postgresql = bool(os.environ.get("WAARBORG_DATABASE"))
    kept = [
        item
        for item in items
        if (_touches_database(item) if on_postgresql else item.get_closest_marker("postgres") is None)
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Generator[None]:
    """The migrated template, in the place of pytest-django's own fixture."""
    del django_test_environment  # asked for, so that Django is set up before the database is
    with django_db_blocker.unblock(), database.template(tmp_path_factory.mktemp("template")):
        yield


@pytest.fixture(autouse=True)
def data_folder(request: pytest.FixtureRequest) -> Generator[Path | None]:
    """The installation's folder, a test's own where it touches the database, with the run's keys and nothing else."""
    if not _touches_database(request.node):
        yield None
        return
    folder: Path = request.getfixturevalue("tmp_path") / "data"
    here = settings.INSTALLATION
    folder.mkdir(mode=0o700)
    shutil.copytree(here.data / "keys", folder / "keys")
    (folder / "checkpoints").mkdir(mode=0o700)
    (folder / "vault").mkdir(mode=0o700)
    own = dataclasses.replace(here, data=folder, checkpoints=folder / "checkpoints")
    with override_settings(INSTALLATION=own):
        yield folder


@pytest.fixture
def fresh_database(
    data_folder: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Generator[Mapping[str, str]]:
    """A database of the test's own, in which commits stay; yields what another process needs in its environment."""
    del django_db_setup
    with django_db_blocker.unblock(), database.copy(data_folder) as address:
        yield {
            "WAARBORG_DATA": str(data_folder),
            "WAARBORG_DATABASE": address,
            "WAARBORG_CHECKPOINTS": str(data_folder / "checkpoints"),
        }


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser of the journeys."""
    found = find_chromium()
    if found is None:
        pytest.fail("no Chromium found; install one, or name one in WAARBORG_CHROMIUM")
    return found
