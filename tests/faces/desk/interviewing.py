"""The desk's interview pages at a moment of the invented cases, as somebody who is signed in."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from html import unescape
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.test import Client, override_settings

from tests.faces.signing import on_the_site, signed_in
from waarborg.apps.custody.models import Entry
from waarborg.apps.people.models import Account
from waarborg.kernel.actors import Actor


@contextmanager
def desk_at(moment: datetime) -> Iterator[None]:
    """Serve the desk with a clock that stands still at ``moment``."""
    here = dataclasses.replace(settings.INSTALLATION, clock=lambda: moment)
    with override_settings(INSTALLATION=here), on_the_site("desk"):
        yield


def browser_of(actor: Actor) -> Client:
    """A browser in which ``actor`` is signed in; only within ``desk_at``."""
    return signed_in(Account.objects.get(pk=actor.id))


def words(response: Any) -> str:  # noqa: ANN401 - what the test client gives
    """What a page says, without its markup."""
    assert isinstance(response, HttpResponse)
    html = response.content.decode()
    html = html[html.index("<main") : html.index("</main>")] if "<main" in html else html
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()


def latest_entry(**which: object) -> Entry:
    """The latest entry in the ledger."""
    found = Entry.objects.filter(**which).order_by("at", "pk").last()
    assert found is not None
    return found


def hidden(response: Any, name: str) -> str:  # noqa: ANN401 - what the test client gives
    """The value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    assert found, name
    return found[1]
