"""The rights of a victim: told, asked for, given, refused."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
