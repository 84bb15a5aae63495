"""The hash of a rulebook: over what its values say, in a form written out here and so free of the names in the code.

Renaming a class or moving a file changes nothing; changing a condition, a date, a source or a word does.
"""

from __future__ import annotations

import json
from hashlib import sha256

from waarborg.engines.rules.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Fact,
    Leaf,
    Listed,
    Not,
    Overlap,
    Presumption,
    Said,
    SameAsLatest,
    Some,
    Under,
)
from waarborg.engines.rules.safeguards import Rulebook, Safeguard, Version, Wording
from waarborg.kernel.texts import Text

type Json = str | int | bool | list[Json] | dict[str, Json] | None


def _text(text: Text | None) -> Json:
    return None if text is None else {"en": text.en, "nl": text.nl}


def _said(said: Said) -> Json:
    return {"yes": _text(said.yes), "no": _text(said.no), "unknown": _text(said.unknown)}


def _condition(condition: Condition | None) -> Json:
    found: Json
    match condition:
        case None:
            found = None
        case AllOf(members):
            found = {"all_of": [_condition(member) for member in members]}
        case AnyOf(members):
            found = {"any_of": [_condition(member) for member in members]}
        case Not(member):
            found = {"not": _condition(member)}
        case Some():
            found = {"some": _leaf(condition.listed), "where": _condition(condition.where)}
        case _:
            found = _leaf(condition)
    return found


def _leaf(leaf: Leaf) -> Json:
    found: dict[str, Json]
    match leaf:
        case Fact():
            found = {"fact": leaf.path, "among": list(leaf.among)}
        case Listed():
            found = {"listed": leaf.path}
        case Overlap():
            found = {"overlap": [leaf.path, leaf.inner]}
        case SameAsLatest():
            found = {"same_as_latest": [leaf.path, _leaf(leaf.listed), leaf.inner]}
        case Under():
            found = {"under": leaf.years, "name": leaf.name, "presumed": _presumption(leaf.presumption)}
    return {**found, "said": _said(leaf.said)}


def _presumption(presumption: Presumption | None) -> Json:
    if presumption is None:
        return None
    return {"path": presumption.path, "name": presumption.name, "said": _text(presumption.said)}


def _version(version: Version) -> Json:
    return {
        "from": version.first.isoformat(),
        "to": None if version.last is None else version.last.isoformat(),
        "sources": [[source.instrument, source.place, source.verified] for source in version.sources],
        "duty": _text(version.duty),
        "when": _condition(version.when),
        "met": _condition(version.met),
    }


def _safeguard(safeguard: Safeguard) -> Json:
    return {
        "id": safeguard.id,
        "duty": _text(safeguard.duty),
        "when": _condition(safeguard.when),
        "met": _condition(safeguard.met),
        "force": safeguard.force.value,
        "if_unknown": safeguard.if_unknown.value,
        "dated_by": safeguard.dated_by,
        "in_verdict": safeguard.in_verdict,
        "versions": [_version(version) for version in safeguard.versions],
    }


def _wording(wording: Wording) -> Json:
    return {
        "force": {force.value: _text(text) for force, text in wording.force.items()},
        "state": {state.value: _text(text) for state, text in wording.state.items()},
        "because": _text(wording.because),
        "joints": [_text(wording.joint), _text(wording.last_joint)],
        "checked": [_text(wording.unchecked), _text(wording.partly_checked)],
    }


def rulebook_hash(book: Rulebook) -> str:
    """``sha256:`` and the hash of everything that ``book`` says."""
    content: Json = {
        "safeguards": [_safeguard(safeguard) for safeguard in book.safeguards],
        "wording": _wording(book.wording),
        "approvers": {force.value: [*sorted(who)] for force, who in book.approvers.items()},
    }
    written = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f"sha256:{sha256(written.encode()).hexdigest()}"
