"""Bech32 as BIP 173 defines it, and as age reads it."""

from __future__ import annotations

import pyrage  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from waarborg.engines.sealing.bech32 import encode


def test_the_vector_of_the_standard() -> None:
    data = bytes.fromhex("00443214c74254b635cf84653a56d7c675be77df")
    assert encode("abcdef", data) == "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"


def test_nothing_has_a_checksum_too() -> None:
    assert encode("a", b"") == "a12uel5l"


@given(st.binary(min_size=32, max_size=32))
def test_age_reads_what_was_written(seed: bytes) -> None:
    text = encode("age-secret-key-", seed).upper()
    assert str(pyrage.x25519.Identity.from_str(text)) == text
