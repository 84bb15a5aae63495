"""A prepared installation, made once by the real program; each test gets a copy of its own."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest

from tests.deploy.house import run


@pytest.fixture(scope="session")
def prepared_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``waarborg prepare`` makes."""
    folder = tmp_path_factory.mktemp("prepared") / "data"
    answer = run("prepare", "--data", str(folder))
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    return folder


@pytest.fixture
def prepared(prepared_once: Path, tmp_path: Path) -> Path:
    """A prepared installation that the test may spoil."""
    folder = tmp_path / "installation"
    shutil.copytree(prepared_once, folder)
    return folder


@pytest.fixture
def port() -> int:
    """The first of three ports side by side that nobody uses at this moment."""
    for first in range(20_000, 60_000, 7):
        with socket.socket() as one, socket.socket() as two, socket.socket() as three:
            try:
                for place, each in enumerate((one, two, three)):
                    each.bind(("127.0.0.1", first + place))
            except OSError:
                continue
            return first
    message = "no three free ports side by side"
    raise RuntimeError(message)
