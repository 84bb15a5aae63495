"""Interviews: first an informative one, as few as possible, and for minors the same people, a fit room and company."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from waarborg.engines.rules.conditions import Some, all_of, any_of, not_
from waarborg.engines.rules.safeguards import Doubt, Force, Safeguard, in_turn
from waarborg.kernel.texts import Text
from waarborg.law.facts import (
    ACCOMPANIED_OR_DECLINED,
    ACUTE,
    ADAPTED_ROOM,
    COMPANION_REFUSED,
    IS_FURTHER,
    IS_REPORT,
    IS_REPORT_OR_FURTHER,
    NEED_STATED,
    REFUSAL_REASONED,
    STUDIO,
    UNDER_12,
    UNDER_18,
    VICTIM,
    VICTIM_OR_WITNESS,
)
from waarborg.law.facts_of_earlier import EARLIER, SAME_TEAM, SHARED_TOPIC, WAS_INFORMATIVE, WAS_REPORT_OR_FURTHER
from waarborg.law.instruments import (
    DIRECTIVE_2011_36,
    PROCEDURE_2025,
    RECORDING_2010,
    RECORDING_2013,
    RECORDING_2018,
    RECORDING_2021,
    TRAFFICKING_2013,
    TRAFFICKING_2022,
)

INFORMATIVE_FIRST: Final = Safeguard(
    id="informative.before_report",
    duty=Text(
        en="Hold an informative interview before the report.", nl="Houd een informatief gesprek vóór de aangifte."
    ),
    when=all_of(IS_REPORT, not_(ACUTE)),
    met=Some(listed=EARLIER, where=WAS_INFORMATIVE),
    force=Force.MUST,
    if_unknown=Doubt.PROTECT,
    dated_by="on",
    versions=in_turn((TRAFFICKING_2013.at("informative interview"),), (TRAFFICKING_2022.at("informative interview"),)),
)

STUDIO_UNDER_12: Final = Safeguard(
    id="room.child_friendly_studio",
    duty=Text(
        en="Hold the interview in a child-friendly studio.", nl="Houd het verhoor in een kindvriendelijke studio."
    ),
    when=all_of(IS_REPORT_OR_FURTHER, VICTIM_OR_WITNESS, UNDER_12),
    met=STUDIO,
    force=Force.MUST,
    if_unknown=Doubt.PROTECT,
    dated_by="investigation_started",
    versions=in_turn(
        (RECORDING_2010.at("persons under 12"),),
        (RECORDING_2013.at("persons under 12"),),
        (RECORDING_2018.at("persons under 12"),),
        (RECORDING_2021.at("persons under 12"),),
    ),
)

_MINOR: Final = all_of(VICTIM_OR_WITNESS, UNDER_18)
_MINORS_IN_TURN: Final = in_turn((TRAFFICKING_2013.at("minors"),), (TRAFFICKING_2022.at("minors"),))

ADAPTED_FOR_MINORS: Final = Safeguard(
    id="room.adapted",
    duty=Text(
        en="Hold the interview in a room that is made fit for minors.",
        nl="Houd het verhoor in een ruimte die geschikt is gemaakt voor minderjarigen.",
    ),
    when=_MINOR,
    met=ADAPTED_ROOM,
    force=Force.WHERE_POSSIBLE,
    if_unknown=Doubt.PROTECT,
    dated_by="on",
    versions=_MINORS_IN_TURN,
)

SAME_INTERVIEWERS: Final = Safeguard(
    id="interviewers.same",
    duty=Text(
        en="Let the same people interview the minor each time.",
        nl="Laat de minderjarige elke keer door dezelfde mensen verhoren.",
    ),
    when=all_of(VICTIM_OR_WITNESS, UNDER_18, EARLIER),
    met=SAME_TEAM,
    force=Force.WHERE_POSSIBLE,
    if_unknown=Doubt.PROTECT,
    dated_by="on",
    versions=_MINORS_IN_TURN,
)

_CODE_51C: Final = replace(PROCEDURE_2025.at("art. 51c"), verified=False)

COMPANION_OF_CHOICE: Final = Safeguard(
    id="companion.of_choice",
    duty=Text(
        en="Let the minor bring a representative or an adult of their choice.",
        nl="Laat de minderjarige een vertegenwoordiger of een volwassene naar keuze meenemen.",
    ),
    when=_MINOR,
    met=any_of(ACCOMPANIED_OR_DECLINED, all_of(COMPANION_REFUSED, REFUSAL_REASONED)),
    force=Force.MUST,
    if_unknown=Doubt.PROTECT,
    dated_by="on",
    versions=in_turn(
        (TRAFFICKING_2013.at("minors"), DIRECTIVE_2011_36.at("art. 15(3)(f)")),
        # The code was read as in force in 2025, which does not show that it said so from 2022 on.
        (TRAFFICKING_2022.at("minors"), _CODE_51C, DIRECTIVE_2011_36.at("art. 15(3)(f)")),
    ),
)

_HEARD_BEFORE: Final = all_of(IS_FURTHER, VICTIM, Some(listed=EARLIER, where=WAS_REPORT_OR_FURTHER))
_FEW_IN_TURN: Final = in_turn(
    (TRAFFICKING_2013.at("interviews of victims"), DIRECTIVE_2011_36.at("art. 15(3)(e)")),
    (TRAFFICKING_2022.at("interviews of victims"), DIRECTIVE_2011_36.at("art. 15(3)(e)")),
)

FEW_INTERVIEWS: Final = Safeguard(
    id="interview.need_stated",
    duty=Text(
        en="State what must still be learned before another interview.",
        nl="Schrijf op wat nog moet worden geleerd vóór een nieuw verhoor.",
    ),
    when=_HEARD_BEFORE,
    met=NEED_STATED,
    force=Force.MUST,
    if_unknown=Doubt.PROTECT,
    dated_by="on",
    versions=_FEW_IN_TURN,
)

NO_REPEAT: Final = Safeguard(
    id="interview.no_repeat",
    duty=Text(
        en="Do not ask again about what was answered in an earlier interview.",
        nl="Vraag niet opnieuw naar wat in een eerder verhoor is beantwoord.",
    ),
    when=_HEARD_BEFORE,
    met=not_(Some(listed=EARLIER, where=all_of(WAS_REPORT_OR_FURTHER, SHARED_TOPIC))),
    force=Force.MUST,
    if_unknown=Doubt.PROTECT,
    dated_by="on",
    versions=_FEW_IN_TURN,
)
