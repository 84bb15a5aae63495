from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from waarborg.apps.interviews.assessment import assess
from waarborg.apps.interviews.reading import read_interview
from waarborg.kernel.documents import read_json
from waarborg.kernel.errors import Unusable

ON = "2026-12-01"


def problems(document: object) -> list[str]:
    with pytest.raises(Unusable) as caught:
        read_interview(document)
    return [f"{problem.path}: found {problem.found}" for problem in caught.value.problems]


def age_of(**person: object) -> tuple[int, int]:
    return assess({"on": ON, "person": person}).age


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ([], "$: found []"),
        (None, "$: found null"),
        ("x", '$: found "x"'),
        ({}, "$.on: found nothing"),
        ({"on": None}, "$.on: found null"),
        ({"on": "2026-2-1"}, '$.on: found "2026-2-1"'),
        ({"on": "2026-02-30"}, '$.on: found "2026-02-30"'),
        ({"on": "20260201"}, '$.on: found "20260201"'),
        ({"on": "2026-W05-1"}, '$.on: found "2026-W05-1"'),
        ({"on": "2026-12-01T00:00"}, '$.on: found "2026-12-01T00:00"'),
        ({"on": "\uff12026-12-01"}, '$.on: found "\uff12026-12-01"'),
        ({"on": ON, "persons": {}}, '$.persons: found the key "persons"'),
        ({"on": ON, "person": {"Role": "victim"}}, '$.person.Role: found the key "Role"'),
        ({"on": ON, "person": []}, "$.person: found []"),
        ({"on": ON, "person": {"role": "Victim"}}, '$.person.role: found "Victim"'),
        ({"on": ON, "person": {"role": True}}, "$.person.role: found true"),
        ({"on": ON, "person": {"reason_to_believe_child": 1}}, "$.person.reason_to_believe_child: found 1"),
        ({"on": ON, "person": {"intellectual_disability": True}}, "$.person.intellectual_disability: found true"),
        ({"on": ON, "person": {"age": 14}}, "$.person.age: found 14"),
        ({"on": ON, "person": {"age": {"low": True}}}, "$.person.age.low: found true"),
        ({"on": ON, "person": {"age": {"low": 14.0}}}, "$.person.age.low: found 14.0"),
        ({"on": ON, "person": {"age": {"low": "14"}}}, '$.person.age.low: found "14"'),
        ({"on": ON, "person": {"age": {"low": -1}}}, "$.person.age.low: found -1"),
        ({"on": ON, "person": {"age": {"low": 15, "high": 14}}}, '$.person.age: found {"low": 15, "high": 14}'),
        ({"on": ON, "person": {"age": {"on": "2026-12-02"}}}, '$.person.age.on: found "2026-12-02"'),
        ({"on": ON, "person": {"age": {"low": 121}}}, '$.person.age: found {"low": 121}'),
        ({"on": ON, "person": {"born": 2011}}, "$.person.born: found 2011"),
        ({"on": ON, "person": {"born": "2027"}}, '$.person.born: found "2027"'),
        ({"on": ON, "person": {"born": "1900"}}, '$.person.born: found "1900"'),
        ({"on": ON, "person": {"born": "2000", "age": {"high": 15}}}, '$.person.age: found {"high": 15}'),
        ({"on": ON, "investigation_started": "2026-12-02"}, '$.investigation_started: found "2026-12-02"'),
        ({"on": ON, "interview": {"kind": "Report"}}, '$.interview.kind: found "Report"'),
        ({"on": ON, "interview": {"sound": "yes"}}, '$.interview.sound: found "yes"'),
        ({"on": ON, "interview": {"interviewers": "d17"}}, '$.interview.interviewers: found "d17"'),
        ({"on": ON, "interview": {"interviewers": ["d17", 3]}}, "$.interview.interviewers[1]: found 3"),
        ({"on": ON, "interview": {"topics": [None]}}, "$.interview.topics[0]: found null"),
        ({"on": ON, "interview": {"companion": "present"}}, '$.interview.companion: found "present"'),
        ({"on": ON, "interview": {"companion": {"state": "absent"}}}, '$.interview.companion.state: found "absent"'),
        ({"on": ON, "interview": {"companion": {"why": ""}}}, '$.interview.companion.why: found the key "why"'),
        ({"on": ON, "interview": {"need": 3}}, "$.interview.need: found 3"),
        ({"on": ON, "interview": {"need": "\ud800"}}, '$.interview.need: found "\\ud800"'),
        ({"on": ON, "earlier": {}}, "$.earlier: found {}"),
        ({"on": ON, "earlier": [None]}, "$.earlier[0]: found null"),
        ({"on": ON, "earlier": [{"kind": "report"}]}, "$.earlier[0].on: found nothing"),
        ({"on": ON, "earlier": [{"on": ON}, {"on": "2026-12-02"}]}, '$.earlier[1].on: found "2026-12-02"'),
        ({"on": ON, "earlier": [{"on": ON, "room": "studio"}]}, '$.earlier[0].room: found the key "room"'),
        ({"on": ON, "reasons": {}}, "$.reasons: found {}"),
        (
            {"on": ON, "reasons": [{"rule": "x", "reason": "y", "approved_by": "prosecutor"}]},
            '$.reasons[0].rule: found "x"',
        ),
        (
            {"on": ON, "reasons": [{"rule": "room.adapted", "reason": " ", "approved_by": "prosecutor"}]},
            '$.reasons[0].reason: found " "',
        ),
        ({"on": ON, "reasons": [{"rule": "room.adapted", "reason": "y"}]}, "$.reasons[0].approved_by: found nothing"),
        (
            {"on": ON, "reasons": [{"rule": "room.adapted", "reason": "y", "approved_by": "victim"}]},
            '$.reasons[0].approved_by: found "victim"',
        ),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place_and_what_stood_there(document: object, problem: str) -> None:
    assert problems(document) == [problem]


