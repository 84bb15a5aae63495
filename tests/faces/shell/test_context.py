"""What every template knows of its site."""

from __future__ import annotations

from django.conf import settings
from django.test import RequestFactory
from django.utils.translation import override

from waarborg.faces.shell.context import site


def test_a_template_knows_where_leaving_leads_and_which_page_this_is() -> None:
    known = site(RequestFactory().get("/report/?step=2"))["site"]
    assert known["exit_address"] == settings.INSTALLATION.exit_address
    assert known["next"] == "/report/?step=2"
    assert known["home"] == "/"


def test_languages_stand_by_their_own_names_and_one_is_the_page_s() -> None:
    with override("nl"):
        languages = site(RequestFactory().get("/"))["site"]["languages"]
    assert [(language.name, language.current) for language in languages] == [("English", False), ("Nederlands", True)]
