"""Whether a file reaches the end that its own structure announces: a cut recording often still plays.

Each walk reads only the sizes of boxes, never what is in them.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import BinaryIO, Final

_UNKNOWN_32: Final = 0xFFFFFFFF
_EBML_HEADER: Final = 0x1A45DFA3
_SEGMENT: Final = 0x18538067
_CLUSTER: Final = 0x1F43B675
_OGG_LAST_PAGE: Final = 0x04
_OGG_HEADER_BYTES: Final = 27


def reaches_its_end(file: BinaryIO) -> bool | None:
    """True when the announced end is there, False when the file was cut before it, None when it announces none.

    None is also the answer for a kind of file whose walk we do not know.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    start = file.read(12)
    file.seek(0)
    return _walk_for(start)(file, size)


def _walk_for(start: bytes) -> Callable[[BinaryIO, int], bool | None]:
    if start[:4] == b"RIFF":
        return _riff
    if start[:4] == b"OggS":
        return _ogg
    if start[:4] == _EBML_HEADER.to_bytes(4):
        return _matroska
    return _iso if start[4:8] in {b"ftyp", b"moov", b"moof", b"mdat", b"styp"} else _not_known


def _not_known(_file: BinaryIO, _size: int) -> None:
    return None


def _riff(file: BinaryIO, size: int) -> bool | None:
    """RIFF and WAVE: one length for the whole file, 0 or all ones while it is still being written."""
    announced = int.from_bytes(file.read(8)[4:], "little")
    return None if announced in {0, _UNKNOWN_32} else announced + 8 <= size


def _iso(file: BinaryIO, size: int) -> bool:
    """MP4 and QuickTime (ISO/IEC 14496-12 §4.2): boxes in a row, among them the index without which nothing plays."""
    at, indexed = 0, False
    while at < size:
        file.seek(at)
        head = file.read(16)
        length = int.from_bytes(head[:4])
        if length == 1:
            length = int.from_bytes(head[8:16])
        elif length == 0:
            length = size - at
        if len(head) < 8 or length < 8 or at + length > size:  # noqa: PLR2004 - a box's own header
            return False
        indexed = indexed or head[4:8] == b"moov"
        at += length
    return indexed


def _ogg(file: BinaryIO, size: int) -> bool:
    """Ogg (RFC 3533 §6): pages in a row; each stream within says which is its last."""
    at = 0
    open_streams: set[bytes] = set()
    while at < size:
        file.seek(at)
        head = file.read(_OGG_HEADER_BYTES)
        table = file.read(head[-1]) if len(head) == _OGG_HEADER_BYTES else b""
        at += _OGG_HEADER_BYTES + len(table) + sum(table)
        if head[:4] != b"OggS" or len(head) < _OGG_HEADER_BYTES or len(table) < head[-1] or at > size:
            return False
        stream = head[14:18]
        if head[5] & _OGG_LAST_PAGE:
            open_streams.discard(stream)
        else:
            open_streams.add(stream)
    return not open_streams


def _matroska(file: BinaryIO, size: int) -> bool | None:
    """Matroska and WebM (RFC 8794 §4): elements in elements; a recorder that writes live leaves their lengths open."""
    announced = True
    at = 0
    while at < size:
        file.seek(at)
        element = _ebml_number(file, keep_marker=True)
        length = _ebml_number(file, keep_marker=False)
        if element is None or length is None:
            return False
        number, _ = element
        content, is_open = length
        at = file.tell()
        if number not in {_SEGMENT, _CLUSTER} or (number == _CLUSTER and not is_open):
            at += content
        elif is_open:
            announced = False
        elif at + content > size:
            return False
    if at > size:
        return False
    return True if announced else None


def _ebml_number(file: BinaryIO, *, keep_marker: bool) -> tuple[int, bool] | None:
    """A number of one to eight bytes and whether it is all ones (open); None where the file ends or it is no number."""
    first = file.read(1)
    if not first or first == b"\x00":
        return None
    length = 9 - first[0].bit_length()
    rest = file.read(length - 1)
    if len(rest) < length - 1:
        return None
    number = int.from_bytes(first + rest)
    value = number & (1 << 7 * length) - 1
    return (number if keep_marker else value), value == (1 << 7 * length) - 1
