"""The first page: what is new, what is next, what can be done now, and the person's own road."""

from __future__ import annotations

import pytest

from tests.faces.portal.stories import after_an_acquittal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def test_m8_after_an_acquittal_the_first_words_are_that_support_goes_on() -> None:
    page = after_an_acquittal().browser().get("/")
    assert page.status_code == 200
    html = page.content.decode()
    assert "The court case has ended. Your support has not." in html
