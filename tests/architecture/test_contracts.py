"""Every import contract of pyproject.toml is seen to hold on a sound tree, and to break on one that breaks it."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

#: A small house in which every contract holds: a module, and what stands in it.
SOUND = {
    "kernel.ids": "",
    "engines.rules.terms": "import waarborg.kernel.ids",
    "engines.ledger.merkle": "",
    "law.ages": "import waarborg.engines.rules.terms",
    "law.rights": "",
    "apps.custody.models": "import django.db.models",
    "apps.reports.models": "",
    "apps.reports.submission": "import waarborg.apps.custody.models\nimport waarborg.apps.reports.models",
    "apps.vault.models": "",
    "apps.vault.keeping": "import waarborg.apps.vault.models",
    "apps.cases.models": "",
    "apps.cases.queries": "import waarborg.apps.cases.models",
    "apps.interviews.models": "",
    "apps.signals.models": "",
    "apps.rights.models": "",
    "apps.support.models": "",
    "apps.decisions.models": "",
    "faces.shell.pages": "",
    "faces.public.views": "\n".join(
        f"import waarborg.{name}" for name in ("apps.reports.submission", "faces.shell.pages", "law.rights")
    ),
    "faces.desk.views": "import waarborg.apps.cases.queries",
    "deploy.cli": "import waarborg.faces.desk.views",
}

#: For each contract, imports that break it: who imports whom.
BREAKS = {
    "Each storey knows only the storeys below it": [("engines.rules.terms", "waarborg.apps.cases.models")],
    "The apps follow the road, and a later step knows the earlier": [
        ("apps.reports.submission", "waarborg.apps.cases.queries"),
        ("apps.interviews.models", "waarborg.apps.signals.models"),
    ],
    "Within an app, models stand below queries, and both below what listens to news": [
        ("apps.cases.models", "waarborg.apps.cases.queries")
    ],
    "No engine knows another": [("engines.ledger.merkle", "waarborg.engines.rules.terms")],
    "No face knows another, and all stand on the shell": [
        ("faces.desk.views", "waarborg.faces.public.views"),
        ("faces.shell.pages", "waarborg.faces.desk.views"),
    ],
    "Nothing goes round in a circle, at any depth": [("apps.cases.models", "waarborg.apps.cases.queries")],
    "The kernel, the engines and the law are free of Django": [
        ("kernel.ids", "django.utils"),
        ("engines.rules.terms", "django.utils"),
        ("law.ages", "django.utils"),
    ],
    "The public site cannot reach a case, an interview or the vault, not even by a detour": [
        ("faces.public.views", "waarborg.apps.cases.models"),
        # A detour: the public site imports the submission, which imports the vault.
        ("apps.reports.submission", "waarborg.apps.vault.keeping"),
        ("faces.public.views", "waarborg.apps.interviews.models"),
    ],
    "Only the vault touches its own tables": [("apps.interviews.models", "waarborg.apps.vault.models")],
}


#: Parts that no contract names, and the contract that must notice.
STRANGERS = {
    "appendix.pages": "Each storey knows only the storeys below it",
    "apps.letters.models": "The apps follow the road, and a later step knows the earlier",
    "faces.kiosk.views": "No face knows another, and all stand on the shell",
}

#: Lints each folder named, in a process that has not seen the real house.
LINT = """
import importlib, os, sys
from importlinter.cli import lint_imports
config, *folders = sys.argv[1:]
for folder in folders:
    os.chdir(folder)
    sys.path[0] = folder
    importlib.invalidate_caches()
    print("== tree", flush=True)
    lint_imports(config_filename=config, no_cache=True)
    sys.stdout.flush()
"""


def _write(folder: Path, modules: dict[str, str]) -> None:
    """Write a house: full names of modules below ``waarborg``, with their text."""
    for name, text in modules.items():
        path = folder.joinpath("waarborg", *name.split(".")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", "utf-8")
        for package in path.relative_to(folder).parents[:-1]:
            (folder / package / "__init__.py").touch()


def _broken(importer: str, imported: str) -> dict[str, str]:
    return {**SOUND, importer: f"{SOUND[importer]}\nimport {imported}"}


def _houses() -> dict[str, dict[str, str]]:
    """Every house of this test by name: the sound one, one for each break, one for each stranger."""
    pairs = {pair for breaks in BREAKS.values() for pair in breaks}
    breaks = {f"{importer} {imported}": _broken(importer, imported) for importer, imported in sorted(pairs)}
    return {"sound": SOUND, **breaks, **{name: {**SOUND, name: ""} for name in STRANGERS}}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """KEPT or BROKEN, by house and contract."""
    folders = {name: tmp_path_factory.mktemp("house") for name in _houses()}
    for name, modules in _houses().items():
        _write(folders[name], modules)
    answer = subprocess.run(
        [sys.executable, "-c", LINT, ROOT / "pyproject.toml", *folders.values()],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "200"},
    )
    outputs = answer.stdout.split("== tree")[1:]
    return {
        name: {
            contract: line.removeprefix(contract).strip()
            for contract in _contracts()
            for line in output.splitlines()
            if line.startswith(contract) and line.endswith(("KEPT", "BROKEN"))
        }
        for name, output in zip(folders, outputs, strict=True)
    }


def _contracts() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return [contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]]


def test_a_sound_house_keeps_every_contract(verdicts: dict[str, dict[str, str]]) -> None:
    assert verdicts["sound"] == dict.fromkeys(_contracts(), "KEPT")


def test_every_contract_is_seen_to_break() -> None:
    assert sorted(BREAKS) == sorted(_contracts())


@pytest.mark.parametrize(
    ("contract", "importer", "imported"), [(name, *pair) for name, pairs in BREAKS.items() for pair in pairs]
)
def test_an_import_that_is_not_allowed_breaks_its_contract(
    verdicts: dict[str, dict[str, str]], contract: str, importer: str, imported: str
) -> None:
    assert verdicts[f"{importer} {imported}"][contract] == "BROKEN"


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_part_that_no_contract_names_breaks_one(verdicts: dict[str, dict[str, str]], stranger: str) -> None:
    assert verdicts[stranger][STRANGERS[stranger]] == "BROKEN"
