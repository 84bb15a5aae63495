"""Registers cases with Django."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Cases: their life cycle, who needs to know them, a victim's road and the suspicions against suspects."""

    name = "waarborg.apps.cases"
    label = "cases"
