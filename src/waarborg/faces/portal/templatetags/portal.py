"""Tags of the portal's pages: an id for each form, functions and languages in words, and amounts as words."""

from __future__ import annotations

from secrets import token_hex
from typing import Final

from django import template
from django.utils.translation import get_language

from waarborg.faces.portal.naming import language_called

register: Final = template.Library()


@register.simple_tag
def form_id() -> str:
    """An id of a form's own, so that the same form sent twice is done once."""
    return token_hex(16)


@register.filter
def language_named(tag: str) -> str:
    """A language by its tag, in the language of the page."""
    return language_called(tag).to(get_language() or "en")
