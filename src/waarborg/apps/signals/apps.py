"""Registers signals with Django."""

from django.apps import AppConfig


class SignalsConfig(AppConfig):
    """Signals: indicators looked at and never looked at, and what the suspicion rests on."""

    name = "waarborg.apps.signals"
    label = "signals"
