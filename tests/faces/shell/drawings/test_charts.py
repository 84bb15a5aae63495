"""Bars and strips as shares of their width."""

from __future__ import annotations

from tests.faces.shell.book import data
from waarborg.faces.shell.drawings.charts import Amount, Part, Track, bars, strips


def test_bars_have_one_scale_that_begins_at_nothing() -> None:
    assert [bar.width for bar in bars(data.AMOUNTS)] == [100.0, 48.44, 9.38]


def test_something_is_never_too_small_to_be_seen_and_nothing_is_nothing() -> None:
    shown = bars([Amount(label="much", value=10_000, figure=""), Amount(label="one", value=1, figure="")])
    assert shown[1].width == 0.5
    assert bars([Amount(label="none", value=0, figure="0")])[0].width == 0


def test_a_part_that_runs_over_is_cut_at_the_end() -> None:
    track = Track(label="Sound", length=100, parts=(Part(start=90, end=130),), words="")
    assert [(piece.x, piece.width) for piece in strips([track])[0][1]] == [(90, 10)]


def test_an_interview_without_length_has_no_strip_and_no_fault() -> None:
    track = Track(label="Sound", length=0, parts=(Part(start=0, end=0),), words="")
    assert strips([track])[0][1][0].width == 0
