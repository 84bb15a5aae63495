"""The container hides a size in its bucket, and is read back exactly or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.engines.sealing.errors import CannotOpen
from waarborg.engines.sealing.padding import bucket_of, pad, unpad

KIB = 1024
MIB = 1024 * KIB


@pytest.mark.parametrize(
    ("length", "bucket"),
    [
        (0, 4 * KIB),
        (4 * KIB - 8, 4 * KIB),
        (4 * KIB - 7, 16 * KIB),
        (16 * KIB - 8, 16 * KIB),
        (16 * KIB - 7, 64 * KIB),
        (64 * KIB - 7, 256 * KIB),
        (256 * KIB - 8, 256 * KIB),
        (256 * KIB - 7, MIB),
        (MIB - 8, MIB),
        (MIB - 7, 2 * MIB),
        (7 * MIB - 8, 7 * MIB),
        (7 * MIB, 8 * MIB),
    ],
)
def test_every_size_has_its_bucket(length: int, bucket: int) -> None:
    assert bucket_of(length) == bucket
    assert len(pad(bytes(length))) == bucket


@given(st.binary(max_size=9000))
def test_a_payload_comes_out_as_it_went_in(payload: bytes) -> None:
    assert unpad(pad(payload)) == payload


@given(st.binary(max_size=200))
def test_the_container_is_length_payload_and_zeros(payload: bytes) -> None:
    assert pad(payload) == (len(payload).to_bytes(8) + payload).ljust(4096, b"\x00")


@given(st.binary(max_size=200))
def test_any_bytes_are_no_container(forged: bytes) -> None:
    with pytest.raises(CannotOpen):
        unpad(forged)


@pytest.mark.parametrize(
    "container",
    [
        b"",
        pad(b"x")[:-1],
        pad(b"x") + b"\x00",
        pad(b"x")[:-1] + b"\x01",
        (2**64 - 1).to_bytes(8) + bytes(4088),
        (4089).to_bytes(8) + bytes(4088),
        (1).to_bytes(8) + b"x" + bytes(16 * KIB - 9),
    ],
)
def test_a_container_that_is_not_exact_is_refused(container: bytes) -> None:
    with pytest.raises(CannotOpen, match="no container"):
        unpad(container)
