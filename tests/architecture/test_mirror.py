"""The tests mirror the source: what has behaviour has a test in the same place."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.architecture.source import PACKAGE, ROOT, Module, modules

#: The rooms whose tests are whole; whoever finishes a room adds it, and it never leaves again.
ROOMS_BUILT: tuple[str, ...] = (
    "kernel",
    "engines/ledger",
    "engines/rules",
    "law",
    "apps/rights",
    "apps/support",
    "apps/signals",
    "apps/decisions",
    "faces/portal",
    "faces/shell",
    "faces/public",
    "apps/reports",
    "apps/custody",
    "apps/vault",
    "apps/interviews",
)
#: Django's own places: what they hold is tested through the acts and the pages that use them.
_DECLARATIONS = {"apps", "models", "urls"}


def _has_behaviour(module: Module) -> bool:
    return module.path.stem not in {"__init__", *_DECLARATIONS} and any(module.functions())


def _place(module: Module) -> Path:
    """The folder in which the tests of a module stand."""
    return ROOT / "tests" / module.path.parent.relative_to(PACKAGE)


def _is_tested(module: Module) -> bool:
    """Whether a test file of its name stands in the mirrored folder, or a test file there imports it."""
    name = ".".join(("waarborg", *module.path.relative_to(PACKAGE).with_suffix("").parts))
    here = _place(module)
    if (here / f"test_{module.path.stem}.py").exists():
        return True
    return any(_imports(path, name) for path in here.glob("test_*.py"))


def _imports(path: Path, name: str) -> bool:
    imported = {
        full
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        for full in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
    }
    return name in imported


def test_every_module_with_behaviour_has_a_test_in_its_place() -> None:
    rooms = tuple(f"{room}/" for room in ROOMS_BUILT)
    behaving = [module for module in modules() if module.name.startswith(rooms) and _has_behaviour(module)]
    assert behaving
    assert [module.name for module in behaving if not _is_tested(module)] == []
