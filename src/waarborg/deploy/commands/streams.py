"""Bytes in and JSON out for the commands: a file or standard input, UTF-8 whatever the machine's locale is."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from waarborg.kernel.documents import Json, read_json
from waarborg.kernel.errors import Fault, Problem, Unusable
from waarborg.kernel.texts import Text


def file_argument(parser: ArgumentParser) -> None:
    """Let the command take a file, or standard input with ``-`` or nothing."""
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="JSON; - or nothing: standard input")


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The file ``name``, or standard input for ``-``.

    Raises:
        Unusable: there is no such file, or it may not be read: a matter of what was asked, as with a missing database.
        Fault: the machine failed to read it.
    """
    with ExitStack() as stack:
        try:
            stream = sys.stdin.buffer if name == "-" else stack.enter_context(Path(name).open("rb"))
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError) as error:
            found = "no file that can be read" if error.strerror is None else error.strerror.lower()
            raise Unusable([Problem(path=name, found=found, expected="a JSON file")]) from None
        except OSError as error:
            raise _unread(error) from None
        yield stream


def _unread(error: OSError) -> Fault:
    said = error.strerror or type(error).__name__
    return Fault(said, Text(en=f"Could not read the input: {said}.", nl=f"De invoer is niet te lezen: {said}."))


def read_document(name: str) -> Json:
    """The one JSON document in the file ``name``.

    Raises:
        Unusable: it cannot be used.
        Fault: the machine failed to read it.
    """
    with opened(name) as stream:
        try:
            raw = stream.read()
        except OSError as error:
            raise _unread(error) from None
    return read_json(raw)


def write_json(value: Json) -> None:
    """Print ``value`` as one line of JSON."""
    write_line(json.dumps(value, ensure_ascii=False, allow_nan=False))


def write_line(text: str) -> None:
    """Print ``text`` and hand it over at once, so that a reader on the other side of a pipe never waits."""
    # Half a character, quoted from odd input, is written as its JSON escape.
    sys.stdout.buffer.write(text.encode(errors="backslashreplace") + b"\n")
    sys.stdout.buffer.flush()
