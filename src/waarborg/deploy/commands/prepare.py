"""``waarborg prepare``: the folders, keys and tables of a new installation, or those of an older one up to date."""

from __future__ import annotations

import argparse
import os

from django.core.management import call_command

from waarborg.deploy.installation import installation
from waarborg.deploy.preparation import make_door_keys, make_keys
from waarborg.deploy.setup import with_django
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Missing


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--data", metavar="DIR", help="the folder of the installation (else WAARBORG_DATA)")


def run(options: argparse.Namespace) -> int:
    """Make what is missing; what is there stays as it is."""
    if options.data:
        os.environ["WAARBORG_DATA"] = options.data
    prepare()
    return 0


def prepare() -> None:
    """Make what the installation of ``WAARBORG_DATA`` lacks.

    Raises:
        Missing: its folder cannot be written.
    """
    here = installation()
    try:
        make_keys(here.data)
        make_door_keys(here.data, on=day_of(here.clock()))
    except OSError as error:
        message = f"{here.data}: {error.strerror}; expected a folder that can be written"
        raise Missing(message) from None
    with_django("apps.custody.models")
    call_command("migrate", verbosity=0, interactive=False)
