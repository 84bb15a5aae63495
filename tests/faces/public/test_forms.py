"""The questions: each says why it is asked, and none is cut off or demanded by the browser."""

from __future__ import annotations

import pytest

from waarborg.faces.public.forms import About, Danger, Question, Tell, Who


@pytest.mark.parametrize("form", [Danger, About, Who, Tell])
def test_no_question_is_asked_without_saying_why(form: type[Question]) -> None:
    for name, field in form().fields.items():
        assert str(getattr(field, "why", "")), f"{form.__name__}.{name}"


@pytest.mark.parametrize("form", [Danger, About, Who, Tell])
def test_the_browser_neither_demands_an_answer_nor_cuts_one_off(form: type[Question]) -> None:
    html = str(form())
    assert " required" not in html
    assert "maxlength" not in html


def test_a_text_at_its_limit_fits_and_one_more_does_not() -> None:
    assert Tell(data={"text": "x" * 50_000}).is_valid()
    assert not Tell(data={"text": "x" * 50_001}).is_valid()
