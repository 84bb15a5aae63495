from __future__ import annotations

from datetime import date, timedelta

from waarborg.engines.rules.canonical import rulebook_hash
from waarborg.engines.rules.safeguards import Force
from waarborg.law.rulebook import CURRENT, RULEBOOKS

#: The table of the interface: ids in book order, and those that are wishes.
TABLE = [
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
]
WISHES = {"recording.video_minor", "room.adapted", "interviewers.same"}


def test_the_verdict_counts_the_rules_of_the_table_in_its_order_and_no_others() -> None:
    assert [safeguard.id for safeguard in CURRENT.safeguards if safeguard.in_verdict] == TABLE
    forces = {safeguard.id: safeguard.force for safeguard in CURRENT.safeguards if safeguard.in_verdict}
    assert {rule for rule, force in forces.items() if force is Force.WHERE_POSSIBLE} == WISHES


def test_versions_follow_each_other_without_a_gap_or_an_overlap_up_to_today() -> None:
    for safeguard in CURRENT.safeguards:
        for earlier, later in zip(safeguard.versions, safeguard.versions[1:], strict=False):
            assert earlier.last is not None
            assert later.first == earlier.last + timedelta(days=1), safeguard.id
        assert safeguard.versions[-1].last is None


def test_versions_begin_when_their_instrument_did() -> None:
    firsts = {safeguard.id: [version.first for version in safeguard.versions] for safeguard in CURRENT.safeguards}
    recording = [date(2010, 9, 1), date(2013, 1, 1), date(2018, 11, 1), date(2021, 5, 1)]
    assert firsts["recording.video"] == firsts["room.child_friendly_studio"] == recording
    assert firsts["recording.no_downgrade"] == recording[1:]
    assert firsts["recording.video_minor"] == firsts["companion.of_choice"] == [date(2013, 7, 1), date(2022, 4, 1)]


def test_only_what_was_read_counts_as_verified() -> None:
    read = {
        (safeguard.dated_by, version.first)
        for safeguard in CURRENT.safeguards
        for version in safeguard.versions
        if version.sources[0].verified
    }
    assert read == {("investigation_started", date(2013, 1, 1)), ("on", date(2013, 7, 1)), ("on", date(2022, 4, 1))}


def test_todays_rulebook_is_kept_under_its_hash() -> None:
    assert RULEBOOKS[rulebook_hash(CURRENT)] is CURRENT
