from __future__ import annotations

import json
from collections import Counter
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.apps.interviews import oracle
from tests.apps.interviews.made import COMPANION, INTERVIEW, PERSON, ROW, RULES, a_document, seeded
from waarborg.apps.interviews.assessment import Assessment, assess
from waarborg.kernel.errors import Unusable

SHORT, LONG = 1_500, 200_000
VICTIM_14 = {"role": "victim", "born": "2012-05-03", "intellectual_disability": "no", "cognitive_disorder": "no"}
REPORT = {
    "kind": "report",
    "acute": False,
    "sound": True,
    "video": True,
    "room": "adapted",
    "interviewers": ["d17", "d23"],
    "behavioural_expert": False,
    "recording_announced": True,
    "companion": {"state": "present"},
    "topics": ["recruitment"],
    "need": None,
}
TALK = {"on": "2026-11-20", "kind": "informative", "interviewers": ["d23", "d17"], "sound": True, "video": False}
STATEMENT = {**TALK, "on": "2026-11-21", "kind": "report", "video": True, "topics": ["recruitment"]}


def an_interview(
    person: dict[str, Any] | None = None, earlier: list[dict[str, Any]] | None = None, **interview: object
) -> dict[str, Any]:
    return {
        "on": "2026-12-01",
        "investigation_started": "2026-11-02",
        "person": {**VICTIM_14, **(person or {})},
        "interview": {**REPORT, **interview},
        "earlier": [TALK] if earlier is None else earlier,
    }


def found(document: dict[str, Any], rule: str) -> tuple[str, str | None]:
    finding = assess(document).finding(rule)
    assert finding is not None
    return finding.due.value, finding.met and finding.met.value


def because(document: dict[str, Any], rule: str) -> list[tuple[str, str]]:
    finding = assess(document).finding(rule)
    assert finding is not None
    return [(reason.fact, reason.value) for reason in finding.because]


def missing(document: dict[str, Any], rule: str) -> tuple[str, ...]:
    finding = assess(document).finding(rule)
    assert finding is not None
    return finding.missing


def core(assessment: Assessment) -> dict[str, Any]:
    return {
        "verdict": assessment.verdict.value,
        "age": {"low": assessment.age[0], "high": assessment.age[1]},
        "not_in_force": [rule for rule in assessment.not_in_force if rule in RULES],
        "findings": {
            finding.rule: (finding.due.value, finding.met and finding.met.value)
            for finding in assessment.findings
            if finding.in_verdict
        },
    }


def agree(seed: int, number: int) -> Counter[str]:
    dice, verdicts = seeded(seed), Counter[str]()
    for _ in range(number):
        document = a_document(dice, known=dice.choice((0.3, 0.5, 0.9)))
        if not oracle.usable(document):
            with pytest.raises(Unusable):
                assess(document)
            verdicts["unusable"] += 1
            continue
        answer = core(assess(document))
        assert answer == oracle.answer(document), document
        verdicts[answer["verdict"]] += 1
    return verdicts


def test_the_engine_and_the_oracle_agree_on_documents_with_as_many_absences_as_facts() -> None:
    verdicts = agree(seed=2, number=SHORT)
    # A sample in which some answer never comes would prove little.
    assert min(verdicts[name] for name in ("breach", "unexplained", "facts_missing", "lawful", "unusable")) > 10


@pytest.mark.long
def test_the_engine_and_the_oracle_agree_on_very_many_documents() -> None:
    assert agree(seed=3, number=LONG)


# The rows of the road, each by the rule that guards it.


def test_m1_an_informative_interview_precedes_a_report_unless_it_is_acute() -> None:
    assert found(an_interview(earlier=[]), "informative.before_report") == ("yes", "no")
    assert found(an_interview(), "informative.before_report") == ("yes", "yes")
    assert found(an_interview(earlier=[], acute=True), "informative.before_report") == ("no", None)
    assert found(an_interview(earlier=[], acute=None), "informative.before_report") == ("until_known", "no")


