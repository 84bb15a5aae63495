"""Registers decisions with Django."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """Decisions: prosecute or dismiss, judgement, appeal, complaint, and what each of them moves."""

    name = "waarborg.apps.decisions"
    label = "decisions"
