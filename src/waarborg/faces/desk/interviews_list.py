"""The list of interviews over all of one's cases, with the worst state of each, and what can be picked from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waarborg.apps.cases.access import TEAM_ROLES
from waarborg.apps.cases.models import CaseState
from waarborg.apps.cases.queries import case_list
from waarborg.apps.interviews.kinds import InterviewKind, InterviewState
from waarborg.apps.interviews.planning import MAY_PLAN
from waarborg.apps.interviews.queries import Line, listed, open_interview
from waarborg.apps.people.queries import staff_names
from waarborg.engines.rules.safeguards import State as Found
from waarborg.faces.desk.fields import Words
from waarborg.faces.desk.interviews_opened import now
from waarborg.faces.desk.naming import in_words
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.drawings.safeguard import LOOKS, State, Tag
from waarborg.faces.shell.pages import Answer, page
from waarborg.kernel.actors import Actor, Service
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import InterviewId
from waarborg.kernel.texts import Text

_OPEN: Final = frozenset({InterviewState.PLANNED, InterviewState.HELD})
#: How the pages draw what a finding comes down to.
_DRAWN: Final[Mapping[str, State]] = MappingProxyType(
    {
        Found.NOT_DUE: State.NOT_DUE,
        Found.MET: State.MET,
        Found.NOT_MET: State.NOT_MET,
        Found.EXPLAINED: State.EXPLAINED,
        Found.BY_LEAVE: State.EXPLAINED,
        Found.PROTECTS: State.PROTECTS,
        Found.NOT_SAID: State.NOT_KNOWN,
        Found.UNTIL_KNOWN: State.NOT_KNOWN,
        Found.NOT_KNOWN: State.NOT_KNOWN,
        Found.ASK: State.NOT_KNOWN,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A part of the list."""

    key: str
    words: Words
    #: Said where it holds nothing.
    empty: Words
    has: Callable[[Line, Actor], bool]


PICKS: Final = (
    Pick(
        key="open",
        words=_("Open"),
        empty=_("No interview is planned, and none waits to be closed. That is normal between interviews."),
        has=lambda line, _actor: line.state in _OPEN or line.look_again,
    ),
    Pick(
        key="planned",
        words=_("Planned"),
        empty=_("No interview is planned."),
        has=lambda line, _actor: line.state == InterviewState.PLANNED,
    ),
    Pick(
        key="held",
        words=_("Held, not closed"),
        empty=_("Every interview that was held is closed."),
        has=lambda line, _actor: line.state == InterviewState.HELD,
    ),
    Pick(
        key="again",
        words=_("Look again"),
        empty=_("No conclusion changed since it was closed. That is normal."),
        has=lambda line, _actor: line.look_again,
    ),
    Pick(
        key="mine",
        words=_("I ask"),
        empty=_("You ask in no interview."),
        has=lambda line, actor: actor.id in line.asks and line.state != InterviewState.CANCELLED,
    ),
    Pick(
        key="all",
        words=_("All"),
        empty=_("There was no interview in your cases yet."),
        has=lambda _line, _actor: True,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An interview as the list shows it."""

    line: Line
    kind: Text
    service: Text
    state: Text
    asks: str
    #: Worst first, only what needs somebody or was explained; the first is drawn large.
    tags: Sequence[Tag]
    #: The worst of all where nothing needs anybody; None where the interview was cancelled.
    calm: Tag | None


@page("GET", roles=TEAM_ROLES)
def interview_index(request: Asked) -> Answer:
    """The interviews of all cases that the actor works on."""
    lines = listed(actor=request.actor, on=request.now)
    chosen = next((pick for pick in PICKS if pick.key == request.GET.get("show")), PICKS[0])
    picked = [line for line in lines if chosen.has(line, request.actor)]
    names = staff_names({account for line in picked for account in line.asks})
    # What is to come or is open stands in the order of time; what is over, the latest first.
    ahead = [line for line in picked if line.state in _OPEN]
    over = [line for line in reversed(picked) if line.state not in _OPEN]
    context = {
        "rows": [_row(line, ", ".join(names.get(each, "") for each in line.asks)) for line in (*ahead, *over)],
        "picks": [
            {"pick": pick, "count": sum(pick.has(line, request.actor) for line in lines), "now": pick is chosen}
            for pick in PICKS
        ],
        "chosen": chosen,
        "may_plan": request.actor.has(*MAY_PLAN),
    }
    return render(request, "desk/interviews.html", context)


def _row(line: Line, asks: str) -> Row:
    tags = list(_tags(line))
    wanting = [tag for tag in tags if tag.state not in {State.MET, State.NOT_DUE}]
    return Row(
        line=line,
        kind=in_words(InterviewKind(line.kind)),
        service=in_words(Service(line.service)) if line.service else Text(en="", nl=""),
        state=in_words(InterviewState(line.state)),
        asks=asks,
        tags=wanting,
        calm=tags[0] if tags and not wanting else None,
    )


def _tags(line: Line) -> Iterator[Tag]:
    """How many safeguards are in each state, worst first; none for a cancelled interview."""
    if line.verdict is None:
        return
    for state in State:
        count = sum(many for found, many in line.states.items() if _DRAWN[found] is state)
        if count:
            look = LOOKS[state]
            yield Tag(state=state, look=look, count=count, words=look.counted.fill(count=count))


@page("GET", roles=TEAM_ROLES)
def interview_page(request: Asked, interview: InterviewId) -> Answer:
    """To the station where an interview is now."""
    found = open_interview(actor=request.actor, on=request.now, interview=interview, what="interview.read")
    if isinstance(found, Refusal):
        return found
    return HttpResponseRedirect(reverse(now(found[0]), args=[interview]))


@page("GET", roles=MAY_PLAN)
def interview_where(request: Asked) -> Answer:
    """Choose the case in which an interview is planned."""
    rows = [row for row in case_list(actor=request.actor, on=request.now) if row.state != CaseState.CLOSED]
    return render(request, "desk/interview_where.html", {"rows": rows})
