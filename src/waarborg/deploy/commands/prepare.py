"""``waarborg prepare``: the folders, keys and tables of a new installation, or those of an older one up to date."""

from __future__ import annotations

import argparse
import os

from django.core.management import call_command
from django.db import DatabaseError

from waarborg.deploy.installation import installation
from waarborg.deploy.preparation import make_door_keys, make_keys
from waarborg.deploy.setup import with_django
from waarborg.engines.sealing.errors import KeyFileRefused
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Missing


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--data", metavar="DIR", help="the folder of the installation (else WAARBORG_DATA)")
    parser.add_argument(
        "--roles", action="store_true", help="also give each program its own rights in PostgreSQL, and no others"
    )


def run(options: argparse.Namespace) -> int:
    """Make what is missing; what is there stays as it is."""
    if options.data:
        os.environ["WAARBORG_DATA"] = options.data
    if options.roles and installation().database is None:
        message = "--roles: found SQLite, which has no roles; expected a WAARBORG_DATABASE"
        raise Missing(message)
    prepare()
    if options.roles:
        with_django("deploy.roles").grant()
    return 0


def prepare() -> None:
    """Make what the installation of ``WAARBORG_DATA`` lacks.

    Raises:
        Missing: its folder cannot be written, a key is gone or open to others, or the database does not answer.
    """
    here = installation()
    try:
        make_keys(here.data)
        make_door_keys(here.data, on=day_of(here.clock()))
    except OSError as error:
        message = f"{here.data}: {error.strerror}; expected a folder that can be written"
        raise Missing(message) from None
    except KeyFileRefused as refused:
        raise Missing(str(refused)) from None
    starting = with_django("deploy.starting")
    if here.database is None:
        # Made here, so that not even for a moment somebody else on this machine can open it.
        here.sqlite.touch(mode=0o600)
    starting.check_database(here)
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as error:
        message = f"the tables could not be made ({type(error).__name__}); the database is as it was"
        raise Missing(message) from None
