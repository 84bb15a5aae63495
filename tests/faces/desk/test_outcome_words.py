"""Every state and kind of an outcome has words, a term is never a bare number, and an unknown id opens nothing."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import detective
from tests.faces.desk.at_the_desk import browser_of, entries
from waarborg.engines.rules.terms import Unit
from waarborg.faces.desk import outcome_fields, outcome_opened
from waarborg.faces.desk.outcome_words import WORDS, length_of, named
from waarborg.faces.desk.templatetags import outcome
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import ChargeId, ComplaintId, DecisionId, NoticeId, PersonId, ProofId
from waarborg.law.complaints import NOT_SERVED
from waarborg.law.terms import TERMS


def test_every_member_of_a_table_has_words_in_both_languages() -> None:
    without = [(kind.__name__, member) for kind, table in WORDS.items() for member in kind if member not in table]
    assert without == []
    assert all(text.en and text.nl for table in WORDS.values() for text in table.values())


def test_what_stands_in_the_first_tables_of_the_desk_is_named_from_there() -> None:
    assert named(Role.PROSECUTOR).nl == "Officier van justitie"


@pytest.mark.parametrize(
    ("length", "unit", "says"),
    [(None, Unit.DAY, None), (0, Unit.DAY, "at once"), (1, Unit.HOUR, "one hour"), (14, Unit.DAY, "14 days")],
)
def test_a_length_is_said_in_words(length: int | None, unit: Unit, says: str | None) -> None:
    said = length_of(length, unit)
    assert (said.en if said else None) == says


def test_a_term_of_the_law_is_told_with_what_starts_it() -> None:
    assert outcome.term(TERMS["notice.escape"])["length"] is not None
    assert outcome.term(None)["length"] is None
    assert "because" in NOT_SERVED.en


def test_a_typed_word_is_taken_in_capitals_and_no_other_word_is() -> None:
    field = outcome_fields.TypedWord("send", says="Nothing was sent.")
    assert field.clean(" SEND ") == "SEND"
    assert "send" in str(field.label)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        f"/decisions/{DecisionId.new()}/",
        f"/complaints/{ComplaintId.new()}/",
        f"/notices/{NoticeId.new()}/",
        f"/charges/{ChargeId.new()}/prosecute/",
        f"/proofs/{ProofId.new()}/withdraw/",
        f"/people/{PersonId.new()}/rights/",
        f"/people/{PersonId.new()}/support/",
    ],
    ids=range(7),
)
def test_an_id_that_nobody_knows_is_answered_as_a_case_of_others_and_entered(address: str) -> None:
    stranger = detective()
    answer = browser_of(stranger).get(address)
    assert answer.status_code == 403
    tried = [entry for act in _ACTS for entry in entries(act, stranger)]
    assert [entry.outcome for entry in tried] == ["refused"]
    assert tried[0].subjects in address
    assert outcome_opened.case_of(NoticeId.new()) is None


_ACTS = (
    "decision.read",
    "complaint.read",
    "notice.read",
    "decision.prepare",
    "proof.read",
    "right.list",
    "support.read",
)
