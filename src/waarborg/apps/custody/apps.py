"""Registers custody with Django."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CustodyConfig(AppConfig):
    """The lowest app: it names everything by typed id, and is known by all others."""

    name = "waarborg.apps.custody"
    label = "custody"

    def ready(self) -> None:
        """Let every installed app register its listeners."""
        autodiscover_modules("listeners")
