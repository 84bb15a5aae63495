"""Tags that say things: kernel texts and days in the active language, icons, buttons and refusals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from waarborg.faces.shell import dates
from waarborg.faces.shell.icons import ICONS
from waarborg.kernel.errors import Refusal
from waarborg.kernel.texts import Text

register: Final = template.Library()


@register.filter
def say(words: object) -> str:
    """A kernel text, or its JSON form ``{"en": …, "nl": …}``, in the active language; anything else as it is."""
    if isinstance(words, Mapping) and "en" in words:
        words = Text(en=str(words["en"]), nl=str(words.get("nl") or words["en"]))
    return words.to(get_language() or "en") if isinstance(words, Text) else str(words)


@register.simple_tag
def text(words: Text, **values: object) -> str:
    """A kernel text in the active language, its placeholders filled with ``values``."""
    return say(words.fill(**values) if values else words)


@register.filter
def day(when: date | None, form: str = "") -> str:
    """``Monday 16 November``; with ``"year"`` its year, with ``"short"`` just ``16 Nov``, with ``"plain"`` no weekday."""
    if when is None:
        return ""
    if "short" in form:
        return say(dates.short_day(when, year="year" in form))
    if "plain" in form:
        return say(dates.day_month(when, year="year" in form))
    return say(dates.long_day(when, year="year" in form))


@register.filter
def moment(when: datetime | None, form: str = "") -> str:
    """``Monday 16 November, 10:05``; with ``"year"`` its year."""
    return "" if when is None else say(dates.moment(when, year=form == "year"))


@register.filter
def clock(when: datetime | None) -> str:
    """``10:05``."""
    return "" if when is None else dates.clock(when)


@register.inclusion_tag("shell/parts/day.html")
def day_block(when: date) -> dict[str, object]:
    """The small calendar leaf of an appointment."""
    local = dates.day_month(when)
    return {
        "weekday": dates.short_weekday(when),
        "number": say(local).split(" ", 1)[0],
        "month": dates.short_month(when),
    }


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon; always beside words, so it is hidden from screen readers."""
    drawing = ICONS[name]
    paths = format_html_join("", '<path d="{}"/>', ((path,) for path in drawing.paths))
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        " turns" if drawing.turns else "",
        paths,
    )


@register.inclusion_tag("shell/parts/button.html")
def button(
    words: str,
    kind: str = "secondary",
    *,
    href: str = "",
    icon: str = "",  # noqa: A002 - the word of the page's author; the tag of that name is not needed here
    name: str = "",
    value: str = "",
    form: str = "",
    size: str = "",
    busy: str = "",
    hidden: str = "",
) -> dict[str, object]:
    """A button, or with ``href`` a link that looks like one.

    Args:
        words: what happens.
        kind: ``primary`` (one a page), ``secondary`` or ``exit``; ``link`` for an act that looks like a link.
        href: where it leads; without it the button sends the form.
        icon: name of an icon; an arrow stands after the words, any other before.
        name: sent with ``value`` where a form has several buttons.
        value: see ``name``.
        form: id of the form, where the button stands outside it.
        size: ``small`` or ``large``.
        busy: the words said while it is sent, such as *Locking…*.
        hidden: words for screen readers that make the button clear on its own.
    """
    return {
        "words": words, "kind": kind, "href": href, "icon": icon, "name": name, "value": value, "form": form,
        "size": size, "busy": busy, "hidden": hidden,
    }  # fmt: skip


@register.inclusion_tag("shell/parts/refusal.html")
def refusal(refusal: Refusal) -> dict[str, object]:
    """A refusal in its four parts; quiet, because it is an answer and no error."""
    return {"refusal": refusal}
