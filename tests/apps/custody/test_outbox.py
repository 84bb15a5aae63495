"""News: told after the commit, never of what was rolled back, and again until every listener has handled it."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager

import pytest
from django.db import connection
from django.test import override_settings

from tests.apps.custody.acting import NOON, acts, detective, do, make_case, mark, new_case, refusal
from waarborg.apps.custody.models import Delivery, Entry, OutboxEvent, ScopeKey
from waarborg.apps.custody.outbox import announce, deliver, deliver_pending
from waarborg.kernel import events
from waarborg.kernel.actors import THE_HOUSE
from waarborg.kernel.errors import Refusal
from waarborg.kernel.events import Event, listens_to
from waarborg.kernel.ids import CaseId

type Committed = Callable[[], AbstractContextManager[object]]
type Capture = Callable[..., AbstractContextManager[object]]


@pytest.fixture(autouse=True)
def listeners(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the listeners of the test itself."""
    monkeypatch.setattr(events, "_listeners", defaultdict(dict))


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Capture) -> Committed:
    """Commits what is done inside, as far as the news is concerned."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def _heard(*, fail: int = 0, name: str = "hear") -> list[Event]:
    """What a listener to ``case.made`` heard, which fails the first ``fail`` times after it left a row."""
    heard: list[Event] = []

    def hear(event: Event) -> None:
        heard.append(event)
        ScopeKey.objects.create(scope=f"{name} {len(heard)}", wrapped=b"")
        if len(heard) <= fail:
            message = "the listener stumbled over Yonas"
            raise RuntimeError(message)

    hear.__qualname__ = name
    listens_to("case.made")(hear)
    return heard


def _left(name: str = "hear") -> int:
    return ScopeKey.objects.filter(scope__startswith=name).count()


@pytest.mark.django_db
def test_news_is_told_after_the_commit_with_what_happened_to_what_and_by_whom(
    committed: Committed,
) -> None:
    heard, actor = _heard(), detective()
    with committed():
        case = new_case(actor)
        assert heard == []
    assert heard == [Event(name="case.made", subjects=(case,), at=NOON, by=actor.id)]
    assert OutboxEvent.objects.get().handled_at == NOON


@pytest.mark.django_db
def test_news_of_an_act_that_was_refused_is_never_told(
    committed: Committed,
) -> None:
    heard, actor, case = _heard(), detective(), CaseId.new()

    def make_and_stop() -> Refusal:
        make_case(actor=actor, on=NOON, case=case)
        return refusal(on_record=False)

    with committed():
        do(actor=actor, on=NOON, what=make_and_stop)
    assert deliver_pending(on=NOON) == 0
    assert heard == []
    assert not OutboxEvent.objects.exists()


@pytest.mark.django_db
def test_what_was_not_delivered_is_delivered_later_and_once() -> None:
    heard = _heard()
    new_case()  # The test rolls back, so nothing is told at a commit: as if the program was killed right after it.
    assert heard == []
    assert deliver_pending(on=NOON) == 1
    assert deliver_pending(on=NOON) == 0
    assert len(heard) == 1


@pytest.mark.django_db
def test_a_listener_that_handled_an_event_is_not_called_again_for_it() -> None:
    heard = _heard()
    new_case()
    row = OutboxEvent.objects.get()
    assert deliver(row.pk, on=NOON)
    assert deliver(row.pk, on=NOON)
    assert len(heard) == 1
    assert Delivery.objects.count() == 1


@pytest.mark.django_db
def test_a_listener_that_fails_undoes_its_own_work_and_not_the_act(
    committed: Committed,
) -> None:
    heard = _heard(fail=1)
    with committed():
        new_case()
    assert len(heard) == 1
    assert _left() == 0
    assert acts() == [("case.make", "done")]
    assert OutboxEvent.objects.get().handled_at is None
    assert deliver_pending(on=NOON) == 1
    assert (len(heard), _left()) == (2, 1)


@pytest.mark.django_db
def test_a_listener_that_fails_keeps_the_news_from_no_other() -> None:
    failing, other = _heard(fail=1, name="failing"), _heard(name="other")
    new_case()
    assert deliver_pending(on=NOON) == 0
    assert (_left("failing"), _left("other")) == (0, 1)
    assert deliver_pending(on=NOON) == 1
    assert (len(failing), len(other)) == (2, 1)


@pytest.mark.django_db
def test_one_event_that_never_succeeds_holds_up_no_other() -> None:
    listens_to("case.bad")(_raise)
    announce(Event(name="case.bad", subjects=(), at=NOON, by=THE_HOUSE.id))
    heard = _heard()
    new_case()
    assert deliver_pending(on=NOON) == 1
    assert len(heard) == 1


def _raise(event: Event) -> None:
    raise RuntimeError(event.name)


@pytest.mark.django_db
def test_a_listeners_act_is_its_own_and_no_part_of_the_act_that_was_committed(
    committed: Committed,
) -> None:
    @listens_to("case.made")
    def try_something(event: Event) -> None:
        case = CaseId(event.subjects[0])
        mark(actor=THE_HOUSE, on=event.at, case=case, answer=refusal(case))

    with committed():
        new_case()
    assert acts() == [("case.make", "done"), ("case.mark", "refused")]
    assert Entry.objects.get(act="case.mark").actor == THE_HOUSE.id


@pytest.mark.django_db
def test_the_public_program_leaves_its_news_to_those_who_know_every_listener(
    committed: Committed,
) -> None:
    with override_settings(PROGRAM="public"), committed():
        announce(Event(name="case.made", subjects=(), at=NOON, by=THE_HOUSE.id))
    assert OutboxEvent.objects.get().handled_at is None


@pytest.mark.django_db
def test_a_database_that_fails_after_the_commit_does_not_make_the_act_fail(
    committed: Committed,
) -> None:
    with committed():
        new_case()
        OutboxEvent.objects.all().delete()
    assert acts() == [("case.make", "done")]


def test_two_programs_that_deliver_at_once_hand_an_event_to_each_listener_once(
    fresh_database: Mapping[str, str],
) -> None:
    heard = _heard(fail=0)
    # As if the program was killed right after its commit.
    OutboxEvent.objects.create(name="case.made", subjects="", at=NOON, by=THE_HOUSE.id)
    start = threading.Barrier(4)

    def run() -> None:
        start.wait()
        deliver_pending(on=NOON)
        connection.close()

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(heard), _left(), Delivery.objects.count()) == (1, 1, 1)
    assert OutboxEvent.objects.get().handled_at == NOON
