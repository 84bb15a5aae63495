"""Routing a report: which door it goes through, who else could take it, and why.

Pure: a document in, doors out. Invariant: there is exactly one primary door, and a report whose writer has not said
whether they give a name is treated as one without a name.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from waarborg.kernel.documents import Json
from waarborg.kernel.errors import Problem, Unusable
from waarborg.kernel.shapes import flag, one_of, record, set_of
from waarborg.law.routes import ROUTES
from waarborg.law.shapes import Door, LabourShare, Route


class Exploitation(StrEnum):
    """What a report is about; as many as apply."""

    SEXUAL = "sexual"
    LABOUR = "labour"
    #: Made to commit offences (*criminele uitbuiting*).
    CRIMINAL = "criminal"
    BEGGING = "begging"
    ORGANS = "organs"
    DOMESTIC_SERVITUDE = "domestic_servitude"
    FORCED_MARRIAGE = "forced_marriage"
    OTHER = "other"


class Reporter(StrEnum):
    """Who reports."""

    VICTIM = "victim"
    WITNESS = "witness"
    #: Somebody who came across it in their work.
    PROFESSIONAL = "professional"
    OTHER = "other"


class Advice(StrEnum):
    """What the reporter is told about danger."""

    CALL_112 = "call_112"
    CALL_112_IF_DANGER = "call_112_if_danger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Routing:
    """The doors of one report."""

    primary: Door
    also: tuple[Door, ...]
    #: Whether it is treated as a report without a name, and so stays sealed.
    sealed: bool
    advice: tuple[Advice, ...]

    def as_json(self) -> dict[str, Any]:
        """The routing as ``waarborg route`` prints it."""
        return {
            "channels": [
                {
                    "channel": door.channel.value,
                    "primary": door is self.primary,
                    "identity": "sealed" if self.sealed else "named",
                    "why": door.why.both(),
                    "sources": [source.as_json() for source in door.sources],
                }
                for door in (self.primary, *self.also)
            ],
            "advice": [advice.value for advice in self.advice],
        }


_DOCUMENT: Final = record(
    "an object about one report",
    anonymous=flag,
    exploitation=set_of(one_of([kind.value for kind in Exploitation]), "kinds of exploitation"),
    reporter=one_of([reporter.value for reporter in Reporter]),
    danger_now=flag,
)


def labour_share(kinds: Collection[str]) -> LabourShare:
    """What ``kinds`` of exploitation say about labour; none means that it is not known."""
    if not kinds:
        return LabourShare.UNKNOWN
    if Exploitation.LABOUR not in kinds:
        return LabourShare.NONE
    return LabourShare.ONLY if len(set(kinds)) == 1 else LabourShare.AMONG


def route_for(*, anonymous: bool | None, kinds: Collection[str]) -> Route:
    """The route of a report about ``kinds``; ``anonymous`` None means that the reporter has not said."""
    treated, labour = anonymous is not False, labour_share(kinds)
    return next(route for route in ROUTES if route.anonymous is treated and route.labour is labour)


def route(document: Json) -> Routing:
    """Route the report in ``document``, in the shape of ``waarborg route``.

    Raises:
        Unusable: the document cannot be used; names every problem.
    """
    problems: list[Problem] = []
    read: dict[str, Any] = _DOCUMENT(document, "$", problems) or {}
    if problems:
        raise Unusable(problems)
    chosen = route_for(anonymous=read.get("anonymous"), kinds=read.get("exploitation") or ())
    danger = read.get("danger_now")
    advice = {True: (Advice.CALL_112,), False: (), None: (Advice.CALL_112_IF_DANGER,)}[danger]
    return Routing(primary=chosen.primary, also=chosen.also, sealed=chosen.anonymous, advice=advice)
