"""What a page shows before it is kept."""

from __future__ import annotations

import base64

import pytest
from django.http import QueryDict
from django.test import override_settings

from waarborg.faces.shell import proofs


def test_what_was_shown_comes_back_as_it_was() -> None:
    sealed = proofs.seal_shown("4829117463520948", "number")
    assert proofs.read_shown(sealed, "number") == "4829117463520948"


@pytest.mark.parametrize(
    "text",
    ["", "x", "4829117463520948", proofs.seal_shown("JBSW", "secret")],
    ids=["nothing", "a letter", "bare", "something else that we showed"],
)
def test_what_we_did_not_show_as_a_number_is_none(text: str) -> None:
    assert proofs.read_shown(text, "number") is None


def test_a_page_of_another_site_does_not_count() -> None:
    sealed = proofs.seal_shown("4829117463520948", "number")
    with override_settings(SECRET_KEY="of the portal"):
        assert proofs.read_shown(sealed, "number") is None


def test_a_page_that_is_shown_again_shows_the_same_number_and_secret() -> None:
    number, app = proofs.shown_number(), proofs.shown_app("visser")
    sent = QueryDict(mutable=True)
    sent.update({"number": str(number["number_sealed"]), "secret": str(app["secret_sealed"])})
    assert proofs.shown_number(sent)["number"] == number["number"]
    assert proofs.shown_app("visser", sent)["secret"] == app["secret"]
    assert proofs.shown_number()["number"] != number["number"]


def test_the_picture_for_the_app_needs_no_request_to_anybody() -> None:
    kind, _, data = str(proofs.shown_app("visser")["app_picture"]).partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert b"<svg" in base64.b64decode(data)


@pytest.mark.parametrize(("proven", "fields"), [(True, {"password", "proof"}), (False, {"password"})])
def test_a_second_proof_is_asked_where_there_is_one(proven: bool, fields: set[str]) -> None:
    assert set(proofs.ShownForm(proven=proven).fields) == fields


def test_a_password_keeps_the_spaces_around_it() -> None:
    form = proofs.SignInForm({"username": " visser ", "password": "  two spaces ", "proof": " 123 456 "})
    assert form.is_valid()
    assert form.cleaned_data == {"username": "visser", "password": "  two spaces ", "proof": "123 456"}
