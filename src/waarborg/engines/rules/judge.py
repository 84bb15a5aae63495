"""The judge: a rulebook made ready to judge many documents, each with every reason, at the price of a few look-ups."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from waarborg.engines.rules.canonical import rulebook_hash
from waarborg.engines.rules.conditions import Condition, Some, observables
from waarborg.engines.rules.facts import Facts
from waarborg.engines.rules.findings import VERDICTS, Finding, Verdict, finding_of
from waarborg.engines.rules.safeguards import Rulebook, Safeguard, Version
from waarborg.engines.rules.seeing import look_for, look_for_rows
from waarborg.engines.rules.standing import Question, Sight, Standing

#: Raised whenever the same rulebook could come to other findings; a receipt names it.
ENGINE_VERSION = "1"
#: Findings kept for one version of one safeguard before starting afresh.
_KEPT = 4096


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class InForce:
    """One version of one safeguard, ready to be judged."""

    safeguard: Safeguard
    version: Version
    #: Places of its two conditions among the questions.
    when: int
    met: int
    approvers: frozenset[str]
    kept: dict[tuple[Standing, Standing, bool], Finding] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """All findings about one document."""

    verdict: Verdict
    #: In book order.
    findings: tuple[Finding, ...]
    #: Ids of the safeguards that have no version on their day, in book order.
    not_in_force: tuple[str, ...]


class Judge:
    """Judges documents by one rulebook."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        #: The rulebook's hash.
        self.hash = rulebook_hash(book)
        versions = [(safeguard, version) for safeguard in book.safeguards for version in safeguard.versions]
        whens = dict.fromkeys(version.when or safeguard.when for safeguard, version in versions)
        mets = dict.fromkeys(version.met or safeguard.met for safeguard, version in versions)
        observed = tuple(dict.fromkeys(found for asked in (*whens, *mets) for found in observables(asked)))
        self._looks: list[Callable[[Facts], Sight]] = [
            look_for_rows(found) if isinstance(found, Some) else look_for(found) for found in observed
        ]
        self._questions = [Question(asked, observed, why=True) for asked in whens]
        self._questions += [Question(asked, observed, why=False) for asked in mets]
        when_at = {asked: place for place, asked in enumerate(whens)}
        met_at = {asked: place for place, asked in enumerate(mets, len(whens))}
        self._versions = [self._ready(safeguard, version, when_at, met_at) for safeguard, version in versions]
        #: The days on which some version begins, or the day after one ends.
        self._turns = sorted({day for _, version in versions for day in _turns(version)})
        self._dated_by = tuple(dict.fromkeys(safeguard.dated_by for safeguard in book.safeguards))
        self._in_force: dict[tuple[int, ...], tuple[tuple[InForce, ...], tuple[str, ...]]] = {}

    def _ready(
        self, safeguard: Safeguard, version: Version, when_at: dict[Condition, int], met_at: dict[Condition, int]
    ) -> InForce:
        return InForce(
            safeguard=safeguard,
            version=version,
            when=when_at[version.when or safeguard.when],
            met=met_at[version.met or safeguard.met],
            approvers=self.book.approvers[safeguard.force],
        )

    def in_force(self, facts: Facts) -> tuple[tuple[InForce, ...], tuple[str, ...]]:
        """The versions in force on the days that select them, and the ids of the safeguards that have none."""
        key = tuple([bisect_right(self._turns, facts.dates[name]) for name in self._dated_by])
        found = self._in_force.get(key)
        if found is None:
            chosen = tuple(
                each for each in self._versions if _holds(each.version, facts.dates[each.safeguard.dated_by])
            )
            there = {each.safeguard.id for each in chosen}
            found = chosen, tuple(rule.id for rule in self.book.safeguards if rule.id not in there)
            self._in_force[key] = found
        return found

    def judge(self, facts: Facts) -> Judgement:
        """Every finding about ``facts``, and what they come to."""
        seen = [look(facts) for look in self._looks]
        standings = [question.answer(seen) for question in self._questions]
        in_force, not_in_force = self.in_force(facts)
        findings = tuple([self._find(each, standings, facts) for each in in_force])
        reached = {finding.verdict for finding in findings if finding.in_verdict}
        verdict = next((each for each in VERDICTS if each in reached), Verdict.LAWFUL)
        return Judgement(verdict, findings, not_in_force)

    def _find(self, each: InForce, standings: list[Standing], facts: Facts) -> Finding:
        approvers = facts.reasons.get(each.safeguard.id)
        reasoned = approvers is not None and not approvers.isdisjoint(each.approvers)
        key = (standings[each.when], standings[each.met], reasoned)
        finding = each.kept.get(key)
        if finding is None:
            finding = finding_of(
                each.safeguard,
                each.version,
                self.book.wording,
                standings[each.when],
                standings[each.met],
                reasoned=reasoned,
            )
            if len(each.kept) >= _KEPT:
                each.kept.clear()
            each.kept[key] = finding
        return finding


def _turns(version: Version) -> tuple[int, ...]:
    return (version.first.toordinal(),) + ((version.last.toordinal() + 1,) if version.last else ())


def _holds(version: Version, day: int) -> bool:
    return version.first.toordinal() <= day and (version.last is None or day <= version.last.toordinal())
