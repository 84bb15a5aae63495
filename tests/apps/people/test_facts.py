"""A statement changes what it names, and asks why where it takes protection away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.apps.people.facts import Facts, changes_of
from waarborg.apps.people.models import Answer, Person

_answers = st.sampled_from(list(Answer))


@given(st.builds(Facts, **dict.fromkeys(Facts.__dataclass_fields__, st.none())))
def test_what_is_not_stated_changes_nothing(facts: Facts) -> None:
    assert changes_of(Person(), facts) == ()


@given(before=_answers, after=_answers)
def test_an_ability_asks_why_exactly_where_yes_or_doubt_is_given_up(before: Answer, after: Answer) -> None:
    person = Person(intellectual_disability=before)
    changes = changes_of(person, Facts(intellectual_disability=after))
    assert bool(changes) == (before != after)
    protected, protects = before in {"yes", "doubt"}, after in {"yes", "doubt"}
    assert any(change.asks_why for change in changes) == (protected and not protects)
    for change in changes:
        change.make(person)
    assert person.intellectual_disability == after


@given(before=_answers, after=_answers)
def test_lawful_stay_protects_nobody_by_itself_and_asks_no_reason(before: Answer, after: Answer) -> None:
    changes = changes_of(Person(lawful_stay=before), Facts(lawful_stay=after))
    assert not any(change.asks_why for change in changes)


@pytest.mark.parametrize(
    ("stated", "kept"), [(Answer.YES, True), (Answer.DOUBT, True), (Answer.NO, False), (Answer.UNKNOWN, None)]
)
def test_doubt_whether_somebody_is_a_child_is_a_reason_to_believe_it(stated: Answer, kept: bool | None) -> None:
    person = Person(believed_child=not kept)
    for change in changes_of(person, Facts(believed_child=stated)):
        change.make(person)
    assert person.believed_child is kept


def test_doubt_does_not_change_a_belief_that_stands() -> None:
    assert changes_of(Person(believed_child=True), Facts(believed_child=Answer.DOUBT)) == ()
