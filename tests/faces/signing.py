"""Signs invented people in at the desk and the portal, for the tests of their pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.test import Client, override_settings

from waarborg.apps.custody.entering import act, enter
from waarborg.apps.people import factors
from waarborg.apps.people.models import Account, AccountDoor, AccountPerson, AccountRole, Site
from waarborg.kernel.actors import THE_HOUSE, Actor, Channel, Role, Service
from waarborg.kernel.ids import AccountId, PersonId

#: What a browser of the tests is answered: a response with the test client's own additions, which have no type.
type Answer = Any

PASSWORD = "a green bicycle shed"
NUMBER = "4829117463520948"


@contextmanager
def on_the_site(site: str) -> Iterator[None]:
    """Serve the pages of ``desk`` or ``portal`` in this process."""
    with override_settings(
        PROGRAM=site,
        ROOT_URLCONF=f"waarborg.faces.{site}.urls",
        SESSION_COOKIE_NAME=f"{site}_session",
        CSRF_COOKIE_NAME=f"{site}_form",
        LANGUAGE_COOKIE_NAME=f"{site}_language",
    ):
        yield


def member(
    *roles: Role,
    site: str = Site.DESK,
    username: str = "",
    doors: tuple[Channel, ...] = (),
    persons: tuple[PersonId, ...] = (),
    demo: bool = False,
) -> Account:
    """An account with a password and a number, of the desk unless it is said otherwise."""
    account = Account.objects.create(
        username=username or AccountId.new(),
        site=site,
        name="M. de Wit" if site == Site.DESK else "",
        service=Service.AVIM if site == Site.DESK else "",
        region="Rotterdam" if site == Site.DESK else "",
        password=make_password(PASSWORD),
        number=make_password(NUMBER),
        demo=demo,
    )
    AccountRole.objects.bulk_create([AccountRole(account=account, role=role) for role in roles])
    AccountDoor.objects.bulk_create([AccountDoor(account=account, channel=channel) for channel in doors])
    AccountPerson.objects.bulk_create([AccountPerson(account=account, person_id=person) for person in persons])
    return account


@act("test.give_app")
def _give_app(*, actor: Actor, on: datetime, account: Account, secret: str) -> str:
    factors.keep_app(account, enter(account.pk), secret=secret, on=on)
    return secret


def with_app(account: Account) -> str:
    """Give an account an app; its secret."""
    return _give_app(actor=THE_HOUSE, on=datetime.now(UTC), account=account, secret=factors.new_app_secret())


def code_of(secret: str, *, steps: int = 0) -> str:
    """What the app shows now, or so many half minutes later."""
    now: datetime = settings.INSTALLATION.clock()
    return factors.code_at(secret, factors.step_at(now + timedelta(seconds=30 * steps)))


def signed_in(account: Account, *, scripts: bool = False) -> Client:
    """A browser in which the account is signed in, without walking through the sign-in page."""
    client = Client(
        raise_request_exception=False, headers={"accept-language": "en", **({"hx-request": "true"} if scripts else {})}
    )
    client.force_login(account)
    session = client.session
    session["proven"] = True
    session["seen"] = settings.INSTALLATION.clock().timestamp()
    session.save()
    return client
