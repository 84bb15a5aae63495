"""Assessing one interview: which safeguards are due, which are met, why, and what would have to be known.

Pure: a document in, an assessment or every problem with the document out. The same function serves the command, the
desk's live lines and the receipts.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from waarborg.apps.interviews.reading import read_interview
from waarborg.engines.rules.findings import Finding, Verdict
from waarborg.engines.rules.judge import Judge
from waarborg.kernel.documents import Json
from waarborg.law.rulebook import CURRENT, RULEBOOKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What the rulebook finds about one interview."""

    on: date
    #: Hash of the rulebook.
    rulebook: str
    verdict: Verdict
    #: Completed years on the day, both possible: (0, 120) where nothing is known.
    age: tuple[int, int]
    #: Safeguards without a version on their day.
    not_in_force: tuple[str, ...]
    #: In book order, those with due *no* included.
    findings: tuple[Finding, ...]

    def finding(self, rule: str) -> Finding | None:
        """The finding about ``rule``; None where it is not in force."""
        return next((finding for finding in self.findings if finding.rule == rule), None)

    def written(self) -> str:
        """The assessment as JSON text on one line."""
        low, high = self.age
        head = json.dumps({"on": self.on.isoformat(), "rulebook": self.rulebook, "verdict": self.verdict.value})
        return (
            f'{head[:-1]}, "age": {{"low": {low}, "high": {high}}}, "not_in_force": {json.dumps(self.not_in_force)}, '
            f'"findings": [{", ".join([finding.written for finding in self.findings])}]}}'
        )

    def as_json(self) -> dict[str, Any]:
        """The assessment as JSON values."""
        found: dict[str, Any] = json.loads(self.written())
        return found


@cache
def judge_by(rulebook: str) -> Judge | None:
    """The judge by the rulebook with this hash; None where this house never had it."""
    book = RULEBOOKS.get(rulebook)
    return None if book is None else Judge(book)


JUDGE: Final = Judge(CURRENT)


def assess(document: Json, judge: Judge = JUDGE) -> Assessment:
    """Assess the interview in ``document``, in the shape of ``waarborg assess``.

    Raises:
        Unusable: the document cannot be used; names every problem.
    """
    facts = read_interview(document)
    judgement = judge.judge(facts)
    return Assessment(
        on=date.fromordinal(facts.dates["on"]),
        rulebook=judge.hash,
        verdict=judgement.verdict,
        age=facts.age,
        not_in_force=judgement.not_in_force,
        findings=judgement.findings,
    )
