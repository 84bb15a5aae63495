"""Guessing is slowed down by user name, for names that there are and names that there are not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from waarborg.faces.shell import slowing


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def test_so_many_tries_a_minute_and_no_more() -> None:
    assert [slowing.may_try("visser") for _ in range(slowing.TRIES + 2)] == [True] * slowing.TRIES + [False] * 2


def test_another_name_is_not_slowed_down() -> None:
    for _ in range(slowing.TRIES + 1):
        slowing.may_try("visser")
    assert slowing.may_try("smit")


def test_one_name_written_in_two_ways_is_one_name() -> None:
    for _ in range(slowing.TRIES):
        slowing.may_try("visser")
    assert not slowing.may_try(" Visser")


def test_who_typed_the_right_things_begins_anew() -> None:
    for _ in range(slowing.TRIES + 1):
        slowing.may_try("visser")
    slowing.forget("Visser")
    assert slowing.may_try("visser")


def test_when_the_minute_has_ended_tries_are_free_again() -> None:
    for _ in range(slowing.TRIES + 1):
        slowing.may_try("visser")
    # The minute ends by the cache's own clock; this is what it then does.
    cache.clear()
    assert slowing.may_try("visser")


def test_the_name_itself_is_not_kept() -> None:
    slowing.may_try("visser")
    assert "visser" not in repr(vars(cache))


def test_no_name_is_too_odd() -> None:
    assert slowing.may_try("\ud800" * 5000)
