"""``./run`` on machines that lack something: it says what, in plain words, and leaves nothing half done."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

#: What any machine with sh and git has; no Python among it.
TOOLS = ("sh", "cat", "cmp", "dirname", "find", "git", "grep", "mv", "rm")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A machine without a Python, with the project in a folder whose name has a space."""
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found is not None, tool
        (tmp_path / "bin" / tool).symlink_to(found)
    project = tmp_path / "the project"
    project.mkdir()
    for name in ("run", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, project)
    return tmp_path


def _run(machine: Path, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [machine / "the project" / "run", *words],
        check=False,
        capture_output=True,
        text=True,
        cwd=cwd,
        env={"PATH": str(machine / "bin"), "HOME": str(machine)},
    )


def _python(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_alone_it_says_what_it_can_do(machine: Path) -> None:
    answer = _run(machine)
    assert answer.returncode == 0
    for word in ("demo", "test", "check", "bench", "prove", "screens", "setup"):
        assert f"./run {word} " in answer.stdout


def test_an_unknown_word_is_named_and_refused(machine: Path) -> None:
    answer = _run(machine, "destroy")
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert "There is no ./run destroy." in answer.stderr


@pytest.mark.parametrize("word", ["setup", "demo", "test", "check"])
def test_without_a_python_it_says_so_and_how_to_get_one(machine: Path, word: str) -> None:
    answer = _run(machine, word)
    assert answer.returncode == 3
    assert "Missing: a Python of version 3.12 or newer" in answer.stderr
    assert "none at all" in answer.stderr
    assert not (machine / "the project" / ".venv").exists()


def test_a_python_that_will_not_do_is_named_with_its_reason(machine: Path) -> None:
    _python(machine / "bin" / "python3.13", "exit 127")
    _python(machine / "bin" / "python3", "echo 'version 3.9, 3.12 or newer is needed'; exit 1")
    _python(machine / ".pyenv" / "versions" / "3.12.9" / "bin" / "python", "echo 'has no module ssl'; exit 1")
    answer = _run(machine, "setup")
    assert answer.returncode == 3
    assert f"{machine}/bin/python3.13: does not start" in answer.stderr
    assert f"{machine}/bin/python3: version 3.9, 3.12 or newer is needed" in answer.stderr
    assert f"{machine}/.pyenv/versions/3.12.9/bin/python: has no module ssl" in answer.stderr


def test_what_was_set_up_is_not_set_up_again_from_any_folder(machine: Path) -> None:
    project = machine / "the project"
    _python(project / ".venv" / "bin" / "python", "exit 99")
    lock, settings = ((project / name).read_text("utf-8") for name in ("requirements.lock", "pyproject.toml"))
    (project / ".venv" / "set-up-from").write_text(f"{project.resolve()}\n{lock}{settings}", "utf-8")
    assert _run(machine, "setup", cwd=machine / "bin").returncode == 0
    (project / "requirements.lock").write_text(lock + "another==1.0\n", "utf-8")
    assert _run(machine, "setup").returncode == 3
