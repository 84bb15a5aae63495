"""The language of a page, said by its address: ``/nl/report/`` is ``/report/`` in Dutch.

For the public site, which sets no cookie. The prefix acts like a mount point, so every address that a template makes
keeps the language, and no address of the site itself changes. Without a prefix the browser's wish decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix, set_script_prefix
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_info


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language that a page can be read in."""

    code: str
    #: Its own name for itself.
    name: str
    current: bool
    #: Where the same page stands in it; None where the choice is kept in a cookie instead.
    href: str | None


class AddressLanguageMiddleware:
    """Takes the language off the front of the address, and speaks it while the page is made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of the address, else in one that the browser asks for."""
        mount, chosen = get_script_prefix(), _first_part(request.path_info)
        request.language_in_address = True  # type: ignore[attr-defined] # read by languages_of
        if chosen not in dict(settings.LANGUAGES):
            with translation.override(translation.get_language_from_request(request)):
                response = self._answer(request)
            patch_vary_headers(response, ["Accept-Language"])
            return response
        request.path_info = request.path_info.removeprefix(f"/{chosen}") or "/"
        set_script_prefix(f"{mount}{chosen}/")
        try:
            with translation.override(chosen):
                return self._answer(request)
        finally:
            set_script_prefix(mount)

    def _answer(self, request: HttpRequest) -> HttpResponse:
        request.LANGUAGE_CODE = translation.get_language()
        response = self._get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response


def languages_of(request: HttpRequest) -> list[Language]:
    """The languages in which the page of ``request`` can be read, in the order of the settings."""
    active = translation.get_language()
    in_address = getattr(request, "language_in_address", False)
    query = request.META.get("QUERY_STRING", "")
    tail = request.path_info + (f"?{query}" if query else "")
    return [
        Language(
            code=code,
            name=str(get_language_info(code)["name_local"]).capitalize(),
            current=code == active,
            href=f"/{code}{tail}" if in_address else None,
        )
        for code, _ in settings.LANGUAGES
    ]


def _first_part(path: str) -> str:
    return path.removeprefix("/").split("/", 1)[0]
