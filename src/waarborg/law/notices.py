"""What a victim must be told at each step, by whom, in which form and within which time (domain table 12.3).

A word of caution that every page repeats: who is told of a right is not asked to use it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from waarborg.kernel.texts import Text
from waarborg.law import telling
from waarborg.law.instruments import (
    ALIENS_2015,
    GUIDE_IN_PART,
    GUIDE_RENEWED,
    PROCEDURE_2015,
    RECORDING_2013,
    RIGHTS_STATEMENT,
    TRAFFICKING_2022,
    VICTIM_INFORMATION,
    VICTIMS_2011,
)
from waarborg.law.shapes import Notice
from waarborg.law.steps import Bearer, Form, Step
from waarborg.law.terms import TERMS

_ALL: Final = (
    Notice(
        id="first_contact",
        on=Step.FIRST_CONTACT,
        tell=telling.FIRST_CONTACT,
        by=Bearer.INVESTIGATION_SERVICE,
        form=Form.WRITTEN,
        term=TERMS["rights_statement"],
        sources=(RIGHTS_STATEMENT.at("whole"), ALIENS_2015.at("B8/3")),
    ),
    Notice(
        id="informative_interview",
        on=Step.INFORMATIVE_INTERVIEW,
        tell=telling.INFORMATIVE,
        by=Bearer.DETECTIVE,
        form=Form.ORAL,
        sources=(TRAFFICKING_2022.at("informative interview"), GUIDE_IN_PART.at("Informative interview")),
    ),
    Notice(
        id="reflection",
        on=Step.REFLECTION,
        tell=telling.REFLECTION,
        by=Bearer.POLICE,
        form=Form.ANY,
        sources=(ALIENS_2015.at("B8/3"),),
    ),
    Notice(
        id="report",
        on=Step.REPORT,
        tell=telling.REPORT,
        by=Bearer.DETECTIVE,
        form=Form.ANY,
        sources=(RECORDING_2013.at("announcing"), PROCEDURE_2015.at("art. 163")),
    ),
    Notice(
        id="declined",
        on=Step.DECLINED,
        tell=telling.DECLINED,
        by=Bearer.POLICE,
        form=Form.ANY,
        sources=(GUIDE_IN_PART.at("Informative interview"), ALIENS_2015.at("B8/3")),
    ),
    Notice(
        id="not_investigated",
        on=Step.NOT_INVESTIGATED,
        tell=telling.NOT_INVESTIGATED,
        by=Bearer.POLICE,
        form=Form.WRITTEN,
        term=TERMS["notice.police"],
        on_request=True,
        sources=(VICTIM_INFORMATION.at("item a"), VICTIMS_2011.at("no investigation")),
    ),
    Notice(
        id="investigation",
        on=Step.INVESTIGATION,
        tell=telling.INVESTIGATION,
        by=Bearer.POLICE,
        form=Form.ANY,
        on_request=True,
        sources=(GUIDE_IN_PART.at("Criminal investigation"), TRAFFICKING_2022.at("individual assessment")),
    ),
    Notice(
        id="abroad",
        on=Step.ABROAD,
        tell=telling.ABROAD,
        by=Bearer.PROSECUTION_SERVICE,
        form=Form.WRITTEN,
        term=TERMS["notice.transfer"],
        sources=(VICTIM_INFORMATION.at("transfer"), VICTIMS_2011.at("transfer")),
    ),
    Notice(
        id="dismissal",
        on=Step.DISMISSAL,
        tell=telling.DISMISSAL,
        by=Bearer.PROSECUTION_SERVICE,
        form=Form.WRITTEN,
        term=TERMS["notice.prosecution"],
        on_request=True,
        sources=(VICTIM_INFORMATION.at("items b to h"), VICTIMS_2011.at("dismissal")),
    ),
    Notice(
        id="prosecution",
        on=Step.PROSECUTION,
        tell=telling.PROSECUTION,
        by=Bearer.PROSECUTION_SERVICE,
        form=Form.WRITTEN,
        term=TERMS["notice.prosecution"],
        on_request=True,
        always=telling.SPEAKING_RIGHT,
        sources=(
            VICTIM_INFORMATION.at("items b to h"),
            GUIDE_RENEWED.at("prosecution"),
            VICTIMS_2011.at("right to speak"),
        ),
    ),
    Notice(
        id="hearing_moved",
        on=Step.HEARING_MOVED,
        tell=telling.HEARING_MOVED,
        by=Bearer.PROSECUTION_SERVICE,
        form=Form.WRITTEN,
        on_request=True,
        sources=(VICTIM_INFORMATION.at("adjourned hearing"),),
    ),
    Notice(
        id="conviction",
        on=Step.CONVICTION,
        tell=telling.CONVICTION,
        by=Bearer.PROSECUTION_SERVICE,
        form=Form.WRITTEN,
        term=TERMS["notice.prosecution"],
        on_request=True,
        sources=(VICTIM_INFORMATION.at("items b to h"),),
    ),
    Notice(
        id="acquittal",
        on=Step.ACQUITTAL,
        tell=telling.ACQUITTAL,
        by=Bearer.PROSECUTION_SERVICE,
        form=Form.WRITTEN,
        term=TERMS["notice.prosecution"],
        on_request=True,
        sources=(VICTIM_INFORMATION.at("items b to h"), GUIDE_IN_PART.at("Dismissal and acquittal")),
    ),
    Notice(
        id="appeal",
        on=Step.APPEAL,
        tell=telling.APPEAL,
        by=Bearer.PROSECUTION_SERVICE,
        form=Form.WRITTEN,
        term=TERMS["notice.prosecution"],
        on_request=True,
        sources=(VICTIM_INFORMATION.at("items b to h"), VICTIMS_2011.at("appeal"), ALIENS_2015.at("B8/3")),
    ),
    Notice(
        id="final",
        on=Step.FINAL,
        tell=telling.FINAL,
        by=Bearer.PROSECUTION_SERVICE,
        form=Form.WRITTEN,
        term=TERMS["notice.prosecution"],
        on_request=True,
        sources=(VICTIM_INFORMATION.at("final judgement"), RECORDING_2013.at("retention and destruction")),
    ),
    Notice(
        id="leave",
        on=Step.LEAVE,
        tell=telling.LEAVE,
        by=Bearer.PROSECUTION_SERVICE,
        form=Form.WRITTEN,
        on_request=True,
        may_be_suppressed=True,
        sources=(VICTIM_INFORMATION.at("first leave"),),
    ),
    Notice(
        id="release",
        on=Step.RELEASE,
        tell=telling.RELEASE,
        by=Bearer.PROSECUTION_SERVICE,
        form=Form.ORAL_AND_WRITTEN,
        term=TERMS["notice.release"],
        on_request=True,
        may_be_suppressed=True,
        sources=(VICTIM_INFORMATION.at("release"),),
    ),
    Notice(
        id="escape",
        on=Step.ESCAPE,
        tell=telling.ESCAPE,
        by=Bearer.PROSECUTION_SERVICE,
        form=Form.ORAL,
        term=TERMS["notice.escape"],
        on_request=True,
        may_be_suppressed=True,
        sources=(VICTIM_INFORMATION.at("escape"),),
    ),
    Notice(
        id="reopened",
        on=Step.REOPENED,
        tell=telling.REOPENED,
        by=Bearer.PROSECUTION_SERVICE,
        form=Form.WRITTEN,
        term=TERMS["notice.prosecution"],
        on_request=True,
        sources=(VICTIM_INFORMATION.at("items b to h"),),
    ),
)

#: Every notice, by its id; there is one for each step that must be told.
NOTICES: Final[Mapping[str, Notice]] = MappingProxyType({notice.id: notice for notice in _ALL})

#: Why a notice may be held back, and what must then be on file (art. 51ac(6) Sv).
SUPPRESSION: Final = Text(
    en="Only a recorded decision that the suspect is at demonstrable risk holds this notice back.",
    nl="Alleen een vastgelegde beslissing dat de verdachte aantoonbaar gevaar loopt, houdt deze melding tegen.",
)
