"""Whether the ledger is whole, and who did what."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
