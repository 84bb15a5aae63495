"""Settings of the worker and the command line: every app, no pages."""

from typing import Final

from waarborg.deploy.installation import installation
from waarborg.deploy.programs.house import ACCOUNT_APPS, ALL_APPS, SIGN_IN, apps, shared, templates

_HERE: Final = installation()

globals().update(shared(_HERE, program="worker", secret=_HERE.secret("worker.key")))
globals().update(SIGN_IN)

INSTALLED_APPS = [*ACCOUNT_APPS, *apps(*ALL_APPS)]
MIDDLEWARE: list[str] = []
TEMPLATES = templates()
ROOT_URLCONF = __name__
urlpatterns: list[object] = []
