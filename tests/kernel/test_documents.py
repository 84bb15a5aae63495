"""JSON from outside: what is not JSON is refused whole, and what is odd in it travels to whoever checks it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.kernel.documents import Doubled, Odd, printable, read_json, shown
from waarborg.kernel.errors import Unusable


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"", "nothing"),
        (b" \n", "nothing"),
        (b"\xef\xbb\xbf{}", "a byte order mark"),
        (b'{"a": "\xff"}', "not UTF-8 at byte 7"),
        (b'{"a": 1', "broken JSON at line 1, column 8"),
        (b"{'a': 1}", "broken JSON"),
        (b"{} {}", "broken JSON"),
        (b"[" * 100_000, "nested too deep"),
    ],
)
def test_what_is_no_document_is_refused_with_what_was_found(raw: bytes, found: str) -> None:
    with pytest.raises(Unusable) as refusal:
        read_json(raw)
    (problem,) = refusal.value.problems
    assert problem.path == "$"
    assert found in problem.found


def test_a_refusal_of_broken_json_repeats_nothing_of_it() -> None:
    with pytest.raises(Unusable) as refusal:
        read_json(b'{"name": "Yonas" "born": 2011}')
    assert "Yonas" not in str(refusal.value)


def test_a_key_that_stands_twice_is_kept_to_be_named() -> None:
    value = read_json(b'{"a": 1, "b": 2, "a": 3}')
    assert isinstance(value, Doubled)
    assert value.doubled == ("a",)
    assert not isinstance(read_json(b'{"a": 1, "b": 2}'), Doubled)


@pytest.mark.parametrize("token", ["NaN", "Infinity", "-Infinity", "1.0", "1e3", "9" * 19, "9" * 9999])
def test_a_number_that_is_none_of_ours_is_odd_and_not_rounded(token: str) -> None:
    assert read_json(token.encode()) == Odd(token)


def test_a_whole_number_stays_a_number_and_true_stays_true() -> None:
    assert read_json(b"[17, -1, true, null]") == [17, -1, True, None]


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.builds(Odd, st.text()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(ANY_JSON)
def test_anything_is_shown_on_one_printable_line_of_sixty_characters(value: object) -> None:
    line = shown(value)
    assert len(line) <= 60
    assert line.isprintable()


def test_what_a_terminal_would_obey_is_shown_escaped() -> None:
    assert printable("a\x1b[2Jb\nc") == "a\\u001b[2Jb\\nc"
    assert printable("één") == "één"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**16), 10**16) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_plain_json_is_read_as_python_reads_it(value: object) -> None:
    assert read_json(json.dumps(value).encode()) == value


def test_a_value_of_any_size_and_depth_can_be_shown() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert shown(deep) == "[" * 59 + "…"
    assert len(shown({"a": "b" * 10_000_000})) == 60


@given(st.text(st.characters()))
def test_half_characters_are_shown_in_utf_8_too(text: str) -> None:
    assert shown(text).encode()
