"""What the rulebook finds about one document: each safeguard in force with its answer, its reasons and its sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from waarborg.engines.rules.safeguards import Doubt, Force, Safeguard, State, Version, Wording
from waarborg.engines.rules.sources import Source
from waarborg.engines.rules.standing import Standing
from waarborg.engines.rules.truth import Truth, word
from waarborg.kernel.texts import Text


class Due(StrEnum):
    """Whether a safeguard is due."""

    YES = "yes"
    NO = "no"
    #: Not known, and it protects until it is.
    UNTIL_KNOWN = "until_known"


class Met(StrEnum):
    """Whether a safeguard that is or may be due is met."""

    YES = "yes"
    NO = "no"
    #: Not met, with a reason on file that somebody approved who may.
    EXPLAINED = "explained"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """What the findings that count come to; the first that holds, in this order."""

    #: A must is due and not met.
    BREACH = "breach"
    #: What was possible is due, not met and not explained.
    UNEXPLAINED = "unexplained"
    #: Something must be found out, or done until it is.
    FACTS_MISSING = "facts_missing"
    LAWFUL = "lawful"


#: Worst first.
VERDICTS = tuple(Verdict)


@dataclass(frozen=True, slots=True)
class Reason:
    """A fact that, with the others named beside it, fixes whether a safeguard is due."""

    #: Path in the document, or the name of an age.
    fact: str
    #: ``yes``, ``no`` or ``unknown``.
    value: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Finding:
    """One safeguard, as it stands for one document."""

    rule: str
    force: Force
    in_verdict: bool
    due: Due
    #: None exactly when it is not due.
    met: Met | None
    because: tuple[Reason, ...]
    #: Paths of the absent facts that could change ``due`` or ``met``.
    missing: tuple[str, ...]
    #: Of the version that applies, each with its first and last day.
    sources: tuple[Source, ...]
    #: Duty, force, state and reason in plain words.
    sentence: Text
    #: How it stands, as the pages draw it.
    state: State
    #: What the findings would come to with this one alone.
    verdict: Verdict
    #: The finding as JSON text.
    written: str


def state_of(due: Due, met: Met | None, force: Force, doubt: Doubt) -> State:
    """What ``due`` and ``met`` come down to."""
    if met is None:
        return State.NOT_DUE
    if due is Due.YES:
        if met is Met.EXPLAINED:
            return State.BY_LEAVE if force is Force.MUST else State.EXPLAINED
        return {Met.YES: State.MET, Met.NO: State.NOT_MET}.get(met, State.NOT_SAID)
    if doubt is Doubt.ASK:
        return State.ASK
    return {Met.NO: State.UNTIL_KNOWN, Met.UNKNOWN: State.NOT_KNOWN}.get(met, State.PROTECTS)


def verdict_of(due: Due, met: Met | None, force: Force) -> Verdict:
    """What a finding that counts comes to by itself."""
    if met is Met.NO and due is Due.YES:
        return Verdict.BREACH if force is Force.MUST else Verdict.UNEXPLAINED
    if met in {Met.NO, Met.UNKNOWN}:
        return Verdict.FACTS_MISSING
    return Verdict.LAWFUL


def clauses(said: Iterable[Text], wording: Wording) -> Text:
    """Clauses as one list, each said once: "a, b and c"."""
    once = tuple(dict.fromkeys(said))

    def joined(language: str) -> str:
        *before, last = [clause.to(language) for clause in once]
        if not before:
            return last
        return wording.joint.to(language).join(before) + wording.last_joint.to(language) + last

    return Text(en=joined("en"), nl=joined("nl"))


def sentence_of(safeguard: Safeguard, version: Version, state: State, said: Iterable[Text], wording: Wording) -> Text:
    """The finding in words: what must be done, how it stands, because of what, and what was not checked."""
    read = [source.verified for source in version.sources]
    sentences = [
        version.duty or safeguard.duty,
        wording.force[safeguard.force],
        wording.state[state],
        wording.because.fill(facts=clauses(said, wording)),
    ]
    if not all(read):
        sentences.append(wording.partly_checked if any(read) else wording.unchecked)
    return Text(en=" ".join(text.en for text in sentences), nl=" ".join(text.nl for text in sentences))


def finding_of(
    safeguard: Safeguard, version: Version, wording: Wording, when: Standing, met: Standing, *, reasoned: bool
) -> Finding:
    """The finding about a version of a safeguard whose conditions stand so.

    Args:
        safeguard: what was judged.
        version: as it was the law on the day.
        wording: the words of the rulebook.
        when: how the condition that makes it due stands.
        met: how the condition that meets it stands.
        reasoned: whether a reason is on file that somebody approved who may.
    """
    due = Due.YES if when.truth.must else Due.UNTIL_KNOWN if when.truth.may else Due.NO
    answer = None if due is Due.NO else _met(met.truth, reasoned=reasoned)
    asks_only = due is Due.UNTIL_KNOWN and safeguard.if_unknown is Doubt.ASK
    absent = when.missing if answer is None or asks_only else (*when.missing, *met.missing)
    state = state_of(due, answer, safeguard.force, safeguard.if_unknown)
    finding = Finding(
        rule=safeguard.id,
        force=safeguard.force,
        in_verdict=safeguard.in_verdict,
        due=due,
        met=answer,
        because=tuple(dict.fromkeys(Reason(fact.name, word(fact.truth)) for fact in when.deciding)),
        missing=tuple(dict.fromkeys(absent)),
        # A finding promises the days of its version, whatever else its sources lived through.
        sources=tuple(replace(source, first=version.first, last=version.last) for source in version.sources),
        sentence=sentence_of(safeguard, version, state, [fact.said for fact in when.deciding], wording),
        state=state,
        verdict=verdict_of(due, answer, safeguard.force),
        written="",
    )
    return replace(finding, written=json.dumps(as_json(finding), ensure_ascii=False, allow_nan=False))


def _met(truth: Truth[bool], *, reasoned: bool) -> Met:
    if truth.must:
        return Met.YES
    if truth.may:
        return Met.UNKNOWN
    return Met.EXPLAINED if reasoned else Met.NO


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
