"""Walks every link of the demo as each of its persons, looks at every page that there is, and takes its picture.

A page of the public site or the portal that nobody can reach by a link makes the last test fail.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Generator, Iterator
from importlib import import_module
from typing import Final
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from playwright.sync_api import Browser, Page

from tests.journeys.demonstration import Demo, demo_running
from tests.journeys.looking import look_at
from waarborg.faces.shell.access import access_of

pytestmark = pytest.mark.browser

#: Who walks each site; None is somebody who has not signed in.
WALKERS: Final = {
    "public": (None,),
    "desk": (
        "M. de Wit",
        "N. Bakker",
        "J. Vos",
        "P. Jansen",
        "K. Smit",
        "H. Bos",
        "S. Kaya",
        "A. Prins",
        None,
    ),
    "portal": ("ioana", "haile", None),
}
#: Answers that are no page to look at: files, the state of the program, and what only follows a form.
NO_PAGE: Final = re.compile(
    r"healthz|language|download|/media/|recording|\.json|sign-out|session/|report/receipt/|app/remove/"
)
#: Slashes in the address of a page that everybody opens, for it leads elsewhere; beyond it one look is enough.
_NEAR: Final = 3
#: Pages for people whom the demo does not have, looked at where they are tested: an account for several persons.
ELSEWHERE: Final = {"whose/"}


@pytest.fixture(scope="module")
def demo(browser: Browser) -> Generator[Demo]:
    with demo_running(browser) as running:
        yield running


@pytest.fixture(scope="module")
def seen() -> dict[str, set[str]]:
    """The routes of each site that were looked at."""
    return {site: set() for site in WALKERS}


def route_of(site: str, path: str) -> str | None:
    """The route behind an address; None where there is none."""
    try:
        return resolve(path, urlconf=f"waarborg.faces.{site}.urls").route
    except Resolver404:
        return None


def links_on(page: Page) -> list[str]:
    """The addresses on this site to which the page leads, each once."""
    found = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
    here = urlsplit(page.url)
    paths = (urlsplit(link) for link in found)
    return list(dict.fromkeys(link.path for link in paths if link.netloc == here.netloc))


def picture_name(site: str, route: str) -> str:
    """A file name for a route: ``desk-cases-case``."""
    words = re.sub(r"<(?:\w+:)?(\w+)>", r"\1", route).strip("/").replace("/", "-")
    return f"{site}-{words or 'start'}"


def walk(demo: Demo, site: str, name: str | None, seen: set[str]) -> None:
    """Follow every link that leads to a route that this person has not seen, and look where nobody has looked."""
    page = demo.sign_in(site, name) if name else demo.browser.new_context(locale="en-GB").new_page()
    mine: set[str] = set()
    waiting = deque(["/"])
    while waiting:
        path = waiting.popleft()
        route = route_of(site, path.removeprefix("/nl"))
        known = route in seen and path.count("/") > _NEAR
        if route is None or route in mine or known or NO_PAGE.search(path):
            continue
        mine.add(route)
        answer = page.goto(f"{demo.sites[site]}{path}")
        assert answer is not None, path
        assert answer.status in {200, 403}, f"{site} {path} as {name}: {answer.status}"
        if answer.status == 200:
            landed = route_of(site, urlsplit(page.url).path) or route
            mine.add(landed)
            waiting.extend(links_on(page))
            if landed not in seen:
                seen.add(landed)
                look_at(page, picture_name(site, landed))


@pytest.mark.parametrize(("site", "name"), [(site, name) for site, names in WALKERS.items() for name in names], ids=str)
def test_every_page_that_can_be_reached_is_sound(
    demo: Demo, seen: dict[str, set[str]], site: str, name: str | None
) -> None:
    walk(demo, site, name, seen[site])


def _routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, object]]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
        else:
            yield route, pattern.callback


# On the desk many pages stand only behind a certain state of a case; the walk over all addresses is tests/faces/walk.
@pytest.mark.parametrize("site", ["public", "portal"])
def test_no_page_is_left_that_nobody_reached(seen: dict[str, set[str]], site: str) -> None:
    import_module(f"waarborg.faces.{site}.urls")
    patterns = get_resolver(f"waarborg.faces.{site}.urls").url_patterns
    pages = set()
    for route, view in _routes(patterns):
        access = access_of(view)
        if not NO_PAGE.search(f"/{route}") and (access is None or "GET" in access.methods):
            pages.add(route)
    left = "\n".join(sorted(pages - seen[site] - ELSEWHERE))
    assert left == ""
