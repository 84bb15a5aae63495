"""Interviews: the list, planning, holding and closing one."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