def test_m17_a_further_interview_of_a_victim_states_what_must_be_learned() -> None:
    again = an_interview(earlier=[TALK, STATEMENT], kind="further")
    assert found(again, "interview.need_stated") == ("yes", "unknown")
    again["interview"]["need"] = " \t"
    assert found(again, "interview.need_stated") == ("yes", "no")
    again["interview"]["need"] = "who drove the van"
    assert found(again, "interview.need_stated") == ("yes", "yes")
    assert found({**again, "person": {"role": "witness"}}, "interview.need_stated") == ("no", None)


def test_m18_nothing_that_was_answered_is_asked_again() -> None:
    again = an_interview(earlier=[TALK, STATEMENT], kind="further", topics=["recruitment", "travel"])
    assert found(again, "interview.no_repeat") == ("yes", "no")
    again["interview"]["topics"] = ["travel"]
    assert found(again, "interview.no_repeat") == ("yes", "yes")


def test_a_first_report_needs_no_stated_need() -> None:
    assert found(an_interview(), "interview.need_stated") == ("no", None)


def test_m19_a_minor_meets_the_same_interviewers_in_any_order_and_the_latest_team_counts() -> None:
    assert found(an_interview(), "interviewers.same") == ("yes", "yes")
    assert found(an_interview(interviewers=["d17"]), "interviewers.same") == ("yes", "no")
    tie = [{**TALK, "interviewers": ["d17", "d23"]}, {**TALK, "interviewers": ["d9"]}]
    assert found(an_interview(earlier=tie), "interviewers.same") == ("yes", "no")
    later_first = [{**TALK, "on": "2026-11-30"}, {**TALK, "interviewers": ["d9"]}]
    assert found(an_interview(earlier=later_first), "interviewers.same") == ("yes", "yes")


def test_m20_a_minor_is_heard_in_an_adapted_room_or_a_studio() -> None:
    answers = {room: found(an_interview(room=room), "room.adapted")[1] for room in INTERVIEW["room"]}
    assert answers == {"standard": "no", "adapted": "yes", "studio": "yes", "mobile": "no"}


@pytest.mark.parametrize(
    ("companion", "met"),
    [
        ({"state": "present"}, "yes"),
        ({"state": "declined"}, "yes"),
        ({"state": "refused", "reason": "may have to be a witness"}, "yes"),
        ({"state": "refused", "reason": "  "}, "no"),
        ({"state": "refused", "reason": None}, "no"),
        ({"state": "refused"}, "no"),
        ({"state": "not_offered", "reason": "no time"}, "no"),
        ({"reason": "may have to be a witness"}, "unknown"),
        ({"state": None}, "unknown"),
        ({}, "unknown"),
        (None, "unknown"),
    ],
)
def test_m21_a_minor_brings_somebody_of_their_choice_and_only_a_reasoned_refusal_will_do(
    companion: dict[str, Any] | None, met: str
) -> None:
    assert found(an_interview(companion=companion), "companion.of_choice") == ("yes", met)


@pytest.mark.parametrize("role", ["victim", "reporting_witness", "witness"])
def test_m22_minor_victims_and_witnesses_are_recorded_in_image_where_possible(role: str) -> None:
    assert found(an_interview({"role": role, "born": "2009-05-03"}, video=False), "recording.video_minor") == (
        "yes",
        "no",
    )
    assert found(an_interview({"role": "suspect"}), "recording.video_minor") == ("no", None)


@pytest.mark.parametrize("role", [*PERSON["role"], None])
def test_m23_m24_sound_is_recorded_of_everybody_and_of_every_report_and_further_interview(role: str | None) -> None:
    for kind in ("report", "further"):
        assert found(an_interview({"role": role}, kind=kind), "recording.audio") == ("yes", "yes")
        assert found(an_interview({"role": role}, kind=kind, sound=False), "recording.audio") == ("yes", "no")
    assert found(an_interview({"role": role}, kind="informative"), "recording.audio") == ("no", None)


def test_m24_of_the_informative_interview_the_prosecutor_is_asked_first_and_the_verdict_does_not_count_it() -> None:
    talk = assess(an_interview(kind="informative", sound=False))
    finding = talk.finding("recording.informative_audio")
    assert finding is not None
    assert (finding.due.value, finding.met, finding.in_verdict) == ("yes", "no", False)
    assert talk.verdict.value == "lawful"


