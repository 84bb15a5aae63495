"""Signed notes: as others write them, and never believed when anything changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.engines.ledger.errors import Unproven
from waarborg.engines.ledger.notes import Note, Signer, Verifier, open_note, sign_note

#: The example in the documentation of Go's sumdb/note: made by another implementation.
GO_SECRET = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
GO_PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
GO_NOTE = (
    f"{GO_TEXT}\n— PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
OURS = Signer("waarborg.example/ledger", bytes(range(32)))
WITNESS = Signer("witness.example", bytes(range(1, 33)))
NOTE = sign_note("one\n\ntwo\n", OURS, WITNESS)


def test_a_note_is_written_as_go_writes_it() -> None:
    signer = Signer.parse(GO_SECRET)
    assert signer.verifier.text() == GO_PUBLIC
    assert sign_note(GO_TEXT, signer) == GO_NOTE


def test_a_note_of_go_is_opened() -> None:
    verifier = Verifier.parse(GO_PUBLIC)
    assert open_note(GO_NOTE.encode(), [verifier]) == Note(text=GO_TEXT, signed_by=(verifier,))


def test_keys_are_read_back_and_a_private_one_is_never_printed() -> None:
    signer = Signer.new("somebody")
    assert Signer.parse(signer.secret_text()) == signer
    assert Verifier.parse(signer.verifier.text()) == signer.verifier
    assert repr(signer) == "Signer(name='somebody')"


def test_signatures_of_strangers_are_passed_over() -> None:
    assert open_note(NOTE, [OURS.verifier]).signed_by == (OURS.verifier,)
    assert open_note(NOTE, [WITNESS.verifier, OURS.verifier]).signed_by == (OURS.verifier, WITNESS.verifier)


def test_a_note_that_only_strangers_signed_is_not_believed() -> None:
    with pytest.raises(Unproven, match="no known key"):
        open_note(NOTE, [Signer.new(OURS.name).verifier])


def test_one_false_signature_of_a_known_key_spoils_the_note() -> None:
    other = sign_note("other\n", OURS).splitlines(keepends=True)[-1]
    with pytest.raises(Unproven, match="does not fit"):
        open_note(sign_note("one\n", WITNESS) + other, [OURS.verifier, WITNESS.verifier])


@given(st.integers(0, 8 * len(NOTE.encode()) - 1))
def test_a_flipped_bit_anywhere_is_never_believed(bit: int) -> None:
    changed = bytearray(NOTE.encode())
    changed[bit // 8] ^= 1 << bit % 8
    try:
        opened = open_note(bytes(changed), [OURS.verifier, WITNESS.verifier])
    except Unproven:
        return
    # A bit in one signer's name or key id makes a stranger of that signer; the other still vouches for the same text.
    assert opened.text == "one\n\ntwo\n"
    assert len(opened.signed_by) == 1


@given(st.text() | st.binary())
def test_any_input_is_unproven(note: str | bytes) -> None:
    with pytest.raises(Unproven):
        open_note(note, [OURS.verifier])


@pytest.mark.parametrize(
    "note",
    [
        NOTE.removesuffix("\n"),
        NOTE + "\n",
        NOTE.replace("\n", "\r\n"),
        NOTE.replace("—", "-"),
        NOTE.replace("— ", "—"),
        NOTE.replace("one", "one\x00"),
        "one\n" + NOTE.split("\n\n")[-1],
        NOTE.replace("one", "one\ud800"),
        "x\n\n" + NOTE.split("\n\n")[-1].splitlines(keepends=True)[0] * 101,
        "x" * 1_000_001 + NOTE,
    ],
)
def test_another_shape_is_not_read(note: str) -> None:
    with pytest.raises(Unproven):
        open_note(note, [OURS.verifier, WITNESS.verifier])


@pytest.mark.parametrize("text", ["", "no newline", "bell\x07\n", "return\r\n", "half\ud800\n"])
def test_a_text_that_no_note_can_carry_is_not_signed(text: str) -> None:
    with pytest.raises(ValueError, match="expected a text"):
        sign_note(text, OURS)


def test_a_note_has_a_signer() -> None:
    with pytest.raises(ValueError, match="at least one signer"):
        sign_note("text\n")


@pytest.mark.parametrize("name", ["", "two words", "a+b", "tab\there", "line\nbreak", "non\u00a0breaking"])
def test_a_name_parts_no_fields(name: str) -> None:
    with pytest.raises(Unproven):
        Verifier(name, bytes(32))


@given(st.text())
def test_any_text_is_a_key_or_unproven(text: str) -> None:
    for parse in (Verifier.parse, Signer.parse):
        with pytest.raises(Unproven):
            parse(text)


@pytest.mark.parametrize(
    "text",
    [
        GO_PUBLIC.replace("c74f20a3", "c74f20a4"),
        GO_PUBLIC.replace("Peter", "Petra"),
        GO_PUBLIC[:-4],
        GO_PUBLIC + "\n",
        GO_SECRET,
        GO_PUBLIC.replace("ARpc", "AhpC"),
    ],
)
def test_a_published_key_that_was_changed_is_not_read(text: str) -> None:
    with pytest.raises(Unproven):
        Verifier.parse(text)


@pytest.mark.parametrize("text", [GO_PUBLIC, GO_SECRET[:-4], GO_SECRET.replace("c74f", "c74e"), GO_SECRET + " "])
def test_a_private_key_that_was_changed_is_not_read(text: str) -> None:
    with pytest.raises(Unproven):
        Signer.parse(text)
