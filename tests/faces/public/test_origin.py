"""Forms are taken from pages of ours only, and no cookie is needed for that."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "null"}, 200),
        ({"Origin": "http://testserver"}, 200),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 200),
    ],
)
def test_a_form_that_another_site_makes_a_browser_send_is_refused(
    client: Client, headers: dict[str, str], status: int
) -> None:
    assert client.post("/report/", {"go": "to-2"}, headers=headers).status_code == status


def test_a_page_can_be_followed_to_from_anywhere(client: Client) -> None:
    assert client.get("/help/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200