@pytest.mark.parametrize(
    "person",
    [
        {"born": "2011-01-01"},
        {"born": "2000", "intellectual_disability": "yes"},
        {"born": "2000", "intellectual_disability": "doubt"},
        {"born": "2000", "cognitive_disorder": "yes"},
        {"born": "2000", "cognitive_disorder": "doubt"},
    ],
)
def test_m25_the_vulnerable_must_be_recorded_in_image(person: dict[str, Any]) -> None:
    assert found(an_interview(person, video=False), "recording.video") == ("yes", "no")


def test_m25_the_rest_need_not_be_unless_a_behavioural_expert_takes_part() -> None:
    assert found(an_interview({"born": "2000"}), "recording.video") == ("no", None)
    assert found(an_interview({"born": "2000"}, behavioural_expert=True), "recording.video") == ("yes", "yes")


def test_m26_under_twelve_it_is_the_child_friendly_studio_and_from_the_birthday_on_it_may_be() -> None:
    assert found(an_interview({"born": "2014-12-02"}), "room.child_friendly_studio") == ("yes", "no")
    assert found(an_interview({"born": "2014-12-01"}), "room.child_friendly_studio") == ("no", None)
    assert found(an_interview({"born": "2014-12-02"}, room="studio"), "room.child_friendly_studio") == ("yes", "yes")


def test_a_recording_never_becomes_less_medium_by_medium() -> None:
    both = {**STATEMENT, "sound": True, "video": True}
    assert found(an_interview(earlier=[both], sound=True, video=False), "recording.no_downgrade") == ("yes", "no")
    assert found(an_interview(earlier=[both], sound=False, video=True), "recording.no_downgrade") == ("yes", "no")
    image = {**STATEMENT, "sound": False, "video": True}
    assert found(an_interview(earlier=[image], sound=False, video=True), "recording.no_downgrade") == ("yes", "yes")
    neither = {**STATEMENT, "sound": False, "video": False}
    assert found(an_interview(earlier=[neither]), "recording.no_downgrade") == ("no", None)
    assert found(an_interview(earlier=[TALK]), "recording.no_downgrade") == ("no", None)


# Unknown is never no.


def test_of_an_empty_document_everything_is_unknown_and_protects() -> None:
    empty = assess({"on": "2026-12-01"})
    assert empty.verdict.value == "facts_missing"
    assert empty.age == (0, 120)
    assert {finding.due.value for finding in empty.findings} == {"until_known"}
    assert {finding.met for finding in empty.findings} == {"unknown"}


@pytest.mark.parametrize("none", [{"person": None, "interview": None, "earlier": None, "reasons": None}, {}])
def test_null_says_as_little_as_absent(none: dict[str, None]) -> None:
    assert assess({"on": "2026-12-01", **none}).written() == assess({"on": "2026-12-01"}).written()


def test_no_earlier_interviews_is_not_the_same_as_not_knowing() -> None:
    assert found(an_interview(earlier=[]), "interviewers.same") == ("no", None)
    unknown = {**an_interview(), "earlier": None}
    assert found(unknown, "interviewers.same") == ("until_known", "unknown")


def test_a_set_known_to_be_empty_overlaps_nothing_even_what_is_not_known() -> None:
    again = an_interview(earlier=[{**STATEMENT, "topics": None}], kind="further", topics=[])
    assert found(again, "interview.no_repeat") == ("yes", "yes")
    again["earlier"] = None
    assert found(again, "interview.no_repeat") == ("until_known", "yes")
    turned = an_interview(earlier=[{**STATEMENT, "topics": []}], kind="further", topics=None)
    assert found(turned, "interview.no_repeat") == ("yes", "yes")


def test_met_is_not_conditioned_on_due() -> None:
    unsure = {**an_interview(sound=False, video=False), "earlier": None}
    assert found(unsure, "recording.no_downgrade") == ("until_known", "unknown")


# Reasons.


@pytest.mark.parametrize(
    ("rule", "approver", "met"),
    [
        ("room.adapted", "team_leader", "explained"),
        ("room.adapted", "prosecutor", "explained"),
        ("recording.audio", "team_leader", "no"),
        ("recording.audio", "prosecutor", "explained"),
    ],
)
def test_a_reason_explains_a_wish_and_only_the_prosecutor_gives_leave_from_a_must(
    rule: str, approver: str, met: str
) -> None:
    broken = an_interview(room="standard", sound=False)
    broken["reasons"] = [{"rule": rule, "reason": "the recorder failed", "approved_by": approver}]
    assert found(broken, rule) == ("yes", met)


