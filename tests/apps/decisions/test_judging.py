"""What the court says moves each suspect and charge on its own way, and opens what rests on it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.apps.cases.acting import NOON, code, done
from tests.apps.outcomes import (
    WHY,
    Road,
    acquitted,
    another_charge,
    colleague,
    later,
    new_road,
    notice,
    prosecuted,
    support_of,
)
from waarborg.apps.cases.models import Charge, ChargeState
from waarborg.apps.decisions.judging import acquit, appeal, convict, make_final
from waarborg.apps.decisions.models import Decision
from waarborg.apps.decisions.moving import Movement, State
from waarborg.apps.decisions.queries import Kept, decisions_of, recordings_kept, what_it_moves
from waarborg.apps.rights.models import Notice
from waarborg.apps.rights.noticing import read_text
from waarborg.apps.support.models import SupportState
from waarborg.kernel.actors import Role, Service
from waarborg.kernel.ids import ChargeId, DecisionId

pytestmark = pytest.mark.django_db


def convicted(
    road: Road, day: int = 1, charge: ChargeId | None = None, amount: Decimal | None = Decimal(12500)
) -> DecisionId:
    made = done(
        convict(
            actor=road.prosecutor,
            on=later(days=day),
            charge=charge or road.charge,
            convicted_of="human trafficking",
            explanation=WHY,
            decided_on=later(days=day).date(),
            compensation=amount,
        )
    )
    return DecisionId(made.pk)


def final(road: Road, day: int, charge: ChargeId | None = None) -> None:
    done(
        make_final(
            actor=road.prosecutor,
            on=later(days=day),
            charge=charge or road.charge,
            explanation=WHY,
            decided_on=later(days=day).date(),
        )
    )


def kept(road: Road) -> Kept:
    found = recordings_kept(actor=road.detective, case=road.case)
    assert found is not None
    return found


def states(road: Road, decision: DecisionId | None = None) -> dict[str, tuple[State, Movement]]:
    views = what_it_moves(actor=road.detective, case=road.case, decision=decision)
    return {view.scheme.id: (view.state, view.movement) for view in views}


def test_m7_a_guilty_verdict_opens_payment_of_damage_and_says_so_with_the_amount() -> None:
    road = new_road()
    prosecuted(road)
    assert states(road)["injured_party"] == (State.NOT_YET, Movement.STAYS)
    convicted(road)
    assert states(road)["injured_party"] == (State.OPEN, Movement.OPENS)
    assert states(road)["advance_by_state"] == (State.NOT_YET, Movement.STAYS)
    row = Notice.objects.get(pk=notice(road, "conviction"))
    said = read_text(road.reading().read(row, "text"))
    assert "The court orders payment of damage: 12500.00 euro." in said.en
    assert "human trafficking" in said.nl
    view = decisions_of(actor=road.detective, case=road.case, opening=road.reading())[-1]
    assert (view.convicted_of, view.compensation) == ("human trafficking", Decimal("12500.00"))


def test_m7_a_final_guilty_verdict_opens_the_advance_and_the_permit() -> None:
    road = new_road()
    prosecuted(road)
    convicted(road)
    final(road, 20)
    assert states(road)["advance_by_state"] == (State.OPEN, Movement.OPENS)
    assert states(road)["lasting_permit.conviction"] == (State.OPEN, Movement.OPENS)


@pytest.mark.parametrize(
    ("amount", "sentence"),
    [(None, "We do not know yet what the court decided"), (Decimal(0), "The court orders no payment of damage.")],
)
def test_no_payment_is_not_the_same_as_not_known_yet(amount: Decimal | None, sentence: str) -> None:
    road = new_road()
    prosecuted(road)
    convicted(road, amount=amount)
    row = Notice.objects.get(pk=notice(road, "conviction"))
    assert sentence in read_text(road.reading().read(row, "text")).en
    assert decisions_of(actor=road.detective, case=road.case, opening=road.reading())[-1].compensation == amount


def test_m8_an_acquittal_closes_nothing_that_needs_no_guilty_verdict_and_starts_a_review() -> None:
    road = new_road()
    prosecuted(road)
    acquitted(road, later(days=1))
    moved = states(road)
    assert support_of(road).state == SupportState.REVIEW
    for scheme in ("support", "civil_suit", "compensation_fund"):
        assert moved[scheme] == (State.OPEN, Movement.STAYS)
    assert moved["lasting_permit.special"] == (State.OPEN, Movement.OPENS)
    assert moved["injured_party"] == (State.CLOSED, Movement.CLOSES)


def test_b14_one_acquittal_does_not_close_what_another_suspects_guilt_opens() -> None:
    road = new_road()
    second = another_charge(road)
    prosecuted(road)
    prosecuted(road, charge=second)
    convicted(road, charge=second)
    acquitted(road, later(days=2))
    assert states(road)["injured_party"] == (State.OPEN, Movement.STAYS)


def test_of_two_verdicts_about_one_charge_the_later_one_stands() -> None:
    road = new_road()
    prosecuted(road)
    first = convicted(road)
    done(
        appeal(
            actor=road.prosecutor,
            on=later(days=5),
            charge=road.charge,
            explanation=WHY,
            decided_on=later(days=5).date(),
        )
    )
    assert states(road)["injured_party"] == (State.OPEN, Movement.STAYS)
    done(
        acquit(
            actor=road.prosecutor,
            on=later(days=90),
            charge=road.charge,
            explanation=WHY,
            decided_on=later(days=90).date(),
        )
    )
    assert states(road)["injured_party"] == (State.CLOSED, Movement.CLOSES)
    assert states(road, first)["injured_party"] == (State.OPEN, Movement.OPENS)


def test_a_conviction_on_another_charge_counts_where_trafficking_was_charged() -> None:
    charged, not_charged = new_road(), new_road()
    prosecuted(charged)
    convicted(charged)
    final(charged, 20)
    assert states(charged)["lasting_permit.conviction"][0] is State.OPEN
    other = another_charge(not_charged, trafficking=False)
    prosecuted(not_charged, charge=other)
    convicted(not_charged, charge=other)
    final(not_charged, 20, other)
    assert states(not_charged)["lasting_permit.conviction"][0] is State.NOT_YET
    assert states(not_charged)["injured_party"][0] is State.OPEN


def test_recordings_stay_while_a_judgement_is_not_final() -> None:
    road = new_road()
    assert kept(road).rule.id == "recording.not_prosecuted"
    prosecuted(road)
    convicted(road)
    now = kept(road)
    assert (now.must_stay, now.rule.id, now.waits_for) == (True, "recording.prosecuted", (road.charge,))
    second = another_charge(road)
    final(road, 20)
    assert kept(road).waits_for == (second,)


def test_when_every_charge_is_final_the_prosecutor_is_asked_and_nothing_goes_by_itself() -> None:
    road = new_road()
    prosecuted(road)
    convicted(road)
    final(road, 20)
    assert kept(road).must_stay is False


def test_judgements_are_entered_by_the_prosecution_and_not_before_their_day() -> None:
    road = new_road()
    prosecuted(road)
    helper = colleague(road, Role.PROSECUTION_STAFF, service=Service.PROSECUTION_SERVICE)
    early = acquit(actor=helper, on=NOON, charge=road.charge, explanation=WHY, decided_on=later(days=1).date())
    assert code(early) == "decision.day"
    police = acquit(actor=road.detective, on=NOON, charge=road.charge, explanation=WHY, decided_on=NOON.date())
    assert code(police) == "case.role"
    bare = acquit(actor=helper, on=NOON, charge=road.charge, explanation="vrijspraak", decided_on=NOON.date())
    assert code(bare) == "decision.explanation"
    done(acquit(actor=helper, on=NOON, charge=road.charge, explanation=WHY, decided_on=NOON.date()))
    assert Charge.objects.get(pk=road.charge).state == ChargeState.ACQUITTED


@pytest.mark.parametrize(("of", "amount"), [(" ", Decimal(1)), ("theft", Decimal(-1))])
def test_a_conviction_says_of_what_and_no_negative_amount(of: str, amount: Decimal) -> None:
    road = new_road()
    prosecuted(road)
    refused = convict(
        actor=road.prosecutor,
        on=NOON,
        charge=road.charge,
        convicted_of=of,
        explanation=WHY,
        decided_on=NOON.date(),
        compensation=amount,
    )
    assert code(refused) == "charge.convict.of"
    assert Decision.objects.count() == 1
