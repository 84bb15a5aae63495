"""Settings with which the shell is tested by itself, without any app of the house."""

from pathlib import Path

from waarborg.deploy.installation import Installation
from waarborg.deploy.programs.house import shared, templates
from waarborg.kernel.clock import system_clock

_HERE = Installation(
    data=Path(__file__).parent,
    database=None,
    clock=system_clock,
    demo=False,
    exit_address="https://www.example.org/weather",
    hosts=("localhost", "127.0.0.1", "testserver"),
    tls=False,
)

globals().update(shared(_HERE, program="public", secret="the shell alone"))

DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
INSTALLED_APPS = ["django.contrib.staticfiles", "waarborg.faces.shell"]
ROOT_URLCONF = "tests.faces.shell.book.urls"
TEMPLATES = templates("waarborg.faces.shell.context.site")
TEMPLATES[0]["DIRS"] = [Path(__file__).parent / "book" / "templates"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "waarborg.faces.shell.headers.PrivateMiddleware",
    "waarborg.faces.shell.languages.AddressLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
