from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from waarborg.deploy.cli import COMMANDS

HOUSE = (sys.executable, "-c", "import sys; from waarborg.deploy.cli import main; sys.exit(main())")
KEYS = "investigation_started, person, interview, earlier, reasons"
EDTF = "YYYY, YYYY-MM, YYYY-MM-DD or YYYX (each may end in ~, ? or %), or A/B with A not after B"
GOOD = '{"on": "2026-12-01", "person": {"born": "2011"}}'


def run(*arguments: str, given: str | bytes = "") -> subprocess.CompletedProcess[bytes]:
    """The real program, with ``given`` on standard input and a locale in which nothing is UTF-8."""
    data = given.encode() if isinstance(given, str) else given
    return subprocess.run(
        [*HOUSE, *arguments], input=data, capture_output=True, check=False, timeout=60, env={"LC_ALL": "C", "LANG": "C"}
    )


def lines(answer: subprocess.CompletedProcess[bytes]) -> list[str]:
    return answer.stderr.decode().splitlines()


def test_assess_takes_a_file_a_dash_or_nothing_and_prints_one_document(tmp_path: Path) -> None:
    file = tmp_path / "interview.json"
    file.write_text(GOOD)
    answers = [run("assess", str(file)), run("assess", "-", given=GOOD), run("assess", given=GOOD)]
    assert {answer.returncode for answer in answers} == {0}
    assert len({answer.stdout for answer in answers}) == 1
    assert json.loads(answers[0].stdout)["age"] == {"low": 14, "high": 15}
    assert "vóór" in answers[0].stdout.decode()


def test_a_breach_is_an_answer() -> None:
    document = {"on": "2026-12-01", "interview": {"kind": "report", "acute": True, "sound": False}}
    answer = run("assess", given=json.dumps(document))
    assert (answer.returncode, json.loads(answer.stdout)["verdict"]) == (0, "breach")


@pytest.mark.parametrize("command", ["assess", "route"])
@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("", "$: found nothing"),
        ("{", "$: found broken JSON at line 1, column 2"),
        ("[" * 200_000, "$: found brackets nested too deep"),
        (b"\xff{}", "$: found bytes that are not UTF-8 at byte 0"),
        ("\ufeff{}", "$: found a byte order mark"),
        ('{"zz": ' + "[" * 300 + "]" * 300 + "}", '$.zz: found the key "zz"'),
        ('"' + "a" * 5000 + '"', '$: found "aaaaaa'),
    ],
)
def test_unusable_input_is_one_line_a_problem_and_nothing_on_standard_output(
    command: str, given: str | bytes, found: str
) -> None:
    answer = run(command, given=given)
    assert answer.returncode == 2
    assert answer.stdout == b""
    assert lines(answer)[0].startswith(found)
    assert "Traceback" not in answer.stderr.decode()
    assert all(len(line) < 300 for line in lines(answer))


def test_every_problem_has_its_line_however_odd_its_text() -> None:
    # A line break, a separator that some terminals break at, half a character, and an order to a terminal.
    odd = '{"on": 3, "a\\nb\\u2028\\ud800": 1, "person": {"born": "2011\\r\\n\\u001b[31m"}}'
    answer = run("assess", given=odd)
    assert answer.returncode == 2
    assert lines(answer) == [
        "$.on: found 3, expected a day of the calendar as YYYY-MM-DD",
        '$["a\\nb\\u2028\\ud800"]: found the key "a\\nb\\u2028\\ud800", expected one of the keys on, ' + KEYS,
        '$.person.born: found "2011\\r\\n\\u001b[31m", expected ' + EDTF,
    ]


def test_what_was_found_is_cut_at_60_characters() -> None:
    answer = run("assess", given=json.dumps({"on": "x" * 500}))
    found = lines(answer)[0].removeprefix("$.on: found ").partition(", expected")[0]
    assert len(found) == 60


