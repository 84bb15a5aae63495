"""What somebody sees who meets an error, and what the log keeps of it."""

from __future__ import annotations

import re

import pytest
from django.test import Client, RequestFactory
from structlog.testing import capture_logs

from waarborg.faces.shell.errors import bad_request, form_expired


@pytest.mark.parametrize("path", ["/fault/", "/known-fault/"])
def test_a_fault_is_ours_has_a_number_and_shows_no_secret(client: Client, path: str) -> None:
    with capture_logs() as logs:
        response = client.get(path)
    html = response.content.decode()
    assert response.status_code == 500
    assert "that is our fault" in html
    assert "secret" not in html
    (number,) = re.findall(r'class="number">(\d{4} \d{4})<', html)
    (entry,) = [each for each in logs if each["event"] == "fault"]
    assert entry["number"] == number.replace(" ", "")
    assert entry["where"].startswith("tests.faces.shell.book.urls:")
    assert "secret" not in str(entry)


def test_a_known_fault_says_what_became_of_the_work(client: Client) -> None:
    assert "Er is niets veranderd." in client.get("/nl/known-fault/").content.decode()


def test_an_address_that_leads_nowhere_is_not_repeated(client: Client) -> None:
    response = client.get("/mailbox/4829-1170/")
    assert response.status_code == 404
    assert "4829" not in re.sub(r'href="/(?:en|nl)/[^"]*"', "", response.content.decode())


def test_a_form_from_nowhere_is_answered_in_words(alone: None) -> None:
    response = Client(enforce_csrf_checks=True).post("/book/door/")
    assert response.status_code == 403
    assert b"open too long" in response.content


def test_the_pages_for_unusable_requests_need_no_session(alone: None) -> None:
    request = RequestFactory().get("/")
    assert bad_request(request).status_code == 400
    assert form_expired(request).status_code == 403
