"""Cases: the list, opening one, and the page of one case."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
