"""Tags that draw: the road, the age span, the safeguard line, lists of what is due, bars and strips.

Invariant: a tag draws what it is given and decides nothing about the law or about who may see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from waarborg.faces.shell import dates
from waarborg.faces.shell.drawings import age_span as ages
from waarborg.faces.shell.drawings import charts, facts, road_narrow, road_wide, road_words
from waarborg.faces.shell.drawings import road as roads
from waarborg.faces.shell.drawings import safeguard as lines
from waarborg.faces.shell.tags.words import say

register: Final = template.Library()


@register.inclusion_tag("shell/parts/road.html")
def road(
    stations: Sequence[roads.Station], variant: str = "wide", *, label: str = "", as_list: bool = False
) -> dict[str, object]:
    """The road.

    Args:
        stations: the list, in the order of time.
        variant: ``wide`` (a case: dates, branches), ``public`` (what may happen), ``portal`` (a list at any width) or
            ``steps`` (a few stations in a row, with links).
        label: what the list is called for a screen reader.
        as_list: offer *Read the road as a list* to everybody (the desk does).
    """
    context: dict[str, object] = {"variant": variant, "label": label, "as_list": as_list, "stations": stations}
    if variant == "steps":
        return context
    context |= {"said": road_words.said(stations), "rows": road_narrow.narrow(stations)}
    context["two_lines"] = any(station.line is roads.Line.SUPPORT for station in stations)
    if variant != "portal":
        context["wide"] = road_wide.wide(stations, stubs=variant == "public")
    return context


@register.inclusion_tag("shell/parts/age_span.html")
def age_span(spans: Sequence[ages.Age]) -> dict[str, object]:
    """The ages that sources give, and the span in force today."""
    return {"drawing": ages.age_span(spans)}


@register.inclusion_tag("shell/parts/safeguard.html")
def safeguard(
    finding: lines.Finding,
    *,
    act: str = "",
    href: str = "",
    settles: Mapping[str, str] | None = None,
    source: bool = True,
    id: str = "",  # noqa: A002 - HTML's word
) -> dict[str, object]:
    """One finding of the rulebook as a line; stands in ``<ul class="sgs">``.

    Args:
        finding: as ``assess`` gives it; ``duty`` (a text) is its title where it has one.
        act: words of the link at its end, such as *Reason*.
        href: where that leads.
        settles: by missing fact, the address of the field that settles it.
        source: whether the source is shown (not in the portal).
        id: of the line, to link to.
    """
    return _line(finding, act=act, href=href, settles=settles, source=source, id=id)


@register.simple_block_tag
def safeguard_open(
    content: SafeString,
    finding: lines.Finding,
    *,
    settles: Mapping[str, str] | None = None,
    id: str = "",  # noqa: A002 - HTML's word
) -> SafeString:
    """The same line with a form opened under it: first to put it right, then to explain it."""
    context = _line(finding, act="", href="", settles=settles, source=True, id=id)
    return render_to_string("shell/parts/safeguard.html", {**context, "more": content})


def _line(
    finding: lines.Finding,
    *,
    act: str,
    href: str,
    settles: Mapping[str, str] | None,
    source: bool,
    id: str,  # noqa: A002 - HTML's word
) -> dict[str, object]:
    state = lines.state_of(finding)
    return {
        "finding": finding,
        "state": state,
        "look": lines.LOOKS[state],
        "name": lines.name_of(finding),
        "force": lines.FORCE.get(finding.get("force", "")),
        "because": [(facts.fact(each["fact"]), facts.value(each["value"])) for each in finding.get("because", ())],
        "missing": [(facts.fact(path), (settles or {}).get(path)) for path in finding.get("missing", ())],
        "sources": [{**each, "since": _since(each)} for each in finding.get("sources", ())] if source else [],
        "act": act,
        "href": href,
        "source": source,
        "id": id,
    }


def _since(source: Mapping[str, Any]) -> str:
    """The first day of the version, in words."""
    found = source.get("from")
    if not found:
        return ""
    return say(dates.day_month(found if isinstance(found, date) else date.fromisoformat(found), year=True))


@register.inclusion_tag("shell/parts/safeguards.html")
def safeguards(
    findings: Iterable[lines.Finding], *, settles: Mapping[str, str] | None = None, source: bool = True
) -> dict[str, object]:
    """All findings of one interview: what needs somebody first, then folded what is met and what is not due."""
    ordered = lines.in_order(findings)
    open_ones = [each for each in ordered if lines.state_of(each) not in {lines.State.MET, lines.State.NOT_DUE}]
    folded = ordered[len(open_ones) :]
    return {
        "findings": open_ones or ordered,
        "folded": folded if open_ones else [],
        "tags": lines.tags(folded),
        "settles": settles,
        "source": source,
    }


@register.inclusion_tag("shell/parts/tags.html")
def tag_summary(findings: Iterable[lines.Finding]) -> dict[str, object]:
    """A row of tags, worst first, whose counts add up to the list."""
    return {"tags": lines.tags(findings)}


@register.inclusion_tag("shell/parts/glyph.html")
def glyph(state: str) -> dict[str, object]:
    """The line that holds, breaks or is bridged; always beside the word."""
    return {"state": str(state)}


@register.inclusion_tag("shell/parts/todo.html")
def todo(rows: Sequence[Mapping[str, Any]]) -> dict[str, object]:
    """What is due: mappings with ``due`` (words, a date or None), ``late``, ``title``, ``text``, ``href``, ``act``."""
    return {"rows": [{**row, "day": _due(row.get("due"))} for row in rows]}


def _due(due: object) -> str | None:
    return say(dates.weekday_short(due)) if isinstance(due, date) else (say(due) if due else None)


@register.inclusion_tag("shell/parts/bars.html")
def bars(rows: Sequence[charts.Amount]) -> dict[str, object]:
    """Amounts as bars, with their figures; the page puts the table beside it."""
    return {"bars": charts.bars(rows)}


@register.inclusion_tag("shell/parts/strip.html")
def strip(tracks: Sequence[charts.Track], *, start: str = "", end: str = "") -> dict[str, object]:
    """What is in the vault of a recording, a line for each medium, between two clock times."""
    return {"tracks": charts.strips(tracks), "start": start, "end": end}
