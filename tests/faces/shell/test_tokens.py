"""Every colour pair that the sites use can be read, in light and in dark; computed from the style sheet itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import waarborg.faces.shell

_TOKENS = Path(waarborg.faces.shell.__file__ or "").parent / "static" / "shell" / "tokens.css"
_TEXTS = ("ink", "ink2", "road", "support", "met", "broken", "explained", "until")
_STATES = ("road", "support", "met", "broken", "explained", "until")
_GROUNDS = ("paper", "surface", "sunk")


def _sets() -> dict[str, dict[str, str]]:
    """The colours by theme, from the blocks of the file; each theme's blocks must agree."""
    found: dict[str, dict[str, str]] = {}
    for block in re.findall(r"\{([^{}]*)\}", _TOKENS.read_text("utf-8")):
        colours = dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6});", block))
        theme = re.findall(r"color-scheme: (\w+);", block)
        if theme:
            assert found.setdefault(theme[0], colours) == colours
    return found


_THEMES = _sets()


def _light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


_PAIRS_OF_TEXT = (
    *((text, ground) for text in _TEXTS for ground in _GROUNDS),
    *((state, f"{state}-soft") for state in _STATES),
    *((ink, f"{soft}-soft") for ink in ("ink", "ink2") for soft in (*_STATES, "quiet")),
    *(("on-road", ground) for ground in ("road", "road-hover")),
    *(("on-ink", ground) for ground in ("ink", "ink2")),
    *((link, f"{soft}-soft") for link in ("road", "road-hover") for soft in (*_STATES, "quiet")),
    *(("road-hover", ground) for ground in _GROUNDS),
)
_PAIRS_OF_SHAPES = (
    *((shape, ground) for shape in ("line2", "focus", *_STATES) for ground in _GROUNDS),
    *(("line2", f"{soft}-soft") for soft in ("quiet",)),
)


def test_the_file_has_a_light_and_a_dark_set_with_the_same_names() -> None:
    assert set(_THEMES) == {"light", "dark"}
    assert set(_THEMES["light"]) == set(_THEMES["dark"])


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("pair", _PAIRS_OF_TEXT, ids="-on-".join)
def test_text_stands_out_seven_to_one(theme: str, pair: tuple[str, str]) -> None:
    text, ground = (_THEMES[theme][name] for name in pair)
    assert _contrast(text, ground) >= 7


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("pair", _PAIRS_OF_SHAPES, ids="-on-".join)
def test_borders_glyphs_and_rings_stand_out_three_to_one(theme: str, pair: tuple[str, str]) -> None:
    shape, ground = (_THEMES[theme][name] for name in pair)
    assert _contrast(shape, ground) >= 3
