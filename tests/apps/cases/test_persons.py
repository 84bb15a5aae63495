"""The people of a case: several things at once, protected in doubt, and represented by nobody who is a suspect."""

from __future__ import annotations

import pytest
from django.db import connection

from tests.apps.cases.acting import NOON, at, case_by, code, detective, done, person_in, staff
from waarborg.apps.cases import access, persons
from waarborg.apps.custody.entering import consult
from waarborg.apps.custody.models import Entry, OutboxEvent
from waarborg.apps.custody.queries import details_of
from waarborg.apps.people.facts import Facts, RepresentativeKind
from waarborg.apps.people.models import Answer, Capacity, CapacityKind, Person
from waarborg.apps.people.queries import person_view
from waarborg.apps.reports.models import Mailbox, Report
from waarborg.kernel.actors import Actor, Channel, Role
from waarborg.kernel.clock import day_of
from waarborg.kernel.ids import AccountId, CaseId, PersonId, ReportId


def _news(name: str) -> list[str]:
    return [row.subjects for row in OutboxEvent.objects.filter(name=name)]


@pytest.mark.django_db
def test_one_person_is_several_things_in_a_case_and_each_is_told() -> None:
    actor = detective()
    case = case_by(actor)
    boy = person_in(case, actor, CapacityKind.VICTIM, CapacityKind.SUSPECT)
    assert set(Capacity.objects.filter(person=boy).values_list("kind", flat=True)) == {"victim", "suspect"}
    assert _news("person.is_victim") == _news("person.is_suspect") == [f"{boy.pk} {case.pk}"]


@pytest.mark.django_db
def test_a_victim_who_is_also_a_suspect_is_flagged_for_non_punishment() -> None:
    actor = detective()
    case = case_by(actor)
    boy, other = person_in(case, actor, CapacityKind.VICTIM), person_in(case, actor, CapacityKind.SUSPECT)
    done(persons.add_capacity(actor=actor, on=NOON, person=PersonId(boy.pk), kind=CapacityKind.SUSPECT))
    opening = consult(actor=actor, on=NOON, what="case.read", subjects=(case.pk,))
    flags = [person_view(person, opening, on=day_of(NOON)).perhaps_not_punishable for person in (boy, other)]
    assert flags == [True, False]


@pytest.mark.django_db
def test_a_capacity_is_held_once() -> None:
    actor = detective()
    victim = PersonId(person_in(case_by(actor), actor).pk)
    again = persons.add_capacity(actor=actor, on=NOON, person=victim, kind=CapacityKind.VICTIM)
    assert code(again) == "case.nothing_to_change"


@pytest.mark.django_db
def test_m15_nothing_that_tells_about_a_person_is_readable_in_the_raw_rows() -> None:
    actor = detective()
    case = CaseId(case_by(actor).pk)
    person = done(
        persons.add_person(
            actor=actor,
            on=NOON,
            case=case,
            called="Yonas Haile",
            capacities=[CapacityKind.VICTIM],
            contact="0612345678, evenings",
            address="Kade 1",
        )
    )
    facts = Facts(believed_child=Answer.YES)
    done(persons.state_facts(actor=actor, on=NOON, person=PersonId(person.pk), facts=facts, reason="He looks fifteen."))
    raw = b""
    with connection.cursor() as cursor:
        for query in (
            "SELECT called, contact, address, believed_child_reason FROM people_person",
            "SELECT text FROM custody_entrydetail",
            "SELECT commitment FROM custody_entry",
        ):
            cursor.execute(query)
            raw += b"".join(bytes(value) for row in cursor.fetchall() for value in row)
    for words in (b"Yonas", b"0612345678", b"Kade", b"fifteen"):
        assert words not in raw


@pytest.mark.django_db
@pytest.mark.parametrize(("called", "kinds"), [(" ", [CapacityKind.VICTIM]), ("Ana", [])])
def test_a_person_has_a_name_and_is_something_in_the_case(called: str, kinds: list[CapacityKind]) -> None:
    actor = detective()
    case = CaseId(case_by(actor).pk)
    result = persons.add_person(actor=actor, on=NOON, case=case, called=called, capacities=kinds)
    assert code(result) == "person.blank"
    assert not Person.objects.exists()


