"""A question and everything that belongs to it."""

from __future__ import annotations

import re

from django.template import engines

from tests.faces.shell.book.forms import Everything
from waarborg.faces.shell.tags import form as tags

_FIELD = "{% load shell %}{% field form.NAME ARGUMENTS %}"


def _field(name: str, arguments: str = "", form: Everything | None = None, **context: object) -> str:
    template = engines["django"].from_string(_FIELD.replace("NAME", name).replace("ARGUMENTS", arguments))
    return str(template.render({"form": form or Everything(), **context}))


def test_the_library_has_both_tags() -> None:
    assert set(tags.register.tags) == {"field", "error_summary", "form_id"}


def test_an_answer_is_bound_to_its_label_hint_and_reason() -> None:
    html = _field("name", 'why="So that they can speak to you."')
    assert '<label class="utrecht-form-label" for="id_name">' in html
    assert 'aria-describedby="id_name_why id_name_hint"' in html
    assert "So that they can speak to you." in html


def test_required_is_said_only_where_the_site_says_it() -> None:
    assert "(required)" not in _field("name")
    assert "(required)" in _field("name", mark_required=True)


def test_the_question_of_a_page_is_its_heading() -> None:
    assert re.search(r"<h1><label[^>]*>A name", _field("name", "heading=True"))
    assert re.search(r"<legend><h1>Is this door", _field("door", "heading=True"))


def test_an_answer_that_was_given_is_kept_beside_its_error() -> None:
    form = Everything({"day": "yesterday"})
    html = _field("day", form=form)
    assert 'value="yesterday"' in html
    assert 'aria-invalid="true"' in html


def test_what_was_typed_is_never_markup() -> None:
    html = _field("name", form=Everything({"name": '"><script>alert(1)</script>'}))
    assert "<script>" not in html
