"""The shell by itself: the pattern book served without any app of the house, in memory and to a browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.servers.basehttp import get_internal_wsgi_application
from django.test import Client, override_settings
from playwright.sync_api import Browser, sync_playwright

from waarborg.deploy.programs.house import templates

#: As the public program has them; nothing here needs a session or the database.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "waarborg.faces.shell.headers.PrivateMiddleware",
    "waarborg.faces.shell.languages.AddressLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


def _templates() -> list[dict[str, object]]:
    with_book = templates("waarborg.faces.shell.context.site")
    with_book[0]["DIRS"] = [Path(__file__).parent / "book" / "templates"]
    return with_book


@pytest.fixture(scope="module")
def alone() -> Iterator[None]:
    """The settings under which the pattern book is served."""
    with override_settings(
        ROOT_URLCONF="tests.faces.shell.book.urls",
        PROGRAM="public",
        STATIC_ROOT=None,
        MIDDLEWARE=MIDDLEWARE,
        TEMPLATES=_templates(),
        CSRF_FAILURE_VIEW="waarborg.faces.shell.errors.form_expired",
    ):
        yield


@pytest.fixture
def client(alone: None) -> Client:
    """A client that sees error pages as a person would."""
    return Client(raise_request_exception=False)


class _Threads(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Silent(WSGIRequestHandler):
    def log_message(self, *words: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def book(alone: None) -> Iterator[str]:
    """The address at which the pattern book is served."""
    server = make_server("127.0.0.1", 0, get_internal_wsgi_application(), server_class=_Threads, handler_class=_Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """The browser, started once for a file of tests."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield started
        started.close()
