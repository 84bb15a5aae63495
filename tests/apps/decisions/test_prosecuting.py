"""The prosecutor goes on or stops with reasons, and everybody it concerns is told in the same transaction."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.apps.cases.acting import NOON, code, done, staff
from tests.apps.outcomes import (
    WHY,
    Road,
    another_victim,
    dismissed,
    later,
    new_road,
    notice,
    prosecuted,
    support_of,
    term_of,
)
from waarborg.apps.cases.models import Charge, ChargeState
from waarborg.apps.custody.models import Entry
from waarborg.apps.decisions import keeping
from waarborg.apps.decisions.complaining import sentence_for
from waarborg.apps.decisions.models import Decision, DismissalGround, FormalNotice
from waarborg.apps.decisions.prosecuting import dismiss, prosecute, record_service
from waarborg.apps.decisions.queries import decisions_of
from waarborg.apps.people.models import Answer
from waarborg.apps.rights.models import Notice
from waarborg.apps.rights.noticing import read_text
from waarborg.apps.rights.telling import tell
from waarborg.apps.support.models import SupportState, SupportStep
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Fault, Refusal
from waarborg.kernel.ids import DecisionId, NoticeId


@pytest.mark.django_db
def test_m6_a_decision_to_prosecute_moves_the_charge_and_tells_every_victim_within_fourteen_days() -> None:
    road = new_road()
    second = another_victim(road)
    prosecuted(road)
    assert Charge.objects.get(pk=road.charge).state == ChargeState.PROSECUTED
    for person in (road.victim, second):
        row = Notice.objects.get(pk=notice(road, "prosecution", person))
        assert row.due_by == datetime(2026, 8, 17, 21, 59, tzinfo=UTC)
    assert support_of(road).state == SupportState.OPEN


@pytest.mark.django_db
def test_m8_a_dismissal_tells_why_names_the_complaint_and_starts_a_review_of_every_victims_support() -> None:
    road = new_road()
    second = another_victim(road)
    decision = dismissed(road)
    assert Charge.objects.get(pk=road.charge).state == ChargeState.DISMISSED
    for person in (road.victim, second):
        row = Notice.objects.get(pk=notice(road, "dismissal", person))
        said = read_text(road.reading().read(row, "text"))
        assert WHY in said.en
        assert "That does not mean that you were not believed." in said.en
        assert sentence_for(Answer.UNKNOWN).en in said.en
        assert sentence_for(Answer.UNKNOWN).nl in said.nl
        support = support_of(road, person)
        assert support.state == SupportState.REVIEW
        assert SupportStep.objects.get(support=support, kind="review_started").cause == decision


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", "   ", "02", "sepotcode 02", "Art. 167 Sv, code 02/43", "A A A A A A A A A A"])
def test_a_code_is_no_explanation(text: str) -> None:
    road = new_road()
    refused = dismiss(
        actor=road.prosecutor, on=NOON, charge=road.charge, ground=DismissalGround.EVIDENCE, explanation=text
    )
    assert code(refused) == "decision.explanation"
    assert not Decision.objects.exists()
    assert Charge.objects.get(pk=road.charge).state == ChargeState.SUSPECTED


@pytest.mark.django_db
def test_only_the_prosecutor_of_the_case_decides() -> None:
    road = new_road()
    for actor, why in ((road.detective, "case.role"), (staff(Role.PROSECUTOR), "case.need_to_know")):
        refused = prosecute(actor=actor, on=NOON, charge=road.charge, explanation=WHY)
        assert code(refused) == why
    assert not Decision.objects.exists()


@pytest.mark.django_db
def test_a_decision_that_does_not_follow_leaves_nothing_behind() -> None:
    road = new_road()
    prosecuted(road)
    before = (Decision.objects.count(), Notice.objects.count(), Entry.objects.count())
    assert code(prosecute(actor=road.prosecutor, on=NOON, charge=road.charge, explanation=WHY)) == (
        "charge.not_from_here"
    )
    assert (Decision.objects.count(), Notice.objects.count(), Entry.objects.count()) == before


def test_m8_a_review_that_cannot_start_undoes_the_whole_dismissal(
    fresh_database: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    del fresh_database
    road = new_road()

    def broken(**_: object) -> Refusal:
        message = "the power went"
        raise Fault(message)

    monkeypatch.setattr(keeping, "start_review", broken)
    with pytest.raises(Fault):
        dismissed(road)
    assert not Decision.objects.exists()
    assert not Notice.objects.filter(about="dismissal").exists()
    assert Charge.objects.get(pk=road.charge).state == ChargeState.SUSPECTED


@pytest.mark.django_db
def test_the_term_of_a_complaint_has_a_basis_and_a_start_and_is_never_a_bare_number() -> None:
    road = new_road()
    decision = dismissed(road)
    unknown = term_of(road, decision)
    assert (unknown.served, unknown.starts_on, unknown.ends_on) == (Answer.UNKNOWN, None, None)
    assert "To be safe, ask within three months" in unknown.sentence.en
    assert unknown.possible
    done(record_service(actor=road.prosecutor, on=later(days=3), decision=decision, served_on=later(days=2).date()))
    waiting = term_of(road, decision)
    assert (waiting.served, waiting.starts_on) == (Answer.YES, None)
    again = notice(road, "dismissal")
    _told(road.prosecutor, again, road, later(days=5))
    heard = term_of(road, decision)
    assert (heard.starts_on, heard.ends_on) == (later(days=5).date(), datetime(2026, 11, 8, tzinfo=UTC).date())


@pytest.mark.django_db
def test_without_formal_notice_there_is_no_limit_and_the_reason_is_said() -> None:
    road = new_road()
    made = done(
        dismiss(
            actor=road.prosecutor,
            on=NOON,
            charge=road.charge,
            ground=DismissalGround.POLICY,
            explanation=WHY,
            served=Answer.NO,
        )
    )
    term = term_of(road, DecisionId(made.pk))
    assert (term.served, term.ends_on) == (Answer.NO, None)
    assert term.sentence.en.startswith("There is no time limit, because")
    row = Notice.objects.get(pk=notice(road, "dismissal"))
    assert term.sentence.en in read_text(road.reading().read(row, "text")).en


@pytest.mark.django_db
def test_a_service_without_a_day_or_in_the_future_is_refused() -> None:
    road = new_road()
    for served_on in (None, later(days=1).date()):
        refused = dismiss(
            actor=road.prosecutor,
            on=NOON,
            charge=road.charge,
            ground=DismissalGround.EVIDENCE,
            explanation=WHY,
            served=Answer.YES,
            served_on=served_on,
        )
        assert code(refused) == "decision.served_on"
    decision = prosecuted(road)
    late = record_service(actor=road.prosecutor, on=NOON, decision=decision, served_on=NOON.date())
    assert code(late) == "decision.served_on"
    assert not FormalNotice.objects.exists()


@pytest.mark.django_db
def test_decisions_are_read_by_the_case_and_their_words_are_sealed() -> None:
    road = new_road()
    decision = dismissed(road)
    views = decisions_of(actor=road.detective, case=road.case, opening=road.reading())
    assert [(view.id, view.ground, view.explanation, view.suspect) for view in views] == [
        (decision, DismissalGround.EVIDENCE, WHY, road.suspect)
    ]
    assert WHY.encode() not in bytes(Decision.objects.get(pk=decision).explanation)
    assert decisions_of(actor=staff(Role.PROSECUTOR), case=road.case, opening=road.reading()) == ()


def _told(actor: Actor, about: NoticeId, road: Road, on: datetime) -> None:
    done(
        tell(
            actor=actor,
            on=on,
            notice=about,
            recipient=road.victim,
            by_voice=False,
            evidence="Handed over by her lawyer.",
            understood=Answer.YES,
        )
    )
