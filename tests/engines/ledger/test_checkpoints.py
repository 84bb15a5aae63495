"""Checkpoints: read in one way only, believed under the ledger's own key only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.engines.ledger.checkpoints import Checkpoint, open_checkpoint, sign_checkpoint
from waarborg.engines.ledger.errors import Unproven
from waarborg.engines.ledger.merkle import EMPTY_ROOT
from waarborg.engines.ledger.notes import Signer, sign_note

LEDGER = Signer("waarborg.example/ledger", bytes(range(32)))
WITNESS = Signer("witness.example", bytes(range(1, 33)))
CHECKPOINT = Checkpoint(origin=LEDGER.name, size=12, root=EMPTY_ROOT)
ROOT_TEXT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

lines = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1)
checkpoints = st.builds(
    Checkpoint,
    origin=st.just(LEDGER.name),
    size=st.integers(0, 2**62),
    root=st.binary(min_size=32, max_size=32),
    extensions=st.lists(lines, max_size=3).map(tuple),
)


def test_a_checkpoint_is_written_as_the_specification_says() -> None:
    assert CHECKPOINT.text() == f"waarborg.example/ledger\n12\n{ROOT_TEXT}\n"


@given(checkpoints)
def test_a_signed_checkpoint_is_read_back(checkpoint: Checkpoint) -> None:
    note = sign_checkpoint(checkpoint, LEDGER, WITNESS)
    assert open_checkpoint(note, origin=LEDGER.name, verifiers=[LEDGER.verifier]) == checkpoint


@given(st.integers(0, 8 * 200))
def test_a_flipped_bit_is_never_believed(bit: int) -> None:
    note = bytearray(sign_checkpoint(CHECKPOINT, LEDGER).encode())
    note[bit // 8 % len(note)] ^= 1 << bit % 8
    with pytest.raises(Unproven):
        open_checkpoint(bytes(note), origin=LEDGER.name, verifiers=[LEDGER.verifier])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        f"{LEDGER.name}\n12\n",
        f"{LEDGER.name}\n012\n{ROOT_TEXT}\n",
        f"{LEDGER.name}\n-1\n{ROOT_TEXT}\n",
        f"{LEDGER.name}\n+1\n{ROOT_TEXT}\n",
        f"{LEDGER.name}\n1_0\n{ROOT_TEXT}\n",
        f"{LEDGER.name}\n\u0661\u0662\n{ROOT_TEXT}\n",
        f"{LEDGER.name}\n12\n{ROOT_TEXT}",
        f"{LEDGER.name}\n12\n{ROOT_TEXT} \n",
        f"{LEDGER.name}\n12\n{ROOT_TEXT[:-2]}V=\n",
        f"{LEDGER.name}\n12\nAAAA\n",
        f"{LEDGER.name}\n12\n{ROOT_TEXT}\n\n",
        f"\n12\n{ROOT_TEXT}\n",
        f"{LEDGER.name}\n{'9' * 5000}\n{ROOT_TEXT}\n",
    ],
)
def test_other_lines_are_no_checkpoint(text: str) -> None:
    with pytest.raises(Unproven, match="expected a name"):
        Checkpoint.parse(text)


@given(st.text())
def test_any_text_is_no_checkpoint(text: str) -> None:
    with pytest.raises(Unproven):
        Checkpoint.parse(text)


def test_a_witness_alone_does_not_make_a_checkpoint() -> None:
    note = sign_note(CHECKPOINT.text(), WITNESS)
    with pytest.raises(Unproven, match="its own key"):
        open_checkpoint(note, origin=LEDGER.name, verifiers=[LEDGER.verifier, WITNESS.verifier])
    with pytest.raises(ValueError, match="among the signers"):
        sign_checkpoint(CHECKPOINT, WITNESS)


def test_another_ledgers_checkpoint_is_not_taken_for_ours() -> None:
    theirs = Signer.new("elsewhere.example/ledger")
    note = sign_checkpoint(Checkpoint(origin=theirs.name, size=1, root=EMPTY_ROOT), theirs)
    with pytest.raises(Unproven, match="elsewhere"):
        open_checkpoint(note, origin=LEDGER.name, verifiers=[LEDGER.verifier, theirs.verifier])


@pytest.mark.parametrize("extensions", [("",), ("two\nlines",), ("one\n",)])
def test_what_could_not_be_read_back_is_not_signed(extensions: tuple[str, ...]) -> None:
    checkpoint = Checkpoint(origin=LEDGER.name, size=1, root=EMPTY_ROOT, extensions=extensions)
    with pytest.raises((ValueError, Unproven)):
        sign_checkpoint(checkpoint, LEDGER)
