"""What this installation is: read once from the environment into a frozen value; what is missing refuses to start."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from waarborg.engines.sealing.errors import KeyFileRefused
from waarborg.engines.sealing.keys import read_secret
from waarborg.kernel.clock import Clock, clock_from
from waarborg.kernel.errors import Missing

#: What may follow a question mark in WAARBORG_DATABASE: how the server must prove who it is.
_TLS_OPTIONS: Final = frozenset({"sslmode", "sslrootcert", "sslcert", "sslkey"})
#: Seconds that a database server may take to answer.
_CONNECT_TIMEOUT: Final = 5


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

    @property
    def sqlite(self) -> Path:
        """The file of the database, where there is no PostgreSQL."""
        return self.data / "waarborg.sqlite3"

    def key_file(self, name: str) -> Path:
        """Where the key ``name`` lies; each program reads only its own."""
        return self.data / "keys" / name

    def secret(self, name: str) -> str:
        """The text of a key file that nobody but its owner can read.

        Raises:
            Missing: it is missing or open to others; the house refuses to start rather than to make one silently.
        """
        path = self.key_file(name)
        if not path.exists():
            message = f"{path}: no such key; `waarborg prepare` makes the keys of a new installation"
            raise Missing(message)
        try:
            text = read_secret(path).strip()
        except KeyFileRefused as refused:
            raise Missing(str(refused)) from None
        if not text:
            message = f"{path}: found an empty file, expected a key"
            raise Missing(message)
        return text

    def databases(self, *, read_only: bool = False) -> dict[str, dict[str, object]]:
        """Django's DATABASES for this installation; ``read_only`` for whoever may change nothing."""
        if self.database is not None:
            return {"default": _postgresql(urlsplit(self.database), read_only=read_only)}
        pragmas = "journal_mode=WAL synchronous=FULL foreign_keys=ON secure_delete=ON recursive_triggers=ON"
        options: dict[str, object] = {"timeout": 20}
        if read_only:
            options["init_command"] = "PRAGMA query_only=ON;"
        else:
            options["transaction_mode"] = "IMMEDIATE"
            options["init_command"] = ";".join(f"PRAGMA {pragma}" for pragma in pragmas.split()) + ";"
        name = f"{self.sqlite.as_uri()}?mode=ro" if read_only else self.sqlite
        return {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": options}}


def _postgresql(address: SplitResult, *, read_only: bool) -> dict[str, object]:
    """Django's settings for a database server."""
    options: dict[str, object] = {"connect_timeout": _CONNECT_TIMEOUT, **dict(parse_qsl(address.query))}
    if read_only:
        options["options"] = "-c default_transaction_read_only=on"
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(address.path.lstrip("/")),
        "USER": unquote(address.username or ""),
        "PASSWORD": unquote(address.password or ""),
        "HOST": unquote(address.hostname or ""),
        "PORT": address.port or "",
        "OPTIONS": options,
    }


def installation(environment: Mapping[str, str] = os.environ) -> Installation:
    """Read the installation from ``WAARBORG_…`` variables.

    Raises:
        Missing: a variable is missing or makes no sense; the message names it and what is expected, and no secret.
    """
    data = environment.get("WAARBORG_DATA")
    if not data:
        message = "WAARBORG_DATA: found nothing, expected the folder of this installation"
        raise Missing(message)
    return Installation(
        data=Path(data).resolve(),
        checkpoints=Path(environment.get("WAARBORG_CHECKPOINTS") or Path(data) / "checkpoints").resolve(),
        database=_database(environment.get("WAARBORG_DATABASE")),
        clock=_clock(environment.get("WAARBORG_CLOCK")),
        demo=_flag(environment, "WAARBORG_DEMO"),
        exit_address=environment.get("WAARBORG_EXIT") or "https://www.weeronline.nl/",
        hosts=_hosts(environment.get("WAARBORG_HOSTS")),
        tls=_flag(environment, "WAARBORG_TLS"),
    )


def _database(setting: str | None) -> str | None:
    """The address, whose parts make sense; it may hold a password, so it is never repeated."""
    if not setting:
        return None
    parts = _parts(setting)
    if parts is None:
        message = "WAARBORG_DATABASE: found another address, expected postgresql://user:password@host:port/name"
        raise Missing(message)
    strange = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)} - _TLS_OPTIONS
    if strange:
        known = ", ".join(sorted(_TLS_OPTIONS))
        message = f"WAARBORG_DATABASE: found {len(strange)} options that we do not know, expected any of {known}"
        raise Missing(message)
    return setting


def _parts(setting: str) -> SplitResult | None:
    """The parts of the address of a database server, or None where one that it needs is missing or makes no sense."""
    try:
        parts = urlsplit(setting)
        port = parts.port
    except ValueError:
        return None
    whole = parts.scheme in {"postgresql", "postgres"} and parts.hostname and parts.path.strip("/") and port != 0
    return parts if whole else None


def _clock(setting: str | None) -> Clock:
    try:
        return clock_from(setting)
    except (ValueError, OverflowError):
        message = (
            f"WAARBORG_CLOCK: found {setting!r}, expected a moment with its offset such as 2026-11-30T09:00:00+01:00"
        )
        raise Missing(message) from None


def _hosts(setting: str | None) -> tuple[str, ...]:
    found = tuple(name.strip() for name in (setting or "localhost,127.0.0.1").split(",") if name.strip())
    if not found or any("*" in name or "/" in name or " " in name for name in found):
        message = f"WAARBORG_HOSTS: found {setting!r}, expected the names of the sites with commas between them"
        raise Missing(message)
    return found


def _flag(environment: Mapping[str, str], name: str) -> bool:
    """Whether a variable is on; what is neither on nor off might be meant either way."""
    setting = environment.get(name, "")
    if setting not in {"", "0", "1"}:
        message = f"{name}: found {setting!r}, expected 1 or nothing"
        raise Missing(message)
    return setting == "1"
