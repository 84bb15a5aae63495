"""Must never happen: that news meant for a victim reaches a suspect, by any act and in any capacity."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.apps.cases.acting import NOON, code
from tests.apps.outcomes import Road, aged, dismissed, guardian, new_road, notice, portal
from waarborg.apps.people.models import Answer
from waarborg.apps.rights.models import Notice, NoticeState
from waarborg.apps.rights.queries import notices_of
from waarborg.apps.rights.telling import receive, record_not_reached, send, tell
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import NoticeId, PersonId

pytestmark = pytest.mark.django_db


def _sent(road: Road, about: NoticeId, to: PersonId) -> object:
    return send(actor=road.prosecutor, on=NOON, notice=about, recipient=to, way="Letter")


def _handed_over(road: Road, about: NoticeId, to: PersonId) -> object:
    return tell(
        actor=road.prosecutor,
        on=NOON,
        notice=about,
        recipient=to,
        by_voice=False,
        evidence="At the door.",
        understood=Answer.YES,
    )


def _called(road: Road, about: NoticeId, to: PersonId) -> object:
    return tell(
        actor=road.detective,
        on=NOON,
        notice=about,
        recipient=to,
        by_voice=True,
        evidence="By phone.",
        understood=Answer.YES,
    )


def _tried(road: Road, about: NoticeId, to: PersonId) -> object:
    return record_not_reached(actor=road.detective, on=NOON, notice=about, recipient=to, words="No answer.")


@pytest.mark.parametrize("act", [_sent, _handed_over, _called, _tried])
@pytest.mark.parametrize("age", [(8, 9), (10, 13), (15, 15), (30, 31)])
def test_neither_the_suspect_nor_a_parent_who_is_one_gets_it(
    act: Callable[[Road, NoticeId, PersonId], object], age: tuple[int, int]
) -> None:
    road = new_road(heard=False)
    aged(road, road.victim, *age)
    parent = guardian(road, road.victim, suspect=True)
    dismissed(road)
    about = notice(road, "dismissal")
    for to in (road.suspect, parent):
        assert code(act(road, about, to)) == "notice.recipient"
    row = Notice.objects.get(pk=about)
    assert row.state == NoticeState.DUE
    assert row.recipient_id not in {road.suspect, parent}
    assert not row.steps.exists()


def test_a_parent_who_is_a_suspect_reads_nothing_in_the_portal_either() -> None:
    road = new_road()
    parent = guardian(road, road.victim, suspect=True)
    dismissed(road)
    about = notice(road, "dismissal")
    assert not isinstance(_sent(road, about, road.victim), Exception)
    account = portal(road, Role.REPRESENTATIVE, parent, road.victim)
    assert notices_of(actor=account, person=road.victim, opening=road.reading()) == ()
    assert code(receive(actor=account, on=NOON, notice=about, understood=Answer.YES)) == "case.need_to_know"
