"""What is known of somebody's age: every source as a span of birth dates, and the hull of those not rejected.

Invariant: protection follows the youngest possible age (B7), so the hull holds every birth date that any source which
was not rejected allows; sources that disagree widen it, and no source at all leaves the age unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from waarborg.engines.rules.births import OLDEST, Span, born_for_age, completed_years, read_born
from waarborg.kernel.errors import Problem
from waarborg.kernel.ids import AccountId


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one source says: a birth date, or completed years on a day, or both."""

    #: Key of its row.
    id: int
    #: Who or what says so, in words.
    source: str
    #: The day of which it speaks.
    on: date
    #: EDTF as ``waarborg assess`` takes it.
    born: str | None = None
    #: Youngest and oldest in completed years, inclusive; None says nothing.
    low: int | None = None
    high: int | None = None
    by: AccountId | None = None
    made_at: datetime | None = None
    rejected: bool = False
    #: Why it was rejected.
    rejected_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAge:
    """One source as completed years on a day, for the drawing."""

    statement: Statement
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeOnDay:
    """Somebody's age on one day: the span that counts, and every source beside it."""

    on: date
    #: Completed years, inclusive; both None where no source says anything.
    low: int | None
    high: int | None
    #: In the order in which they were made, rejected ones too.
    sources: tuple[SourceAge, ...]
    #: Whether two sources that were not rejected leave no birth date in common.
    disagree: bool

    @property
    def may_be_minor(self) -> bool:
        """Whether the person may be under 18; unknown is never no."""
        return self.low is None or self.low < 18  # noqa: PLR2004 - the law's own number

    def surely_under(self, years: int) -> bool:
        """Whether every birth date that is left makes the person younger than ``years``."""
        return self.high is not None and self.high < years

    def may_be_under(self, years: int) -> bool:
        """Whether some birth date that is left does; true where nothing is known."""
        return self.low is None or self.low < years


def birth_span(statement: Statement) -> Span:
    """The birth dates that a statement allows, as ordinals; cut to ages of 0 to 120 on its day.

    Raises:
        ValueError: it allows none, or its birth date cannot be read; such a one is refused before it is kept.
    """
    found = _span(statement.born, statement.low, statement.high, statement.on)
    if found is None:
        message = f"age statement {statement.id} allows no birth date"
        raise ValueError(message)
    return found


def hull(statements: Sequence[Statement]) -> Span | None:
    """The smallest span with every birth date that any statement not rejected allows; None where there is none."""
    spans = [birth_span(statement) for statement in statements if not statement.rejected]
    return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None


def age_facts(statements: Sequence[Statement], on: date) -> dict[str, str]:
    """The age facts of a person in an ``assess`` document of day ``on``: ``{"born": "A/B"}``, or nothing."""
    span = hull(statements)
    if span is None or span[0] > on.toordinal():
        return {}
    first, last = (date.fromordinal(day).isoformat() for day in span)
    return {"born": first if first == last else f"{first}/{last}"}


def age_on(statements: Sequence[Statement], on: date) -> AgeOnDay:
    """The age on a day, earlier or later than the statements; the hull, and each source on its own."""
    span = hull(statements)
    low, high = _years(span, on) if span else (None, None)
    sources = (
        SourceAge(statement=statement, low=years[0], high=years[1])
        for statement in statements
        for years in (_years(birth_span(statement), on),)
    )
    return AgeOnDay(on=on, low=low, high=high, sources=tuple(sources), disagree=_disagree(statements))


def statement_problems(*, born: str | None, low: int | None, high: int | None, on: date) -> list[Problem]:
    """Everything that makes a statement unusable; empty where it can be kept."""
    problems = []
    if born is None and low is None and high is None:
        problems.append(Problem(path="$.age", found="nothing", expected="a birth date, or a youngest or oldest age"))
    if born is not None and read_born(born) is None:
        problems.append(Problem(path="$.age.born", found=born, expected="YYYY, YYYY-MM, YYYY-MM-DD, YYYX or A/B"))
    for name, years in (("low", low), ("high", high)):
        if years is not None and not 0 <= years <= OLDEST:
            problems.append(Problem(path=f"$.age.{name}", found=str(years), expected=f"0 to {OLDEST} years"))
    if low is not None and high is not None and low > high:
        problems.append(Problem(path="$.age.low", found=str(low), expected=f"at most {high}, the oldest age"))
    if not problems and _span(born, low, high, on) is None:
        problems.append(Problem(path="$.age", found=f"{born or f'{low}-{high}'}", expected=f"a birth date before {on}"))
    return problems


def _span(born: str | None, low: int | None, high: int | None, on: date) -> Span | None:
    """The birth dates that the facts leave, or None where there are none."""
    spans = [born_for_age(0, OLDEST, on.toordinal()), born_for_age(low, high, on.toordinal())]
    if born is not None:
        read = read_born(born)
        if read is None:
            return None
        spans.append(read)
    first, last = max(first for first, _ in spans), min(last for _, last in spans)
    return (first, last) if first <= last else None


def _years(span: Span, on: date) -> tuple[int, int]:
    """Completed years on a day, youngest and oldest; nobody is younger than 0."""
    first, last = span
    return max(completed_years(last, on.toordinal()), 0), max(completed_years(first, on.toordinal()), 0)


def _disagree(statements: Sequence[Statement]) -> bool:
    """Whether two statements that were not rejected have no birth date in common."""
    spans = [birth_span(statement) for statement in statements if not statement.rejected]
    return bool(spans) and max(first for first, _ in spans) > min(last for _, last in spans)
