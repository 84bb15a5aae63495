"""Settings of ``waarborg ledger verify``: the ledger alone, to be read and never written, and without any secret."""

import secrets
from typing import Final

from waarborg.deploy.installation import installation
from waarborg.deploy.programs.house import apps, shared

_HERE: Final = installation()

globals().update(shared(_HERE, program="verifier", secret=secrets.token_hex()))

DATABASES = _HERE.databases(read_only=True)
INSTALLED_APPS = apps("custody")
MIDDLEWARE: list[str] = []
ROOT_URLCONF = __name__
urlpatterns: list[object] = []
