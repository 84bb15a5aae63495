"""Registers support with Django."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    """Support: opened with the first contact, independent of the case, never ended by it."""

    name = "waarborg.apps.support"
    label = "support"
