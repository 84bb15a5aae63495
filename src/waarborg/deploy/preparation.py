"""Makes what a new installation needs outside its database: the folders and the keys; never overwrites one."""

from __future__ import annotations

import os
import secrets
from datetime import date
from pathlib import Path
from typing import Final

from waarborg.engines.ledger.notes import Signer
from waarborg.engines.sealing.fields import WrappingKey
from waarborg.engines.sealing.keys import create_door_key, door_identities
from waarborg.kernel.actors import Channel

#: Random texts that sign sessions and forms.
_SIGNING_TEXTS: Final = ("public-forms.key", "desk-sessions.key", "portal-sessions.key", "worker.key")

#: The name of the ledger, in its checkpoints and of its key.
_LEDGER: Final = "waarborg.ledger"


def make_keys(data: Path) -> None:
    """Make the folders and every key that is missing under ``data``, readable by the owner alone.

    Raises:
        OSError: the folder cannot be written.
    """
    for folder in (data, data / "keys", data / "checkpoints", data / "vault"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in _SIGNING_TEXTS:
        _write_new(data / "keys" / name, secrets.token_hex(32))
    _write_new(data / "keys" / "case-wrapping.key", WrappingKey.new().secret_text())
    signing = data / "keys" / "ledger-signing.key"
    _write_new(signing, Signer.new(_LEDGER).secret_text())
    _write_new(signing.with_suffix(".pub"), Signer.parse(signing.read_text("utf-8").strip()).verifier.text())


def make_door_keys(data: Path, *, on: date) -> None:
    """Make the key of every door that has none, and put its public half where the public program finds it.

    Raises:
        OSError: the folder cannot be written.
        KeyFileRefused: a key is readable by others.
    """
    folder = data / "keys" / "doors"
    (data / "doors").mkdir(mode=0o755, exist_ok=True)
    for door in Channel:
        if not folder.exists() or not door_identities(folder, door):
            create_door_key(folder, door, on=on)
        recipients = "".join(f"{identity.recipient.text}\n" for identity in door_identities(folder, door))
        (data / "doors" / f"{door.value}.recipients").write_text(recipients, "utf-8")


def _write_new(path: Path, text: str) -> None:
    """Write ``text`` to a file that does not exist yet; leave one that does."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text + "\n")
