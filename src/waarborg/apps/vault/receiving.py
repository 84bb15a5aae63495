"""Takes a file in before anything is written in the database: sealed while it streams, hashed, probed.

Invariant: plain bytes never touch the disk here; a recording is probed by reading the sealed file back. It happens
outside any transaction, because a long recording would hold up everybody else's writing; a file that no row came to
name is taken away again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from io import BufferedReader
from typing import Any, BinaryIO, Final

from waarborg.apps.vault import shelf
from waarborg.apps.vault.models import SealedObject
from waarborg.engines.media.probing import CutMedia, NotMedia, Probed, probe_file
from waarborg.engines.media.tracks import SoundTrack, Track
from waarborg.engines.sealing.age import Identity
from waarborg.engines.sealing.recordings import SealedReader, seal_stream
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import ObjectId
from waarborg.kernel.texts import Text


class Kind(StrEnum):
    """What an object is; a recording is probed."""

    RECORDING = "recording"
    PHOTOGRAPH = "photograph"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A file that is sealed on the shelf and that no row names yet."""

    object: ObjectId
    kind: Kind
    #: Opens it; secret.
    identity: Identity = field(repr=False)
    #: SHA-256 before and after sealing, hexadecimal.
    sha256: str
    sealed_sha256: str
    #: Bytes before sealing.
    length: int
    #: What the probe found in a recording, as JSON; empty for what is none.
    probed: dict[str, Any]


@contextmanager
def received(file: BinaryIO, *, kind: Kind) -> Generator[Arrival | Refusal]:
    """Take ``file`` in, from where it stands to its end; within the block an act may keep it.

    Yields the arrival, or why it is no use. At the end of the block a file that no row names is taken away.
    """
    object_id, identity = ObjectId.new(), Identity.new()
    writing = shelf.Writing(object_id)
    try:
        plain, sealed = _Hashed(file), _Hashed(writing)
        seal_stream(plain, sealed, to=identity.recipient)
        if not plain.length:
            yield _EMPTY
            return
        writing.finish()
        probed = _probed(object_id, identity) if kind is Kind.RECORDING else {}
        if probed is None:
            yield _NOT_MEDIA
            return
        yield Arrival(
            object=object_id,
            kind=kind,
            identity=identity,
            sha256=plain.hash.hexdigest(),
            sealed_sha256=sealed.hash.hexdigest(),
            length=plain.length,
            probed=probed,
        )
    finally:
        if not SealedObject.objects.filter(pk=object_id).exists():
            writing.abandon()


def _probed(object_id: ObjectId, identity: Identity) -> dict[str, Any] | None:
    """What is in the recording that now lies on the shelf; None where nothing in it plays."""
    with shelf.sealed_file(object_id) as sealed:
        try:
            return _as_json(probe_file(BufferedReader(SealedReader(sealed, identity))))
        except CutMedia as cut:
            # What is left of a cut recording is evidence all the same: kept, and said not to be whole.
            return None if cut.probed is None else _as_json(cut.probed)
        except NotMedia:
            return None


def _as_json(probed: Probed) -> dict[str, Any]:
    return {
        "container": probed.container,
        "seconds": probed.seconds,
        "whole": probed.whole,
        "tracks": [_track(track) for track in probed.tracks],
    }


def _track(track: Track) -> dict[str, Any]:
    """One track as JSON: kind, codec, seconds without the gaps, and ``empty``: whether it is silent or black."""
    empty = track.silent if isinstance(track, SoundTrack) else track.black
    return {
        "kind": track.kind.value,
        "codec": track.codec,
        "seconds": max(0.0, track.seconds - track.gaps),
        "empty": empty,
        "damaged": track.damaged,
    }


class _Hashed:
    """Counts and hashes what is read from, or written to, a file."""

    def __init__(self, file: Any) -> None:  # noqa: ANN401 - one that is read or one that is written
        self._file: Final = file
        self.hash: Final = hashlib.sha256()
        self.length = 0

    def read(self, size: int = -1, /) -> bytes:
        return self._counted(self._file.read(size))

    def write(self, data: bytes, /) -> int:
        self._file.write(self._counted(data))
        return len(data)

    def flush(self) -> None:
        self._file.flush()

    def _counted(self, data: bytes) -> bytes:
        self.hash.update(data)
        self.length += len(data)
        return data


_WHAT: Final = Text(en="We did not keep this file.", nl="We hebben dit bestand niet bewaard.")

_EMPTY: Final = Refusal(
    code="object.store.empty",
    what=_WHAT,
    why=Text(en="It is empty.", nl="Het is leeg."),
    instead=Text(en="Look whether you chose the right file.", nl="Kijk of u het goede bestand koos."),
)
_NOT_MEDIA: Final = Refusal(
    code="object.store.not_media",
    what=_WHAT,
    why=Text(
        en="It is no sound or image that we can play.",
        nl="Het is geen geluid of beeld dat we kunnen afspelen.",
    ),
    instead=Text(
        en="Look whether the recorder finished it, or add it as a document.",
        nl="Kijk of de recorder het heeft afgesloten, of voeg het toe als document.",
    ),
)
