"""The words of a victim's own road: its steps, whose consent time to think needs, and how it ends early."""

from __future__ import annotations

from enum import StrEnum


class StepKind(StrEnum):
    """What happened on a victim's road; its value is also the news of it, after ``victim.``."""

    #: A service spoke with the person for the first time.
    FOUND = "found"
    #: The informative interview was held.
    INFORMED = "informed"
    REFLECTION_OFFERED = "reflection_offered"
    REFLECTION_ACCEPTED = "reflection_accepted"
    #: Time to think ended early, without a report or a no.
    REFLECTION_ENDED = "reflection_ended"
    REPORTED = "reported"
    DECLINED = "declined"
    #: Came back on an earlier no.
    RECONSIDERED = "reconsidered"


class Consent(StrEnum):
    """Who must both agree before time to think can begin in detention."""

    PROSECUTION = "prosecution"
    POLICE = "police"


class ReflectionEnd(StrEnum):
    """The four ways in which time to think ends early; ``law.REFLECTION`` says them in words."""

    #: Left to an unknown place.
    GONE = "gone"
    DECLINED = "declined"
    #: Signed the report, or works along in another way.
    COOPERATES = "cooperates"
    #: Asked for another permit.
    OTHER_PERMIT = "other_permit"
