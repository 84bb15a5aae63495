"""Registers vault with Django."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """The vault: sealed objects and who holds them; it knows no interview."""

    name = "waarborg.apps.vault"
    label = "vault"
