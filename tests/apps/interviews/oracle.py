"""The rules once more, read from the interface alone and in another way than the engine: an oracle for the tests.

Truth is True, False or None and each rule is written out by hand. Ages are found by trying every birth date of the last
121 years. Nothing here is imported from the product.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

type Maybe = bool | None

MUST = {
    "informative.before_report",
    "recording.audio",
    "recording.video",
    "recording.no_downgrade",
    "recording.announced",
    "room.child_friendly_studio",
    "companion.of_choice",
    "interview.need_stated",
    "interview.no_repeat",
}
_RECORDING = {
    "recording.audio": "2010-09-01",
    "recording.video": "2010-09-01",
    "recording.no_downgrade": "2013-01-01",
    "recording.announced": "2010-09-01",
    "room.child_friendly_studio": "2010-09-01",
}


def every(*members: Maybe) -> Maybe:
    """Kleene's and."""
    return False if False in members else None if None in members else True


def some(*members: Maybe) -> Maybe:
    """Kleene's or."""
    return True if True in members else None if None in members else False


def opposite(member: Maybe) -> Maybe:
    """Kleene's not."""
    return None if member is None else not member


def among(value: object, *values: object) -> Maybe:
    """Whether a fact has one of these values; absent is unknown."""
    return None if value is None else value in values


# Ages: every birth date is tried.


_DAYS = np.arange("1850-01-01", "2040-01-01", dtype="datetime64[D]")
_FIRST = date(1850, 1, 1)
#: Each day written as one number, 20261201; the difference of two, without its last four digits, is completed years,
#: and somebody born on 29 February then has a birthday on 1 March in other years.
_WRITTEN = np.array([int(str(day).replace("-", "")) for day in _DAYS])


def _place(day: date) -> int:
    return min(max((day - _FIRST).days, 0), len(_DAYS))


