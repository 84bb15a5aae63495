"""The judge: a rulebook made ready to judge many documents, each with every reason, at the price of a few look-ups.

A finding depends only on what was seen of the leaves of its safeguard. So it is worked out once for each way in which
those can stand, and kept. Invariant: what is kept is what working it out again would give.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from operator import itemgetter

from waarborg.engines.rules.canonical import rulebook_hash
from waarborg.engines.rules.conditions import Condition, Leaf, Some, observables
from waarborg.engines.rules.facts import Facts
from waarborg.engines.rules.findings import (
    VERDICTS,
    Due,
    Finding,
    Met,
    Reason,
    Verdict,
    sentence_of,
    state_of,
    verdict_of,
    written,
)
from waarborg.engines.rules.judging import Document, deciding, evaluate, missing
from waarborg.engines.rules.safeguards import Doubt, Rulebook, Safeguard, Version
from waarborg.engines.rules.seeing import Seen, SeenRows, look_for, look_for_rows
from waarborg.engines.rules.sources import Source
from waarborg.engines.rules.truth import Truth, word

#: Raised whenever the same rulebook could come to other findings; a receipt names it.
ENGINE_VERSION = "1"
#: Findings kept for one version of one safeguard before starting afresh, so that memory stays bounded.
_KEPT = 4096
#: A document with longer lists is worked out anew: what was seen of it would hardly come again.
_ROWS_KEPT = 8

type Seeing = Seen | SeenRows


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class InForce:
    """One version of one safeguard, ready to be judged."""

    safeguard: Safeguard
    version: Version
    when: Condition
    met: Condition
    #: What it looks at, as places in the list of everything looked up.
    looks: tuple[int, ...]
    pick: Callable[[list[Seeing]], Hashable]
    kept: dict[Hashable, Finding] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """All findings about one document."""

    verdict: Verdict
    findings: tuple[Finding, ...]
    #: Ids of the safeguards that have no version on their day, in book order.
    not_in_force: tuple[str, ...]


class Judge:
    """Judges documents by one rulebook."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        #: The rulebook's hash.
        self.hash = rulebook_hash(book)
        conditions = [
            condition
            for safeguard in book.safeguards
            for version in safeguard.versions
            for condition in (version.when or safeguard.when, version.met or safeguard.met)
        ]
        self._observed = tuple(dict.fromkeys(found for condition in conditions for found in observables(condition)))
        self._looks: list[Callable[[Facts], Seeing]] = [
            look_for_rows(found) if isinstance(found, Some) else look_for(found) for found in self._observed
        ]
        self._versions = tuple(
            (safeguard, tuple(self._ready(safeguard, version) for version in safeguard.versions))
            for safeguard in book.safeguards
        )
        days = {day for safeguard in book.safeguards for version in safeguard.versions for day in _turns(version)}
        #: The days on which some version begins, or the day after one ends.
        self._turns = sorted(days)
        self._dated_by = tuple(dict.fromkeys(safeguard.dated_by for safeguard in book.safeguards))
        self._in_force: dict[tuple[int, ...], tuple[tuple[InForce, ...], tuple[str, ...]]] = {}

    def _ready(self, safeguard: Safeguard, version: Version) -> InForce:
        when, met = version.when or safeguard.when, version.met or safeguard.met
        seen = dict.fromkeys((*observables(when), *observables(met)))
        looks = tuple(self._observed.index(found) for found in seen)
        return InForce(safeguard=safeguard, version=version, when=when, met=met, looks=looks, pick=itemgetter(*looks))

    def in_force(self, facts: Facts) -> tuple[tuple[InForce, ...], tuple[str, ...]]:
        """The versions in force on the days that select them, and the ids of the safeguards that have none."""
        key = tuple([bisect_right(self._turns, facts.dates[name]) for name in self._dated_by])
        found = self._in_force.get(key)
        if found is None:
            chosen = [
                (
                    safeguard.id,
                    next((each for each in ready if _holds(each.version, facts.dates[safeguard.dated_by])), None),
                )
                for safeguard, ready in self._versions
            ]
            found = tuple(each for _, each in chosen if each), tuple(rule for rule, each in chosen if each is None)
            self._in_force[key] = found
        return found

    def judge(self, facts: Facts) -> Judgement:
        """Every finding about ``facts``, and what they come to."""
        seen = [look(facts) for look in self._looks]
        in_force, not_in_force = self.in_force(facts)
        keep = all(rows is None or len(rows) <= _ROWS_KEPT for rows in facts.rows.values())
        findings = []
        for each in in_force:
            approvers = facts.reasons.get(each.safeguard.id)
            reasoned = approvers is not None and not approvers.isdisjoint(self.book.approvers[each.safeguard.force])
            key = (each.pick(seen), reasoned)
            finding = each.kept.get(key)
            if finding is None:
                finding = self._work_out(each, seen, reasoned=reasoned)
                if keep:
                    if len(each.kept) >= _KEPT:
                        each.kept.clear()
                    each.kept[key] = finding
            findings.append(finding)
        reached = {finding.verdict for finding in findings if finding.in_verdict}
        verdict = next((each for each in VERDICTS if each in reached), Verdict.LAWFUL)
        return Judgement(verdict, tuple(findings), not_in_force)

    def _work_out(self, each: InForce, seen: list[Seeing], *, reasoned: bool) -> Finding:
        world = self._world(each, seen)
        safeguard, version = each.safeguard, each.version
        holds = evaluate(each.when, world)
        due = Due.YES if holds.must else Due.UNTIL_KNOWN if holds.may else Due.NO
        met = None if due is Due.NO else _met(evaluate(each.met, world), reasoned=reasoned)
        decisive = tuple(dict.fromkeys(deciding(each.when, world)))
        because = tuple(dict.fromkeys(Reason(fact.name, word(fact.truth)) for fact in decisive))
        absent: Iterable[str] = missing(each.when, world)
        if met is not None and not (due is Due.UNTIL_KNOWN and safeguard.if_unknown is Doubt.ASK):
            absent = (*absent, *missing(each.met, world))
        state = state_of(due, met, safeguard.force, safeguard.if_unknown)
        finding = Finding(
            rule=safeguard.id,
            force=safeguard.force,
            in_verdict=safeguard.in_verdict,
            due=due,
            met=met,
            because=because,
            missing=tuple(dict.fromkeys(absent)),
            sources=tuple(_dated(source, version) for source in version.sources),
            sentence=sentence_of(safeguard, version, state, [fact.said for fact in decisive], self.book.wording),
            state=state,
            verdict=verdict_of(due, met, safeguard.force),
            written="",
        )
        return replace(finding, written=written(as_json(finding)))

    def _world(self, each: InForce, seen: list[Seeing]) -> Document:
        leaves: dict[Leaf, Seen] = {}
        lists: dict[Some, SeenRows] = {}
        for place in each.looks:
            found, sight = self._observed[place], seen[place]
            if isinstance(found, Some) and isinstance(sight, SeenRows):
                lists[found] = sight
            elif not isinstance(found, Some) and isinstance(sight, Seen):
                leaves[found] = sight
        return Document(leaves, lists)


def _met(truth: Truth[bool], *, reasoned: bool) -> Met:
    if truth.must:
        return Met.YES
    if truth.may:
        return Met.UNKNOWN
    return Met.EXPLAINED if reasoned else Met.NO


def _turns(version: Version) -> tuple[int, ...]:
    return (version.first.toordinal(),) + ((version.last.toordinal() + 1,) if version.last else ())


def _holds(version: Version, day: int) -> bool:
    return version.first.toordinal() <= day and (version.last is None or day <= version.last.toordinal())


def _dated(source: Source, version: Version) -> Source:
    """The source with the days of the version that cites it, which is what a finding promises."""
    return replace(source, first=version.first, last=version.last)


def as_json(finding: Finding) -> dict[str, object]:
    """A finding as outsiders read it."""
    return {
        "rule": finding.rule,
        "force": finding.force.value,
        "in_verdict": finding.in_verdict,
        "due": finding.due.value,
        "met": finding.met and finding.met.value,
        "because": [{"fact": reason.fact, "value": reason.value} for reason in finding.because],
        "missing": list(finding.missing),
        "sources": [source.as_json() for source in finding.sources],
        "sentence": finding.sentence.both(),
        "state": finding.state.value,
    }
