"""The icons of the sites: own drawings on a grid of 24, stroke 2, so that they need no request and no licence.

``turns`` marks those that point along the line of reading and are mirrored where that runs from right to left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Icon:
    """The path data of a drawing."""

    paths: tuple[str, ...]
    turns: bool = False


ICONS: Final = {
    "arrow": Icon(("M4 12h16", "M14 6l6 6-6 6"), turns=True),
    "back": Icon(("M20 12H4", "M10 6l-6 6 6 6"), turns=True),
    "check": Icon(("M5 12.5l4.5 4.5L19 7.5",)),
    "clock": Icon(("M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z", "M12 7.5V12l3 2")),
    "copy": Icon(("M9 9h11v11H9z", "M5.5 15H4V4h11v1.5")),
    "cross": Icon(("M6 6l12 12", "M18 6L6 18")),
    "exit": Icon(("M10 4H5v16h5", "M10 12h10", "M16 8l4 4-4 4"), turns=True),
    "eye": Icon(("M2.5 12S6 5.5 12 5.5S21.5 12 21.5 12S18 18.5 12 18.5S2.5 12 2.5 12z", "M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z")),
    "eye-off": Icon(
        ("M9.9 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.7", "M6.5 7.2A16 16 0 0 0 2.5 12s3.5 6.5 9.5 6.5a9 9 0 0 0 5-1.5", "M10 10a3 3 0 0 0 4.1 4.1", "M3.5 3.5l17 17")
    ),
    "globe": Icon(("M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z", "M3 12h18", "M12 3c5 5.5 5 12.5 0 18c-5-5.5-5-12.5 0-18z")),
    "key": Icon(("M8 12.5a4 4 0 1 0 0.01 0z", "M11 14l8.5-8.5", "M16.5 8.5l2.5 2.5"), turns=True),
    "lock": Icon(("M5.5 11h13v9h-13z", "M8.5 11V7.5a3.5 3.5 0 0 1 7 0V11")),
    "menu": Icon(("M4 7h16", "M4 12h16", "M4 17h16")),
    "phone": Icon(("M5 4h3.5l1.5 4.5l-2 1.5a12 12 0 0 0 6 6l1.5-2l4.5 1.5V19a1.5 1.5 0 0 1-1.5 1.5A15.5 15.5 0 0 1 3.5 5.5A1.5 1.5 0 0 1 5 4z",)),
    "print": Icon(("M7 8V3.5h10V8", "M7 17H4V8h16v9h-3", "M7 14h10v6.5H7z")),
    "search": Icon(("M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z", "M15.5 15.5l5 5")),
    "warning": Icon(("M12 4l9 16H3z", "M12 10v4.5", "M12 17.2v0.1")),
}
