"""Takes forms from pages of ours only, without a cookie: the site has no session that another site could misuse.

A mailbox is opened by the code inside the form, so a cookie would protect nothing; it would only be a trace. What is
left to refuse is a form that another site makes somebody's browser send.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse

from waarborg.faces.shell.errors import form_expired

_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
#: What a browser says of a form on the same site; older ones say nothing.
_OURS: Final = frozenset({"same-origin", "none"})


class OwnFormsMiddleware:
    """Refuses a form that a browser says comes from elsewhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or say that this form is not one of ours."""
        if request.method in _SAFE or _is_ours(request):
            return self._get_response(request)
        return form_expired(request)


def _is_ours(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in _OURS
    # Our own pages say ``null``, because they send no address of theirs anywhere.
    origin = request.headers.get("Origin", "null")
    return origin == "null" or urlsplit(origin).netloc == request.get_host()
