"""The answers of the six steps as they travel in the pages themselves: read from each form, carried on in the next.

Invariant: nothing typed is lost on the way. What is not an answer of ours counts as not answered, never as a no.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Self

from django.http import QueryDict
from django.utils import functional
from django.utils.translation import gettext_lazy as _

from waarborg.apps.reports.content import Attachment, Content
from waarborg.apps.reports.routing import Exploitation, Reporter, Routing, route
from waarborg.kernel.actors import Channel
from waarborg.kernel.documents import Json

# A lazy text has a type for the checker only; the value of an alias is never looked at when the program runs.
type Words = str | functional._StrPromise  # noqa: SLF001

#: Shown for what somebody leaves out.
RATHER_NOT: Final = _("I would rather not say")
DO_NOT_KNOW: Final = "unknown"

DANGER: Final[Mapping[str, Words]] = {"no": _("No"), "yes": _("Yes"), DO_NOT_KNOW: _("I do not know")}
ABOUT: Final[Mapping[str, Words]] = {
    Exploitation.LABOUR: _("Work"),
    Exploitation.SEXUAL: _("Sex"),
    Exploitation.CRIMINAL: _("Stealing, drugs or other crimes"),
    Exploitation.BEGGING: _("Begging"),
    Exploitation.DOMESTIC_SERVITUDE: _("Work in a house"),
    Exploitation.FORCED_MARRIAGE: _("Marriage"),
    Exploitation.ORGANS: _("Organs"),
    Exploitation.OTHER: _("Something else"),
    DO_NOT_KNOW: _("I do not know"),
}
WHO: Final[Mapping[str, Words]] = {
    Reporter.VICTIM: _("It is about me"),
    Reporter.WITNESS: _("I saw it, or heard of it"),
    Reporter.PROFESSIONAL: _("I came across it in my work"),
    Reporter.OTHER: _("Something else"),
}
NAMING: Final[Mapping[str, Words]] = {
    "no": _("No, I do not give my name"),
    "yes": _("Yes, I give my name"),
    "later": _("Not now, perhaps later"),
}
#: Single answers that are one of a few.
_ONE_OF: Final[Mapping[str, Mapping[str, Words]]] = {"danger": DANGER, "who": WHO, "naming": NAMING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What was answered so far; empty is not answered, or *I would rather not say*."""

    danger: str = ""
    about: tuple[str, ...] = ()
    who: str = ""
    naming: str = "no"
    name: str = ""
    contact: str = ""
    #: The door chosen.
    door: str = ""
    text: str = ""
    #: The receipt code, once the last step was shown.
    code: str = ""
    #: Steps that were passed, so that *I would rather not say* can be told from not asked yet.
    passed: str = ""

    @classmethod
    def read(cls, sent: QueryDict) -> Self:
        """The answers in a form that was sent."""
        said: dict[str, Any] = {field.name: sent.get(field.name, "") for field in fields(cls)}
        for name, choices in _ONE_OF.items():
            said[name] = said[name] if said[name] in choices else ""
        said["about"] = tuple(kind for kind in map(str, ABOUT) if kind in sent.getlist("about"))
        said["door"] = said["door"] if said["door"] in set(Channel) else ""
        # Browsers send line breaks as two characters; one is what people typed.
        for name in ("text", "contact"):
            said[name] = said[name].replace("\r\n", "\n")
        return cls(**said)

    def without(self, *names: str) -> Self:
        """The same with these not answered."""
        blank: dict[str, Any] = {name: () if name == "about" else "" for name in names}
        return replace(self, **blank)

    def carried(self, *, but: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """Names and values of the hidden fields of a page that asks ``but``."""
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name in but or not value:
                continue
            for each in value if isinstance(value, tuple) else (value,):
                yield field.name, each

    def content(self, attachments: tuple[Attachment, ...] = ()) -> Content:
        """What is sealed. A name that stayed in a page where it was decided to give none is left out."""
        named = self.naming == "yes"
        kinds = tuple(kind for kind in self.about if kind != DO_NOT_KNOW)
        return Content(
            danger={"yes": True, "no": False}.get(self.danger),
            about=kinds if self.about else None,
            reporter=self.who or None,
            named={"yes": True, "no": False}.get(self.naming),
            name=self.name.strip() if named else "",
            contact=self.contact.strip() if named else "",
            text=self.text.strip(),
            attachments=attachments,
        )

    def routing(self) -> Routing:
        """The doors for these answers."""
        document: dict[str, Json] = dict(self.content().document())
        return route(document)

    def chosen(self) -> Channel:
        """The door chosen, or the first where none was, or where the one chosen does not fit the answers any more."""
        routing = self.routing()
        offered = [door.channel for door in (routing.primary, *routing.also)]
        return Channel(self.door) if self.door in offered else offered[0]
