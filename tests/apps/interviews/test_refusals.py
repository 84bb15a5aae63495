"""Every refusal says all that somebody is owed, in both languages."""

from __future__ import annotations

import pytest

from waarborg.apps.interviews import plan_refusals, refusals
from waarborg.kernel.errors import Refusal

ALL = {name: value for name, value in (vars(plan_refusals) | vars(refusals)).items() if isinstance(value, Refusal)}


def test_no_two_refusals_have_one_name() -> None:
    codes = [refusal.code for refusal in ALL.values()]
    assert len(codes) == len(set(codes)) > 30


@pytest.mark.parametrize("name", sorted(ALL))
def test_a_refusal_has_four_parts_in_sentences(name: str) -> None:
    refusal = ALL[name]
    for part in (refusal.what, refusal.why, refusal.instead, refusal.ask):
        assert part is not None
        for text in (part.en, part.nl):
            assert text[0].isupper()
            assert text.endswith(".")
        assert part.en != part.nl
