"""One track of a recording, and how it is measured while its packets go by.

Silence and darkness are measured over the whole track; one sound or one lit picture does not have to be found by luck.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Final

import av
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.video.codeccontext import VideoCodecContext

#: Below this level over the whole track (RMS, full scale is 0) there is no speech in it, only the hiss of a recorder.
SILENCE_DBFS: Final = -60.0
#: The level that is said of digital silence, which has none.
LOWEST_DBFS: Final = -200.0
#: A picture is lit when more than this part of it ...
LIT_PART: Final = 0.02
#: ... is brighter than this, of 255. A clock burnt into a black picture stays under it.
LIT_LUMA: Final = 32
#: Recorders may pause for a still picture or between words; a longer stretch without data (seconds) is a gap.
GAP_SECONDS: Final = 5.0
#: A picture larger than 8K is refused before memory is taken for it.
MOST_PIXELS: Final = 7680 * 4320


class Kind(StrEnum):
    """What a track holds."""

    SOUND = "sound"
    VIDEO = "video"


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundTrack:
    """Sound, every packet of which was decoded."""

    kind: ClassVar[Kind] = Kind.SOUND
    #: FFmpeg's name, such as ``opus``; ``unknown`` where it has none.
    codec: str
    #: From the first packet to the end of the last.
    seconds: float
    #: How many of those seconds lie in stretches without any data.
    gaps: float
    #: Hertz; 0 where the codec is unknown, as are the numbers that follow.
    sample_rate: int
    channels: int
    #: RMS over the whole, in dB of full scale; None where nothing could be decoded.
    level: float | None
    #: Packets that could not be decoded.
    damaged: int

    @property
    def silent(self) -> bool | None:
        """Whether there is nothing to hear; None where nothing could be decoded."""
        return None if self.level is None else self.level < SILENCE_DBFS


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoTrack:
    """Pictures, decoded until the first lit one."""

    kind: ClassVar[Kind] = Kind.VIDEO
    #: FFmpeg's name, such as ``vp8``; ``unknown`` where it has none.
    codec: str
    #: From the first packet to the end of the last.
    seconds: float
    #: How many of those seconds lie in stretches without any data.
    gaps: float
    #: Pixels.
    width: int
    height: int
    #: Whether there is nothing to see; None where no picture could be decoded.
    black: bool | None
    #: Packets that could not be decoded, before the first lit picture.
    damaged: int


type Track = SoundTrack | VideoTrack
type AnyPacket = av.Packet[Any]


class Extent:
    """How far a track reaches, by the times of its packets and not by its header."""

    def __init__(self) -> None:
        self.start: float | None = None
        self.end: float = 0.0
        self.gaps: float = 0.0

    def add(self, packet: AnyPacket) -> None:
        """Take the next packet; one without a time says nothing."""
        at = packet.pts if packet.pts is not None else packet.dts
        if at is None or packet.time_base is None:
            return
        start = float(at * packet.time_base)
        if self.start is None:
            self.start = self.end = start
        elif start - self.end > GAP_SECONDS:
            self.gaps += start - self.end
        self.start = min(self.start, start)
        self.end = max(self.end, start + float((packet.duration or 0) * packet.time_base))

    @property
    def seconds(self) -> float:
        """The length, gaps included."""
        return 0.0 if self.start is None else self.end - self.start


class Listener:
    """Measures how loud a sound track is."""

    def __init__(self, codec: AudioCodecContext | None) -> None:
        """Take the stream's decoder; there is none for a codec that nobody knows."""
        self.extent = Extent()
        self._codec = codec
        self._even = av.AudioResampler(format="fltp")
        self._power = 0.0
        self._samples = 0
        self._damaged = 0

    def take(self, packet: AnyPacket) -> None:
        """Decode a packet and add its power, less any constant offset: that is no sound."""
        if self._codec is None:
            self._damaged += 1
            return
        try:
            for frame in self._codec.decode(packet):
                for even in self._even.resample(frame):
                    samples = np.nan_to_num(even.to_ndarray().astype(np.float64), posinf=1.0, neginf=-1.0)
                    samples = np.clip(samples, -1.0, 1.0)
                    self._power += float(np.sum((samples - samples.mean(axis=1, keepdims=True)) ** 2))
                    self._samples += samples.size
        except (av.FFmpegError, ValueError):
            self._damaged += 1

    def track(self) -> SoundTrack:
        """What was measured."""
        level = None
        if self._samples:
            mean = self._power / self._samples
            level = max(10 * math.log10(mean), LOWEST_DBFS) if mean > 0 else LOWEST_DBFS
        return SoundTrack(
            codec=_name_of(self._codec),
            seconds=self.extent.seconds,
            gaps=self.extent.gaps,
            sample_rate=self._codec.sample_rate or 0 if self._codec else 0,
            channels=self._codec.channels if self._codec else 0,
            level=level,
            damaged=self._damaged,
        )


class Watcher:
    """Looks for a lit picture in a video track."""

    def __init__(self, codec: VideoCodecContext | None) -> None:
        """Take the stream's decoder; there is none for a codec that nobody knows."""
        self.extent = Extent()
        self._codec = codec
        self._lit = False
        self._pictures = 0
        self._damaged = 0

    def take(self, packet: AnyPacket) -> None:
        """Decode a packet while nothing lit was seen."""
        if self._codec is None:
            self._damaged += 1
            return
        if self._lit:
            return
        try:
            for frame in self._codec.decode(packet):
                self._pictures += 1
                luma = frame.to_ndarray(format="gray")
                self._lit = self._lit or float(np.mean(luma > LIT_LUMA)) > LIT_PART
        except (av.FFmpegError, ValueError):
            self._damaged += 1

    def track(self) -> VideoTrack:
        """What was measured."""
        return VideoTrack(
            codec=_name_of(self._codec),
            seconds=self.extent.seconds,
            gaps=self.extent.gaps,
            width=self._codec.width if self._codec else 0,
            height=self._codec.height if self._codec else 0,
            black=not self._lit if self._pictures else None,
            damaged=self._damaged,
        )


def _name_of(codec: AudioCodecContext | VideoCodecContext | None) -> str:
    return codec.codec.canonical_name if codec else "unknown"
