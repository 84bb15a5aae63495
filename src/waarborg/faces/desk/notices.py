"""What victims must be told, and how it is known that they were."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
