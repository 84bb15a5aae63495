"""What every file of the project keeps to, whatever it is: no address of a registry, no path of a machine."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.source import ROOT, tracked

# Put together from parts, or this file would be the first to name what it forbids.
_REGISTRIES = ("py" + "pi.org", "pythonhosted" + ".org", "registry.npm" + "js.org", "registry.yarn" + "pkg.com")
_MACHINE = re.compile(r"(?<![\w./-])/(?:" + "|".join(("ro" + "ot", "wo" + "rk", "ho" + "me", "Us" + "ers")) + r")/\w")


def _texts() -> Iterator[tuple[Path, str]]:
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data:
            yield path.relative_to(ROOT), data.decode("utf-8", errors="replace")


def test_no_file_names_a_package_registry() -> None:
    assert [str(path) for path, text in _texts() if any(host in text for host in _REGISTRIES)] == []


def test_no_file_names_a_path_of_a_machine() -> None:
    assert [f"{path}: {found[0]}" for path, text in _texts() if (found := _MACHINE.search(text))] == []


def _asked_for() -> list[Requirement]:
    """Everything that pyproject.toml asks for, of the product, of its extras and of the tests."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lists = [
        project["project"]["dependencies"],
        *project["project"]["optional-dependencies"].values(),
        *project["dependency-groups"].values(),
    ]
    return [Requirement(text) for requirements in lists for text in requirements]


def _locked() -> dict[str, Requirement]:
    """The packages of requirements.lock by name, each entry with its hashes left out."""
    text = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ")
    entries = (line.partition(" --hash=") for line in text.splitlines() if line.strip())
    found: dict[str, Requirement] = {}
    for entry, hashes, _ in entries:
        assert hashes, f"{entry}: no hash"
        requirement = Requirement(entry.strip())
        found[canonicalize_name(requirement.name)] = requirement
    return found


def test_the_lock_holds_everything_that_pyproject_asks_for_in_a_version_that_it_allows() -> None:
    locked = _locked()
    for asked in _asked_for():
        held = locked.get(canonicalize_name(asked.name))
        assert held is not None, f"{asked}: not in requirements.lock; write it anew as docs/decisions/0002 says"
        (exact,) = held.specifier
        assert exact.operator == "=="
        assert asked.specifier.contains(exact.version), f"{asked}: requirements.lock holds {exact.version}"