def test_a_reason_never_explains_what_is_unknown_and_never_spoils_what_is_met() -> None:
    reasons = [{"rule": rule, "reason": "because", "approved_by": "prosecutor"} for rule in RULES]
    unknown = {"on": "2026-12-01", "reasons": reasons}
    assert {finding.met for finding in assess(unknown).findings} == {"unknown"}
    assert core(assess({**an_interview(), "reasons": reasons})) == core(assess(an_interview()))


# Why.


def test_the_reasons_of_a_yes_are_all_members_of_an_all_of_and_only_the_true_ones_of_an_any_of() -> None:
    assert because(an_interview(), "recording.video") == [("interview.kind", "yes"), ("age.under.16", "yes")]


def test_the_reasons_of_a_no_are_the_false_members_of_an_all_of_and_every_member_of_an_any_of() -> None:
    assert because(an_interview({"born": "2000"}), "recording.video") == [
        ("age.under.16", "no"),
        ("person.intellectual_disability", "no"),
        ("person.cognitive_disorder", "no"),
        ("interview.behavioural_expert", "no"),
    ]
    assert because(an_interview(kind="informative"), "recording.video") == [("interview.kind", "no")]
    assert because(an_interview(acute=True), "informative.before_report") == [("interview.acute", "yes")]
    assert because(an_interview(), "informative.before_report") == [
        ("interview.kind", "yes"),
        ("interview.acute", "no"),
    ]


def test_the_reasons_of_not_knowing_are_what_is_not_known() -> None:
    assert because(an_interview({"born": "2010", "cognitive_disorder": None}), "recording.video") == [
        ("age.under.16", "unknown"),
        ("person.cognitive_disorder", "unknown"),
    ]


def test_reasons_in_earlier_interviews_name_their_place() -> None:
    rows = [{"on": "2026-11-01", "sound": True}, {**STATEMENT, "video": None}, TALK]
    assert because(an_interview(earlier=rows), "recording.no_downgrade") == [
        ("interview.kind", "yes"),
        ("earlier[1].kind", "yes"),
        ("earlier[1].sound", "yes"),
    ]
    assert because(an_interview(earlier=rows[::2]), "recording.no_downgrade") == [("earlier[0].kind", "unknown")]
    assert because(an_interview(earlier=[]), "recording.no_downgrade") == [("earlier", "no")]
    assert because({**an_interview(), "earlier": None}, "recording.no_downgrade") == [("earlier", "unknown")]
    assert because(an_interview(), "interviewers.same")[2] == ("earlier", "yes")


def test_a_presumed_child_is_presumed_and_the_span_does_not_change() -> None:
    maybe = {"born": None, "age": {"low": 16, "high": 19}, "reason_to_believe_child": True}
    assert because(an_interview(maybe), "room.adapted") == [("person.role", "yes"), ("age.presumed_child", "yes")]
    assert assess(an_interview(maybe)).age == (16, 19)
    assert found(an_interview(maybe), "recording.video") == ("no", None)
    certain = {"born": "2012", "reason_to_believe_child": True}
    assert because(an_interview(certain), "room.adapted")[1] == ("age.under.18", "yes")
    adult = {"born": "2000", "reason_to_believe_child": True}
    assert because(an_interview(adult), "room.adapted") == [("age.under.18", "no")]


def test_a_presumed_child_is_not_presumed_under_sixteen_or_twelve() -> None:
    unknown = {"born": None, "reason_to_believe_child": True}
    assert found(an_interview(unknown), "recording.video")[0] == "until_known"
    assert found(an_interview(unknown), "room.child_friendly_studio")[0] == "until_known"


# What is missing.


def test_missing_names_the_absent_facts_of_due_and_of_met() -> None:
    assert missing({"on": "2026-12-01"}, "room.adapted") == (
        "person.role",
        "person.born",
        "person.age",
        "person.reason_to_believe_child",
        "interview.room",
    )
    assert missing(an_interview(room=None), "room.adapted") == ("interview.room",)
    assert missing({"on": "2026-12-01"}, "companion.of_choice")[-1] == "interview.companion.state"
    assert missing(an_interview({"role": "suspect"}, room=None), "room.adapted") == ()


