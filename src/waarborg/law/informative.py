"""The informative interview (*informatief gesprek*): the seven things it must speak about, and what is said first."""

from __future__ import annotations

from typing import Final

from waarborg.kernel.texts import Text
from waarborg.law.instruments import GUIDE_IN_PART, TRAFFICKING_2022
from waarborg.law.shapes import Topic

INFORMATIVE_TOPICS: Final = (
    Topic(
        id="consequences",
        what=Text(en="What a report brings with it.", nl="Wat een aangifte met zich meebrengt."),
    ),
    Topic(id="procedure", what=Text(en="How the process goes.", nl="Hoe het proces gaat.")),
    Topic(
        id="expectations",
        what=Text(
            en="What to expect of the police and the courts.", nl="Wat u van politie en justitie kunt verwachten."
        ),
    ),
    Topic(
        id="effect_on_suspect",
        what=Text(en="What it means for the suspect.", nl="Wat het betekent voor de verdachte."),
    ),
    Topic(
        id="residence",
        what=Text(en="The rules about staying in the country.", nl="De regels over verblijf in Nederland."),
    ),
    Topic(
        id="reflection",
        what=Text(en="Time to think: three months.", nl="Bedenktijd: drie maanden."),
    ),
    Topic(id="support", what=Text(en="Support and shelter.", nl="Steun en opvang.")),
)

#: Said before anything else: leads must be written up, and the prosecutor may go on without a report.
ANNOUNCED_FIRST: Final = Text(
    en="What can be traced is written up in a report of findings. The prosecutor may go on without your report.",
    nl="Wat wij kunnen natrekken, komt in een proces-verbaal. De officier mag doorgaan zonder uw aangifte.",
)

#: Where the written record stays unless the prosecutor decides otherwise.
RECORD_STAYS_OUTSIDE: Final = Text(
    en="The record stays outside the case file, unless the prosecutor decides otherwise.",
    nl="Het verslag blijft buiten het dossier, tenzij de officier anders beslist.",
)

INFORMATIVE_SOURCES: Final = (
    TRAFFICKING_2022.at("informative interview"),
    GUIDE_IN_PART.at("Informative interview"),
)
