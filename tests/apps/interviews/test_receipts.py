from __future__ import annotations

import json
from typing import Any

import pytest

from tests.apps.interviews import oracle
from tests.apps.interviews.made import a_document, seeded
from waarborg.apps.interviews.receipts import check_receipt, make_receipt
from waarborg.kernel.documents import read_json
from waarborg.kernel.errors import Unusable

INPUT = {"on": "2026-12-01", "person": {"born": "2011"}, "interview": {"kind": "report", "sound": True}}


def made(**changes: object) -> dict[str, Any]:
    """A receipt as it comes back from a file, with some of it changed."""
    receipt: dict[str, Any] = read_json(json.dumps(make_receipt(INPUT)).encode())
    return {**receipt, **changes}


def test_a_receipt_holds_the_input_the_rulebook_the_engine_and_the_findings() -> None:
    assert {"input", "rulebook", "engine", "findings"} <= make_receipt(INPUT).keys()
    assert make_receipt(INPUT)["input"] == INPUT


def test_every_receipt_that_we_make_is_recomputed_the_same() -> None:
    dice = seeded(21)
    for document in [each for each in (a_document(dice) for _ in range(100)) if oracle.usable(each)]:
        receipt = read_json(json.dumps(make_receipt(document)).encode())
        assert check_receipt(receipt).problems == ()


def test_a_changed_finding_is_named() -> None:
    receipt = made()
    receipt["findings"][1]["met"] = "no"
    assert check_receipt(receipt).problems == ("recording.audio is not what these rules find.",)


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "lawful"},
        {"on": "2026-12-02"},
        {"age": {"low": 14, "high": 14}},
        {"not_in_force": ["recording.audio"]},
        {"findings": []},
        {"input": {**INPUT, "person": {"born": "2010"}}},
        {"input": {"on": "yesterday"}},
        {"rulebook": "sha256:" + "0" * 64},
    ],
)
def test_a_receipt_with_anything_changed_does_not_pass(change: dict[str, object]) -> None:
    assert check_receipt(made(**change)).problems


def test_one_is_not_true_and_two_findings_are_not_one() -> None:
    receipt = made()
    receipt["findings"][0]["in_verdict"] = 1
    assert check_receipt(receipt).problems
    assert check_receipt(made(findings=made()["findings"] * 2)).problems
    assert check_receipt(made(findings=made()["findings"][::-1])).problems


def test_a_rulebook_that_this_house_never_had_is_said_plainly() -> None:
    (problem,) = check_receipt(made(rulebook="sha256:abc")).problems
    assert "no rulebook with that hash" in problem


def test_findings_of_another_engine_may_differ_because_of_that() -> None:
    assert "another engine" in check_receipt(made(engine="0", verdict="lawful")).problems[-1]
    assert check_receipt(made(engine="0")).problems == ()


@pytest.mark.parametrize("receipt", [[], {}, None, {"input": {}}, made(findings={}), made(rulebook=3), made(more=1)])
def test_what_is_no_receipt_is_unusable(receipt: object) -> None:
    with pytest.raises(Unusable):
        check_receipt(receipt)


def test_a_key_that_stands_twice_anywhere_makes_a_receipt_unusable() -> None:
    text = json.dumps(made()).replace('"due": "no"', '"due": "yes", "due": "no"', 1)
    with pytest.raises(Unusable):
        check_receipt(read_json(text.encode()))
