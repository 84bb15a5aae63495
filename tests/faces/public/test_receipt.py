"""The receipt shows the code, and what can be done with it without scripts."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.apps.reports.officers import send
from tests.faces.public.asking import said
from waarborg.apps.reports.models import ReportState
from waarborg.engines.sealing.receipt import ReceiptCode
from waarborg.faces.public.receipt import road_of
from waarborg.faces.shell.drawings.road import Kind

pytestmark = pytest.mark.django_db


def test_the_end_of_the_code_can_be_checked_as_it_was_written_down(client: Client) -> None:
    _report, code = send()
    end = code.text()[-4:]
    right = client.post("/report/receipt/", {"code": code.text(), "go": "check", "last": f" {end.lower()} "})
    assert "Yes, that is how your code ends." in said(right)
    wrong = client.post("/report/receipt/", {"code": code.text(), "go": "check", "last": "????"})
    assert "This is not how your code ends." in said(wrong)
    assert code.groups()[3] in said(wrong)


def test_the_card_to_print_says_nothing_but_the_code(client: Client) -> None:
    _report, code = send()
    page = client.post("/report/receipt/", {"code": code.text(), "go": "card"})
    card = page.content.decode().split('print-card">')[1].split("</div>")[0]
    assert "Waarborg" not in card
    assert all(group in card for group in code.groups())


@pytest.mark.parametrize("code", ["", "nonsense", ReceiptCode.new().text()], ids=["none", "odd", "unused"])
def test_a_code_that_opens_nothing_has_no_receipt(client: Client, code: str) -> None:
    page = client.post("/report/receipt/", {"code": code, "go": "card"})
    assert page.status_code == 404
    assert "This code does not open a mailbox." in said(page)


def test_the_address_of_a_receipt_alone_leads_to_the_first_page(client: Client) -> None:
    assert client.get("/report/receipt/").headers["Location"] == "/"


def test_the_road_of_a_report_stands_where_the_report_is() -> None:
    def kinds(state: ReportState, *, asked: bool = False) -> list[Kind]:
        return [station.kind for station in road_of(state, asked=asked)]

    assert kinds(ReportState.NEW) == [Kind.NOW, Kind.AHEAD, Kind.AHEAD, Kind.AHEAD]
    assert kinds(ReportState.OPENED) == [Kind.HAPPENED, Kind.NOW, Kind.AHEAD, Kind.AHEAD]
    assert kinds(ReportState.TAKEN, asked=True) == [Kind.HAPPENED, Kind.HAPPENED, Kind.NOW, Kind.AHEAD]
