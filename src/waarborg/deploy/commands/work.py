"""``waarborg work``: the background work of an installation, until it is told to stop."""

from __future__ import annotations

import argparse

from waarborg.deploy.processes import end_with_parent
from waarborg.deploy.setup import with_django


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--once", action="store_true", help="do everything once, and stop")


def run(options: argparse.Namespace) -> int:
    """Work until SIGTERM, or one round."""
    end_with_parent()
    with_django("deploy.starting").check()
    worker = with_django("deploy.worker")
    if options.once:
        return 0 if worker.work_once() else 1
    worker.work()
    return 0
