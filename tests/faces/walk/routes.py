"""Every address of a site with its view, found in the addresses themselves, so that no page can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

from waarborg.faces.shell.access import Access, access_of
from waarborg.faces.shell.addresses import IdConverter


@dataclass(frozen=True, kw_only=True)
class Route:
    """One address."""

    #: As it is written, such as ``cases/<case:case>/``.
    pattern: str
    #: What each parameter asks for in ``examples``.
    asks: dict[str, str]
    #: The parameters that are typed ids.
    ids: frozenset[str]
    access: Access | None

    def address(self, values: dict[str, Any]) -> str:
        """The address with its parameters filled in."""
        text = self.pattern
        for name in self.asks:
            start = text.rindex("<", 0, text.index(f"{name}>"))
            text = text[:start] + str(values[name]) + text[text.index(f"{name}>", start) + len(name) + 1 :]
        return f"/{text}"


def routes(site: str) -> list[Route]:
    """Every address of ``desk`` or ``portal``."""
    return routes_in(f"waarborg.faces.{site}.urls")


def routes_in(module: str) -> list[Route]:
    """Every address that a module of addresses names."""
    import_module(module)
    return list(_routes(get_resolver(module).url_patterns, "", {}))


def _routes(patterns: list[URLPattern | URLResolver], before: str, converters: dict[str, Any]) -> Iterator[Route]:
    for each in patterns:
        part = each.pattern
        assert isinstance(part, RoutePattern), f"{part}: addresses are written with path()"
        here, known = before + str(part), {**converters, **part.converters}
        if isinstance(each, URLResolver):
            yield from _routes(each.url_patterns, here, known)
            continue
        ids = frozenset(name for name, converter in known.items() if isinstance(converter, IdConverter))
        asks = {name: known[name].kind.prefix if name in ids else name for name in known}
        yield Route(pattern=here, asks=asks, ids=ids, access=access_of(each.callback))
