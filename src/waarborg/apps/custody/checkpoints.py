"""Checkpoints of the log: signed, read back under the ledger's own key, and the last one kept outside the database.

Invariant: each signed checkpoint names the one before it and its own moment, so that none can be taken out or moved.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from waarborg.engines.ledger.checkpoints import Checkpoint as Signed
from waarborg.engines.ledger.checkpoints import open_checkpoint, sign_checkpoint
from waarborg.engines.ledger.errors import Unproven
from waarborg.engines.ledger.growth import CompactRange
from waarborg.engines.ledger.notes import Signer, Verifier
from waarborg.kernel.errors import Missing


def lines(*, previous: int, at: datetime) -> tuple[str, ...]:
    """The lines of ours in a checkpoint: the size of the one before it (0: there was none), and its moment in UTC."""
    return (f"previous {previous}", f"at {at.astimezone(UTC).isoformat(timespec='microseconds')}")


def sign(tree: CompactRange, *, previous: int, at: datetime) -> str:
    """A signed note that says how large the log is and what its root is; only the worker has the key for it.

    Raises:
        Missing: the key is not here, or is another one than everybody verifies with.
    """
    name = "ledger-signing.key"
    try:
        signer = Signer.parse(settings.INSTALLATION.secret(name))
    except Unproven as unproven:
        message = f"{settings.INSTALLATION.key_file(name)}: {unproven}"
        raise Missing(message) from None
    if signer.verifier != verifier():
        message = f"{settings.INSTALLATION.key_file(name)}: found another key than ledger-signing.pub belongs to"
        raise Missing(message)
    signed = Signed(origin=signer.name, size=tree.size, root=tree.root(), extensions=lines(previous=previous, at=at))
    return sign_checkpoint(signed, signer)


def verifier() -> Verifier:
    """The ledger's public key.

    Raises:
        Missing: it is not here.
    """
    path: Path = settings.INSTALLATION.key_file("ledger-signing.pub")
    try:
        return Verifier.parse(path.read_text("utf-8").strip())
    except OSError as error:
        message = f"{path}: {error.strerror}; expected the public key of the ledger"
        raise Missing(message) from None
    except ValueError:
        message = f"{path}: found something else, expected the public key of the ledger"
        raise Missing(message) from None


def opened(note: str | bytes) -> Signed:
    """A checkpoint, under the ledger's own public key.

    Raises:
        Unproven: it is none, or another key signed it.
    """
    key = verifier()
    return open_checkpoint(note, origin=key.name, verifiers=[key])


def outside() -> Path:
    """Where the last checkpoint is kept, apart from the database."""
    return Path(settings.INSTALLATION.checkpoints) / "latest"


def read_outside() -> bytes | None:
    """The note that is kept outside the database; None where there is none.

    Raises:
        Missing: this program may not read it, or the disk failed.
    """
    try:
        return outside().read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"{outside()}: {error.strerror}; expected the last checkpoint"
        raise Missing(message) from None


def keep_outside(note: str) -> None:
    """Put a later checkpoint in the place of the one outside, whole or not at all; one program at a time does so.

    Raises:
        Missing: the folder cannot be written.
    """
    path = outside()
    fresh = path.with_name("latest.new")
    try:
        with fresh.open("w", encoding="utf-8") as file:
            file.write(note)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        message = f"{path.parent}: {error.strerror}; expected a folder in which the worker can keep checkpoints"
        raise Missing(message) from None
