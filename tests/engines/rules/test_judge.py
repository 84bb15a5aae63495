"""One small book judged alone and in columns: versions that differ, doubt that asks, and what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from waarborg.engines.rules.columns import DUE, MET, Columns, Rows, judge_columns
from waarborg.engines.rules.conditions import Fact, Listed, Said, Some, not_
from waarborg.engines.rules.facts import Facts, Row, Value
from waarborg.engines.rules.findings import Due, Met, Verdict
from waarborg.engines.rules.judge import Judge
from waarborg.engines.rules.safeguards import Doubt, Force, Rulebook, Safeguard, Version
from waarborg.engines.rules.sources import Source
from waarborg.kernel.texts import Text
from waarborg.law.rulebook import WORDING

SAID = Said(yes=Text(en="y", nl="j"), no=Text(en="n", nl="n"), unknown=Text(en="u", nl="o"))
A, B, X = (Fact(path=path, among=(True,), said=SAID) for path in "abx")
LIST = Listed(path="list", said=SAID)
OLD, NEW = date(2010, 1, 1), date(2020, 1, 1)
READ, UNREAD = (Source(instrument="a law", place="1", first=OLD, verified=read) for read in (True, False))
RULE = Safeguard(
    id="a.rule",
    duty=Text(en="Do a.", nl="Doe a."),
    when=A,
    met=B,
    force=Force.MUST,
    if_unknown=Doubt.PROTECT,
    dated_by="on",
    versions=(
        Version(first=OLD, last=date(2019, 12, 31), sources=(READ,)),
        Version(first=NEW, sources=(READ, UNREAD), when=not_(A), duty=Text(en="Do not a.", nl="Doe geen a.")),
    ),
)
BOOK = Rulebook(
    safeguards=(
        RULE,
        replace(RULE, id="asking", if_unknown=Doubt.ASK),
        replace(RULE, id="listing", when=Some(listed=LIST, where=X), versions=(Version(first=OLD, sources=(UNREAD,)),)),
    ),
    wording=WORDING,
    approvers={Force.MUST: frozenset({"boss"}), Force.WHERE_POSSIBLE: frozenset({"boss", "peer"})},
)


def facts(on: date, rows: tuple[Row, ...] | None = (), who: str = "", **values: Value) -> Facts:
    reasons = {"a.rule": frozenset({who})} if who else {}
    return Facts(
        values=values,
        rows={"list": rows},
        age=(0, 120),
        age_absent=(),
        dates={"on": on.toordinal()},
        reasons=reasons,
    )


def test_a_day_selects_the_version_and_a_version_overrides_what_it_says() -> None:
    judge = Judge(BOOK)
    old, new = judge.judge(facts(date(2019, 12, 31), a=True)), judge.judge(facts(NEW, a=True))
    assert (old.findings[0].due, new.findings[0].due) == (Due.YES, Due.NO)
    assert old.findings[0].sources[0].last == date(2019, 12, 31)
    assert new.findings[0].sentence.en.startswith("Do not a.")
    assert "every source" in new.findings[0].sentence.en
    assert "checked" not in old.findings[0].sentence.en
    none = judge.judge(facts(date(2009, 12, 31), a=True))
    assert (none.findings, none.not_in_force, none.verdict) == ((), ("a.rule", "asking", "listing"), Verdict.LAWFUL)


def test_a_rule_that_asks_asks_only_whether_it_is_due() -> None:
    protecting, asking, _ = Judge(BOOK).judge(facts(NEW)).findings
    assert (protecting.due, asking.due) == (Due.UNTIL_KNOWN, Due.UNTIL_KNOWN)
    assert (protecting.met, asking.met) == (Met.UNKNOWN, Met.UNKNOWN)
    assert (protecting.missing, asking.missing) == (("a", "b"), ("a",))
    assert "First ask" in asking.sentence.en
    _, asking, _ = Judge(BOOK).judge(facts(NEW, a=False)).findings
    assert asking.missing == ("b",)


def test_only_somebody_who_may_explains() -> None:
    answers = [Judge(BOOK).judge(facts(NEW, who=who, a=False, b=False)).findings[0].met for who in ("boss", "peer", "")]
    assert answers == [Met.EXPLAINED, Met.NO, Met.NO]


def test_very_long_lists_are_judged_and_not_kept() -> None:
    judge = Judge(BOOK)
    rows: tuple[Row, ...] = tuple({"on": 1, "x": False} for _ in range(5_000))
    finding = judge.judge(facts(NEW, rows)).findings[2]
    assert (finding.due, len(finding.because)) == (Due.NO, 5_000)
    assert judge.judge(facts(NEW, (*rows, {"on": 1, "x": True}))).findings[2].because[0].fact == "list[5000].x"


def columns(days: list[date], a: list[int], b: list[int], who: list[bool]) -> Columns:
    count = len(days)
    return Columns(
        count=count,
        facts={"a": np.array(a), "b": np.array(b)},
        choices={"a": (False, True), "b": (False, True), "list[].x": (False, True)},
        sets=(),
        age=(np.zeros(count, dtype=np.int64), np.full(count, 120)),
        dates={"on": np.array([day.toordinal() for day in days])},
        lists={
            "list": Rows(
                known=np.array([True] * (count - 1) + [False]),
                owner=np.array([0, 0, 1]),
                on=np.array([1, 1, 1]),
                facts={"x": np.array([0, 1, -1])},
            )
        },
        reasoned={"a.rule": np.array(who)},
    )


def test_columns_follow_the_versions_the_reasons_and_the_rows_of_each_document() -> None:
    days = [date(2009, 1, 1), date(2019, 12, 31), NEW, NEW]
    answers = judge_columns(BOOK, columns(days, [1, 1, 0, -1], [0, 0, 0, 1], [True, False, True, True]))
    due, met = answers.due["a.rule"].tolist(), answers.met["a.rule"].tolist()
    assert due == [-1, DUE.index(Due.YES), DUE.index(Due.YES), DUE.index(Due.UNTIL_KNOWN)]
    assert met == [-1, MET.index(Met.NO), MET.index(Met.EXPLAINED), MET.index(Met.YES)]
    listed = answers.due["listing"].tolist()
    assert listed == [-1, DUE.index(Due.UNTIL_KNOWN), DUE.index(Due.NO), DUE.index(Due.UNTIL_KNOWN)]
