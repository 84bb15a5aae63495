"""What a charge rests on is computed at each read: what is missing, and what hangs on one person's words (M10)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.apps.cases.acting import NOON, code, done, person_in, staff
from tests.apps.outcomes import Road, aged, another_charge, another_victim, later, new_road, portal
from waarborg.apps.cases.models import Case
from waarborg.apps.people.models import CapacityKind
from waarborg.apps.signals.models import Proof, ProofKind
from waarborg.apps.signals.queries import ChargeRest, what_it_rests_on
from waarborg.apps.signals.resting import add_proof, withdraw_proof
from waarborg.engines.rules.truth import NO, UNKNOWN, YES
from waarborg.kernel.actors import Role
from waarborg.kernel.ids import ChargeId, PersonId, ProofId

pytestmark = pytest.mark.django_db


def rest(road: Road, charge: ChargeId | None = None) -> ChargeRest:
    rests = what_it_rests_on(actor=road.detective, case=road.case, opening=road.reading())
    return next(one for one in rests if one.charge == (charge or road.charge))


def said(road: Road, element: str, whose: PersonId | None = None, kind: ProofKind = ProofKind.STATEMENT) -> ProofId:
    row = done(
        add_proof(
            actor=road.detective,
            on=NOON,
            charge=road.charge,
            element=element,
            kind=kind,
            source="He was fetched from the station by the man in the photo.",
            statement_of=whose,
        )
    )
    return ProofId(row.pk)


def found(road: Road, element: str) -> ProofId:
    return said(road, element, kind=ProofKind.FINANCIAL)


def test_m10_a_charge_shows_what_it_rests_on_and_what_is_missing() -> None:
    road = new_road()
    assert [element.id for element in rest(road).missing] == ["act", "means", "aim"]
    said(road, "act", road.victim)
    found(road, "aim")
    after = rest(road)
    assert [element.id for element in after.missing] == ["means"]
    assert [len(one.sources) for one in after.elements] == [1, 0, 1]
    assert after.elements[0].sources[0].words.startswith("He was fetched")


def test_m10_two_statements_of_one_person_are_one_and_flagged() -> None:
    road = new_road()
    said(road, "act", road.victim)
    said(road, "act", road.victim)
    act = rest(road).elements[0]
    assert (len(act.sources), act.independent, act.hangs_on) == (2, 1, road.victim)


def test_a_document_that_only_repeats_somebodys_words_is_those_words() -> None:
    road = new_road()
    said(road, "act", road.victim)
    said(road, "act", road.victim, ProofKind.DOCUMENT)
    assert rest(road).elements[0].hangs_on == road.victim
    assert rest(road).hangs_on == road.victim


def test_m10_a_change_shows_at_once() -> None:
    road = new_road()
    said(road, "act", road.victim)
    camera = found(road, "act")
    assert rest(road).elements[0].hangs_on is None
    done(withdraw_proof(actor=road.prosecutor, on=later(days=1), proof=camera, reason="It is from another day."))
    assert rest(road).elements[0].hangs_on == road.victim
    assert Proof.objects.count() == 2


def test_a_whole_charge_that_hangs_on_one_voice_is_flagged_and_other_proof_lifts_it() -> None:
    road = new_road()
    for element in ("act", "means", "aim"):
        said(road, element, road.victim)
    assert rest(road).hangs_on == road.victim
    found(road, "aim")
    assert rest(road).hangs_on is None
    assert rest(road).elements[0].hangs_on == road.victim


def test_two_people_who_say_the_same_are_two() -> None:
    road = new_road()
    witness = person_in(Case.objects.get(pk=road.case), road.detective, CapacityKind.WITNESS, called="W.")
    said(road, "act", road.victim)
    said(road, "act", PersonId(witness.pk))
    assert (rest(road).elements[0].independent, rest(road).elements[0].hangs_on) == (2, None)


def test_each_suspect_and_charge_rests_on_its_own_proof() -> None:
    road = new_road()
    second = another_charge(road)
    said(road, "act", road.victim)
    assert len(rest(road).elements[0].sources) == 1
    assert [element.id for element in rest(road, second).missing] == ["act", "means", "aim"]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(14, 17, NO), (15, 19, UNKNOWN), (18, 20, UNKNOWN), (19, 40, UNKNOWN), (30, 35, YES), (None, None, UNKNOWN)],
)
def test_whether_the_means_must_be_proved_depends_on_an_age_that_may_be_unknown(
    low: int | None, high: int | None, expected: object
) -> None:
    road = new_road()
    if low is not None:
        aged(road, road.victim, low, high)
    means = rest(road).elements[1]
    assert (means.element.id, means.needed) == ("means", expected)
    # Unknown is never no: what may be needed and is not there is missing.
    assert means.missing is (expected is not NO)


def test_the_means_must_be_proved_where_one_of_the_victims_is_grown_up() -> None:
    road = new_road()
    aged(road, road.victim, 14, 15)
    aged(road, another_victim(road), 40, 41)
    assert rest(road).elements[1].needed == YES


def test_a_source_says_what_it_proves_what_it_says_and_whose_words_it_is() -> None:
    road = new_road()
    act: dict[str, Any] = {"actor": road.detective, "on": NOON, "charge": road.charge, "kind": ProofKind.STATEMENT}
    other = new_road()
    refused = [
        add_proof(element="motive", source="x", statement_of=road.victim, **act),
        add_proof(element="act", source=" ", statement_of=road.victim, **act),
        add_proof(element="act", source="x", **act),
        add_proof(element="act", source="x", statement_of=other.victim, **act),
    ]
    assert [code(one) for one in refused] == [
        "proof.add.element",
        "proof.add.words",
        "proof.add.whose",
        "proof.add.other_case",
    ]
    assert not Proof.objects.exists()


def test_a_source_is_withdrawn_once_with_a_reason_and_by_who_works_on_the_case() -> None:
    road = new_road()
    proof = found(road, "act")
    act: dict[str, Any] = {"on": NOON, "proof": proof}
    assert code(withdraw_proof(actor=road.detective, reason="", **act)) == "proof.withdraw.words"
    assert code(withdraw_proof(actor=staff(Role.DETECTIVE), reason="No.", **act)) == "case.need_to_know"
    done(withdraw_proof(actor=road.detective, reason="Another day.", **act))
    assert code(withdraw_proof(actor=road.detective, reason="Again.", **act)) == "proof.withdraw.already"


def test_the_portal_does_not_read_what_a_charge_rests_on() -> None:
    road = new_road()
    assert what_it_rests_on(actor=portal(road), case=road.case, opening=road.reading()) == ()
