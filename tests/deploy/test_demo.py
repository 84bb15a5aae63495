"""``waarborg demo``: all of it starts, all of it stops, however it is stopped, and nothing is left behind."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.deploy.house import run, start


@pytest.fixture
def filled(prepared: Path) -> Path:
    """The folder of an earlier demo, as far as the demo can tell; without the cases, which take long to load."""
    (prepared / "waarborg-demo").write_text("filled\n")
    return prepared


@contextmanager
def demo(*words: str, **settings: str) -> Iterator[subprocess.Popen[str]]:
    """A demo that is gone afterwards, whatever the test does."""
    process = start(["demo", "--no-browser", *words], settings=settings)
    family = [process.pid]
    try:
        yield process
        family += descendants(process.pid)
    finally:
        process.kill()
        process.communicate(timeout=30)
        _wait_until(lambda: not alive(family))


def lines_until_ready(process: subprocess.Popen[str]) -> list[str]:
    """What it says, up to ``ready``."""
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip("\n"))
        if lines[-1] == "ready":
            return lines
    message = "it ended: " + "\n".join(lines)
    raise AssertionError(message)


def descendants(pid: int) -> list[int]:
    """The processes that a process started, and those that they did."""
    listing = subprocess.run(["ps", "-axo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    children: dict[int, list[int]] = {}
    for line in listing.splitlines():
        child, parent = map(int, line.split())
        children.setdefault(parent, []).append(child)
    found, todo = [], [pid]
    while todo:
        more = children.get(todo.pop(), [])
        found += more
        todo += more
    return found


def alive(pids: list[int]) -> list[int]:
    """Which of these processes still run; one that ended and was not asked after yet does not."""
    listing = subprocess.run(["ps", "-axo", "pid=,stat="], capture_output=True, text=True, check=True).stdout
    running = {int(line.split()[0]) for line in listing.splitlines() if not line.split()[1].startswith("Z")}
    return [pid for pid in pids if pid in running]


def _wait_until(done: Callable[[], bool], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < until, "it took too long"
        time.sleep(0.1)


def _status(host: str, port: int) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    with closing(connection):
        connection.request("GET", "/healthz", headers={"Host": f"{host}:{port}"})
        return connection.getresponse().status


def test_from_nothing_the_cases_are_loaded_and_kept_for_the_next_time(tmp_path: Path, port: int) -> None:
    data = tmp_path / "demo"
    # The address of somebody's real database lies about; the demo must not touch it.
    with demo("--port", str(port), "--data", str(data), WAARBORG_DATABASE="postgresql://real@127.0.0.1:1/real") as one:
        said = lines_until_ready(one)
        assert said[0].split() == ["public", f"http://localhost:{port}"]
        assert said[1].split() == ["desk", f"http://localhost:{port + 1}"]
        assert said[2].split() == ["portal", f"http://localhost:{port + 2}"]
        assert said[3].startswith("Sign in")
        assert said[4:] == ["ready"]
        for place in range(3):
            assert {_status(host, port + place) for host in ("localhost", "127.0.0.1")} == {200}
        family = descendants(one.pid)
        assert len(family) >= 7
        one.send_signal(signal.SIGTERM)
        said_more, _ = one.communicate(timeout=30)
        assert (one.returncode, said_more) == (0, "")
        assert alive(family) == []
    verified = run("ledger", "verify", "--data", str(data))
    assert verified.returncode == 0, verified
    with closing(sqlite3.connect(data / "waarborg.sqlite3")) as kept:
        before = kept.execute("SELECT count(*) FROM cases_case").fetchone()
        assert before[0] >= 5
    with demo("--port", str(port), "--data", str(data)) as again:
        assert lines_until_ready(again)[-1] == "ready"
    with closing(sqlite3.connect(data / "waarborg.sqlite3")) as kept:
        assert kept.execute("SELECT count(*) FROM cases_case").fetchone() == before


def test_by_ctrl_c_it_stops_all_of_it_and_twice_is_no_different(filled: Path, port: int) -> None:
    with demo("--port", str(port), "--data", str(filled)) as process:
        lines_until_ready(process)
        family = descendants(process.pid)
        process.send_signal(signal.SIGINT)
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=30)
        assert (process.returncode, said) == (0, "")
        assert alive(family) == []
    assert filled.exists()


def test_stopped_while_it_loads_it_leaves_nothing_behind(tmp_path: Path, port: int) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    with demo("--port", str(port), TMPDIR=str(temporary)) as process:
        _wait_until(lambda: any(temporary.glob("*/waarborg.sqlite3")) and len(descendants(process.pid)) >= 3)
        family = descendants(process.pid)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
        assert process.returncode == 0
        assert alive(family) == []
    assert list(temporary.iterdir()) == []


def test_killed_outright_its_programs_end_by_themselves_and_the_next_start_goes_on(filled: Path, port: int) -> None:
    with demo("--port", str(port), "--data", str(filled)) as process:
        lines_until_ready(process)
        family = descendants(process.pid)
        assert len(family) >= 7
        process.kill()
        process.wait()
        _wait_until(lambda: alive(family) == [])
    with demo("--port", str(port), "--data", str(filled)) as again:
        assert lines_until_ready(again)[-1] == "ready"


def test_killed_while_it_loaded_it_begins_again_from_an_empty_folder(tmp_path: Path, port: int) -> None:
    data = tmp_path / "demo"
    with demo("--port", str(port), "--data", str(data)) as process:
        _wait_until(lambda: (data / "waarborg.sqlite3").exists() and len(descendants(process.pid)) >= 3)
        family = descendants(process.pid)
        process.kill()
        process.wait()
        _wait_until(lambda: alive(family) == [])
    key = (data / "keys" / "case-wrapping.key").read_text()
    with demo("--port", str(port), "--data", str(data)) as process:
        _wait_until(lambda: (data / "keys" / "worker.key").exists() and len(descendants(process.pid)) >= 3)
        assert (data / "keys" / "case-wrapping.key").read_text() != key


def test_when_one_of_its_programs_falls_all_of_it_ends_and_says_which(filled: Path, port: int) -> None:
    with demo("--port", str(port), "--data", str(filled)) as process:
        lines_until_ready(process)
        family = descendants(process.pid)
        listing = subprocess.run(["ps", "-axo", "pid=,args="], capture_output=True, text=True, check=True).stdout
        (worker,) = (
            int(line.split()[0])
            for line in listing.splitlines()
            if line.endswith(" work") and "waarborg.deploy" in line and int(line.split()[0]) in family
        )
        os.kill(worker, signal.SIGKILL)
        said, _ = process.communicate(timeout=30)
        assert process.returncode == 3
        assert said == "worker has stopped; its lines above say why\n"
        assert alive(family) == []


def test_a_port_that_is_taken_is_said_in_one_line_and_nothing_is_made(tmp_path: Path, port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port + 1))
        taken.listen()
        answer = run("demo", "--no-browser", "--port", str(port), "--data", str(tmp_path / "demo"))
    assert (answer.returncode, answer.stdout) == (3, "")
    assert answer.stderr == f"--port: {port + 1} (for desk): Address already in use; choose another with --port\n"
    assert not (tmp_path / "demo").exists()


@pytest.mark.parametrize("number", ["0", "65534", "-5"])
def test_a_port_that_leaves_no_room_for_three_is_said_in_one_line(tmp_path: Path, number: str) -> None:
    answer = run("demo", "--no-browser", "--port", number, "--data", str(tmp_path / "demo"))
    assert (answer.returncode, answer.stdout) == (3, "")
    assert answer.stderr.count("\n") == 1
    assert not (tmp_path / "demo").exists()


def test_a_folder_with_something_else_in_it_is_said_in_one_line_and_left_alone(tmp_path: Path, port: int) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    answer = run("demo", "--no-browser", "--port", str(port), "--data", str(tmp_path))
    assert (answer.returncode, answer.stdout) == (3, "")
    assert "holds something else" in answer.stderr
    assert answer.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
