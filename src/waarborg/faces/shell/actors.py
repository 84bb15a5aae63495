"""Who asks and when: the account of the session as an actor, and the moment on the installation's clock."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

from waarborg.apps.people.models import Account
from waarborg.apps.people.queries import actor_for
from waarborg.kernel.actors import Actor


def now() -> datetime:
    """The present moment (aware, UTC) on the clock of the installation."""
    moment: datetime = settings.INSTALLATION.clock()
    return moment


def account_of(request: HttpRequest) -> Account | None:
    """The account that is signed in on this site, or None."""
    user = getattr(request, "user", None)
    return user if isinstance(user, Account) else None


def actor_of(request: HttpRequest) -> Actor | None:
    """Whoever is signed in, with the roles, doors and persons held at this moment; None where nobody is."""
    account = account_of(request)
    return actor_for(account) if account else None