def test_a_wide_birth_date_is_not_absent_and_the_age_is() -> None:
    assert missing(an_interview({"born": "2008"}), "room.adapted") == ("person.age", "person.reason_to_believe_child")
    wide = {"born": "2008", "age": {"low": 17, "high": 18}, "reason_to_believe_child": False}
    assert missing(an_interview(wide), "room.adapted") == ()
    assert because(an_interview(wide), "room.adapted") == [("age.under.18", "unknown")]


def test_only_under_eighteen_asks_whether_there_is_reason_to_believe() -> None:
    nobody = an_interview({"born": None})
    assert missing(nobody, "recording.video") == ("person.born", "person.age")
    assert missing(nobody, "room.child_friendly_studio") == ("person.born", "person.age", "interview.room")[:2]


def test_missing_in_earlier_interviews_names_their_place() -> None:
    rows: list[dict[str, Any]] = [{"on": "2026-11-01"}, {"on": "2026-11-02", "interviewers": None}]
    assert missing(an_interview(earlier=rows), "interviewers.same") == ("earlier[1].interviewers",)
    again = an_interview(earlier=[{**STATEMENT, "topics": None}], kind="further")
    assert missing(again, "interview.no_repeat") == ("earlier[0].topics",)
    unlisted = {**an_interview(kind="further", topics=None), "earlier": None}
    assert missing(unlisted, "interview.no_repeat") == ("earlier", "interview.topics")


def learn(document: dict[str, Any], dice: Random) -> dict[str, Any]:
    """The same document with some of what was absent filled in."""
    known: dict[str, Any] = json.loads(json.dumps(document))
    for name, facts in (("person", PERSON), ("interview", INTERVIEW)):
        part = known.get(name) or {}
        for key, values in facts.items():
            if part.get(key) is None and dice.random() < 0.5:
                part[key] = dice.choice(values)
        known[name] = part
    companion = known["interview"].get("companion") or {}
    if companion.get("state") is None and dice.random() < 0.5:
        known["interview"]["companion"] = {**companion, "state": dice.choice(COMPANION["state"])}
    if known.get("earlier") is None and dice.random() < 0.5:
        known["earlier"] = [{"on": known["on"], "kind": "report"} for _ in range(dice.choice((0, 1, 2)))]
    for row in known.get("earlier") or []:
        for key, values in ROW.items():
            if row.get(key) is None and dice.random() < 0.5:
                row[key] = dice.choice(values)
    if known["person"].get("born") is None and dice.random() < 0.5:
        year = date.fromisoformat(known["on"]).year - dice.randrange(8, 25)
        known["person"]["born"] = f"{year}-0{dice.randrange(1, 9)}-1{dice.randrange(9)}"
    return known


#: What asks whether somebody is under 18.
OF_MINORS = {"recording.video_minor", "room.adapted", "interviewers.same", "companion.of_choice"}


def certain(document: dict[str, Any]) -> dict[str, tuple[str, str | None]]:
    """Due and met of what does not rest on a presumption: that one holds only until the age is known."""
    presumed = (document.get("person") or {}).get("reason_to_believe_child") is True
    answers: dict[str, tuple[str, str | None]] = core(assess(document))["findings"]
    return {rule: answer for rule, answer in answers.items() if not (presumed and rule in OF_MINORS)}


def test_learning_more_never_overturns_what_was_certain() -> None:
    dice, compared = seeded(5), 0
    while compared < 600:
        document = a_document(dice)
        known = learn(document, dice)
        if not (oracle.usable(document) and oracle.usable(known)):
            continue
        compared += 1
        after = core(assess(known))["findings"]
        for rule, (due, met) in certain(document).items():
            if due != "until_known":
                assert after[rule][0] == due, (document, known, rule)
            if met in {"yes", "no", "explained"} and after[rule][0] != "no":
                assert after[rule][1] == met, (document, known, rule)


def value_at(document: dict[str, Any], path: str) -> Any:  # noqa: ANN401 - a JSON value
    value: Any = document
    for step in path.replace("[", ".[").split("."):
        if value is None:
            return None
        value = value[int(step[1:-1])] if step.startswith("[") else value.get(step)
    return value


