"""What is said when a notice does not go out: in plain words, with the ids that the ledger needs and no name."""

from __future__ import annotations

from waarborg.apps.rights import refusals
from waarborg.kernel.ids import CaseId, NoticeId, PersonId


def test_whoever_tries_a_forbidden_way_of_telling_is_written_down_with_ids_alone() -> None:
    notice, person, case = NoticeId.new(), PersonId.new(), CaseId.new()
    wrong = refusals.wrong_recipient(notice, person, case)
    never = refusals.never_held_back(notice, case)
    same = refusals.same_person(notice, case)
    assert [one.on_record for one in (wrong, never, same)] == [True] * 3
    assert wrong.subjects == (notice, person, case)
    # The victim is not named in what is held back, or the portal's ledger view would tell.
    assert never.subjects == same.subjects == (notice, case)


def test_holding_back_without_a_risk_is_answered_with_the_laws_own_sentence() -> None:
    assert "demonstrable risk" in refusals.NO_RISK.text().en
    assert "aantoonbaar gevaar" in refusals.NO_RISK.text().nl
