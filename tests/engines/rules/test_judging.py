from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from waarborg.engines.rules.conditions import (
    Condition,
    Fact,
    Listed,
    Overlap,
    Said,
    SameAsLatest,
    Some,
    Under,
    all_of,
    any_of,
    not_,
    observables,
)
from waarborg.engines.rules.facts import Facts, Value
from waarborg.engines.rules.judging import deciding, document_of, evaluate, missing
from waarborg.engines.rules.seeing import Seen, SeenRows, leaves_of_row, look_for, look_for_rows
from waarborg.engines.rules.standing import Question
from waarborg.engines.rules.truth import word
from waarborg.kernel.texts import Text

SAID = Said(yes=Text(en="y", nl="j"), no=Text(en="n", nl="n"), unknown=Text(en="u", nl="o"))
A, B, C = (Fact(path=path, among=(True,), said=SAID) for path in "abc")
LIST = Listed(path="list", said=SAID)
ROW = Fact(path="x", among=(True,), said=SAID)


def facts(rows: list[dict[str, Value]] | None = None, **values: Value) -> Facts:
    listed = None if rows is None else tuple({"on": 1, **row} for row in rows)
    return Facts(values=values, rows={"list": listed}, age=(0, 120), age_absent=(), dates={}, reasons={})


def judged(condition: Condition, document: Facts) -> tuple[str, list[tuple[str, str]], list[str]]:
    """Truth, deciding facts and missing paths."""
    found = tuple(dict.fromkeys(observables(condition)))
    sights: list[Seen | SeenRows] = [
        look_for_rows(each)(document) if isinstance(each, Some) else look_for(each)(document) for each in found
    ]
    world = document_of(zip(found, sights, strict=True))
    why = [(seen.name, word(seen.truth)) for seen in deciding(condition, world)]
    answer = word(evaluate(condition, world)), why, list(missing(condition, world))
    kept = Question(condition, found, why=True)
    assert kept.answer(sights) is kept.answer(sights)
    assert kept.answer(sights).missing == tuple(dict.fromkeys(answer[2]))
    return answer


def test_the_deciding_facts_are_the_members_that_share_the_truth_of_the_whole() -> None:
    both, either = all_of(A, B), any_of(A, B)
    assert judged(both, facts(a=True, b=True)) == ("yes", [("a", "yes"), ("b", "yes")], [])
    assert judged(both, facts(a=True, b=False)) == ("no", [("b", "no")], [])
    assert judged(both, facts(a=True)) == ("unknown", [("b", "unknown")], ["b"])
    assert judged(both, facts(b=False)) == ("no", [("b", "no")], [])
    assert judged(either, facts(a=True)) == ("yes", [("a", "yes")], [])
    assert judged(either, facts(a=False, b=False)) == ("no", [("a", "no"), ("b", "no")], [])
    assert judged(either, facts(a=False)) == ("unknown", [("b", "unknown")], ["b"])


def test_a_fact_under_a_not_keeps_its_own_value() -> None:
    assert judged(not_(A), facts(a=False)) == ("yes", [("a", "no")], [])
    assert judged(all_of(B, not_(any_of(A, C))), facts(a=True, b=True)) == ("no", [("a", "yes")], [])


@pytest.mark.parametrize("known", list(product((True, False, None), repeat=3)))
def test_what_decides_alone_would_decide_the_same(known: tuple[bool | None, ...]) -> None:
    """Forgetting every fact that is not named as deciding changes nothing."""
    condition = any_of(all_of(A, not_(B)), all_of(B, C), not_(any_of(A, C)))
    values: dict[str, Value] = dict(zip("abc", known, strict=True))
    document = replace(facts(), values=values)
    truth, why, absent = judged(condition, document)
    named = {name for name, _ in why}
    only = replace(facts(), values={name: value for name, value in values.items() if name in named})
    assert judged(condition, only)[0] == truth
    assert set(absent) <= {name for name in "abc" if document.values[name] is None}
    assert bool(absent) == (truth == "unknown")


def test_some_row_fulfils_and_names_its_place() -> None:
    some = Some(listed=LIST, where=ROW)
    assert judged(some, facts([{"x": False}, {"x": True}])) == ("yes", [("list[1].x", "yes")], [])
    assert judged(some, facts([{"x": False}, {}])) == ("unknown", [("list[1].x", "unknown")], ["list[1].x"])
    assert judged(some, facts([{"x": False}])) == ("no", [("list[0].x", "no")], [])
    assert judged(some, facts([])) == ("no", [("list", "no")], [])
    assert judged(some, facts(None)) == ("unknown", [("list", "unknown")], ["list"])


def test_a_set_known_to_be_empty_overlaps_nothing_that_is_listed_or_not() -> None:
    some = Some(listed=LIST, where=all_of(ROW, Overlap(path="mine", inner="theirs", said=SAID)))
    empty, full = frozenset[str](), frozenset({"t"})
    assert judged(some, facts([{"x": True, "theirs": full}], mine=full))[0] == "yes"
    assert judged(some, facts([{"x": True, "theirs": empty}]))[0] == "no"
    assert judged(some, facts([{"x": True}], mine=empty))[0] == "no"
    assert judged(some, facts(None, mine=empty)) == ("no", [("mine", "no")], [])
    assert judged(some, facts(None)) == ("unknown", [("list", "unknown")], ["list", "mine"])
    assert judged(some, facts([{"x": True}], mine=full))[2] == ["list[0].theirs"]


def test_the_same_as_the_latest_row_is_by_day_and_on_a_tie_by_place() -> None:
    same = SameAsLatest(path="mine", listed=LIST, inner="theirs", said=SAID)
    one, other = frozenset({"a"}), frozenset({"b"})
    assert judged(same, facts([{"theirs": other, "on": 2}, {"theirs": one, "on": 1}], mine=other))[0] == "yes"
    assert judged(same, facts([{"theirs": other}, {"theirs": one}], mine=one))[0] == "yes"
    assert judged(same, facts([{"theirs": other}, {}], mine=one)) == (
        "unknown",
        [("mine", "unknown")],
        ["list[1].theirs"],
    )
    assert judged(same, facts(None))[2] == ["list", "mine"]


def test_a_condition_that_cannot_be_asked_is_refused_at_once() -> None:
    overlap = Overlap(path="mine", inner="theirs", said=SAID)
    with pytest.raises(TypeError, match="stands outside one"):
        look_for(overlap)
    with pytest.raises(TypeError, match="no Under"):
        leaves_of_row(Under(years=3, name="age", said=SAID))
