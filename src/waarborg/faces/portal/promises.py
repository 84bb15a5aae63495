"""The safeguards of an interview as promises to the person: state, duty and reason, in the second person (B3).

Invariant: what was not kept is shown with its reason, and what nobody knows is never shown as kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from waarborg.apps.interviews.kinds import CompanionState, InterviewState, Moment
from waarborg.apps.interviews.queries import Explained, View
from waarborg.faces.portal.naming import who_of
from waarborg.faces.shell.drawings.safeguard import State, in_order, state_of
from waarborg.kernel.actors import Role
from waarborg.kernel.texts import Text

#: By rule of the rulebook: what the person was promised.
DUTIES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "informative.before_report": Text(
            en="Before you report, somebody talks with you, so that you can choose.",
            nl="Voordat u aangifte doet, praat iemand met u, zodat u kunt kiezen.",
        ),
        "recording.audio": Text(
            en="The sound of the whole interview is recorded.", nl="Het geluid van het hele verhoor wordt opgenomen."
        ),
        "recording.video": Text(
            en="The interview is filmed, so that you do not have to tell it again.",
            nl="Het verhoor wordt gefilmd, zodat u het niet nog eens hoeft te vertellen.",
        ),
        "recording.video_minor": Text(
            en="The interview is filmed where possible, so that it can be proof.",
            nl="Het verhoor wordt gefilmd als dat kan, zodat het bewijs kan zijn.",
        ),
        "recording.no_downgrade": Text(
            en="You are recorded in the same ways as before, and never in less.",
            nl="U wordt opgenomen zoals eerder, en nooit op minder manieren.",
        ),
        "recording.announced": Text(
            en="At the start you hear that it is recorded, and who watches.",
            nl="Aan het begin hoort u dat er wordt opgenomen, en wie meekijkt.",
        ),
        "room.child_friendly_studio": Text(
            en="The interview is in a room made for children.",
            nl="Het verhoor is in een kamer die is gemaakt voor kinderen.",
        ),
        "room.adapted": Text(
            en="The interview is in a room made fit for young people.",
            nl="Het verhoor is in een ruimte die geschikt is gemaakt voor jonge mensen.",
        ),
        "interviewers.same": Text(
            en="Your interviews have the same people.", nl="U spreekt steeds met dezelfde mensen."
        ),
        "companion.of_choice": Text(
            en="You may bring an adult of your choice.", nl="U mag een volwassene meenemen die u zelf kiest."
        ),
        "interview.need_stated": Text(
            en="There is another interview only if something must still be learned.",
            nl="Er komt alleen nog een verhoor als er nog iets duidelijk moet worden.",
        ),
        "interview.no_repeat": Text(
            en="You are not asked again what you told before.", nl="U krijgt geen vragen over wat u al hebt verteld."
        ),
    }
)
#: What each state means before the interview and after it.
_BEFORE: Final[Mapping[State, Text]] = MappingProxyType(
    {
        State.NOT_MET: Text(
            en="The plan does not do this yet. The team must change the plan, or explain it to you.",
            nl="Het plan doet dit nog niet. Het team moet het plan wijzigen, of het u uitleggen.",
        ),
        State.NOT_KNOWN: Text(
            en="We do not know this yet. In doubt we protect.", nl="Dit weten we nog niet. Bij twijfel beschermen we."
        ),
        State.PROTECTS: Text(
            en="We do not know yet whether this must be. We do it until we know.",
            nl="We weten nog niet of dit moet. We doen het tot we het weten.",
        ),
        State.MET: Text(en="The plan does this.", nl="Zo staat het in het plan."),
    }
)
#: What only the interview itself, or the person, can settle: said instead while nobody knows it yet.
_STILL_TO_COME: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "recording.announced": Text(
            en="You hear this at the start of the interview.", nl="U hoort dit aan het begin van het verhoor."
        ),
        "companion.of_choice": Text(
            en="Nobody was chosen yet. You can choose, or say that you want nobody.",
            nl="Er is nog niemand gekozen. U kunt kiezen, of zeggen dat u niemand wilt.",
        ),
    }
)
_AFTER: Final[Mapping[State, Text]] = MappingProxyType(
    {
        State.NOT_MET: Text(
            en="This was promised, and it was not kept. You can ask your lawyer about it.",
            nl="Dit was beloofd, en het is niet nagekomen. U kunt het uw advocaat vragen.",
        ),
        State.NOT_KNOWN: Text(en="We do not know whether this was kept.", nl="We weten niet of dit is nagekomen."),
        State.PROTECTS: Text(
            en="We did not know whether this had to be. We did it to be safe.",
            nl="We wisten niet of dit moest. Voor de zekerheid deden we het.",
        ),
        State.MET: Text(en="This was kept.", nl="Dit is nagekomen."),
    }
)
_EXPLAINED: Final = Text(en="Explained: {reason} Agreed by {who}.", nl="Uitgelegd: {reason} Akkoord: {who}.")
_COMPANION_REFUSED: Final = Text(
    en="The person you chose cannot sit with you. The reason: {reason}",
    nl="De persoon die u koos, kan er niet bij zitten. De reden: {reason}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """The promises of one interview."""

    #: In the form that the safeguard line draws; worst first, without what is not due.
    lines: tuple[Mapping[str, Any], ...]
    #: Whether they are looked at as a plan, as what was kept, or not checked yet.
    checked: bool


def promises_of(view: View) -> Promises:
    """What was promised for an interview, and how it stands.

    A plan is asked of the rulebook now; of a closed interview the receipt of its closing tells. Between the two nothing
    is checked yet, and nothing is claimed.
    """
    state = view.row.state
    if state == InterviewState.PLANNED:
        return Promises(lines=_lines(view.assessment.as_json()["findings"], _BEFORE, view), checked=True)
    if state == InterviewState.CLOSED:
        kept = [receipt for moment, _, receipt in view.receipts if moment in {Moment.CLOSED, Moment.AGAIN}]
        if kept:
            return Promises(lines=_lines(json.loads(kept[-1])["findings"], _AFTER, view), checked=True)
    return Promises(lines=(), checked=False)


def _lines(
    findings: Sequence[Mapping[str, Any]], said: Mapping[State, Text], view: View
) -> tuple[Mapping[str, Any], ...]:
    """The findings that concern the person, as lines."""
    theirs = [each for each in findings if each["rule"] in DUTIES and each["due"] != "no"]
    return tuple(_line(each, said, view) for each in in_order(theirs))


def _line(finding: Mapping[str, Any], said: Mapping[State, Text], view: View) -> Mapping[str, Any]:
    state = state_of(finding)
    words = _explained(finding["rule"], view) if state is State.EXPLAINED else None
    if finding["rule"] == "companion.of_choice" and view.row.companion_state == CompanionState.REFUSED:
        reason = view.words["companion_reason"]
        words = _COMPANION_REFUSED.fill(reason=reason) if reason else words
    if said is _BEFORE and state in {State.NOT_KNOWN, State.NOT_MET}:
        words = words or _STILL_TO_COME.get(finding["rule"])
    return {
        "rule": finding["rule"],
        "due": finding["due"],
        "met": finding["met"],
        "duty": DUTIES[finding["rule"]],
        "sentence": words or said.get(state, said[State.NOT_KNOWN]),
    }


def _explained(rule: str, view: View) -> Text | None:
    """The words on file for the person, and who agreed."""
    agreed = [reason for reason in view.reasons if reason.rule == rule and reason.agreed]
    return _said(agreed[-1]) if agreed else None


def _said(reason: Explained) -> Text:
    who = who_of((Role(reason.answered_as),)) if reason.answered_as else who_of(())
    return _EXPLAINED.fill(reason=_whole(reason.words), who=who)


def _whole(words: str) -> str:
    """A sentence that ends as one."""
    return words if words.endswith((".", "!", "?")) else f"{words}."
