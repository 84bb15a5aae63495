"""The public site in memory, with the settings of its own program."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.test import Client, override_settings

from tests.doors import make_doors


@pytest.fixture(autouse=True)
def _site(data_folder: Path | None) -> Iterator[None]:
    if data_folder:
        make_doors(data_folder)
    # Not earlier: the settings read the data folder that the run makes first.
    public = import_module("waarborg.deploy.programs.public")
    with override_settings(
        PROGRAM="public",
        ROOT_URLCONF=public.ROOT_URLCONF,
        MIDDLEWARE=public.MIDDLEWARE,
        TEMPLATES=public.TEMPLATES,
        FILE_UPLOAD_HANDLERS=public.FILE_UPLOAD_HANDLERS,
        SECURE_REFERRER_POLICY=public.SECURE_REFERRER_POLICY,
        STATIC_ROOT=None,
    ):
        yield


@pytest.fixture
def client() -> Client:
    """A browser that asks for English and sees error pages as a person would."""
    return Client(raise_request_exception=False, headers={"accept-language": "en"})
