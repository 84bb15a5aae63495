"""Ids: typed, random, and saying nothing but their kind."""

from __future__ import annotations

import inspect

import pytest

from waarborg.kernel import ids
from waarborg.kernel.ids import CaseId, Id, PersonId

KINDS = [kind for _, kind in inspect.getmembers(ids, inspect.isclass) if issubclass(kind, Id) and kind is not Id]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_id_is_one_of_its_kind_and_of_no_other(kind: type[Id]) -> None:
    new = kind.new()
    assert type(kind(new)) is kind
    for other in KINDS:
        if other is not kind:
            with pytest.raises(ValueError, match="expected an id"):
                other(new)


def test_no_two_kinds_begin_alike() -> None:
    assert len({kind.prefix for kind in KINDS}) == len(KINDS)


def test_ids_do_not_repeat() -> None:
    assert len({CaseId.new() for _ in range(10_000)}) == 10_000


@pytest.mark.parametrize("body", ["", "a" * 25, "a" * 27, "A" * 26, "1" * 26, "a" * 26 + "\n", " " + "a" * 26])
def test_a_text_that_is_no_id_is_refused(body: str) -> None:
    with pytest.raises(ValueError, match="expected an id that begins with case_"):
        CaseId(f"case_{body}")


def test_a_long_text_is_cut_in_the_refusal() -> None:
    with pytest.raises(ValueError, match="found '") as refusal:
        PersonId("x" * 1000)
    assert len(str(refusal.value)) < 150
