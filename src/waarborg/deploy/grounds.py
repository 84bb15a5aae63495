"""The folder that a demo stands on: one that was named and stays, or one of its own that is gone afterwards.

Invariant: nothing is ever put into, or cleared from, a folder that does not bear a demo's mark. Whoever holds the lock
on the mark is alive; the machine lets go of it when that process ends, however it ends.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from waarborg.kernel.errors import Missing

_MARK: Final = "waarborg-demo"
_PREFIX: Final = "waarborg-demo-"
_FILLED: Final = "filled\n"


@dataclass(slots=True)
class Ground:
    """One folder of a demo, held by this process."""

    #: Where everything of the demo lies.
    folder: Path
    #: The mark, open and locked.
    _mark: TextIOWrapper = field(repr=False)

    @property
    def filled(self) -> bool:
        """Whether the cases were loaded to the end."""
        self._mark.seek(0)
        return self._mark.read() == _FILLED

    def fill(self) -> None:
        """Remember that they were."""
        self._mark.seek(0)
        self._mark.write(_FILLED)
        self._mark.flush()

    def clear(self) -> None:
        """Take away what a demo left that was stopped while it loaded its cases."""
        for each in self.folder.iterdir():
            if each.name == _MARK:
                continue
            if each.is_dir() and not each.is_symlink():
                shutil.rmtree(each)
            else:
                each.unlink()


@contextmanager
def ground(named: str | None) -> Iterator[Ground]:
    """The folder ``named``, which stays; or without one a fresh folder that is gone afterwards.

    Raises:
        Missing: the folder cannot be used, holds something else, or another demo stands on it.
    """
    if named is None:
        clear_stale()
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        try:
            with _held(folder) as mark:
                yield Ground(folder, mark)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return
    folder = Path(named).resolve()
    with ExitStack() as stack:
        try:
            if folder.exists() and not _is_ours(folder):
                message = f"--data: {folder} holds something else; expected a new folder or one of an earlier demo"
                raise Missing(message)
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            mark = stack.enter_context(_held(folder))
        except BlockingIOError:
            message = f"--data: another demo is running on {folder}; stop it, or name another folder"
            raise Missing(message) from None
        except OSError as error:
            message = f"--data: {folder}: {error.strerror}"
            raise Missing(message) from None
        yield Ground(folder, mark)


def clear_stale() -> None:
    """Take away the folders of demos that were killed; those of demos that run, and of other people, stay."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            found = folder.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or not (folder / _MARK).is_file():
                continue
            with _held(folder):
                shutil.rmtree(folder, ignore_errors=True)
        except OSError:
            # Somebody runs it, or it has gone meanwhile.
            continue


def _is_ours(folder: Path) -> bool:
    """Whether a folder is empty or bears the mark."""
    return folder.is_dir() and ((folder / _MARK).is_file() or not any(folder.iterdir()))


@contextmanager
def _held(folder: Path) -> Iterator[TextIOWrapper]:
    """The mark of a folder, locked.

    Raises:
        BlockingIOError: another process holds it.
        OSError: it cannot be opened.
    """
    path = folder / _MARK
    if not path.exists():
        # Locked before it bears its name, so that nobody takes a folder that is being made for one that was left.
        fresh = path.with_name(f".{_MARK}.{os.getpid()}")
        with fresh.open("w+", encoding="ascii") as mark:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
            fresh.rename(path)
            yield mark
        return
    with path.open("r+", encoding="ascii") as mark:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield mark
