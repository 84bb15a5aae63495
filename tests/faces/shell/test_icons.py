"""Icons are drawings and nothing else."""

from __future__ import annotations

import re

from waarborg.faces.shell.icons import ICONS


def test_every_icon_is_path_data_alone() -> None:
    for name, icon in ICONS.items():
        for path in icon.paths:
            assert re.fullmatch(r"[MLHVCSAZaclhvmsz0-9 .-]+", path), name


def test_what_points_along_the_line_is_mirrored_and_a_clock_is_not() -> None:
    assert ICONS["arrow"].turns
    assert not ICONS["clock"].turns
    assert not ICONS["check"].turns
