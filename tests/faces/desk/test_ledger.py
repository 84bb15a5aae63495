from __future__ import annotations

import pytest
from django.conf import settings

from tests.apps.cases.acting import detective, staff
from tests.apps.outcomes import new_road
from tests.apps.reports.officers import LABOUR, send
from tests.faces.desk.at_the_desk import browser_of, words
from waarborg.apps.custody.checkpoints import outside
from waarborg.apps.custody.models import Entry
from waarborg.apps.custody.sequencing import sequence
from waarborg.faces.desk.ledger_rows import rows_of
from waarborg.kernel.actors import Role, Service

pytestmark = pytest.mark.django_db


def _supervisor() -> object:
    return staff(Role.SUPERVISOR, service=Service.OVERSIGHT)


def test_the_ledger_is_compared_when_a_supervisor_asks_and_is_whole() -> None:
    new_road()
    sequence(on=settings.INSTALLATION.clock())
    browser = browser_of(_supervisor())  # type: ignore[arg-type]
    before = words(browser.get("/oversight/"))
    assert "Not compared since you opened this page" in before
    assert "The last signature covers" in before
    assert "Yes. Nothing was changed, left out or reordered." in words(browser.post("/oversight/"))


def test_a_signature_that_is_gone_is_found_and_the_page_says_what_to_do() -> None:
    new_road()
    sequence(on=settings.INSTALLATION.clock())
    outside().unlink()
    said = words(browser_of(_supervisor()).post("/oversight/"))  # type: ignore[arg-type]
    assert "No. Something does not fit." in said
    assert "Change nothing." in said


def test_a_supervisor_reads_who_did_what_and_no_name_of_a_case() -> None:
    new_road()
    said = words(browser_of(_supervisor()).get("/oversight/"))  # type: ignore[arg-type]
    assert "A colleague" in said
    assert "Started the investigation" in said
    assert "Yonas" not in said
    assert "Station" not in said


def test_the_filters_say_what_they_do_not_know_instead_of_showing_nothing() -> None:
    new_road()
    browser = browser_of(_supervisor())  # type: ignore[arg-type]
    assert "No case has this number." in words(browser.get("/oversight/?case=WB-1999-0001"))
    assert "Nobody on the desk has this name." in words(browser.get("/oversight/?who=Nobody"))
    only = browser.get("/oversight/?act=case.start_investigation&case=wb-2026-0001&who=colleague").context["rows"]
    assert [row.what.en for row in only] == ["Started the investigation"]


def test_a_reporter_has_a_day_and_no_minute_and_no_name() -> None:
    send(LABOUR)
    (row,) = [each for each in rows_of(list(Entry.objects.all())) if each.what.en == "Sent a report"]
    assert row.day_only
    assert row.who == ""


def test_the_ledger_is_for_supervisors_only() -> None:
    assert browser_of(detective()).get("/oversight/").status_code == 403


def test_whoever_works_on_a_case_reads_who_was_there_and_why() -> None:
    road = new_road()
    said = words(browser_of(road.detective).get(f"/cases/{road.case}/log/"))
    assert "Let a colleague open the case" in said
    assert "care" in said
    assert browser_of(detective()).get(f"/cases/{road.case}/log/").status_code == 403
