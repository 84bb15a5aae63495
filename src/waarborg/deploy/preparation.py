"""Makes what a new installation needs outside its database: the folders and the keys.

Invariants: no key is ever overwritten; a key whose loss would lose or hide something is never made anew beside what the
old one belongs to.
"""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path
from typing import Final

from waarborg.engines.ledger.notes import Signer
from waarborg.engines.sealing.errors import KeyFileRefused
from waarborg.engines.sealing.fields import WrappingKey
from waarborg.engines.sealing.keys import create_door_key, create_secret, door_identities
from waarborg.kernel.actors import Channel
from waarborg.kernel.errors import Missing

_WRAPPING: Final = "case-wrapping.key"
_SIGNING: Final = "ledger-signing.key"
#: Random texts that sign sessions and forms; without one, people sign in or fill in again.
_SIGNING_TEXTS: Final = ("public-forms.key", "desk-sessions.key", "portal-sessions.key", "worker.key")

#: The name of the ledger, in its checkpoints and of its key.
_LEDGER: Final = "waarborg.ledger"


def make_keys(data: Path) -> None:
    """Make the folders and every key that is missing under ``data``, readable by the owner alone.

    Raises:
        OSError: the folder cannot be written.
        KeyFileRefused: a folder is open to others.
        Missing: a key is gone that cannot be made anew.
    """
    for folder in (data, data / "keys", data / "checkpoints", data / "vault"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    keys = data / "keys"
    _refuse_to_replace(data, keys)
    # These two first: where a later one stands without them, they are gone.
    _write_new(keys / _WRAPPING, WrappingKey.new().secret_text())
    _write_new(keys / _SIGNING, Signer.new(_LEDGER).secret_text())
    signer = Signer.parse((keys / _SIGNING).read_text("utf-8").strip())
    _write_new((keys / _SIGNING).with_suffix(".pub"), signer.verifier.text())
    for name in _SIGNING_TEXTS:
        _write_new(keys / name, secrets.token_hex(32))


def _refuse_to_replace(data: Path, keys: Path) -> None:
    """Stop where an installation has lost a key: a new one would hide that cases or the ledger are out of reach."""
    later = [
        (keys / _SIGNING).with_suffix(".pub"),
        *(keys / name for name in _SIGNING_TEXTS),
        data / "waarborg.sqlite3",
    ]
    in_use = any(path.exists() for path in later)
    for name in (_WRAPPING, _SIGNING):
        if in_use and not (keys / name).exists():
            message = (
                f"{keys / name}: gone from an installation that is in use; put it back from the back-up of the keys"
            )
            raise Missing(message)


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
    """Write ``text`` to a file that does not exist yet, whole or not at all; leave one that does."""
    if path.exists():
        return
    try:
        create_secret(path, text + "\n")
    except KeyFileRefused:
        # Another program may have made it at the same moment.
        if not path.exists():
            raise
