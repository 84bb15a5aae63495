"""Keeps answers out of every cache and other sites away from them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

#: What every answer of ours carries besides what Django's own security middleware and policy settings say.
_HEADERS: Final = {
    # A page about a person must not lie about on a shared machine, nor come back with Back after leaving.
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "X-Robots-Tag": "noindex, noarchive",
}


class PrivateMiddleware:
    """Adds the headers; what a view has set itself stays, except the cache rule."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the headers."""
        response = self._get_response(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers["Cache-Control"] = _HEADERS["Cache-Control"]
        return response
