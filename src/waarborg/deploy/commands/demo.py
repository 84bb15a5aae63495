"""``waarborg demo``: the three sites and the worker on this machine, with the worked cases loaded."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import tempfile
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

from waarborg.deploy.commands.prepare import prepare
from waarborg.deploy.processes import Together
from waarborg.deploy.serving import SITES
from waarborg.deploy.setup import with_django
from waarborg.kernel.errors import Missing

_PATIENCE: Final = 30.0
#: Marks a folder as one of ours, so that a slip of the keyboard does not fill somebody's documents with keys.
_MARK: Final = "waarborg-demo"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--port", type=int, default=8000, help="of the public site; desk and portal follow it")
    parser.add_argument("--data", metavar="DIR", help="keep everything in this folder, and go on from it next time")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")


def run(options: argparse.Namespace) -> int:
    """Run the demo until SIGTERM or Ctrl-C, then stop all of it."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    ports = {site: options.port + place for place, site in enumerate(SITES)}
    _check_ports(ports)
    with _folder(options.data) as data, Together() as programs:
        os.environ.update(WAARBORG_DATA=str(data), WAARBORG_DEMO="1")
        prepare()
        with_django("deploy.seeding").seed_once()
        programs.start("worker", ["work"], {})
        for site, port in ports.items():
            programs.start(site, ["serve", site, "--port", str(port)], {})
        _wait_until_ready(programs, ports)
        for site, port in ports.items():
            print(f"{site:<7} http://localhost:{port}")
        print("Sign in: the sign-in pages of desk and portal list the demo's persons with today's codes.")
        print("ready", flush=True)
        if not options.no_browser:
            webbrowser.open(f"http://localhost:{ports['public']}")
        _watch(programs)
    return 0


def _stop(_: int, __: FrameType | None) -> None:
    """End as Ctrl-C does, so that everything is stopped and cleared on the way out."""
    raise KeyboardInterrupt


@contextmanager
def _folder(named: str | None) -> Iterator[Path]:
    """The folder that was named, or one that is gone afterwards."""
    if named is None:
        fresh = Path(tempfile.mkdtemp(prefix="waarborg-demo-"))
        try:
            yield fresh
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return
    folder = Path(named).resolve()
    try:
        if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / _MARK).exists())):
            message = (
                f"--data: found {folder}, which holds something else; expected a new folder or one of an earlier demo"
            )
            raise Missing(message)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / _MARK).touch()
    except OSError as error:
        message = f"--data: {folder}: {error.strerror}"
        raise Missing(message) from None
    yield folder


def _check_ports(ports: dict[str, int]) -> None:
    """Say plainly which port is taken, before anything is made."""
    for site, port in ports.items():
        try:
            with socket.socket() as trial:
                trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                trial.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or "expected 1 to 65533"
            message = f"--port: {port} (for {site}): {reason}; choose another with --port"
            raise Missing(message) from None


def _wait_until_ready(programs: Together, ports: dict[str, int]) -> None:
    """Until every site answers."""
    until = time.monotonic() + _PATIENCE
    waiting = dict(ports)
    while waiting:
        if (name := programs.fallen()) is not None or time.monotonic() > until:
            message = f"{name or next(iter(waiting))} did not start; its lines above say why"
            raise Missing(message)
        for site, port in list(waiting.items()):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2):
                    del waiting[site]
            except (urllib.error.URLError, TimeoutError, ConnectionError):
                time.sleep(0.05)


def _watch(programs: Together) -> None:
    """Until somebody stops the demo, or one of its programs falls."""
    try:
        while (name := programs.fallen()) is None:
            time.sleep(0.5)
    except KeyboardInterrupt:
        return
    message = f"{name} has stopped; its lines above say why"
    raise Missing(message)
