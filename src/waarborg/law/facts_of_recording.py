"""The facts about the recording of an interview that the rules ask for, each with the words in which it is a reason."""

from __future__ import annotations

from typing import Final

from waarborg.engines.rules.conditions import Fact
from waarborg.law.facts import said

SOUND: Final = Fact(
    path="interview.sound",
    among=(True,),
    said=said(
        ("sound is recorded", "het geluid wordt opgenomen"),
        ("sound is not recorded", "het geluid wordt niet opgenomen"),
        ("we do not know whether sound is recorded", "we weten niet of het geluid wordt opgenomen"),
    ),
)
VIDEO: Final = Fact(
    path="interview.video",
    among=(True,),
    said=said(
        ("image is recorded", "het beeld wordt opgenomen"),
        ("image is not recorded", "het beeld wordt niet opgenomen"),
        ("we do not know whether image is recorded", "we weten niet of het beeld wordt opgenomen"),
    ),
)
ANNOUNCED: Final = Fact(
    path="interview.recording_announced",
    among=(True,),
    said=said(
        ("the recording is announced", "de opname is aangekondigd"),
        ("the recording is not announced", "de opname is niet aangekondigd"),
        ("we do not know whether the recording is announced", "we weten niet of de opname is aangekondigd"),
    ),
)
