"""The worker: every chore in its time, none that keeps the others from being done, and an end when it is told to."""

from __future__ import annotations

import threading
from datetime import datetime
from typing import Any

import pytest

from waarborg.deploy import worker
from waarborg.deploy.worker import do, pause, work_once, work_until
from waarborg.kernel.chores import Chore

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done, by the names of two chores of which the first always fails."""
    names: list[str] = []

    def chore(name: str, *, fails: bool) -> Chore:
        def work(now: datetime) -> None:
            assert now.tzinfo
            names.append(name)
            if fails:
                message = "Yonas"
                raise RuntimeError(message)

        return Chore(name=name, seconds=0.01, work=work)

    both = (chore("failing", fails=True), chore("other", fails=False))
    monkeypatch.setattr(worker, "chores", lambda: both)
    return names


def test_a_chore_that_fails_keeps_no_other_from_being_done(done: list[str]) -> None:
    assert not work_once()
    assert sorted(done) == ["failing", "other"]


def test_a_chore_that_fails_comes_round_again_ever_later_and_at_most_a_minute_later() -> None:
    def nothing(_: datetime) -> None:
        """Do nothing."""

    often = Chore(name="often", seconds=0.5, work=nothing)
    seldom = Chore(name="seldom", seconds=3600, work=nothing)
    assert [pause(often, failed) for failed in (0, 1, 2, 3, 7, 100)] == [0.5, 1, 2, 4, 60, 60]
    assert pause(seldom, 5) == 3600
    assert do(often)


def test_it_goes_round_until_it_is_told_to_stop(done: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    stop = threading.Event()

    def ending(chore: Chore) -> bool:
        went_well = do(chore)
        if done.count("other") == 15:
            stop.set()
        return went_well

    monkeypatch.setattr(worker, "do", ending)
    work_until(stop)
    assert done.count("other") == 15
    assert 0 < done.count("failing") < 15


def test_what_is_told_to_stop_at_once_does_nothing(done: list[str]) -> None:
    stop = threading.Event()
    stop.set()
    work_until(stop)
    assert done == []


def test_a_failing_chore_is_logged_by_its_name_and_not_by_its_message(
    done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[Any] = []

    class Log:
        """Keeps what is logged."""

        def error(self, event: str, **facts: object) -> None:
            lines.append((event, facts))

    monkeypatch.setattr(worker, "_log", Log())
    work_once()
    ((event, facts),) = lines
    assert (event, facts["chore"]) == ("chore_failed", "failing")
