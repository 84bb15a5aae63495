"""What would follow from a decision that nobody signed: the same as what then follows."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import NOON, detective
from tests.apps.outcomes import Road, aged, another_victim, dismissed, guardian, new_road, prosecuted
from waarborg.apps.decisions.foreseeing import Foreseen, foreseen
from waarborg.apps.decisions.keeping import said
from waarborg.apps.decisions.models import DecisionKind
from waarborg.apps.decisions.moving import Movement
from waarborg.apps.decisions.queries import what_it_moves, what_would_move
from waarborg.apps.people.models import Answer
from waarborg.apps.rights.choosing import choose_information
from waarborg.apps.rights.models import Notice
from waarborg.apps.rights.noticing import read_text
from waarborg.apps.support.models import Support, SupportState
from waarborg.kernel.actors import Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def road() -> Road:
    return new_road()


def _before(road: Road, kind: DecisionKind, actor: Actor | None = None) -> Foreseen:
    return foreseen(
        actor=actor or road.prosecutor,
        on=NOON,
        case=road.case,
        kind=kind,
        opening=road.reading(),
        charge=road.charge,
        words=(said("Because of this."),),
    )


@pytest.mark.parametrize("kind", [DecisionKind.PROSECUTE, DecisionKind.DISMISS])
def test_what_was_foreseen_to_move_moves(road: Road, kind: DecisionKind) -> None:
    foretold = what_would_move(actor=road.prosecutor, case=road.case, kind=kind, charge=road.charge, on=NOON)
    decision = prosecuted(road) if kind is DecisionKind.PROSECUTE else dismissed(road)
    assert foretold == what_it_moves(actor=road.prosecutor, case=road.case, decision=decision)


def test_what_opens_or_closes_stands_first(road: Road) -> None:
    stays = [move.movement is Movement.STAYS for move in _before(road, DecisionKind.DISMISS).moves]
    assert stays == sorted(stays)
    assert not stays[0]


def test_the_notices_foreseen_are_those_made(road: Road) -> None:
    another_victim(road)
    before = {
        (telling.person, telling.about.id, telling.due_by) for telling in _before(road, DecisionKind.DISMISS).tellings
    }
    decision = dismissed(road)
    made = Notice.objects.filter(event=decision).values_list("person", "about", "due_by")
    assert before == set(made)


def test_the_words_foreseen_are_the_words_kept(road: Road) -> None:
    decision = prosecuted(road)
    kept = Notice.objects.get(event=decision)
    other = new_road()
    told = foreseen(
        actor=other.prosecutor,
        on=NOON,
        case=other.case,
        kind=DecisionKind.PROSECUTE,
        opening=other.reading(),
        charge=other.charge,
        words=(said("There is too little proof: only one account, and the law asks for more than that."),),
    ).tellings[0]
    assert told.text == read_text(road.reading().read(kept, "text"))


def test_under_twelve_the_one_who_acts_and_is_no_suspect_would_get_it(road: Road) -> None:
    aged(road, road.victim, 10, 10)
    guardian(road, road.victim, suspect=True)
    assert _before(road, DecisionKind.DISMISS).tellings[0].recipients == ()
    fit = guardian(road, road.victim)
    assert [other.person for other in _before(road, DecisionKind.DISMISS).tellings[0].recipients] == [fit]


@pytest.mark.parametrize(
    ("kind", "reviews", "complaint"),
    [
        (DecisionKind.DISMISS, ("Yonas",), True),
        (DecisionKind.ACQUIT, ("Yonas",), False),
        (DecisionKind.NOT_INVESTIGATE, (), True),
        (DecisionKind.PROSECUTE, (), False),
    ],
)
def test_reviews_and_complaints_are_foreseen_where_the_law_couples_them(
    road: Road, kind: DecisionKind, reviews: tuple[str, ...], complaint: bool
) -> None:
    before = _before(road, kind)
    assert before.reviews == reviews
    assert (before.complaint is not None) is complaint


def test_a_complaint_foreseen_in_doubt_has_no_start_and_no_end(road: Road) -> None:
    complaint = _before(road, DecisionKind.DISMISS).complaint
    assert complaint is not None
    assert (complaint.served, complaint.starts_on, complaint.ends_on) == (Answer.UNKNOWN, None, None)


def test_a_proposal_moves_and_tells_nothing(road: Road) -> None:
    before = _before(road, DecisionKind.FINE_PROPOSED)
    assert (before.moves, before.tellings, before.reviews, before.complaint) == ((), (), (), None)


def test_who_wants_no_news_would_hear_only_what_is_always_told(road: Road) -> None:
    choose_information(actor=road.detective, on=NOON, person=road.victim, wants=False)
    assert _before(road, DecisionKind.DISMISS).tellings[0].text is None
    always = _before(road, DecisionKind.PROSECUTE).tellings[0].text
    assert always is not None
    assert "Because of this." not in always.en


def test_nothing_is_foreseen_for_who_may_not_see_the_case_and_nothing_is_done(road: Road) -> None:
    before = _before(road, DecisionKind.DISMISS, detective())
    assert (before.moves, before.tellings, before.reviews, before.complaint) == ((), (), (), None)
    _before(road, DecisionKind.DISMISS)
    assert Notice.objects.filter(about="dismissal").count() == 0
    assert Support.objects.get(person=road.victim).state == SupportState.OPEN
