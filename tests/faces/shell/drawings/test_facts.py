"""Facts have words."""

from __future__ import annotations

import pytest

from waarborg.faces.shell.drawings.facts import fact, value


@pytest.mark.parametrize("path", ["person.born", "$.person.born", "interview.companion.state", "age.under.16"])
def test_a_fact_of_the_document_has_words_in_both_languages(path: str) -> None:
    assert fact(path).en != path
    assert fact(path).nl != path


def test_a_fact_without_words_is_shown_as_it_is_rather_than_hidden() -> None:
    assert fact("person.shoe_size").en == "person.shoe_size"


def test_unknown_is_not_said_as_no() -> None:
    assert value("unknown").en == "not known"
