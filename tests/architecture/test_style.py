"""The house style, as far as a machine can see it and ruff does not."""

from __future__ import annotations

import ast
import re
import sys

import pytest

from tests.architecture.source import Function, Module, modules

_VAGUE = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"}


def _first_paragraph(module: Module) -> str:
    return (ast.get_docstring(module.tree) or "").partition("\n\n")[0].replace("\n", " ")


def test_every_module_opens_with_one_sentence_on_what_it_is_for() -> None:
    # A full stop inside the sentence belongs to a name or a number, and no capital follows it.
    sentence = re.compile(r"\S(?:(?![.!?] [A-Z]).)*\.")
    assert [module.name for module in modules() if not sentence.fullmatch(_first_paragraph(module))] == []


def _public(module: Module) -> list[Function]:
    """The functions of a module, and the methods of its public classes, that others may call."""
    nodes = [node for node in ast.walk(module.tree) if isinstance(node, ast.Module | ast.ClassDef)]
    bodies = [node for node in nodes if not getattr(node, "name", "").startswith("_")]
    return [
        node
        for body in bodies
        for node in body.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if not node.name.startswith("_") and not {"override", "overload"} & _decorators(node)
    ]


def _decorators(function: Function) -> set[str]:
    return {ast.unparse(decorator).rpartition(".")[2] for decorator in function.decorator_list}


def test_every_public_function_says_what_it_does() -> None:
    silent = [
        f"{module.name}: {function.name}"
        for module in modules()
        for function in _public(module)
        if not ast.get_docstring(function)
    ]
    assert silent == []


def test_nothing_is_imported_inside_a_function() -> None:
    hidden = {
        f"{module.name}: {function.name}"
        for module in modules()
        for function in module.functions()
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert hidden == set()


@pytest.mark.parametrize("name", ["TYPE_CHECKING", "django.contrib.admin"])
def test_no_module_speaks_of(name: str) -> None:
    assert [module.name for module in modules() if name in module.text] == []


def test_modules_are_named_for_what_they_do() -> None:
    assert [module.name for module in modules() if _VAGUE & set(module.path.with_suffix("").parts)] == []


def test_the_kernel_stands_on_the_standard_library_alone() -> None:
    kernel = [module for module in modules() if module.name.startswith("kernel/")]
    allowed = {"waarborg.kernel"} | sys.stdlib_module_names
    foreign = {
        f"{module.name}: {name}"
        for module in kernel
        for name in module.imported()
        if name.partition(".")[0] not in allowed and not name.startswith("waarborg.kernel")
    }
    assert kernel
    assert foreign == set()
