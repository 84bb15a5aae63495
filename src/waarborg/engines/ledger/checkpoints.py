"""Checkpoints: the size and root of a ledger at one moment, signed, small enough to be kept by somebody else.

Source: C2SP tlog-checkpoint. Invariant: a checkpoint is believed only under the key that bears the ledger's own name.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from waarborg.engines.ledger.errors import Unproven
from waarborg.engines.ledger.merkle import Hash, is_hash
from waarborg.engines.ledger.notes import Signer, Verifier, open_note, sign_note

_SIZE: Final = re.compile(r"0|[1-9][0-9]{0,18}")
_LEAST_LINES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """What a ledger says of itself."""

    #: The ledger's name; also the name of the key that signs.
    origin: str
    #: How many leaves.
    size: int
    #: The Merkle root over them, 32 bytes.
    root: Hash
    #: Further lines, none of them empty; readers may pass them over.
    extensions: tuple[str, ...] = ()

    def text(self) -> str:
        """The lines that are signed."""
        root = base64.b64encode(self.root).decode()
        return "".join(f"{line}\n" for line in (self.origin, str(self.size), root, *self.extensions))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the lines, only in the one way in which they can be written.

        Raises:
            Unproven: they are no checkpoint.
        """
        lines = text.removesuffix("\n").split("\n")
        if len(lines) >= _LEAST_LINES and all(lines) and _SIZE.fullmatch(lines[1]):
            origin, size, encoded, *extensions = lines
            try:
                root = base64.b64decode(encoded, validate=True)
            except ValueError:
                root = b""
            found = cls(origin=origin, size=int(size), root=root, extensions=tuple(extensions))
            if is_hash(root) and found.text() == text:
                return found
        message = "found other lines, expected a name, a size and a root"
        raise Unproven(message)


def sign_checkpoint(checkpoint: Checkpoint, *signers: Signer) -> str:
    """The checkpoint as a signed note; one signer bears the ledger's own name, others witness.

    Raises:
        ValueError: no signer bears that name, or the checkpoint could not be read back.
    """
    if checkpoint.origin not in {each.name for each in signers} or Checkpoint.parse(checkpoint.text()) != checkpoint:
        message = f"expected a checkpoint that can be read back, and the key of {checkpoint.origin} among the signers"
        raise ValueError(message)
    return sign_note(checkpoint.text(), *signers)


def open_checkpoint(note: str | bytes, *, origin: str, verifiers: Iterable[Verifier]) -> Checkpoint:
    """Read a signed checkpoint of the ledger named ``origin``.

    Raises:
        Unproven: it is none, it is another ledger's, or that ledger's own key did not sign it.
    """
    opened = open_note(note, verifiers)
    checkpoint = Checkpoint.parse(opened.text)
    if checkpoint.origin != origin or origin not in {each.name for each in opened.signed_by}:
        message = f"found a checkpoint of {checkpoint.origin}, expected one of {origin}, signed with its own key"
        raise Unproven(message)
    return checkpoint
