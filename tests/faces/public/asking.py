"""Reads the pages of the public site as a browser would: their hidden fields, and what they say."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.test import Client

#: A response of Django's test client, which adds to it what no type says.
type Page = Any
#: What a form sends: words, lists of words, files.
type Sent = Any

_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


def said(response: Page) -> str:
    """The words of a page, without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def carried(response: Page) -> dict[str, Any]:
    """The hidden fields of a page, as they travel with its form."""
    fields: dict[str, Any] = {}
    for name, value in _HIDDEN.findall(response.content.decode()):
        fields.setdefault(unescape(name), []).append(unescape(value))
    return {name: values if name == "about" else values[0] for name, values in fields.items()}


def press(client: Client, response: Page, path: str = "/report/", **typed: Sent) -> Page:
    """Send the form of a page with what was typed on it."""
    return client.post(path, {**carried(response), **typed})


def last_step(client: Client, **typed: Sent) -> Page:
    """Step 6 of a report, by way of all steps before it."""
    page = client.get("/report/")
    page = press(client, page, danger=typed.pop("danger", "no"), go="next")
    page = press(client, page, about=typed.pop("about", ["labour"]), go="next")
    page = press(client, page, who="witness", naming=typed.pop("naming", "no"), go="next")
    page = press(client, page, door=typed.pop("door", "tci"), go="next", **typed)
    return press(client, page, text=typed.pop("text", "behind the greenhouse"), go="next")
