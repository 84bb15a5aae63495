"""Takes a report over into a case: exactly one officer does, and any other reads who did and when."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from waarborg.apps.custody.entering import act, enter
from waarborg.apps.people.models import Account
from waarborg.apps.reports.models import Report
from waarborg.apps.reports.opening import held, step, why_not
from waarborg.kernel.actors import Actor
from waarborg.kernel.clock import AMSTERDAM
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, ReportId
from waarborg.kernel.texts import Text


@act("report.take")
def take(*, actor: Actor, on: datetime, report: ReportId, case: CaseId) -> Report | Refusal:
    """Claim a report for a case; what the case says of it is for the officer to choose, field by field.

    Args:
        actor: an officer of the door that holds the report.
        on: when.
        report: opened before, and not on its way to another door.
        case: the case; that it is there, and the actor's, is for the act that calls this one.
    """
    row = held(actor, report)
    if isinstance(row, Refusal):
        return row
    if row.taken_at:
        moment = row.taken_at.astimezone(AMSTERDAM)
        who = Account.objects.filter(pk=row.taken_by).values_list("name", flat=True).first()
        why = _TAKEN_BY.fill(who=who or _SOMEBODY, day=f"{moment:%d-%m-%Y}", time=f"{moment:%H:%M}")
        return Refusal(code="report.taken", what=_NOT_TAKEN, why=why, instead=_LOOK)
    refused = why_not(row, "take")
    if refused:
        return refused
    row.case, row.taken_by, row.taken_at = case, actor.id, on
    step(row, "take", "case", "taken_by", "taken_at")
    enter(report, case)
    return row


_NOT_TAKEN: Final = Text(en="You did not take over this report.", nl="U hebt deze melding niet overgenomen.")
_TAKEN_BY: Final = Text(
    en="{who} took it over on {day} at {time}.", nl="{who} heeft hem overgenomen op {day} om {time}."
)
_SOMEBODY: Final = Text(en="A colleague", nl="Een collega")
_LOOK: Final = Text(
    en="You can read the report, and ask your colleague for the case.",
    nl="U kunt de melding lezen, en uw collega naar de zaak vragen.",
)
