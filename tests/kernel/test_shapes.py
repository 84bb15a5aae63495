"""Shapes: what is absent stays absent, and all that is wrong is said, not only the first thing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.kernel.documents import Doubled, Json, read_json
from waarborg.kernel.errors import Problem
from waarborg.kernel.shapes import (
    Check,
    as_json,
    as_one_line,
    day,
    filled,
    flag,
    list_of,
    one_of,
    path_to,
    plain,
    record,
    set_of,
    whole,
    words,
)

PERSON = record(
    "a person",
    {"on": day},
    child=flag,
    count=whole,
    doubt=one_of(["yes", "no"]),
    reason=filled,
    topics=set_of(filled, "topics"),
    order=list_of(whole, "numbers"),
    rest=plain(dict, "an object"),
)


def _check(check: Check, value: Json) -> tuple[object, list[str]]:
    problems: list[Problem] = []
    return check(value, "$", problems), [as_one_line(problem) for problem in problems]


def _document(text: str) -> tuple[object, list[str]]:
    return _check(PERSON, read_json(text.encode()))


def test_a_document_comes_out_in_our_terms() -> None:
    value, problems = _document(
        '{"on": "2026-12-01", "child": false, "topics": ["a", "a", "b"], "order": [2, 1, 2], "rest": {"x": [1]}}'
    )
    assert problems == []
    assert value == {
        "on": date(2026, 12, 1).toordinal(),
        "child": False,
        "topics": {"a", "b"},
        "order": (2, 1, 2),
        "rest": {"x": [1]},
    }


def test_null_is_absent_and_never_no() -> None:
    value, problems = _document('{"on": "2026-12-01", "child": null, "doubt": null, "topics": null}')
    assert problems == []
    assert value == {"on": date(2026, 12, 1).toordinal()}


def test_every_problem_is_listed_with_its_place() -> None:
    _, problems = _document('{"child": 1, "count": true, "topics": ["a", 3], "odd key": 1, "doubt": "maybe"}')
    places = [problem.partition(":")[0] for problem in problems]
    assert sorted(places) == ["$.child", "$.count", "$.doubt", "$.on", "$.topics[1]", '$["odd key"]']


def test_a_required_key_that_is_null_is_missing() -> None:
    assert _document('{"on": null}')[1] == ["$.on: found null, expected a value"]


@pytest.mark.parametrize(
    "text", ["2026-2-1", "2026-02-30", "20260201", "2026-02-01T00:00", "\uff12026-02-01", "2026-W01-1", ""]
)
def test_a_day_is_written_in_one_way(text: str) -> None:
    found, problems = _check(day, text)
    assert found is None
    assert len(problems) == 1


@pytest.mark.parametrize("value", [True, -1, "1", None, [1]])
def test_only_a_number_is_a_number(value: Json) -> None:
    assert len(_check(whole, value)[1]) == 1


@pytest.mark.parametrize("value", [0, 1, "true", None])
def test_only_true_and_false_are_true_and_false(value: Json) -> None:
    assert len(_check(flag, value)[1]) == 1


@pytest.mark.parametrize("value", ["", "  ", "\n", "\ud800", 3])
def test_a_text_that_says_nothing_is_no_text(value: Json) -> None:
    assert len(_check(filled, value)[1]) == 1


def test_a_key_that_stands_twice_is_a_problem_at_any_depth() -> None:
    assert _document('{"on": "2026-12-01", "child": true, "child": false}')[1] == [
        "$.child: found this key more than once, expected it once"
    ]
    assert _document('{"on": "2026-12-01", "rest": {"x": [{"a": 1, "a": 2}]}}')[1] == [
        "$.rest: found a key more than once, expected every key once"
    ]


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (one_of(["a"]), ["a"]),
        (one_of(["a"]), "A"),
        (set_of(words, "texts"), "ab"),
        (list_of(whole, "numbers"), {}),
        (plain(list, "a list"), {}),
        (plain(list, "a list"), [{"a": Doubled([("b", 1), ("b", 1)])}]),
        (words, "\udc80"),
        (PERSON, []),
        (PERSON, "a person"),
    ],
)
def test_what_has_another_shape_is_one_problem(check: Check, value: Json) -> None:
    found, problems = _check(check, value)
    assert found is None
    assert len(problems) == 1


@given(st.text(st.characters()), st.text(st.characters()))
def test_a_problem_is_one_line_whatever_stood_there(key: str, value: str) -> None:
    problems: list[Problem] = []
    PERSON({"on": value, key: value}, "$", problems)
    for problem in problems:
        assert as_one_line(problem).isprintable()
        assert set(as_json(problem)) == {"path", "found", "expected"}


def test_a_path_says_odd_keys_in_brackets() -> None:
    assert path_to("$", "person") == "$.person"
    assert path_to("$.person", "a.b") == '$.person["a.b"]'
