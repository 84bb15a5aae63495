"""What somebody does who has the database's own rights: the triggers are out of the way, and any statement goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

LEDGER = ("entry", "entrysubject", "entrydetail", "leaf", "checkpoint", "waiting")


@contextmanager
def without_triggers() -> Iterator[CursorWrapper]:
    """A cursor for which the ledger is a table like any other; afterwards the triggers stand again."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            try:
                yield cursor
            finally:
                cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'custody_%%'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        try:
            yield cursor
        finally:
            for _, sql in triggers:
                cursor.execute(re.sub("%", "%%", sql))


def tamper(statement: str, *values: str | bytes | int | date | None) -> None:
    """Do one statement that the triggers would refuse."""
    with without_triggers() as cursor:
        cursor.execute(statement, values)


@contextmanager
def undone() -> Iterator[None]:
    """What is done inside is rolled back: the database itself would find some of it at the end of a test."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
