"""Makes the shell known to Django: its templates, tags and static files."""

from django.apps import AppConfig


class ShellConfig(AppConfig):
    """The shell has no data of its own."""

    name = "waarborg.faces.shell"
    label = "shell"
