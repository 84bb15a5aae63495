"""What a road may hold, and what stands under a title."""

from __future__ import annotations

from datetime import date

import pytest

from waarborg.faces.shell.drawings.road import Kind, Line, Station, beside
from waarborg.kernel.texts import Text


@pytest.mark.parametrize("kind", [Kind.END, Kind.BRANCH, Kind.BYPASS, Kind.RETURN])
def test_the_support_line_cannot_be_given_an_end_or_a_branch(kind: Kind) -> None:
    with pytest.raises(ValueError, match="support line"):
        Station(line=Line.SUPPORT, kind=kind, title="Closed")


def test_what_has_not_come_has_no_date() -> None:
    with pytest.raises(ValueError, match="has not come"):
        Station(line=Line.CASE, kind=Kind.AHEAD, title="Final", date=date(2026, 12, 1))


def test_only_support_is_caused_by_the_case() -> None:
    with pytest.raises(ValueError, match="expected it on the support line"):
        Station(line=Line.CASE, kind=Kind.CAUSE, title="Review")


def test_a_day_and_its_words_make_two_sentences_where_the_words_are_one() -> None:
    decided = Station(line=Line.CASE, kind=Kind.NOW, title="Convicted", date=date(2026, 11, 25), sentence="not final")
    told = Station(
        line=Line.CASE,
        kind=Kind.NOW,
        title="Told",
        date=date(2026, 11, 25),
        sentence=Text(en="By Ann.", nl="Door Ann."),
    )
    assert beside(decided, [decided]).en == "25 Nov, not final"
    assert beside(told, [told]) == Text(en="25 Nov. By Ann.", nl="25 nov. Door Ann.")


def test_a_year_is_said_where_it_is_not_the_last_of_the_road() -> None:
    old = Station(line=Line.CASE, kind=Kind.HAPPENED, title="Signal", date=date(2025, 8, 2))
    new = Station(line=Line.CASE, kind=Kind.HAPPENED, title="Decision", date=date(2026, 1, 3))
    assert beside(old, [old, new]).en == "2 Aug 2025"
    assert beside(new, [old, new]).en == "3 Jan"
