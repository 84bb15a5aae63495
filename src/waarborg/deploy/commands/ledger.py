"""``waarborg ledger verify``: was anything in the ledger changed, left out or reordered."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from django.db import DatabaseError

from waarborg.deploy.setup import with_django
from waarborg.kernel.errors import Problem, Unusable


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("verb", choices=["verify"])
    parser.add_argument("--data", metavar="DIR", help="the folder of the installation (else WAARBORG_DATA)")


def run(options: argparse.Namespace) -> int:
    """Verify, print what was found, and give 0 or 1."""
    if options.data:
        os.environ["WAARBORG_DATA"] = options.data
    data = Path(os.environ.get("WAARBORG_DATA", ""))
    if not os.environ.get("WAARBORG_DATABASE") and not (data / "waarborg.sqlite3").is_file():
        raise Unusable([Problem(path="--data", found=str(data), expected="the folder of an installation")])
    try:
        found = with_django("apps.custody.verification").verify()
    except DatabaseError as error:
        where = "WAARBORG_DATABASE" if os.environ.get("WAARBORG_DATABASE") else "--data"
        raise Unusable([Problem(path=where, found=type(error).__name__, expected="a database with a ledger")]) from None
    print(json.dumps(found.document(), ensure_ascii=False))
    return 1 if found.problem else 0
