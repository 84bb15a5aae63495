from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.conf import settings

from tests.apps.cases.acting import case_by, detective, done, person_in
from tests.apps.outcomes import aged, guardian, new_road
from tests.faces.desk.at_the_desk import browser_of, entries, form_id, words
from waarborg.apps.cases import charges
from waarborg.apps.cases.models import VictimRoad, VictimState
from waarborg.apps.people.models import AgeStatement, CapacityKind, Invitation, Person, Representation
from waarborg.faces.desk.people_ages import changes_after, follows_on
from waarborg.faces.desk.people_deeds import DEEDS, steps_from
from waarborg.faces.desk.people_forms import AgeForm

pytestmark = pytest.mark.django_db


def _at(road: object, *more: str) -> str:
    return "/".join([f"/cases/{road.case}/people/{road.victim}", *more, ""])  # type: ignore[attr-defined]


def test_a_person_is_added_once_however_often_the_form_is_sent() -> None:
    mine = detective()
    case = case_by(mine)
    browser = browser_of(mine)
    address = f"/cases/{case.pk}/people/new/"
    form = {
        "called": "Girl at the house",
        "capacities": ["victim", "witness"],
        "interpreter": "unknown",
        "form_id": form_id(browser.get(address)),
    }
    first, second = browser.post(address, form), browser.post(address, form)
    person = Person.objects.get()
    assert first.headers["Location"] == second.headers["Location"] == f"/cases/{case.pk}/people/{person.pk}/"
    said = words(browser.get(first.headers["Location"]))
    assert "Girl at the house" in said
    assert "Victim Witness" in said


def test_a_person_without_a_name_or_a_place_in_the_case_is_not_added() -> None:
    mine = detective()
    case = case_by(mine)
    answered = browser_of(mine).post(f"/cases/{case.pk}/people/new/", {"called": " ", "interpreter": "unknown"})
    assert answered.status_code == 422
    assert "Write a name or a plain word." in words(answered)
    assert not Person.objects.exists()


def test_the_page_of_a_person_is_entered_with_the_person() -> None:
    road = new_road()
    browser_of(road.detective).get(_at(road))
    (entry,) = entries("person.read", road.detective)
    assert {road.case, road.victim} <= set(entry.subjects.split())


def test_a_person_of_another_case_is_no_page_of_this_one() -> None:
    road = new_road()
    other = person_in(case_by(road.detective), road.detective, called="Somebody else")
    answered = browser_of(road.detective).get(f"/cases/{road.case}/people/{other.pk}/")
    assert answered.status_code == 404
    assert "Somebody else" not in words(answered)


def test_whoever_does_not_work_on_the_case_learns_nothing_of_its_people() -> None:
    road = new_road()
    answered = browser_of(detective()).get(_at(road))
    assert answered.status_code == 403
    assert "Yonas" not in words(answered)


def test_sources_that_disagree_stand_side_by_side_and_the_youngest_age_counts() -> None:
    road = new_road()
    aged(road, road.victim, 14, 17)
    aged(road, road.victim, 19, 19)
    said = words(browser_of(road.detective).get(_at(road)))
    assert "Sources disagree." in said
    assert "Rules look at the youngest possible age: 14." in said
    assert "Let the minor bring a representative or an adult of their choice." in said
    assert "until we know" in said


def test_another_day_moves_every_bar() -> None:
    road = new_road()
    aged(road, road.victim, 11, 11)
    browser = browser_of(road.detective)
    assert "Hold the interview in a child-friendly studio." in words(browser.get(_at(road)))
    said = words(browser.get(_at(road) + "?day=2034-01-01"))
    assert "What follows on Sunday 1 January 2034" in said
    assert "18 to 19" in said
    assert "child-friendly studio" not in said


def test_what_is_no_day_is_said_and_today_is_shown() -> None:
    road = new_road()
    said = words(browser_of(road.detective).get(_at(road) + "?day=soon"))
    assert "“soon” is no day. Write it as 2026-11-30." in said
    assert "What follows now" in said


def test_an_age_that_nobody_stated_protects_as_a_child() -> None:
    road = new_road()
    said = words(browser_of(road.detective).get(_at(road)))
    assert "In doubt we protect: the rules for children hold where they may." in said


def test_the_day_on_which_a_child_turns_twelve_ends_the_studio_and_nothing_else() -> None:
    road = new_road()
    done(_born(road, "2015-03-14"))
    view = browser_of(road.detective).get(_at(road)).context["person"]
    found = changes_after(view.age, date(2026, 11, 30), lambda _day: {"role": "victim", "born": "2015-03-14"})
    assert [(each.on, each.turns, each.surely) for each in found] == [
        (date(2027, 3, 14), 12, True),
        (date(2031, 3, 14), 16, True),
        (date(2033, 3, 14), 18, True),
    ]
    assert [words_.en for words_ in found[0].ends] == ["Hold the interview in a child-friendly studio."]
    assert found[0].begins == ()
    assert [words_.en for words_ in found[1].until_known] == ["Record sound and image of the whole interview."]


