"""A safeguard as a frozen value: when it is due, when it is met, how hard it is, and in which versions it was the law.

Versions stand side by side and nothing old is edited, so that a finding of today can be recomputed in ten years.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from waarborg.engines.rules.conditions import Condition
from waarborg.engines.rules.sources import Source
from waarborg.kernel.texts import Text


class Force(StrEnum):
    """How hard a safeguard is."""

    MUST = "must"
    #: Comply, or explain.
    WHERE_POSSIBLE = "where_possible"


class Doubt(StrEnum):
    """What happens while it is not known whether a safeguard is due."""

    #: It protects until that is known.
    PROTECT = "protect"
    #: Likewise, but the question comes first: only it is asked for and said.
    ASK = "ask"


class State(StrEnum):
    """What a finding comes down to, as the words of the rulebook say it."""

    NOT_DUE = "not_due"
    MET = "met"
    NOT_MET = "not_met"
    #: Due, and the plan does not say whether it is met.
    NOT_SAID = "not_said"
    EXPLAINED = "explained"
    #: A must that the prosecutor gave leave to deviate from.
    BY_LEAVE = "by_leave"
    #: Perhaps due, and met or explained.
    PROTECTS = "protects"
    #: Perhaps due, and not met: to be done until it is known.
    UNTIL_KNOWN = "until_known"
    #: Perhaps due, and perhaps met.
    NOT_KNOWN = "not_known"
    #: Perhaps due, and a question to a person comes first.
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A safeguard as it was the law from ``first`` to ``last``; what it does not say is the safeguard's."""

    first: date
    #: Inclusive; None while it is in force.
    last: date | None = None
    sources: tuple[Source, ...]
    duty: Text | None = None
    when: Condition | None = None
    met: Condition | None = None


def in_turn(*cited: tuple[Source, ...]) -> tuple[Version, ...]:
    """One version for each group of sources, in force as long as the first of the group.

    Raises:
        ValueError: that source has no first day.
    """
    versions = []
    for sources in cited:
        if sources[0].first is None:
            message = f"{sources[0].instrument} has no first day, so it dates no version"
            raise ValueError(message)
        versions.append(Version(first=sources[0].first, last=sources[0].last, sources=sources))
    return tuple(versions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Safeguard:
    """A promise of the law about one document."""

    #: Stable name, such as ``recording.video``.
    id: str
    #: What must be done: an imperative sentence.
    duty: Text
    #: When it is due.
    when: Condition
    #: When it is met, asked as if it were due.
    met: Condition
    force: Force
    if_unknown: Doubt
    #: The name of the day that selects the version.
    dated_by: str
    #: Whether it counts in the verdict.
    in_verdict: bool = True
    #: Oldest first, without overlap.
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The sentences in which findings are said."""

    force: Mapping[Force, Text]
    state: Mapping[State, Text]
    #: With the placeholder ``facts``.
    because: Text
    #: Between the last two facts, and between those before.
    last_joint: Text
    joint: Text
    #: Said where no source, or not every source, of the version was read.
    unchecked: Text
    partly_checked: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """Safeguards in book order, with the words to say them and who may approve a reason."""

    safeguards: tuple[Safeguard, ...]
    wording: Wording
    #: Whose approval turns a *not met* into *explained*, by the force of the rule.
    approvers: Mapping[Force, frozenset[str]]
