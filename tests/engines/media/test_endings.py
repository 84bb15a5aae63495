"""The walks through boxes, on boxes written by hand."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.engines.media.endings import reaches_its_end

EBML = bytes.fromhex("1a45dfa3") + b"\x82xx"
OPEN_SEGMENT = bytes.fromhex("18538067") + b"\x01" + b"\xff" * 7
OPEN_CLUSTER = bytes.fromhex("1f43b675") + b"\xff"
BLOCK = b"\xa3\x84abcd"


def box(name: bytes, content: bytes) -> bytes:
    return (8 + len(content)).to_bytes(4) + name + content


def page(flags: int, stream: int, content: bytes) -> bytes:
    head = b"OggS\x00" + bytes([flags]) + bytes(8) + stream.to_bytes(4, "little") + bytes(8)
    return head + bytes([1, len(content)]) + content


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        (b"RIFF" + (20).to_bytes(4, "little") + bytes(20), True),
        (b"RIFF" + (20).to_bytes(4, "little") + bytes(19), False),
        (b"RIFF" + b"\xff" * 4 + bytes(20), None),
        (b"RIFF" + bytes(4) + bytes(20), None),
        (box(b"ftyp", b"isom") + box(b"moov", b"x") + box(b"mdat", b"abc"), True),
        (box(b"ftyp", b"isom") + box(b"mdat", b"abc"), False),
        (box(b"ftyp", b"isom") + box(b"moov", b"x") + box(b"mdat", b"abc")[:-1], False),
        (box(b"ftyp", b"isom") + box(b"moov", b"x") + b"\x00\x00\x00\x00mdat and all the rest", True),
        (box(b"ftyp", b"isom") + b"\x00\x00\x00\x01moov" + (17).to_bytes(8) + b"x", True),
        (box(b"ftyp", b"isom") + b"\x00\x00\x00\x07moov", False),
        (page(2, 1, b"head") + page(0, 1, b"more") + page(4, 1, b"last"), True),
        (page(2, 1, b"head") + page(0, 1, b"more"), False),
        (page(2, 1, b"head") + page(4, 1, b"last")[:-1], False),
        (page(2, 1, b"a") + page(2, 2, b"b") + page(4, 1, b"c"), False),
        (page(2, 1, b"a") + page(2, 2, b"b") + page(4, 1, b"c") + page(4, 2, b"d"), True),
        (EBML + bytes.fromhex("18538067") + b"\x86" + BLOCK, True),
        (EBML + bytes.fromhex("18538067") + b"\x87" + BLOCK, False),
        (EBML + OPEN_SEGMENT + OPEN_CLUSTER + BLOCK, None),
        (EBML + OPEN_SEGMENT + OPEN_CLUSTER + BLOCK + OPEN_CLUSTER + BLOCK, None),
        (EBML + OPEN_SEGMENT + OPEN_CLUSTER + BLOCK + BLOCK[:-1], False),
        (EBML + OPEN_SEGMENT + OPEN_CLUSTER + BLOCK + BLOCK[:1], False),
        (b"fLaC and so on", None),
        (b"", None),
    ],
)
def test_a_file_is_whole_exactly_when_its_last_box_is(content: bytes, *, whole: bool | None) -> None:
    assert reaches_its_end(io.BytesIO(content)) is whole


@given(st.sampled_from([b"RIFF", b"OggS", EBML, EBML + OPEN_SEGMENT, box(b"ftyp", b"isom")]), st.binary(max_size=300))
def test_any_bytes_get_an_answer(start: bytes, rest: bytes) -> None:
    assert reaches_its_end(io.BytesIO(start + rest)) in {True, False, None}
