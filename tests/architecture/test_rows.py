"""Every row of the road that must work is named by a test that would fail without it.

A test names a row by its id, in its name (``test_m7_…``) or in its docstring (``M7``).
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.architecture.source import ROOT

#: The rows of the requirements, M1 to M26.
ROWS = range(1, 27)

_NAMED = re.compile(r"\bM(\d+)\b|(?:^|_)m(\d+)(?=_|$)")


def rows_named(text: str) -> set[int]:
    """The rows that a test's name and docstring speak of."""
    return {int(upper or lower) for upper, lower in _NAMED.findall(text)}


def _rows_tested() -> dict[int, list[str]]:
    """The tests of each row."""
    found: dict[int, list[str]] = {}
    for path in (ROOT / "tests").rglob("test_*.py"):
        if path == Path(__file__):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for row in rows_named(f"{node.name} {ast.get_docstring(node) or ''}"):
                    found.setdefault(row, []).append(f"{path.name}: {node.name}")
    return found


def test_every_row_is_named_by_a_test() -> None:
    missing = sorted(set(ROWS) - set(_rows_tested()))
    assert missing == [], f"no test names {', '.join(f'M{row}' for row in missing)}"


def test_no_test_names_a_row_that_there_is_not() -> None:
    assert {row: tests for row, tests in _rows_tested().items() if row not in ROWS} == {}


def test_a_row_is_found_in_a_name_and_in_a_docstring_and_nowhere_else() -> None:
    assert rows_named("test_m7_a_conviction_opens_redress") == {7}
    assert rows_named("test_it_lasts M8: support goes on. M26, too") == {8, 26}
    assert rows_named("test_the_room3_and_MM4_and_am5_have_none") == set()
