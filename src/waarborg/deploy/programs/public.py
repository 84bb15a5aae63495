"""Settings of the public site: it seals reports and opens the one mailbox that a code belongs to, nothing else."""

from typing import Final

from waarborg.deploy.installation import installation
from waarborg.deploy.programs.house import PUBLIC_APPS, apps, shared, templates

_HERE: Final = installation()

globals().update(shared(_HERE, program="public", secret=_HERE.secret("public-forms.key")))

INSTALLED_APPS = ["django.contrib.staticfiles", "waarborg.faces.shell", "waarborg.faces.public", *apps(*PUBLIC_APPS)]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "waarborg.faces.shell.headers.PrivateMiddleware",
    "waarborg.faces.shell.languages.AddressLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    # In the place of Django's own check, which needs a cookie: there is no session that a form could misuse.
    "waarborg.faces.public.origin.OwnFormsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = templates("waarborg.faces.shell.context.site")
FILE_UPLOAD_HANDLERS = ["waarborg.faces.public.files.InMemory"]
