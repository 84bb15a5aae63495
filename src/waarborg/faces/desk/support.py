"""The support of a victim, which no case can end."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
