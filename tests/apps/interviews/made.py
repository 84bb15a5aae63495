"""Documents of interviews by a seeded hand: every fact is absent, null or wide as often as it is known."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

RULES = (
    "informative.before_report",
    "recording.audio",
    "recording.video",
    "recording.video_minor",
    "recording.no_downgrade",
    "recording.announced",
    "room.child_friendly_studio",
    "room.adapted",
    "interviewers.same",
    "companion.of_choice",
    "interview.need_stated",
    "interview.no_repeat",
)
_FLAGS = (True, False)
_ABILITIES = ("yes", "no", "doubt")
_KINDS = ("informative", "report", "further")
_SETS: tuple[list[str], ...] = ([], ["a"], ["b"], ["a", "b"], ["b", "a", "a"])
#: The values that each fact of a document may have, beside being absent.
PERSON = {
    "role": ("victim", "reporting_witness", "witness", "suspect"),
    "reason_to_believe_child": _FLAGS,
    "intellectual_disability": _ABILITIES,
    "cognitive_disorder": _ABILITIES,
}
INTERVIEW = {
    "kind": _KINDS,
    "acute": _FLAGS,
    "sound": _FLAGS,
    "video": _FLAGS,
    "room": ("standard", "adapted", "studio", "mobile"),
    "interviewers": _SETS,
    "behavioural_expert": _FLAGS,
    "recording_announced": _FLAGS,
    "topics": _SETS,
    "need": ("what the house looked like", "", "  "),
}
COMPANION = {"state": ("present", "declined", "refused", "not_offered"), "reason": ("a future witness", " ", "")}
ROW = {"kind": _KINDS, "interviewers": _SETS, "sound": _FLAGS, "video": _FLAGS, "topics": _SETS}
_DAYS = (date(2012, 2, 29), date(2024, 2, 29), date(2026, 2, 28), date(2026, 3, 1), date(2026, 12, 1))


def seeded(seed: int) -> Random:
    """Dice that fall the same way each time."""
    return Random(seed)  # noqa: S311 - nothing here is secret


def sometimes(dice: Random, facts: dict[str, tuple[Any, ...]], known: float = 0.5) -> dict[str, Any]:
    """Each fact known, null or absent."""
    made = {}
    for name, values in facts.items():
        if dice.random() < known:
            made[name] = dice.choice(values)
        elif dice.random() < 0.3:
            made[name] = None
    return made


def a_day(dice: Random) -> date:
    """A day, as often near a birthday that matters as any."""
    if dice.random() < 0.4:
        return dice.choice(_DAYS)
    return date(2009, 1, 1) + timedelta(days=dice.randrange(7000))


def a_birth(dice: Random, on: date) -> str:
    """A text about a birth date around the ages that matter."""
    born = on - timedelta(days=round(dice.choice((12, 16, 18, 18, 16, 30)) * 365.2425) + dice.randrange(-900, 900))
    born = dice.choice((born, born, born, date(2008, 2, 29), date(2012, 2, 29)))
    text = dice.choice((f"{born:%Y}", f"{born:%Y-%m}", f"{born}", f"{born}", f"{born:%Y}"[:3] + "X"))
    return text + dice.choice(("", "", "~", "?", "%"))


def a_person(dice: Random, on: date, known: float = 0.5) -> dict[str, Any]:
    """A person; ages may contradict each other."""
    person = sometimes(dice, PERSON, known)
    if dice.random() < known:
        person["born"] = a_birth(dice, on)
        if dice.random() < 0.2:
            person["born"] += "/" + a_birth(dice, on)
    if dice.random() < known:
        low = dice.choice((None, 0, 10, 11, 12, 14, 15, 16, 17, 18))
        high = dice.choice((None, 11, 12, 15, 16, 17, 18, 30))
        person["age"] = {"low": low, "high": high}
        if dice.random() < 0.5:
            person["age"]["on"] = str(on - timedelta(days=dice.choice((0, 1, 40, 365, 366, 1500))))
    return person


def a_document(dice: Random, known: float = 0.5) -> dict[str, Any]:
    """A document; nearly always usable, and otherwise only because its ages contradict each other."""
    on = a_day(dice)
    document: dict[str, Any] = {"on": str(on)}
    if dice.random() < known:
        document["investigation_started"] = str(on - timedelta(days=dice.choice((0, 30, 2000, 4000))))
    if dice.random() < 0.9:
        document["person"] = a_person(dice, on, known)
    if dice.random() < 0.9:
        document["interview"] = sometimes(dice, INTERVIEW, known)
        if dice.random() < known:
            document["interview"]["companion"] = sometimes(dice, COMPANION, 0.7)
    if dice.random() < 0.7:
        document["earlier"] = [
            {"on": str(on - timedelta(days=dice.choice((0, 1, 1, 9)))), **sometimes(dice, ROW, known)}
            for _ in range(dice.choice((0, 1, 1, 2, 3)))
        ]
    if dice.random() < 0.5:
        document["reasons"] = [
            {"rule": dice.choice(RULES), "reason": "illness", "approved_by": dice.choice(("team_leader", "prosecutor"))}
            for _ in range(dice.choice((1, 2, 6)))
        ]
    return document
