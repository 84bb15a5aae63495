"""Filters of the portal's pages."""

from __future__ import annotations

from typing import Final

from django import template
from django.utils.translation import get_language

from waarborg.faces.portal.naming import language_called

register: Final = template.Library()


@register.filter
def language_named(tag: str) -> str:
    """A language by its tag, in the language of the page."""
    return language_called(tag).to(get_language() or "en")
