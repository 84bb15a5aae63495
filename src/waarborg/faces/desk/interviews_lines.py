"""Findings of the rulebook as safeguard lines: the duty, because of what, and where a missing fact is settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from django.urls import NoReverseMatch, reverse

from waarborg.apps.interviews.assessment import Assessment
from waarborg.apps.interviews.closing import Block
from waarborg.engines.rules.findings import Finding, as_json
from waarborg.engines.rules.safeguards import Force, State
from waarborg.engines.rules.sources import Source
from waarborg.kernel.ids import PersonId
from waarborg.kernel.texts import Text
from waarborg.law.informative import INFORMATIVE_SOURCES
from waarborg.law.rulebook import CURRENT

type Line = Mapping[str, Any]

_DUTIES: Final[Mapping[str, Text]] = MappingProxyType({each.id: each.duty for each in CURRENT.safeguards})
#: States whose sentence says what to do; of the others the state's own word beside the line says it all.
_SAID: Final = frozenset({State.NOT_SAID, State.PROTECTS, State.UNTIL_KNOWN, State.NOT_KNOWN, State.ASK})
#: Where on the plan's form a missing fact is filled in.
_FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "interview.kind": "#q_kind",
        "interview.acute": "#q_acute",
        "interview.sound": "#q_sound",
        "interview.video": "#q_video",
        "interview.room": "#q_room",
        "interview.interviewers": "#team",
        "interview.behavioural_expert": "#q_behavioural_expert",
        "interview.companion": "#q_companion_state",
        "interview.companion.state": "#q_companion_state",
        "interview.companion.reason": "#q_companion_reason",
        "interview.topics": "#q_topics",
        "interview.need": "#q_need",
        "person.role": "#q_heard_as",
    }
)
_OF_THE_PERSON: Final = (
    "person.born",
    "person.age",
    "person.reason_to_believe_child",
    "person.intellectual_disability",
    "person.cognitive_disorder",
)


def lines_of(assessment: Assessment) -> list[Line]:
    """Every finding as a line, in book order."""
    return [line_of(finding) for finding in assessment.findings]


def line_of(finding: Finding) -> Line:
    """One finding; its title is the duty, and its sentence only what the line does not say already."""
    return line_of_json(as_json(finding))


def line_of_json(finding: Line) -> Line:
    """The same from the JSON of a finding, as a receipt holds it."""
    duty = _DUTIES.get(str(finding["rule"]))
    if duty is None or not str(finding["sentence"]["en"]).startswith(duty.en):
        # Another version words its duty otherwise: then the sentence says all of it.
        return finding
    return {**finding, "duty": duty, "sentence": _rest(finding, duty)}


def _rest(finding: Line, duty: Text) -> Text:
    """The sentence without its duty and force, and without what state and source say beside it."""
    before = [duty, CURRENT.wording.force[Force(finding["force"])]]
    if finding["state"] not in _SAID:
        before.append(CURRENT.wording.state[State(finding["state"])])
    after = (CURRENT.wording.unchecked, CURRENT.wording.partly_checked)

    def rest(language: str) -> str:
        said = str(finding["sentence"][language])
        for each in before:
            said = said.removeprefix(each.to(language)).lstrip()
        for each in after:
            said = said.removesuffix(each.to(language)).rstrip()
        return said

    return Text(en=rest("en"), nl=rest("nl"))


def line_of_block(block: Block, sources: Sequence[Source] = INFORMATIVE_SOURCES) -> Line:
    """A duty of the informative interview, which the rulebook of ``assess`` does not hold."""
    return {
        "rule": block.rule,
        "force": block.force.value,
        "in_verdict": True,
        "due": "yes",
        "met": "no",
        "duty": block.what,
        "sentence": Text(en="", nl=""),
        "because": [],
        "missing": [],
        "sources": [source.as_json() for source in sources],
    }


def found_in_vault(block: Block) -> Text | None:
    """What was found in the vault where a duty is about a recording; None where nothing is wrong."""
    duty = _DUTIES.get(block.rule)
    if duty is None or not block.problems:
        return None
    said = Text(en=block.what.en.removeprefix(duty.en).strip(), nl=block.what.nl.removeprefix(duty.nl).strip())
    return said if said.en else None


def settles(person: PersonId | None, form: str = "") -> dict[str, str]:
    """By missing fact, the address of what settles it: a field of the plan, or the page of the person.

    Args:
        person: who is heard; without one the facts about them lead nowhere.
        form: the address of the plan's page, where the line stands on another.
    """
    found = {path: form + anchor for path, anchor in _FIELDS.items()}
    try:
        page = reverse("person", args=[person]) if person else ""
    except NoReverseMatch:
        page = ""
    return found | dict.fromkeys(_OF_THE_PERSON, page) if page else found
