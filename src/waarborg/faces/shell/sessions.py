"""Sessions of the signed-in sites: begun after a second proof only, ended by the person or by nobody using them.

Invariant: a session that did not begin with a second proof, or that nobody used for the site's time, opens no page.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from waarborg.apps.people.models import Account, App, Site
from waarborg.apps.people.queries import actor_for
from waarborg.apps.people.signin import lock, sign_out
from waarborg.faces.shell.actors import account_of, now
from waarborg.faces.shell.names import SERVICES
from waarborg.kernel.actors import Service

#: Minutes after which a site ends a session that nobody uses.
IDLE_MINUTES: Final = {"desk": 10, "portal": 15}
#: In the session: that a second proof was given, when a page was last asked for, and what must be set up first.
_PROVEN, _SEEN, _FIRST = "proven", "seen", "first"
#: Seconds within which a second look is not written down again.
_STEP: Final = 20
#: The views, by name, that somebody can open who has something to set up first.
_ALWAYS: Final = frozenset({"account_app", "account_number", "sign_out", "set_language", "health", "session"})


def begin(request: HttpRequest, account: Account) -> None:
    """Sign ``account`` in, under a new session key; the entry was written by the act that gave the account."""
    login(request, account)
    request.session[_PROVEN] = True
    request.session[_SEEN] = now().timestamp()
    look_what_is_missing(request, account)


def end(request: HttpRequest) -> None:
    """Sign out whoever is signed in, and forget the session."""
    account = account_of(request)
    if account:
        sign_out(actor=actor_for(account), on=now())
    logout(request)


def look_what_is_missing(request: HttpRequest, account: Account) -> None:
    """Note what must be set up before anything else: on the desk an app, everywhere a number."""
    kept = Account.objects.get(pk=account.pk)
    if kept.site == Site.DESK and not App.objects.filter(pk=kept.pk).exists():
        request.session[_FIRST] = "account_app"
    elif not kept.number:
        request.session[_FIRST] = "account_number"
    else:
        request.session.pop(_FIRST, None)


class SignedInMiddleware:
    """Ends sessions that are over, and sends those with something to set up to where that is done."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, as nobody where the session is over."""
        account = account_of(request)
        if account:
            self._check(request, account, now())
        return self._get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """First things first."""
        first: str | None = request.session.get(_FIRST) if account_of(request) else None
        at = request.resolver_match
        if first is None or (at is not None and at.url_name in _ALWAYS):
            return None
        return HttpResponseRedirect(reverse(first))

    def _check(self, request: HttpRequest, account: Account, on: datetime) -> None:
        seen = request.session.get(_SEEN)
        if not request.session.get(_PROVEN) or seen is None:
            logout(request)
            return
        idle = on.timestamp() - seen
        if idle > IDLE_MINUTES[settings.PROGRAM] * 60:
            lock(actor=actor_for(account), on=on)
            logout(request)
            request.was_away = True  # type: ignore[attr-defined] # read by pages.sign_in_first
        elif idle > _STEP:
            request.session[_SEEN] = on.timestamp()


def who(request: HttpRequest) -> dict[str, Any]:
    """``frame`` (the site's base), ``program``, ``mark_required``, and ``who`` or else ``signed_out``."""
    program = settings.PROGRAM
    known: dict[str, Any] = {
        "frame": f"shell/{program}.html",
        "program": program,
        "mark_required": program == "desk",
    }
    account = account_of(request)
    if account is None:
        known["signed_out"] = True
    else:
        service = SERVICES[Service(account.service)] if account.service else None
        known["who"] = {"name": str(account), "service": service, "region": account.region}
    return known
