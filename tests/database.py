"""Makes one migrated template database a run, and a copy of it for each test that commits.

Invariant: nothing is ever emptied. The triggers that keep the ledger append-only stand in the template and each copy.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


def _connection() -> BaseDatabaseWrapper:
    return connections["default"]


def _rename(name: str) -> None:
    """Let this process, threads to come included, use the database ``name``."""
    connection = _connection()
    connection.close()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


@contextmanager
def template(folder: Path) -> Generator[None]:
    """Migrate an empty database once and use it; SQLite's file stands in ``folder``.

    Tests that roll back run in the template itself, for they leave it as they found it.
    """
    connection = _connection()
    original: Any = connection.settings_dict["NAME"]
    sqlite = connection.vendor == "sqlite"
    worker = os.environ.get("PYTEST_XDIST_WORKER", "tests")
    connection.settings_dict["TEST"]["NAME"] = str(folder / "template.sqlite3") if sqlite else f"template_{worker}"
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(original, verbosity=0)


@contextmanager
def copy(folder: Path) -> Generator[str]:
    """Use a copy of the template; yields what WAARBORG_DATABASE must say to another process (empty: SQLite).

    On SQLite the copy is ``folder / "waarborg.sqlite3"``, where a process with WAARBORG_DATA at ``folder`` finds it.
    """
    connection = _connection()
    original: str = connection.settings_dict["NAME"]
    connection.close()
    if connection.vendor == "sqlite":
        name = str(folder / "waarborg.sqlite3")
        with closing(sqlite3.connect(original)) as source, closing(sqlite3.connect(name)) as target:
            source.backup(target)
        # As an installation has it: a program refuses to start on a file that others can reach.
        Path(name).chmod(0o600)
        address = ""
    else:
        name = f"copy_{secrets.token_hex(8)}"
        _administer(f"CREATE DATABASE {name} TEMPLATE {original}")
        address = _address(name)
    _rename(name)
    try:
        yield address
    finally:
        _rename(original)
        if connection.vendor == "postgresql":
            # By force: a process that a test killed may not have been missed by the server yet.
            _administer(f"DROP DATABASE {name} WITH (FORCE)")


def _address(name: str) -> str:
    """The database ``name`` on the server of the tests, as WAARBORG_DATABASE says it."""
    parts = {key: quote(str(value), safe="") for key, value in _connection().settings_dict.items()}
    password = f":{parts['PASSWORD']}" if parts["PASSWORD"] else ""
    return f"postgresql://{parts['USER']}{password}@{parts['HOST']}:{parts['PORT']}/{name}"


def _administer(statement: str) -> None:
    """Run one statement that makes or drops a database; the names in it are ours."""
    with closing(psycopg.connect(_address("postgres"), autocommit=True)) as connection:
        connection.execute(statement.encode())
