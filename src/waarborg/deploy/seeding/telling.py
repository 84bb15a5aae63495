"""Tells people of the demo what they must be told, in the form that the law asks, and keeps how it is known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from waarborg.apps.people.models import Answer
from waarborg.apps.rights import telling
from waarborg.apps.rights.models import Notice, NoticeState
from waarborg.deploy.seeding.days import done
from waarborg.kernel.actors import Actor
from waarborg.kernel.ids import NoticeId, PersonId
from waarborg.law.steps import Form

_BY_VOICE = frozenset({Form.ORAL, Form.ORAL_AND_WRITTEN, Form.ANY})


def tell_all(
    *,
    by: Actor,
    on: datetime,
    person: PersonId,
    to: PersonId | None = None,
    evidence: str,
    but: Iterable[str] = (),
) -> None:
    """Tell ``person`` (or ``to``, who acts for them) everything that is due at the moment ``on``.

    Args:
        by: who tells.
        on: when (aware).
        person: whom it is about.
        to: who is told; the person where None.
        evidence: how it is known.
        but: notices, by their law id, that stay due.
    """
    due = Notice.objects.filter(person=person, state=NoticeState.DUE, known_at__lte=on).exclude(about__in=set(but))
    for notice in due.order_by("known_at", "pk"):
        _tell(by, on, notice, to or person, evidence)


def _tell(by: Actor, on: datetime, notice: Notice, recipient: PersonId, evidence: str) -> None:
    key, form = NoticeId(notice.pk), Form(notice.form)
    if form is not Form.ORAL:
        done(telling.send(actor=by, on=on, notice=key, recipient=recipient, way="The address that the person chose"))
    if form in _BY_VOICE or form is Form.WRITTEN:
        done(
            telling.tell(
                actor=by,
                on=on,
                notice=key,
                recipient=recipient,
                by_voice=form in _BY_VOICE,
                evidence=evidence,
                understood=Answer.YES,
            )
        )
