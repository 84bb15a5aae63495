"""Looks for the signs of trafficking, one indicator at a time, for each service that works on the case."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from waarborg.apps.cases.access import not_admitted
from waarborg.apps.cases.models import Case
from waarborg.apps.custody.entering import act, enter
from waarborg.apps.signals.models import IndicatorLook, IndicatorState
from waarborg.kernel.actors import Actor, Role
from waarborg.kernel.errors import Refusal
from waarborg.kernel.ids import CaseId
from waarborg.kernel.texts import Text
from waarborg.law.indicators import INDICATORS

#: Who looks.
MAY_LOOK: Final = frozenset({Role.DETECTIVE, Role.TEAM_LEADER})
#: Every indicator that can be looked at, by its id.
KNOWN: Final = {indicator.id: indicator for group in INDICATORS for indicator in group.indicators}


@act("indicator.look")
def look_at(
    *, actor: Actor, on: datetime, case: CaseId, indicator: str, state: IndicatorState, note: str = ""
) -> IndicatorLook | Refusal:
    """Write down that the actor's service looked at an indicator, and what it found; earlier looks are kept.

    Args:
        actor: a detective or team leader of the case.
        on: when (aware).
        case: the case.
        indicator: id in ``law.indicators``.
        state: observed, or looked for and not found.
        note: where and how, in words; required where it was observed.
    """
    if refused := not_admitted(actor=actor, case=case, roles=MAY_LOOK):
        return refused
    if indicator not in KNOWN:
        return Refusal(code="indicator.look.unknown", what=_NOT_KEPT, why=_NO_SUCH, instead=_CHOOSE, ask=_ASK)
    if actor.service is None:
        return Refusal(code="indicator.look.service", what=_NOT_KEPT, why=_NO_SERVICE, instead=_AS_SERVICE, ask=_ASK)
    if state == IndicatorState.OBSERVED and not note.strip():
        return Refusal(code="indicator.look.words", what=_NOT_KEPT, why=_NO_WORDS, instead=_SAY_WHERE, ask=_ASK)
    look = IndicatorLook(
        case=Case.objects.get(pk=case), indicator=indicator, state=state, at=on, by=actor.id, service=actor.service
    )
    opening = enter(look.pk, case)
    opening.seal(look, "note", note.strip())
    look.save(force_insert=True)
    return look


_NOT_KEPT: Final = Text(en="This look was not written down.", nl="Dit is niet genoteerd.")
_NO_SUCH: Final = Text(en="The list has no such sign.", nl="Dit signaal staat niet op de lijst.")
_CHOOSE: Final = Text(
    en="You can choose a sign from the list, or write a new one as proof.",
    nl="U kunt een signaal van de lijst kiezen, of iets nieuws noteren als bewijs.",
)
_NO_SERVICE: Final = Text(en="Your account belongs to no service.", nl="Uw account hoort bij geen dienst.")
_AS_SERVICE: Final = Text(en="Somebody of a service can write it down.", nl="Iemand van een dienst kan het noteren.")
_ASK: Final = Text(en="Ask the team leader of the case.", nl="Vraag het de teamleider van de zaak.")
_NO_WORDS: Final = Text(en="Where it was seen is missing.", nl="Waar het is gezien, ontbreekt.")
_SAY_WHERE: Final = Text(
    en="Say in a few words where, when and how it was seen.",
    nl="Zeg in een paar woorden waar, wanneer en hoe het is gezien.",
)
