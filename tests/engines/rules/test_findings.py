from __future__ import annotations

import pytest

from waarborg.engines.rules.findings import Due, Met, Verdict, clauses, state_of, verdict_of
from waarborg.engines.rules.safeguards import Doubt, Force, State
from waarborg.kernel.texts import Text
from waarborg.law.rulebook import WORDING

MUST, WISH, PROTECT, ASK = Force.MUST, Force.WHERE_POSSIBLE, Doubt.PROTECT, Doubt.ASK


@pytest.mark.parametrize(
    ("due", "met", "rule", "expected"),
    [
        (Due.NO, None, (MUST, PROTECT), (State.NOT_DUE, Verdict.LAWFUL)),
        (Due.YES, Met.YES, (MUST, PROTECT), (State.MET, Verdict.LAWFUL)),
        (Due.YES, Met.NO, (MUST, PROTECT), (State.NOT_MET, Verdict.BREACH)),
        (Due.YES, Met.NO, (WISH, PROTECT), (State.NOT_MET, Verdict.UNEXPLAINED)),
        (Due.YES, Met.EXPLAINED, (MUST, PROTECT), (State.BY_LEAVE, Verdict.LAWFUL)),
        (Due.YES, Met.EXPLAINED, (WISH, PROTECT), (State.EXPLAINED, Verdict.LAWFUL)),
        (Due.YES, Met.UNKNOWN, (MUST, PROTECT), (State.NOT_SAID, Verdict.FACTS_MISSING)),
        (Due.UNTIL_KNOWN, Met.NO, (MUST, PROTECT), (State.UNTIL_KNOWN, Verdict.FACTS_MISSING)),
        (Due.UNTIL_KNOWN, Met.UNKNOWN, (WISH, PROTECT), (State.NOT_KNOWN, Verdict.FACTS_MISSING)),
        (Due.UNTIL_KNOWN, Met.YES, (MUST, PROTECT), (State.PROTECTS, Verdict.LAWFUL)),
        (Due.UNTIL_KNOWN, Met.EXPLAINED, (MUST, PROTECT), (State.PROTECTS, Verdict.LAWFUL)),
        (Due.UNTIL_KNOWN, Met.NO, (MUST, ASK), (State.ASK, Verdict.FACTS_MISSING)),
    ],
)
def test_a_finding_comes_down_to_one_state_and_one_verdict(
    due: Due, met: Met | None, rule: tuple[Force, Doubt], expected: tuple[State, Verdict]
) -> None:
    force, doubt = rule
    assert (state_of(due, met, force, doubt), verdict_of(due, met, force)) == expected


def test_every_state_and_force_has_its_words() -> None:
    assert set(WORDING.state) == set(State)
    assert set(WORDING.force) == set(Force)


def test_clauses_are_said_once_and_joined_as_a_list() -> None:
    said = [Text(en=word, nl=word.upper()) for word in ("a", "b", "a", "c")]
    assert clauses(said, WORDING) == Text(en="a, b and c", nl="A, B en C")
    assert clauses(said[:1], WORDING) == Text(en="a", nl="A")
