"""``waarborg ledger verify``: was anything in the ledger changed, left out or reordered."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Final

from django.db import DatabaseError

from waarborg.deploy.commands.streams import write_json
from waarborg.deploy.installation import installation
from waarborg.deploy.setup import with_django
from waarborg.kernel.errors import Problem, Unusable

_EXPECTED: Final = "a database with a ledger of ours"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("verb", choices=["verify"])
    parser.add_argument("--data", metavar="DIR", help="the folder of the installation (else WAARBORG_DATA)")


def run(options: argparse.Namespace) -> int:
    """Verify, print what was found, and give 0 or 1.

    Raises:
        Unusable: there is no database, or none of ours.
        Missing: the public key is not here, or a setting makes no sense.
    """
    if options.data is not None:
        os.environ["WAARBORG_DATA"] = options.data
    if not os.environ.get("WAARBORG_DATA"):
        raise Unusable([Problem(path="--data", found="nothing", expected="the folder of an installation")])
    here = installation()
    where = "--data" if here.database is None else "WAARBORG_DATABASE"
    if here.database is None and not here.sqlite.is_file():
        raise Unusable([Problem(path=where, found=str(Path(options.data or here.data)), expected=_EXPECTED)])
    try:
        found = with_django("apps.custody.verification", program="verifier").verify()
    except DatabaseError as error:
        problem = Problem(
            path=where, found=f"nothing that can be read as one ({type(error).__name__})", expected=_EXPECTED
        )
        raise Unusable([problem]) from None
    write_json(found.document())
    return 1 if found.problem else 0
