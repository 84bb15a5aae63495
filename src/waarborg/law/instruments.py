"""The texts that the law files cite, each in one version, with the days it was in force and whether we read it.

A text that was read in an older state than today's is named with that state and counts as not verified for today.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from waarborg.engines.rules.sources import Instrument

# The trafficking instruction (Aanwijzing mensenhandel): the version in force on the day itself applies.
TRAFFICKING_2013: Final = Instrument(
    name="Aanwijzing mensenhandel (2013A012, BWBR0033564)",
    first=date(2013, 7, 1),
    last=date(2022, 3, 31),
    verified=True,
)
TRAFFICKING_2022: Final = Instrument(
    name="Aanwijzing mensenhandel (2022A002, BWBR0046368, Stcrt. 2022, 5901)", first=date(2022, 4, 1), verified=True
)

# The recording instruction (Aanwijzing auditief en audiovisueel registreren van verhoren): the version in force when
# the investigation started applies.
RECORDING_2010: Final = Instrument(
    name="Aanwijzing auditief en audiovisueel registreren van verhoren (2010A018, Stcrt. 2010, 11885)",
    first=date(2010, 9, 1),
    last=date(2012, 12, 31),
    verified=False,
)
RECORDING_2013: Final = Instrument(
    name="Aanwijzing auditief en audiovisueel registreren van verhoren (2010A018, BWBR0032552)",
    first=date(2013, 1, 1),
    last=date(2018, 10, 31),
    verified=True,
)
RECORDING_2018: Final = Instrument(
    name="Aanwijzing auditief en audiovisueel registreren van verhoren (2018A008, Stcrt. 2018, 60346)",
    first=date(2018, 11, 1),
    last=date(2021, 4, 30),
    verified=False,
)
RECORDING_2021: Final = Instrument(
    name="Instructie auditieve en audiovisuele registratie van verhoren (2021I101)",
    first=date(2021, 5, 1),
    verified=False,
)

# Statute.
PROCEDURE_2025: Final = Instrument(
    name="Wetboek van Strafvordering (BWBR0001903, as in force on 1 January 2025)",
    first=date(2025, 1, 1),
    verified=True,
)
PROCEDURE_2015: Final = Instrument(
    name="Wetboek van Strafvordering (BWBR0001903, text of 2015; today's text not read)", verified=False
)
CRIMINAL_CODE_2015: Final = Instrument(
    name="Wetboek van Strafrecht (BWBR0001854, text of 2015; today's text not read)", verified=False
)

# Information and rights of victims.
VICTIM_INFORMATION: Final = Instrument(
    name="Regeling on information to victims under art. 51ac Sv (BWBR0039404, as in force on 1 July 2025)",
    first=date(2025, 7, 1),
    verified=True,
)
RIGHTS_STATEMENT: Final = Instrument(
    name="Regeling on the statement of rights (BWBR0039405)", first=date(2017, 4, 1), verified=False
)
VICTIMS_2011: Final = Instrument(
    name="Instruction on victims of the Public Prosecution Service (BWBR0029135, text of 2011, since replaced)",
    last=date(2017, 4, 30),
    verified=False,
)
VICTIMS_2024: Final = Instrument(
    name="Aanwijzing slachtoffers in het strafproces (2024A001; text not read)", first=date(2024, 3, 1), verified=False
)

# Stay.
ALIENS_2015: Final = Instrument(
    name="Vreemdelingencirculaire 2000 (BWBR0012289, text of 2015; today's text not read)", verified=False
)

# European Union.
DIRECTIVE_2011_36: Final = Instrument(name="Directive 2011/36/EU (read through secondary sources only)", verified=False)

# Guides: they explain the law and are none.
GUIDE: Final = Instrument(name="Wegwijzer mensenhandel (government guide, about 2015 to 2020)", verified=True)
GUIDE_IN_PART: Final = Instrument(
    name="Wegwijzer mensenhandel (government guide, about 2015 to 2020; page read in part)", verified=False
)
GUIDE_RENEWED: Final = Instrument(name="Wegwijzer mensenhandel (renewed government guide)", verified=False)
FUND_GUIDE: Final = Instrument(name="Schadefonds Geweldsmisdrijven (its own guide to trafficking)", verified=False)
INDICATORS_ILO: Final = Instrument(
    name="ILO and European Commission, Operational indicators of trafficking in human beings (2009)", verified=False
)
BACKGROUND: Final = Instrument(name="Background knowledge without a source", verified=False)
