"""What cannot be undone takes a typed word, in either language."""

from __future__ import annotations

import pytest

from waarborg.faces.public.mailbox_forms import Delete, LastFour


@pytest.mark.parametrize(
    ("word", "goes"),
    [("delete", True), ("WISSEN", True), (" “delete”. ", True), ("", False), ("yes", False), ("delete it", False)],
)
def test_deleting_takes_the_word_itself(word: str, goes: bool) -> None:
    assert Delete(data={"word": word}).is_valid() is goes


def test_checking_the_end_of_a_code_demands_nothing() -> None:
    assert LastFour(data={}).is_valid()
