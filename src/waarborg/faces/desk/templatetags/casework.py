"""Filters of the desk's pages: states, kinds and languages in words."""

from __future__ import annotations

from typing import Final

from django import template
from django.utils.translation import get_language

from waarborg.apps.people.facts import RepresentativeKind
from waarborg.faces.desk import naming
from waarborg.kernel.texts import Text

register: Final = template.Library()


@register.filter
def in_words(member: object) -> str:
    """A member of one of the tables of ``naming`` in the active language."""
    return _said(naming.in_words(member))


@register.filter
def language_called(tag: str) -> str:
    """The name of a language by its tag."""
    return _said(naming.language_called(tag))


@register.filter
def came_by(way: str) -> str:
    """How a report came."""
    return _said(naming.CAME_BY[way])


@register.filter
def acts_as(kind: str) -> str:
    """On what ground somebody acts for a person."""
    return _said(naming.in_words(RepresentativeKind(kind)))


def _said(words: Text) -> str:
    return words.to(get_language() or "en")
