"""What came in through the doors: inbox, one report, its mailbox, handing over and taking over."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
