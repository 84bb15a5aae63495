"""The language switcher and the links, as they come out of a template."""

from __future__ import annotations

from django.template import engines
from django.test import Client, RequestFactory

from waarborg.faces.shell.context import site
from waarborg.faces.shell.tags import frame


def _drawn(source: str, **context: object) -> str:
    request = RequestFactory().get("/book/door/")
    template = engines["django"].from_string("{% load shell %}" + source)
    return str(template.render({**site(request), "request": request, **context}))


def test_the_library_has_the_links_and_the_languages() -> None:
    assert set(frame.register.tags) == {"site_nav", "foot_links", "languages"}


def test_answers_that_travel_in_a_form_are_sent_along_with_the_language(alone: None) -> None:
    html = _drawn("{% languages %}", answers_form="answers")
    assert '<button type="submit" form="answers" formnovalidate name="language" value="nl" lang="nl"' in html


def test_where_a_cookie_may_be_set_the_language_is_a_form_that_comes_back_here(alone: None) -> None:
    html = _drawn("{% languages %}", csrf_token="tokenoftheform")
    assert 'action="/language/"' in html
    assert 'value="tokenoftheform"' in html
    assert '<input type="hidden" name="next" value="/book/door/">' in html


def test_the_desk_carries_its_shortcuts_on_its_links(client: Client) -> None:
    assert 'href="/cases/" aria-current="page" data-key="c"' in client.get("/cases/").content.decode()
