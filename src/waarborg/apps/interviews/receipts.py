"""Receipts of assessments: what was asked, by which rules, and what was found, to be recomputed with the rules of then.

Invariant: a check never trusts what the receipt says was found; it assesses the input again and compares all of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from waarborg.apps.interviews.assessment import assess, judge_by
from waarborg.engines.rules.judge import ENGINE_VERSION
from waarborg.kernel.documents import Json
from waarborg.kernel.errors import Problem, Unusable
from waarborg.kernel.shapes import plain, record, words

_RECEIPT: Final = record(
    "a receipt",
    {
        "input": plain(dict, "the document that was assessed"),
        "rulebook": words,
        "engine": words,
        "findings": plain(list, "a list of findings"),
    },
    on=words,
    verdict=words,
    age=plain(dict, "an object with low and high"),
    not_in_force=plain(list, "a list of rules"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What the check of a receipt found."""

    rulebook: str
    #: The engine that the receipt names; ours is ``ENGINE_VERSION``.
    engine: str
    #: Empty where the assessment was recomputed and is the same.
    problems: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The check as ``waarborg receipt check`` prints it."""
        return {
            "rulebook": self.rulebook,
            "engine": self.engine,
            "checked_by": ENGINE_VERSION,
            "same": not self.problems,
            "problems": list(self.problems),
        }


def make_receipt(document: Mapping[str, Json]) -> dict[str, Json]:
    """A receipt of the assessment of ``document`` by today's rules: the input, the rules' hash, the engine, the answer.

    Raises:
        Unusable: the document cannot be used.
    """
    return {"input": document, "engine": ENGINE_VERSION, **assess(document).as_json()}


def check_receipt(receipt: Json) -> Check:
    """Assess the receipt's input again, with the rules that it names, and compare.

    Raises:
        Unusable: this is no receipt.
    """
    problems: list[Problem] = []
    read: dict[str, Any] = _RECEIPT(receipt, "$", problems) or {}
    if problems:
        raise Unusable(problems)
    return Check(rulebook=read["rulebook"], engine=read["engine"], problems=tuple(_differences(read)))


def _differences(receipt: Mapping[str, Any]) -> list[str]:
    judge = judge_by(receipt["rulebook"])
    if judge is None:
        return ["This house has no rulebook with that hash, so it cannot recompute the findings."]
    try:
        again = assess(receipt["input"], judge).as_json()
    except Unusable as unusable:
        return [f"The input cannot be assessed: {problem}" for problem in unusable.problems]
    different = [
        f"{key} is not what these rules find."
        for key in again
        if key != "findings" and key in receipt and _exactly(receipt[key]) != _exactly(again[key])
    ]
    given = [_exactly(finding) for finding in receipt["findings"]]
    expected = {finding["rule"]: _exactly(finding) for finding in again["findings"]}
    different += [f"{rule} is not what these rules find." for rule, found in expected.items() if found not in given]
    if not different and given != list(expected.values()):
        different.append("findings holds more than these rules find, or in another order.")
    if different and receipt["engine"] != ENGINE_VERSION:
        different.append("The receipt names another engine than ours, which may be why.")
    return different


def _exactly(value: Json) -> str:
    """A value as text, since to Python true equals 1; a token that is no JSON equals nothing of ours."""
    return json.dumps(value, sort_keys=True, default=repr)
