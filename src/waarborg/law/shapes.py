"""The forms in which the law files are written: notices, rights, schemes, doors, indicators, elements.

Data only. A field that holds a reason or a thing to say is a text in both languages, with its sources beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from waarborg.engines.rules.sources import Source
from waarborg.engines.rules.terms import Term
from waarborg.kernel.actors import Channel
from waarborg.kernel.texts import Text
from waarborg.law.steps import Bearer, Form, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a victim must be told when a step is reached."""

    id: str
    #: The step that starts the duty.
    on: Step
    #: Each thing to tell, one sentence each.
    tell: tuple[Text, ...]
    by: Bearer
    form: Form
    #: Within which time; None where the law names none: then at once.
    term: Term | None = None
    #: Whether it holds only for those who asked for information; opting out of it does not silence ``always``.
    on_request: bool = False
    #: Told also to somebody who wants no information.
    always: tuple[Text, ...] = ()
    #: Whether a recorded, demonstrable risk to the suspect may hold it back (art. 51ac(6) Sv).
    may_be_suppressed: bool = False
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """What a victim may do or ask."""

    id: str
    name: Text
    #: What it is, in two sentences at most.
    what: Text
    #: The first step at which it can be used.
    opens: Step
    #: Who may refuse it; empty where nobody may.
    refused_by: tuple[Bearer, ...] = ()
    #: On what ground only.
    ground: Text | None = None
    #: How a refusal must be given, and what the victim can do about it, as far as a read source says.
    refusal: Text | None = None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A facility or payment, with what it rests on."""

    id: str
    name: Text
    what: Text
    #: Whether it exists only after a guilty verdict.
    needs_conviction: bool
    #: Whether trafficking must have been charged; a guilty verdict on another charge then counts too.
    trafficking_charged: bool = False
    #: Any of these steps opens it.
    opened_by: tuple[Step, ...]
    #: These steps close it for the charge or suspect that they are about; empty where none does.
    closed_by: tuple[Step, ...] = ()
    #: How it depends on the case, said in words.
    rests_on: Text
    term: Term | None = None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One of the ways in which something ends."""

    id: str
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """Time to think before deciding about a report (*bedenktijd*)."""

    term: Term
    reporting: Term
    #: Who may have it.
    for_whom: Text
    #: Also needed for somebody in detention.
    from_detention: Text
    #: What holds while it runs.
    meanwhile: tuple[Text, ...]
    ends: tuple[End, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One thing that an informative interview must speak about."""

    id: str
    what: Text


class LabourShare(StrEnum):
    """What a report says about labour exploitation."""

    ONLY = "only"
    #: Labour and something else.
    AMONG = "among"
    #: Something else.
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One channel with the reason for it."""

    channel: Channel
    why: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where one kind of report goes."""

    #: Whether the reporter gives no name, or has not said yet.
    anonymous: bool
    labour: LabourShare
    primary: Door
    also: tuple[Door, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One sign that may point to trafficking; not looked at is not absent."""

    id: str
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorGroup:
    """Indicators that belong together."""

    id: str
    name: Text
    indicators: tuple[Indicator, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One thing that must be proved (*bestanddeel*)."""

    id: str
    name: Text
    #: The question that proof must answer.
    asks: Text
    #: Whether it must also be proved when the victim was under 18.
    for_minors: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long one kind of thing is kept."""

    id: str
    what: Text
    #: Until when it must stay.
    keep_until: Text
    #: What then happens, and by whose order.
    then: Text
    #: Within which time after the order.
    term: Term | None
    sources: tuple[Source, ...]
