"""What the tests of the desk ask of an answer: its words, its entries, and invented staff with doors."""

from __future__ import annotations

import html
import re
from typing import Any

from django.test import Client

from tests.faces.signing import signed_in
from waarborg.apps.custody.models import Entry
from waarborg.apps.people.models import Account, AccountDoor, AccountRole, Site
from waarborg.kernel.actors import Actor, Channel, Role, Service
from waarborg.kernel.ids import AccountId


def browser_of(actor: Actor) -> Client:
    """A browser in which a member of staff is signed in at the desk."""
    return signed_in(Account.objects.get(pk=actor.id))


def words(response: Any) -> str:  # noqa: ANN401 - what the test client gives
    """What somebody reads on the page, on one line."""
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def form_id(response: Any) -> str:  # noqa: ANN401 - what the test client gives
    """The id that makes the form on the page the same form."""
    found = re.search(r'name="form_id" value="([0-9a-f]+)"', response.content.decode())
    assert found, words(response)
    return found[1]


def entries(act: str, actor: Actor) -> list[Entry]:
    """What somebody did or tried, newest first."""
    return list(Entry.objects.filter(act=act, actor=actor.id).order_by("-at", "-pk"))


def at_doors(*doors: Channel, roles: tuple[Role, ...] = (), name: str = "Officer Vos") -> Actor:
    """A door officer with an account, perhaps with other roles too."""
    account = Account.objects.create(username=AccountId.new(), site=Site.DESK, name=name, service=Service.AVIM.value)
    AccountRole.objects.bulk_create([AccountRole(account=account, role=role) for role in (Role.DOOR_OFFICER, *roles)])
    AccountDoor.objects.bulk_create([AccountDoor(account=account, channel=door) for door in doors])
    held = frozenset({Role.DOOR_OFFICER, *roles})
    return Actor(id=AccountId(account.pk), roles=held, service=Service.AVIM, doors=frozenset(doors))
