"""Fills the demo: five invented cases, made by the same acts that people use, under a clock that walks to today.

Everybody and everything here is invented. Invariant: nothing is written past the acts, and each case stands where a
person can go on by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.conf import settings

from waarborg.apps.custody.outbox import deliver_pending
from waarborg.apps.custody.sequencing import sequence
from waarborg.apps.people.models import Account
from waarborg.deploy.seeding.abroad_and_back import abroad_and_back
from waarborg.deploy.seeding.days import Days
from waarborg.deploy.seeding.fifteen_or_seventeen import fifteen_or_seventeen
from waarborg.deploy.seeding.greenhouse import greenhouse
from waarborg.deploy.seeding.her_no import her_no
from waarborg.deploy.seeding.staff import Staff, open_staff
from waarborg.deploy.seeding.under_twelve import under_twelve
from waarborg.kernel.clock import day_of

#: In the order in which they begin, so that their numbers are in order too.
_CASES: Final[tuple[Callable[[Days, Staff], object], ...]] = (
    her_no,
    abroad_and_back,
    fifteen_or_seventeen,
    greenhouse,
    under_twelve,
)


def seed_once() -> bool:
    """Fill a demo that is empty; one that was filled before stays as people left it.

    Returns:
        Whether it was filled now.
    """
    if Account.objects.exists():
        return False
    now = settings.INSTALLATION.clock()
    days = Days(day_of(now))
    staff = open_staff(days)
    for tell in _CASES:
        tell(days, staff)
    deliver_pending(on=now)
    sequence(on=now)
    return True
