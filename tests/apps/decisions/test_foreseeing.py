"""What a page says would follow is what follows: the same notices, to the same people, in the same words."""

from __future__ import annotations

import pytest

from tests.apps.cases.acting import NOON, staff
from tests.apps.outcomes import WHY, Road, another_victim, dismissed, new_road, notice, prosecuted, support_of
from waarborg.apps.custody.keys import Opening
from waarborg.apps.decisions.foreseeing import Foreseen, foreseen
from waarborg.apps.decisions.keeping import said
from waarborg.apps.decisions.models import Decision, DecisionKind
from waarborg.apps.people.models import Person
from waarborg.apps.rights.models import Notice
from waarborg.apps.rights.noticing import read_text
from waarborg.apps.support.models import SupportState
from waarborg.kernel.actors import Actor, Role

pytestmark = pytest.mark.django_db


def _foreseen(
    road: Road, kind: DecisionKind, *, actor: Actor | None = None, opening: Opening | None = None
) -> Foreseen:
    return foreseen(
        actor=actor or road.prosecutor,
        on=NOON,
        case=road.case,
        kind=kind,
        opening=opening or road.reading(),
        charge=road.charge,
        words=(said(WHY),),
    )


def test_every_notice_foreseen_is_due_after_the_decision_and_no_other_about_it() -> None:
    road = new_road()
    second = another_victim(road)
    before = set(Notice.objects.values_list("pk", flat=True))
    opening = road.reading(second)
    told = _foreseen(road, DecisionKind.PROSECUTE, opening=opening).tellings
    assert {telling.person for telling in told} == {road.victim, second}
    prosecuted(road)
    made = Notice.objects.exclude(pk__in=before)
    assert {(row.person_id, row.about, row.due_by) for row in made} == {
        (telling.person, telling.about.id, telling.due_by) for telling in told
    }
    for telling in told:
        row = Notice.objects.get(pk=notice(road, telling.about.id, telling.person))
        assert telling.text == read_text(opening.read(row, "text"))


def test_a_dismissal_foresees_the_review_of_support_and_the_complaint() -> None:
    road = new_road()
    would = _foreseen(road, DecisionKind.DISMISS)
    assert would.complaint is not None
    assert would.reviews == (road.reading().read(Person.objects.get(pk=road.victim), "called"),)
    dismissed(road)
    assert support_of(road).state == SupportState.REVIEW


def test_looking_ahead_changes_nothing() -> None:
    road = new_road()
    before = Notice.objects.count()
    _foreseen(road, DecisionKind.DISMISS)
    assert (Decision.objects.count(), Notice.objects.count()) == (0, before)
    assert support_of(road).state == SupportState.OPEN


def test_somebody_who_does_not_work_on_the_case_foresees_nothing() -> None:
    road = new_road()
    would = _foreseen(road, DecisionKind.DISMISS, actor=staff(Role.PROSECUTOR))
    assert would == Foreseen(moves=(), tellings=(), reviews=(), complaint=None)
