"""``waarborg work``: the background work of an installation, until it is told to stop."""

from __future__ import annotations

import argparse

from waarborg.deploy.processes import end_with_parent
from waarborg.deploy.setup import with_django


def arguments(_: argparse.ArgumentParser) -> None:
    """The command takes none."""


def run(_: argparse.Namespace) -> int:
    """Work until SIGTERM."""
    end_with_parent()
    with_django("deploy.worker").work()
    return 0
