"""The hull of what sources say never leaves out a true birth date, and protection follows the youngest."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.apps.interviews.assessment import assess
from waarborg.apps.people.ages import Statement, age_facts, age_on, hull, statement_problems
from waarborg.engines.rules.births import born_for_age, completed_years

SAID = date(2026, 8, 2)
_NUMBERS = iter(range(1, 10**9))


def said(
    *, born: str | None = None, low: int | None = None, high: int | None = None, on: date = SAID, rejected: bool = False
) -> Statement:
    return Statement(id=next(_NUMBERS), source="A source", on=on, born=born, low=low, high=high, rejected=rejected)


_days = st.dates(date(1990, 1, 1), date(2026, 8, 1))
_asked = st.dates(date(2026, 8, 2), date(2031, 12, 31))


@st.composite
def true_statements(draw: st.DrawFn, born: date) -> Statement:
    """Something that a source could truly say of somebody born on ``born``."""
    on = draw(st.dates(max(born, date(2026, 1, 1)), date(2026, 8, 2)))
    years = completed_years(born.toordinal(), on.toordinal())
    exact, month, year, decade = born.isoformat(), f"{born:%Y-%m}", f"{born:%Y}", f"{born.year // 10}X"
    edtf = draw(st.sampled_from([exact, month, year, decade, f"{year}~", f"{year}/{born.year + 2}", None]))
    low = draw(st.none() | st.integers(max(years - 4, 0), years))
    high = draw(st.none() | st.integers(years, years + 4))
    if edtf is None and low is None and high is None:
        low = years
    return said(born=edtf, low=low, high=high, on=on)


@st.composite
def truths(draw: st.DrawFn) -> tuple[date, list[Statement]]:
    born = draw(_days)
    others = st.builds(said, low=st.integers(0, 40), on=st.just(SAID))
    statements = [draw(true_statements(born)), *draw(st.lists(others | true_statements(born), max_size=4))]
    return born, draw(st.permutations(statements))


@given(truths())
def test_b7_the_hull_never_leaves_out_a_true_birth_date(truth: tuple[date, list[Statement]]) -> None:
    born, statements = truth
    span = hull(statements)
    assert span is not None
    assert span[0] <= born.toordinal() <= span[1]


@given(truths(), _asked)
def test_b7_on_every_later_day_the_true_age_lies_within_the_span(truth: tuple[date, list[Statement]], on: date) -> None:
    born, statements = truth
    age = age_on(statements, on)
    assert age.low is not None
    assert age.high is not None
    assert age.low <= completed_years(born.toordinal(), on.toordinal()) <= age.high


@given(truths(), st.builds(said, low=st.integers(0, 60)))
def test_one_more_source_never_makes_the_span_narrower(truth: tuple[date, list[Statement]], more: Statement) -> None:
    before, after = hull(truth[1]), hull([*truth[1], more])
    assert before is not None
    assert after is not None
    assert after[0] <= before[0]
    assert after[1] >= before[1]


@given(truths(), _asked)
def test_the_rulebook_reads_the_same_span(truth: tuple[date, list[Statement]], on: date) -> None:
    _, statements = truth
    age = age_on(statements, on)
    found = assess({"on": on.isoformat(), "person": age_facts(statements, on)}).as_json()["age"]
    assert found == {"low": age.low, "high": min(age.high or 0, 120)}


def test_no_source_leaves_the_age_unknown_and_unknown_is_never_no() -> None:
    for statements in ([], [said(low=30, rejected=True)]):
        age = age_on(statements, SAID)
        assert (age_facts(statements, SAID), age.low, age.high) == ({}, None, None)
        assert age.may_be_under(12)
        assert not age.surely_under(18)


def test_a_rejected_source_no_longer_counts_and_stays_in_sight() -> None:
    statements = [said(low=19, high=19, rejected=True), said(low=14, high=17)]
    age = age_on(statements, SAID)
    assert (age.low, age.high, age.disagree) == (14, 17, False)
    assert [(source.low, source.high) for source in age.sources] == [(19, 19), (14, 17)]


def test_two_sources_disagree_where_no_birth_date_fits_both() -> None:
    assert age_on([said(low=19, high=19), said(low=14, high=17)], SAID).disagree
    assert not age_on([said(low=16, high=19), said(low=14, high=17)], SAID).disagree


def test_a_statement_ages_with_the_person() -> None:
    statements = [said(low=14, high=17, on=date(2026, 8, 2))]
    assert [(age_on(statements, day).low, age_on(statements, day).high) for day in (SAID, date(2027, 8, 2))] == [
        (14, 17),
        (15, 18),
    ]


def test_a_birthday_changes_the_age_on_its_day_and_not_before() -> None:
    statements = [said(born="2014-11-15")]
    ages = [age_on(statements, date(2026, 11, day)) for day in (14, 15)]
    assert [age.surely_under(12) for age in ages] == [True, False]


def test_somebody_born_on_29_february_has_a_birthday_on_1_march_in_other_years() -> None:
    statements = [said(born="2012-02-29")]
    assert [age_on(statements, day).low for day in (date(2030, 2, 28), date(2030, 3, 1))] == [17, 18]


def test_a_document_of_a_day_before_the_birth_says_nothing_of_it() -> None:
    statements = [said(born="2026-08-01")]
    assert age_facts(statements, date(2026, 7, 31)) == {}
    assert age_facts(statements, SAID) == {"born": "2026-08-01"}


@pytest.mark.parametrize("born", ["2010", "2010-05", "2010-05-03", "201X", "2010~", "2009/2011", "2010-05?/2011"])
def test_every_way_of_writing_an_uncertain_birth_date_can_be_kept(born: str) -> None:
    assert statement_problems(born=born, low=None, high=None, on=SAID) == []


@given(st.none() | st.text(max_size=12), st.none() | st.integers(-5, 200), st.none() | st.integers(-5, 200))
def test_what_is_kept_can_always_be_read_again(born: str | None, low: int | None, high: int | None) -> None:
    if not statement_problems(born=born, low=low, high=high, on=SAID):
        span = hull([said(born=born, low=low, high=high)])
        assert span is not None
        first, last = born_for_age(0, 120, SAID.toordinal())
        assert first <= span[0] <= span[1] <= last


def test_every_problem_of_a_statement_is_named_not_only_the_first() -> None:
    problems = statement_problems(born="x", low=-1, high=200, on=SAID)
    assert [problem.path for problem in problems] == ["$.age.born", "$.age.low", "$.age.high"]
    future = statement_problems(born=(SAID + timedelta(days=1)).isoformat(), low=None, high=None, on=SAID)
    assert [problem.path for problem in future] == ["$.age"]
