"""``waarborg route``: which door a report goes through, and why."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from waarborg.apps.reports.routing import route
from waarborg.deploy.commands.streams import file_argument, read_document, write_json


def arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    file_argument(parser)


def run(options: Namespace) -> int:
    """Route the report."""
    write_json(route(read_document(options.file)).as_json())
    return 0
