"""The first page and the pages that only tell."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waarborg.faces.public.process import ROAD


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What can be told here, what happens then, and to whom."""
    return render(request, "public/home.html", {"road": ROAD})


def page(template: str) -> Callable[[HttpRequest], HttpResponse]:
    """A view that shows a page in which nothing varies but the language."""

    @require_safe
    def view(request: HttpRequest) -> HttpResponse:
        return render(request, template)

    return view
