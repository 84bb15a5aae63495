"""Playing a recording from its first to its last packet, to say what is in it.

Invariant: length, silence and darkness are measured; what a header claims is only used to notice that a file was cut.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Final

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition
from av.video.codeccontext import VideoCodecContext
from av.video.stream import VideoStream

from waarborg.engines.media.endings import reaches_its_end
from waarborg.engines.media.tracks import MOST_PIXELS, Listener, SoundTrack, Track, VideoTrack, Watcher
from waarborg.kernel.texts import Text

#: What recorders, browsers and telephones write. Play lists are not among them: they make a reader open other files.
_FORMATS: Final = "wav,matroska,webm,mov,mp4,ogg,flac,mp3"
_READ_NOTHING_ELSE: Final = {"format_whitelist": _FORMATS, "protocol_whitelist": ""}
#: Formats whose header says the length, as opposed to a guess from the size.
_SAY_THEIR_LENGTH: Final = frozenset({"matroska,webm", "mov,mp4,m4a,3gp,3g2,mj2", "flac"})
#: By how much (seconds) the last packet may fall short of that length: encoders fill up their last block.
_SHORT_AT_MOST: Final = 1.0

_NO_MEDIA: Final = Text(
    en="This is no recording that can be played: no sound and no image was found in it. Nothing was changed.",
    nl="Dit is geen opname die afgespeeld kan worden: er zit geen geluid en geen beeld in. Er is niets veranderd.",
)
_CUT: Final = Text(
    en="This recording is not whole: the file stops before its end. Keep the original and look for a complete copy.",
    nl="Deze opname is niet heel: het bestand stopt voor het einde. Bewaar het origineel en zoek een volledige kopie.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Probed:
    """What is in one file."""

    #: Of the whole file, in hexadecimal.
    sha256: str
    #: How long the file is.
    size: int
    #: FFmpeg's name of the format, such as ``matroska,webm``.
    container: str
    #: From the first packet of any track to the end of the last.
    seconds: float
    tracks: tuple[Track, ...]
    #: Whether the file reaches the end it announces; None where it announces none, as when a browser recorded live.
    whole: bool | None

    @property
    def sound(self) -> tuple[SoundTrack, ...]:
        """The sound tracks."""
        return tuple(track for track in self.tracks if isinstance(track, SoundTrack))

    @property
    def video(self) -> tuple[VideoTrack, ...]:
        """The video tracks."""
        return tuple(track for track in self.tracks if isinstance(track, VideoTrack))


class NotMedia(ValueError):  # noqa: N818 - an answer about a file, not a failure
    """A file holds no sound or image that can be played."""

    def __init__(self, private: str) -> None:
        self.public: Final = _NO_MEDIA
        super().__init__(private)


class CutMedia(ValueError):  # noqa: N818 - an answer about a file, not a failure
    """A recording was cut; what is left of it is evidence all the same."""

    def __init__(self, probed: Probed | None) -> None:
        self.public: Final = _CUT
        #: What still plays; None where nothing does.
        self.probed: Final = probed
        left = "nothing that plays" if probed is None else f"{probed.seconds:.1f} seconds"
        super().__init__(f"the file stops before the end that it announces; found {left}")


def probe(path: Path) -> Probed:
    """Read a whole file and say what is in it; takes time in proportion to its sound, and to the dark in its video.

    Raises:
        NotMedia: nothing in it plays, or it is of a kind that no recorder of ours writes.
        CutMedia: it ends before the end that it announces; carries what is left.
        OSError: the file itself cannot be read.
    """
    with path.open("rb") as file:
        return probe_file(file)


def probe_file(file: BufferedReader) -> Probed:
    """``probe`` for an open file that can be sought in, such as one that is unsealed while it is read."""
    file.seek(0)
    sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    size = file.tell()
    whole = reaches_its_end(file)
    file.seek(0)
    try:
        played = _play(file)
    except (av.FFmpegError, ValueError, OverflowError) as why:
        if whole is False:
            raise CutMedia(None) from why
        message = f"found {size} bytes that cannot be read as a recording ({type(why).__name__})"
        raise NotMedia(message) from None
    if played.broken_off or played.falls_short:
        whole = False
    if not any(_plays(track) for track in played.tracks):
        if whole is False:
            raise CutMedia(None)
        message = f"found {played.container} without a track that plays"
        raise NotMedia(message)
    probed = Probed(
        sha256=sha256,
        size=size,
        container=played.container,
        seconds=played.seconds,
        tracks=played.tracks,
        whole=whole,
    )
    if whole is False:
        raise CutMedia(probed)
    return probed


class _Source:
    """The file as FFmpeg sees it: a damaged index may send it to a place that no file has, and then it is told no."""

    def __init__(self, file: BufferedReader) -> None:
        self._file = file
        self.read: Final = file.read
        self.tell: Final = file.tell

    def seek(self, target: int, whence: int = os.SEEK_SET, /) -> int:
        """The new place, or -1; raised, it would look like a disk that failed, which reading tells anyway."""
        try:
            return self._file.seek(target, whence)
        except (OSError, ValueError):
            return -1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Played:
    """What came by while a file was played."""

    container: str
    tracks: tuple[Track, ...]
    seconds: float
    #: Whether reading stopped with an error.
    broken_off: bool
    #: Whether the header announces more than there was.
    falls_short: bool


def _play(file: BufferedReader) -> _Played:
    """Decode a file from its first to its last packet."""
    # Given an open file and no name, nothing else on this machine can be reached through it.
    with av.open(_Source(file), mode="r", options=_READ_NOTHING_ELSE) as container:
        measures = _measures(container)
        broken_off = False
        try:
            for packet in container.demux():
                if measure := measures.get(packet.stream.index):
                    measure.extent.add(packet)
                    measure.take(packet)
        except av.FFmpegError:
            broken_off = True
        extents = [measure.extent for measure in measures.values() if measure.extent.start is not None]
        end = max((extent.end for extent in extents), default=0.0)
        start = min((extent.start for extent in extents if extent.start is not None), default=0.0)
        name = container.format.name
        announced = (container.duration or 0) / av.time_base if name in _SAY_THEIR_LENGTH else 0.0
        return _Played(
            container=name,
            tracks=tuple(measure.track() for measure in measures.values()),
            seconds=end - start,
            broken_off=broken_off,
            falls_short=announced - end > _SHORT_AT_MOST,
        )


def _measures(container: InputContainer) -> dict[int, Listener | Watcher]:
    """What measures each track, by the stream's index; pictures that only go with a file, such as a cover, are none."""
    measures: dict[int, Listener | Watcher] = {}
    for stream in container.streams:
        if isinstance(stream, AudioStream):
            measures[stream.index] = Listener(stream.codec_context)
        elif isinstance(stream, VideoStream) and not stream.disposition & Disposition.attached_pic:
            # The stubs do not say so, but a stream of an unknown codec has no context.
            codec: VideoCodecContext | None = stream.codec_context
            if codec and codec.width * codec.height > MOST_PIXELS:
                message = "found a picture larger than 8K"
                raise ValueError(message)
            measures[stream.index] = Watcher(codec)
    return measures


def _plays(track: Track) -> bool:
    """Whether anything of a track could be decoded."""
    return (track.level if isinstance(track, SoundTrack) else track.black) is not None
