"""Sets Django up for a command, and only then gives it the module that needs it.

Modules with tables cannot be imported before the settings are known, and a command knows its installation only when its
arguments are read. This and ``cli`` are the two places of the house that import by name.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any, Final

import django
from django.core.exceptions import ImproperlyConfigured

from waarborg.deploy.logs import configure
from waarborg.kernel.errors import Missing

#: Others on this machine can never reach what this process makes, whatever the machine's habit is.
_NOT_FOR_OTHERS: Final = 0o007


def with_django(module: str, *, program: str = "worker") -> Any:  # noqa: ANN401 - whatever the module holds
    """Set Django up with the settings of ``program`` and import ``waarborg.MODULE``.

    Raises:
        Missing: the installation lacks something; the line names it.
    """
    os.umask(os.umask(_NOT_FOR_OTHERS) | _NOT_FOR_OTHERS)
    os.environ["DJANGO_SETTINGS_MODULE"] = f"waarborg.deploy.programs.{program}"
    configure(program)
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Missing(str(error)) from None
    return import_module(f"waarborg.{module}")
