"""The pages that only tell: open to everybody, and nothing of anybody in them."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.faces.portal.stories import story, words
from waarborg.apps.custody.models import Entry
from waarborg.faces.portal import about

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.mark.parametrize("path", ["/help/", "/who/", "/accessibility/", "/traces/"])
def test_whoever_comes_by_can_read_it_and_it_leaves_no_entry(path: str) -> None:
    page = Client().get(path)
    assert page.status_code == 200
    assert "Leave this site" in words(page)
    assert Entry.objects.count() == 0
    assert story().browser().get(path).status_code == 200


def test_each_address_of_the_module_is_one_of_these() -> None:
    assert {str(each.pattern) for each in about.urlpatterns} == {"help/", "who/", "accessibility/", "traces/"}
