"""The words in which the law files name steps of the road, those who bear a duty, and forms of telling."""

from __future__ import annotations

from enum import StrEnum


class Step(StrEnum):
    """A step on the road, as notices, rights and schemes name it."""

    #: Somebody told something; perhaps nobody was found yet.
    SIGNAL = "signal"
    #: A service speaks with the person for the first time.
    FIRST_CONTACT = "first_contact"
    #: The talk before any report (*informatief gesprek*).
    INFORMATIVE_INTERVIEW = "informative_interview"
    #: Time to think (*bedenktijd*).
    REFLECTION = "reflection"
    #: The official report (*aangifte*).
    REPORT = "report"
    #: The person said no to a report.
    DECLINED = "declined"
    #: The service does not investigate, or stops.
    NOT_INVESTIGATED = "not_investigated"
    #: The investigation runs.
    INVESTIGATION = "investigation"
    #: Handed to another state or office, or back.
    ABROAD = "abroad"
    #: The prosecutor goes on against a suspect (*vervolging*).
    PROSECUTION = "prosecution"
    #: The prosecutor stops against a suspect (*sepot*).
    DISMISSAL = "dismissal"
    #: The case is before the court.
    HEARING = "hearing"
    #: The hearing goes to another day or place.
    HEARING_MOVED = "hearing_moved"
    CONVICTION = "conviction"
    ACQUITTAL = "acquittal"
    #: Somebody goes to a higher court.
    APPEAL = "appeal"
    #: No appeal is left (*onherroepelijk*).
    FINAL = "final"
    #: A convicted person leaves prison for the first time.
    LEAVE = "leave"
    RELEASE = "release"
    #: A suspect or convicted person escaped or did not come back.
    ESCAPE = "escape"
    #: Taken up again: the court ordered it, or new proof came.
    REOPENED = "reopened"


class Bearer(StrEnum):
    """Whose duty, claim or decision something is."""

    POLICE = "police"
    #: The certified detective who speaks with the person.
    DETECTIVE = "detective"
    #: Any investigation service: police, border police, Labour Authority.
    INVESTIGATION_SERVICE = "investigation_service"
    PROSECUTION_SERVICE = "prosecution_service"
    #: May give leave about the file (*rechter-commissaris*).
    INVESTIGATING_JUDGE = "investigating_judge"
    COURT = "court"
    #: Immigration and Naturalisation Service (*IND*).
    IMMIGRATION_SERVICE = "immigration_service"
    #: Central Judicial Collection Agency (*CJIB*).
    COLLECTION_AGENCY = "collection_agency"
    #: Violent Offences Compensation Fund (*Schadefonds Geweldsmisdrijven*).
    COMPENSATION_FUND = "compensation_fund"
    CARE_COORDINATOR = "care_coordinator"
    VICTIM = "victim"


class Form(StrEnum):
    """How somebody must be told."""

    WRITTEN = "written"
    #: By voice.
    ORAL = "oral"
    ORAL_AND_WRITTEN = "oral_and_written"
    #: The law names no form.
    ANY = "any"
