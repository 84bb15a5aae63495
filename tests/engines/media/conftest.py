"""Real recordings, written on the spot: a tone or silence, grey or black pictures, in what recorders write."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.container import OutputContainer

RATE = 48_000
PICTURES_PER_SECOND = 10
type Record = Callable[..., Path]
type Samples = np.ndarray[tuple[int], np.dtype[np.int16]]


def tone(seconds: float, loudness: float) -> Samples:
    """A tone of 440 Hz as 16-bit samples; ``loudness`` 1 is full scale."""
    samples = np.sin(2 * math.pi * 440 * np.arange(int(seconds * RATE)) / RATE)
    return (samples * loudness * 32767).astype(np.int16)


def write_sound(container: OutputContainer, stream: av.AudioStream, samples: Samples) -> None:
    for at in range(0, len(samples), 960):
        piece = samples[at : at + 960].reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(piece, format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE, at, Fraction(1, RATE)
        container.mux(stream.encode(frame))


def write_video(container: OutputContainer, stream: av.VideoStream, seconds: float, lit_from: float) -> None:
    for number in range(int(seconds * PICTURES_PER_SECOND)):
        grey = 50 + number * 7 % 200 if number / PICTURES_PER_SECOND >= lit_from else 0
        picture = np.full((120, 160, 3), grey, np.uint8)
        # A clock burnt into the picture does not light it.
        picture[110:118, 4:40] = 255
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
        frame.pts, frame.time_base = number, Fraction(1, PICTURES_PER_SECOND)
        container.mux(stream.encode(frame))


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """Writes a recording; without codecs named, sound in what the name's ending is for."""

    def write(
        name: str,
        *,
        sound: str | None = None,
        video: str | None = None,
        seconds: float = 3,
        loudness: float = 0.3,
        lit_from: float = 0,
        options: dict[str, str] | None = None,
    ) -> Path:
        path = tmp_path / name
        with av.open(str(path), "w", options=options or {}) as container:
            # Every track is there before the first packet, or a fragmented MP4 aborts the whole process.
            seen = container.add_stream(video, rate=PICTURES_PER_SECOND) if video else None
            heard = container.add_stream(sound, rate=RATE) if sound else None
            if isinstance(heard, av.AudioStream):
                heard.layout = "mono"
            if isinstance(seen, av.VideoStream):
                seen.width, seen.height, seen.pix_fmt = 160, 120, "yuv420p"
                write_video(container, seen, seconds, lit_from)
            if isinstance(heard, av.AudioStream):
                write_sound(container, heard, tone(seconds, loudness))
            for stream in (seen, heard):
                if isinstance(stream, av.AudioStream | av.VideoStream):
                    container.mux(stream.encode(None))
        return path

    return write
