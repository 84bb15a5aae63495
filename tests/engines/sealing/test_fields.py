"""Sealed fields open in their own place with their own key, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from waarborg.engines.sealing.errors import CannotOpen, NotAKey
from waarborg.engines.sealing.fields import FieldKey, Label, WrappingKey
from waarborg.kernel.errors import Unusable

KEY = FieldKey(bytes(range(32)))
WRAPPING = WrappingKey(bytes(range(1, 33)))
LABEL = Label(scope="case_a", row="person_b", field="name")
texts = st.text(st.characters(codec="utf-8"))
labels = st.builds(Label, scope=st.text(), row=st.text(), field=st.text())


@given(texts, labels)
def test_a_text_is_opened_as_it_was(text: str, label: Label) -> None:
    sealed = KEY.seal(text, label)
    assert KEY.open(sealed, label) == text
    assert KEY.open(memoryview(sealed), label) == text


@given(texts, labels, labels)
def test_a_text_opens_in_no_other_place(text: str, label: Label, other: Label) -> None:
    assume(label != other)
    with pytest.raises(CannotOpen):
        KEY.open(KEY.seal(text, label), other)


def test_places_whose_parts_run_together_are_still_two() -> None:
    sealed = KEY.seal("x", Label(scope="ab", row="c", field="d"))
    for other in (Label(scope="a", row="bc", field="d"), Label(scope="ab", row="cd", field="")):
        with pytest.raises(CannotOpen):
            KEY.open(sealed, other)


@given(texts, st.data())
def test_a_flipped_bit_anywhere_does_not_open(text: str, data: st.DataObject) -> None:
    sealed = bytearray(KEY.seal(text, LABEL))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(CannotOpen):
        KEY.open(bytes(sealed), LABEL)


@given(st.integers(0, 60))
def test_a_cut_text_does_not_open(length: int) -> None:
    with pytest.raises(CannotOpen):
        KEY.open(KEY.seal("a name", LABEL)[:length], LABEL)


@given(st.binary(max_size=200))
def test_any_bytes_do_not_open(forged: bytes) -> None:
    for opening in (KEY.open, WRAPPING.unwrap):
        with pytest.raises(CannotOpen):
            opening(forged, LABEL)
        with pytest.raises(CannotOpen):
            opening(b"\x01" + forged, LABEL)


def test_another_key_does_not_open() -> None:
    with pytest.raises(CannotOpen):
        FieldKey.new().open(KEY.seal("a name", LABEL), LABEL)


def test_the_same_text_is_never_sealed_alike() -> None:
    assert KEY.seal("yes", LABEL) != KEY.seal("yes", LABEL)


def test_a_yes_and_a_no_cannot_be_told_apart_by_length() -> None:
    lengths = {len(KEY.seal(text, LABEL)) for text in ("", "no", "yes", "unknown", "x" * 31)}
    assert lengths == {1 + 12 + 32 + 16}
    assert len(KEY.seal("x" * 32, LABEL)) == 1 + 12 + 64 + 16


def test_half_a_surrogate_pair_is_refused_without_repeating_the_text() -> None:
    with pytest.raises(Unusable) as refused:
        KEY.seal("Ivanka\ud800", LABEL)
    assert str(refused.value) == "$.name: found half a surrogate pair at character 6, expected text"


@given(labels)
def test_a_key_is_unwrapped_as_it_was_in_its_own_row_only(label: Label) -> None:
    key = FieldKey.new()
    wrapped = WRAPPING.wrap(key, label)
    assert WRAPPING.unwrap(wrapped, label) == key
    assert len(wrapped) == 1 + 12 + 32 + 16
    assume(label != LABEL)
    with pytest.raises(CannotOpen):
        WRAPPING.unwrap(wrapped, LABEL)


@given(st.integers(0, 8 * 61 - 1))
def test_a_wrapped_key_with_a_flipped_bit_does_not_open(bit: int) -> None:
    wrapped = bytearray(WRAPPING.wrap(KEY, LABEL))
    wrapped[bit // 8] ^= 1 << bit % 8
    with pytest.raises(CannotOpen):
        WRAPPING.unwrap(bytes(wrapped), LABEL)


def test_a_wrapped_key_is_no_field_and_a_field_no_wrapped_key() -> None:
    same = bytes(range(32))
    with pytest.raises(CannotOpen):
        FieldKey(same).open(WrappingKey(same).wrap(KEY, LABEL), LABEL)
    with pytest.raises(CannotOpen):
        WrappingKey(same).unwrap(FieldKey(same).seal("x" * 31, LABEL), LABEL)


def test_a_wrapping_key_is_read_back_from_its_line() -> None:
    key = WrappingKey.new()
    assert WrappingKey.parse(key.secret_text() + "\n") == key


@given(st.text())
def test_any_text_is_no_wrapping_key(text: str) -> None:
    for line in (text, f"WAARBORG-WRAPPING-KEY-1:{text}"):
        with pytest.raises(NotAKey):
            WrappingKey.parse(line)


@pytest.mark.parametrize("key", [b"", bytes(16), bytes(31), bytes(33)])
def test_a_key_has_32_bytes(key: bytes) -> None:
    for kind in (FieldKey, WrappingKey):
        with pytest.raises(NotAKey, match="expected a key of 32"):
            kind(key)


def test_printing_a_key_shows_nothing() -> None:
    assert repr(KEY) == str(KEY) == "FieldKey()"
    assert repr(WRAPPING) == "WrappingKey()"


def test_whoever_cannot_open_is_told_so_in_both_languages() -> None:
    with pytest.raises(CannotOpen) as refused:
        KEY.open(b"", LABEL)
    assert refused.value.public.nl.startswith("Deze sleutel past niet.")
    assert refused.value.public.en.startswith("This key does not open this.")
