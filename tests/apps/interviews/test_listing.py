from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import numpy as np
import pytest

from tests.apps.interviews import oracle
from tests.apps.interviews.made import a_document, seeded
from waarborg.apps.interviews.assessment import JUDGE, assess
from waarborg.apps.interviews.listing import CHOICES, SETS, assess_list, assess_many, columns_of
from waarborg.apps.interviews.reading import read_interview
from waarborg.engines.rules.columns import DUE, MET
from waarborg.engines.rules.conditions import Fact, Overlap, SameAsLatest, Some, observables
from waarborg.engines.rules.facts import Facts
from waarborg.engines.rules.findings import VERDICTS, Verdict
from waarborg.engines.rules.seeing import leaves_of_row
from waarborg.kernel.errors import Unusable
from waarborg.law.rulebook import CURRENT

ROWS = 100_000


def readings(seed: int) -> Iterator[Facts]:
    """Documents that were read, without end."""
    dice = seeded(seed)
    while True:
        try:
            yield read_interview(a_document(dice, known=dice.choice((0.3, 0.5, 0.9))))
        except Unusable:
            continue


def shuffled(made: list[Facts], seed: int) -> Iterator[Facts]:
    """New documents without end: each has its facts, earlier interviews, age, days and reasons from another one."""
    pick = seeded(seed).choice
    while True:
        aged = pick(made)
        yield Facts(
            values=pick(made).values,
            rows=pick(made).rows,
            age=aged.age,
            age_absent=aged.age_absent,
            dates=pick(made).dates,
            reasons=pick(made).reasons,
        )


def codes_one_by_one(made: list[Facts]) -> tuple[list[Verdict], dict[str, list[tuple[int, int]]]]:
    """What judging each document alone gives, in the codes of the columns."""
    verdicts, codes = [], {safeguard.id: [(-1, -1)] * len(made) for safeguard in CURRENT.safeguards}
    for row, facts in enumerate(made):
        judgement = JUDGE.judge(facts)
        verdicts.append(judgement.verdict)
        for each in judgement.findings:
            codes[each.rule][row] = DUE.index(each.due), -1 if each.met is None else MET.index(each.met)
    return verdicts, codes


def test_columns_give_the_same_due_met_and_verdict_as_one_by_one_on_100_000_random_rows() -> None:
    made = list(islice(shuffled(list(islice(readings(seed=11), 3_000)), seed=13), ROWS))
    answers = assess_many(columns_of(made))
    verdicts, codes = codes_one_by_one(made)
    assert [VERDICTS[code] for code in answers.verdict] == verdicts
    for rule, expected in codes.items():
        given = list(zip(answers.due[rule].tolist(), answers.met[rule].tolist(), strict=True))
        assert given == expected, next(pair for pair in zip(given, expected, made, strict=True) if pair[0] != pair[1])
    # Every answer there is must have come, or the sample proves little.
    assert {code for pairs in codes.values() for code in pairs} == {
        (-1, -1),
        (0, -1),
        *((due, met) for due in (1, 2) for met in range(4)),
    }


def test_a_list_of_documents_agrees_with_the_oracle() -> None:
    dice = seeded(12)
    documents: list[dict[str, Any]] = [each for each in (a_document(dice) for _ in range(600)) if oracle.usable(each)]
    answers = assess_list(documents)
    for row, document in enumerate(documents):
        expected = oracle.answer(document)
        assert VERDICTS[answers.verdict[row]].value == expected["verdict"]
        for rule, (due, met) in expected["findings"].items():
            assert DUE[answers.due[rule][row]].value == due
            assert (None if answers.met[rule][row] == -1 else MET[answers.met[rule][row]].value) == met


def test_a_list_without_documents_has_no_answers() -> None:
    assert assess_list([]).verdict.tolist() == []


def test_one_unusable_document_spoils_the_list_and_says_why() -> None:
    with pytest.raises(Unusable, match=r"\$\.on: found 1"):
        assess_list([{"on": "2026-12-01"}, {"on": 1}])


def test_every_fact_of_the_rulebook_has_a_column() -> None:
    named = {*CHOICES, *SETS, "earlier"}
    for safeguard in CURRENT.safeguards:
        for found in (*observables(safeguard.when), *observables(safeguard.met)):
            if isinstance(found, Fact | SameAsLatest):
                assert found.path in named
            if isinstance(found, Fact):
                assert set(found.among) <= set(CHOICES[found.path])
            if isinstance(found, Some):
                for leaf in leaves_of_row(found.where):
                    path = leaf.inner if isinstance(leaf, Overlap) else leaf.path
                    assert f"{found.listed.path}[].{path}" in named


def test_a_column_is_as_short_as_its_codes_allow() -> None:
    answers = assess_list([{"on": "2026-12-01"}])
    assert answers.verdict.dtype == np.int8
    assert {column.dtype for column in answers.due.values()} == {np.dtype(np.int8)}
    assert VERDICTS[answers.verdict[0]] is assess({"on": "2026-12-01"}).verdict
