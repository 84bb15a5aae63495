"""The pages that tell: the road with a page for each stop, help, and what is locked."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.faces.public.asking import said
from waarborg.engines.rules.sources import Source
from waarborg.faces.public.doors import DOORS
from waarborg.faces.public.process import ROAD
from waarborg.faces.public.sayings import Stop, saying
from waarborg.faces.public.stations import STOPS
from waarborg.faces.shell.drawings.road import Line
from waarborg.kernel.actors import Channel

PAGES = ("/", "/process/", "/help/", "/about/", "/locked/", "/accessibility/", "/traces/", "/report/", "/mailbox/")


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_stands_in_both_languages_with_the_way_out(client: Client, language: str, path: str) -> None:
    page = client.get(f"/{language}{path}")
    html = page.content.decode()
    assert page.status_code == 200
    assert f'<html lang="{language}"' in html
    assert "data-exit" in html
    assert not client.cookies
    assert not re.search(r'\sstyle="', html)
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)


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


def test_help_names_the_numbers_without_any_report(client: Client) -> None:
    html = client.get("/help/").content.decode()
    assert [number in html for number in ("tel:112", "tel:09008844", "tel:08007000")] == [True, True, True]


@pytest.mark.parametrize("channel", list(Channel))
def test_every_door_says_who_reads_it_and_what_it_cannot_do(channel: Channel) -> None:
    words = DOORS[channel]
    assert words.can_read
    assert words.cannot_read
    assert any("cannot" in each.en for each in words.can_do)
    assert words.name.nl[0].isupper()


def test_the_site_does_not_promise_a_lock_in_the_browser(client: Client) -> None:
    words = " ".join(said(client.get(path)) for path in PAGES)
    assert "Your browser locks" not in words
    assert "for a moment our computer can read it" in words
