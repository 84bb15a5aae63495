"""A case begins after a report, after a notification, or with neither."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.apps.cases.acting import NOON, at, case_by, code, detective, done, prosecutor, staff
from waarborg.apps.cases import opening
from waarborg.apps.cases.models import Case, CaseService, CaseState, NeedToKnow, Origin
from waarborg.apps.custody.models import Entry, OutboxEvent, ScopeKey
from waarborg.kernel.actors import Role, Service


@pytest.mark.django_db
def test_m3_a_notification_is_enough_to_open_a_case() -> None:
    case = case_by(detective(), origin=Origin.NOTIFICATION)
    assert (case.state, case.origin, case.investigation_started) == (CaseState.SIGNAL, "notification", None)


@pytest.mark.django_db
def test_m9_b11_a_case_is_opened_ex_officio_without_report_victim_or_complaint() -> None:
    case = case_by(prosecutor(), origin=Origin.EX_OFFICIO, summary="Seen during a check.")
    assert (case.reports.count(), case.charges.count()) == (0, 0)


@pytest.mark.django_db
def test_a_case_ex_officio_says_what_is_known() -> None:
    result = opening.open_case(
        actor=prosecutor(), on=NOON, origin=Origin.EX_OFFICIO, title="Farm", region="Zwolle", lead=Service.KMAR
    )
    assert code(result) == "case.open.why_missing"


@pytest.mark.django_db
def test_the_opener_needs_to_know_the_case_and_nobody_else_does() -> None:
    actor = detective()
    case = case_by(actor)
    assert list(NeedToKnow.objects.filter(case=case, until=None).values_list("account", flat=True)) == [actor.id]


@pytest.mark.django_db
def test_opening_makes_the_key_the_leading_service_an_entry_and_the_news() -> None:
    case = case_by(detective(), lead=Service.LABOUR_AUTHORITY)
    assert ScopeKey.objects.filter(pk=case.pk).exists()
    assert CaseService.objects.get(case=case).service == Service.LABOUR_AUTHORITY
    assert Entry.objects.get(act="case.open").subjects == case.pk
    assert OutboxEvent.objects.get(name="case.opened").subjects == case.pk


@pytest.mark.django_db
def test_m15_neither_title_nor_summary_is_readable_in_the_raw_row() -> None:
    case = case_by(detective(), title="Greenhouse", summary="Three workers were seen.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT title, summary FROM cases_case WHERE id = %s", [case.pk])
        raw = b"".join(bytes(value) for value in cursor.fetchone())
    assert b"Greenhouse" not in raw
    assert b"workers" not in raw


@pytest.mark.django_db
def test_numbers_run_on_within_a_year_and_begin_again_in_the_next() -> None:
    actor = detective()
    moments = (at(8, 3), at(8, 4), at(12, 31))
    assert [case_by(actor, on).number for on in moments] == ["WB-2026-0001", "WB-2026-0002", "WB-2026-0003"]
    assert case_by(actor, at(12, 31).replace(year=2027)).number == "WB-2027-0001"


@pytest.mark.django_db
def test_the_year_of_a_number_is_the_year_in_amsterdam() -> None:
    late = at(12, 31, 23).replace(minute=30)
    assert late.isoformat() == "2026-12-31T22:30:00+00:00"
    assert case_by(detective(), late.replace(hour=23)).number == "WB-2027-0001"


@pytest.mark.django_db
def test_a_case_that_is_not_opened_uses_no_number() -> None:
    actor = detective()
    refused = opening.open_case(actor=actor, on=NOON, origin=Origin.NOTIFICATION, title=" ", region="Rotterdam")
    assert code(refused) == "case.open.title_blank"
    assert case_by(actor).number.endswith("0001")


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.DOOR_OFFICER, Role.CARE_COORDINATOR, Role.SUPERVISOR])
def test_other_roles_open_no_case_and_the_attempt_is_written_down(role: Role) -> None:
    result = opening.open_case(
        actor=staff(role), on=NOON, origin=Origin.NOTIFICATION, title="Station", region="Rotterdam"
    )
    assert code(result) == "case.open.role"
    assert Entry.objects.get(act="case.open").outcome == "refused"
    assert not Case.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("service", [Service.PROSECUTION_SERVICE, Service.TCI, Service.CARE, Service.CRIME_STOPPERS])
def test_a_service_that_does_not_investigate_leads_no_case(service: Service) -> None:
    result = opening.open_case(
        actor=detective(), on=NOON, origin=Origin.NOTIFICATION, title="Station", region="Rotterdam", lead=service
    )
    assert code(result) == "case.no_investigation_service"


def test_cases_opened_at_the_same_moment_get_numbers_without_gaps_or_doubles(fresh_database: object) -> None:
    del fresh_database
    actor = detective()

    def one(_: int) -> str:
        try:
            return case_by(actor).number
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=4) as pool:
        numbers = sorted(pool.map(one, range(12)))
    assert numbers == [f"WB-2026-{number:04d}" for number in range(1, 13)]
    assert done(Case.objects.count()) == 12
