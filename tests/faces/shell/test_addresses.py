"""Typed ids in addresses."""

from __future__ import annotations

import pytest
from django.urls import Resolver404, path
from django.urls.resolvers import RegexPattern, URLResolver

from waarborg.faces.shell.addresses import KINDS, ids_in
from waarborg.kernel.ids import CaseId, PersonId


def _view(*_: object, **__: object) -> None:
    """Answers nothing."""


def _resolver() -> URLResolver:
    return URLResolver(RegexPattern(r"^/"), [path("cases/<case:case>/", _view, name="case")])  # type: ignore[arg-type]


def test_an_address_gives_the_view_an_id_of_its_own_kind() -> None:
    case = CaseId.new()
    found = _resolver().resolve(f"/cases/{case}/").kwargs["case"]
    assert found == case
    assert isinstance(found, CaseId)


@pytest.mark.parametrize(
    "odd", ["x", "case_short", PersonId.new(), CaseId.new().upper(), f"{CaseId.new()}a", "../etc"], ids=range(6)
)
def test_anything_else_is_no_address(odd: str) -> None:
    with pytest.raises(Resolver404):
        _resolver().resolve(f"/cases/{odd}/")


def test_every_kind_of_id_has_a_converter() -> None:
    assert {"case", "person", "interview", "report", "notice", "support"} <= set(KINDS)


def test_only_ids_are_named() -> None:
    case = CaseId.new()
    assert ids_in({"case": case, "right": "interpreter", "page": 3}) == (case,)
