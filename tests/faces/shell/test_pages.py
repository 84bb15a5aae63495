"""The pattern book and the error pages, as a browser without scripts gets them."""

from __future__ import annotations

import re

import pytest
from django.test import Client

PAGES = ("public_home", "door", "receipt", "portal_home", "case", "interview", "form_errors", "roads")


def _html(client: Client, path: str) -> str:
    return client.get(path).content.decode()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_page_needs_nothing_that_the_content_policy_forbids(client: Client, name: str, language: str) -> None:
    response = client.get(f"/{language}/book/{name}/")
    html = response.content.decode()
    assert response.status_code == 200
    assert not re.findall(r"\sstyle=|<style|\son[a-z]+=|javascript:", html)
    assert all('src="/static/' in tag for tag in re.findall(r"<script[^>]*>", html))
    assert not re.findall(r'(?:src|<link[^>]*href)="https?:', html)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_heading_a_skip_link_and_a_language(client: Client, name: str) -> None:
    html = _html(client, f"/nl/book/{name}/")
    assert html.count("<h1") == 1
    assert '<html lang="nl" dir="ltr"' in html
    assert html.index('href="#main"') < html.index("<main")


@pytest.mark.parametrize("name", ["public_home", "portal_home"])
def test_leaving_comes_first_after_the_skip_link(client: Client, name: str) -> None:
    html = _html(client, f"/book/{name}/")
    links = re.findall(r"<(?:a|button|summary)\b[^>]*>", html)
    assert "#main" in links[0]
    assert "data-exit" in links[1]
    assert re.search(r'href="https://[^"]+"', links[1])


def test_the_desk_has_no_exit(client: Client) -> None:
    assert "data-exit" not in _html(client, "/book/case/")


def test_the_portal_keeps_its_title_neutral(client: Client) -> None:
    assert "<title>Waarborg</title>" in _html(client, "/book/portal_home/")


def test_a_title_says_that_there_is_a_problem(client: Client) -> None:
    assert "<title>Problem: Everything that can be asked</title>" in _html(client, "/book/form_errors/")
    assert "<title>Probleem: " in _html(client, "/nl/book/form_errors/")


def test_an_error_stands_at_its_answer_and_in_the_summary(client: Client) -> None:
    html = _html(client, "/book/form_errors/")
    assert re.search(r'<input[^>]*name="name"[^>]*aria-describedby="id_name_hint id_name_error"', html) or re.search(
        r'<input[^>]*aria-describedby="id_name_hint id_name_error"[^>]*>', html
    )
    assert 'id="id_name_error"' in html
    for href in re.findall(r'class="error-summary".*?</ul>', html, re.DOTALL)[0].split('href="#')[1:]:
        assert f'id="{href.partition(chr(34))[0]}"' in html


def test_a_reason_for_asking_is_bound_to_the_question(client: Client) -> None:
    html = _html(client, "/book/door/")
    assert re.search(r'<fieldset[^>]*aria-describedby="id_door_why"', html)
    assert 'id="id_door_why">We ask because' in html


def test_a_refusal_has_four_parts_and_says_that_it_was_written_down(client: Client) -> None:
    response = client.get("/nl/refused/")
    html = response.content.decode()
    assert response.status_code == 403
    for part in ("Wat niet kan", "Waarom", "Wat wel kan", "Aan wie u het vraagt", "We hebben genoteerd"):
        assert part in html


def test_every_drawing_has_its_words_for_those_who_do_not_see_it(client: Client) -> None:
    html = _html(client, "/book/case/")
    assert 'class="road-wide" aria-hidden="true"' in html
    assert 'class="road-narrow" aria-hidden="true"' in html
    assert "Station 8 of 9. Convicted, 25 November." in html
    assert html.count('<li aria-current="step">') == 1


def test_an_amount_is_written_for_the_drawing_and_not_for_the_reader(client: Client) -> None:
    # A Dutch decimal comma would make the drawing invalid.
    assert 'width="48.44%"' in _html(client, "/nl/book/form_errors/")


def test_a_finding_says_its_force_its_source_and_what_is_missing(client: Client) -> None:
    html = _html(client, "/book/interview/")
    assert '<a href="#companion">companion</a>' in html
    assert "In force from 1 May 2021." in html
    assert "Not yet checked against the official text." in html
    assert ">where possible<" in html


def test_the_desk_offers_the_road_as_a_list(client: Client) -> None:
    assert "Read the road as a list" in _html(client, "/book/case/")
    assert "Read the road as a list" not in _html(client, "/book/public_home/")
