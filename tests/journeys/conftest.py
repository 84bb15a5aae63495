"""The real programs, served to a real browser over real HTTP."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.doors import make_doors
from tests.journeys.demonstration import Demo, demo_running

#: Seconds within which a program must answer.
_PATIENCE = 30


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(program: str, environment: Mapping[str, str]) -> Generator[str]:
    """One program on a port of its own; its address."""
    port = _free_port()
    command = [str(Path(sys.executable).with_name("waarborg")), "serve", program, "--port", str(port)]
    process = subprocess.Popen(command, env={"PATH": "/usr/bin:/bin", **environment})
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline and process.poll() is None:
            try:
                with urlopen(f"{address}/healthz", timeout=2) as answer:  # noqa: S310 - our own address
                    assert answer.status == HTTPStatus.OK
                    break
            except (URLError, TimeoutError):
                time.sleep(0.1)
        else:
            pytest.fail(f"the {program} program did not start")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=_PATIENCE)


@pytest.fixture
def public_site(fresh_database: Mapping[str, str], data_folder: Path) -> Generator[str]:
    """The address of the public site, on a database of the test's own."""
    make_doors(data_folder)
    clock = {"WAARBORG_CLOCK": "2026-11-30T14:20:00+01:00"}
    with served("public", {**fresh_database, **clock}) as address:
        yield address


@pytest.fixture(scope="session")
def browser(chromium: str) -> Generator[Browser]:
    """The browser, started once."""
    # The browser's driver keeps an event loop in this thread, which Django takes for asynchronous code of ours.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def demo(browser: Browser) -> Generator[Demo]:
    """The five worked cases, walked on by the journeys one after another; none needs what another does."""
    with demo_running(browser) as running:
        yield running
