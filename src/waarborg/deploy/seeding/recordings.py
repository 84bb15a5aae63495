"""Real recordings of nobody: a soft tone and a grey pattern, as long as the interview that they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from itertools import count, islice
from typing import Any, Final

import av
import numpy as np

#: Samples a second: enough for a tone, and small enough for an hour.
_RATE: Final = 2_000
_HERTZ: Final = 180
_WIDTH: Final = 64
_HEIGHT: Final = 48
_MINUTE: Final = 60
#: Seconds in one block of sound: few blocks are soon read again.
_BLOCK: Final = 10


@lru_cache(maxsize=16)
def recording(minutes: int, *, image: bool) -> bytes:
    """A Matroska file of so many minutes: sound, and with ``image`` one picture a second.

    Every block is the same one, encoded once: an hour of recording takes a moment to make.
    """
    file = BytesIO()
    with av.open(file, "w", format="matroska") as container:
        sound = container.add_stream("pcm_s16le", rate=_RATE, layout="mono")
        tracks = [(_again(sound, _tone(), _BLOCK * _RATE), 1)]
        if image:
            picture = container.add_stream("mjpeg", rate=1)
            picture.width, picture.height, picture.pix_fmt = _WIDTH, _HEIGHT, "yuvj420p"
            tracks.append((_again(picture, _pattern(), 1), _BLOCK))
        for _ in range(minutes * _MINUTE // _BLOCK):
            for track, packets in tracks:
                container.mux(list(islice(track, packets)))
    return file.getvalue()


def _again(stream: Any, frame: Any, ticks: int) -> Iterator[av.Packet[Any]]:  # noqa: ANN401 - sound or image alike
    """What ``frame`` holds, again and again, each so many ticks later."""
    first = next(iter([*stream.encode(frame), *stream.encode(None)]))
    body = bytes(first)
    for place in count():
        packet = av.Packet(body)
        packet.stream = stream
        packet.time_base = first.time_base
        packet.pts = packet.dts = place * ticks
        packet.duration = ticks
        packet.is_keyframe = True
        yield packet


def _tone() -> av.AudioFrame:
    """One block of sound."""
    wave = np.sin(2 * np.pi * _HERTZ * np.arange(_BLOCK * _RATE) / _RATE) * 0.25
    frame = av.AudioFrame.from_ndarray((wave * 32_767).astype(np.int16).reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate, frame.pts = _RATE, 0
    return frame


def _pattern() -> av.VideoFrame:
    """One picture: greys from corner to corner."""
    shades = np.add.outer(np.arange(_HEIGHT), np.arange(_WIDTH)) + 80
    frame = av.VideoFrame.from_ndarray(shades.astype(np.uint8), format="gray").reformat(format="yuvj420p")
    frame.pts = 0
    return frame
