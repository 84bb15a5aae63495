"""A view that does not say who may open it answers nobody."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from waarborg.faces.shell.access import Access, DefaultDenyMiddleware, access_of, allows, open_to_all, say_access
from waarborg.kernel.errors import Fault


def _view(request: HttpRequest) -> HttpResponse:
    del request
    return HttpResponse("something of somebody")


def _deny() -> DefaultDenyMiddleware:
    return DefaultDenyMiddleware(_view)


def test_a_view_that_says_nothing_of_itself_is_a_fault() -> None:
    with pytest.raises(Fault, match="says nothing of who may open it"):
        _deny().process_view(RequestFactory().get("/"), _view, (), {})


def test_a_view_that_says_so_answers_by_its_methods_only() -> None:
    @open_to_all("GET")
    def marked(request: HttpRequest) -> HttpResponse:
        return _view(request)

    make = RequestFactory()
    assert _deny().process_view(make.get("/"), marked, (), {}) is None
    assert _deny().process_view(make.head("/"), marked, (), {}) is None
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE"):
        refused = _deny().process_view(make.generic(method, "/"), marked, (), {})
        assert refused is not None
        assert (refused.status_code, refused.headers["Allow"]) == (405, "GET")


def test_the_middleware_itself_stands_in_the_way_of_nothing() -> None:
    assert _deny()(RequestFactory().get("/")).content == b"something of somebody"


@pytest.mark.parametrize("methods", [set(), {"PUT"}, {"GET", "get"}])
def test_only_get_and_post_can_be_said(methods: set[str]) -> None:
    with pytest.raises(Fault):
        say_access(_view, Access(methods=frozenset(methods), roles=None, personal=False))
    assert access_of(_view) is None


def test_head_is_allowed_where_get_is() -> None:
    access = Access(methods=frozenset({"POST"}), roles=None, personal=False)
    assert [allows(access, method) for method in ("POST", "GET", "HEAD", None)] == [True, False, False, False]
