"""Indicators: observed, looked for and not found, never looked at."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
