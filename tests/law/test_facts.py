from __future__ import annotations

import re

from waarborg.engines.rules.conditions import Fact, Listed, Overlap, Said, SameAsLatest, Under
from waarborg.law import facts, facts_of_earlier, facts_of_recording

NAMED = {
    name: value
    for module in (facts, facts_of_earlier, facts_of_recording)
    for name, value in vars(module).items()
    if name.isupper() and not name.startswith("_")
}


def _said(value: object) -> Said:
    assert isinstance(value, Fact | Listed | Overlap | SameAsLatest | Under)
    return value.said


def test_every_fact_is_said_in_clauses_that_can_follow_because() -> None:
    assert len(NAMED) > 25
    for name, value in NAMED.items():
        said = _said(value)
        for text in (said.yes, said.no, said.unknown):
            for clause in (text.en, text.nl):
                assert re.fullmatch(r"[a-z][^.?!]*", clause), (name, clause)
        assert said.yes != said.no


def test_what_is_unknown_says_that_we_do_not_know() -> None:
    for name, value in NAMED.items():
        said = _said(value)
        assert said.unknown.en.startswith("we do not know "), name
        assert said.unknown.nl.startswith("we weten niet "), name


def test_only_eighteen_can_be_presumed() -> None:
    presumed = {value.years for value in NAMED.values() if isinstance(value, Under) and value.presumption}
    assert presumed == {18}
