"""Registers rights with Django."""

from django.apps import AppConfig


class RightsConfig(AppConfig):
    """Rights: what each victim is told, asks, gets and is refused, and the notices that are due."""

    name = "waarborg.apps.rights"
    label = "rights"
