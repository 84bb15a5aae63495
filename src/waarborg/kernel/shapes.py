"""The shapes that documents from outside must have; a check gives the value in our terms or says all that is wrong.

Invariants: a fact that is absent or null comes out as absent, never as no; unknown keys are problems; true and false
are no numbers; every problem is listed, not only the first. A check is a function, so that documents are checked fast.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final

from waarborg.kernel.documents import Doubled, Json, printable, shown
from waarborg.kernel.errors import Problem

#: Takes a value, its path and the list of problems; gives the value in our terms, None where there was a problem.
type Check = Callable[[Json, str, list[Problem]], Any]

_PLAIN_KEY: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def wrong(problems: list[Problem], path: str, value: Json, expected: str) -> None:
    """Add the problem that at ``path`` stands ``value``."""
    problems.append(Problem(path=path, found=shown(value), expected=expected))


def path_to(path: str, key: str) -> str:
    """The path of ``key`` in the object at ``path``: ``$.person``, or ``$["odd key"]``."""
    if _PLAIN_KEY.fullmatch(key):
        return f"{path}.{key}"
    return f"{path}[{shown(key)}]"


def flag(value: Json, path: str, problems: list[Problem]) -> bool | None:
    """True or false."""
    if value is True or value is False:
        return bool(value)
    wrong(problems, path, value, "true or false")
    return None


def day(value: Json, path: str, problems: list[Problem]) -> int | None:
    """A day written ``YYYY-MM-DD`` and nothing else, as an ordinal."""
    if type(value) is str and len(value) == 10 and value[4] == value[7] == "-" and value.isascii():  # noqa: PLR2004
        try:
            return date.fromisoformat(value).toordinal()
        except ValueError:
            pass
    wrong(problems, path, value, "a day of the calendar as YYYY-MM-DD")
    return None


def words(value: Json, path: str, problems: list[Problem]) -> str | None:
    """Any text that can be written in UTF-8."""
    if type(value) is str:
        if value.isascii():
            return value
        try:
            value.encode()
        except UnicodeEncodeError:
            wrong(problems, path, value, "text without half characters (lone surrogates)")
            return None
        return value
    wrong(problems, path, value, "text")
    return None


def filled(value: Json, path: str, problems: list[Problem]) -> str | None:
    """Text that is not blank."""
    text = words(value, path, problems)
    if text is None or text.strip():
        return text
    wrong(problems, path, value, "text that is not blank")
    return None


def whole(value: Json, path: str, problems: list[Problem]) -> int | None:
    """A whole number from 0 up."""
    if type(value) is int and value >= 0:
        return value
    wrong(problems, path, value, "a whole number from 0 up")
    return None


def one_of(choices: Iterable[str]) -> Check:
    """One of ``choices``, as it is written."""
    allowed = frozenset(choices)
    expected = "one of " + ", ".join(choices)

    def check(value: Json, path: str, problems: list[Problem]) -> str | None:
        if type(value) is str and value in allowed:
            return value
        wrong(problems, path, value, expected)
        return None

    return check


def set_of(each: Check, what: str) -> Check:
    """A list in which order and repeats mean nothing, as a frozenset."""

    def check(value: Json, path: str, problems: list[Problem]) -> frozenset[Any] | None:
        if type(value) is not list:
            wrong(problems, path, value, f"a list of {what}")
            return None
        before = len(problems)
        found = [each(item, f"{path}[{at}]", problems) for at, item in enumerate(value)]
        return frozenset(found) if len(problems) == before else None

    return check


def list_of(each: Check, what: str) -> Check:
    """A list, as a tuple in its order."""

    def check(value: Json, path: str, problems: list[Problem]) -> tuple[Any, ...] | None:
        if type(value) is not list:
            wrong(problems, path, value, f"a list of {what}")
            return None
        return tuple([each(item, f"{path}[{at}]", problems) for at, item in enumerate(value)])

    return check


def record(what: str, required: dict[str, Check] | None = None, **optional: Check) -> Check:
    """An object with these keys and no others, as a dict without what is absent or null.

    Args:
        what: what it is called where something else stands in its place.
        required: the keys that must be there and not null.
        optional: the keys that may be absent or null.
    """
    required = required or {}
    checks = {**required, **optional}
    expected_key = "one of the keys " + ", ".join(checks)

    def check(value: Json, path: str, problems: list[Problem]) -> dict[str, Any] | None:
        if type(value) is not dict and not isinstance(value, Doubled):
            wrong(problems, path, value, what)
            return None
        if isinstance(value, Doubled):
            problems.extend(
                Problem(path=path_to(path, key), found="this key more than once", expected="it once")
                for key in value.doubled
            )
        found = {}
        for key, item in value.items():
            inner = checks.get(key)
            if inner is None:
                problems.append(Problem(path=path_to(path, key), found=f"the key {shown(key)}", expected=expected_key))
            elif item is not None:
                found[key] = inner(item, f"{path}.{key}", problems)
            elif key in required:
                wrong(problems, f"{path}.{key}", None, "a value")
        problems.extend(
            Problem(path=f"{path}.{key}", found="nothing", expected="this key") for key in required if key not in value
        )
        return found

    return check


def plain(kind: type, what: str) -> Check:
    """A value of ``kind`` of which only this is known, taken as it is; in no object in it a key stands twice."""

    def check(value: Json, path: str, problems: list[Problem]) -> Json:
        if not isinstance(value, kind):
            wrong(problems, path, value, what)
            return None
        inside = [value]
        while inside:
            item = inside.pop()
            if isinstance(item, Doubled):
                problems.append(Problem(path=path, found="a key more than once", expected="every key once"))
                return None
            inside.extend(item.values() if isinstance(item, dict) else item if isinstance(item, list) else ())
        return value

    return check


def as_json(problem: Problem) -> dict[str, str]:
    """The problem as a stream of answers holds it: ``path``, ``found``, ``expected``."""
    return {"path": problem.path, "found": problem.found, "expected": problem.expected}


def as_one_line(problem: Problem) -> str:
    """The problem on one line that any terminal can show."""
    return printable(str(problem))
