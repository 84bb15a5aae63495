"""Real recordings for the tests of acts: small files with sound and image, as a recorder writes them."""

from __future__ import annotations

import io
import math
from fractions import Fraction

import av
import numpy as np

_RATE = 8_000


def recording(seconds: float, *, tone: bool | None = True, lit: bool | None = None) -> bytes:
    """A file of so many seconds.

    Args:
        seconds: of every track.
        tone: a sound track with a tone (True), with silence (False), or no sound track (None).
        lit: an image track that shows something (True), that is black (False), or no image track (None).
    """
    file = io.BytesIO()
    with av.open(file, "w", format="wav" if lit is None else "matroska") as container:
        heard = None if tone is None else container.add_stream("pcm_s16le", rate=_RATE, layout="mono")
        seen = None if lit is None else container.add_stream("mpeg4", rate=2)
        if isinstance(seen, av.VideoStream):
            seen.width, seen.height, seen.pix_fmt = 64, 48, "yuv420p"
            for number in range(int(seconds * 2)):
                picture = np.full((48, 64, 3), 60 + number % 100 if lit else 0, np.uint8)
                frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
                frame.pts, frame.time_base = number, Fraction(1, 2)
                container.mux(seen.encode(frame))
            container.mux(seen.encode(None))
        if isinstance(heard, av.AudioStream):
            wave = np.sin(2 * math.pi * 440 * np.arange(int(seconds * _RATE)) / _RATE) * (12_000 if tone else 0)
            for at in range(0, len(wave), _RATE):
                piece = av.AudioFrame.from_ndarray(
                    wave[at : at + _RATE].astype(np.int16).reshape(1, -1), format="s16", layout="mono"
                )
                piece.sample_rate, piece.pts, piece.time_base = _RATE, at, Fraction(1, _RATE)
                container.mux(heard.encode(piece))
            container.mux(heard.encode(None))
    return file.getvalue()
