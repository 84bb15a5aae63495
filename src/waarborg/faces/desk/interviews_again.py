"""Looking again at a closed interview after something became known: what changed and why, old and new side by side."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from waarborg.apps.cases.access import TEAM_ROLES
from waarborg.apps.interviews.closing import MAY_CLOSE, look_again
from waarborg.apps.interviews.kinds import Moment
from waarborg.apps.interviews.models import Receipt
from waarborg.faces.desk.interviews_lines import Line, line_of_json
from waarborg.faces.desk.interviews_opened import OpenInterview, frame, opened
from waarborg.faces.shell.access import Asked
from waarborg.faces.shell.pages import Answer, page, status_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import InterviewId


@dataclass(frozen=True, slots=True, kw_only=True)
class Then:
    """What the rulebook said at one moment."""

    at: datetime
    #: Completed years on the day of the interview, both possible.
    low: int
    high: int
    verdict: str
    findings: Mapping[str, Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One promise whose answer is not what it was; either side is None where the rule was not in force."""

    before: Line | None
    now: Line | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Second:
    """A second look: the conclusions as they were, as they are, and where they differ."""

    before: Then
    now: Then
    changed: tuple[Changed, ...]
    #: Whether nobody looked at it yet.
    waiting: bool

    @property
    def age_changed(self) -> bool:
        """Whether what is known of the age is another."""
        return (self.before.low, self.before.high) != (self.now.low, self.now.high)


@page("GET", "POST", roles=TEAM_ROLES)
def interview_again(request: Asked, interview: InterviewId) -> Answer:
    """What changed since an interview was closed, and saying that it was looked at."""
    found = opened(request, interview)
    if isinstance(found, Refusal):
        return found
    refusal, status = None, HTTPStatus.OK
    if request.method == "POST":
        seen = look_again(actor=request.actor, on=request.now, interview=interview)
        if not isinstance(seen, Refusal):
            messages.success(request, _("It is entered that you looked at this again."))
            return HttpResponseRedirect(reverse("interview_close", args=[interview]), status=HTTPStatus.SEE_OTHER)
        refusal, status = seen, status_of(seen)
    context = {
        **frame(found, "interview_again"),
        "second": second_look(found),
        "may_look": request.actor.has(*MAY_CLOSE),
        "refusal": refusal,
    }
    return render(request, "desk/interview_again.html", context, status=status)


def second_look(found: OpenInterview) -> Second | None:
    """The last conclusions beside those before them; None where there was no second look."""
    rows = list(found.row.receipts.filter(moment__in=(Moment.CLOSED, Moment.AGAIN)).order_by("at", "pk"))
    last = rows[-1] if rows and rows[-1].moment == Moment.AGAIN else None
    if last is None:
        return None
    # What was looked at already is what somebody knows; everything after it is new.
    known = [row for row in rows if row.moment == Moment.CLOSED or row.seen_at is not None]
    before = next((row for row in reversed(known) if row.pk != last.pk), rows[0])
    old, new = _then(before, found), _then(last, found)
    rules = [*old.findings, *(rule for rule in new.findings if rule not in old.findings)]
    pairs = [Changed(before=old.findings.get(rule), now=new.findings.get(rule)) for rule in rules]
    changed = tuple(pair for pair in pairs if _answer(pair.before) != _answer(pair.now))
    return Second(before=old, now=new, changed=changed, waiting=last.seen_at is None)


def _then(row: Receipt, found: OpenInterview) -> Then:
    said: dict[str, Any] = json.loads(found.opening.read(row, "receipt"))
    return Then(
        at=row.at,
        low=said["age"]["low"],
        high=said["age"]["high"],
        verdict=said["verdict"],
        findings={each["rule"]: line_of_json(each) for each in said["findings"]},
    )


def _answer(line: Line | None) -> tuple[object, object] | None:
    return (line["due"], line["met"]) if line else None