def test_every_problem_is_named_and_not_only_the_first() -> None:
    document = {
        "on": "x",
        "person": {"role": 1, "age": {"low": 9, "high": 8}},
        "earlier": [{"on": 2, "sound": 3}],
        "z": 4,
    }
    assert problems(document) == [
        '$.on: found "x"',
        "$.person.role: found 1",
        '$.person.age: found {"low": 9, "high": 8}',
        "$.earlier[0].on: found 2",
        "$.earlier[0].sound: found 3",
        '$.z: found the key "z"',
    ]


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ('{"on": "2026-12-01", "on": "2026-12-01"}', ["$.on"]),
        ('{"on": "2026-12-01", "person": {"role": "victim", "born": "2011", "born": "2011"}}', ["$.person.born"]),
        ('{"on": "2026-12-01", "earlier": [{"on": "2026-12-01", "on": null}]}', ["$.earlier[0].on"] * 2),
        ('{"on": "2026-12-01", "x": {"a": 1, "a": 2}}', ["$.x"]),
        ('{"on": NaN}', ["$.on"]),
        (
            '{"on": "2026-12-01", "person": {"age": {"low": Infinity, "high": 1e400}}}',
            ["$.person.age.low", "$.person.age.high"],
        ),
        ('{"on": "2026-12-01", "person": {"age": {"low": ' + "9" * 5000 + "}}}", ["$.person.age.low"]),
    ],
)
def test_oddities_of_json_are_named_where_they_stand(text: str, paths: list[str]) -> None:
    with pytest.raises(Unusable) as caught:
        read_interview(read_json(text.encode()))
    assert [problem.path for problem in caught.value.problems] == paths


# The age as a span.


