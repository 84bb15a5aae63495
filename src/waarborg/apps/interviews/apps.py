"""Registers interviews with Django."""

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    """Interviews: planned, held and closed under the rulebook."""

    name = "waarborg.apps.interviews"
    label = "interviews"
