"""Makes the public site known to Django."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """The public site: no accounts, no sessions, no cookies."""

    name = "waarborg.faces.public"
    label = "public"
