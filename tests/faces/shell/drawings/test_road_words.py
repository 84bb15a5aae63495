"""The list says what the drawing shows."""

from __future__ import annotations

from tests.faces.shell.book import data
from waarborg.faces.shell.drawings.road_words import said
from waarborg.kernel.texts import Text


def test_each_station_is_said_with_its_place_day_and_state() -> None:
    words = [item.words.en for item in said(data.CASE_ROAD)]
    assert words[0] == "Station 1 of 9. Signal, 2 August."
    assert words[8] == (
        "Branch. Suspect B: dismissed. Too little proof. Letter with the reason sent 28 Oct. This branch ends here."
    )
    assert words[9] == "Support. Support review, because of the dismissal, 22 October. The case started this."
    assert words[11] == "Station 8 of 9. Convicted, 25 November. Not final. This is where it stands now."
    assert words[12] == "Station 9 of 9. Final. When no appeal is left. This may come."


def test_the_list_is_said_in_dutch_too() -> None:
    item = said(data.CASE_ROAD)[9]
    assert item.words.nl.startswith("Steun. Support review")
    assert item.words.nl.endswith("22 oktober. De zaak heeft dit in gang gezet.")


def test_support_that_began_is_said_to_go_on_last() -> None:
    assert said(data.PORTAL_ROAD)[-1].words == Text(
        en="Support goes on. It does not stop because the case stops.",
        nl="De steun gaat door. Die stopt niet omdat de zaak stopt.",
    )


def test_support_that_never_began_is_not_said_to_go_on() -> None:
    assert said(data.EMPTY_ROAD)[-1].words.en == "Support. Not started. Nobody was found yet. This may come."


def test_exactly_one_item_is_where_it_stands() -> None:
    assert [item.now for item in said(data.CASE_ROAD)].count(True) == 1


def test_an_end_of_the_case_line_is_said() -> None:
    assert said(data.PORTAL_ROAD)[4].words.en.endswith("The case line ends here.")
