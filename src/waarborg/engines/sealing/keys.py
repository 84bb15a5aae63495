"""Files of secrets: written whole or not at all, readable by their owner only, and never written over.

The keys of a door lie in one folder, one file each in the format of ``age-keygen``; a newer key stands beside the older
ones, which go on opening what was sealed to them.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from waarborg.engines.sealing.age import Identity, Recipient
from waarborg.engines.sealing.errors import KeyFileRefused, NotAKey
from waarborg.kernel.actors import Channel

_OWNER_ONLY: Final = 0o600
_FOLDER_OWNER_ONLY: Final = 0o700
_OTHERS: Final = 0o077
_OTHERS_WRITE: Final = 0o022
_LONGEST: Final = 64 * 1024


def create_secret(path: Path, content: str) -> None:
    """Write a secret to a new file with mode 0600; after a crash at any point there is the whole file or none.

    Raises:
        KeyFileRefused: there is a file already, which stays as it is, or this folder cannot be written safely.
    """
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        path.parent.mkdir(mode=_FOLDER_OWNER_ONLY, exist_ok=True)
        _check_folder(path.parent)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            # A link, unlike a rename, never takes the place of a file that is there.
            path.hardlink_to(fresh)
        finally:
            fresh.unlink()
        _keep(path.parent)
    except OSError as why:
        message = f"{path}: could not be written as a new file ({why.strerror})"
        raise KeyFileRefused(message) from why


def read_secret(path: Path) -> str:
    """The text of a file that nobody but its owner, this user or root, can read or change.

    Raises:
        KeyFileRefused: it is missing, too large, no text, or open to others.
    """
    try:
        _check_folder(path.parent)
        with path.open("rb") as file:
            _check_file(path, os.fstat(file.fileno()))
            content = file.read(_LONGEST + 1)
        if len(content) > _LONGEST:
            message = f"{path}: found more than {_LONGEST} bytes, expected a secret"
            raise KeyFileRefused(message)
        return content.decode()
    except OSError as why:
        message = f"{path}: could not be read ({why.strerror})"
        raise KeyFileRefused(message) from why
    except UnicodeDecodeError:
        message = f"{path}: found bytes, expected text"
        raise KeyFileRefused(message) from None


def create_door_key(folder: Path, door: Channel, *, on: date) -> Recipient:
    """Make the next key of a door and say to whom reports are sealed from now on.

    Raises:
        KeyFileRefused: the folder cannot be written safely, or another program made that key at the same moment.
    """
    number = max(_numbers(folder, door), default=0) + 1 if folder.exists() else 1
    identity = Identity.new()
    lines = (f"# created: {on.isoformat()}", f"# public key: {identity.recipient.text}", identity.secret_text, "")
    create_secret(_path(folder, door, number), "\n".join(lines))
    return identity.recipient


def door_identities(folder: Path, door: Channel) -> tuple[Identity, ...]:
    """Every key of a door, the newest first; none when none was made.

    Raises:
        KeyFileRefused: the folder is missing, or one of the files is open to others or holds no key.
    """
    numbers = sorted(_numbers(folder, door), reverse=True)
    return tuple(_read_identity(_path(folder, door, number)) for number in numbers)


def _path(folder: Path, door: Channel, number: int) -> Path:
    return folder / f"{door.value}.{number}.key"


def _numbers(folder: Path, door: Channel) -> list[int]:
    name = re.compile(rf"{re.escape(door.value)}\.([1-9][0-9]{{0,5}})\.key")
    try:
        return [int(found[1]) for each in folder.iterdir() if (found := name.fullmatch(each.name))]
    except OSError as why:
        message = f"{folder}: could not be read ({why.strerror})"
        raise KeyFileRefused(message) from why


def _read_identity(path: Path) -> Identity:
    lines = [line for line in read_secret(path).splitlines() if line.strip() and not line.startswith("#")]
    if len(lines) == 1:
        with suppress(NotAKey):
            return Identity.parse(lines[0])
    message = f"{path}: found something else, expected comments and one private key"
    raise KeyFileRefused(message)


def _check_folder(folder: Path) -> None:
    mode = folder.stat().st_mode
    if mode & _OTHERS_WRITE:
        message = f"{folder}: found mode {stat.S_IMODE(mode):04o}, expected a folder in which only its owner can write"
        raise KeyFileRefused(message)


def _check_file(path: Path, found: os.stat_result) -> None:
    mode = stat.S_IMODE(found.st_mode)
    if not stat.S_ISREG(found.st_mode) or mode & _OTHERS or found.st_uid not in {0, os.geteuid()}:
        message = f"{path}: found mode {mode:04o} and owner {found.st_uid}, expected a file of this user with mode 0600"
        raise KeyFileRefused(message)


def _keep(folder: Path) -> None:
    """Bring a new name in a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