def _completed(days: slice, on: date) -> NDArray[np.int_]:
    return np.asarray((int(f"{on:%Y%m%d}") - _WRITTEN[days]) // 10_000)


def _part(text: str) -> tuple[date, date, bool]:
    mark = text[-1] in "~?%"
    plain = text[:-1] if mark else text
    if plain.endswith("X"):
        return date(int(plain[:3] + "0"), 1, 1), date(int(plain[:3] + "9"), 12, 31), mark
    pieces = [int(piece) for piece in plain.split("-")]
    if len(pieces) == 3:
        return date(*pieces), date(*pieces), mark
    if len(pieces) == 2:
        year, month = pieces
        return date(year, month, 1), date(year, month, monthrange(year, month)[1]), mark
    return date(pieces[0], 1, 1), date(pieces[0], 12, 31), mark


def _years_on(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def agreeing(person: dict[str, Any], on: date) -> tuple[int, int] | None:
    """Lowest and highest completed years of all birth dates that agree with everything; None where none does."""
    days = slice(_place(on) - 121 * 366, _place(on) + 1)
    years = _completed(days, on)
    ordinal = np.arange(len(_DAYS))[days] + _FIRST.toordinal()
    fits = (years >= 0) & (years <= 120)
    if person.get("born"):
        first, _, second = person["born"].partition("/")
        start, end = _part(first), _part(second or first)
        if start[0] > end[1]:
            return None
        low = _years_on(start[0], -1) if start[2] else start[0]
        high = _years_on(end[1], 1) if end[2] else end[1]
        fits &= (ordinal >= low.toordinal()) & (ordinal <= high.toordinal())
    age = person.get("age") or {}
    then = _completed(days, date.fromisoformat(age.get("on") or str(on)))
    if age.get("low") is not None:
        fits &= then >= age["low"]
    if age.get("high") is not None:
        fits &= then <= age["high"]
    return (int(years[fits].min()), int(years[fits].max())) if fits.any() else None


def usable(document: dict[str, Any]) -> bool:
    """Whether the ages of a document that is otherwise sound agree with each other."""
    return agreeing(document.get("person") or {}, date.fromisoformat(document["on"])) is not None


# The table, row by row: due and met.


class Case:
    """The facts of one document under short names."""

    def __init__(self, document: dict[str, Any]) -> None:
        person = document.get("person") or {}
        self.interview: dict[str, Any] = document.get("interview") or {}
        self.earlier: list[dict[str, Any]] | None = document.get("earlier")
        low, high = agreeing(person, date.fromisoformat(document["on"])) or (0, 120)
        self.age = low, high
        self.child = True if high < 18 else False if low >= 18 else person.get("reason_to_believe_child") or None
        self.under_16 = True if high < 16 else False if low >= 16 else None
        self.under_12 = True if high < 12 else False if low >= 12 else None
        self.role = person.get("role")
        self.witness = among(self.role, "victim", "reporting_witness", "witness")
        self.disability = among(person.get("intellectual_disability"), "yes", "doubt")
        self.disorder = among(person.get("cognitive_disorder"), "yes", "doubt")
        self.kind = self.interview.get("kind")
        self.recorded_kind = among(self.kind, "report", "further")

    def get(self, name: str) -> Any:  # noqa: ANN401 - a JSON value
        """A fact of the interview."""
        return self.interview.get(name)

    def was_taken(self, row: dict[str, Any]) -> Maybe:
        """Whether an earlier interview was a report or a further one."""
        return among(row.get("kind"), "report", "further")

    def heard_before(self) -> Maybe:
        """Whether a victim is heard again after a report or further interview."""
        before = None if self.earlier is None else some(*[self.was_taken(row) for row in self.earlier])
        return every(among(self.kind, "further"), among(self.role, "victim"), before)

    def had(self, medium: str) -> Maybe:
        """Whether an earlier report or further interview had a medium."""
        if self.earlier is None:
            return None
        return some(*[every(self.was_taken(row), row.get(medium)) for row in self.earlier])


def _shares(mine: list[str] | None, theirs: list[str] | None) -> Maybe:
    if mine == [] or theirs == []:
        return False
    return None if mine is None or theirs is None else bool(set(mine) & set(theirs))


def _same_team(case: Case) -> Maybe:
    if not case.earlier:
        return None
    latest = list(filter(lambda row: row["on"] == max(other["on"] for other in case.earlier or ()), case.earlier))[-1]
    mine, theirs = case.get("interviewers"), latest.get("interviewers")
    return None if mine is None or theirs is None else set(mine) == set(theirs)


def _companion(case: Case) -> Maybe:
    companion = case.get("companion") or {}
    state = companion.get("state")
    if state == "refused":
        return bool((companion.get("reason") or "").strip())
    return None if state is None else state != "not_offered"


def _no_repeat(case: Case) -> Maybe:
    mine = case.get("topics")
    if case.earlier is None:
        return True if mine == [] else None
    return opposite(some(*[every(case.was_taken(row), _shares(mine, row.get("topics"))) for row in case.earlier]))


def table(case: Case) -> dict[str, tuple[Maybe, Maybe]]:
    """Due and met, by rule."""
    minor = every(case.witness, case.child)
    earlier_informative = (
        None if case.earlier is None else some(*[among(row.get("kind"), "informative") for row in case.earlier])
    )
    need = case.get("need")
    any_earlier = None if case.earlier is None else bool(case.earlier)
    taken = case.recorded_kind
    vulnerable = some(case.under_16, case.disability, case.disorder, case.get("behavioural_expert"))
    kept = every(*[some(opposite(case.had(medium)), case.get(medium)) for medium in ("sound", "video")])
    return {
        "informative.before_report": (
            every(among(case.kind, "report"), opposite(case.get("acute"))),
            earlier_informative,
        ),
        "recording.audio": (taken, case.get("sound")),
        "recording.video": (every(taken, vulnerable), case.get("video")),
        "recording.video_minor": (every(taken, minor), case.get("video")),
        "recording.no_downgrade": (every(taken, some(case.had("sound"), case.had("video"))), kept),
        "recording.announced": (taken, case.get("recording_announced")),
        "room.child_friendly_studio": (
            every(taken, case.witness, case.under_12),
            among(case.get("room"), "studio"),
        ),
        "room.adapted": (minor, among(case.get("room"), "adapted", "studio")),
        "interviewers.same": (every(minor, any_earlier), _same_team(case)),
        "companion.of_choice": (minor, _companion(case)),
        "interview.need_stated": (case.heard_before(), None if need is None else bool(need.strip())),
        "interview.no_repeat": (case.heard_before(), _no_repeat(case)),
    }


def in_force(document: dict[str, Any], rule: str) -> bool:
    """Whether a rule has a version on the day that selects it."""
    if rule in _RECORDING:
        return bool((document.get("investigation_started") or document["on"]) >= _RECORDING[rule])
    return bool(document["on"] >= "2013-07-01")


def answer(document: dict[str, Any]) -> dict[str, Any]:
    """Verdict, age, what is not in force, and due and met of every rule that is."""
    case = Case(document)
    reasons = {(reason["rule"], reason["approved_by"]) for reason in document.get("reasons") or []}
    findings: dict[str, tuple[str, str | None]] = {}
    for rule, (due, met) in table(case).items():
        if not in_force(document, rule):
            continue
        said = {True: "yes", False: "no", None: "unknown"}[met]
        leave = (rule, "prosecutor") in reasons or (rule not in MUST and (rule, "team_leader") in reasons)
        said = "explained" if said == "no" and leave else said
        findings[rule] = ({True: "yes", False: "no", None: "until_known"}[due], None if due is False else said)
    return {
        "verdict": _verdict(findings),
        "age": {"low": case.age[0], "high": case.age[1]},
        "not_in_force": [rule for rule in table(case) if rule not in findings],
        "findings": findings,
    }


def _verdict(findings: dict[str, tuple[str, str | None]]) -> str:
    broken = {rule for rule, (due, met) in findings.items() if due == "yes" and met == "no"}
    if broken & MUST:
        return "breach"
    if broken:
        return "unexplained"
    open_ends = [
        (due, met)
        for due, met in findings.values()
        if met == "unknown" or (due == "until_known" and met not in {"yes", "explained"})
    ]
    return "facts_missing" if open_ends else "lawful"


def is_of_the_subset(text: str) -> bool:
    """Whether a text looks like the subset of EDTF, dates apart."""
    part = r"\d{4}(-\d{2}(-\d{2})?)?[~?%]?|\d{3}X[~?%]?"
    return re.fullmatch(f"({part})(/({part}))?", text, re.ASCII) is not None
