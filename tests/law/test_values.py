"""The law files beside the rulebook: whole, in both languages, sourced, and honest about what was not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import product

import pytest

from waarborg.engines.rules.sources import Source
from waarborg.engines.rules.terms import Binding, Unit
from waarborg.kernel.texts import Text
from waarborg.law import informative, notices
from waarborg.law.elements import ELEMENTS
from waarborg.law.indicators import INDICATORS
from waarborg.law.informative import INFORMATIVE_TOPICS
from waarborg.law.notices import NOTICES
from waarborg.law.reflection import REFLECTION
from waarborg.law.retention import RETENTION
from waarborg.law.rights import RIGHTS
from waarborg.law.routes import ROUTES
from waarborg.law.rulebook import CURRENT
from waarborg.law.schemes import SCHEMES
from waarborg.law.shapes import LabourShare
from waarborg.law.steps import Form, Step
from waarborg.law.terms import TERMS

SOURCED = [*TERMS.values(), *NOTICES.values(), *RIGHTS.values(), *SCHEMES.values(), *ELEMENTS.values()]
ALL = [
    *SOURCED,
    *INDICATORS,
    *INFORMATIVE_TOPICS,
    *ROUTES,
    *RETENTION,
    REFLECTION,
    CURRENT.wording,
    *CURRENT.safeguards,
    informative.ANNOUNCED_FIRST,
    informative.RECORD_STAYS_OUTSIDE,
    notices.SUPPRESSION,
]


def texts(value: object) -> Iterator[Text]:
    """Every text in a law value."""
    if isinstance(value, Text):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts(getattr(value, each.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif hasattr(value, "values"):
        yield from texts(tuple(value.values()))


def test_every_text_stands_in_both_languages_without_codes_or_stray_spaces() -> None:
    found = [text for value in ALL for text in texts(value)]
    assert len(found) > 300
    for text in found:
        assert text.en.strip()
        assert text.nl.strip()
        assert "  " not in f"{text.en}|{text.nl}"
        assert not re.search(r"\b(claim|alleged|illegal|sepot)\b", text.en + " " + text.nl, re.IGNORECASE), text


def test_no_sentence_is_longer_than_a_tired_person_can_read() -> None:
    for text in (text for value in (*NOTICES.values(), *RIGHTS.values()) for text in texts(value)):
        for said in (text.en, text.nl):
            assert max(len(sentence.split()) for sentence in re.split(r"(?<=[.?!]) ", said)) <= 21, said


@pytest.mark.parametrize("value", SOURCED, ids=lambda value: value.id)
def test_every_value_names_its_sources_and_none_that_was_not_read_counts_as_read(value: object) -> None:
    sources: tuple[Source, ...] = value.sources  # type: ignore[attr-defined]
    assert sources
    for source in sources:
        assert not (source.verified and re.search(r"not read|read in part|replaced|secondary", source.instrument))


def test_the_terms_are_those_of_the_law() -> None:
    lengths = {name: (term.length, term.unit) for name, term in TERMS.items()}
    assert lengths["reflection"] == (3, Unit.MONTH)
    assert lengths["reflection.reporting"] == (1, Unit.MONTH)
    assert lengths["notice.police"] == lengths["notice.prosecution"] == (14, Unit.DAY)
    assert lengths["notice.escape"] == (1, Unit.HOUR)
    assert lengths["notice.release"] == (7, Unit.DAY)
    assert lengths["notice.transfer"] == lengths["rights_statement"] == (0, Unit.DAY)
    assert lengths["complaint.art12"] == (3, Unit.MONTH)
    assert lengths["advance.state"] == (8, Unit.MONTH)
    assert lengths["compensation_fund"] == (10, Unit.YEAR)
    assert lengths["recording.destruction"] == (30, Unit.DAY)


def test_a_complaint_is_never_a_bare_number() -> None:
    complaint = TERMS["complaint.art12"]
    assert complaint.condition is not None
    assert "no time limit" in complaint.condition.en
    assert not complaint.verified
    assert complaint.binding is Binding.CLAIM


def test_every_step_that_must_be_told_has_one_notice() -> None:
    told = [notice.on for notice in NOTICES.values()]
    assert len(told) == len(set(told))
    silent = set(Step) - set(told)
    # Of a signal nobody may know yet, and of a hearing the decision to prosecute has told.
    assert silent == {Step.SIGNAL, Step.HEARING}


def test_what_may_be_held_back_is_only_what_could_put_a_suspect_at_risk() -> None:
    held = {notice.id for notice in NOTICES.values() if notice.may_be_suppressed}
    assert held == {"leave", "release", "escape"}
    assert NOTICES["escape"].form is Form.ORAL


def test_somebody_who_wants_no_information_is_still_told_of_the_right_to_speak() -> None:
    assert NOTICES["prosecution"].always
    assert set(NOTICES["prosecution"].always) <= set(NOTICES["prosecution"].tell)


@pytest.mark.parametrize("notice", ["dismissal", "not_investigated"])
def test_a_case_that_stops_is_told_with_its_reason_the_complaint_and_that_support_goes_on(notice: str) -> None:
    """M8: what ends the case ends no support."""
    said = " ".join(text.en for text in NOTICES[notice].tell)
    assert all(words in said for words in ("this is why", "art. 12", "support goes on"))


def test_only_a_lawyer_is_never_refused_and_whoever_may_refuse_needs_a_ground() -> None:
    assert RIGHTS["lawyer"].refused_by == ()
    for right in RIGHTS.values():
        assert bool(right.refused_by) == (right.ground is not None)


def test_support_the_fund_and_the_civil_court_need_no_guilty_verdict_and_nothing_closes_them() -> None:
    for name in ("support", "compensation_fund", "civil_suit"):
        assert not SCHEMES[name].needs_conviction
        assert SCHEMES[name].closed_by == ()
    resting = {scheme.id for scheme in SCHEMES.values() if scheme.needs_conviction}
    assert resting == {"injured_party", "advance_by_state", "lasting_permit.conviction"}


def test_reflection_ends_in_four_ways_and_the_talk_has_seven_topics() -> None:
    assert [end.id for end in REFLECTION.ends] == ["gone", "declined", "cooperates", "other_permit"]
    assert len({topic.id for topic in INFORMATIVE_TOPICS}) == 7


def test_for_a_minor_no_means_need_be_proved_and_nobody_says_that_this_was_read() -> None:
    assert [element.id for element in ELEMENTS.values() if not element.for_minors] == ["means"]
    assert not any(source.verified for element in ELEMENTS.values() for source in element.sources)


def test_every_kind_of_report_has_exactly_one_route() -> None:
    keys = [(route.anonymous, route.labour) for route in ROUTES]
    assert sorted(keys) == sorted(product((True, False), LabourShare))


def test_indicators_have_names_of_their_own() -> None:
    ids = [indicator.id for group in INDICATORS for indicator in group.indicators]
    assert len(ids) == len(set(ids)) > 20
