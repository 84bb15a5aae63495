"""Holds a notice back, only where the law lets it and a recorded risk to the suspect can be shown, by two persons.

Invariant: until the second person agrees the notice stays due. The victim is not told, so no entry here names them.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from waarborg.apps.cases.access import not_admitted
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.rights import refusals
from waarborg.apps.rights.models import Notice, NoticeState, NoticeStep, NoticeStepKind
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId, NoticeId
from waarborg.law.notices import NOTICES

#: Who decides that telling would put the suspect at risk.
MAY_ASK: Final = frozenset({Role.PROSECUTOR})
#: Who can be the second person.
MAY_AGREE: Final = frozenset({Role.PROSECUTOR, Role.PROSECUTION_STAFF, Role.TEAM_LEADER})


@act("notice.ask_hold")
def ask_suppression(*, actor: Actor, on: datetime, notice: NoticeId, risk: str, review_on: date) -> Notice | Refusal:
    """Ask to hold a notice back; it stays due until a second person agrees.

    Args:
        actor: the prosecutor.
        on: when (aware).
        notice: the notice.
        risk: the risk to the suspect, and what shows it, in words.
        review_on: when it is looked at again.
    """
    row = Notice.objects.select_for_update().select_related("person").get(pk=notice)
    case = CaseId(row.scope)
    if refused := not_admitted(actor=actor, case=case, roles=MAY_ASK):
        return refused
    if not NOTICES[row.about].may_be_suppressed:
        return refusals.never_held_back(NoticeId(row.pk), case)
    if row.state != NoticeState.DUE:
        return refusals.NOT_OPEN
    if not risk.strip():
        return refusals.NO_RISK
    if review_on <= day_of(on):
        return refusals.NO_REVIEW_DAY
    opening = enter(row.pk, case, scope=case, detail={"risk": risk.strip(), "review_on": review_on.isoformat()})
    row.suppressed_by, row.suppressed_with, row.review_on = actor.id, None, review_on
    opening.seal(row, "suppressed_reason", risk.strip())
    row.save()
    NoticeStep.objects.create(notice=row, kind=NoticeStepKind.HOLD_ASKED, at=on, by=actor.id)
    return row


@act("notice.hold")
def agree_suppression(*, actor: Actor, on: datetime, notice: NoticeId) -> Notice | Refusal:
    """Agree, as a second person, that a notice is held back."""
    row = Notice.objects.select_for_update().select_related("person").get(pk=notice)
    case = CaseId(row.scope)
    if refused := not_admitted(actor=actor, case=case, roles=MAY_AGREE):
        return refused
    if row.state != NoticeState.DUE or row.suppressed_by is None:
        return refusals.NOT_ASKED
    if row.suppressed_by == actor.id:
        return refusals.same_person(NoticeId(row.pk), case)
    if row.review_on is None or row.review_on <= day_of(on):
        return refusals.NO_REVIEW_DAY
    enter(row.pk, case)
    row.state, row.suppressed_with = NoticeState.SUPPRESSED, actor.id
    row.save(update_fields=["state", "suppressed_with"])
    NoticeStep.objects.create(notice=row, kind=NoticeStepKind.HELD_BACK, at=on, by=actor.id)
    return row


@act("notice.release")
def lift_suppression(*, actor: Actor, on: datetime, notice: NoticeId) -> Notice | Refusal:
    """Say that a notice must be told after all, or that nobody agreed to hold it back; it is due at once."""
    row = Notice.objects.select_for_update().select_related("person").get(pk=notice)
    case = CaseId(row.scope)
    if refused := not_admitted(actor=actor, case=case, roles=MAY_AGREE):
        return refused
    if row.suppressed_by is None or row.state not in {NoticeState.DUE, NoticeState.SUPPRESSED}:
        return refusals.NOT_ASKED
    enter(row.pk, case)
    row.state = NoticeState.DUE
    row.suppressed_by = row.suppressed_with = row.review_on = None
    row.save(update_fields=["state", "suppressed_by", "suppressed_with", "review_on"])
    NoticeStep.objects.create(notice=row, kind=NoticeStepKind.RELEASED, at=on, by=actor.id)
    return row
