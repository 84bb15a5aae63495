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
from waarborg.engines.rules.findings import VERDICTS
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


def test_columns_give_the_same_due_met_and_verdict_as_one_by_one_on_100_000_random_rows() -> None:
    made = list(islice(readings(seed=11), ROWS))
    answers = assess_many(columns_of(made))
    alone = [JUDGE.judge(facts) for facts in made]
    assert [VERDICTS[code] for code in answers.verdict] == [judgement.verdict for judgement in alone]
    by_rule = [{finding.rule: finding for finding in judgement.findings} for judgement in alone]
    for safeguard in CURRENT.safeguards:
        due, met = answers.due[safeguard.id].tolist(), answers.met[safeguard.id].tolist()
        for row in range(ROWS):
            finding = by_rule[row].get(safeguard.id)
            assert due[row] == (-1 if finding is None else DUE.index(finding.due)), (safeguard.id, made[row])
            asked = finding is not None and finding.met is not None
            assert met[row] == (MET.index(finding.met) if asked else -1), (safeguard.id, made[row])


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
