"""The language stands in the address, and no cookie is ever set for it."""

from __future__ import annotations

from django.test import Client
from django.urls import get_script_prefix


def test_the_address_decides_over_the_browser(client: Client) -> None:
    response = client.get("/nl/book/door/", headers={"accept-language": "en"})
    assert response.headers["Content-Language"] == "nl"
    assert "Verlaat deze site" in response.content.decode()


def test_without_a_language_in_the_address_the_browser_decides(client: Client) -> None:
    response = client.get("/book/door/", headers={"accept-language": "nl-BE,fr;q=0.5"})
    assert response.headers["Content-Language"] == "nl"
    assert "Accept-Language" in response.headers["Vary"]


def test_a_language_that_we_do_not_speak_gives_english(client: Client) -> None:
    assert client.get("/book/door/", headers={"accept-language": "xx"}).headers["Content-Language"] == "en"


def test_every_address_that_a_page_makes_keeps_the_language(client: Client) -> None:
    html = client.get("/nl/book/door/?step=4").content.decode()
    assert 'href="/nl/process/"' in html
    assert 'href="/en/book/door/?step=4"' in html
    assert 'href="/process/"' not in html
    assert 'href="/static/shell/waarborg.css"' in html


def test_the_mount_point_is_gone_after_the_answer(client: Client) -> None:
    client.get("/nl/book/door/")
    client.get("/nl/fault/")
    assert get_script_prefix() == "/"
    assert 'href="/process/"' in client.get("/book/door/").content.decode()


def test_the_first_page_of_a_language_needs_no_slash_at_its_end(client: Client) -> None:
    assert client.get("/nl").status_code == 200


def test_no_cookie_is_set(client: Client) -> None:
    response = client.get("/nl/book/door/")
    assert not response.cookies


def test_a_word_that_begins_like_a_language_is_no_language(client: Client) -> None:
    assert client.get("/nlx/book/door/").status_code == 404
