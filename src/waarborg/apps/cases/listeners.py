"""What cases do at news from below: an account that was ended needs to know nothing any more."""

from __future__ import annotations

from waarborg.apps.cases.access import withdraw_need
from waarborg.apps.cases.models import NeedToKnow
from waarborg.kernel.actors import THE_HOUSE
from waarborg.kernel.events import Event, listens_to
from waarborg.kernel.ids import AccountId, CaseId


@listens_to("account.deactivated")
def end_needs(event: Event) -> None:
    """Withdraw every open need to know of the account; a second delivery finds none."""
    account = AccountId(event.subjects[0])
    for need in NeedToKnow.objects.filter(account=account, until=None):
        case = CaseId(need.case_id)
        withdraw_need(actor=THE_HOUSE, on=event.at, case=case, account=account, reason="The account was ended.")
