"""The road as anybody may read it: one page for each stop, with where it stands."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.faces.public.asking import said
from waarborg.engines.rules.sources import Source
from waarborg.faces.public.process import ROAD
from waarborg.faces.public.sayings import Stop, saying
from waarborg.faces.public.stations import STOPS
from waarborg.faces.shell.drawings.road import Line


def test_m3_the_road_says_that_a_report_without_a_statement_is_enough(client: Client) -> None:
    assert "A report is enough to start an investigation." in said(client.get("/process/report/"))


@pytest.mark.parametrize("stop", STOPS.values(), ids=lambda stop: stop.slug)
def test_every_stop_says_what_happens_what_may_be_refused_and_who_is_there(client: Client, stop: Stop) -> None:
    words = said(client.get(f"/process/{stop.slug}/"))
    for part in (*stop.happens, *stop.may_refuse, *stop.who_is_there):
        assert part.text.en in words
    for source in stop.sources():
        assert source.instrument in words


def test_m2_the_support_line_has_no_end_and_begins_with_the_report() -> None:
    support = [place for place, station in enumerate(ROAD) if station.line is Line.SUPPORT]
    assert support == [1]


def test_what_nobody_has_read_as_it_is_now_is_marked() -> None:
    read = Source(instrument="a law", place="art. 1", verified=True)
    unread = Source(instrument="a law", place="art. 1", verified=False)
    assert not saying("x", "x", read, unread).unchecked
    assert not saying("x", "x").unchecked
    assert saying("x", "x", unread).unchecked
    assert all(each.unchecked for stop in STOPS.values() for each in stop.happens if "sound is always" in each.text.en)


def test_a_stop_that_there_is_not_is_not_found(client: Client) -> None:
    assert client.get("/process/heaven/").status_code == 404
