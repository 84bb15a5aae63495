"""What every view of a signed-in site says of itself: by which methods, for whom, and whether it shows personal data.

Invariant: default deny. A view that says nothing of itself answers nobody, and a test finds it over all addresses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Fault


class Asked(HttpRequest):
    """A request to a page of a signed-in site."""

    #: Who asks.
    actor: Actor
    #: The present moment (aware, UTC), on the installation's clock.
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What a view says of itself."""

    #: Of GET and POST those that it answers.
    methods: frozenset[str]
    #: Who may ask; None for anybody, signed in or not.
    roles: frozenset[Role] | None
    #: Whether it shows or changes what belongs to a person, so that each answer leaves an entry.
    personal: bool


type View = Callable[..., HttpResponseBase]

_SAID: Final = "waarborg_access"
_METHODS: Final = frozenset({"GET", "POST"})


def say_access(view: Callable[..., Any], access: Access) -> None:
    """Let ``view`` say ``access`` of itself; only ``page`` and ``open_to_all`` do this.

    Raises:
        Fault: a method is none of GET and POST, or there is none.
    """
    if not access.methods or access.methods - _METHODS:
        message = f"{view}: found the methods {sorted(access.methods)}, expected GET, POST or both"
        raise Fault(message)
    setattr(view, _SAID, access)


def access_of(view: object) -> Access | None:
    """What a view says of itself, or None where it says nothing."""
    return getattr(view, _SAID, None)


def allows(access: Access, method: str | None) -> bool:
    """Whether the view answers ``method``; HEAD is GET without its page."""
    return ("GET" if method == "HEAD" else method) in access.methods


def open_to_all(*methods: str) -> Callable[[View], View]:
    """Mark a view that answers whoever asks and shows nothing of anybody, such as the sign-in page."""

    def mark(view: View) -> View:
        say_access(view, Access(methods=frozenset(methods), roles=None, personal=False))
        return view

    return mark


class DefaultDenyMiddleware:
    """Lets no view answer that says nothing of itself, nor by a method that it does not name."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the site does."""
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> HttpResponse | None:
        """Stop what nobody allowed.

        Raises:
            Fault: the view says nothing of itself.
        """
        del args, kwargs
        access = access_of(view)
        if access is None:
            message = f"{view.__module__}.{getattr(view, '__qualname__', view)} says nothing of who may open it"
            raise Fault(message)
        if not allows(access, request.method):
            return HttpResponse(status=405, headers={"Allow": ", ".join(sorted(access.methods))})
        return None
