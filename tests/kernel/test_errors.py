"""Refusals, unusable input and faults: what each says, and to whom."""

from __future__ import annotations

from waarborg.kernel.errors import Fault, Problem, Refusal, Unusable
from waarborg.kernel.texts import Text


def _text(word: str) -> Text:
    return Text(en=f"{word}.", nl=f"{word} nl.")


def test_a_refusal_says_its_parts_in_order_and_leaves_out_what_there_is_not() -> None:
    refusal = Refusal(code="x", what=_text("What"), why=_text("Why"), ask=_text("Whom"))
    assert refusal.text() == Text(en="What. Why. Whom.", nl="What nl. Why nl. Whom nl.")
    assert not refusal.on_record


def test_a_problem_is_one_line_with_where_what_and_what_instead() -> None:
    problem = Problem(path="$.person.born", found='"May"', expected="a date such as 2011-05-03")
    assert str(problem) == '$.person.born: found "May", expected a date such as 2011-05-03'


def test_what_was_found_is_cut_at_sixty_characters() -> None:
    kept = Problem(path="$", found="x" * 60, expected="less")
    cut = Problem(path="$", found="x" * 61, expected="less")
    assert str(kept) == f"$: found {'x' * 60}, expected less"
    assert str(cut) == f"$: found {'x' * 59}…, expected less"


def test_unusable_input_carries_every_problem_a_line_each() -> None:
    problems = [Problem(path=f"$.{name}", found="null", expected="a date") for name in "ab"]
    error = Unusable(problems)
    assert error.problems == tuple(problems)
    assert str(error).splitlines() == [str(problem) for problem in problems]


def test_a_fault_keeps_what_is_private_from_what_is_said() -> None:
    fault = Fault("the key file /x is gone")
    assert "key" in str(fault)
    assert fault.public == Fault.DEFAULT
    assert Fault("x", _text("Said")).public == _text("Said")
