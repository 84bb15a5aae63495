"""The filters of the portal's pages."""

from __future__ import annotations

from django.utils.translation import override

from waarborg.faces.portal.templatetags.portal import language_named


def test_a_language_is_named_in_the_language_of_the_page() -> None:
    with override("nl"):
        assert language_named("ro") == "Roemeens"
    with override("en"):
        assert language_named("ro") == "Romanian"
