"""Tags of the frame: the links at the top and the foot, and the language switcher."""

from __future__ import annotations

from typing import Final

from django import template
from django.template.context import Context

from waarborg.faces.shell import frames

register: Final = template.Library()


@register.inclusion_tag("shell/parts/nav.html", takes_context=True)
def site_nav(context: Context, program: str) -> dict[str, object]:
    """The links at the top: a row where it is wide, a fold where it is not."""
    request = context.get("request")
    links = frames.shown(frames.TOP[program], request.path_info if request else "")
    return {
        "links": links,
        "current": next((link for link in links if link.current), None),
        "program": program,
        "site": context.get("site"),
        "answers_form": context.get("answers_form"),
    }


@register.inclusion_tag("shell/parts/foot_links.html", takes_context=True)
def foot_links(context: Context, program: str) -> dict[str, object]:
    """The links at the foot."""
    request = context.get("request")
    return {"links": frames.shown(frames.FOOT[program], request.path_info if request else "")}


@register.inclusion_tag("shell/parts/languages.html", takes_context=True)
def languages(context: Context) -> dict[str, object]:
    """The language switcher, each language by its own name.

    A page whose answers travel in a form puts the id of that form in its context as ``answers_form``: then each language
    is a button that sends the answers along (with ``name="language"``), and the view shows the same step again.
    """
    return {key: context.get(key) for key in ("site", "answers_form", "csrf_token", "request")}
