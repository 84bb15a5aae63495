"""Remembers which forms an account has sent, so that the same form sent twice is done once and answered the same.

Invariant: the row stands or falls with what the form did, for both are written in one transaction.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from waarborg.apps.people.models import SentForm
from waarborg.kernel.ids import AccountId

#: As long as a page can lie open and still be sent again.
KEPT: Final = timedelta(days=2)


def claim(*, account: AccountId, form: str, on: datetime) -> str | None:
    """Take the form for this sending; part of a transaction.

    Returns:
        None where it was not sent before; else the address that was answered, empty where a page was.
    """
    row, fresh = SentForm.objects.get_or_create(account_id=account, form=form, defaults={"at": on})
    return None if fresh else row.address


def keep_answer(*, account: AccountId, form: str, address: str) -> None:
    """Remember the address that was answered."""
    SentForm.objects.filter(account=account, form=form).update(address=address)


def release(*, account: AccountId, form: str) -> None:
    """Let the form be sent again: nothing was done."""
    SentForm.objects.filter(account=account, form=form).delete()


def forget_old(on: datetime) -> int:
    """Forget forms that nobody sends again; their number."""
    return SentForm.objects.filter(at__lt=on - KEPT).delete()[0]
