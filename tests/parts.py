"""Runs the parts of the suite one after the other and adds them up: ``python -m tests.parts [PART …] [for pytest …]``.

Invariant: every part named runs, whatever became of the one before; a part that could not run is said, never hidden.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from tests.chromium import find_chromium
from tests.postgres import server

#: What ``./run test`` runs, in this order, with what each is.
_PARTS: Final = {
    "sqlite": "everything but the journeys, on SQLite",
    "postgres": "what touches the database, on PostgreSQL",
    "journeys": "the worked cases through the real programs, in a browser",
}
#: Where a folder lies in memory, on the machines that have one.
_MEMORY: Final = "/dev/shm"  # noqa: S108 - tests make folders of their own in it
#: What each part asks of pytest, beside what was asked on the command line.
_SELECTION: Final[Mapping[str, Sequence[str]]] = {
    "sqlite": (),
    "postgres": (),
    "journeys": ("-m", "browser"),
    "long": ("-m", "long"),
}


#: The parts whose tests know nothing of each other: every worker has a database and a folder of its own.
_SIDE_BY_SIDE: Final = frozenset({"sqlite", "postgres"})
#: More would wait for the same disk.
_WORKERS_AT_MOST: Final = 4


def workers(part: str, arguments: Sequence[str], processors: int) -> list[str]:
    """What makes pytest run one part side by side; nothing where the caller chose some tests or asks for more."""
    count = min(processors, _WORKERS_AT_MOST)
    if arguments or part not in _SIDE_BY_SIDE or count == 1:
        return []
    return ["-n", str(count), "--dist", "worksteal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one part."""

    #: pytest's exit code.
    code: int
    passed: int = 0
    failed: int = 0
    errors: int = 0
    skipped: int = 0


def counts(report: Path) -> dict[str, int]:
    """The counts in a JUnit report that pytest wrote; nothing where it wrote none."""
    if not report.exists():
        return {}
    # Written a moment ago by our own pytest, so a parser that trusts it is safe.
    suite = next(ET.parse(report).iter("testsuite")).attrib  # noqa: S314
    failed, errors, skipped = (int(suite[name]) for name in ("failures", "errors", "skipped"))
    return {
        "failed": failed,
        "errors": errors,
        "skipped": skipped,
        "passed": int(suite["tests"]) - failed - errors - skipped,
    }


def exit_code(results: Sequence[Result]) -> int:
    """The worst of all parts; one without any of the tests asked for is no failure, as long as another had some."""
    empty = pytest.ExitCode.NO_TESTS_COLLECTED
    return max((abs(result.code) for result in results if result.code != empty), default=int(empty))


class _Ended(KeyboardInterrupt):
    """Somebody asked this process to end; unlike by Ctrl-C, the child does not know."""


@contextmanager
def _stopping(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Wait for a child that is ending by the same Ctrl-C, and end one that is not."""
    try:
        yield
    except _Ended:
        process.send_signal(signal.SIGINT)
        raise
    finally:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()


def _pytest(part: str, arguments: Sequence[str], environment: Mapping[str, str]) -> Result:
    """Run pytest for one part."""
    with tempfile.TemporaryDirectory(prefix="waarborg-report-") as folder:
        report = Path(folder) / "report.xml"
        side_by_side = workers(part, arguments, os.cpu_count() or 1)
        words = [sys.executable, "-m", "pytest", *_SELECTION[part], *side_by_side, f"--junit-xml={report}", *arguments]
        process = subprocess.Popen(words, env={**os.environ, **environment})
        with _stopping(process):
            code = process.wait()
        return Result(code=code, **counts(report))


def _run(part: str, arguments: Sequence[str]) -> Result | None:
    """Run one part with what it needs around it; None where this machine cannot, which is said."""
    print(f"\n== {part}: {_PARTS.get(part, 'the long proofs')}", flush=True)
    with ExitStack() as around:
        environment = {"WAARBORG_DATABASE": ""}
        if part != "postgres" and os.access(_MEMORY, os.W_OK):
            # Thousands of small commits, each waited for: in memory nobody waits for a disk.
            environment["TMPDIR"] = _MEMORY
        if part == "postgres":
            environment["WAARBORG_DATABASE"] = around.enter_context(server())
        if part == "journeys" and find_chromium() is None:
            print("Not run: no Chromium here. Install one, or name one in WAARBORG_CHROMIUM.")
            return None
        return _pytest(part, arguments, environment)


def closing_line(results: Sequence[Result], seconds: float) -> str:
    """All parts together, as pytest says it."""
    sums = {
        name: sum(getattr(result, name) for result in results) for name in ("failed", "passed", "skipped", "errors")
    }
    said = [f"{count} {'error' if (name, count) == ('errors', 1) else name}" for name, count in sums.items() if count]
    counted = ", ".join(said) or "no tests ran"
    return f" {counted} in {seconds:.2f}s ".center(100, "=")


def _interrupt(_number: int, _frame: object) -> None:
    """Treat the request to end as Ctrl-C, so that servers are stopped and folders removed."""
    raise _Ended


def main(words: Sequence[str]) -> int:
    """Run the parts named first in ``words``, or all, with the rest for pytest; returns the exit code."""
    signal.signal(signal.SIGTERM, _interrupt)
    named = list(takewhile(_SELECTION.__contains__, words))
    arguments = words[len(named) :]
    began = time.monotonic()
    results: list[Result] = []
    missing: list[str] = []
    for part in named or _PARTS:
        result = _run(part, arguments)
        if result is None:
            missing.append(part)
        else:
            results.append(result)
    print(f"\n== All parts together{'; not run: ' + ', '.join(missing) if missing else ''}")
    print(closing_line(results, time.monotonic() - began))
    return exit_code(results)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
    except (FileNotFoundError, RuntimeError) as error:
        print(error, file=sys.stderr)
        sys.exit(3)
