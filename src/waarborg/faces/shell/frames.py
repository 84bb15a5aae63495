"""The links at the top and the foot of each site, in their order.

The addresses are those of the interfaces; a link is shown only where the site has a page at it, so that a page that
comes later brings its own link and none leads nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import Resolver404, get_script_prefix, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address and its words."""

    path: str
    words: str | Promise
    #: The letter of its shortcut, with Alt and Shift; the desk only.
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A link as it stands on one page."""

    href: str
    words: str | Promise
    key: str
    #: Whether this is the page, or one below it.
    current: bool


#: By program: what stands at the top.
TOP: Final[dict[str, tuple[Link, ...]]] = {
    "public": (
        Link(path="/process/", words=_("How it goes")),
        Link(path="/help/", words=_("Help now")),
        Link(path="/mailbox/", words=_("My mailbox")),
    ),
    "desk": (
        Link(path="/", words=_("Start"), key="s"),
        Link(path="/reports/", words=_("Reports")),
        Link(path="/cases/", words=_("Cases"), key="c"),
        Link(path="/interviews/", words=_("Interviews"), key="i"),
        Link(path="/planning/", words=_("Planning"), key="p"),
        Link(path="/signals/", words=_("Signals")),
        Link(path="/decisions/", words=_("Decisions")),
        Link(path="/oversight/", words=_("Oversight")),
    ),
    "portal": (
        Link(path="/", words=_("Start")),
        Link(path="/rights/", words=_("My rights")),
        Link(path="/interviews/", words=_("Interviews")),
        Link(path="/messages/", words=_("Messages")),
        Link(path="/support/", words=_("Support")),
    ),
}
#: By program: what stands at the foot.
FOOT: Final[dict[str, tuple[Link, ...]]] = {
    "public": (
        Link(path="/about/", words=_("Who runs this site")),
        Link(path="/locked/", words=_("What is locked, and what is not")),
        Link(path="/accessibility/", words=_("Accessibility")),
        Link(path="/traces/", words=_("Clear your traces")),
        Link(path="/program/", words=_("The program is public")),
    ),
    "desk": (
        Link(path="/account/", words=_("My sign-in")),
        Link(path="/keyboard/", words=_("Keyboard")),
        Link(path="/rulebook/", words=_("Rulebook")),
    ),
    "portal": (
        Link(path="/account/", words=_("My sign-in")),
        Link(path="/help/", words=_("Help now")),
        Link(path="/who/", words=_("Who sees what")),
        Link(path="/accessibility/", words=_("Accessibility")),
        Link(path="/traces/", words=_("Clear your traces")),
    ),
}


def shown(links: Sequence[Link], here: str) -> list[Shown]:
    """The links that lead somewhere, seen from the address ``here`` (without the mount point)."""
    mount = get_script_prefix().rstrip("/")
    return [
        Shown(href=mount + link.path, words=link.words, key=link.key, current=_at(link.path, here))
        for link in links
        if _leads(link.path)
    ]


def _leads(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def _at(path: str, here: str) -> bool:
    return here == path or (path != "/" and here.startswith(path))