def test_somebody_born_on_29_february_turns_on_1_march_in_other_years() -> None:
    road = new_road()
    done(_born(road, "2016-02-29"))
    view = browser_of(road.detective).get(_at(road)).context["person"]
    found = changes_after(view.age, date(2026, 11, 30), lambda _day: {"role": "victim", "born": "2016-02-29"})
    assert [each.on for each in found] == [date(2028, 2, 29), date(2032, 2, 29), date(2034, 3, 1)]


def test_a_grown_up_without_anything_special_has_nothing_beyond_what_holds_for_all() -> None:
    facts = {"role": "victim", "born": "1990", "intellectual_disability": "no", "cognitive_disorder": "no"}
    assert [each.duty.en for each in follows_on(facts, date(2026, 11, 30)) if each.must] == [
        # Whether a behavioural expert takes part is not known of an interview that nobody planned.
        "Record sound and image of the whole interview."
    ]


def _born(road: object, born: str) -> object:
    return DEEDS["age"].do(
        _doing(road, source="passport", born=born, low=None, high=None, speaks_of=None)  # type: ignore[arg-type]
    )


def _doing(road: object, **said: object) -> object:
    return type(
        "Doing",
        (),
        {
            "actor": road.detective,  # type: ignore[attr-defined]
            "on": settings.INSTALLATION.clock(),
            "subject": road.victim,  # type: ignore[attr-defined]
            "said": said,
        },
    )()


def test_a_source_is_added_and_another_rejected_with_a_reason_and_stays() -> None:
    road = new_road()
    aged(road, road.victim, 19, 19)
    browser = browser_of(road.detective)
    assert browser.post(_at(road, "age"), {"source": "Officer", "low": "14", "high": "17"}).status_code == 303
    first = AgeStatement.objects.order_by("pk").first()
    assert first is not None
    assert browser.post(_at(road, "reject"), {"statement": first.pk, "reason": ""}).status_code == 422
    browser.post(_at(road, "reject"), {"statement": first.pk, "reason": "He said so to be let go."})
    said = words(browser.get(_at(road)))
    assert "Rejected" in said
    assert "He said so to be let go." in said
    assert "Sources disagree." not in said


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ({"low": "14"}, "Write who or what says so."),
        ({"source": "Officer"}, "Fill in a birth date, or a youngest or oldest age."),
        ({"source": "Officer", "low": "young"}, "Write a whole number of years."),
        ({"source": "Officer", "low": "14", "speaks_of": "yesterday"}, "This is no day."),
    ],
)
def test_an_age_that_cannot_be_kept_says_what_is_missing(said: dict[str, str], missing: str) -> None:
    road = new_road()
    answered = browser_of(road.detective).post(_at(road, "age"), said)
    assert answered.status_code == 422
    assert missing in words(answered)
    assert not AgeStatement.objects.exists()


def test_an_age_of_nought_counts_as_said() -> None:
    assert AgeForm({"source": "Officer", "low": "0"}).is_valid()


def test_a_birth_date_that_cannot_be_read_is_refused_in_place_with_how_to_write_it() -> None:
    road = new_road()
    answered = browser_of(road.detective).post(_at(road, "age"), {"source": "Officer", "born": "in spring"})
    assert answered.status_code == 409
    assert "We read in spring." in words(answered)
    assert 'value="in spring"' in answered.content.decode()


def _facts(**more: str) -> dict[str, str]:
    unknown = dict.fromkeys(
        ("interpreter", "lawful_stay", "intellectual_disability", "cognitive_disorder", "believed_child"), "unknown"
    )
    return {**unknown, "language": "", "reason": "", **more}


def test_taking_protection_away_asks_for_a_reason_and_giving_it_does_not() -> None:
    road = new_road()
    browser = browser_of(road.detective)
    assert browser.post(_at(road, "facts"), _facts(intellectual_disability="doubt")).status_code == 303
    answered = browser.post(_at(road, "facts"), _facts(intellectual_disability="no"))
    assert answered.status_code == 409
    assert "This changes how we protect. It does not say why." in words(answered)
    answered = browser.post(_at(road, "facts"), _facts(intellectual_disability="no", reason="A doctor looked."))
    assert answered.status_code == 303