@pytest.mark.django_db
def test_whoever_does_not_work_on_the_case_adds_and_changes_nobody() -> None:
    actor, stranger = detective(), detective()
    case = case_by(actor)
    victim = PersonId(person_in(case, actor).pk)
    added = persons.add_person(
        actor=stranger, on=NOON, case=CaseId(case.pk), called="X", capacities=[CapacityKind.WITNESS]
    )
    stated = persons.state_facts(actor=stranger, on=NOON, person=victim, facts=Facts(language="bg"))
    nobody = persons.state_facts(actor=stranger, on=NOON, person=PersonId.new(), facts=Facts(language="bg"))
    assert code(added) == code(stated) == code(nobody) == "case.need_to_know"


def _report(case: CaseId, *, named: bool = False, known_to: AccountId | None = None) -> ReportId:
    mailbox = Mailbox.objects.create(verifier=AccountId.new(), recipient="age1")
    return ReportId(
        Report.objects.create(
            mailbox=mailbox,
            channel=Channel.TCI,
            named=named,
            day=day_of(NOON),
            language="nl",
            sealed=b"-",
            size=4096,
            case=case,
            known_to=known_to,
        ).pk
    )


@pytest.mark.django_db
def test_whoever_reported_without_a_name_is_no_person_of_a_case_unless_they_chose_it() -> None:
    actor = detective()
    case = CaseId(case_by(actor).pk)

    def added(report: ReportId) -> object:
        return persons.add_person(
            actor=actor, on=NOON, case=case, called="R.", capacities=[CapacityKind.WITNESS], reporter_of=report
        )

    assert code(added(_report(case))) == "person.reporter_hidden"
    assert code(added(_report(case, known_to=detective().id))) == "person.reporter_hidden"
    assert code(added(_report(CaseId.new(), named=True))) == "person.reporter_hidden"
    assert not Person.objects.exists()
    done(added(_report(case, known_to=actor.id)))
    done(added(_report(case, named=True)))


@pytest.mark.django_db
def test_a_released_reporter_is_joined_to_the_report_nowhere() -> None:
    actor = detective()
    case = CaseId(case_by(actor).pk)
    report = _report(case, known_to=actor.id)
    person = done(
        persons.add_person(
            actor=actor, on=NOON, case=case, called="R.", capacities=[CapacityKind.WITNESS], reporter_of=report
        )
    )
    assert not any({report, person.pk} <= set(entry.subjects.split()) for entry in Entry.objects.all())


@pytest.mark.django_db
def test_what_is_not_stated_stays_unknown_and_what_changes_is_entered() -> None:
    actor = detective()
    case = case_by(actor)
    victim = PersonId(person_in(case, actor).pk)
    facts = Facts(language="ti", interpreter=Answer.YES, intellectual_disability=Answer.DOUBT)
    done(persons.state_facts(actor=actor, on=NOON, person=victim, facts=facts))
    row = Person.objects.get(pk=victim)
    assert (row.lawful_stay, row.cognitive_disorder, row.believed_child) == ("unknown", "unknown", None)
    opening = consult(actor=actor, on=NOON, what="case.read", subjects=(case.pk,))
    entry = Entry.objects.get(act="person.state_facts")
    detail = details_of([entry], opening, case.pk)[entry.pk]
    assert detail["intellectual_disability"] == "unknown > doubt"
    assert set(detail) == {"language", "interpreter", "intellectual_disability", "reason"}


@pytest.mark.django_db
@pytest.mark.parametrize("after", [Answer.NO, Answer.UNKNOWN])
@pytest.mark.parametrize("before", [Answer.YES, Answer.DOUBT])
def test_taking_protection_away_asks_for_a_reason(before: Answer, after: Answer) -> None:
    actor = detective()
    victim = PersonId(person_in(case_by(actor), actor).pk)
    state = persons.state_facts
    done(state(actor=actor, on=NOON, person=victim, facts=Facts(cognitive_disorder=before)))
    lower = Facts(cognitive_disorder=after)
    assert code(state(actor=actor, on=NOON, person=victim, facts=lower)) == "person.protection_unexplained"
    assert Person.objects.get(pk=victim).cognitive_disorder == before
    done(state(actor=actor, on=NOON, person=victim, facts=lower, reason="An expert looked."))


