"""Gives each program its own rights in PostgreSQL, and takes all others away; what they are stands in ``roles.sql``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from django.db import DatabaseError, connection, transaction

from waarborg.kernel.errors import Missing

RIGHTS: Final = Path(__file__).with_name("roles.sql")


def grant() -> None:
    """Apply ``roles.sql``, whole or not at all.

    Raises:
        Missing: the user of WAARBORG_DATABASE may not make roles, or does not own the tables.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            # None: the percent signs of the file are its own, and no parameters.
            cursor.execute(RIGHTS.read_text("utf-8"), None)
    except DatabaseError as error:
        message = (
            f"--roles: nothing was changed ({type(error).__name__}); "
            "expected a WAARBORG_DATABASE whose user owns the tables and may make roles"
        )
        raise Missing(message) from None