def test_where_nothing_is_missing_nothing_that_is_learnt_changes_the_answer() -> None:
    dice, compared = seeded(6), 0
    while compared < 600:
        document = a_document(dice)
        known = learn(document, dice)
        if not (oracle.usable(document) and oracle.usable(known)):
            continue
        compared += 1
        after = core(assess(known))["findings"]
        for finding in assess(document).findings:
            absent = {path for path in finding.missing if value_at(known, path) != value_at(document, path)}
            if finding.rule in certain(document) and not absent:
                assert after[finding.rule][0] == finding.due.value, (document, known, finding.rule)
                assert after[finding.rule][1] == finding.met, (document, known, finding.rule)


def test_what_is_missing_is_really_absent_and_named_once() -> None:
    dice = seeded(7)
    for _ in range(800):
        document = a_document(dice)
        if not oracle.usable(document):
            continue
        for finding in assess(document).findings:
            assert len(set(finding.missing)) == len(finding.missing)
            assert len(set(finding.because)) == len(finding.because) > 0
            for path in finding.missing:
                value = value_at(document, path)
                assert value is None or (path == "person.age" and {value["low"], value["high"]} == {None})


# Versions.


def test_the_recording_rules_follow_the_day_on_which_the_investigation_started() -> None:
    document = an_interview()
    document["investigation_started"] = "2018-10-31"
    sources = {finding.rule: finding.sources[0] for finding in assess(document).findings}
    assert (sources["recording.audio"].first, sources["recording.audio"].last) == (date(2013, 1, 1), date(2018, 10, 31))
    assert sources["recording.audio"].verified
    assert sources["recording.video_minor"].first == date(2022, 4, 1)
    del document["investigation_started"]
    today = {finding.rule: finding.sources[0] for finding in assess(document).findings}
    assert today["recording.audio"].first == date(2021, 5, 1)
    assert not today["recording.audio"].verified


def test_a_rule_without_a_version_on_its_day_is_left_out_and_named() -> None:
    early = assess({"on": "2012-06-01"})
    assert [finding.rule for finding in early.findings] == [
        "recording.audio",
        "recording.video",
        "recording.announced",
        "room.child_friendly_studio",
    ]
    assert set(RULES) < {*early.not_in_force, *(finding.rule for finding in early.findings)}
    assert assess({"on": "2005-01-01"}).findings == ()
    assert assess({"on": "2005-01-01"}).verdict.value == "lawful"


def test_a_sentence_says_duty_state_and_reason_and_what_nobody_checked() -> None:
    finding = assess(an_interview(video=False)).finding("recording.video")
    assert finding is not None
    assert finding.sentence.en == (
        "Record sound and image of the whole interview. This is a must. Not met. Because this is a report or a further "
        "interview and the person is under 16. We have not checked the text of this rule yet."
    )
    assert finding.sentence.nl.startswith(
        "Neem geluid en beeld van het hele verhoor op. Dit moet. Niet nageleefd. Want"
    )


def test_the_written_assessment_is_the_assessment() -> None:
    written = json.loads(assess(an_interview()).written())
    assert list(written) == ["on", "rulebook", "verdict", "age", "not_in_force", "findings"]
    assert [finding["rule"] for finding in written["findings"]][:12] == list(RULES)
    assert written["findings"][2]["because"] == [
        {"fact": "interview.kind", "value": "yes"},
        {"fact": "age.under.16", "value": "yes"},
    ]
    assert written["findings"][7]["sources"] == [
        {
            "instrument": "Aanwijzing mensenhandel (2022A002, BWBR0046368, Stcrt. 2022, 5901)",
            "place": "minors",
            "from": "2022-04-01",
            "to": None,
            "verified": True,
        }
    ]


@settings(deadline=None, max_examples=60)
@given(st.randoms(use_true_random=False))
def test_what_was_judged_before_does_not_change_what_is_judged_next(dice: Random) -> None:
    document = a_document(dice)
    if oracle.usable(document):
        first = assess(document).written()
        for _ in range(3):
            other = a_document(dice)
            if oracle.usable(other):
                assess(other)
        assert assess(document).written() == first
