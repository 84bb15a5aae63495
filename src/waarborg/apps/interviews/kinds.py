"""The kinds, states and causes that an interview and what belongs to it can have; values only."""

from __future__ import annotations

from enum import StrEnum


class InterviewKind(StrEnum):
    """What an interview is for."""

    #: Before any report, to inform (*informatief gesprek*).
    INFORMATIVE = "informative"
    #: Takes the report (*aangifte*).
    REPORT = "report"
    FURTHER = "further"


class InterviewState(StrEnum):
    """Where an interview is."""

    PLANNED = "planned"
    #: Going on, or held and not closed.
    HELD = "held"
    #: Held, and everything due is there or explained.
    CLOSED = "closed"
    CANCELLED = "cancelled"


class RoomKind(StrEnum):
    """What a room is fit for."""

    STANDARD = "standard"
    ADAPTED = "adapted"
    #: Child-friendly studio (*kindvriendelijke studio*).
    STUDIO = "studio"
    #: On the spot, with a mobile recorder.
    MOBILE = "mobile"


class CompanionState(StrEnum):
    """What became of the companion of choice."""

    PRESENT = "present"
    DECLINED = "declined"
    REFUSED = "refused"
    NOT_OFFERED = "not_offered"


class Part(StrEnum):
    """What somebody of the team does; only who asks is an interviewer to the rulebook."""

    ASKS = "asks"
    #: In the control room.
    DIRECTS = "directs"
    WATCHES = "watches"


class Stayed(StrEnum):
    """Who stayed in the room during a break."""

    PERSON = "person"
    INTERVIEWER = "interviewer"
    BOTH = "both"
    NOBODY = "nobody"


class Cause(StrEnum):
    """Why a safeguard was not met: one list everywhere, so that it can be counted."""

    EQUIPMENT = "equipment"
    ILLNESS = "illness"
    LEAVE = "leave"
    INTERPRETER = "interpreter"
    ROOM = "room"
    PERSONS_WISH = "persons_wish"
    HEALTH = "health"
    DANGER = "danger"
    LEGAL = "legal"
    OTHER = "other"


class Moment(StrEnum):
    """At what moment the rulebook was asked."""

    PLANNED = "planned"
    HELD = "held"
    CLOSED = "closed"
    #: After a later finding about the person's age changed the answer of a closed interview.
    AGAIN = "again"
