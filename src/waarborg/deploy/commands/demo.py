"""``waarborg demo``: the three sites and the worker on this machine, with the worked cases loaded."""

from __future__ import annotations

import argparse
import http.client
import os
import signal
import sys
import time
import webbrowser
from types import FrameType
from typing import Final

from waarborg.deploy.commands.prepare import prepare
from waarborg.deploy.grounds import Ground, ground
from waarborg.deploy.processes import Together
from waarborg.deploy.serving import SITES, check_port
from waarborg.deploy.setup import with_django
from waarborg.kernel.errors import Missing

#: Seconds within which every site must answer.
_PATIENCE: Final = 60.0
#: Of the house's own settings, those that a demo takes over: never the address of a real database.
_TAKEN_OVER: Final = frozenset({"WAARBORG_CLOCK"})


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("--port", type=int, default=8000, help="of the public site; desk and portal follow it")
    parser.add_argument("--data", metavar="DIR", help="keep everything in this folder, and go on from it next time")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")


def run(options: argparse.Namespace) -> int:
    """Run the demo until SIGTERM or Ctrl-C, then stop all of it."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        # Whoever started it with nohup wants it to stay.
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)
    ports = {site: options.port + place for place, site in enumerate(SITES)}
    for site, port in ports.items():
        check_port(port, what=site)
    try:
        with ground(options.data) as here, Together() as programs:
            _prepare(here)
            # The sites start while the cases are loaded; nobody is told their addresses before both are done.
            for site, port in ports.items():
                programs.start(site, ["serve", site, "--port", str(port)])
            if not here.filled:
                with_django("deploy.seeding").seed_once()
                here.fill()
            programs.start("worker", ["work"])
            _wait_until_ready(programs, ports)
            _say(ports, browser=not options.no_browser)
            _watch(programs)
    except KeyboardInterrupt:
        # Being stopped is how a demo ends.
        return 0
    return 0


def _stop(_: int, __: FrameType | None) -> None:
    """End as Ctrl-C does, so that everything is stopped and cleared on the way out."""
    raise KeyboardInterrupt


def _prepare(here: Ground) -> None:
    """Point this process and its children at the folder, and make what it lacks."""
    for name in [name for name in os.environ if name.startswith("WAARBORG_") and name not in _TAKEN_OVER]:
        del os.environ[name]
    os.environ.update(WAARBORG_DATA=str(here.folder), WAARBORG_DEMO="1")
    if not here.filled:
        here.clear()
    prepare()


def _wait_until_ready(programs: Together, ports: dict[str, int]) -> None:
    """Until every site answers.

    Raises:
        Missing: one does not.
    """
    until = time.monotonic() + _PATIENCE
    waiting = dict(ports)
    while waiting:
        if (name := programs.fallen()) is not None or time.monotonic() > until:
            message = f"{name or next(iter(waiting))} did not start; its lines above say why"
            raise Missing(message)
        waiting = {site: port for site, port in waiting.items() if not _answers(port)}
        time.sleep(0.05)


def _answers(port: int) -> bool:
    """Whether a site says that it is well."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _say(ports: dict[str, int], *, browser: bool) -> None:
    for site, port in ports.items():
        print(f"{site:<7} http://localhost:{port}")
    print("Sign in: the sign-in pages of desk and portal list the demo's persons with today's codes.")
    print("ready", flush=True)
    # In a terminal without a screen Python would start a browser of letters and wait for it.
    screen = sys.platform == "darwin" or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    if browser and screen and sys.stdout.isatty():
        webbrowser.open(f"http://localhost:{ports['public']}")


def _watch(programs: Together) -> None:
    """Until somebody stops the demo.

    Raises:
        Missing: one of its programs has stopped by itself.
    """
    while (name := programs.fallen()) is None:
        time.sleep(0.5)
    message = f"{name} has stopped; its lines above say why"
    raise Missing(message)
