"""The fixed persons of the demo: what they sign in with is no secret there, and is worth nothing anywhere else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final

from django.conf import settings
from django.contrib.auth.hashers import make_password

from waarborg.apps.custody.entering import act, consult, enter
from waarborg.apps.people import factors
from waarborg.apps.people.models import Account, App
from waarborg.kernel.actors import THE_HOUSE, Actor
from waarborg.kernel.errors import Fault
from waarborg.kernel.ids import AccountId

#: What all of them sign in with.
PASSWORD: Final = "four words by heart"  # noqa: S105 - shown on the sign-in page of every demo


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """One of them, as the sign-in page lists them."""

    account: Account
    password: str
    #: What the person's app shows now.
    code: str


@act("account.equip_demo")
def equip(*, actor: Actor, on: datetime, account: AccountId) -> Account:
    """Make an account a fixed person of the demo, who has the demo's password and an app.

    Raises:
        Fault: this is no demo.
    """
    found = Account.objects.get(pk=account)
    if not settings.INSTALLATION.demo or actor != THE_HOUSE:
        message = f"{account} is no person of a demo here"
        raise Fault(message)
    found.demo = True
    found.password = _hash()
    # A number that nobody has; the app is enough.
    found.number = make_password(None)
    found.save(update_fields=["demo", "password", "number"])
    factors.keep_app(found, enter(account), secret=factors.new_app_secret(), on=on)
    return found


def demo_people(*, on: datetime) -> list[DemoPerson]:
    """The fixed persons of this site with what they type now; none outside a demo."""
    if not settings.INSTALLATION.demo:
        return []
    apps = App.objects.select_related("account").filter(account__demo=True, account__site=settings.PROGRAM)
    step = factors.step_at(on)
    found = [
        DemoPerson(account=app.account, password=PASSWORD, code=factors.code_at(_secret(app, on), step))
        for app in apps.filter(account__is_active=True)
    ]
    return sorted(found, key=lambda person: str(person.account))


#: Read once a process, so that not every look at the sign-in page is an entry.
_secrets: Final[dict[tuple[str, datetime], str]] = {}


def _secret(app: App, on: datetime) -> str:
    """What an app of the demo shares with the house."""
    key = (str(app.pk), app.set_up_at)
    if key not in _secrets:
        opening = consult(actor=THE_HOUSE, on=on, what="app.read", subjects=(str(app.pk),))
        _secrets[key] = opening.read(app, "secret")
    return _secrets[key]


@lru_cache(maxsize=1)
def _hash() -> str:
    """One hash for all of them: working it out ten times would only make the demo late."""
    return make_password(PASSWORD)
