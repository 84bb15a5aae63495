"""Age files that stream in and are read from the middle, held against another implementation."""

from __future__ import annotations

import hashlib
import io

import pyrage  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.engines.sealing.age import Identity
from waarborg.engines.sealing.errors import CannotOpen
from waarborg.engines.sealing.recordings import SealedReader, seal_stream

IDENTITY = Identity.new()
#: Around the borders of the format's chunks.
SIZES = st.sampled_from([0, 1, 65_535, 65_536, 65_537, 131_072, 140_000])


def sealed(content: bytes, identity: Identity = IDENTITY) -> io.BytesIO:
    target = io.BytesIO()
    seal_stream(io.BytesIO(content), target, to=identity.recipient)
    return target


@given(SIZES, st.integers(0, 150_000), st.integers(0, 70_000))
def test_any_part_reads_as_it_was_sealed(size: int, at: int, length: int) -> None:
    content = hashlib.shake_256(size.to_bytes(4)).digest(size)
    reader = io.BufferedReader(SealedReader(sealed(content), IDENTITY))
    reader.seek(at)
    assert reader.read(length) == content[at : at + length]
    assert reader.seek(0, io.SEEK_END) == size
    reader.seek(-min(size, 7), io.SEEK_CUR)
    assert reader.read() == content[size - min(size, 7) :]


def test_other_tools_open_what_we_seal() -> None:
    file = sealed(b"from here to there")
    theirs = pyrage.x25519.Identity.from_str(IDENTITY.secret_text)
    assert pyrage.decrypt(file.getvalue(), [theirs]) == b"from here to there"


# Headers differ in length from one sealing to the next, so a place is drawn as a number that is then wrapped.
@given(st.integers(0, 2**40), st.sampled_from([0, 100, 65_536, 66_000]))
def test_a_changed_bit_never_gives_a_byte_more_than_was_sealed(place: int, size: int) -> None:
    file = bytearray(sealed(bytes(size)).getvalue())
    place %= len(file) * 8
    file[place // 8] ^= 1 << place % 8
    with pytest.raises(CannotOpen):
        io.BufferedReader(SealedReader(io.BytesIO(bytes(file)), IDENTITY)).read()


@given(st.integers(0, 2**40))
def test_a_cut_file_does_not_open_as_a_shorter_one(length: int) -> None:
    file = sealed(bytes(140_000)).getvalue()
    with pytest.raises(CannotOpen):
        SealedReader(io.BytesIO(file[: length % len(file)]), IDENTITY)


def test_another_key_opens_nothing() -> None:
    with pytest.raises(CannotOpen):
        SealedReader(sealed(b"hers"), Identity.new())


def test_what_goes_wrong_with_the_source_is_said_as_it_was() -> None:
    class Broken:
        def read(self, size: int = -1, /) -> bytes:
            message = f"the cable was pulled before {size}"
            raise TimeoutError(message)

    with pytest.raises(TimeoutError, match="the cable was pulled"):
        seal_stream(Broken(), io.BytesIO(), to=IDENTITY.recipient)


def test_nobody_seeks_before_the_beginning() -> None:
    with pytest.raises(ValueError, match="expected 0 or more"):
        SealedReader(sealed(b"a"), IDENTITY).seek(-1)
