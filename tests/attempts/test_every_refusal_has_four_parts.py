"""Must never happen: a refusal that does not say why, what does go, and whom to ask."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.source import PACKAGE

#: What everybody is owed (the fifth, ``code``, is for us).
_PARTS = {"what", "why", "instead", "ask"}


@pytest.mark.parametrize("app", ["rights", "support", "signals", "decisions"])
def test_every_refusal_of_the_app_says_what_why_what_else_and_whom_to_ask(app: str) -> None:
    calls = [
        (path.name, node.lineno, {keyword.arg for keyword in node.keywords})
        for path in (PACKAGE / "apps" / app).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal"
    ]
    assert calls
    assert [(name, line, _PARTS - parts) for name, line, parts in calls if not parts >= _PARTS] == []
