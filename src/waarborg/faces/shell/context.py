"""What every template may ask of the site it stands in: the languages and where *Leave this site* leads."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix

from waarborg.faces.shell.languages import languages_of


def site(request: HttpRequest) -> dict[str, Any]:
    """``site.languages``, ``site.exit_address``, ``site.demo``, ``site.home`` and ``site.next`` (this page)."""
    here = settings.INSTALLATION
    return {
        "site": {
            "languages": languages_of(request),
            "exit_address": here.exit_address,
            "demo": here.demo,
            "home": get_script_prefix(),
            "next": request.get_full_path(),
        }
    }