@pytest.mark.parametrize("command", [["assess"], ["assess", "--jsonl"], ["route"], ["receipt", "check"]])
def test_a_file_that_is_not_there_or_is_a_folder_is_unusable_input(command: list[str], tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        answer = run(*command, str(path))
        assert (answer.returncode, answer.stdout) == (2, b"")
        assert lines(answer)[0].startswith(f"{path}: found ")


def test_jsonl_answers_each_line_in_order_and_goes_on_after_a_bad_one() -> None:
    given = f'{GOOD}\n\nnot json\n{{"on": 1, "x": 2}}\n  \n{GOOD}\r\n{GOOD}'
    answer = run("assess", "--jsonl", given=given)
    assert answer.returncode == 2
    out = [json.loads(line) for line in answer.stdout.decode().splitlines()]
    assert [line.get("line") for line in out] == [None, 2, 3, 4, 5, None, None]
    assert [line["verdict"] for line in out if "verdict" in line] == ["facts_missing"] * 3
    assert [problem["path"] for problem in out[3]["problems"]] == ["$.on", "$.x"]
    assert set(out[3]) == {"error", "line", "problems"}
    assert set(out[3]["problems"][0]) == {"path", "found", "expected"}


def test_jsonl_of_good_lines_or_of_none_ends_well() -> None:
    assert run("assess", "--jsonl", given=f"{GOOD}\n{GOOD}\n").returncode == 0
    empty = run("assess", "--jsonl", given="")
    assert (empty.returncode, empty.stdout) == (0, b"")


def test_jsonl_gives_an_answer_before_the_next_line_comes() -> None:
    with subprocess.Popen([*HOUSE, "assess", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(3):
            process.stdin.write(GOOD.encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["on"] == "2026-12-01"
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_jsonl_uses_no_more_memory_for_more_lines() -> None:
    measure = (
        "import resource, sys; from waarborg.deploy.cli import main; main(); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )

    def peak(count: int) -> int:
        given = "".join(
            f'{{"on": "2026-12-01", "interview": {{"topics": ["{number:0900}"]}}}}\n' for number in range(count)
        )
        process = subprocess.run(
            [sys.executable, "-c", measure, "assess", "--jsonl"], input=given.encode(), capture_output=True, check=True
        )
        return int(process.stderr.split()[-1])

    # Twenty megabytes of input more; a stream that kept it would show.
    assert peak(22_000) - peak(100) < 10_000


def test_a_reader_that_goes_away_is_no_fault() -> None:
    with subprocess.Popen(
        [*HOUSE, "assess", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(f"{GOOD}\n{GOOD}\n".encode())
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == 141


def test_ctrl_c_ends_quietly() -> None:
    with subprocess.Popen(
        [*HOUSE, "assess", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(f"{GOOD}\n".encode())
        process.stdin.flush()
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        started = time.monotonic()
        assert process.wait(timeout=30) == 130
        assert process.stderr.read() == b""
        assert time.monotonic() - started < 30


def test_route_prints_its_doors() -> None:
    answer = run("route", given="{}")
    assert answer.returncode == 0
    assert [channel["channel"] for channel in json.loads(answer.stdout)["channels"]] == ["meld_misdaad_anoniem"]


def test_a_receipt_is_made_and_passes_its_check_and_fails_it_when_changed(tmp_path: Path) -> None:
    made = run("receipt", "make", given=GOOD)
    file = tmp_path / "receipt.json"
    file.write_bytes(made.stdout)
    assert run("receipt", "check", str(file)).returncode == 0
    file.write_bytes(made.stdout.replace(b'"met": "unknown"', b'"met": "yes"', 1))
    changed = run("receipt", "check", str(file))
    assert changed.returncode == 1
    assert json.loads(changed.stdout)["problems"]
    unknown = run("receipt", "check", given=json.dumps({**json.loads(made.stdout), "rulebook": "sha256:0"}))
    assert unknown.returncode == 1
    assert run("receipt", "check", given="{}").returncode == 2


@pytest.mark.parametrize(
    "arguments", [[], ["advise"], ["assess", "--jason"], ["assess", "a", "b"], ["receipt", "burn"]]
)
def test_an_order_that_we_do_not_know_is_unusable_too(arguments: list[str]) -> None:
    answer = run(*arguments)
    assert (answer.returncode, answer.stdout) == (2, b"")
    assert "Traceback" not in answer.stderr.decode()


def test_help_names_every_command() -> None:
    answer = run("--help")
    assert answer.returncode == 0
    assert all(name in answer.stdout.decode() for name in COMMANDS)


def test_assess_and_route_start_without_django_and_numpy() -> None:
    told = (
        "import sys; from waarborg.deploy.cli import main; main(); sys.exit(len({'django', 'numpy'} & {*sys.modules}))"
    )
    for command in ("assess", "route"):
        process = subprocess.run(
            [sys.executable, "-c", told, command], input=GOOD.encode(), capture_output=True, check=False
        )
        assert process.returncode == 0
