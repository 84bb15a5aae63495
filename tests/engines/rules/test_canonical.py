from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from waarborg.engines.rules.canonical import rulebook_hash
from waarborg.engines.rules.conditions import Fact, any_of
from waarborg.engines.rules.safeguards import Force, Rulebook, Safeguard, in_turn
from waarborg.engines.rules.sources import Source
from waarborg.kernel.texts import Text
from waarborg.law.facts_of_recording import SOUND, VIDEO
from waarborg.law.rulebook import CURRENT


def changed(**fields: object) -> Rulebook:
    """Today's book with its second safeguard changed."""
    first, second, *rest = CURRENT.safeguards
    return replace(CURRENT, safeguards=(first, replace(second, **fields), *rest))  # type: ignore[arg-type]


def second() -> Safeguard:
    return CURRENT.safeguards[1]


def test_the_hash_is_the_same_each_time_and_of_a_value_that_says_the_same() -> None:
    same = Fact(path=SOUND.path, among=SOUND.among, said=SOUND.said)
    assert rulebook_hash(changed(met=same)) == rulebook_hash(CURRENT)
    assert rulebook_hash(CURRENT).startswith("sha256:")
    assert len(rulebook_hash(CURRENT)) == 71


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "recording.other"},
        {"duty": Text(en="Record the sound.", nl=second().duty.nl)},
        {"when": any_of(second().when)},
        {"met": VIDEO},
        {"met": replace(SOUND, among=(True, False))},
        {"force": Force.WHERE_POSSIBLE},
        {"dated_by": "on"},
        {"in_verdict": False},
        {"versions": second().versions[:-1]},
        {"versions": (replace(second().versions[0], first=date(2010, 9, 2)), *second().versions[1:])},
        {"versions": (replace(second().versions[0], sources=()), *second().versions[1:])},
    ],
)
def test_whatever_a_safeguard_says_differently_gives_another_hash(fields: dict[str, object]) -> None:
    assert rulebook_hash(changed(**fields)) != rulebook_hash(CURRENT)


def test_the_order_the_words_and_the_approvers_count_too() -> None:
    others = [
        replace(CURRENT, safeguards=CURRENT.safeguards[::-1]),
        replace(CURRENT, wording=replace(CURRENT.wording, because=Text(en="Since {facts}.", nl="Want {facts}."))),
        replace(CURRENT, approvers={**CURRENT.approvers, Force.MUST: frozenset({"team_leader"})}),
    ]
    assert len({rulebook_hash(CURRENT), *map(rulebook_hash, others)}) == 4


def test_a_version_needs_a_first_day() -> None:
    with pytest.raises(ValueError, match="no first day"):
        in_turn((Source(instrument="a law", place="somewhere", verified=False),))
