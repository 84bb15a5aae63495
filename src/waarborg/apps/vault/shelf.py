"""Where sealed files lie: one object store in the installation's folder, which knows names and bytes and no keys.

Invariant: a file is under its final name whole and on the disk itself, or it is not there.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final, cast, override

import obstore
from django.conf import settings
from obstore.exceptions import BaseError
from obstore.store import LocalStore

from waarborg.kernel.errors import Fault
from waarborg.kernel.ids import ObjectId

#: Finished files, and those that are still coming in.
_FINISHED: Final = "objects"
_ARRIVING: Final = "arriving"


class Writing:
    """A file that is coming in; nobody finds it under its final name before ``finish``."""

    def __init__(self, object_id: ObjectId) -> None:
        self._arriving: Final = f"{_ARRIVING}/{object_id}.age"
        self._finished: Final = path_of(object_id)
        self._writer: obstore.WritableFile | None = obstore.open_writer(_store(), self._arriving)

    def write(self, data: bytes, /) -> int:
        """Take all of ``data``.

        Raises:
            Fault: the disk did not.
        """
        if self._writer is None:
            message = f"{self._finished} was written to after it was finished"
            raise Fault(message)
        try:
            return self._writer.write(data)
        except (OSError, BaseError) as error:
            raise self._failed(error) from None

    def flush(self) -> None:
        """Nothing to hand on: only ``finish`` counts."""

    def finish(self) -> None:
        """Put the whole file under its final name, on the disk itself.

        Raises:
            Fault: there is one already, or the disk did not take it.
        """
        writer, self._writer = self._writer, None
        try:
            if writer is not None:
                writer.close()
            obstore.rename(_store(), self._arriving, self._finished, overwrite=False)
            _to_disk(_folder() / self._finished)
            _to_disk(_folder() / _FINISHED)
        except (OSError, BaseError) as error:
            raise self._failed(error) from None

    def abandon(self) -> None:
        """Take away whatever is there of it, finished or not."""
        # A writer that is dropped unclosed takes its own part away.
        self._writer = None
        for path in (self._arriving, self._finished):
            remove(path)

    def _failed(self, error: Exception) -> Fault:
        return Fault(f"{self._finished} could not be put on the shelf: {type(error).__name__}")


class _Bytes(io.RawIOBase):
    """An object of the store as Python's own kind of file."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._reader: Final = obstore.open_reader(_store(), path)

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._reader.seek(offset, whence)

    @override
    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # typeshed asks for any buffer
        data = memoryview(self._reader.read(len(buffer)))
        buffer[: len(data)] = data
        return len(data)


def sealed_file(object_id: ObjectId) -> BinaryIO:
    """The sealed bytes of an object, as a file that can be sought in.

    Raises:
        FileNotFoundError: there is none.
    """
    return cast("BinaryIO", io.BufferedReader(_Bytes(path_of(object_id)), 1 << 16))


def path_of(object_id: ObjectId) -> str:
    """The path, within the vault's folder, of the finished file of an object."""
    return f"{_FINISHED}/{object_id}.age"


def on_the_shelf() -> Iterator[tuple[str, datetime]]:
    """Every file of the vault, those that are coming in included: its path and when it was last written (UTC)."""
    folder = _folder()
    for path in sorted(folder.rglob("*")):
        with suppress(FileNotFoundError):
            if path.is_file():
                yield path.relative_to(folder).as_posix(), datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)


def remove(path: str) -> None:
    """Take away a file that ``on_the_shelf`` named; one that is gone already is fine."""
    (_folder() / path).unlink(missing_ok=True)


def _folder() -> Path:
    folder: Path = settings.INSTALLATION.data / "vault"
    return folder


def _store() -> LocalStore:
    return LocalStore(_folder())


def _to_disk(path: Path) -> None:
    """Wait until a file, or the list of a folder, is on the disk itself: a row may name it only then."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
