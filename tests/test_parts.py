"""The parts of the suite are added up as pytest would say it, and a part that could not run is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import parts
from tests.chromium import find_chromium

REPORT = '<testsuites><testsuite tests="9" failures="2" errors="1" skipped="1" time="3"/></testsuites>'


def test_the_closing_line_adds_up_and_names_only_what_there_was() -> None:
    results = [parts.Result(code=0, passed=3, skipped=1), parts.Result(code=1, passed=2, failed=1, errors=1)]
    assert parts.closing_line(results, 4.5).strip("= ") == "1 failed, 5 passed, 1 skipped, 1 error in 4.50s"
    assert parts.closing_line([], 0).strip("= ") == "no tests ran in 0.00s"


def test_counts_are_read_from_a_report_and_are_none_without_one(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    assert parts.counts(report) == {}
    report.write_text(REPORT)
    assert parts.counts(report) == {"failed": 2, "errors": 1, "skipped": 1, "passed": 5}


@pytest.mark.parametrize(
    ("results", "code"),
    [([], 5), ([0, 0], 0), ([0, 5], 0), ([5, 5], 5), ([0, 1], 1), ([1, 0], 1), ([0, -9], 9), ([2, 5, 1], 2)],
)
def test_any_part_that_failed_fails_all_and_an_empty_part_does_not(results: list[int], code: int) -> None:
    assert parts.exit_code([parts.Result(code=result) for result in results]) == code


def test_a_whole_part_runs_side_by_side_and_what_somebody_chose_does_not() -> None:
    assert parts.workers("sqlite", [], 2) == ["-n", "2", "--dist", "worksteal"]
    assert parts.workers("postgres", [], 64) == ["-n", "4", "--dist", "worksteal"]
    assert parts.workers("sqlite", ["-k", "one"], 2) == []
    assert parts.workers("sqlite", [], 1) == []
    assert parts.workers("journeys", [], 8) == []


def test_a_chromium_that_is_named_and_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAARBORG_CHROMIUM", "/nowhere/chromium")
    with pytest.raises(FileNotFoundError, match="found '/nowhere/chromium', expected the path of a Chromium"):
        find_chromium()


def test_no_chromium_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("WAARBORG_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_chromium() is None
