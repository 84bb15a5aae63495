"""Texts: two languages that always travel together."""

from __future__ import annotations

import pytest

from waarborg.kernel.texts import Text

GREETING = Text(en="Good day, {name}", nl="Goedendag, {name}")


def test_a_placeholder_is_filled_in_both_languages() -> None:
    assert GREETING.fill(name="Yonas").both() == {"en": "Good day, Yonas", "nl": "Goedendag, Yonas"}


def test_a_text_in_a_text_is_said_in_its_own_language() -> None:
    filled = GREETING.fill(name=Text(en="officer", nl="officier"))
    assert filled == Text(en="Good day, officer", nl="Goedendag, officier")


def test_a_placeholder_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        GREETING.fill(other="Yonas")


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "ja"), ("nl-NL", "ja"), ("en", "yes"), ("en-GB", "yes"), ("ti", "yes"), ("nld", "yes")],
)
def test_whoever_reads_neither_language_reads_english(language: str, said: str) -> None:
    assert Text(en="yes", nl="ja").to(language) == said
