"""The portal served in this process, and for a browser by its own program."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings
from django.test import override_settings
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.conftest import served
from waarborg.kernel.clock import moment_on

#: Day 0 of the invented cases, at two in the afternoon.
NOW = moment_on(date(2026, 11, 30), 14)


@pytest.fixture
def portal(data_folder: object) -> Iterator[None]:
    """The portal's pages, on day 0 at two in the afternoon."""
    del data_folder
    with override_settings(
        INSTALLATION=replace(settings.INSTALLATION, clock=lambda: NOW),
        PROGRAM="portal",
        ROOT_URLCONF="waarborg.faces.portal.urls",
        SESSION_COOKIE_NAME="portal_session",
        CSRF_COOKIE_NAME="portal_form",
        LANGUAGE_COOKIE_NAME="portal_language",
    ):
        yield


@pytest.fixture
def portal_program(fresh_database: Mapping[str, str]) -> Iterator[Callable[[], AbstractContextManager[str]]]:
    """Starts the portal on a database of the test's own; passwords are kept as the program keeps them."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.ScryptPasswordHasher"]):
        yield lambda: served("portal", {**fresh_database, "WAARBORG_CLOCK": NOW.isoformat()})


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """The browser, started once for a file of tests."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
