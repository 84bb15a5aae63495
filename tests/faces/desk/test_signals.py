"""Signs of trafficking as pages: three looks, and never looked at is never drawn as no."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.apps.cases.acting import done
from tests.apps.outcomes import colleague, new_road
from tests.faces.desk.at_the_desk import browser_of, entries, words
from tests.faces.desk.outcome_case import NOW, Outcome, at, outcome
from waarborg.apps.cases import access
from waarborg.apps.people.models import Account
from waarborg.apps.signals.looking import KNOWN
from waarborg.faces.desk import signals
from waarborg.kernel.actors import Role, Service

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(db: None) -> Iterator[None]:
    with at():
        yield


@pytest.fixture
def made() -> Outcome:
    return outcome()


def _row(page: str, sign: str) -> str:
    found = re.search(rf'<tr id="{sign}">.*?</tr>', page, flags=re.DOTALL)
    assert found, sign
    return found[0]


def test_m4_each_sign_has_one_of_three_looks_with_service_and_day(made: Outcome) -> None:
    page = browser_of(made.road.detective).get(f"/cases/{made.road.case}/signals/").content.decode()
    observed, missing, never = (_row(page, sign) for sign in ("debt", "no_passport", "unpaid"))
    assert "Observed" in observed
    assert "AVIM" in observed
    assert "A list of debts in the flat, 9 August" in observed
    assert "Looked, not found" in missing
    assert "Never looked at" in never
    assert len({re.search(r'class="tag[^"]*"', row)[0] for row in (observed, missing, never)}) == 3  # type: ignore[index]


def test_never_looked_at_is_never_said_as_no(made: Outcome) -> None:
    page = browser_of(made.road.detective).get(f"/cases/{made.road.case}/signals/").content.decode()
    row = _row(page, "unpaid")
    assert not re.search(r"\b[Nn]o\b|[Nn]ot found|absent", re.sub(r"<[^>]+>", " ", row))


def test_the_counts_add_up_to_the_list(made: Outcome) -> None:
    read = words(browser_of(made.road.detective).get(f"/cases/{made.road.case}/signals/"))
    assert f"2 Observed 1 Looked, not found {len(KNOWN) - 3} Never looked at" in read


def test_m5_a_second_service_looks_for_itself_and_both_are_shown(made: Outcome) -> None:
    service = Service.LABOUR_AUTHORITY
    done(access.join_service(actor=made.road.detective, on=NOW, case=made.road.case, service=service))
    other = colleague(made.road, Role.DETECTIVE, service=service)
    Account.objects.filter(pk=other.id).update(service=service)
    path = f"/cases/{made.road.case}/signals/"
    assert browser_of(other).post(f"{path}debt/", {"state": "not_found", "note": ""}).status_code == 303
    row = _row(browser_of(made.road.detective).get(path).content.decode(), "debt")
    assert "AVIM</b>: Observed" in row
    assert "Labour Authority</b>: Looked, not found" in row
    assert 'class="tag road"' in row


def test_what_was_observed_asks_where(made: Outcome) -> None:
    path = f"/cases/{made.road.case}/signals/unpaid/"
    client = browser_of(made.road.detective)
    refused = client.post(path, {"state": "observed", "note": ""})
    assert refused.status_code == 409
    assert "Where it was seen is missing." in words(refused)
    assert client.post(path, {}).status_code == 422
    assert client.post(path, {"state": "not_found", "note": ""}).headers["Location"].endswith("/signals/#unpaid")


def test_who_does_not_look_sees_the_list_and_no_way_to_look(made: Outcome) -> None:
    path = f"/cases/{made.road.case}/signals/"
    assert "Look :" not in words(browser_of(made.road.coordinator).get(path))
    assert browser_of(made.road.coordinator).post(f"{path}unpaid/", {"state": "not_found"}).status_code == 403


def test_the_list_of_cases_begins_where_the_least_was_looked_at(made: Outcome) -> None:
    fresh = new_road()
    done(
        access.grant_need(
            actor=fresh.prosecutor, on=NOW, case=fresh.case, account=made.road.detective.id, reason="works on it"
        )
    )
    page = browser_of(made.road.detective).get("/signals/")
    body = page.content.decode()
    assert body.index(f"/cases/{fresh.case}/signals/") < body.index(f"/cases/{made.road.case}/signals/")
    assert f"{len(KNOWN)}" in words(page)
    assert set(entries("signal.list", made.road.detective)[0].subjects.split()) == {made.road.case, fresh.case}


def test_a_sign_that_is_not_on_the_list_has_no_page(made: Outcome) -> None:
    assert browser_of(made.road.detective).get(f"/cases/{made.road.case}/signals/moon/").status_code == 404
    assert signals.LOOK.form.base_fields.keys() == {"state", "note"}
