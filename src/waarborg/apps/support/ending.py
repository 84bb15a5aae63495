"""Ends support: by the person, or because what was needed is there; never because a case closed.

Invariant: no state of a case, charge, suspect or judgement is read here, so none can end support.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from waarborg.apps.cases.access import CASE_ROLES, PORTAL_ROLES, person_in_reach
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.support.models import EndedBy, Support, SupportState, SupportStep, SupportStepKind, WhyEnd
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import PersonId
from waarborg.kernel.texts import Text

#: Who may end support, by what ends it: the person alone decides, a coordinator writes down the person's own words.
MAY_END: Final = {
    EndedBy.PERSON: frozenset({Role.VICTIM, Role.REPRESENTATIVE, Role.CARE_COORDINATOR}),
    EndedBy.GOALS: frozenset({Role.CARE_COORDINATOR}),
}


@act("support.end")
def end_support(*, actor: Actor, on: datetime, person: PersonId, because: WhyEnd, words: str) -> Support | Refusal:
    """End a victim's support, where that may be.

    Args:
        actor: the person, who represents them, or the care coordinator.
        on: when (aware).
        person: whose support.
        because: what ends it; ``CASE_ENDED`` is always refused, and the attempt is entered.
        words: the person's own words, or which goals were reached and how the person sees it.
    """
    who = person_in_reach(actor=actor, person=person, roles=CASE_ROLES | PORTAL_ROLES)
    if isinstance(who, Refusal):
        return who
    support = Support.objects.select_for_update().get(person=who)
    if because not in EndedBy.values:
        return _refused(support, "support.end.case_ended", _ONLY, _REVIEW, what=_WHAT_CASE)
    by = EndedBy(because)
    if refused := _why_not(actor, support, by, words):
        return refused
    support.state, support.ended_by = SupportState.ENDED, by
    support.save(update_fields=["state", "ended_by"])
    opening = enter(support.pk, who.pk, who.case, scope=who.case, detail={"by": by.value, "reason": words.strip()})
    step = SupportStep.objects.create(support=support, at=on, by=actor.id, kind=SupportStepKind.ENDED)
    opening.seal(step, "note", words.strip())
    step.save(update_fields=["note"])
    return support


def _why_not(actor: Actor, support: Support, by: EndedBy, words: str) -> Refusal | None:
    """Why support does not end now, or None."""
    person = PersonId(support.person_id)
    if isinstance(person_in_reach(actor=actor, person=person, roles=MAY_END[by]), Refusal):
        return _refused(support, "support.end.role", _ONLY, _REVIEW)
    if not words.strip():
        return _refused(support, "support.end.words", _NO_WORDS, _GIVE_WORDS)
    if support.state == SupportState.ENDED:
        return _refused(support, "support.end.already", _ENDED, _AGAIN)
    if support.state == SupportState.REVIEW and by is EndedBy.GOALS:
        return _refused(support, "support.end.review_runs", _REVIEW_RUNS, _FINISH)
    return None


def _refused(support: Support, code: str, why: Text, instead: Text, *, what: Text | None = None) -> Refusal:
    """A refusal that is always on record: somebody tried to end a person's support."""
    subjects = (str(support.pk), str(support.person_id), support.scope)
    return Refusal(code=code, what=what or _WHAT, why=why, instead=instead, ask=_ASK, on_record=True, subjects=subjects)


_WHAT_CASE: Final = Text(
    en="You cannot close support because the case ended.", nl="U kunt de steun niet sluiten omdat de zaak klaar is."
)
_WHAT: Final = Text(en="You cannot close this support.", nl="U kunt deze steun niet sluiten.")
_ONLY: Final = Text(
    en="Only the person, or the end of the need, ends support.",
    nl="Alleen de persoon zelf, of het einde van de behoefte, beëindigt de steun.",
)
_REVIEW: Final = Text(en="You can plan a review.", nl="U kunt wel een gesprek plannen.")
_ASK: Final = Text(en="Ask the care coordinator.", nl="Vraag het de zorgcoördinator.")
_NO_WORDS: Final = Text(
    en="The person's own words, or the goals that were reached, are missing.",
    nl="De eigen woorden van de persoon, of de bereikte doelen, ontbreken.",
)
_GIVE_WORDS: Final = Text(
    en="Write down what the person said, or which goals were reached.",
    nl="Noteer wat de persoon zei, of welke doelen zijn bereikt.",
)
_ENDED: Final = Text(en="This support has ended already.", nl="Deze steun is al beëindigd.")
_AGAIN: Final = Text(
    en="If the person asks for something, support opens again.",
    nl="Als de persoon iets vraagt, gaat de steun weer open.",
)
_REVIEW_RUNS: Final = Text(en="A review is still running.", nl="Er loopt nog een gesprek over de steun.")
_FINISH: Final = Text(en="You can finish the review first.", nl="U kunt eerst dat gesprek afronden.")
