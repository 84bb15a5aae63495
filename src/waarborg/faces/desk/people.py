"""The persons of a case: who they are, how old, what they want and what was told them."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
