"""The safeguard line: which of six states a finding of the rulebook is in, how it looks, and in what order it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from waarborg.kernel.texts import Text

type Finding = Mapping[str, Any]


class State(StrEnum):
    """Worst first; the order in which lines and tags stand."""

    #: Due, and not there.
    NOT_MET = "not_met"
    #: Something must be done or found out now.
    NOT_KNOWN = "not_known"
    #: The protection stands, a fact is wanted.
    PROTECTS = "protects"
    #: Not met, with a reason on file that was agreed to.
    EXPLAINED = "explained"
    MET = "met"
    NOT_DUE = "not_due"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a state is said and drawn."""

    name: Text
    #: For a tag: ``2 not met``.
    counted: Text
    #: Name of the colour.
    colour: str


LOOKS: Final = {
    State.NOT_MET: Look(
        name=Text(en="Not met", nl="Niet nageleefd"),
        counted=Text(en="{count} not met", nl="{count} niet nageleefd"),
        colour="broken",
    ),
    State.NOT_KNOWN: Look(
        name=Text(en="Not known yet", nl="Nog onbekend"),
        counted=Text(en="{count} not known yet", nl="{count} nog onbekend"),
        colour="quiet",
    ),
    State.PROTECTS: Look(
        name=Text(en="Protects until known", nl="Beschermt tot we het weten"),
        counted=Text(en="{count} protects until known", nl="{count} beschermt tot we het weten"),
        colour="until",
    ),
    State.EXPLAINED: Look(
        name=Text(en="Explained", nl="Uitgelegd"),
        counted=Text(en="{count} explained", nl="{count} uitgelegd"),
        colour="explained",
    ),
    State.MET: Look(
        name=Text(en="Met", nl="Nageleefd"), counted=Text(en="{count} met", nl="{count} nageleefd"), colour="met"
    ),
    State.NOT_DUE: Look(
        name=Text(en="Not due", nl="Niet aan de orde"),
        counted=Text(en="{count} not due", nl="{count} niet aan de orde"),
        colour="quiet",
    ),
}
#: A *must* can only be explained by leave of the prosecutor, and the line says so.
EXPLAINED_BY_LEAVE: Final = Text(en="Explained, by leave", nl="Uitgelegd, met toestemming")
#: Force in words.
FORCE: Final = {
    "must": Text(en="must", nl="moet"),
    "where_possible": Text(en="where possible", nl="waar het kan"),
}
_STANDS: Final = frozenset({"yes", "explained"})


def state_of(finding: Finding) -> State:
    """The state of a finding, by what is ``due`` and what is ``met``; anything unforeseen is *not known yet*."""
    due, met = finding["due"], finding["met"]
    if due == "no":
        return State.NOT_DUE
    if due == "until_known":
        return State.PROTECTS if met in _STANDS else State.NOT_KNOWN
    return {"no": State.NOT_MET, "explained": State.EXPLAINED, "yes": State.MET}.get(met, State.NOT_KNOWN)


def name_of(finding: Finding) -> Text:
    """The state in words."""
    state = state_of(finding)
    if state is State.EXPLAINED and finding.get("force") == "must":
        return EXPLAINED_BY_LEAVE
    return LOOKS[state].name


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Worst first; within a state a *must* first, then as in the book."""
    order = list(State)
    return sorted(findings, key=lambda each: (order.index(state_of(each)), each.get("force") != "must"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """How many findings are in a state."""

    state: State
    look: Look
    count: int
    words: Text


def tags(findings: Iterable[Finding]) -> Sequence[Tag]:
    """A tag for each state that occurs, worst first; the counts add up to the list."""
    counts = Counter(map(state_of, findings))
    return [
        Tag(state=state, look=LOOKS[state], count=counts[state], words=LOOKS[state].counted.fill(count=counts[state]))
        for state in State
        if counts[state]
    ]
