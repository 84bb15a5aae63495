"""``waarborg serve SITE``: one site over HTTP, until it is told to stop."""

from __future__ import annotations

import argparse

from waarborg.deploy.processes import end_with_parent
from waarborg.deploy.serving import SITES, check_port, serve
from waarborg.deploy.setup import with_django


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("site", choices=SITES)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--host", default="127.0.0.1", help="by default this machine only")


def run(options: argparse.Namespace) -> int:
    """Serve until SIGTERM."""
    end_with_parent()
    check_port(options.port, host=options.host, what=options.site)
    with_django("deploy.starting", program=options.site).check()
    serve(options.site, port=options.port, host=options.host)
    return 0
