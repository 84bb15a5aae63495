"""The pages for what did not work: unusable requests, refusals and faults of ours.

A site's addresses name these as ``handler400`` to ``handler500``; views call :func:`refused` themselves. No page here
touches the database or the session, because those may be what failed.
"""

from __future__ import annotations

import secrets
import sys
from http import HTTPStatus
from typing import Final

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from waarborg.faces.shell.context import site
from waarborg.kernel.errors import Fault, Refusal

_log: Final = structlog.get_logger(__name__)


def refused(
    request: HttpRequest, refusal: Refusal, *, status: int = HTTPStatus.FORBIDDEN, back: str | None = None
) -> HttpResponse:
    """The page of a refusal in its four parts.

    Args:
        request: the request that was refused.
        refusal: what does not go, why, what does, and whom to ask.
        status: 403, or 409 where the state of things and not the person is the reason.
        back: address to go back to.
    """
    context = {"refusal": refusal, "back": back, "frame": _base()}
    return render(request, "shell/refused.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that cannot be read."""
    del exception
    return _page(request, "400.html", HTTPStatus.BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: this is not for the one who asks; a refusal that says why is better, see :func:`refused`."""
    del exception
    return _page(request, "403.html", HTTPStatus.FORBIDDEN)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for ``CSRF_FAILURE_VIEW``: the form did not come from a page of ours that is still open."""
    del reason
    return _page(request, "shell/expired.html", HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: there is nothing here; the address is not repeated, it may hold a code."""
    del exception
    return _page(request, "404.html", HTTPStatus.NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: sentence 24 and a number to quote; the log has the same number, the kind of error and where it arose."""
    number = f"{secrets.randbelow(10**8):08d}"
    error = sys.exception()
    # What an exception says may hold what somebody typed; its type and its place cannot.
    _log.error("fault", number=number, kind=type(error).__name__, where=_where(error))
    public = error.public if isinstance(error, Fault) else None
    quoted = f"{number[:4]} {number[4:]}"
    return _page(request, "500.html", HTTPStatus.INTERNAL_SERVER_ERROR, number=quoted, public=public)


def _page(request: HttpRequest, template: str, status: HTTPStatus, **context: object) -> HttpResponse:
    """A page without any context processor but the shell's own, which needs neither session nor database."""
    html = render_to_string(template, {**site(request), **context, "request": request, "frame": _base()})
    return HttpResponse(html, status=status)


def _base() -> str:
    """The template of the site in which this happens."""
    program = settings.PROGRAM if settings.PROGRAM in {"public", "desk", "portal"} else "public"
    return f"shell/{program}.html"


def _where(error: BaseException | None) -> str:
    trace = error.__traceback__ if error else None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
