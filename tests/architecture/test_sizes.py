"""Nothing grows past what one person can read at a sitting; there is no list of exceptions."""

from __future__ import annotations

from tests.architecture.source import PACKAGE, Module, modules

#: What every app may have besides the modules of its own.
_GIVEN = {"__init__", "apps", "models", "queries", "listeners"}


def test_no_module_is_longer_than_400_lines() -> None:
    assert [f"{module.name}: {module.lines}" for module in modules() if module.lines > 400] == []


def test_95_in_100_modules_have_at_most_250_lines() -> None:
    long = [f"{module.name}: {module.lines}" for module in modules() if module.lines > 250]
    assert len(long) <= 0.05 * len(modules()), long


def test_no_function_is_longer_than_50_lines() -> None:
    lengths = {
        f"{module.name}: {function.name}": (function.end_lineno or 0) - function.lineno + 1
        for module in modules()
        for function in module.functions()
    }
    assert {name: length for name, length in lengths.items() if length > 50} == {}


def _acts(module: Module) -> bool:
    """Whether a module has to do with acts: a pure one (a document, texts) knows neither Django nor a table."""
    return any(
        name.startswith("django") or ".custody" in name or name.endswith(".models") for name in module.imported()
    )


def test_an_app_has_at_most_seven_modules_of_acts_of_its_own() -> None:
    for app in (PACKAGE / "apps").iterdir():
        own = {module.path.stem for module in modules() if module.path.is_relative_to(app) and _acts(module)} - _GIVEN
        assert len(own) <= 7, f"{app.name}: {sorted(own)}"
