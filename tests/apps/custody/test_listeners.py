"""What custody does by itself: within a second of an act its entry has a place, and no news waits for ever."""

from __future__ import annotations

import pytest

from tests.apps.custody.acting import NOON, new_case
from waarborg.apps.custody.listeners import deliver_what_waits, place_entries
from waarborg.apps.custody.models import Leaf, OutboxEvent
from waarborg.apps.custody.verification import verify
from waarborg.kernel.chores import chores

pytestmark = pytest.mark.django_db


def test_entries_get_their_place_and_news_is_delivered() -> None:
    new_case()
    place_entries(NOON)
    deliver_what_waits(NOON)
    assert Leaf.objects.count() == 1
    assert OutboxEvent.objects.get().handled_at == NOON
    assert verify().problem is None


def test_both_come_round_by_themselves_often_enough() -> None:
    every = {chore.work: chore.seconds for chore in chores()}
    assert every[place_entries] < 1
    assert every[deliver_what_waits] <= 5
