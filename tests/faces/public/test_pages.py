"""The pages that only tell: in both languages, with the way out, and without a promise that is not kept."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.faces.public.asking import said

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


def test_help_names_the_numbers_without_any_report(client: Client) -> None:
    html = client.get("/help/").content.decode()
    assert [number in html for number in ("tel:112", "tel:09008844", "tel:08007000")] == [True, True, True]


def test_the_site_does_not_promise_a_lock_in_the_browser(client: Client) -> None:
    words = " ".join(said(client.get(path)) for path in PAGES)
    assert "Your browser locks" not in words
    assert "for a moment our computer can read it" in words
