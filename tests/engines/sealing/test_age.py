"""Files open for those to whom they were sealed, whole, or not at all."""

from __future__ import annotations

import pyrage  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waarborg.engines.sealing.age import Identity, Recipient, seal, unseal
from waarborg.engines.sealing.errors import CannotOpen, CannotSeal, NotAKey

ANNA, BO, EVE = Identity.new(), Identity.new(), Identity.new()
SEALED = seal(b"what I saw", to=[ANNA.recipient, BO.recipient])


def end_of_header(sealed: bytes) -> int:
    """Where the line with the header's MAC ends."""
    return sealed.index(b"\n", sealed.index(b"\n--- ") + 1) + 1


@given(st.binary(max_size=5000))
def test_each_recipient_opens_alone(payload: bytes) -> None:
    sealed = seal(payload, to=[ANNA.recipient, BO.recipient])
    assert unseal(sealed, identities=[ANNA]) == payload
    assert unseal(memoryview(sealed), identities=[EVE, BO]) == payload


def test_nobody_else_opens() -> None:
    for identities in ([EVE], []):
        with pytest.raises(CannotOpen):
            unseal(SEALED, identities=identities)


def test_a_report_of_a_line_and_one_of_a_page_weigh_the_same() -> None:
    sealed = [seal(payload, to=[ANNA.recipient]) for payload in (b"", b"Help.", b"x" * 4000)]
    # The header has a random length by itself, which tells nothing: only what follows it depends on the payload.
    assert len({len(each) - end_of_header(each) for each in sealed}) == 1


def test_a_recipient_named_twice_counts_once() -> None:
    twice = seal(b"x", to=[ANNA.recipient, ANNA.recipient])
    assert twice.count(b"\n-> X25519 ") == 1


def test_nothing_is_sealed_to_nobody() -> None:
    with pytest.raises(CannotSeal, match="at least one"):
        seal(b"x", to=[])


@settings(max_examples=300)
@given(st.integers(0, 8 * len(SEALED) - 1))
def test_a_flipped_bit_anywhere_does_not_open(bit: int) -> None:
    changed = bytearray(SEALED)
    changed[bit // 8] ^= 1 << bit % 8
    # A bit in one recipient's part still breaks the header's MAC.
    for identity in (ANNA, BO):
        with pytest.raises(CannotOpen):
            unseal(bytes(changed), identities=[identity])


def test_every_bit_of_the_header_counts() -> None:
    for bit in range(8 * end_of_header(SEALED)):
        changed = bytearray(SEALED)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(CannotOpen):
            unseal(bytes(changed), identities=[ANNA])


@given(st.integers(0, len(SEALED) - 1))
def test_a_cut_file_does_not_open(length: int) -> None:
    with pytest.raises(CannotOpen):
        unseal(SEALED[:length], identities=[ANNA])


@given(st.binary(max_size=300))
def test_any_bytes_do_not_open(forged: bytes) -> None:
    for file in (forged, b"age-encryption.org/v1\n-> " + forged, SEALED + forged + b"x"):
        with pytest.raises(CannotOpen):
            unseal(file, identities=[ANNA])


def test_an_age_file_without_our_container_is_refused() -> None:
    plain = pyrage.encrypt(b"plain", [pyrage.x25519.Recipient.from_str(ANNA.recipient.text)])
    with pytest.raises(CannotOpen, match="no container"):
        unseal(plain, identities=[ANNA])


def test_what_cannot_be_opened_is_told_in_one_line() -> None:
    with pytest.raises(CannotOpen) as refused:
        unseal(b"age-encryption.org/v9\n", identities=[ANNA])
    assert "\n" not in str(refused.value)


def test_keys_are_read_back_and_a_private_one_is_never_printed() -> None:
    assert Identity.parse(f" {ANNA.secret_text}\n") == ANNA
    assert Recipient.parse(f" {ANNA.recipient.text}\n") == ANNA.recipient
    assert "SECRET" not in repr(ANNA)


@given(st.text())
def test_any_text_is_no_key(text: str) -> None:
    for line in (text, f"age1{text}", f"AGE-SECRET-KEY-1{text}"):
        with pytest.raises(NotAKey):
            Recipient.parse(line)
        with pytest.raises(NotAKey):
            Identity.parse(line)


@pytest.mark.parametrize("text", ["age1pq1" + "q" * 60, "AGE-SECRET-KEY-PQ-1" + "Q" * 60])
def test_a_post_quantum_key_is_named_and_refused(text: str) -> None:
    for parse in (Recipient.parse, Identity.parse):
        with pytest.raises(NotAKey, match="post-quantum"):
            parse(text)


def test_a_refused_key_is_not_repeated() -> None:
    with pytest.raises(NotAKey) as refused:
        Identity.parse(ANNA.secret_text[:-1])
    assert "AGE-SECRET-KEY-1" + ANNA.secret_text[16:30] not in str(refused.value)
