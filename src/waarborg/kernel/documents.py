"""JSON from outside, read strictly: what Python would forgive is found and named, and nothing is guessed.

Not JSON here: duplicate keys, NaN and Infinity, a byte order mark, other encodings than UTF-8, nesting without end.
Where a place in the document can be named it is, so oddities travel inside the value to whoever checks its shape.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from waarborg.kernel.errors import Problem, Unusable

#: What ``read_json`` gives: dict, list, str, bool, int, None, :class:`Doubled` or :class:`Odd`.
type Json = Any

#: As long as ``found`` may be.
FOUND_AT_MOST: Final = 60
_BOM: Final = b"\xef\xbb\xbf"
#: Whole numbers with more digits are nobody's age; Python refuses to read very long ones at all.
_DIGITS_AT_MOST: Final = 18


class Doubled(dict[str, Json]):
    """An object in which a key stood more than once; holds the last value of each."""

    def __init__(self, pairs: list[tuple[str, Json]]) -> None:
        super().__init__(pairs)
        #: The keys that stood there more than once, in order.
        self.doubled: Final = tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)


@dataclass(frozen=True, slots=True)
class Odd:
    """A token that is no value of ours: NaN, Infinity, a number with a fraction, a number without end."""

    #: As it stood there.
    text: str


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    plain = dict(pairs)
    return plain if len(plain) == len(pairs) else Doubled(pairs)


def _whole(text: str) -> int | Odd:
    return int(text) if len(text) <= _DIGITS_AT_MOST else Odd(text)


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=Odd, parse_int=_whole, parse_constant=Odd, strict=True
)


def read_json(raw: bytes) -> Json:
    """The JSON document in ``raw``.

    Raises:
        Unusable: there is none.
    """
    if raw.startswith(_BOM):
        _refuse("a byte order mark", "UTF-8 without one")
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        _refuse(f"bytes that are not UTF-8 at byte {error.start}", "UTF-8")
    if not text.strip(" \t\r\n"):
        _refuse("nothing", "a JSON document")
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        # Only where it stands: the text around it may tell about a person.
        place = f"line {error.lineno}, column {error.colno}"
        _refuse(f"broken JSON at {place}", f"JSON ({error.msg.lower()})")
    except RecursionError:
        _refuse("brackets nested too deep", "a JSON document a few levels deep")


def _refuse(found: str, expected: str) -> NoReturn:
    raise Unusable([Problem(path="$", found=found, expected=expected)]) from None


def printable(text: str) -> str:
    """``text`` on one line and in UTF-8: what cannot be printed is written as JSON escapes it."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else json.dumps(character).strip('"') for character in text)


def shown(value: Json) -> str:
    """``value`` as JSON for a person: one line of at most 60 characters, however large or odd it is."""
    pieces: list[str] = []
    room = FOUND_AT_MOST
    for piece in _pieces(value):
        pieces.append(piece)
        room -= len(piece)
        if room < 0:
            break
    text = "".join(pieces)
    return text if len(text) <= FOUND_AT_MOST else text[: FOUND_AT_MOST - 1] + "…"


def _pieces(value: Json, depth: int = FOUND_AT_MOST) -> Iterator[str]:
    if isinstance(value, str):
        yield printable(json.dumps(value[: FOUND_AT_MOST + 1], ensure_ascii=False))
    elif isinstance(value, Odd):
        yield printable(value.text[: FOUND_AT_MOST + 1])
    elif isinstance(value, dict) and depth:
        yield "{"
        for number, (key, item) in enumerate(value.items()):
            yield ", " if number else ""
            yield from _pieces(key)
            yield ": "
            yield from _pieces(item, depth - 1)
        yield "}"
    elif isinstance(value, list) and depth:
        yield "["
        for number, item in enumerate(value):
            yield ", " if number else ""
            yield from _pieces(item, depth - 1)
        yield "]"
    else:
        yield json.dumps(value) if depth else "…"
