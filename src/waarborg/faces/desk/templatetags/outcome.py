"""Filters and pieces of pages about outcomes: words of decisions, notices and rights, and where a rule comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django import template
from django.utils.translation import get_language

from waarborg.engines.rules.sources import Source
from waarborg.engines.rules.terms import Term
from waarborg.faces.desk import outcome_words
from waarborg.law.steps import Form

register: Final = template.Library()


@register.filter
def named(member: object) -> str:
    """A member of one of the tables of the desk in the active language."""
    return outcome_words.named(member).to(get_language() or "en")


@register.filter
def form_named(form: str) -> str:
    """How somebody must be told, from the word that a notice keeps."""
    return named(Form(form))


@register.inclusion_tag("desk/parts/sources.html")
def sources(found: Sequence[Source], *, short: bool = False) -> dict[str, object]:
    """Where something comes from, and whether anybody read it; ``short`` where the page says what that means."""
    return {"sources": found, "verified": all(source.verified for source in found), "short": short}


@register.inclusion_tag("desk/parts/term.html")
def term(about: Term | None) -> dict[str, object]:
    """A term as the law sets it: how long, from when, on what condition; never a bare number."""
    return {"term": about, "length": outcome_words.length_of(about.length, about.unit) if about else None}
