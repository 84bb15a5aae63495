"""What the pages about one report share: whether it is at a door of the officer, and the way back to it."""

from __future__ import annotations

from django.http import Http404

from waarborg.apps.custody.entering import consult
from waarborg.apps.reports.opening import open_report
from waarborg.apps.reports.queries import InboxRow, OpenedReport, inbox, opened_report
from waarborg.faces.shell.access import Asked
from waarborg.kernel.actors import Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import ReportId

#: Who opens what comes in.
OFFICERS = frozenset({Role.DOOR_OFFICER})


def visible(request: Asked, report: ReportId) -> InboxRow | None:
    """What is visible of a report at one's own doors; None for any other."""
    return next((row for row in inbox(actor=request.actor) if row.id == report), None)


def at_door(request: Asked, report: ReportId) -> InboxRow | Refusal:
    """What is visible of a report without opening it, or that it is not at a door of the officer; each is entered.

    Raises:
        Http404: it came to this door in between; asking again shows it.
    """
    row = visible(request, report)
    if row is not None:
        consult(actor=request.actor, on=request.now, what="report.see", subjects=(report,))
        return row
    refused = open_report(actor=request.actor, on=request.now, report=report)
    if isinstance(refused, Refusal):
        return refused
    raise Http404


def read(request: Asked, report: ReportId) -> OpenedReport | Refusal:
    """The report with its mailbox, after its entry.

    Raises:
        Http404: it went to another door in between.
    """
    opening = open_report(actor=request.actor, on=request.now, report=report)
    if isinstance(opening, Refusal):
        return opening
    found = opened_report(report, opening, actor=request.actor)
    if found is None:
        raise Http404
    return found
