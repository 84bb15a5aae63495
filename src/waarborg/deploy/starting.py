"""What must be in order before a program starts: its keys, its database and the tables; each lack is one plain line."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from waarborg.deploy.installation import Installation
from waarborg.kernel.actors import Channel
from waarborg.kernel.errors import Missing

#: The keys that each program reads; what is not listed it needs not have.
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "public": ("public-forms.key",),
    "desk": ("desk-sessions.key", "case-wrapping.key"),
    "portal": ("portal-sessions.key", "case-wrapping.key"),
    "worker": ("worker.key", "case-wrapping.key", "ledger-signing.key"),
}
#: The programs that seal to the doors.
_SEALING: Final = frozenset({"public", "desk"})


def check() -> None:
    """Check what the program of the settings needs.

    Raises:
        Missing: the first thing that it lacks, in one line for the operator.
    """
    here: Installation = settings.INSTALLATION
    for name in KEYS[settings.PROGRAM]:
        here.secret(name)
    if settings.PROGRAM in _SEALING:
        _check_doors(here)
    check_database(here)
    plan = MigrationExecutor(connection)
    if plan.migration_plan(plan.loader.graph.leaf_nodes()):
        message = f"{_where(here)}: its tables are not those of this version; run `waarborg prepare`"
        raise Missing(message)
    # The programs that are started from here open connections of their own.
    connection.close()


def check_database(here: Installation) -> None:
    """Check that the database is there and answers.

    Raises:
        Missing: it is not, it does not, or others can read its file.
    """
    if here.database is None:
        if not here.sqlite.is_file():
            message = f"{here.sqlite}: no such file; `waarborg prepare` makes a new installation"
            raise Missing(message)
        mode = stat.S_IMODE(here.sqlite.stat().st_mode)
        if mode & stat.S_IRWXO and here.data.stat().st_mode & stat.S_IXOTH:
            message = f"{here.sqlite}: found mode {mode:04o}, expected a file that others on this machine cannot reach"
            raise Missing(message)
    try:
        connection.ensure_connection()
        connection.introspection.table_names()
    except DatabaseError as error:
        message = f"{_where(here)}: does not answer as a database of ours should ({type(error).__name__})"
        raise Missing(message) from None


def _check_doors(here: Installation) -> None:
    """Whoever takes reports in must be able to seal them to every door."""
    for door in Channel:
        path = here.data / "doors" / f"{door.value}.recipients"
        if not path.is_file() or not path.stat().st_size:
            message = f"{path}: found no recipients; `waarborg prepare` makes them from the keys of the doors"
            raise Missing(message)


def _where(here: Installation) -> str:
    """The database as an operator knows it, without its password."""
    if here.database is None:
        return str(here.sqlite)
    parts = urlsplit(here.database)
    return f"WAARBORG_DATABASE: {parts.hostname}:{parts.port or 5432}{parts.path}"
