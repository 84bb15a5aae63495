from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from waarborg.engines.rules.truth import NO, UNKNOWN, YES, Truth, word

ALL = (YES, NO, UNKNOWN)
ORDER = {"no": 0, "unknown": 1, "yes": 2}


@pytest.mark.parametrize(("left", "right"), list(product(ALL, ALL)))
def test_and_is_the_least_and_or_the_greatest_as_kleene_has_it(left: Truth[bool], right: Truth[bool]) -> None:
    ranks = ORDER[word(left)], ORDER[word(right)]
    assert ORDER[word(left & right)] == min(ranks)
    assert ORDER[word(left | right)] == max(ranks)


def test_not_unknown_is_unknown() -> None:
    assert [word(~each) for each in ALL] == ["no", "yes", "unknown"]
    assert [~~each for each in ALL] == list(ALL)


def test_a_column_follows_the_same_operators_row_by_row() -> None:
    pairs = list(product(ALL, ALL))
    left, right = (
        Truth(np.array([pair[side].must for pair in pairs]), np.array([pair[side].may for pair in pairs]))
        for side in (0, 1)
    )
    for column, single in (
        (left & right, [a & b for a, b in pairs]),
        (left | right, [a | b for a, b in pairs]),
        (~left, [~a for a, _ in pairs]),
    ):
        assert column.must.tolist() == [each.must for each in single]
        assert column.may.tolist() == [each.may for each in single]
