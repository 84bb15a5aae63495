from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

import pytest

from waarborg.faces.desk.ledger_words import ACTS, called
from waarborg.faces.desk.naming import WORDS, in_words, language_called
from waarborg.faces.desk.needs_words import STEPS, TASKS
from waarborg.kernel.actors import Role
from waarborg.law.notices import NOTICES

_SOURCE = Path(__file__).parents[3] / "src" / "waarborg"


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
def test_every_member_has_a_word_in_both_languages(kind: type[Enum]) -> None:
    assert set(WORDS[kind]) == set(kind)
    assert all(words.en and words.nl for words in WORDS[kind].values())


def test_a_role_begins_with_a_capital() -> None:
    assert in_words(Role.TEAM_LEADER).en == "Team leader"


def test_what_has_no_word_is_shown_and_not_hidden() -> None:
    assert in_words("seen").en == "seen"
    assert called("thing.new").en == "thing.new"
    assert language_called("xx").nl == "xx"


def test_an_unknown_language_is_not_known_yet_and_not_none() -> None:
    assert language_called("").en == "Not known yet"
    assert language_called("nl-NL").en == "Dutch"


def test_every_act_has_words_where_the_ledger_is_read() -> None:
    named = re.compile(r'(?:@act\(|what=|opened\(request, \w+, )"([a-z_]+\.[a-z_]+)"')
    acts = {act for path in _SOURCE.rglob("*.py") for act in named.findall(path.read_text("utf-8"))}
    assert acts
    assert acts - set(ACTS) == set()


def test_every_notice_of_the_law_can_be_said_as_a_task() -> None:
    assert {notice.on for notice in NOTICES.values()} <= set(STEPS)
    for task in TASKS.values():
        assert "{person}" in task.en
        assert "{person}" in task.nl
