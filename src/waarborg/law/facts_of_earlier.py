"""The facts about earlier interviews that the rules ask for, each with the words in which it is a reason."""

from __future__ import annotations

from typing import Final

from waarborg.engines.rules.conditions import Fact, Listed, Overlap, SameAsLatest
from waarborg.law.facts import said

EARLIER: Final = Listed(
    path="earlier",
    said=said(
        ("there was an earlier interview", "er was een eerder verhoor"),
        ("there was no earlier interview", "er was geen eerder verhoor"),
        ("we do not know whether there was an earlier interview", "we weten niet of er een eerder verhoor was"),
    ),
)
_EARLIER_KIND_UNKNOWN: Final = (
    "we do not know what kind an earlier interview was",
    "we weten niet wat voor gesprek een eerder gesprek was",
)
#: Facts of one earlier interview.
WAS_INFORMATIVE: Final = Fact(
    path="kind",
    among=("informative",),
    said=said(
        ("an earlier interview was informative", "een eerder gesprek was informatief"),
        ("an earlier interview was not informative", "een eerder gesprek was niet informatief"),
        _EARLIER_KIND_UNKNOWN,
    ),
)
WAS_REPORT_OR_FURTHER: Final = Fact(
    path="kind",
    among=("report", "further"),
    said=said(
        (
            "an earlier interview was a report or a further interview",
            "een eerder verhoor was een aangifte of een vervolgverhoor",
        ),
        ("an earlier interview was informative", "een eerder gesprek was informatief"),
        _EARLIER_KIND_UNKNOWN,
    ),
)
HAD_SOUND: Final = Fact(
    path="sound",
    among=(True,),
    said=said(
        ("an earlier interview was recorded in sound", "van een eerder verhoor is het geluid opgenomen"),
        ("an earlier interview was not recorded in sound", "van een eerder verhoor is het geluid niet opgenomen"),
        (
            "we do not know whether an earlier interview was recorded in sound",
            "we weten niet of van een eerder verhoor het geluid is opgenomen",
        ),
    ),
)
HAD_VIDEO: Final = Fact(
    path="video",
    among=(True,),
    said=said(
        ("an earlier interview was recorded in image", "van een eerder verhoor is het beeld opgenomen"),
        ("an earlier interview was not recorded in image", "van een eerder verhoor is het beeld niet opgenomen"),
        (
            "we do not know whether an earlier interview was recorded in image",
            "we weten niet of van een eerder verhoor het beeld is opgenomen",
        ),
    ),
)
SHARED_TOPIC: Final = Overlap(
    path="interview.topics",
    inner="topics",
    said=said(
        ("a topic comes again", "een onderwerp komt terug"),
        ("no topic comes again", "geen onderwerp komt terug"),
        ("we do not know whether a topic comes again", "we weten niet of een onderwerp terugkomt"),
    ),
)
SAME_TEAM: Final = SameAsLatest(
    path="interview.interviewers",
    listed=EARLIER,
    inner="interviewers",
    said=said(
        ("the interviewers are the same", "de verhoorders zijn dezelfde"),
        ("the interviewers are not the same", "de verhoorders zijn niet dezelfde"),
        ("we do not know whether the interviewers are the same", "we weten niet of de verhoorders dezelfde zijn"),
    ),
)
