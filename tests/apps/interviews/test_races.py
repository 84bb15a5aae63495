"""Two people at the same moment: one wins, the other is told, and nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from tests.apps.interviews.holding_them import day, person_of, world
from waarborg.apps.interviews import closing, planning
from waarborg.apps.interviews.kinds import InterviewState, Moment
from waarborg.apps.interviews.models import Interview
from waarborg.apps.people.models import CapacityKind
from waarborg.kernel.errors import Refusal

WHEN = day(-90)
BEFORE = day(-100)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What became of acts that begin together: the code of a refusal, or nothing where it was done."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            start.wait()
            result = act()
            return result.code if isinstance(result, Refusal) else ""
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def test_one_team_is_planned_once_for_one_hour(fresh_database: Mapping[str, str]) -> None:
    del fresh_database
    w = world()
    other = person_of(w.case, w.asker, CapacityKind.WITNESS, on=BEFORE)
    hers = w.draft(WHEN, room=None)
    theirs = w.draft(WHEN, room=None, person=other, heard_as=CapacityKind.WITNESS)
    codes = at_once(
        lambda: planning.plan(actor=w.asker, on=BEFORE, draft=hers),
        lambda: planning.plan(actor=w.second, on=BEFORE, draft=theirs),
    )
    assert codes == ["", "interview.team_busy"]
    assert Interview.objects.count() == 1


def test_of_two_changes_at_once_one_wins_and_the_other_is_told(fresh_database: Mapping[str, str]) -> None:
    del fresh_database
    w = world()
    pk = w.planned(WHEN)
    codes = at_once(
        *(
            lambda actor=actor, need=need: planning.change(
                actor=actor, on=BEFORE, interview=pk, version=1, draft=w.draft(WHEN, need=need)
            )
            for actor, need in ((w.asker, "the flat"), (w.leader, "the driver"))
        )
    )
    assert codes == ["", "interview.changed_meanwhile"]
    row = Interview.objects.get(pk=pk)
    assert (row.version, row.receipts.count()) == (2, 2)


def test_an_interview_is_closed_once(fresh_database: Mapping[str, str]) -> None:
    del fresh_database
    w = world()
    pk = w.informed(-112)
    Interview.objects.filter(pk=pk).update(state=InterviewState.HELD)
    codes = at_once(
        *(lambda actor=actor: closing.close(actor=actor, on=WHEN, interview=pk) for actor in (w.asker, w.leader))
    )
    assert codes == ["", "interview.closed_already"]
    assert Interview.objects.get(pk=pk).receipts.filter(moment=Moment.CLOSED).count() == 2
