"""The rulebooks by which interviews are assessed, today's and those of before, and the words in which they speak."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from waarborg.engines.rules.canonical import rulebook_hash
from waarborg.engines.rules.safeguards import Force, Rulebook, State, Wording
from waarborg.kernel.texts import Text
from waarborg.law import interviewing, recording

WORDING: Final = Wording(
    force=MappingProxyType(
        {
            Force.MUST: Text(en="This is a must.", nl="Dit moet."),
            Force.WHERE_POSSIBLE: Text(en="Do this where possible.", nl="Doe dit waar mogelijk."),
        }
    ),
    state=MappingProxyType(
        {
            State.NOT_DUE: Text(en="Not due here.", nl="Hier niet aan de orde."),
            State.MET: Text(en="Met.", nl="Nageleefd."),
            State.NOT_MET: Text(en="Not met.", nl="Niet nageleefd."),
            State.NOT_SAID: Text(
                en="Not known yet: the plan does not say.", nl="Nog onbekend: het plan zegt het niet."
            ),
            State.EXPLAINED: Text(
                en="Explained: not met, with a reason on file.", nl="Uitgelegd: niet nageleefd, met een reden."
            ),
            State.BY_LEAVE: Text(
                en="Explained, by leave of the prosecutor.", nl="Uitgelegd, met toestemming van de officier."
            ),
            State.PROTECTS: Text(
                en="Protects until known: we do not know yet whether it is due.",
                nl="Beschermt tot we het weten: we weten nog niet of het moet.",
            ),
            State.UNTIL_KNOWN: Text(
                en="Not known yet, and not met. Until we know, do it.",
                nl="Nog onbekend, en niet nageleefd. Tot we het weten: doe het.",
            ),
            State.NOT_KNOWN: Text(
                en="Not known yet. Until we know, do it.", nl="Nog onbekend. Tot we het weten: doe het."
            ),
            State.ASK: Text(
                en="Not known yet. First ask whether it is due.", nl="Nog onbekend. Vraag eerst of het aan de orde is."
            ),
        }
    ),
    because=Text(en="Because {facts}.", nl="Want {facts}."),
    joint=Text(en=", ", nl=", "),
    last_joint=Text(en=" and ", nl=" en "),
    unchecked=Text(
        en="We have not checked the text of this rule yet.", nl="De tekst van deze regel is nog niet nagekeken."
    ),
    partly_checked=Text(
        en="We have not checked every source of this rule yet.", nl="Nog niet elke bron van deze regel is nagekeken."
    ),
)

#: The rulebook of today, in book order.
CURRENT: Final = Rulebook(
    safeguards=(
        interviewing.INFORMATIVE_FIRST,
        recording.AUDIO_ALWAYS,
        recording.VIDEO_OF_THE_VULNERABLE,
        recording.VIDEO_OF_MINORS,
        recording.NEVER_LESS,
        recording.RECORDING_ANNOUNCED,
        interviewing.STUDIO_UNDER_12,
        interviewing.ADAPTED_FOR_MINORS,
        interviewing.SAME_INTERVIEWERS,
        interviewing.COMPANION_OF_CHOICE,
        interviewing.FEW_INTERVIEWS,
        interviewing.NO_REPEAT,
        recording.AUDIO_OF_INFORMATIVE,
    ),
    wording=WORDING,
    approvers=MappingProxyType(
        {
            # Leave to deviate from a must is the prosecutor's alone.
            Force.MUST: frozenset({"prosecutor"}),
            Force.WHERE_POSSIBLE: frozenset({"team_leader", "prosecutor"}),
        }
    ),
)

#: Every rulebook that findings were ever made by, by its hash; one is added when the law or a word of it changes.
RULEBOOKS: Final[Mapping[str, Rulebook]] = MappingProxyType({rulebook_hash(book): book for book in (CURRENT,)})
