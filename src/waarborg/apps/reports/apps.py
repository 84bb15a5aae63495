"""Registers reports with Django."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Reports: sealed before they are written, opened by the door that they went to, handed over and taken over."""

    name = "waarborg.apps.reports"
    label = "reports"
