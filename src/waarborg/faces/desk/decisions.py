"""Decisions and judgements about suspects, with what each of them moves."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