@pytest.mark.django_db
@pytest.mark.parametrize("answer", [Answer.YES, Answer.DOUBT, Answer.NO])
def test_saying_whether_somebody_is_believed_to_be_a_child_asks_for_a_reason_and_reopens_the_age(
    answer: Answer,
) -> None:
    actor = detective()
    victim = PersonId(person_in(case_by(actor), actor).pk)
    facts = Facts(believed_child=answer)
    assert code(persons.state_facts(actor=actor, on=NOON, person=victim, facts=facts)) == (
        "person.protection_unexplained"
    )
    done(persons.state_facts(actor=actor, on=NOON, person=victim, facts=facts, reason="How he looks."))
    assert Person.objects.get(pk=victim).believed_child is (answer != Answer.NO)
    assert len(_news("person.age_changed")) == 1


@pytest.mark.django_db
def test_stating_what_is_so_already_changes_nothing() -> None:
    actor = detective()
    victim = PersonId(person_in(case_by(actor), actor).pk)
    result = persons.state_facts(actor=actor, on=NOON, person=victim, facts=Facts(interpreter=Answer.UNKNOWN))
    assert code(result) == "case.nothing_to_change"


@pytest.mark.django_db
def test_a_victim_chooses_where_letters_go_and_not_what_the_team_calls_them() -> None:
    actor = detective()
    case = case_by(actor)
    victim = PersonId(person_in(case, actor).pk)
    herself = Actor(id=AccountId.new(), roles=frozenset({Role.VICTIM}), persons=frozenset({victim}))
    done(persons.state_reach(actor=herself, on=NOON, person=victim, address="A friend's"))
    assert code(persons.state_reach(actor=herself, on=NOON, person=victim, called="Z")) == "person.blank"
    assert code(persons.state_reach(actor=herself, on=NOON, person=victim)) == "case.nothing_to_change"
    opening = consult(actor=actor, on=NOON, what="case.read", subjects=(case.pk,))
    row = Person.objects.get(pk=victim)
    assert (opening.read(row, "address"), opening.read(row, "called")) == ("A friend's", "Yonas")


@pytest.mark.django_db
def test_a_suspect_never_represents_a_victim() -> None:
    actor = detective()
    case = case_by(actor)
    child = PersonId(person_in(case, actor).pk)
    father = PersonId(person_in(case, actor, CapacityKind.SUSPECT, called="Father").pk)
    result = persons.represent(
        actor=actor, on=NOON, person=child, representative=father, kind=RepresentativeKind.PARENT
    )
    assert code(result) == "person.suspect_represents"
    assert Entry.objects.get(act="person.represent").outcome == "refused"


@pytest.mark.django_db
def test_a_representative_is_another_person_of_the_same_case() -> None:
    actor = detective()
    here, there = case_by(actor), case_by(actor)
    child = PersonId(person_in(here, actor).pk)
    aunt = PersonId(person_in(there, actor, CapacityKind.WITNESS, called="Aunt").pk)
    for other in (child, aunt, PersonId.new()):
        result = persons.represent(
            actor=actor, on=NOON, person=child, representative=other, kind=RepresentativeKind.GUARDIAN
        )
        assert code(result) == "person.not_representable"


@pytest.mark.django_db
def test_a_representation_ends_with_a_reason_and_stays_on_file() -> None:
    actor = detective()
    case = case_by(actor)
    child = PersonId(person_in(case, actor).pk)
    guardian = PersonId(person_in(case, actor, CapacityKind.REPRESENTATIVE, called="Guardian").pk)
    done(
        persons.represent(
            actor=actor, on=NOON, person=child, representative=guardian, kind=RepresentativeKind.APPOINTED
        )
    )
    end = persons.end_representation
    assert code(end(actor=actor, on=at(9, 1), person=child, representative=guardian, reason="")) == "case.reason_blank"
    ended = done(end(actor=actor, on=at(9, 1), person=child, representative=guardian, reason="She moved."))
    assert str(ended.until) == "2026-09-01"
    assert _news("person.representation_ended") == [f"{child} {guardian} {case.pk}"]


@pytest.mark.django_db
def test_a_care_coordinator_states_facts_and_adds_nobody() -> None:
    actor, carer = detective(), staff(Role.CARE_COORDINATOR)
    case = case_by(actor)
    victim = PersonId(person_in(case, actor).pk)
    done(access.grant_need(actor=actor, on=NOON, case=CaseId(case.pk), account=carer.id, reason="Cares."))
    done(persons.state_facts(actor=carer, on=NOON, person=victim, facts=Facts(language="ti")))
    result = persons.add_person(
        actor=carer, on=NOON, case=CaseId(case.pk), called="X", capacities=[CapacityKind.WITNESS]
    )
    assert code(result) == "case.role"
