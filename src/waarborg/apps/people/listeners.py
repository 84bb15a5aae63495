"""What people's records need from time to time: forms and sessions that are over go."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.models import Session

from waarborg.apps.people.sent_forms import forget_old
from waarborg.kernel.chores import every


@every(seconds=3600)
def forget_sent_forms(now: datetime) -> None:
    """A form that nobody sends again is forgotten."""
    forget_old(now)


@every(seconds=3600)
def clear_sessions(now: datetime) -> None:
    """A session that has ended by itself leaves its row; it goes too."""
    Session.objects.filter(expire_date__lt=now).delete()
