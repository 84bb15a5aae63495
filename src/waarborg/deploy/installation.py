"""What this installation is: read once from the environment into a frozen value; what is missing refuses to start."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from waarborg.kernel.clock import Clock, clock_from
from waarborg.kernel.errors import Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """The settings of one machine, the same for its three sites and its worker."""

    #: Folder of everything kept outside the database: keys, checkpoints, the vault; and the SQLite file.
    data: Path
    #: Where the last signed checkpoint is kept, apart from the database; best another disk.
    checkpoints: Path
    #: PostgreSQL as ``postgresql://user:password@host:port/name``, or None for SQLite in ``data``.
    database: str | None
    #: The present moment.
    clock: Clock
    #: Whether this is the demo: fixed persons, codes shown on the sign-in page.
    demo: bool
    #: Where *Leave this site* leads: a neutral page that the operator chooses.
    exit_address: str
    #: Host names under which the sites are reached.
    hosts: tuple[str, ...]
    #: Whether the sites are reached over TLS (everywhere but on this machine itself).
    tls: bool

    def key_file(self, name: str) -> Path:
        """Where the key ``name`` lies; each program reads only its own."""
        return self.data / "keys" / name

    def secret(self, name: str) -> str:
        """The text of a key file.

        Raises:
            Missing: it is missing; the house refuses to start rather than to make one silently.
        """
        path = self.key_file(name)
        try:
            return path.read_text("utf-8").strip()
        except OSError as error:
            message = f"{path}: {error.strerror}; `waarborg prepare` makes the keys of a new installation"
            raise Missing(message) from None

    def databases(self) -> dict[str, dict[str, object]]:
        """Django's DATABASES for this installation."""
        if self.database is None:
            pragmas = "journal_mode=WAL synchronous=FULL foreign_keys=ON secure_delete=ON busy_timeout=20000"
            return {
                "default": {
                    "ENGINE": "django.db.backends.sqlite3",
                    "NAME": self.data / "waarborg.sqlite3",
                    "OPTIONS": {
                        "transaction_mode": "IMMEDIATE",
                        "timeout": 20,
                        "init_command": ";".join(f"PRAGMA {pragma}" for pragma in pragmas.split()) + ";",
                    },
                }
            }
        parts = urlsplit(self.database)
        return {
            "default": {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": parts.path.lstrip("/"),
                "USER": unquote(parts.username or ""),
                "PASSWORD": unquote(parts.password or ""),
                "HOST": unquote(parts.hostname or ""),
                "PORT": parts.port or "",
            }
        }


def installation(environment: Mapping[str, str] = os.environ) -> Installation:
    """Read the installation from ``WAARBORG_…`` variables.

    Raises:
        Missing: a variable is missing or makes no sense; the message names it, what was found and what is expected.
    """
    data = environment.get("WAARBORG_DATA")
    if not data:
        message = "WAARBORG_DATA: found nothing, expected the folder of this installation"
        raise Missing(message)
    database = environment.get("WAARBORG_DATABASE") or None
    if database and urlsplit(database).scheme not in {"postgresql", "postgres"}:
        message = "WAARBORG_DATABASE: found another address, expected postgresql://user:password@host:port/name"
        raise Missing(message)
    try:
        clock = clock_from(environment.get("WAARBORG_CLOCK"))
    except ValueError as error:
        raise Missing(str(error)) from None
    return Installation(
        data=Path(data).resolve(),
        checkpoints=Path(environment.get("WAARBORG_CHECKPOINTS") or Path(data) / "checkpoints").resolve(),
        database=database,
        clock=clock,
        demo=environment.get("WAARBORG_DEMO") == "1",
        exit_address=environment.get("WAARBORG_EXIT", "https://www.weeronline.nl/"),
        hosts=tuple(environment.get("WAARBORG_HOSTS", "localhost,127.0.0.1").split(",")),
        tls=environment.get("WAARBORG_TLS") == "1",
    )