def test_the_form_of_facts_begins_with_what_is_known() -> None:
    road = new_road()
    browser = browser_of(road.detective)
    browser.post(_at(road, "facts"), _facts(lawful_stay="no", language="ti"))
    form = browser.get(_at(road, "facts")).context["form"]
    assert form["lawful_stay"].value() == "no"
    assert form["language"].value() == "ti"


def test_a_suspect_who_acts_for_a_victim_gets_no_notices_and_the_page_says_so() -> None:
    road = new_road()
    aged(road, road.victim, 8, 9)
    parent = guardian(road, road.victim)
    done(charges.suspect(actor=road.detective, on=settings.INSTALLATION.clock(), person=parent, offence="art. 273f"))
    said = words(browser_of(road.detective).get(_at(road)))
    assert "Gets no notices: this person is a suspect in the case." in said
    assert "Nobody may get the notices now. Somebody must be appointed first." in said


def test_a_representative_is_entered_and_ended() -> None:
    road = new_road()
    aunt = person_in(_case(road), road.detective, CapacityKind.WITNESS, called="Aunt")
    browser = browser_of(road.detective)
    form = {"representative": aunt.pk, "kind": "guardian"}
    assert browser.post(_at(road, "representative"), form).status_code == 303
    assert "Aunt , Guardian" in words(browser.get(_at(road)))
    browser.post(_at(road, "end-representative"), {"acting": aunt.pk, "reason": "The court chose another."})
    assert Representation.objects.filter(until=None).count() == 0


def _case(road: Any) -> Any:  # noqa: ANN401 - only its key is looked at
    return type("Case", (), {"pk": road.case})()


def test_only_the_steps_that_follow_are_offered() -> None:
    road = new_road()
    assert list(steps_from(None)) == ["first-contact"]
    said = words(browser_of(road.detective).get(_at(road)))
    assert "Offer time to think" in said
    assert "Enter that the person takes time to think" not in said
    assert "Enter that the person came back on the no" not in said


def test_a_no_stops_the_persons_interviews_and_says_that_support_goes_on() -> None:
    road = new_road()
    browser = browser_of(road.detective)
    browser.post(_at(road, "decline"), {"reason": ""})
    said = words(browser.get(_at(road)))
    assert "The interviews of this person stop. The case may go on, and support goes on." in said
    assert "Enter that the person came back on the no" in said


def test_time_to_think_is_offered_taken_and_ends_on_one_of_four_grounds() -> None:
    road = new_road()
    browser = browser_of(road.detective)
    browser.post(_at(road, "offer"), {})
    answered = browser.post(_at(road, "accept"), {"in_detention": "yes"})
    assert answered.status_code == 409
    browser.post(_at(road, "accept"), {"in_detention": "no"})
    assert "It cannot be made longer." in words(browser.get(_at(road)))
    assert words(browser.get(_at(road, "end"))).count("The person left and nobody knows where.") == 1
    browser.post(_at(road, "end"), {"ground": "gone", "reason": "Not seen since Monday."})
    assert VictimRoad.objects.get(pk=road.victim).reflection_ended == "gone"


def test_a_report_without_an_informative_interview_is_refused_in_place() -> None:
    road = new_road()
    browser = browser_of(road.detective)
    answered = browser.post(_at(road, "report"), {"taken_by": [road.detective.id], "acute_reason": ""})
    assert answered.status_code == 409
    assert "There was no informative interview before it." in words(answered)
    browser.post(_at(road, "informed"), {})
    assert browser.post(_at(road, "report"), {"taken_by": [road.detective.id], "acute_reason": ""}).status_code == 303
    assert VictimRoad.objects.get(pk=road.victim).state == VictimState.REPORT


def test_a_code_for_the_portal_is_shown_once() -> None:
    road = new_road()
    browser = browser_of(road.detective)
    form = {"role": "victim", "form_id": form_id(browser.get(_at(road, "invite")))}
    shown, again = browser.post(_at(road, "invite"), form), browser.post(_at(road, "invite"), form)
    assert shown.status_code == 200
    assert "Hand this over in person" in words(shown)
    assert again.status_code == 409
    assert "Hand this over in person" not in words(again)
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize("name", DEEDS)
def test_every_deed_says_what_it_does_before_it_is_done(name: str) -> None:
    road = new_road()
    answered = browser_of(road.detective).get(_at(road, name))
    assert answered.status_code == 200
    assert str(DEEDS[name].says) in words(answered)


def test_a_care_coordinator_may_change_how_to_reach_a_person_and_not_add_a_suspicion() -> None:
    road = new_road()
    browser = browser_of(road.coordinator)
    form = {"called": "Yonas", "contact": "after six", "address": "c/o the shelter"}
    assert browser.post(_at(road, "reach"), form).status_code == 303
    answered = browser.post(_at(road, "capacity"), {"kind": "suspect"})
    assert answered.status_code == 403
