"""Whoever is refused reads what does not go, why, what does, and whom to ask, in both languages."""

from __future__ import annotations

import inspect

import pytest

from waarborg.apps.cases import access, age_statements, charges, life, opening, persons, roads
from waarborg.apps.people import accounts
from waarborg.kernel.actors import Actor
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import AccountId, CaseId

_REFUSALS = {
    refusal.code: refusal
    for module in (access, age_statements, charges, life, opening, persons, roads, accounts)
    for _, refusal in inspect.getmembers(module, lambda member: isinstance(member, Refusal))
}


@pytest.mark.parametrize("refusal", _REFUSALS.values(), ids=_REFUSALS)
def test_a_refusal_has_its_four_parts_in_english_and_dutch(refusal: Refusal) -> None:
    parts = (refusal.what, refusal.why, refusal.instead, refusal.ask)
    for part in parts:
        assert part is not None
        assert part.en.endswith(".")
        assert part.nl.endswith(".")
        assert part.en != part.nl


@pytest.mark.parametrize("refusal", _REFUSALS.values(), ids=_REFUSALS)
def test_a_refusal_is_said_in_short_sentences(refusal: Refusal) -> None:
    text = refusal.text()
    longest = max(len(sentence.split()) for words in (text.en, text.nl) for sentence in words.split(". "))
    assert longest <= 20


@pytest.mark.django_db
def test_the_refusals_of_access_have_their_parts_too() -> None:
    refused = access.not_admitted(actor=Actor(id=AccountId.new(), roles=frozenset()), case=CaseId.new())
    assert refused is not None
    assert refused.instead
    assert refused.ask
    assert refused.on_record
