"""The recording of interviews (*auditieve en audiovisuele registratie*): what must be recorded, and what never less.

The version in force when the investigation started applies to the rules of the recording instruction; the wish to
record minors in image stands in the trafficking instruction and follows the day itself.
"""

from __future__ import annotations

from typing import Final

from waarborg.engines.rules.conditions import Some, all_of, any_of, not_
from waarborg.engines.rules.safeguards import Doubt, Force, Safeguard, in_turn
from waarborg.kernel.texts import Text
from waarborg.law.facts import (
    BEHAVIOURAL_EXPERT,
    COGNITIVE_DISORDER,
    INTELLECTUAL_DISABILITY,
    IS_INFORMATIVE,
    IS_REPORT_OR_FURTHER,
    UNDER_16,
    UNDER_18,
    VICTIM_OR_WITNESS,
)
from waarborg.law.facts_of_earlier import EARLIER, HAD_SOUND, HAD_VIDEO, WAS_REPORT_OR_FURTHER
from waarborg.law.facts_of_recording import ANNOUNCED, SOUND, VIDEO
from waarborg.law.instruments import (
    RECORDING_2010,
    RECORDING_2013,
    RECORDING_2018,
    RECORDING_2021,
    TRAFFICKING_2013,
    TRAFFICKING_2022,
)

AUDIO_ALWAYS: Final = Safeguard(
    id="recording.audio",
    duty=Text(en="Record the sound of the whole interview.", nl="Neem het geluid van het hele verhoor op."),
    when=IS_REPORT_OR_FURTHER,
    met=SOUND,
    force=Force.MUST,
    if_unknown=Doubt.PROTECT,
    dated_by="investigation_started",
    versions=in_turn(
        (RECORDING_2010.at("sound recording"),),
        (RECORDING_2013.at("sound recording"),),
        (RECORDING_2018.at("sound recording"),),
        (RECORDING_2021.at("sound recording"),),
    ),
)

VIDEO_OF_THE_VULNERABLE: Final = Safeguard(
    id="recording.video",
    duty=Text(en="Record sound and image of the whole interview.", nl="Neem geluid en beeld van het hele verhoor op."),
    when=all_of(
        IS_REPORT_OR_FURTHER, any_of(UNDER_16, INTELLECTUAL_DISABILITY, COGNITIVE_DISORDER, BEHAVIOURAL_EXPERT)
    ),
    met=VIDEO,
    force=Force.MUST,
    if_unknown=Doubt.PROTECT,
    dated_by="investigation_started",
    versions=in_turn(
        (RECORDING_2010.at("image recording of vulnerable persons"),),
        (RECORDING_2013.at("image recording of vulnerable persons"),),
        (RECORDING_2018.at("image recording of vulnerable persons"),),
        (RECORDING_2021.at("image recording of vulnerable persons"),),
    ),
)

VIDEO_OF_MINORS: Final = Safeguard(
    id="recording.video_minor",
    duty=Text(
        en="Record the image of the interview with a minor, so that it can be proof.",
        nl="Neem het beeld op van het verhoor van een minderjarige, zodat het bewijs kan zijn.",
    ),
    when=all_of(IS_REPORT_OR_FURTHER, VICTIM_OR_WITNESS, UNDER_18),
    met=VIDEO,
    force=Force.WHERE_POSSIBLE,
    if_unknown=Doubt.PROTECT,
    dated_by="on",
    versions=in_turn(
        (TRAFFICKING_2013.at("minor victims and witnesses"),), (TRAFFICKING_2022.at("minor victims and witnesses"),)
    ),
)

#: An earlier report or further interview that had this medium means that this one has it too.
_SOUND_KEPT: Final = any_of(not_(Some(listed=EARLIER, where=all_of(WAS_REPORT_OR_FURTHER, HAD_SOUND))), SOUND)
_VIDEO_KEPT: Final = any_of(not_(Some(listed=EARLIER, where=all_of(WAS_REPORT_OR_FURTHER, HAD_VIDEO))), VIDEO)

NEVER_LESS: Final = Safeguard(
    id="recording.no_downgrade",
    duty=Text(
        en="Record in every form in which this person was recorded before.",
        nl="Neem op in elke vorm waarin deze persoon eerder is opgenomen.",
    ),
    when=all_of(
        IS_REPORT_OR_FURTHER, Some(listed=EARLIER, where=all_of(WAS_REPORT_OR_FURTHER, any_of(HAD_SOUND, HAD_VIDEO)))
    ),
    met=all_of(_SOUND_KEPT, _VIDEO_KEPT),
    force=Force.MUST,
    if_unknown=Doubt.PROTECT,
    dated_by="investigation_started",
    versions=in_turn(
        (RECORDING_2013.at("form of later interviews"),),
        (RECORDING_2018.at("form of later interviews"),),
        (RECORDING_2021.at("form of later interviews"),),
    ),
)

RECORDING_ANNOUNCED: Final = Safeguard(
    id="recording.announced",
    duty=Text(
        en="Tell the person at the start that it is recorded, and who watches.",
        nl="Zeg de persoon aan het begin dat er wordt opgenomen, en wie meekijkt.",
    ),
    when=IS_REPORT_OR_FURTHER,
    met=ANNOUNCED,
    force=Force.MUST,
    if_unknown=Doubt.PROTECT,
    dated_by="investigation_started",
    versions=in_turn(
        (RECORDING_2010.at("telling the person"),),
        (RECORDING_2013.at("telling the person"),),
        (RECORDING_2018.at("telling the person"),),
        (RECORDING_2021.at("telling the person"),),
    ),
)

#: Not one of the verdict's rules: whether sound is recorded here is settled with the prosecutor, so it is a question.
AUDIO_OF_INFORMATIVE: Final = Safeguard(
    id="recording.informative_audio",
    duty=Text(
        en="Ask the prosecutor about recording the sound of the informative interview.",
        nl="Overleg met de officier over het opnemen van het geluid van het informatieve gesprek.",
    ),
    when=IS_INFORMATIVE,
    met=SOUND,
    force=Force.MUST,
    if_unknown=Doubt.ASK,
    dated_by="on",
    in_verdict=False,
    versions=in_turn((TRAFFICKING_2013.at("informative interview"),), (TRAFFICKING_2022.at("informative interview"),)),
)