@pytest.mark.parametrize(
    ("born", "age"),
    [
        ("2011-05-03", (15, 15)),
        ("2011-12-01", (15, 15)),
        ("2011-12-02", (14, 14)),
        ("2011", (14, 15)),
        ("2011-12", (14, 15)),
        ("201X", (6, 16)),
        ("2011~", (13, 16)),
        ("2011-05-03?", (14, 16)),
        ("2011%/2012", (13, 16)),
        ("2011/2012~", (12, 15)),
        ("2026", (0, 0)),
        ("2020/2030", (0, 6)),
        ("1000/2000", (25, 120)),
    ],
)
def test_a_birth_date_is_a_span_and_is_cut_at_the_day_and_at_120_years(born: str, age: tuple[int, int]) -> None:
    assert age_of(born=born) == age


def test_nothing_known_is_0_to_120() -> None:
    assert age_of() == (0, 120)
    assert age_of(age={"low": None, "high": None}) == (0, 120)
    assert age_of(age={}) == (0, 120)


def test_an_age_stands_for_birth_dates_and_ages_with_the_person() -> None:
    assert age_of(age={"low": 14, "high": 17}) == (14, 17)
    assert age_of(age={"low": 14, "high": 17, "on": "2026-10-20"}) == (14, 18)
    assert age_of(age={"low": 14, "high": 17, "on": "2016-12-01"}) == (24, 27)
    assert age_of(born="2011-05-03", age={"low": 14, "high": 17, "on": "2026-10-20"}) == (15, 15)


def test_an_end_that_is_null_says_nothing_not_even_that_the_person_was_born() -> None:
    assert age_of(age={"high": 30, "on": "2016-12-01"}) == (0, 40)
    assert age_of(age={"low": 0, "on": "2016-12-01"}) == (10, 120)


def test_somebody_born_on_29_february_has_a_birthday_on_1_march_in_other_years() -> None:
    for day, years in (("2027-02-28", 14), ("2027-03-01", 15), ("2028-02-29", 16)):
        assert assess({"on": day, "person": {"born": "2012-02-29"}}).age == (years, years)


def test_an_age_on_29_february_agrees_with_the_birth_dates_around_it() -> None:
    aged = {"low": 15, "high": 15, "on": "2024-02-29"}
    # The 15th birthday was on or before 29 February 2024 and the 16th after it: born 1 March 2008 to 28 February 2009.
    assert assess({"on": "2024-02-29", "person": {"born": "2008-02-29/2008-02-29"}}).age == (16, 16)
    for born in ("2008-03-01", "2009-02-28"):
        assert assess({"on": "2024-02-29", "person": {"born": born, "age": aged}}).age == (15, 15)
    for born in ("2008-02-29", "2009-03-01"):
        with pytest.raises(Unusable):
            assess({"on": "2024-02-29", "person": {"born": born, "age": aged}})


@pytest.mark.parametrize("born", ["2012-02-29~", "2012-02-29?"])
def test_a_mark_on_29_february_widens_to_28_february(born: str) -> None:
    read = assess({"on": "2013-02-28", "person": {"born": born}})
    assert read.age == (0, 2)
    assert assess({"on": "2013-02-27", "person": {"born": born}}).age == (0, 1)


def test_a_day_of_the_far_past_or_future_is_a_day() -> None:
    assert assess({"on": "0001-01-01"}).age == (0, 0)
    assert assess({"on": "9999-12-31", "person": {"born": "9999-12~"}}).age == (0, 1)
    assert assess({"on": "0130-06-01"}).age == (0, 120)


def test_the_facts_keep_what_was_given_and_nothing_else() -> None:
    facts = read_interview(
        {"on": ON, "person": {"role": "witness"}, "interview": {"need": " "}, "earlier": [{"on": ON}]}
    )
    known: dict[str, Any] = {path: value for path, value in facts.values.items() if value is not None}
    assert known == {"person.role": "witness", "interview.need": False, "interview.companion.reason": False}
    assert facts.rows == {"earlier": ({"on": date(2026, 12, 1).toordinal()},)}
    assert facts.dates == {"on": facts.dates["on"], "investigation_started": facts.dates["on"]}
